"""Scanners at the real window: whatever has the focus, each scan is one application, and nothing else happens."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from db.reads.applications import applications_before
from station_app.hardware.wedge import LONGEST, PAUSE_MS
from station_app.ui.board.view import BoardView
from station_app.ui.intake.input_method_strip import InputMethodStrip
from station_app.ui.intake.scan_line import ScanLine
from station_app.ui.intake.view import IntakeView
from station_app.ui.readiness.view import ReadinessView
from station_app.ui.sign_in.view import SignInView
from station_app.ui.word_strip import WordStrip
from tests.station_app.desks import PASSWORD, Clock, at, copied, opened, station_at
from tests.station_app.intake_surface import AN, BINH, MRZ, QR
from tests.station_app.scanners import Keyboard
from tests.station_app.windows import Window
from ui_kit import theme

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard"),
    pytest.mark.usefixtures("application"),
]

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
CMND = "145670243"


@pytest.fixture(scope="session")
def open_home(prepared_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shift is open on device 1."""
    home, clock = copied(prepared_home, tmp_path_factory.mktemp("open") / "home"), Clock(at("07:30"))
    with station_at(home, clock) as station:
        opened(station)
    return home


@pytest.fixture
def window(open_home: Path, tmp_path: Path, clock: Clock) -> Iterator[Window]:
    clock.set("08:00")
    made = Window(copied(open_home, tmp_path / "open"), clock)
    made.sign_in("tk.van")
    yield made
    if made.frame.isVisible():
        made.close()


@pytest.fixture
def keyboard(window: Window) -> Keyboard:
    return Keyboard(window.frame)


def line(window: Window) -> ScanLine:
    (found,) = window.shown(IntakeView).findChildren(ScanLine)
    return found


def field(window: Window, name: str) -> QLineEdit:
    return next(
        found
        for found in window.shown(IntakeView).findChildren(QLineEdit)
        if found.accessibleName() == name and found.isVisible()
    )


def logged(window: Window) -> list[tuple[str, str, str]]:
    """Number or old number, name, source; oldest first."""
    window.rest()
    station = window.desktop.station
    assert station is not None
    with station.store.read() as snapshot:
        found = applications_before(snapshot, station.identity.station, station.identity.epoch, limit=99)
    return [
        (shown.subject.number or shown.subject.old_number or "", shown.subject.name or "", shown.application.source)
        for shown in reversed(found)
        if shown.subject
    ]


def test_every_kind_of_scan_and_a_typed_number(window: Window, keyboard: Keyboard) -> None:
    keyboard.scan(AN)
    keyboard.press(Qt.Key.Key_F1)
    keyboard.scan(QR + "|Phạm Văn Hùng|Lê Thị Hoa|", gap=5)
    keyboard.press(Qt.Key.Key_F1)
    keyboard.press(Qt.Key.Key_F1)
    for part in MRZ:
        keyboard.scan(part, gap=25)
    keyboard.press(Qt.Key.Key_F2)
    keyboard.type("1")
    keyboard.scan(BINH, end="\t", gap=30)
    keyboard.press(Qt.Key.Key_F1)
    keyboard.type("031.199.000.243")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_F1)
    keyboard.scan(CMND)
    assert QApplication.focusWidget() is field(window, "Họ và tên")
    keyboard.type("Vũ Thị Lụa")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type("1956")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type("Vĩnh Niệm")
    keyboard.press(Qt.Key.Key_Return)
    assert logged(window) == [
        (AN, "", "barcode"),
        ("031188000862", "Phạm Thị Thu Huyền", "qr"),
        ("031195004417", "NGUYEN THI MAI AN", "mrz"),
        (BINH, "", "barcode"),
        ("031199000243", "", "typed"),
        (CMND, "Vũ Thị Lụa", "typed"),
    ]


@pytest.mark.parametrize("gap", [5, 30])
@pytest.mark.parametrize("name", ["Họ và tên", "Ngày sinh", "Nơi thường trú"])
def test_a_scan_while_somebody_types_is_the_next_ones(window: Window, keyboard: Keyboard, name: str, gap: int) -> None:
    keyboard.scan(CMND)
    focus = field(window, name)
    focus.setFocus()
    keyboard.type("19")
    assert focus.text() == "19"
    keyboard.scan(QR, gap=gap)
    assert [found.text() for found in window.shown(IntakeView).findChildren(QLineEdit) if found.text()] == [
        "031 188 000 862"
    ]
    assert QApplication.focusWidget() is line(window)
    keyboard.press(Qt.Key.Key_F5)
    keyboard.type("1")
    assert logged(window) == [("031188000862", "Phạm Thị Thu Huyền", "qr")]


def test_a_scan_while_a_password_is_asked_for_is_the_next_ones(window: Window, keyboard: Keyboard) -> None:
    keyboard.scan(AN)
    keyboard.press(Qt.Key.Key_F1)
    window.rest()
    keyboard.scan(AN)
    window.rest()
    keyboard.press(Qt.Key.Key_F8)
    focus = field(window, "Mật khẩu")
    assert QApplication.focusWidget() is focus
    keyboard.type("mat")
    keyboard.scan(BINH, gap=20)
    window.rest()
    assert (focus.text(), focus.isVisible(), line(window).text()) == ("", False, "031 072 008 815")


def test_a_scan_while_a_reason_is_asked_for_chooses_none(window: Window, keyboard: Keyboard) -> None:
    """A CMND that begins with the digit of a reason, in the field where digits choose."""
    keyboard.scan(AN)
    keyboard.press(Qt.Key.Key_F2)
    keyboard.scan(CMND, gap=8)
    assert logged(window) == []
    assert line(window).text() == "145 670 243"
    keyboard.press(Qt.Key.Key_Escape)
    keyboard.scan(AN)
    keyboard.press(Qt.Key.Key_F2)
    keyboard.type("1")
    assert logged(window) == [(AN, "", "barcode")]


def test_a_scan_while_the_device_is_paused_changes_nothing(window: Window, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_F9)
    window.rest()
    keyboard.scan(CMND)
    keyboard.scan(QR)
    keyboard.press(Qt.Key.Key_F9)
    window.rest()
    station = window.desktop.station
    assert station is not None
    assert logged(window) == []
    assert not line(window).isEnabled()  # no digit has named a cause, so the pause goes on


def test_fifty_scans_are_fifty_applications(window: Window, keyboard: Keyboard) -> None:
    numbers = [f"0310{60 + place % 40}{place:06}" for place in range(50)]
    for place, number in enumerate(numbers):
        keyboard.scan(number, end=("\r", "\r\n", "\t")[place % 3], gap=30)
        keyboard.press(Qt.Key.Key_F1)
    assert [number for number, _, _ in logged(window)] == numbers


def test_scans_on_each_others_heels_never_merge(window: Window, keyboard: Keyboard) -> None:
    for number in (AN, BINH, "031199000243"):
        keyboard.scan(number, gap=30)
    assert line(window).text() == "031 199 000 243"
    keyboard.press(Qt.Key.Key_F1)
    assert logged(window) == [("031199000243", "", "barcode")]


def test_ten_thousand_keys_of_rubbish_are_one_refused_scan(window: Window, keyboard: Keyboard) -> None:
    keyboard.scan("rác|" * 2500, gap=1)
    assert line(window).text() == ("rác|" * 2500)[:LONGEST]
    keyboard.press(Qt.Key.Key_F1)
    keyboard.scan(AN)
    keyboard.press(Qt.Key.Key_F1)
    assert logged(window) == [(AN, "", "barcode")]


def test_elsewhere_a_scan_does_nothing_and_says_so(window: Window, keyboard: Keyboard) -> None:
    keyboard.press(Qt.Key.Key_3, ALT)
    window.rest()
    board = window.shown(BoardView)
    keyboard.scan(QR)
    assert window.shown(BoardView) is board
    (word,) = window.frame.findChildren(WordStrip)
    assert word.isVisible()
    keyboard.press(Qt.Key.Key_2, CTRL)
    keyboard.press(Qt.Key.Key_1, ALT)
    window.rest()
    view = window.shown(ReadinessView)
    keyboard.scan(CMND)
    window.rest()
    assert window.shown(ReadinessView) is view
    assert logged(window) == []
    keyboard.press(Qt.Key.Key_2, ALT)
    keyboard.press(Qt.Key.Key_1, CTRL)
    window.rest()
    keyboard.scan(AN)
    assert not word.isVisible()


def test_scans_and_outcome_keys_keep_the_window_open(window: Window, keyboard: Keyboard) -> None:
    idle = window.desktop.idle
    idle.stop()
    keyboard.scan(AN)
    assert idle.isActive()
    idle.stop()
    keyboard.press(Qt.Key.Key_F1)
    assert idle.isActive()
    idle.stop()
    keyboard.type("7")
    assert idle.isActive()


def test_nothing_is_scanned_into_a_window_that_closes(window: Window, keyboard: Keyboard, clock: Clock) -> None:
    home = window.desktop.station.home if window.desktop.station else Path()
    window.frame.close()
    keyboard.scan(AN)
    keyboard.press(Qt.Key.Key_F1)
    window.until(lambda: not window.frame.isVisible())
    with station_at(home, clock) as station, station.store.read() as snapshot:
        assert applications_before(snapshot, station.identity.station, station.identity.epoch, limit=9) == []
    window.desktop.end()


def test_a_spoiled_scan_shows_the_strip_until_a_clean_one_comes(window: Window, keyboard: Keyboard) -> None:
    (strip,) = window.shown(IntakeView).findChildren(InputMethodStrip)
    keyboard.scan(QR.replace("Thị", "Thi\bị"))
    assert strip.isVisible()
    keyboard.scan(AN)
    assert not strip.isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_a_serial_scanner_its_loss_and_return(window: Window, tmp_path: Path, application: QApplication) -> None:
    import tty

    def plug() -> int:
        ours, theirs = os.openpty()
        tty.setraw(theirs)
        device.unlink(missing_ok=True)
        device.symlink_to(os.ttyname(theirs))
        kept.append(theirs)
        return ours

    device, kept = tmp_path / "ttyACM0", list[int]()
    ours = plug()
    assert "quét" not in window.bottom()
    window.frame.resize(1900, 696)
    window.desktop.gear.listen(str(device))
    window.until(lambda: "| Máy quét |" in window.bottom())
    window.frame.resize(1366, 696)
    window.until(lambda: "Máy quét" not in window.bottom())  # what is well gives way
    os.write(ours, (QR + "\r\n").encode())
    window.until(lambda: line(window).text() == "031 188 000 862")
    device.unlink()
    os.close(kept.pop())
    os.close(ours)
    window.until(lambda: "| Mất máy quét |" in window.bottom())
    ours = plug()
    window.until(lambda: "| Máy quét |" in window.bottom())
    os.write(ours, BINH.encode())
    window.until(lambda: line(window).text() == "031 072 008 815")
    window.desktop.lock()
    os.write(ours, AN.encode())
    window.rest()
    window.sign_in("tk.van")
    assert line(window).text() == "031 072 008 815"
    assert "| Máy quét |" in window.bottom()
    assert window.bottom().startswith("HP-LC-07 | Trần Khánh Vân | Ca 1")
    theme.apply(application, scale=1.5)
    QApplication.processEvents()
    assert "Thiết bị 1 | Máy quét | Chưa xuất 1 giờ | Thứ Năm" in window.bottom()  # the chain too
    theme.apply(application)
    window.desktop.gear.listen("off")
    assert "quét" not in window.bottom()
    os.close(kept.pop())
    os.close(ours)


def password(window: Window) -> QLineEdit:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert window.shown(SignInView).isAncestorOf(focused)
    return focused


def said(window: Window) -> bool:
    (word,) = window.frame.findChildren(WordStrip)
    return word.isVisible()


@pytest.mark.parametrize("end", ["\r", "\n", "\t", "\r\n"])
@pytest.mark.parametrize("payload", [AN, "031195", QR])
def test_behind_the_lock_a_scan_is_nowhere_and_a_word_says_so(
    window: Window, keyboard: Keyboard, payload: str, end: str
) -> None:
    window.desktop.lock()
    field = password(window)
    keyboard.type("mat")
    keyboard.scan(payload, end=end)
    keyboard.rest()
    assert (password(window), field.text(), said(window)) == (field, "mat", True)
    field.clear()
    keyboard.type(PASSWORD)
    keyboard.press(Qt.Key.Key_Return)
    window.rest()
    assert line(window).text() == ""
    assert not said(window)
    assert logged(window) == []


@pytest.mark.parametrize("gap", [90, 60, 55])
def test_behind_the_lock_a_password_by_hand_arrives_whole(window: Window, keyboard: Keyboard, gap: int) -> None:
    window.desktop.lock()
    field, typed = password(window), "Mật khẩu 1!"
    keyboard.type(typed, gap)
    assert (field.text(), said(window)) == (typed, False)
    field.clear()
    keyboard.scan(PASSWORD, end="\r", gap=gap)  # Enter on the heels of the last letter
    window.rest()
    assert line(window).isVisible()
    assert not said(window)


def test_behind_the_lock_less_than_a_scan_is_a_hands(window: Window, keyboard: Keyboard) -> None:
    window.desktop.lock()
    field = password(window)
    keyboard.scan("03119", end="\t")  # five keys as fast as a scanner's
    keyboard.rest()
    assert (field.text(), said(window)) == ("03119", False)
    field.setFocus()
    field.clear()
    keyboard.scan("passwoọ\brd", end="", gap=20)  # as fast throughout, corrected, and no line end
    assert field.text() == ""
    QTest.qWait(PAUSE_MS * 2)
    assert (field.text(), said(window)) == ("password", False)


def test_before_anybody_has_signed_in_a_scan_is_nowhere_too(open_home: Path, tmp_path: Path, clock: Clock) -> None:
    made = Window(copied(open_home, tmp_path / "first"), clock)
    keyboard, field = Keyboard(made.frame), password(made)
    keyboard.scan(QR)
    assert (field.text(), said(made)) == ("", True)
    made.sign_in("tk.van")
    assert not said(made)
    made.close()
