"""The first run, by keys in the real window: a station is made, asks on a stick, and takes the city's answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from bundle.keys import public_key, root_fingerprint
from bundle.stick import Stick
from station_app.bootstrap import open_station
from station_app.home import STORE, UNFINISHED
from station_app.ui.enrolment.view import EnrolmentView
from station_app.ui.set_up.view import SetUpView
from station_app.ui.sign_in.view import SignInView
from tests.station_app.desks import PASSWORD, ROOTS, STATION, Clock, write_orders
from tests.station_app.windows import Window

TYPED = ("hp-2021", STATION, "Công an quận Lê Chân", "TB-1, TB-2", "Nguyễn Bá Thịnh", "nb.thinh", PASSWORD, PASSWORD)


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    monkeypatch.setattr("station_app.ui.enrolment.presenter.removable_drives", list)
    window = Window(tmp_path / "new-home", clock)
    yield window
    window.close()


def fill(window: Window, texts: tuple[str, ...] = TYPED) -> None:
    """From the first field on, by Tab."""
    page = window.shown(SetUpView)
    fields = page.findChildren(QLineEdit)
    fields[0].setFocus()
    for text in texts:
        field = window.focused()
        assert isinstance(field, QLineEdit)
        field.setText(text)  # keys of a test know no Vietnamese letters
        window.press(Qt.Key.Key_Tab)


def make(window: Window) -> None:
    fill(window)
    window.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.until(lambda: any(page.isVisible() for page in window.frame.findChildren(EnrolmentView)))
    window.rest()


def said(window: Window, page: type[EnrolmentView] | type[SetUpView]) -> str:
    words = [label.text() for label in window.shown(page).findChildren(QLabel) if label.isVisible()]
    panels = [panel.accessibleName() for panel in window.shown(page).findChildren(QWidget) if panel.isVisible()]
    return " ".join(words + panels)


def give_stick(window: Window, stick: Path) -> None:
    field = next(f for f in window.shown(EnrolmentView).findChildren(QLineEdit) if "thư mục" in f.accessibleName())
    field.setFocus()
    field.selectAll()
    window.write(str(stick))
    window.press(Qt.Key.Key_Return)
    window.rest()


def type_roots(window: Window, text: str) -> None:
    field = next(f for f in window.shown(EnrolmentView).findChildren(QLineEdit) if f.accessibleName() == "Mã khóa gốc")
    field.setFocus()
    field.selectAll()
    window.write(text)
    window.press(Qt.Key.Key_Return)
    window.rest()


def test_a_station_is_made_asked_for_and_enrolled(window: Window, stick: Path, clock: Clock) -> None:
    make(window)
    window.shown(EnrolmentView)
    assert STATION in window.bottom()
    give_stick(window, stick)
    window.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.rest()
    assert (stick / f"enrol/requests/{STATION}-e1.request").exists()
    station = window.desktop.station
    assert station is not None
    write_orders(Stick(stick), station)
    type_roots(window, "0000 0000 0000 0000")
    assert "Chưa xong" in said(window, EnrolmentView)
    type_roots(window, root_fingerprint([public_key(private) for private in ROOTS]).upper())
    assert "Trạm đã đăng ký xong" in said(window, EnrolmentView)


def test_a_stick_without_an_answer_says_so(window: Window, stick: Path) -> None:
    make(window)
    give_stick(window, stick)
    window.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    window.rest()
    assert "chưa có câu trả lời" in said(window, EnrolmentView)


def test_typing_goes_into_the_first_field_that_is_empty(window: Window) -> None:
    window.write(STATION)
    fields = {field.accessibleName(): field.text() for field in window.shown(SetUpView).findChildren(QLineEdit)}
    assert fields["Mã trạm"] == STATION


def test_what_is_missing_is_named_and_has_the_focus(window: Window) -> None:
    fill(window, (*TYPED[:1], "", *TYPED[2:]))
    window.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.rest()
    assert window.focused().accessibleName() == "Mã trạm"
    assert not (Path(window.desktop.home) / STORE).exists()


def test_a_refusal_stands_beside_its_field(window: Window) -> None:
    fill(window, (*TYPED[:1], "hp lc", *TYPED[2:]))
    window.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.rest()
    assert window.focused().accessibleName() == "Mã trạm"


def test_closed_in_the_middle_the_administrator_lands_on_the_rest(
    window: Window, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(window)
    home = Path(window.desktop.home)
    again = None
    window.frame.close()
    window.until(lambda: not window.frame.isVisible())
    again = Window(home, clock)
    try:
        again.shown(SignInView)
        again.write(PASSWORD)
        again.press(Qt.Key.Key_Return)
        again.rest()
        again.shown(EnrolmentView)
    finally:
        again.close()


def test_what_a_killed_set_up_left_is_made_anew(window: Window, clock: Clock) -> None:
    home = Path(window.desktop.home)
    (home / UNFINISHED).mkdir(parents=True)
    (home / UNFINISHED / "station.db").write_bytes(b"half")
    make(window)
    window.shown(EnrolmentView)
    assert not (home / UNFINISHED).exists()


def test_the_switch_to_practise_is_there(window: Window) -> None:
    switch = window.shown(SetUpView).side.switch
    assert switch.isEnabled()
    assert switch.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_the_made_station_opens_by_the_password_typed(window: Window, clock: Clock) -> None:
    make(window)
    home = Path(window.desktop.home)
    window.frame.close()
    window.until(lambda: not window.frame.isVisible())
    with open_station(home, "nb.thinh", PASSWORD, lambda **_: clock) as station:
        assert station.identity.station == STATION
