"""The board's panel of what asks for attention: real widgets over a real station, by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from campaign.refusal import StorageRefused
from station_app.services.close_shift import close_shift
from station_app.services.run_shift import report_zero
from station_app.services.station import Station
from station_app.ui.board.attention_card import AttentionCard
from station_app.ui.board.attention_list import AttentionList
from station_app.ui.board.cause_field import CauseField
from station_app.ui.board.device_table import DeviceTable
from station_app.ui.board.presenter import BoardPresenter
from station_app.ui.board.view import BoardView
from station_app.ui.frame import Frame
from station_app.ui.inside import Inside
from tests.golden import assert_golden
from tests.station_app.desks import DEVICES, Clock, FakeDesk, as_user, logged, opened
from ui_kit.label import Label
from ui_kit.status_label import StatusLabel

# The offscreen platform has no window manager to tell of sizes.
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard"),
    pytest.mark.usefixtures("application"),
]

GOLDEN = Path(__file__).parent / "golden"
PAGE = (1286, 664)
"""The window without rail and status bar."""


class Board:
    """The page in the program's window, without rail and status bar."""

    def __init__(self, qtbot: QtBot, station: Station) -> None:
        self.desk = FakeDesk(station)
        self.view = BoardView()
        self.presenter = BoardPresenter(self.view, self.desk)
        self.presenter.shown()
        self.frame = Frame()
        qtbot.addWidget(self.frame, before_close_func=lambda _: self.frame.let_go())
        inside = Inside(self.frame)
        inside.bottom.hide()
        inside.add_page(self.view)
        self.frame.resize(*PAGE)
        self.frame.show()
        inside.show_page(self.view)
        self.tick()
        (self.devices,) = self.view.findChildren(DeviceTable)
        (self.list,) = self.view.findChildren(AttentionList)
        (self.causes,) = self.view.findChildren(CauseField)
        (self.card,) = self.view.findChildren(AttentionCard)

    def tick(self) -> None:
        self.presenter.tick()
        for _ in range(4):
            QTest.qWait(2)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.frame, key)
            QApplication.processEvents()

    def lines(self) -> list[str]:
        model = self.list.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def said(self) -> list[str]:
        """All words of the panel that are not in the list."""
        labels = [label.text() for label in self.card.findChildren(Label) if label.isVisible()]
        return labels + [one.accessibleName() for one in self.card.findChildren(StatusLabel) if one.isVisible()]

    def has_keys(self, widget: QWidget) -> bool:
        return QApplication.focusWidget() is widget


@pytest.fixture
def board(qtbot: QtBot, afternoon: Station) -> Board:
    """16:07: TB-5 is paused and behind, TB-3 behind; a supervisor looks."""
    return Board(qtbot, as_user(afternoon, "pd.luong"))


def test_every_line_says_what_why_and_what_to_do(board: Board) -> None:
    assert board.lines() == [
        "TB5 tạm dừng 58 phút. Lỗi máy thu vân tay. Khắc phục rồi cho máy chạy lại (F9)",
        "TB5 chậm 2 giờ 24 phút. Chọn nguyên nhân ở ô bên dưới (Tab)",
        "TB3 chậm 33 phút. Chọn nguyên nhân ở ô bên dưới (Tab)",
    ]
    assert "3 việc" in board.said()


def test_one_key_jumps_to_the_list_and_back(board: Board) -> None:
    assert board.has_keys(board.devices)
    board.press(Qt.Key.Key_F6)
    assert board.has_keys(board.list)
    board.press(Qt.Key.Key_F6)
    assert board.has_keys(board.devices)
    board.press(Qt.Key.Key_F6, Qt.Key.Key_Escape)
    assert board.has_keys(board.devices)


def test_enter_acknowledges_and_the_next_line_is_current(board: Board) -> None:
    board.press(Qt.Key.Key_F6, Qt.Key.Key_Return)
    assert board.lines()[0].startswith("TB5 chậm 2 giờ 24 phút")
    assert board.lines()[2].endswith("Phạm Đức Lương 16:07")
    assert board.list.currentIndex().row() == 0
    assert "2 việc · 1 đã biết" in board.said()
    assert board.desk.grown == 1
    board.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)  # known already
    assert board.desk.grown == 1


def test_the_cause_is_asked_for_beside_its_line_and_only_once(board: Board) -> None:
    board.press(Qt.Key.Key_F6)
    assert not board.causes.isVisible()
    board.press(Qt.Key.Key_Down)
    assert board.causes.isVisible()
    assert "Vì sao TB5 chậm?" in board.said()
    board.press(Qt.Key.Key_Tab)
    assert board.has_keys(board.causes)
    board.press(Qt.Key.Key_Return)  # nothing is chosen yet
    assert board.desk.grown == 0
    board.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert board.desk.grown == 1
    assert board.lines()[1] == ("TB5 chậm 2 giờ 24 phút. Lỗi máy thu vân tay. Chuyển bớt công dân sang máy đang sớm")
    assert board.has_keys(board.list)
    assert not board.causes.isVisible()


def test_a_choice_that_was_not_told_is_not_the_next_devices(board: Board) -> None:
    board.press(Qt.Key.Key_F6, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Escape)
    assert board.has_keys(board.list)
    board.press(Qt.Key.Key_Down)
    assert "Vì sao TB3 chậm?" in board.said()
    assert not board.causes.currentData()


def test_a_click_in_the_list_of_causes_tells_one(board: Board) -> None:
    board.press(Qt.Key.Key_F6, Qt.Key.Key_Down)
    board.causes.setCurrentIndex(1)
    board.causes.activated.emit(1)
    assert board.desk.grown == 1


def test_the_current_line_stays_while_figures_grow(board: Board, clock: Clock) -> None:
    board.press(Qt.Key.Key_F6, Qt.Key.Key_Down, Qt.Key.Key_Down)
    clock.advance(minutes=3)
    board.tick()
    current = board.list.current()
    assert current is not None
    assert (current.rule, current.device) == ("behind", "TB-3")
    assert board.has_keys(board.list)


def test_who_may_not_acknowledge_is_told_so_and_it_stays_until_the_next_key(qtbot: QtBot, afternoon: Station) -> None:
    board = Board(qtbot, afternoon)  # an operator
    board.press(Qt.Key.Key_F6, Qt.Key.Key_Return)
    board.tick()
    assert "role_may_not" in board.said()
    assert board.view.height() == PAGE[1]  # it takes its room from the list
    assert len([line for line in board.lines() if "Lương" in line]) == 0


def test_what_could_not_be_written_is_told_and_goes_with_the_next_success(board: Board) -> None:
    board.desk.write.refuse = StorageRefused("disk_full")
    board.press(Qt.Key.Key_F6, Qt.Key.Key_Return)
    assert "disk_full" in board.said()
    board.press(Qt.Key.Key_Return)
    assert "disk_full" not in board.said()
    assert board.desk.grown == 1


def test_a_second_press_before_the_first_is_written_is_none(board: Board) -> None:
    board.desk.write.held = True
    board.press(Qt.Key.Key_F6, Qt.Key.Key_Return, Qt.Key.Key_Return)
    board.desk.write.release()
    assert board.desk.grown == 1


def test_when_nothing_is_left_the_keys_go_back_to_the_devices(qtbot: QtBot, station: Station, clock: Clock) -> None:
    for device in DEVICES[1:]:
        opened(station, device)
    clock.set("07:36")
    board = Board(qtbot, station)
    assert board.lines() == ["TB1 chưa mở Ca 1, trễ 6 phút. Mở ca, hoặc báo không chạy (Alt+1)"]
    board.press(Qt.Key.Key_F6)
    opened(station, DEVICES[0])
    board.tick()
    assert board.has_keys(board.devices)
    assert "Không có gì cần chú ý" in board.said()
    board.press(Qt.Key.Key_F6)
    assert board.has_keys(board.devices)


def test_an_administrator_is_not_asked_for_a_cause(qtbot: QtBot, afternoon: Station) -> None:
    board = Board(qtbot, as_user(afternoon, "nb.thinh"))
    board.press(Qt.Key.Key_F6, Qt.Key.Key_Down)
    assert not board.causes.isVisible()
    assert board.lines()[1].endswith("Chuyển bớt công dân sang máy đang sớm")


def test_the_words_of_every_other_line(qtbot: QtBot, station: Station, clock: Clock) -> None:
    opened(station)
    clock.set("07:31")
    for number in range(6):
        clock.advance(seconds=20)
        logged(station, f"0311950{number:05d}")
    opened(station, "TB-2")
    close_shift(station, "TB-2", 1, "Hồ sơ thử máy")
    report_zero(station, "TB-3", "ca-1", "Tập huấn")
    clock.set("13:05")
    board = Board(qtbot, station)
    assert [line for line in board.lines() if line.startswith(("TB1", "TB2", "TB4"))] == [
        "TB2 chưa mở Ca 2, trễ 35 phút. Mở ca, hoặc báo không chạy (Alt+1)",
        "TB4 chưa mở Ca 2, trễ 35 phút. Mở ca, hoặc báo không chạy (Alt+1)",
        "TB1 không ghi hồ sơ nào 5 giờ 32 phút. Hỏi tổ máy; máy dừng thì bấm F9",
        "TB2 chậm 5 giờ 34 phút. Chọn nguyên nhân ở ô bên dưới (Tab)",
        "TB1 chậm 5 giờ 19 phút. Chọn nguyên nhân ở ô bên dưới (Tab)",
        "TB1 hết giờ ca đã 35 phút, chưa đóng. Vào Ca (Alt+1), đóng và niêm phong",
        "TB2 lệch +1 hồ sơ khi đóng Ca 1. Hồ sơ thử máy. Đối chiếu bộ đếm của máy với sổ",
    ]
    clock.set("22:45")
    board.tick()
    assert "TB4 không mở Ca 3. Báo không chạy cho ca đó (Alt+1)" in board.lines()
    assert "Cả điểm chưa có biên nhận 15 giờ. Xuất USB, chuyển về chỉ huy (Alt+5)" in board.lines()
    clock.set("04:30", "2021-04-09")
    board.tick()
    overdue = "TB1 ca quá 04:00 chưa đóng, 30 phút. Vào Ca (Alt+1), đóng và niêm phong"
    assert board.lines()[0] == overdue


def test_fast_entries_and_an_unusual_share_are_told(qtbot: QtBot, station: Station, clock: Clock) -> None:
    for device in ("TB-1", "TB-2"):
        opened(station, device)
    for number in range(32):
        clock.advance(seconds=20)
        logged(station, f"0311950{number:05d}")
        outcome, reason = ("missing_papers", "no_old_card") if number % 2 else ("accepted", None)
        logged(station, f"0310720{number:05d}", "TB-2", outcome, reason)
    lines = Board(qtbot, station).lines()
    assert "TB1 ghi 20 giây một hồ sơ, dưới 45. Xem lại các hồ sơ vừa ghi (Alt+8)" in lines
    assert "TB2 Thiếu giấy tờ 50%, mọi khi 0%. Xem lại các hồ sơ vừa ghi (Alt+8)" in lines


def test_the_panel_in_use(board: Board, afternoon: Station) -> None:
    close_shift(afternoon, "TB-6", 121, "Hồ sơ thử máy")
    board.tick()
    board.press(Qt.Key.Key_F6, Qt.Key.Key_Return, Qt.Key.Key_Down)
    board.tick()
    assert_golden(board.frame, GOLDEN / "board_attention.png")


def test_nothing_asks_for_attention(qtbot: QtBot, station: Station, clock: Clock) -> None:
    for device in DEVICES:
        opened(station, device)
    clock.set("07:38")
    assert_golden(Board(qtbot, as_user(station, "pd.luong")).frame, GOLDEN / "board_calm.png")
