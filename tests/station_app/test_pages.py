"""The readiness, closing and board pages: real widgets, real presenters, a real station; and their pictures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from station_app.services.readiness import Surroundings
from station_app.services.station import Station
from station_app.ui import print_button
from station_app.ui.board.device_table import DeviceTable
from station_app.ui.board.presenter import BoardPresenter
from station_app.ui.board.view import BoardView
from station_app.ui.frame import Frame
from station_app.ui.inside import Inside
from station_app.ui.readiness import presenter as readiness
from station_app.ui.readiness.crew_card import CrewCard
from station_app.ui.readiness.presenter import ReadinessPresenter
from station_app.ui.readiness.view import ReadinessView
from station_app.ui.readiness.zero_report import ZeroReport
from station_app.ui.shift_close import slip
from station_app.ui.shift_close.hand_over_card import HandOverCard
from station_app.ui.shift_close.presenter import ShiftClosePresenter
from station_app.ui.shift_close.view import ShiftCloseView
from tests.golden import assert_golden
from tests.station_app.desks import PASSWORD, Clock, FakeDesk, as_user, logged, opened
from ui_kit import theme
from ui_kit.action_button import ActionButton
from ui_kit.check_row import CheckRow, CheckState
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label
from ui_kit.option_chip import OptionChip
from ui_kit.option_tile import OptionTile
from ui_kit.pick_field import PickField
from ui_kit.table_cells import RowTone
from ui_kit.text_field import TextField

# The offscreen platform has no window manager to tell of sizes.
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard"),
    pytest.mark.usefixtures("application"),
]

GOLDEN = Path(__file__).parent / "golden"
PAGE = (1286, 664)
"""The window without rail and status bar."""
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _around(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readiness, "surroundings", lambda _: Surroundings(61 * 10**9, unknown_stick=False))


def shown(qtbot: QtBot, page: QWidget) -> Frame:
    """The page in the program's window, without rail and status bar."""
    frame = Frame()
    qtbot.addWidget(frame, before_close_func=lambda _: frame.let_go())
    inside = Inside(frame)
    inside.bottom.hide()
    inside.add_page(page)
    frame.resize(*PAGE)
    frame.show()
    inside.show_page(page)
    QApplication.processEvents()
    return frame


def settled(window: QWidget) -> QWidget:
    """What was shown or hidden has found its place: layouts are told of each other one event later."""
    for _ in range(4):
        QTest.qWait(2)
    return window


class OpeningPage:
    def __init__(self, qtbot: QtBot, desk: FakeDesk) -> None:
        self.view, self.desk = ReadinessView(), desk
        self.presenter = ReadinessPresenter(self.view, desk)
        desk.picked = self.presenter.shown
        self.presenter.shown()
        self.window = shown(qtbot, self.view)

    def rows(self) -> dict[str, CheckRow]:
        return {row.text(): row for row in self.view.findChildren(CheckRow)}

    def by_hand(self) -> list[CheckRow]:
        return [row for row in self.view.findChildren(CheckRow) if row.focusPolicy() != Qt.FocusPolicy.NoFocus]

    def tick_all(self) -> None:
        for row in self.by_hand():
            QTest.keyClick(row, Qt.Key.Key_Space)

    def trouble(self) -> str:
        """The title of the panel over the main button."""
        panels = [panel for panel in self.view.findChildren(InlinePanel) if panel.isVisible()]
        return panels[-1].title.text() if panels else ""

    def button(self) -> ActionButton:
        return next(button for button in self.view.findChildren(ActionButton) if button.text().startswith("Mở ca"))


@pytest.fixture
def opening(qtbot: QtBot, desk: FakeDesk) -> OpeningPage:
    return OpeningPage(qtbot, desk)


def test_the_first_line_to_tick_has_the_focus_and_measured_lines_never_do(opening: OpeningPage) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, CheckRow)
    assert focused.text() == "Nguồn điện, dây dẫn, ổ cắm an toàn"
    assert len(opening.by_hand()) == 8
    measured = opening.rows()["Chuỗi bản ghi không đứt, không có bản ghi lạ"]
    QTest.mouseClick(measured, Qt.MouseButton.LeftButton)
    assert measured.state() is CheckState.PASSED


def test_arrows_walk_the_checklist_and_space_ticks(opening: OpeningPage) -> None:
    first, second = opening.by_hand()[:2]
    QTest.keyClick(first, Qt.Key.Key_Space)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is second
    assert (first.state(), second.state()) == (CheckState.PASSED, CheckState.OPEN)


def test_a_shift_opens_by_ctrl_enter(opening: OpeningPage) -> None:
    opening.tick_all()
    assert_golden(settled(opening.window), GOLDEN / "readiness.png")
    QTest.keyClick(opening.by_hand()[-1], Qt.Key.Key_Return, CTRL)
    assert opening.desk.gone == ["intake"]


def test_what_is_missing_is_said_and_gets_the_focus(opening: OpeningPage) -> None:
    opening.view.setFocus()
    QTest.keyClick(opening.by_hand()[-1], Qt.Key.Key_Return, CTRL)
    assert opening.trouble() == "Còn mục chưa kiểm"
    focused = QApplication.focusWidget()
    assert isinstance(focused, CheckRow)
    assert focused.text() == "Nguồn điện, dây dẫn, ổ cắm an toàn"


def test_a_failed_line_asks_for_a_note_and_a_supervisors_word(opening: OpeningPage) -> None:
    opening.tick_all()
    printer = opening.rows()["Máy ảnh, vân tay, máy quét, máy in chạy thử đạt"]
    QTest.keyClick(printer, Qt.Key.Key_Space)
    fields = {field.accessibleName(): field for field in opening.view.findChildren(TextField) if field.isVisible()}
    assert set(fields) == {"Lý do các mục chưa đạt", "Lý do vẫn mở ca", "Mật khẩu của phụ trách"}
    fields["Lý do các mục chưa đạt"].insert("Máy in kẹt giấy")
    fields["Lý do vẫn mở ca"].insert("Chép tay dấu niêm phong")
    assert_golden(settled(opening.window), GOLDEN / "readiness_override.png")
    QTest.keyClicks(fields["Mật khẩu của phụ trách"], "sai")
    opening.button().click()
    assert opening.trouble() == "Chưa mở được ca"
    fields["Mật khẩu của phụ trách"].clear()
    QTest.keyClicks(fields["Mật khẩu của phụ trách"], PASSWORD)
    opening.button().click()
    assert opening.desk.gone == ["intake"]


def test_a_full_disk_disables_the_button_and_names_the_line(
    opening: OpeningPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readiness, "surroundings", lambda _: Surroundings(1000, unknown_stick=False))
    opening.presenter.shown()
    assert not opening.button().isEnabled()
    assert opening.trouble() == "Đủ dung lượng lưu trữ"
    monkeypatch.setattr(readiness, "surroundings", lambda _: Surroundings(10**10, unknown_stick=False))
    opening.presenter.shown()
    assert (opening.button().isEnabled(), opening.trouble()) == (True, "")


def test_a_digit_picks_a_device_but_not_while_typing(opening: OpeningPage) -> None:
    QTest.keyClick(opening.by_hand()[0], Qt.Key.Key_3)
    assert opening.desk.device == "TB-3"
    (checked,) = [
        tile.accessibleName()
        for tile in opening.view.findChildren(OptionTile)
        if tile.isChecked() and tile.height() < 50
    ]
    assert checked == "Thiết bị 3"
    opening.view.findChildren(ZeroReport)[0].findChildren(ActionButton)[0].click()
    focused = QApplication.focusWidget()
    assert isinstance(focused, TextField)
    QTest.keyClicks(focused, "5 may hong")
    assert opening.desk.device == "TB-3"
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert opening.desk.grown == 1


def test_a_commander_may_be_typed(opening: OpeningPage) -> None:
    card = opening.view.findChildren(CrewCard)[0]
    assert card.commander() == "Phạm Đức Lương"
    field = next(field for field in card.findChildren(PickField) if field.accessibleName() == "Chỉ huy ca")
    field.setCurrentIndex(field.count() - 1)
    focused = QApplication.focusWidget()
    assert isinstance(focused, TextField)
    focused.insert("Vũ Hải Yến")
    assert (card.commander(), card.crew()) == ("Vũ Hải Yến", ("tk.van",))
    opening.presenter.shown()
    assert card.commander() == "Vũ Hải Yến"


class ClosingPage:
    def __init__(self, qtbot: QtBot, desk: FakeDesk) -> None:
        self.view, self.desk = ShiftCloseView(), desk
        self.presenter = ShiftClosePresenter(self.view, desk)
        self.presenter.shown()
        self.window = shown(qtbot, self.view)

    def texts(self) -> list[str]:
        return [label.text() for label in self.view.findChildren(Label) if label.isVisible()]


def test_a_shift_is_counted_reasoned_and_sealed_by_keys(
    qtbot: QtBot, afternoon: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slip, "read_aloud", lambda head: "7F3A 91C0 2B")  # heads differ from station to station
    page = ClosingPage(qtbot, FakeDesk(afternoon))
    counter = QApplication.focusWidget()
    assert isinstance(counter, TextField)
    QTest.keyClicks(counter, "90")
    QTest.keyClick(counter, Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), OptionChip)
    QTest.keyClick(page.view.findChildren(OptionChip)[0], Qt.Key.Key_2)
    assert_golden(settled(page.window), GOLDEN / "shift_close.png")
    QTest.keyClick(page.view.findChildren(OptionChip)[0], Qt.Key.Key_Return, CTRL)
    assert_golden(settled(page.window), GOLDEN / "shift_sealed.png")
    focused = QApplication.focusWidget()
    assert isinstance(focused, ActionButton)
    assert focused.text() == "Ca tiếp theo"
    QTest.keyClick(focused, Qt.Key.Key_Return, CTRL)
    assert page.desk.gone == ["shift"]


def test_a_slip_that_is_sealed_shows_the_head_in_4_4_2(qtbot: QtBot, desk: FakeDesk, clock: Clock) -> None:
    opened(desk.station)
    clock.set("12:35")
    logged(desk.station, "031195004417")
    page = ClosingPage(qtbot, desk)
    page.view.counter_typed.emit("1")
    QTest.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    assert page.desk.grown == 1
    assert "có sau khi niêm phong" not in page.texts()
    assert any(re.fullmatch("[0-9A-F]{4} [0-9A-F]{4} [0-9A-F]{2}", text) for text in page.texts())
    assert slip.read_aloud("7f3a91c02bffff") == "7F3A 91C0 2B"


def test_without_a_printer_the_slip_goes_into_a_file(
    qtbot: QtBot, desk: FakeDesk, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_button, "print_slip", lambda _: False)
    monkeypatch.setattr("PySide6.QtCore.QStandardPaths.writableLocation", lambda _: str(tmp_path / "documents"))
    opened(desk.station)
    clock.set("12:35")
    logged(desk.station, "031195004417")
    page = ClosingPage(qtbot, desk)
    QTest.keyClick(page.view, Qt.Key.Key_P, CTRL)
    assert not list(tmp_path.glob("documents/*"))
    page.view.counter_typed.emit("1")
    QTest.keyClick(page.view, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(page.view, Qt.Key.Key_P, CTRL)
    (saved,) = (tmp_path / "documents").iterdir()
    assert re.fullmatch(r"phieu-ca-2021-04-08-[0-9]+\.pdf", saved.name)
    assert saved.read_bytes().startswith(b"%PDF-")
    assert "031195004417" not in saved.read_bytes().decode("latin-1")


def test_escape_leaves_and_digits_choose_only_outside_of_fields(qtbot: QtBot, afternoon: Station) -> None:
    page = ClosingPage(qtbot, FakeDesk(afternoon))
    counter = QApplication.focusWidget()
    assert isinstance(counter, TextField)
    QTest.keyClicks(counter, "4")
    assert not any(chip.isChecked() for chip in page.view.findChildren(OptionChip))
    QTest.keyClick(counter, Qt.Key.Key_Escape)
    assert page.desk.gone == ["intake"]


def test_the_shift_is_handed_over_in_place(qtbot: QtBot, afternoon: Station) -> None:
    page = ClosingPage(qtbot, FakeDesk(afternoon))
    card = page.view.findChildren(HandOverCard)[0]
    QTest.keyClick(card.password, Qt.Key.Key_Return)
    assert "Chưa chọn người nhận" in page.texts()
    card.receiver.setCurrentIndex(card.receiver.findData("dm.quy"))
    QTest.keyClicks(card.password, PASSWORD)
    QTest.keyClick(card.password, Qt.Key.Key_Return)
    assert any("Đã giao ca cho Đỗ Minh Quý" in text for text in page.texts())
    assert card.password.text() == ""


class BoardPage:
    def __init__(self, qtbot: QtBot, desk: FakeDesk) -> None:
        self.view, self.desk = BoardView(), desk
        self.presenter = BoardPresenter(self.view, desk)
        self.presenter.shown()
        self.window = shown(qtbot, self.view)
        self.presenter.tick()
        self.table = self.view.findChildren(DeviceTable)[0]

    def current(self) -> str:
        return str(self.table.model().index(self.table.currentIndex().row(), 0).data())


@pytest.mark.parametrize("dark", [False, True])
def test_the_board_of_an_afternoon(qtbot: QtBot, afternoon: Station, application: QApplication, dark: bool) -> None:
    theme.apply(application, dark=dark)
    page = BoardPage(qtbot, FakeDesk(as_user(afternoon, "pd.luong")))
    assert_golden(settled(page.window), GOLDEN / f"board{'_dark' if dark else ''}.png")


def test_the_board_before_the_first_shift(qtbot: QtBot, desk: FakeDesk, clock: Clock) -> None:
    clock.set("08:30")
    page = BoardPage(qtbot, desk)
    assert_golden(settled(page.window), GOLDEN / "board_empty.png")


def test_enter_opens_the_worst_until_somebody_moves(qtbot: QtBot, afternoon: Station) -> None:
    page = BoardPage(qtbot, FakeDesk(afternoon))
    assert page.current().startswith("5")
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert (page.desk.device, page.desk.gone) == ("TB-5", ["intake"])
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert page.desk.device == "TB-3"


def test_who_was_moved_to_stays_current_when_the_order_changes(qtbot: QtBot, afternoon: Station, clock: Clock) -> None:
    page = BoardPage(qtbot, FakeDesk(afternoon))
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    for number in range(60):
        logged(afternoon, device="TB-3", number=f"3{number:08d}", name="Bùi Văn Bảy", birth_date="1950")
    page.presenter.tick()
    assert page.current().startswith("3")
    assert page.table.currentIndex().row() == 5
    QTest.keyClick(page.table, Qt.Key.Key_Home)
    assert page.current().startswith("5")


def test_the_row_that_needs_help_and_silent_rows_have_their_ground(
    qtbot: QtBot, afternoon: Station, clock: Clock
) -> None:
    page = BoardPage(qtbot, FakeDesk(afternoon))
    model = page.table.model()
    tones = [model.line(row).tone for row in range(6)]
    assert tones == [RowTone.ALARM, *[RowTone.PLAIN] * 5]
    clock.set("16:30")
    page.presenter.tick()
    tones = [model.line(row).tone for row in range(6)]
    assert tones == [RowTone.ALARM, *[RowTone.LATE] * 5]


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_no_words_are_cut_at_any_text_size(
    qtbot: QtBot, afternoon: Station, application: QApplication, scale: float
) -> None:
    """Pages scroll where large text needs more room than the window has, so each gets the room it asks for."""
    theme.apply(application, scale=scale)
    supervisor = as_user(afternoon, "pd.luong")
    desks = FakeDesk(supervisor), FakeDesk(supervisor, device="TB-1")
    board, closing = BoardPage(qtbot, desks[0]), ClosingPage(qtbot, desks[1])
    closing.view.counter_typed.emit("90")
    for page in (board, closing):
        page.presenter.tick()
        QApplication.processEvents()
        (scroll,) = page.window.findChildren(QScrollArea)
        assert page.view.width() >= page.view.minimumSizeHint().width()
        if scale == 1:
            assert page.view.size() == scroll.viewport().size()
        cut = [label.text() for label in page.view.findChildren(Label) if label.isVisible() and _is_cut(label)]
        assert cut == []


def _is_cut(label: Label) -> bool:
    metrics = label.fontMetrics()
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height()
    return metrics.horizontalAdvance(label.text()) > label.contentsRect().width() + 1
