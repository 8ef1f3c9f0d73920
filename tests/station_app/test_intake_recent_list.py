"""The list of the last applications, as it goes on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from campaign.calendar import VIETNAM
from station_app.ui.intake.recent_list import RecentList
from station_app.ui.intake.shown import Choice
from station_app.ui.intake.shown_beside import ListShown, RecentShown
from ui_kit.table import Table

# The offscreen platform says so of every window of a fixed size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

PAGE = 4


def row(place: int, **changes: object) -> RecentShown:
    made = RecentShown(
        n=100 + place,
        place=place,
        at=datetime(2021, 4, 8, 7, place, tzinfo=VIETNAM),
        last_digits=f"{place:04}",
        name="Nguyễn Văn An",
        born="1990-05-01",
        commune=None,
        outcome=Choice("F1", "accepted", "Đã thu nhận"),
        reason=None,
        state="unsent",
        undoable=False,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # names and values come from the test


def page(newest: int) -> list[RecentShown]:
    return [row(place) for place in range(newest, max(0, newest - PAGE), -1)]


@pytest.fixture
def shown(qtbot: QtBot) -> RecentList:
    made = RecentList()
    qtbot.addWidget(made)
    made.resize(838, 300)
    return made


def written(shown: RecentList) -> list[tuple[str, ...]]:
    (table,) = shown.findChildren(Table)
    model = table.model()
    return [tuple(str(model.index(at, column).data()) for column in (0, 2, 7)) for at in range(model.rowCount())]


def tell(shown: RecentList, rows: list[RecentShown]) -> list[tuple[str, ...]]:
    """Shows rows; returns what is written, which looks as in a list that never showed anything else."""
    shown.show_list(ListShown(tuple(rows), more=False))
    fresh = RecentList()
    fresh.resize(shown.size())
    fresh.show_list(ListShown(tuple(rows), more=False))
    assert shown.grab().toImage() == fresh.grab().toImage()
    assert len(written(shown)) == max(1, len(rows))
    return written(shown)


def test_a_morning_of_the_list(shown: RecentList) -> None:
    assert tell(shown, [])[0][0] == "Chưa có hồ sơ trong ca"
    assert tell(shown, [row(1, undoable=True)]) == [("1", "•••• 0001", "chưa gửi")]
    for newest in range(2, 9):
        rows = [row(newest, undoable=True), *page(newest)[1:]]
        assert [place for place, *_ in tell(shown, rows)] == [str(one.place) for one in rows]
    voided = [row(8, state="voided"), *page(8)[1:]]
    assert tell(shown, voided)[0] == ("8", "•••• 0008", "đã hoàn tác")
    older = [*voided, *(row(place) for place in (4, 3, 2, 1))]
    assert len(tell(shown, older)) == 8
    assert tell(shown, [row(1)]) == [("1", "•••• 0001", "chưa gửi")]  # another device
    assert len(tell(shown, [])) == 1


def test_the_current_row_goes_down_with_its_application(shown: RecentList) -> None:
    (table,) = shown.findChildren(Table)
    tell(shown, page(3))
    table.selectRow(1)
    tell(shown, page(5))
    assert table.currentIndex().data() == "2"
