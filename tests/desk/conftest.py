"""A station with two devices open for one operator."""

from __future__ import annotations

import os
import tty
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_app.hardware.serial_scanner import OFF
from tests.station_app.desks import Clock, at, copied, new_home, opened, station_at
from tests.station_app.windows import Window
from ui_kit import theme


@pytest.fixture(scope="session")
def open_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Not to be written to: tests copy it."""
    home = tmp_path_factory.mktemp("desk") / "home"
    home.mkdir()
    new_home(home)
    with station_at(home, Clock(at("07:30"))) as station:
        opened(station, "TB-1", crew=("tk.van",))
        opened(station, "TB-2", crew=("tk.van", "lt.hanh"))
    return home


@pytest.fixture
def home(open_home: Path, tmp_path: Path) -> Path:
    return copied(open_home, tmp_path / "home")


@pytest.fixture
def window(qtbot: QtBot, home: Path) -> Iterator[Window]:
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    theme.apply(running)
    made = Window(home, Clock(at("08:00")))
    made.sign_in("tk.van")
    yield made
    made.close()


@pytest.fixture
def cable(window: Window) -> Iterator[Callable[[str], None]]:
    """What is given to it comes in at the window through a serial line."""
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    window.frame.resize(1900, 696)  # there is room to say that it was found
    window.desktop.gear.listen(os.ttyname(theirs))
    window.until(lambda: "| Máy quét |" in window.bottom())
    window.frame.resize(1366, 696)

    def send(text: str) -> None:
        os.write(ours, text.encode())

    yield send
    window.desktop.gear.listen(OFF)
    os.close(theirs)
    os.close(ours)
