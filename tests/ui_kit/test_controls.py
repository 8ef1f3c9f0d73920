"""Every control works by keyboard and tells screen readers what it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QButtonGroup, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui_kit.specimens import RAIL, SPECIMENS
from ui_kit import strokes
from ui_kit.action_button import ActionButton
from ui_kit.check_row import CheckRow, CheckState
from ui_kit.navigation_rail import NavigationRail
from ui_kit.option_chip import OptionChip
from ui_kit.outcome_key import OutcomeKey
from ui_kit.scan_field import ScanField
from ui_kit.segmented_control import SegmentedControl
from ui_kit.table import Table
from ui_kit.table_cells import Cell, Column, Row, RowsModel

# The offscreen platform says so of every window of a fixed size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)


@pytest.mark.parametrize("name", SPECIMENS)
def test_every_control_has_an_accessible_name(qtbot: QtBot, name: str) -> None:
    specimen = SPECIMENS[name]()
    qtbot.addWidget(specimen)
    for widget in [specimen, *specimen.findChildren(QWidget)]:
        if isinstance(widget, CONTROLS) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            told = QAccessible.queryAccessibleInterface(widget)
            assert told is not None
            assert told.text(QAccessible.Text.Name).strip(), f"{type(widget).__name__} in {name}"


@pytest.mark.parametrize(
    "name",
    [
        "bullet_ahead",
        "bullet_compact",
        "hour_bars",
        "hour_bars_mini",
        "hour_bars_of_a_long_day",
        "deviations",
        "step_list",
        "step_bar",
        "progress_bar",
    ],
)
def test_every_graph_says_the_same_in_words(qtbot: QtBot, name: str) -> None:
    graph = SPECIMENS[name]()
    qtbot.addWidget(graph)
    assert len(graph.accessibleName()) > 3


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_and_by_space(qtbot: QtBot, key: Qt.Key) -> None:
    button = ActionButton("Niêm phong", key="Ctrl Enter", primary=True)
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked, timeout=1000):
        QTest.keyClick(button, key)


def test_a_disabled_button_is_not_pressed(qtbot: QtBot) -> None:
    button = ActionButton("In phiếu")
    qtbot.addWidget(button)
    button.setEnabled(False)
    with qtbot.assertNotEmitted(button.clicked):
        button.click()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_button_tells_its_progress(qtbot: QtBot) -> None:
    button = ActionButton("Xuất", key="Ctrl Enter")
    qtbot.addWidget(button)
    button.set_progress(0.5, "bước 3 / 5")
    assert button.accessibleDescription() == "bước 3 / 5"
    button.set_progress(None)
    assert button.accessibleDescription() == "Ctrl Enter"


def test_of_a_group_of_chips_one_is_chosen(qtbot: QtBot) -> None:
    window, group = QWidget(), QButtonGroup()
    qtbot.addWidget(window)
    chips = [OptionChip(str(number), f"lý do {number}", parent=window) for number in (1, 2)]
    for chip in chips:
        group.addButton(chip)
    QTest.keyClick(chips[0], Qt.Key.Key_Space)
    QTest.mouseClick(chips[1], Qt.MouseButton.LeftButton)
    assert [chip.isChecked() for chip in chips] == [False, True]


def test_a_press_on_an_outcome_only_asks(qtbot: QtBot) -> None:
    key = OutcomeKey("F3", "Sai dữ liệu dân cư")
    qtbot.addWidget(key)
    with qtbot.waitSignal(key.clicked, timeout=1000):
        QTest.keyClick(key, Qt.Key.Key_Space)
    assert not key.isChecked()
    key.setChecked(True)
    assert key.isChecked()


def test_left_and_right_move_the_segment_and_stop_at_the_ends(qtbot: QtBot) -> None:
    control = SegmentedControl(("Hôm nay", "Ca 2", "7 ngày"), "Khoảng thời gian")
    qtbot.addWidget(control)
    heard: list[int] = []
    control.changed.connect(heard.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(control, key)
    assert heard == [1, 2, 1]
    assert control.accessibleDescription() == "Ca 2"


def test_a_click_chooses_the_segment_under_it(qtbot: QtBot) -> None:
    control = SegmentedControl(("Hôm nay", "Ca 2", "7 ngày"), "Khoảng thời gian")
    qtbot.addWidget(control)
    control.resize(300, 40)
    QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=QPoint(290, 20))
    assert control.current() == 2


def test_digits_are_shown_in_threes_while_they_are_typed(qtbot: QtBot) -> None:
    field = ScanField("Số định danh")
    qtbot.addWidget(field)
    QTest.keyClicks(field, "031195004417")
    assert field.text() == "031 195 004 417"
    assert field.scanned() == "031195004417"
    for _ in range(3):
        QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.scanned() == "031195004"


def test_a_correction_in_the_middle_keeps_its_place(qtbot: QtBot) -> None:
    field = ScanField("Số định danh")
    qtbot.addWidget(field)
    QTest.keyClicks(field, "031195")
    field.setCursorPosition(1)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert (field.scanned(), field.cursorPosition()) == ("01195", 1)


def test_the_text_of_a_code_is_left_as_it_came(qtbot: QtBot) -> None:
    field = ScanField("Số định danh")
    qtbot.addWidget(field)
    code = "031195004417|031234567|Nguyễn Thị Mai An|12031995|Nữ|P. Dư Hàng Kênh|08042021"
    field.set_scanned(code)
    assert field.scanned() == code
    field.clear()
    QTest.keyClicks(field, "031195004417|An Mai")
    assert field.scanned() == field.text()
    assert field.scanned().endswith("|An Mai")


def test_alt_and_a_number_ask_for_a_screen(qtbot: QtBot) -> None:
    rail = NavigationRail([entry for entry in RAIL if entry.screen != "board"], "Khóa")
    qtbot.addWidget(rail)
    with qtbot.waitActive(rail):
        rail.show()
        rail.activateWindow()
    with qtbot.waitSignal(rail.chosen, timeout=1000) as asked:
        QTest.keyClick(rail, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert asked.args == ["export"]


def test_a_press_on_an_entry_asks_and_leaves_the_mark_to_the_window(qtbot: QtBot) -> None:
    rail = NavigationRail(RAIL, "Khóa")
    qtbot.addWidget(rail)
    rail.set_current("shift")
    buttons = {button.text(): button for button in rail.findChildren(QAbstractButton)}
    with qtbot.waitSignal(rail.chosen, timeout=1000) as asked:
        buttons["Xuất USB"].click()
    assert asked.args == ["export"]
    assert [text for text, button in buttons.items() if button.isChecked()] == ["Ca"]
    with qtbot.waitSignal(rail.lock_asked, timeout=1000):
        buttons["Khóa"].click()


def test_a_measured_line_of_the_checklist_cannot_be_ticked(qtbot: QtBot) -> None:
    measured, manual = (CheckRow("Nguồn điện", by_hand=by_hand, aside="x") for by_hand in (False, True))
    qtbot.addWidget(measured)
    qtbot.addWidget(manual)
    assert measured.focusPolicy() == Qt.FocusPolicy.NoFocus
    with qtbot.waitSignal(manual.clicked, timeout=1000):
        QTest.keyClick(manual, Qt.Key.Key_Space)
    assert manual.state() is CheckState.OPEN


def test_enter_opens_the_row_that_the_arrows_came_to(qtbot: QtBot) -> None:
    model = RowsModel((Column("Thiết bị", 0), Column("Lệch", 80, strokes.RIGHT)))
    model.set_rows([Row((Cell(str(number)), Cell("0", delta=True)), thing=number) for number in range(3)])
    table = Table("Thiết bị", model)
    qtbot.addWidget(table)
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened, timeout=1000) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [1]
    assert model.line(1).thing == 1


def test_new_figures_keep_the_chosen_row(qtbot: QtBot) -> None:
    model = RowsModel((Column("Thiết bị", 0),))
    model.set_rows([Row((Cell(str(number)),)) for number in range(3)])
    table = Table("Thiết bị", model)
    qtbot.addWidget(table)
    table.selectRow(2)
    model.set_rows([Row((Cell(f"mới {number}"),)) for number in range(3)])
    assert table.currentIndex().row() == 2
    assert table.currentIndex().data() == "mới 2"
