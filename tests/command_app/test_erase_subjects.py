"""Retention at the command and at its stations, by their command lines: who is erased, and what goes on without."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from campaign.calendar import parse_time
from command_app.store_places import USER, slots_of
from db.keyslots import KeySlots
from db.server_store import SERVER
from station_app.home import STORE, STORE_FILE
from tests.command_app.losses import a_city, a_line, a_scene, begun, done, rebuilt, stands, taken
from tests.disk_bytes import hold
from tests.servers import Server
from tests.station_app.cli import (
    ADMINISTRATOR,
    OPERATOR,
    PASSWORD,
    SUPERVISOR,
    Commandctl,
    Stationctl,
    entries,
    moment,
    store_key,
)

STORES = ("file", "server")
NAME = "Phùng Thị Hoài Thương"
LATER = "2021-07-09"
"""More than the plan's 90 days after what was logged."""

Bytes = Callable[[], int]


@pytest.fixture
def folder(prepared: Path, tmp_path: Path, database: str) -> Path:
    return a_scene(prepared, tmp_path, database, "stick", "copies")


@pytest.fixture
def station(folder: Path) -> Stationctl:
    """It has sent somebody with a name of her own."""
    station = Stationctl(folder / "station", SUPERVISOR).at("09:00")
    done(station.by(OPERATOR).log(a_line(7, name=NAME), a_line(8, name=f"{NAME} Em")))
    done(station("export", folder / "stick"))
    return station


@pytest.fixture
def city(folder: Path, station: Stationctl, database: str) -> Commandctl:
    """It holds them, in no backup yet."""
    city = a_city(folder, "09:10", database)
    taken(city, folder / "stick")
    return city


@pytest.fixture
def stick(folder: Path) -> Path:
    return folder / "stick"


@pytest.fixture
def copies(folder: Path) -> Path:
    return folder / "copies"


@pytest.fixture
def bytes_left(city: Commandctl, request: pytest.FixtureRequest) -> Bytes:
    """In how many pages or files of the command's store the name stands."""
    if not city.server:
        path = city.folder / "command.db"
        key = KeySlots.open(slots_of(path)).unlock(USER, PASSWORD, now=parse_time(moment("08:00")))
        return lambda: hold(path, key, NAME.encode())
    server: Server = request.getfixturevalue("server")

    def of_server() -> int:
        with psycopg.connect(city.server.replace(SERVER, "postgresql://"), autocommit=True) as connection:
            connection.execute("CHECKPOINT")
            (number,) = connection.execute(
                "SELECT oid FROM pg_database WHERE datname = current_database()"
            ).fetchone() or (0,)
        files = (server.folder / "data" / "base" / str(number)).iterdir()
        return sum(NAME.encode() in file.read_bytes() for file in files)

    return of_server


def later(city: Commandctl) -> Commandctl:
    return replace(city, now=moment("08:00", LATER))


def measure(city: Commandctl) -> None:
    """As a server does by itself from time to time, and keeps samples of what it sees."""
    if city.server:
        with psycopg.connect(city.server.replace(SERVER, "postgresql://"), autocommit=True) as connection:
            connection.execute("ANALYZE")


def acknowledged(city: Commandctl, station: Stationctl, stick: Path) -> None:
    done(city("receipts", stick, "--keys", city.keys))
    done(station("receive", stick))


def test_only_what_a_verified_backup_holds_is_erased_and_only_after_the_days(
    city: Commandctl, copies: Path, bytes_left: Bytes
) -> None:
    held = stands(city)
    assert done(later(city)("erase")) == {"days": 90, "erased": 0, "stations": []}
    done(city("backup", copies))
    assert done(replace(city, now=moment("08:00", "2021-07-07"))("erase"))["erased"] == 0
    assert bytes_left() > 0
    measure(city)
    erased = done(later(city)("erase"))
    assert erased["stations"] == [{"station": "HP-LC-01", "epoch": 1, "through": held["accepted_through"], "erased": 5}]
    assert bytes_left() == 0
    assert (stands(city)["total"], stands(city)["head"]) == (held["total"], held["head"])
    assert done(city("verify"))["ok"]
    assert done(later(city)("erase"))["erased"] == 0


def test_what_comes_again_is_not_stored_again(
    city: Commandctl, station: Stationctl, stick: Path, copies: Path, bytes_left: Bytes
) -> None:
    done(city("backup", copies))
    done(later(city)("erase"))
    done(station("export", stick))  # of which no receipt has come: the same persons once more
    assert ("accepted", None) in taken(city, stick)
    assert bytes_left() == 0
    assert done(city("verify"))["ok"]


def test_at_both_sides_nobody_is_left_and_everything_goes_on(
    city: Commandctl, station: Stationctl, stick: Path, copies: Path, bytes_left: Bytes
) -> None:
    done(city("backup", copies))
    acknowledged(city, station, stick)
    key = store_key(station.home)
    path = station.home / STORE / STORE_FILE
    assert hold(path, key, NAME.encode()) > 0
    assert done(later(city)("erase"))["erased"] == 5
    assert done(station.at("08:00", LATER)("erase"))["erased"] == 5
    assert (bytes_left(), hold(path, key, NAME.encode())) == (0, 0)
    done(station.at("08:10", LATER)("export", stick))
    assert ("accepted", None) in taken(later(city), stick)
    assert [entry.header.kind for entry in entries(station.home)].count("subjects_erased") == 1
    for one in (city("verify"), station("verify")):
        assert done(one)["ok"]


def test_a_station_is_rebuilt_without_those_who_were_erased(
    city: Commandctl, folder: Path, stick: Path, copies: Path
) -> None:
    done(city("backup", copies))
    done(later(city)("erase"))
    new = Stationctl(folder / "new", ADMINISTRATOR).at("10:00")
    begun(new)
    rebuilt(new, city, stick)
    assert done(new("verify"))["ok"]
    assert hold(new.home / STORE / STORE_FILE, store_key(new.home), NAME.encode()) == 0


def test_a_rebuilt_station_erases_what_it_has_of_its_earlier_epoch(
    city: Commandctl, folder: Path, stick: Path, copies: Path
) -> None:
    new = Stationctl(folder / "new", ADMINISTRATOR).at("10:00")
    begun(new)
    rebuilt(new, city, stick)
    path, key = new.home / STORE / STORE_FILE, store_key(new.home)
    assert hold(path, key, NAME.encode()) > 0
    done(new.at("10:05")("user", "reset", SUPERVISOR))
    boss = new.by(SUPERVISOR)
    done(boss.at("10:20")("export", stick))
    taken(city, stick)
    acknowledged(city, boss.at("10:30"), stick)
    assert done(new.at("08:00", LATER)("erase"))["erased"] == 0, "no backup holds the new epoch's beginning"
    done(city("backup", copies))
    acknowledged(replace(city, now=moment("10:50")), boss.at("10:55"), stick)
    assert done(new.at("08:00", LATER)("erase")) == {"erased": 5, "through": 0}
    assert hold(path, key, NAME.encode()) == 0
    assert done(new("verify"))["ok"]
