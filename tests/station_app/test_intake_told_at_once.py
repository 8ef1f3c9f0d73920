"""What a person waits for is painted first: the word of the entry that is durable, and its row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from station_app.ui.intake.recent_list import RecentList
from station_app.ui.intake.row_below import RowBelow
from station_app.ui.intake.shown import Choice, Saved
from station_app.ui.intake.shown_beside import ListShown, RecentShown
from station_app.ui.intake.view import IntakeView
from tests.station_app.desks import FakeDesk, opened
from tests.station_app.intake_surface import AN, BINH, Hands
from tests.station_app.test_intake_recent_list import row
from ui_kit.status_label import StatusLabel
from ui_kit.table import Table

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ACCEPTED = Choice("F1", "accepted", "Đã thu nhận")
SAVED = Saved(place=2, outcome=ACCEPTED, reason=None, took_ms=3200, warnings=())


def test_it_is_what_the_desk_goes_on_to_show(desk: FakeDesk) -> None:
    opened(desk.station)
    hands = Hands(desk)
    for number in (AN, BINH):
        hands.scan(number)
        hands.press("accepted")
        assert hands.seen.told_at_once == (hands.row(), hands.rows[0])
    assert len(hands.rows) == 2


def test_it_is_not_told_of_a_device_that_was_left(desk: FakeDesk) -> None:
    """The disk is slow, and somebody picks another device meanwhile."""
    for device in ("TB-1", "TB-2"):
        opened(desk.station, device)
    hands = Hands(desk)
    desk.write.held = True
    hands.scan(AN)
    hands.press("accepted")
    hands.seen.device_asked.emit(2)
    desk.write.release()
    assert hands.seen.told_at_once is None


class _Painted(QObject):
    """Which of those it watches were painted."""

    def __init__(self, *watched: QObject) -> None:
        super().__init__()
        self.seen: list[QObject] = []
        for one in watched:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen.append(watched)
        return False


def shown_view(qtbot: QtBot) -> tuple[IntakeView, StatusLabel, Table]:
    view = IntakeView()
    qtbot.addWidget(view)
    view.resize(1290, 640)
    view.show()
    qtbot.waitExposed(view)
    (below,) = view.findChildren(RowBelow)
    (listed,) = view.findChildren(RecentList)
    (table,) = listed.findChildren(Table)
    return view, below.findChildren(StatusLabel)[0], table


def test_word_and_row_are_painted_before_anything_else_happens(qtbot: QtBot) -> None:
    view, word, table = shown_view(qtbot)
    view.show_list(ListShown((row(1),), more=False))
    qtbot.wait(20)
    painted = _Painted(word, table.viewport())
    view.show_saved(SAVED, row(2))
    assert set(painted.seen) == {word, table.viewport()}
    assert word.accessibleName().startswith("Đã ghi STT 2")
    assert word.width() >= word.sizeHint().width()
    assert [table.model().line(at).cells[0] is not None for at in range(2)] == [True, True]
    assert places(table) == ["2", "1"]


@pytest.mark.parametrize(
    ("before", "after"),
    [((), ["2"]), ((row(1),), ["2", "1"]), ((row(2, state="saving"), row(1)), ["2", "1"])],
    ids=["the first", "on top", "where it was on its way"],
)
def test_it_takes_its_place(qtbot: QtBot, before: tuple[RecentShown, ...], after: list[str]) -> None:
    view, _, table = shown_view(qtbot)
    view.show_list(ListShown(before, more=False))
    view.show_saved(SAVED, row(2))
    assert places(table) == after
    assert table.model().index(0, 7).data() == "chưa gửi"


def places(table: Table) -> list[str]:
    return [str(table.model().index(at, 0).data()) for at in range(table.model().rowCount())]
