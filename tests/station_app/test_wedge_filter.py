"""Real keys on their way into a real window: a scanner's end up nowhere but in its scan."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCompleter, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from station_app.hardware.wedge import FEWEST, PAUSE_MS, Burst
from station_app.ui.scanning.wedge_filter import WedgeFilter
from tests.station_app.intake_surface import MRZ, QR
from tests.station_app.scanners import Keyboard

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard")

NUMBER = "031195004417"


class Place(QWidget):
    """Fields, a button, and shortcuts that tell when they act."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.commune, self.password = QLineEdit(), QLineEdit(), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.commune.setCompleter(QCompleter(["0311 Dư Hàng", "0312 Hàng Kênh"], self.commune))
        self.note, self.button = QPlainTextEdit(), QPushButton("Ghi")
        row = QHBoxLayout(self)
        self.parts: dict[str, QWidget] = {
            "name": self.name,
            "commune": self.commune,
            "password": self.password,
            "note": self.note,
            "button": self.button,
        }
        for part in self.parts.values():
            row.addWidget(part)
        self.acted: list[str] = []
        self.button.clicked.connect(lambda: self.acted.append("click"))
        self.name.returnPressed.connect(lambda: self.acted.append("entered"))
        self.name.textEdited.connect(lambda _: self.acted.append("edited"))
        for keys in ("1", "3", "F1", "F8", "Alt+2", "Ctrl+Z", "Return"):
            if keys != "Return":
                QShortcut(QKeySequence(keys), self).activated.connect(lambda keys=keys: self.acted.append(keys))

    def texts(self) -> list[str]:
        return [self.name.text(), self.commune.text(), self.password.text(), self.note.toPlainText()]


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    shown = Place()
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


@pytest.fixture
def filtering(place: Place) -> Iterator[WedgeFilter]:
    handle = place.windowHandle()
    assert handle is not None
    wedge = WedgeFilter(handle)
    yield wedge
    wedge.end()


@pytest.fixture
def scans(filtering: WedgeFilter) -> list[Burst]:
    found: list[Burst] = []
    filtering.scanned.connect(found.append)
    return found


@pytest.fixture
def keyboard(place: Place) -> Keyboard:
    return Keyboard(place)


@pytest.mark.parametrize("payload", [QR, NUMBER, "145670243", "".join(MRZ), "031 195 004 417"])
@pytest.mark.parametrize("gap", [5, 17, 30])
@pytest.mark.parametrize("focus", ["name", "commune", "password", "note", "button"])
def test_a_burst_is_a_scan_and_touches_nothing(
    place: Place, scans: list[Burst], keyboard: Keyboard, focus: str, gap: int, payload: str
) -> None:
    place.parts[focus].setFocus()
    keyboard.scan(payload, gap=gap)
    assert scans == [Burst(payload)]
    assert (place.texts(), place.acted) == ([""] * 4, [])
    assert QApplication.focusWidget() is place.parts[focus]


@pytest.mark.parametrize("end", ["\r", "\n", "\t", "\r\n", ""])
def test_however_a_burst_ends(place: Place, scans: list[Burst], keyboard: Keyboard, qtbot: QtBot, end: str) -> None:
    place.name.setFocus()
    keyboard.scan(NUMBER, end=end)
    qtbot.waitUntil(lambda: scans == [Burst(NUMBER)], timeout=PAUSE_MS * 20)
    assert (place.texts(), place.acted) == ([""] * 4, [])
    assert QApplication.focusWidget() is place.name


def test_what_was_typed_before_stays_as_it_was(place: Place, scans: list[Burst], keyboard: Keyboard) -> None:
    place.name.setFocus()
    keyboard.type("Nguyễn An")
    place.name.setSelection(0, 6)
    place.acted.clear()
    keyboard.scan(NUMBER)
    assert place.name.text() == "Nguyễn An"
    assert place.name.selectedText() == "Nguyễn"
    assert place.acted == []
    assert scans == [Burst(NUMBER)]
    keyboard.type("Lê")
    assert place.name.text() == "Lê An"


def test_a_hand_types_presses_and_uses_shortcuts_as_ever(place: Place, scans: list[Burst], keyboard: Keyboard) -> None:
    place.name.setFocus()
    keyboard.type("Lê Thị 13")
    assert place.name.text() == "Lê Thị 13"
    keyboard.press(Qt.Key.Key_Return)
    assert place.acted == ["edited"] * 9 + ["entered"]
    place.acted.clear()
    place.button.setFocus()
    keyboard.type("1 3")
    keyboard.press(Qt.Key.Key_F1)
    keyboard.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    keyboard.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert place.acted == ["1", "click", "3", "F1", "Alt+2", "Ctrl+Z"]
    assert scans == []


def test_a_digit_acts_at_once_when_another_key_follows(place: Place, scans: list[Burst], keyboard: Keyboard) -> None:
    place.name.setFocus()
    QTest.keyClick(place.windowHandle(), Qt.Key.Key_7)
    assert place.name.text() == ""
    QTest.keyClick(place.windowHandle(), Qt.Key.Key_F1)
    assert (place.name.text(), place.acted) == ("7", ["edited", "F1"])
    keyboard.rest()
    assert place.name.text() == "7"


def test_keys_rolled_over_come_in_their_order(place: Place, scans: list[Burst], keyboard: Keyboard) -> None:
    place.name.setFocus()
    keyboard.type("nghie"[: FEWEST - 1], gap=20)
    keyboard.type("nge", gap=20)
    assert (place.name.text(), scans) == ("nghienge", [])


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier),
    ],
)
def test_no_shortcut_acts_within_a_burst(
    place: Place, scans: list[Burst], keyboard: Keyboard, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    keyboard.scan(QR[:20], end="")
    keyboard.press_amid(key, modifiers)
    keyboard.scan(QR[20:])
    assert (place.acted, scans) == ([], [Burst(QR)])


def test_letters_that_windows_makes_of_digits_change_no_screen(
    place: Place, scans: list[Burst], keyboard: Keyboard
) -> None:
    """As by a scanner that writes all of its letters so: none acts, not even the first."""
    keyboard.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier)
    assert place.acted == []


def test_scans_on_each_others_heels_never_merge(place: Place, scans: list[Burst], keyboard: Keyboard) -> None:
    place.name.setFocus()
    for line in MRZ:
        keyboard.scan(line, end="\r\n", gap=5)
    keyboard.scan(NUMBER)
    assert [burst.text for burst in scans] == [*MRZ, NUMBER]
    assert place.acted == []


def test_an_input_method_that_takes_back_is_told(place: Place, scans: list[Burst], keyboard: Keyboard) -> None:
    place.name.setFocus()
    keyboard.scan("031195004417||Nguye\bên|")
    assert scans == [Burst("031195004417||Nguyên|", disturbed=True)]
    assert place.name.text() == ""


def test_an_input_method_that_composes_within_a_burst_is_told(
    place: Place, scans: list[Burst], keyboard: Keyboard
) -> None:
    place.name.setFocus()
    keyboard.scan("031195004417||", end="")
    keyboard.compose("Nguye")
    keyboard.compose("", "Nguyễn")
    keyboard.scan("|")
    assert scans == [Burst("031195004417||Nguyễn|", disturbed=True)]
    assert place.name.text() == ""


def test_an_input_method_that_has_nothing_to_say_is_not_at_work(
    place: Place, scans: list[Burst], keyboard: Keyboard
) -> None:
    place.name.setFocus()
    keyboard.scan("03", end="")
    keyboard.compose("")
    keyboard.scan("1195004", end="")
    keyboard.compose("")
    keyboard.scan("417")
    assert scans == [Burst(NUMBER)]


def test_a_hand_composes_as_ever(place: Place, scans: list[Burst], keyboard: Keyboard) -> None:
    place.name.setFocus()
    keyboard.type("Lan ")
    keyboard.compose("Nguye")
    keyboard.compose("", "Nguyễn")
    assert (place.name.text(), scans) == ("Lan Nguyễn", [])


def test_keys_that_a_busy_window_has_not_looked_at_yet_are_waited_for(
    place: Place, scans: list[Burst], keyboard: Keyboard
) -> None:
    place.name.setFocus()
    keyboard.scan(NUMBER[:4], end="")
    QTest.qSleep(120)  # the window stands still; the scanner doesn't
    keyboard.scan(NUMBER[4:])
    assert (place.name.text(), scans) == ("", [Burst(NUMBER)])


def test_at_its_end_what_waits_acts_and_keys_are_let_through(
    place: Place, filtering: WedgeFilter, scans: list[Burst], keyboard: Keyboard
) -> None:
    place.name.setFocus()
    keyboard.scan("03", end="")
    filtering.end()
    assert place.name.text() == "03"
    keyboard.scan(NUMBER, end="")
    assert (place.name.text(), scans) == ("03" + NUMBER, [])


def test_a_field_that_goes_while_it_has_the_focus(place: Place, scans: list[Burst], keyboard: Keyboard) -> None:
    place.note.setFocus()
    place.note.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    place.name.setFocus()
    keyboard.scan(NUMBER)
    assert scans == [Burst(NUMBER)]
