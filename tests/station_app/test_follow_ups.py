"""The follow-up list: its presenter without a window, then keys and pictures in one, over a real station."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campaign.events import ClockConfirmed, ClockStepped
from campaign.refusal import StorageRefused
from station_app.services.close_shift import close_shift
from station_app.services.follow_ups import CLOSED_BECAUSE, Arranged, Sieve, change_follow_up, follow_ups
from station_app.services.station import Station
from station_app.ui.follow_ups.cases_table import CasesTable
from station_app.ui.follow_ups.presenter import FollowUpPresenter
from station_app.ui.follow_ups.shown import CasesShown, Done
from station_app.ui.follow_ups.view import FollowUpView
from station_app.ui.follow_ups.wording import CLOSING
from station_app.ui.frame import Frame
from station_app.ui.inside import Inside
from tests.golden import assert_golden
from tests.station_app.desks import Bell, Clock, FakeDesk, at, copied, logged, opened, station_at
from tests.station_app.entries_window import CTRL, PAGE
from ui_kit import theme
from ui_kit.label import Label

# The offscreen platform has no window manager to tell of sizes.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard")

GOLDEN = Path(__file__).parent / "golden"
CASES: list[tuple[str, dict[str, str]]] = [
    ("2021-04-02", {"outcome": "missing_papers", "reason": "no_old_card", "name": "Vũ Thị Mai"}),
    ("2021-04-02", {"outcome": "population_data_mismatch", "reason": "name_differs", "name": "Hoàng Văn Đạt"}),
    ("2021-04-05", {"outcome": "mobile_or_rescheduled", "reason": "cannot_travel", "name": "Bùi Thị Nhàn"}),
    ("2021-04-05", {"outcome": "biometric_quality", "reason": "fingerprint_worn", "name": "Phạm Văn Lực"}),
    ("2021-04-07", {"outcome": "missing_papers", "reason": "no_residence_proof", "name": "Đặng Thu Trang"}),
    ("2021-04-08", {"outcome": "device_fault", "reason": "camera_fault", "name": "Lương Quốc Huy"}),
]


def log_cases(station: Station, clock: Clock) -> None:
    for place, (day, fields) in enumerate(CASES):
        clock.set(f"08:{place:02}", day)
        if place == 0 or CASES[place - 1][0] != day:
            with station.work() as work:
                work.append(ClockConfirmed())
            opened(station)
            clock.advance(seconds=5)
        given: dict[str, Any] = {**fields, "birth_date": f"19{60 + place}-03-0{place + 1}", "commune": "11407"}
        if place != 3:
            given["phone"] = f"09123456{place}7"
        logged(station, None, old_number=f"03145678{place}", **given)
        if place + 1 < len(CASES) and CASES[place + 1][0] != day:
            close_shift(station, "TB-1", 0)

    keys = [case.key for case in follow_ups(station, Sieve(), 10).cases]
    clock.set("08:30", "2021-04-08")
    change_follow_up(station, keys[1], Arranged(owner="dm.quy", next_on=date(2021, 4, 9)))
    change_follow_up(station, keys[2], Arranged(owner="tk.van", next_on=date(2021, 4, 8)))
    change_follow_up(station, keys[4], Arranged(owner="lt.hanh", next_on=date(2021, 4, 12)))


@pytest.fixture(scope="module")
def cases_home(prepared_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = copied(prepared_home, tmp_path_factory.mktemp("cases") / "home")
    clock = Clock(at("08:00", "2021-04-02"))
    with station_at(home, clock) as station:
        with station.work() as work:
            work.append(ClockStepped(before="2021-04-08T07:00:00+07:00", after="2021-04-02T07:00:00+07:00"))
        log_cases(station, clock)
    return home


@pytest.fixture
def station(cases_home: Path, tmp_path: Path) -> Iterator[Station]:
    with station_at(copied(cases_home, tmp_path / "cases"), Clock(at("16:07"))) as station:
        yield station


@dataclass
class FakeView:
    sieved: Bell = field(default_factory=Bell)
    more: Bell = field(default_factory=Bell)
    moved: Bell = field(default_factory=Bell)
    opened: Bell = field(default_factory=Bell)
    next_asked: Bell = field(default_factory=Bell)
    owner_asked: Bell = field(default_factory=Bell)
    taken: Bell = field(default_factory=Bell)
    close_asked: Bell = field(default_factory=Bell)
    undo_asked: Bell = field(default_factory=Bell)
    last: CasesShown | None = None
    current: int = -1
    phone: str = ""
    done: Done | None = None
    trouble: str = ""
    late: bool = False

    def show_cases(self, shown: CasesShown, current: int) -> None:
        self.last, self.current = shown, current

    def show_late(self, late: bool) -> None:
        self.late = late

    def show_phone(self, phone: str) -> None:
        self.phone = phone

    def show_done(self, done: Done | None) -> None:
        self.done = done

    def show_trouble(self, words: str) -> None:
        self.trouble = words

    def names(self) -> list[str]:
        return [case.name for case in self.last.cases] if self.last else []


@dataclass
class Screen:
    view: FakeView
    desk: FakeDesk
    presenter: FollowUpPresenter


@pytest.fixture
def screen(station: Station) -> Screen:
    view, desk = FakeView(), FakeDesk(station)
    presenter = FollowUpPresenter(view, desk)
    presenter.shown()
    return Screen(view, desk, presenter)


def test_the_digits_of_closing_are_those_of_the_service() -> None:
    assert CLOSING == CLOSED_BECAUSE


def test_cases_come_oldest_first_and_say_what_is_late_or_can_be_done_here(screen: Screen) -> None:
    shown = screen.view.last
    assert shown is not None
    assert screen.view.names() == [fields["name"] for _, fields in CASES]
    assert [case.late for case in shown.cases] == [True, False, False, True, False, False]
    assert [case.due for case in shown.cases] == [True, False, True, True, False, False]
    assert [case.here for case in shown.cases] == [True, False, False, True, True, True]
    assert (shown.waiting, shown.matching, shown.late, screen.view.current) == (6, 6, 2, 0)
    assert [one.user for one in shown.owners] == ["", "lt.hanh", "pd.luong", "dm.quy", "tk.van"]


def test_the_sieve(screen: Screen) -> None:
    screen.view.sieved.emit("", "dm.quy", "all")
    assert screen.view.names() == ["Hoàng Văn Đạt"]
    screen.view.sieved.emit("missing_papers no_old_card", None, "all")
    assert screen.view.names() == ["Vũ Thị Mai"]
    screen.view.sieved.emit("", None, "due")
    assert screen.view.names() == ["Vũ Thị Mai", "Bùi Thị Nhàn", "Phạm Văn Lực"]
    screen.view.sieved.emit("missing_papers no_old_card", "dm.quy", "here")
    assert (screen.view.names(), screen.view.current) == ([], -1)


def test_a_phone_is_shown_for_one_case_until_another_is_current(screen: Screen) -> None:
    screen.view.opened.emit(0)
    assert screen.view.phone == "0912345607"
    screen.view.moved.emit(1)
    assert screen.view.phone == ""
    screen.desk.read.held = True
    screen.view.opened.emit(1)
    screen.view.moved.emit(2)
    screen.desk.read.release()
    assert screen.view.phone == ""  # the answer was for the case before


def test_a_change_is_told_and_taken_back(screen: Screen) -> None:
    screen.view.next_asked.emit(0, 3)
    assert screen.view.done == Done("next_on", "Vũ Thị Mai", date(2021, 4, 11))
    screen.view.taken.emit(0)
    assert screen.view.done == Done("owner", "Vũ Thị Mai", date(2021, 4, 11), "Trần Khánh Vân")
    screen.view.close_asked.emit(0, "moved_away")
    assert screen.view.names()[0] == "Hoàng Văn Đạt"
    screen.view.undo_asked.emit()
    assert screen.view.names()[0] == "Vũ Thị Mai"
    assert screen.view.done is not None
    assert screen.view.done.what == "undone"
    assert screen.desk.grown == 4
    screen.view.undo_asked.emit()  # nothing is left to take back
    assert screen.desk.grown == 4


def test_a_failed_write_says_why_and_changes_nothing(screen: Screen) -> None:
    screen.desk.write.refuse = StorageRefused("disk_full")
    screen.view.next_asked.emit(0, 1)
    assert (screen.view.trouble, screen.view.done) == ("disk_full", None)
    screen.view.next_asked.emit(0, 1)
    assert screen.view.trouble == ""


def test_keys_pressed_while_one_is_saved_change_no_other_case(screen: Screen) -> None:
    screen.desk.write.held = True
    screen.view.close_asked.emit(0, "settled")
    screen.view.close_asked.emit(0, "settled")
    screen.desk.write.release()
    assert len(screen.view.names()) == 5


def test_a_late_answer_keeps_the_old_rows(screen: Screen) -> None:
    screen.desk.read.held = True
    screen.presenter.shown()
    screen.presenter.tick()
    assert screen.view.late
    screen.desk.read.release()
    assert not screen.view.late


class Page:
    def __init__(self, qtbot: QtBot, station: Station) -> None:
        self.view, self.desk = FollowUpView(), FakeDesk(station)
        self.presenter = FollowUpPresenter(self.view, self.desk)
        frame = Frame()
        qtbot.addWidget(frame, before_close_func=lambda _: frame.let_go())
        inside = Inside(frame)
        inside.bottom.hide()
        inside.add_page(self.view)
        frame.resize(*PAGE)
        self.presenter.shown()
        inside.show_page(self.view)
        inside.show_tabs(["Hồ sơ đã ghi", "Hồ sơ chờ bổ sung"], 1)
        frame.show()
        self.window = frame
        self.settle()

    def settle(self) -> Frame:
        for _ in range(6):
            QTest.qWait(2)
        return self.window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.view, key, modifier)
        self.settle()

    def texts(self) -> str:
        return "\n".join(label.text() for label in self.view.findChildren(Label) if label.isVisible())

    @property
    def table(self) -> CasesTable:
        return self.view.findChildren(CasesTable)[0]


@pytest.mark.parametrize("dark", [False, True], ids=["", "dark"])
def test_the_list_looks_as_drawn(qtbot: QtBot, application: QApplication, station: Station, dark: bool) -> None:
    theme.apply(application, dark=dark)
    page = Page(qtbot, station)
    if dark:
        page.press(Qt.Key.Key_Down)
        page.press(Qt.Key.Key_Delete)
    assert_golden(page.settle(), GOLDEN / f"follow_ups{'_dark' if dark else ''}.png")


def test_an_empty_list_says_so(qtbot: QtBot, application: QApplication, home: Path) -> None:
    with station_at(home, Clock(at("16:07"))) as station:
        page = Page(qtbot, station)
        assert "Không có hồ sơ chờ" in page.texts()
        assert_golden(page.settle(), GOLDEN / "follow_ups_empty.png")


def test_all_by_keys(qtbot: QtBot, application: QApplication, station: Station) -> None:
    page = Page(qtbot, station)
    assert page.table.hasFocus()
    page.press(Qt.Key.Key_Return)
    assert "0912345607" in page.texts()
    page.press(Qt.Key.Key_Down)
    assert "0912345607" not in page.texts()
    page.press(Qt.Key.Key_7)
    assert "Hẹn ngày 15/04/2021" in page.texts()
    page.press(Qt.Key.Key_M)
    assert "Người theo dõi: Trần Khánh Vân" in page.texts()
    page.press(Qt.Key.Key_Delete)
    page.press(Qt.Key.Key_Escape)
    page.press(Qt.Key.Key_1)
    assert "Hẹn ngày 09/04/2021" in page.texts()
    page.press(Qt.Key.Key_Delete)
    page.press(Qt.Key.Key_2)
    assert "Đã đóng: Đã chuyển đi nơi khác" in page.texts()
    assert page.table.model().rowCount() == 5
    page.press(Qt.Key.Key_Z, CTRL)
    assert "Đã hoàn tác" in page.texts()
    assert page.table.model().rowCount() == 6


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_words_of_the_case_are_clipped(
    qtbot: QtBot, application: QApplication, station: Station, scale: float
) -> None:
    theme.apply(application, scale=scale)
    page = Page(qtbot, station)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Delete):
        page.press(key)
        labels = [label for label in page.view.findChildren(Label) if label.isVisible() and label.text()]
        assert [label.text() for label in labels if label._is_elided()] == []
