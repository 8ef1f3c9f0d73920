"""A real station for every test of a screen: made once, copied for each."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.keyslots import KeySlots
from station_app.home import SLOTS_FILE, STORE
from station_app.services.station import Station
from tests.station_app.board_day import new_board_day
from tests.station_app.cli import QUICK, Commandctl, Second, Stationctl, copied_drill, new_drill
from tests.station_app.desks import PASSWORD, Clock, FakeDesk, at, copied, new_home, station_at
from tests.station_app.intake_day import new_day
from ui_kit import theme


@pytest.fixture(scope="session")
def prepared_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The station before its first shift. Not to be written to: `home` is a copy."""
    home = tmp_path_factory.mktemp("prepared") / "home"
    home.mkdir()
    new_home(home)
    return home


@pytest.fixture(scope="session")
def quick_home(prepared_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The prepared station, with slots that open at once."""
    home = tmp_path_factory.mktemp("quick") / "home"
    shutil.copytree(prepared_home, home)
    slots = KeySlots.open(home / STORE / SLOTS_FILE, QUICK)
    slots.add("tk.van", "Trần Khánh Vân", "operator", PASSWORD, slots.unlock("tk.van", PASSWORD, now=at("07:30")))
    return home


@pytest.fixture
def home(prepared_home: Path, tmp_path: Path) -> Path:
    return copied(prepared_home, tmp_path / "home")


@pytest.fixture
def clock() -> Clock:
    """07:30 on Thursday, 2021-04-08: the first window begins."""
    return Clock(at("07:30"))


@pytest.fixture
def application(qtbot: QtBot) -> Iterator[QApplication]:
    """Dressed as the program is, and again after the test; a blinking caret would make pictures differ."""
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    running.setCursorFlashTime(0)
    theme.apply(running)
    yield running
    theme.apply(running)


@pytest.fixture
def station(home: Path, clock: Clock) -> Iterator[Station]:
    """Unlocked, with the operator tk.van at the desk; no shift is open."""
    with station_at(home, clock) as station:
        yield station


@pytest.fixture
def desk(station: Station) -> FakeDesk:
    return FakeDesk(station)


@pytest.fixture(scope="session")
def prepared_drill(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice station and its city, by their command lines. Not to be written to: `ctl` works at a copy."""
    folder = tmp_path_factory.mktemp("drill")
    new_drill(folder)
    return folder


@pytest.fixture
def ctl(prepared_drill: Path, tmp_path: Path) -> Stationctl:
    """`stationctl` of the supervisor pd.luong at 08:00 on Thursday, 2021-04-08; no shift is open."""
    return Stationctl(copied_drill(prepared_drill, tmp_path) / "station")


@pytest.fixture
def city(ctl: Stationctl) -> Commandctl:
    """`commandctl` of the city that `ctl`'s station belongs to."""
    return Commandctl(ctl.home.with_name("city"))


@pytest.fixture
def second(tmp_path: Path) -> Second:
    return Second(tmp_path / "second-password")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """An empty stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def board_home(prepared_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_board_day(prepared_home, tmp_path_factory.mktemp("board") / "home")


@pytest.fixture
def afternoon(board_home: Path, tmp_path: Path, clock: Clock) -> Iterator[Station]:
    """16:07 of the pictures' day."""
    with station_at(copied(board_home, tmp_path / "afternoon"), clock) as station:
        clock.set("16:07:24")
        yield station


@pytest.fixture(scope="session")
def day_home(prepared_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_day(prepared_home, tmp_path_factory.mktemp("day") / "home")


@pytest.fixture
def thursday(day_home: Path, tmp_path: Path, clock: Clock) -> Iterator[Station]:
    """16:07 of the pictures' day."""
    with station_at(copied(day_home, tmp_path / "thursday"), clock) as station:
        clock.set("16:07:18")
        yield station
