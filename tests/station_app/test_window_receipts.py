"""A receipt scanned at the real window: whatever screen is in view and whatever has the focus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from bundle.qr import to_qr_text
from bundle.stick import Stick
from db.history import History
from station_app.hardware.wedge import Burst
from station_app.services.export_bundle import export_bundle
from station_app.services.sticks import register_stick
from station_app.ui.export.view import ExportView
from station_app.ui.hand_over.view import HandOverPanel
from station_app.ui.intake.view import IntakeView
from station_app.ui.word_strip import WordStrip
from tests.station_app.city_side import receipt_line
from tests.station_app.desks import OFFICERS, Clock, as_user, at, copied, logged, opened, station_at
from tests.station_app.scanners import Keyboard
from tests.station_app.windows import Window
from ui_kit.label import Label

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard"),
    pytest.mark.usefixtures("application"),
]


@pytest.fixture(scope="session")
def exported_home(prepared_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shift with two applications, which a bundle has carried away."""
    folder = tmp_path_factory.mktemp("exported")
    home, clock = copied(prepared_home, folder / "home"), Clock(at("07:30"))
    stick = Stick(folder / "usb")
    stick.root.mkdir()
    with station_at(home, clock) as station:
        opened(station)
        clock.set("07:40")
        logged(station, "031195004417")
        logged(station, "031195004418")
        supervised = as_user(station, "pd.luong")
        register_stick(supervised, stick, "USB số 03")
        export_bundle(supervised, stick)
    return home


@pytest.fixture
def window(exported_home: Path, tmp_path: Path, clock: Clock) -> Iterator[Window]:
    clock.set("08:00")
    made = Window(copied(exported_home, tmp_path / "exported"), clock)
    yield made
    made.close()


def receipt(window: Window, serial: int = 3, officer: bytes = OFFICERS["a"]) -> str:
    """For all that the station has, the sign-in included."""
    station = window.desktop.station
    assert station is not None
    with station.store.read() as snapshot:
        last = History(snapshot, station.identity.station, station.identity.epoch).last()
    return to_qr_text(receipt_line(station, serial, last, officer=officer))


def said(window: Window) -> str:
    (strip,) = [found for found in window.frame.findChildren(WordStrip) if found.isVisible()]
    return " ".join(label.text() for label in strip.findChildren(Label) if label.isVisible())


def begun(text: str) -> str:
    """Whole groups of a code that ends too soon; a space at its end would be lost on the way, and a group with it."""
    return text[: next(end for end in range(len(text) - 3 - len(text) % 3, 0, -3) if text[end - 1] != " ")]


def states(view: ExportView) -> list[str]:
    """The last column of the bundles."""
    (table,) = [
        found for found in view.findChildren(QAbstractItemView) if found.accessibleName() == "Biên nhận gần đây"
    ]
    model = table.model()
    column = model.columnCount() - 1
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def scanned(window: Window, text: str) -> None:
    """By the scanner on the serial port."""
    window.desktop.gear._scanned(Burst(text, by_keys=False))
    window.rest()


def test_the_bottom_line_turns_blue_and_nothing_is_typed(window: Window) -> None:
    window.sign_in("pd.luong")
    window.go(Qt.Key.Key_2)
    assert "Gói 0001 chờ biên nhận" in window.bottom()
    fields = [found for found in window.shown(IntakeView).findChildren(QLineEdit) if found.isVisible()]
    keyboard = Keyboard(window.frame)
    keyboard.scan(receipt(window))
    window.rest()
    assert said(window).startswith("Biên nhận 3: chỉ huy đã nhận đến bản ghi")
    assert "Chỉ huy đã nhận đủ" in window.bottom()
    assert "".join(found.text() for found in fields) == ""


def test_at_the_export_screen_the_bundles_are_received_at_once(window: Window) -> None:
    window.sign_in("pd.luong")
    window.go(Qt.Key.Key_5)
    view = window.shown(ExportView)
    assert [text.split()[0] for text in states(view)] == ["chờ"]
    scanned(window, receipt(window))
    assert [text.startswith("đã nhận sau") for text in states(view)] == [True]


def test_a_password_field_gets_none_of_it(window: Window) -> None:
    window.sign_in("pd.luong")
    window.press(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    window.rest()
    (field,) = [found for found in window.shown(HandOverPanel).findChildren(QLineEdit) if found.isVisible()]
    window.press(Qt.Key.Key_3)
    window.write("mat")
    Keyboard(window.frame).scan(receipt(window))
    window.rest()
    assert field.text() == "mat"
    assert "Chỉ huy đã nhận đủ" in window.bottom()


def test_what_is_no_receipt_of_this_station_is_refused_in_words(window: Window) -> None:
    window.sign_in("pd.luong")
    for text, sentence in (
        (receipt(window, officer=bytes([99]) * 32), "Chưa nhận biên nhận vừa quét"),
        (begun(receipt(window)), "Mã biên nhận đọc không trọn"),
    ):
        scanned(window, text)
        assert sentence in said(window)
        assert "Gói 0001 chờ biên nhận" in window.bottom()
    scanned(window, receipt(window))
    scanned(window, receipt(window))
    assert "Biên nhận 3 đã cũ: không đổi gì" in said(window)


def test_an_operator_is_told_whose_it_is(window: Window) -> None:
    window.sign_in("tk.van")
    scanned(window, receipt(window))
    assert "Chưa nhận biên nhận vừa quét" in said(window)
    assert "Gói 0001 chờ biên nhận" in window.bottom()


def test_nobody_at_the_desk_receives_nothing(window: Window) -> None:
    window.sign_in("pd.luong")
    text = receipt(window)
    window.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    Keyboard(window.frame).scan(text)
    window.rest()
    assert "Chưa đăng nhập nên mã vừa quét không được dùng" in said(window)
    window.sign_in("pd.luong")
    assert "Gói 0001 chờ biên nhận" in window.bottom()
