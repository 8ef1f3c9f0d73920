"""The intake screen as people use it: real keys in real widgets, with the real lanes over a real station."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from campaign.refusal import StorageRefused
from db.reads.applications import applications_before
from station_app.services.station import Station
from station_app.ui.intake.commune_field import CommuneField
from station_app.ui.intake.duplicate_panel import DuplicatePanel
from station_app.ui.intake.presenter import IntakePresenter
from station_app.ui.intake.row_below import RowBelow
from station_app.ui.intake.view import IntakeView
from tests.golden import assert_golden
from tests.station_app.desks import PASSWORD, Clock, FakeDesk, at, opened
from tests.station_app.intake_day import AN, LOC
from tests.station_app.intake_surface import MRZ, QR, Timer, a_person_of
from tests.station_app.intake_window import PAGE, Keys, LiveDesk, Screen, settle, shown
from ui_kit import theme
from ui_kit.option_chip import OptionChip
from ui_kit.status_label import StatusLabel
from ui_kit.table import Table

# The offscreen platform has no window manager to tell of sizes, and no keyboard to grab for a list of proposals.
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard"),
    pytest.mark.usefixtures("application"),
]

GOLDEN = Path(__file__).parent / "golden"


def journalled(station: Station) -> list[tuple[str, str, bool]]:
    """Outcome, reason and whether it was voided, oldest first."""
    with station.store.read() as snapshot:
        found = applications_before(snapshot, station.identity.station, 1, limit=99)
    rows = [one.application for one in reversed(found)]
    return [(row.outcome, row.reason, bool(row.voided_n)) for row in rows]


def test_a_morning_at_the_desk(qtbot: QtBot, station: Station) -> None:
    """Three people, a reason, a duplicate and an undo, with nothing but keys."""
    opened(station)
    view, desk, timer = IntakeView(), LiveDesk(station), Timer()
    window = shown(qtbot, view)
    presenter = IntakePresenter(view, desk, a_person_of, timer)
    keys = Keys(window, presenter, timer)
    presenter.shown()
    (table,) = window.findChildren(Table)

    def saved(count: int) -> None:
        model = table.model()
        words = [str(model.index(row, 7).data()) for row in range(model.rowCount())]
        assert len(words) == count
        assert set(words) <= {"chưa gửi", "đã hoàn tác"}

    keys.scan("031195004417")
    keys.press(Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: saved(1))
    keys.scan("031072008815")
    keys.press(Qt.Key.Key_F3)
    keys.type("2")
    qtbot.waitUntil(lambda: saved(2))
    keys.scan(QR)
    keys.press(Qt.Key.Key_F1)
    keys.press(Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: saved(3))
    keys.scan("031195004417")
    qtbot.waitUntil(view.findChildren(DuplicatePanel)[0].isVisible)
    keys.press(Qt.Key.Key_F1)  # no: it is accepted already
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: saved(4))
    keys.scan("031199000243")
    keys.press(Qt.Key.Key_Return)
    keys.undo()
    qtbot.waitUntil(lambda: saved(5))
    qtbot.waitUntil(lambda: journalled(station)[-1][2])

    assert journalled(station) == [
        ("accepted", "", False),
        ("population_data_mismatch", "name_differs", False),
        ("accepted", "", False),
        ("duplicate", "already_logged_this_shift", False),
        ("accepted", "", True),
    ]
    for lane in (desk.read, desk.write, desk.slow):
        lane.stop()
    qtbot.wait(20)  # the last answers are still on their way to the window


def test_the_pictures_of_the_screen(qtbot: QtBot, thursday: Station, clock: Clock, application: QApplication) -> None:
    screen = Screen(qtbot, FakeDesk(thursday))
    keys = screen.keys

    def looks(name: str) -> None:
        qtbot.wait(120)  # gauges rest between two paints
        settle()
        assert_golden(screen.window, GOLDEN / f"{name}.png")

    keys.scan(AN[0])
    keys.press(Qt.Key.Key_F3)
    looks("intake_reason")
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_F1)
    theme.apply(application, dark=True)
    looks("intake_saved_dark")
    theme.apply(application)
    keys.scan(LOC[0])
    looks("intake_duplicate")
    keys.press(Qt.Key.Key_Escape)
    keys.scan("TK-2021-000123")
    keys.scan(QR.replace("031188000862", "031188000999").replace("Thị", "Thi\bị"))
    looks("intake_input_method")
    keys.scan(LOC[0])
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_F9)
    keys.type("2")
    clock.advance(minutes=4, seconds=12)
    screen.presenter.shown()
    looks("intake_pause")


def test_every_state_fits_the_page(qtbot: QtBot, thursday: Station) -> None:
    screen = Screen(qtbot, FakeDesk(thursday))
    keys, view = screen.keys, screen.view

    def fits() -> None:
        settle()
        hint = view.minimumSizeHint()
        assert (hint.width() <= PAGE[0], hint.height() <= PAGE[1]) == (True, True), (hint.width(), hint.height())

    fits()
    keys.scan("145670243")
    fits()
    keys.press(Qt.Key.Key_F11)
    fits()
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_Escape)
    keys.scan("03119500")
    fits()
    keys.scan(LOC[0])
    keys.press(Qt.Key.Key_F8)
    keys.type("sai")
    keys.press(Qt.Key.Key_Return)
    keys.type("hai người khác nhau")
    keys.press(Qt.Key.Key_Return)
    fits()
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_Escape)
    keys.scan("TK-" + "9" * 61)
    fits()
    keys.scan(QR.replace("Thị", "Thi\bị"))
    fits()
    keys.press(Qt.Key.Key_F2)
    keys.press(Qt.Key.Key_F2)
    keys.type("1")
    keys.scan(AN[0])
    keys.scan("TK-" + "9" * 61)
    assert any("đã dùng" in label.accessibleName() for label in view.findChildren(StatusLabel))
    fits()
    keys.press(Qt.Key.Key_Escape)
    keys.press(Qt.Key.Key_F9)
    keys.press(Qt.Key.Key_F9)
    fits()
    screen.desk.pick_device("TB-4")
    fits()


def test_a_paste_with_a_line_end_is_a_scan_and_one_without_is_typing(qtbot: QtBot, thursday: Station) -> None:
    screen = Screen(qtbot, FakeDesk(thursday))
    clipboard, paste = QGuiApplication.clipboard(), Qt.KeyboardModifier.ControlModifier
    screen.keys.type("0311")
    clipboard.setText("031 199 000 243\r\n")
    screen.keys.press(Qt.Key.Key_V, paste)
    assert screen.view.field_text() == ""
    screen.keys.press(Qt.Key.Key_F1)
    assert screen.cell(0, 2) == "•••• 0243"
    clipboard.setText("031199000244")
    screen.keys.press(Qt.Key.Key_V, paste)
    assert screen.view.field_text() == "031199000244"
    screen.keys.press(Qt.Key.Key_A, paste)
    clipboard.clear()
    screen.keys.press(Qt.Key.Key_C, paste)
    assert clipboard.text() == ""
    screen.keys.press(Qt.Key.Key_F1)
    assert screen.cell(0, 2) == "•••• 0244"


def test_a_scan_begins_anew_over_what_was_read_and_an_editing_key_corrects_it(qtbot: QtBot, thursday: Station) -> None:
    screen = Screen(qtbot, FakeDesk(thursday))
    screen.keys.scan("031199000243")
    screen.keys.scan("031199000244")
    screen.keys.press(Qt.Key.Key_F1)
    assert screen.cell(0, 2) == "•••• 0244"
    screen.keys.scan("03119900024")
    screen.keys.press(Qt.Key.Key_End)
    screen.keys.type("5")
    screen.keys.press(Qt.Key.Key_Return)
    screen.keys.press(Qt.Key.Key_F1)
    assert screen.cell(0, 2) == "•••• 0245"


def test_a_scanner_may_end_with_tab_and_an_mrz_comes_in_lines(qtbot: QtBot, thursday: Station) -> None:
    screen = Screen(qtbot, FakeDesk(thursday))
    screen.keys.scan("031199000243", end="\t")
    screen.keys.press(Qt.Key.Key_F1)
    assert screen.cell(0, 2) == "•••• 0243"
    for line in MRZ:
        screen.keys.scan(line)
    screen.keys.press(Qt.Key.Key_F1)
    assert (screen.cell(0, 2), screen.cell(0, 3)) == ("•••• 4417", "NGUYEN THI MAI AN")


def test_the_mouse_does_what_keys_do_and_the_focus_returns_to_the_field(qtbot: QtBot, thursday: Station) -> None:
    screen = Screen(qtbot, FakeDesk(thursday))
    left = Qt.MouseButton.LeftButton
    screen.keys.scan("031199000243")
    by_name = {child.accessibleName(): child for child in screen.view.findChildren(QWidget)}
    QTest.mouseClick(by_name["Thiếu giấy tờ"], left)
    chip = next(chip for chip in screen.view.findChildren(OptionChip) if chip.text() == "Sổ hộ khẩu")
    QTest.mouseClick(chip, left)
    assert screen.results()[0] == "F2 Thiếu giấy tờ · sổ hộ khẩu"
    assert QApplication.focusWidget() is screen.view.focusProxy()
    table = screen.table()
    place = table.visualRect(table.model().index(0, 6)).center()
    QTest.mouseClick(table.viewport(), left, Qt.KeyboardModifier.NoModifier, place)
    assert screen.cell(0, 7) == "đã hoàn tác"
    assert QApplication.focusWidget() is screen.view.focusProxy()
    screen.keys.type("1")
    assert screen.view.field_text() == "1"


def test_typed_fields_by_keyboard(qtbot: QtBot, thursday: Station) -> None:
    screen = Screen(qtbot, FakeDesk(thursday))
    screen.keys.scan("145670243")
    screen.keys.type("Đoàn Hữu Phước")
    screen.keys.press(Qt.Key.Key_Return)
    screen.keys.type("2/9/1960")
    screen.keys.press(Qt.Key.Key_Tab)
    screen.keys.press(Qt.Key.Key_Right)
    screen.keys.press(Qt.Key.Key_Tab)
    screen.keys.type("11395")
    screen.keys.press(Qt.Key.Key_F1)
    assert [screen.cell(0, column) for column in (2, 3, 4)] == ["•••• 0243", "Đoàn Hữu Phước", "1960"]
    assert screen.view.field_text() == ""
    screen.keys.type("1")
    assert screen.view.field_text() == "1"


def test_a_supervisors_word_by_keyboard(qtbot: QtBot, thursday: Station) -> None:
    screen = Screen(qtbot, FakeDesk(thursday))
    screen.keys.scan(LOC[0])
    screen.keys.press(Qt.Key.Key_F8)
    screen.desk.write.held = True
    screen.keys.type("sai")
    screen.keys.press(Qt.Key.Key_Return)
    screen.keys.type("hai người")
    screen.keys.press(Qt.Key.Key_Return)
    screen.desk.write.release()
    screen.keys.type(PASSWORD)
    screen.keys.press(Qt.Key.Key_Return)
    assert screen.cell(0, 2) == "•••• 8815"
    assert screen.results()[0] == "F1 Đã thu nhận"


def test_a_cause_from_the_whole_list_is_confirmed_with_enter(qtbot: QtBot, thursday: Station) -> None:
    screen = Screen(qtbot, FakeDesk(thursday))
    screen.keys.press(Qt.Key.Key_F9)
    screen.keys.type("0")
    screen.keys.press(Qt.Key.Key_Down)
    screen.keys.press(Qt.Key.Key_Down)
    assert screen.desk.grown == 0
    screen.keys.press(Qt.Key.Key_Return)
    assert screen.desk.grown == 1
    screen.keys.press(Qt.Key.Key_F9)
    assert screen.desk.grown == 2
    screen.keys.type("7")
    assert screen.view.field_text() == "7"


def test_a_failed_write_is_retried_with_enter(qtbot: QtBot, thursday: Station) -> None:
    screen = Screen(qtbot, FakeDesk(thursday))
    screen.desk.write.refuse = StorageRefused("disk_full")
    screen.keys.scan("031199000243")
    screen.keys.press(Qt.Key.Key_F1)
    assert screen.cell(0, 7) == "chưa ghi"
    screen.keys.press(Qt.Key.Key_Return)
    assert screen.cell(0, 7) == "chưa gửi"


def test_an_empty_shift_says_so_and_a_closed_device_leads_on(qtbot: QtBot, station: Station, clock: Clock) -> None:
    desk = FakeDesk(station)
    screen = Screen(qtbot, desk)
    screen.keys.press(Qt.Key.Key_Return)
    assert desk.gone == ["shift"]
    opened(station)
    screen.presenter.shown()
    assert screen.cell(0, 0) == "Chưa có hồ sơ trong ca"
    screen.keys.press(Qt.Key.Key_F10)
    assert desk.gone == ["shift", "shift_close"]
    clock.moment = at("04:05", day="2021-04-09")
    screen.presenter.shown()
    screen.keys.press(Qt.Key.Key_Return)
    assert desk.gone[2:] == ["shift_close"]


def test_the_list_fetches_its_next_page_when_scrolled_down(qtbot: QtBot, thursday: Station) -> None:
    screen = Screen(qtbot, FakeDesk(thursday))
    table = screen.table()
    before = table.model().rowCount()
    table.scrollToBottom()
    qtbot.waitUntil(lambda: table.model().rowCount() > before)


def test_what_the_row_below_the_keys_says(qtbot: QtBot, thursday: Station) -> None:
    screen = Screen(qtbot, FakeDesk(thursday))

    def says() -> list[str]:
        row = screen.view.findChildren(RowBelow)[0]
        return [label.accessibleName() for label in row.findChildren(StatusLabel) if label.isVisible()]

    screen.keys.press(Qt.Key.Key_F1)
    assert says() == ["Quét hoặc gõ số trước, rồi bấm phím kết quả"]
    screen.keys.scan("031199000243")
    screen.keys.scan(QR.replace("031188000862", "031188000999"))
    assert says() == ["Số •••• 0243 chưa ghi, đã bỏ: quét lại nếu cần"]
    screen.keys.press(Qt.Key.Key_F1)
    assert says() == ["Đã có thẻ gắn chíp: bấm F1 lần nữa nếu vẫn ghi"]
    screen.keys.press(Qt.Key.Key_Return)
    assert says() == ["Đã ghi STT 237 · F1 Đã thu nhận · 2,8 giây"]
    screen.keys.undo()
    assert says() == ["Đã hoàn tác STT 237"]
    screen.keys.undo()
    assert says() == ["voided_already"]
    screen.desk.write.refuse = StorageRefused("disk_full")
    screen.keys.scan("031199000243")
    screen.keys.press(Qt.Key.Key_F1)
    screen.keys.scan("031199000244")
    assert says() == ["1 hồ sơ chưa ghi được (•••• 0243): hiện lại khi xong hồ sơ này"]


def test_a_commune_is_found_by_a_few_letters_without_marks(qtbot: QtBot, thursday: Station) -> None:
    screen = Screen(qtbot, FakeDesk(thursday))
    field = screen.view.findChildren(CommuneField)[0]
    screen.keys.scan("031199000243")
    screen.keys.press(Qt.Key.Key_F12)
    field.setFocus()
    screen.keys.type("du hang ke")
    finder = field.completer()
    assert [finder.currentCompletion()] == ["Dư Hàng Kênh, Lê Chân"]
    popup = finder.popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert field.text() == "Dư Hàng Kênh, Lê Chân"
    screen.keys.press(Qt.Key.Key_F1)
    assert screen.cell(0, 5) == "P. Dư Hàng Kênh"
