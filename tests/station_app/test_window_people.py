"""People at the window: the desk changes hands while everything runs on, PINs, new passwords, and the lock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from campaign.events import ShiftHandedOver, SignedIn
from station_app.services.passwords import reset_password
from station_app.services.pins import set_pin
from station_app.ui.board.view import BoardView
from station_app.ui.intake.view import IntakeView
from station_app.ui.pin_trust import PinTrust
from station_app.ui.readiness.view import ReadinessView
from station_app.ui.shift_close.view import ShiftCloseView
from station_app.ui.sign_in.view import SignInView
from tests.golden import assert_golden
from tests.station_app.desks import PASSWORD, Clock, logged, opened, station_at
from tests.station_app.test_window import last_bodies
from tests.station_app.windows import Window
from ui_kit.label import Label
from ui_kit.scan_field import ScanField
from ui_kit.status_label import StatusLabel

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard"),
    pytest.mark.usefixtures("application"),
]

GOLDEN = Path(__file__).parent / "golden"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PIN = "4071"


@pytest.fixture
def window(home: Path, clock: Clock) -> Iterator[Window]:
    """tk.van runs a shift with two applications; dm.quy has a PIN."""
    with station_at(home, clock) as station:
        opened(station)
        logged(station, "031195004417", took_ms=3000)
        logged(station, "031195004418", took_ms=3200)
    with station_at(home, clock, "dm.quy") as station:
        set_pin(station, PASSWORD, PIN)
    clock.set("12:20")
    opened_window = Window(home, clock)
    yield opened_window
    if opened_window.frame.isVisible():
        opened_window.close()


def type_in(window: Window, text: str) -> None:
    """At the speed of a hand: what comes faster is a scanner's."""
    for letter in text:
        QTest.keyClicks(window.focused(), letter)
        QTest.qWait(60)


def ask_for_hand_over(window: Window) -> None:
    window.press(Qt.Key.Key_F10, SHIFT)
    window.rest()


def words(window: Window) -> str:
    said = [label.text() for label in window.frame.findChildren(Label) if label.isVisible()]
    said += [label.accessibleName() for label in window.frame.findChildren(StatusLabel) if label.isVisible()]
    return " | ".join(said)


def test_the_next_operator_takes_over_by_pin_where_the_other_sat(window: Window, home: Path, clock: Clock) -> None:
    window.sign_in("tk.van")
    window.shown(IntakeView)
    ask_for_hand_over(window)
    assert "Thiết bị 1: 2 lượt ghi, 2 đã thu nhận" in words(window)
    window.press(Qt.Key.Key_3)
    assert_golden(window.frame, GOLDEN / "hand_over.png")
    type_in(window, PIN)
    begun = monotonic()
    window.press(Qt.Key.Key_Return)
    window.until(lambda: "Đỗ Minh Quý" in window.bottom())
    assert monotonic() - begun < 2
    window.rest()
    window.shown(IntakeView)
    assert "Ca 1 · 07:30–12:30 · Thiết bị 1" in window.bottom()
    window.close()
    handed, came = last_bodies(home, clock, 2)
    assert handed == ShiftHandedOver(from_user="tk.van", to="dm.quy", totals={"accepted": 2})
    assert came == SignedIn(user="dm.quy")


def test_what_was_typed_waits_for_who_typed_it(window: Window) -> None:
    window.sign_in("tk.van")
    field = window.shown(IntakeView).findChildren(ScanField)[0]
    type_in(window, "0311950")
    ask_for_hand_over(window)
    window.press(Qt.Key.Key_3)
    type_in(window, PASSWORD)
    window.press(Qt.Key.Key_Return)
    window.rest()
    quys = window.shown(IntakeView).findChildren(ScanField)[0]
    assert quys is not field
    assert quys.text() == ""
    ask_for_hand_over(window)
    window.press(Qt.Key.Key_3)
    type_in(window, PASSWORD)
    window.press(Qt.Key.Key_Return)
    window.rest()
    assert "Trần Khánh Vân" in window.bottom()
    assert field.isVisible()
    assert "0311950" in field.text().replace(" ", "")


def test_a_wrong_pin_or_a_change_of_mind_leaves_the_desk_as_it_is(window: Window) -> None:
    window.sign_in("tk.van")
    ask_for_hand_over(window)
    window.press(Qt.Key.Key_3)
    type_in(window, "4072")
    window.press(Qt.Key.Key_Return)
    window.rest()
    assert "Sai mã PIN, còn 2 lần" in words(window)
    window.press(Qt.Key.Key_Escape)
    window.press(Qt.Key.Key_Escape)
    assert "Trần Khánh Vân" in window.bottom()
    assert window.shown(IntakeView).isAncestorOf(window.focused())
    ask_for_hand_over(window)
    window.press(Qt.Key.Key_L, CTRL)
    window.shown(SignInView)
    assert "Người giao" not in words(window)


def test_a_lock_by_key_hides_everything_and_a_pin_leads_back(window: Window) -> None:
    window.sign_in("dm.quy")
    type_in(window, "0311950")
    window.press(Qt.Key.Key_L, CTRL)
    window.shown(SignInView)
    window.rest()
    assert "Quý" not in window.bottom()
    assert "Thiết bị" not in window.bottom()
    type_in(window, PIN)
    window.press(Qt.Key.Key_Return)
    window.rest()
    assert "0311950" in window.shown(IntakeView).findChildren(ScanField)[0].text().replace(" ", "")


def test_answers_that_come_behind_the_lock_show_nothing(window: Window) -> None:
    window.sign_in("tk.van")
    seat = window.desktop._seat
    assert seat is not None
    seat.journal_grew()
    seat.go("shift")
    window.desktop.lock()
    window.rest()
    window.shown(SignInView)
    assert window.bottom().endswith("Chưa đăng nhập | Thứ Năm 08/04/2021 | 12:20")
    window.sign_in("tk.van")
    window.shown(ShiftCloseView)


def test_a_long_lock_wants_the_password(window: Window) -> None:
    hours = [0.0]
    window.desktop._pins = PinTrust(lambda: hours[0] * 3600)
    window.sign_in("dm.quy")
    window.desktop.lock()
    hours[0] = 4.1
    type_in(window, PIN)
    window.press(Qt.Key.Key_Return)
    window.rest()
    window.shown(SignInView)
    assert "Sai mật khẩu, còn 4 lần" in words(window)
    window.write(PASSWORD)
    window.press(Qt.Key.Key_Return)
    window.rest()
    window.desktop.lock()
    type_in(window, PIN)
    window.press(Qt.Key.Key_Return)
    window.rest()
    window.shown(IntakeView)


def test_the_first_sign_in_after_a_reset_sets_a_new_password_in_place(window: Window, home: Path, clock: Clock) -> None:
    with station_at(home, clock, "nb.thinh") as station:
        temporary = reset_password(station, "tk.van")
    window.sign_in("tk.van", temporary)
    window.shown(SignInView)
    assert "Mật khẩu đang dùng là tạm" in words(window)
    window.write("mat-khau-9")
    window.press(Qt.Key.Key_Return)
    window.write("mat-khau-9")
    window.press(Qt.Key.Key_Return)
    window.rest()
    window.shown(IntakeView)
    window.desktop.lock()
    window.write("mat-khau-9")
    window.press(Qt.Key.Key_Return)
    window.rest()
    window.shown(IntakeView)


def test_f2_at_the_door_sets_a_pin(window: Window) -> None:
    window.sign_in("tk.van", "")
    window.write(PASSWORD)
    window.press(Qt.Key.Key_F2)
    window.rest()
    for _ in range(2):
        window.press(Qt.Key.Key_Tab)
    window.write("5082")
    assert_golden(window.frame, GOLDEN / "sign_in_new_password.png")
    window.press(Qt.Key.Key_Return)
    window.rest()
    window.shown(IntakeView)
    window.desktop.lock()
    type_in(window, "5082")
    window.press(Qt.Key.Key_Return)
    window.rest()
    window.shown(IntakeView)


def test_a_fresh_start_shows_who_is_locked_out_and_for_how_long(home: Path, clock: Clock) -> None:
    window = Window(home, clock)
    for _ in range(5):
        window.sign_in("tk.van", "sai")
    window.close()
    clock.advance(minutes=3)
    again = Window(home, clock)
    for _ in range(4):
        again.press(Qt.Key.Key_Down)
    assert "khóa đến 07:40, còn 07:00" in words(again)
    assert_golden(again.frame, GOLDEN / "sign_in_locked.png")
    again.close()


def test_the_idle_minutes_can_change(window: Window) -> None:
    window.desktop.settings.set_idle_minutes(12)
    assert window.desktop.idle.interval() == 12 * 60_000
    assert "Máy tự khóa sau 12 phút không dùng." in words(window)


def test_a_lock_keeps_what_was_typed_on_every_screen(window: Window) -> None:
    window.sign_in("pd.luong")
    window.shown(BoardView)
    window.go(Qt.Key.Key_1)
    window.write("117")
    window.press(Qt.Key.Key_L, CTRL)
    window.write(PASSWORD)
    window.press(Qt.Key.Key_Return)
    window.rest()
    assert "117" in [field.text() for field in window.shown(ShiftCloseView).findChildren(QLineEdit)]
    window.pick(Qt.Key.Key_2)
    window.shown(ReadinessView)
