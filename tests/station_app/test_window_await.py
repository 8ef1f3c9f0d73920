"""A dead station's new computer, by keys in the real window: what it awaits, its request, and the city's answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from station_app.home import REBUILD, STORE
from station_app.services.verify import verify_station
from station_app.ui.await_rebuild.shown import AwaitShown, StickShown
from station_app.ui.await_rebuild.view import AwaitView
from station_app.ui.set_up.view import SetUpView
from tests.command_app.losses import begun, done, sent_once
from tests.golden import assert_golden
from tests.station_app.cli import ADMINISTRATOR, PASSWORD, STATION, Commandctl, Stationctl
from tests.station_app.desks import Clock, at
from tests.station_app.test_setup_pictures import GOLDEN, OWN, laid_out
from tests.station_app.windows import Window
from ui_kit.inline_panel import InlinePanel

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    """The command holds what the dead computer had sent; the new one has been told to await it."""
    sent_once(tmp_path)
    (tmp_path / "usb").mkdir()
    return tmp_path


@pytest.fixture
def told(scene: Path) -> str:
    """The new computer's fingerprint, as its set-up told it."""
    return str(begun(Stationctl(scene / "new", ADMINISTRATOR).at("10:00"))["fingerprint"])


@pytest.fixture
def window(
    qapp: QApplication, scene: Path, told: str, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Window]:
    monkeypatch.setattr("station_app.hardware.drives.removable_drives", list)
    clock.set("10:05")
    window = Window(scene / "new", clock)
    window.until(lambda: any(page.isVisible() for page in window.frame.findChildren(AwaitView)))
    window.rest()
    yield window
    window.close()


def texts(window: Window) -> list[str]:
    return [label.text() for label in window.shown(AwaitView).findChildren(QLabel) if label.isVisible()]


def trouble(window: Window) -> list[str]:
    panels = window.shown(AwaitView).findChildren(InlinePanel)
    return [panel.accessibleDescription() for panel in panels if panel.isVisible() and panel.accessibleName()]


def enter(window: Window, name: str, text: str) -> None:
    page = window.shown(AwaitView)
    field = next(f for f in page.findChildren(QLineEdit) if f.accessibleName() == name)
    field.setFocus()
    field.setText(text)
    window.press(Qt.Key.Key_Return)
    window.rest()


def test_it_says_what_it_awaits_asks_for_it_and_goes_on_with_it(window: Window, scene: Path, told: str) -> None:
    page = window.shown(AwaitView)
    assert f"Máy này chờ sổ của trạm {STATION}" in texts(window)
    assert told not in texts(window)
    enter(window, "Mật khẩu", "sai-mat-khau")
    assert len(trouble(window)) == 1
    enter(window, "Mật khẩu", PASSWORD)
    assert told in texts(window)
    assert trouble(window) == []
    enter(window, "Hoặc một thư mục", str(scene / "usb"))
    window.press(Qt.Key.Key_Return, CONTROL)
    window.rest()
    assert "Đã ghi HP-LC-01-e2.request" in texts(window)
    window.press(Qt.Key.Key_R, CONTROL)  # before the command has answered
    window.rest()
    assert len(trouble(window)) == 1
    assert (scene / "new" / REBUILD).exists()

    city = Commandctl(scene / "city")
    done(city("rebuild", STATION, scene / "usb", "--keys", city.keys))
    window.press(Qt.Key.Key_F5)
    window.rest()
    assert told in texts(window), "the password is not asked again"
    window.press(Qt.Key.Key_R, CONTROL)
    window.until(lambda: not page.isVisible())
    window.rest()
    assert (scene / "new" / STORE).exists()
    assert STATION in window.bottom()
    station = window.desktop.station
    assert station is not None
    assert (station.identity.epoch, station.person.user) == (2, ADMINISTRATOR)
    assert verify_station(station).ok


def test_a_folder_that_is_none_is_said_to_be_none(window: Window, scene: Path) -> None:
    enter(window, "Hoặc một thư mục", str(scene / "missing"))
    assert len(trouble(window)) == 1
    assert not [page for page in window.frame.findChildren(SetUpView) if page.isVisible()]


def test_it_looks_as_a_first_screen_does(qtbot: QtBot, application: QApplication) -> None:
    view = AwaitView()
    view.show_moment(at("10:05"))
    view.show_awaiting(
        AwaitShown(
            station="HP-LC-07",
            unit="Công an quận Lê Chân",
            full_name="Nguyễn Bá Thịnh",
            epoch=2,
            fingerprint=OWN,
            needs_roots=True,
            sticks=(StickShown(1, "KINGSTON", True, True), StickShown(2, "TRANSCEND", False, False)),
            looking=False,
            busy="taking",
            written="HP-LC-07-e2.request",
            done=12_000,
            total=55_397,
            trouble="",
        )
    )
    _scroll, page = laid_out(qtbot, view, 1366, 664)
    assert page.height() == 664
    assert_golden(page, GOLDEN / "await_rebuild.png")
