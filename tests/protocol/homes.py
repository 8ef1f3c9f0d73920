"""Three enrolled stations with an open shift, and their city: made once through the services, then copied as files.

It is a drill, whose administrator may do everything and whose key files are unencrypted. Copies are opened by their
store keys, and where a service asks for a password it costs next to nothing: none of the rules looked at here is about
them.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import pytest

import resources
from bundle.stick import Stick
from command_app.bootstrap import open_city
from command_app.key_files import KeyFiles
from command_app.services.city import City
from command_app.services.enrol_station import enrol_stations
from command_app.services.found_city import found_city
from command_app.store_places import FilePlace
from db import wrapping
from db.keyslots import KeySlots
from db.store import Store
from station_app.bootstrap import catalogue
from station_app.home import SLOTS_FILE, STORE, STORE_FILE
from station_app.services.orders import receive_orders
from station_app.services.request_enrolment import request_enrolment
from station_app.services.set_up import NewStation, set_up_station
from station_app.services.station import Station
from station_app.services.users import add_user
from tests.station_app.desks import Clock, at, opened, station_at

CODES = ("HP-LC-01", "HP-LC-02", "HP-NQ-03")
ADMINISTRATOR, OPERATOR = "nb.thinh", "tk.van"
PASSWORD = "mat-khau-7"
_MEMORY = Path("/dev/shm")
CITY_STORE, KEYS = "city/command.db", "keys"


@dataclass(frozen=True)
class Homes:
    """``folder`` is not to be written to. The stations are those of the making: closed, to be opened over a copy."""

    folder: Path
    stations: dict[str, Station]
    city: City
    city_key: bytes

    def copied(self, to: Path) -> None:
        """A world of its own for one run."""
        shutil.copytree(self.folder, to)

    def open_station(self, code: str, home: Path, clock: Callable[[], datetime]) -> Station:
        """The station of a copied home, with its administrator at the desk."""
        return opened_as(self.stations[code], home, clock)

    def open_city(self, folder: Path, clock: Callable[[], datetime], key: bytes | None = None) -> City:
        """The command whose store lies in a folder."""
        store = Store.open(folder / Path(CITY_STORE).name, key or self.city_key)
        return replace(self.city, store=store, clock=clock)


def opened_as(made: Station, home: Path, clock: Callable[[], datetime]) -> Station:
    """The station of a home that has the keys and the epoch of ``made``."""
    store = Store.open(home / STORE / STORE_FILE, made.keys.store)
    slots = KeySlots.open(home / STORE / SLOTS_FILE)
    return replace(made, home=home, store=store, slots=slots, clock=clock)


@contextmanager
def quick_passwords() -> Iterator[None]:
    """A password costs next to nothing, whatever a key slot says of its cost."""
    derive, quick = wrapping._derive, wrapping.Cost(memory=8, time=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wrapping, "_derive", lambda password, salt, cost: derive(password, salt, quick))
        yield


def new_folder() -> Path:
    """In memory where the system has such a place: what is flushed to a disk there costs nothing."""
    return Path(tempfile.mkdtemp(dir=_MEMORY if _MEMORY.is_dir() else None))


def key_files(folder: Path) -> KeyFiles:
    return KeyFiles(folder / KEYS, drill=True, password=None, passwords={})


def new_homes(folder: Path) -> Homes:
    """Everybody set up, enrolled and trusting at 07:30 on 2021-04-08, with nothing exported yet."""
    clock = Clock(at("07:00"))
    keys, place, stick = key_files(folder), FilePlace(folder / CITY_STORE), Stick(folder / "orders")
    stick.root.mkdir(parents=True)
    found_city(
        place,
        keys,
        PASSWORD,
        campaign="hp-2021",
        roots=3,
        threshold=2,
        now=clock(),
        example_plan=resources.read("data/plan_example.toml"),
    )
    for code in CODES:
        _set_up(folder / code, code, clock)
        with station_at(folder / code, clock, ADMINISTRATOR) as station:
            add_user(station, OPERATOR, "operator", "Trần Khánh Vân", PASSWORD)
            request_enrolment(station, stick)
    with open_city(f"sqlite:///{folder / CITY_STORE}", PASSWORD, lambda **_: clock) as city:
        enrolled = enrol_stations(city, stick, keys.officer("a"), {})
        assert not enrolled.refused, enrolled.refused
    clock.set("07:30")
    stations = {}
    for code in CODES:
        with station_at(folder / code, clock, ADMINISTRATOR) as station:
            received = receive_orders(station, stick)
            assert not received.refused, received.refused
            opened(station, crew=(OPERATOR,))
            stations[code] = station
    return Homes(folder, stations, city, place.slots().unlock("command", PASSWORD, now=clock()))


def new_station(code: str) -> NewStation:
    return NewStation(
        campaign="hp-2021",
        station=code,
        unit="Công an quận Lê Chân",
        devices=("TB-1",),
        user=ADMINISTRATOR,
        full_name="Nguyễn Bá Thịnh",
        password=PASSWORD,
        drill=True,
    )


def _set_up(home: Path, code: str, clock: Clock) -> None:
    home.mkdir()
    set_up_station(home, new_station(code), clock(), catalogue().outcome_rules)
