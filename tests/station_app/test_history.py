"""A past day is looked at once more: its figures, its way, the day beside it, and what is taken along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campaign.refusal import NotPermitted, StorageRefused
from station_app.services.close_shift import close_shift
from station_app.services.run_shift import resume_shift
from station_app.services.show_board import board_figures
from station_app.services.show_history import past_day
from station_app.services.station import Station
from station_app.ui.board.rendering import render
from station_app.ui.history.presenter import HistoryPresenter
from station_app.ui.history.shown import DayShown, HistoryShown, Kept
from station_app.ui.history.view import HistoryView
from tests.golden import assert_golden
from tests.station_app.desks import Bell, Clock, FakeDesk, as_user, logged, opened
from tests.station_app.test_pages import GOLDEN, settled, shown
from ui_kit import theme
from ui_kit.deviation_lines import DeviationChart
from ui_kit.text_field import TextField

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

THURSDAY, FRIDAY = date(2021, 4, 8), date(2021, 4, 9)


@dataclass
class FakeView:
    day_picked: Bell = field(default_factory=Bell)
    day_stepped: Bell = field(default_factory=Bell)
    compare_asked: Bell = field(default_factory=Bell)
    other_picked: Bell = field(default_factory=Bell)
    other_stepped: Bell = field(default_factory=Bell)
    device_toggled: Bell = field(default_factory=Bell)
    window_chosen: Bell = field(default_factory=Bell)
    table_asked: Bell = field(default_factory=Bell)
    picture_asked: Bell = field(default_factory=Bell)
    where: str = ""
    seen: list[HistoryShown] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)

    def folder(self) -> str:
        return self.where

    def picture(self) -> bytes:
        return b"a picture"

    def show_history(self, shown: HistoryShown) -> None:
        self.seen.append(shown)

    def show_late(self, late: bool) -> None: ...

    def show_refusal(self, words: str) -> None:
        self.refused.append(words)

    def show_kept(self, kept: Kept) -> None:
        self.kept.append(kept)

    @property
    def last(self) -> HistoryShown:
        return self.seen[-1]


@pytest.fixture
def friday(afternoon: Station, clock: Clock) -> Station:
    """Thursday's devices but TB-6 are sealed at 17:30; now it is Friday, 08:30, and device 1 runs."""
    clock.set("17:30")
    resume_shift(afternoon, "TB-5")
    for place, counted in enumerate((213, 207, 188, 201, 145), start=1):
        close_shift(as_user(afternoon, "pd.luong"), f"TB-{place}", counted - round(counted * 300 / 517))
    clock.set("08:00", "2021-04-09")
    opened(afternoon)
    clock.set("08:20", "2021-04-09")
    logged(afternoon, "031195004417")
    clock.set("08:30", "2021-04-09")
    return as_user(afternoon, "pd.luong")


@pytest.fixture
def view(tmp_path: Path) -> FakeView:
    return FakeView(where=str(tmp_path))


@pytest.fixture
def presenter(friday: Station, view: FakeView) -> HistoryPresenter:
    presenter = HistoryPresenter(view, FakeDesk(friday))
    presenter.shown()
    return presenter


def done(day: DayShown) -> list[int]:
    return [device.done for device in day.devices]


def test_yesterday_stands_there_first(presenter: HistoryPresenter, view: FakeView) -> None:
    day = view.last.day
    assert (day.day, done(day), day.final, view.last.other) == (THURSDAY, [213, 207, 188, 201, 145, 219], False, None)
    assert (day.done, day.quota, day.devices[4].downtime) == (1173, 2100, 141)
    assert [label for _, label in view.last.windows] == ["Ca 1", "Ca 2", "Ca 3"]
    assert (day.first, day.last) == (450, 1350)
    assert all(device.drawn for device in day.devices)
    assert [device.points[-1][1] for device in day.devices] == pytest.approx([device.ahead for device in day.devices])
    assert day.devices[4].stops == ((909, 1050),)


def test_the_figures_are_those_that_the_board_showed(afternoon: Station) -> None:
    """At the same moment, from the same journal."""
    board = render(board_figures(afternoon, {}), {}, FakeDesk(afternoon))
    past = past_day(as_user(afternoon, "pd.luong"), THURSDAY)
    assert past.report.counted == board.total.done
    # The board shows a plan to a tenth.
    ways = {way.device: [(hour.hour, hour.counted, round(hour.planned, 1)) for hour in way.hours] for way in past.ways}
    assert ways == {row.device: [(hour.hour, hour.done, hour.plan) for hour in row.hours] for row in board.rows}


def test_from_day_to_day_and_never_into_the_future(presenter: HistoryPresenter, view: FakeView) -> None:
    view.day_stepped.emit(1)
    assert (view.last.day.day, view.last.is_last, done(view.last.day)[0]) == (FRIDAY, True, 1)
    view.day_stepped.emit(1)
    assert view.last.day.day == FRIDAY
    view.day_picked.emit(date(2021, 4, 7))
    assert (done(view.last.day), [device.ran for device in view.last.day.devices]) == ([0] * 6, [False] * 6)
    assert not any(device.drawn for device in view.last.day.devices)
    view.day_picked.emit(None)
    assert view.last.day.day == FRIDAY


def test_two_days_beside_each_other(presenter: HistoryPresenter, view: FakeView) -> None:
    view.compare_asked.emit()
    assert view.last.other is not None
    assert view.last.other.day == date(2021, 4, 1)
    view.other_picked.emit(FRIDAY)
    assert view.last.other is not None
    assert (view.last.other.day, done(view.last.other)[0], view.last.day.day) == (FRIDAY, 1, THURSDAY)
    view.other_stepped.emit(-1)
    assert view.last.other is not None
    assert view.last.other.day == THURSDAY
    view.compare_asked.emit()
    assert view.last.other is None
    view.other_stepped.emit(-1)
    assert view.last.other is None


def test_two_devices_beside_each_other(presenter: HistoryPresenter, view: FakeView) -> None:
    for device in ("TB-2", "TB-5"):
        view.device_toggled.emit(device)
    assert [device.device for device in view.last.day.devices if device.drawn] == ["TB-2", "TB-5"]
    for device in ("TB-2", "TB-5"):
        view.device_toggled.emit(device)
    assert all(device.drawn for device in view.last.day.devices)


def test_one_window_of_the_day(presenter: HistoryPresenter, view: FakeView) -> None:
    view.window_chosen.emit("ca-1")
    day = view.last.day
    first = [round(count * 300 / 517) for count in (213, 207, 188, 201, 145, 219)]
    assert (done(day), day.first, day.last, day.devices[4].downtime) == (first, 450, 750, 0)
    assert [hour.hour for hour in day.devices[0].hours] == [7, 8, 9, 10, 11, 12]
    view.window_chosen.emit("ca-3")
    assert [device.ran for device in view.last.day.devices] == [False] * 6
    view.window_chosen.emit("")
    assert view.last.day.done == 1173


def test_what_is_seen_is_taken_along(presenter: HistoryPresenter, view: FakeView, tmp_path: Path) -> None:
    view.table_asked.emit()
    path = tmp_path / "xem-lai-2021-04-08.csv"
    assert view.kept == [Kept("saved", str(path))]
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 13
    assert lines[1].startswith("2021-04-08,Thiết bị 1,Ca 1,117,124,7,124,0")
    view.compare_asked.emit()
    view.picture_asked.emit()
    assert (tmp_path / "xem-lai-2021-04-08_2021-04-01.png").read_bytes() == b"a picture"


def test_a_full_disk_is_said(presenter: HistoryPresenter, view: FakeView, friday: Station) -> None:
    desk = FakeDesk(friday)
    presenter = HistoryPresenter(view, desk)
    presenter.shown()
    desk.slow.refuse = StorageRefused("disk_full")
    view.table_asked.emit()
    assert view.kept[-1] == Kept("refused", "disk_full")


def test_who_may_hand_in_no_report_sees_no_past_day(afternoon: Station) -> None:
    with pytest.raises(NotPermitted):
        past_day(as_user(afternoon, "tk.van"), THURSDAY)


@pytest.fixture
def screen(qtbot: QtBot, friday: Station) -> Iterator[HistoryView]:
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    theme.apply(running)
    screen = HistoryView()
    presenter = HistoryPresenter(screen, FakeDesk(friday))
    shown(qtbot, screen)
    presenter.shown()
    folder(screen).setText("/media/USB")
    yield screen
    theme.apply(running)


def folder(screen: HistoryView) -> TextField:
    (field,) = [field for field in screen.findChildren(TextField) if field.accessibleName() == "Lưu vào thư mục"]
    return field


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifiers)


def test_by_keyboard_alone(screen: HistoryView, tmp_path: Path) -> None:
    ctrl, alt, shift = (
        Qt.KeyboardModifier.ControlModifier,
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.ShiftModifier,
    )
    screen.setFocus()
    (chart, _) = screen.findChildren(DeviationChart)
    assert chart.accessibleName().startswith("Thiết bị 1 −137, Thiết bị 2 −143")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert chart.accessibleName() == "Thiết bị 2 −143"
    settled(screen)
    assert_golden(screen, GOLDEN / "history.png")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_D, ctrl)
    for _ in range(8):
        press(Qt.Key.Key_Right, alt | shift)
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    theme.apply(running, dark=True)
    settled(screen)
    assert_golden(screen, GOLDEN / "history_two_days_dark.png")
    press(Qt.Key.Key_Left, alt)
    folder(screen).setText(str(tmp_path))
    press(Qt.Key.Key_S, ctrl)
    press(Qt.Key.Key_S, ctrl | shift)
    assert sorted(path.name for path in tmp_path.glob("xem-lai*")) == [
        "xem-lai-2021-04-07_2021-04-09.csv",
        "xem-lai-2021-04-07_2021-04-09.png",
    ]
    assert QImage(str(tmp_path / "xem-lai-2021-04-07_2021-04-09.png")).size() == screen.size()
