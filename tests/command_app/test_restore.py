"""The command's store is lost, and put back from a backup: what the backup lacks comes again by itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from campaign.events import ReceiptAccepted
from tests.command_app.losses import a_city, a_scene, done, log, miscount, miscount_in, stands, taken
from tests.station_app.cli import SUPERVISOR, Commandctl, Stationctl, entries

STORES = ("file", "server")


@pytest.fixture
def folder(prepared: Path, tmp_path: Path, database: str) -> Path:
    return a_scene(prepared, tmp_path, database, "stick", "copies")


@pytest.fixture
def station(folder: Path) -> Stationctl:
    return Stationctl(folder / "station", SUPERVISOR).at("09:00")


@pytest.fixture
def city(folder: Path, database: str) -> Commandctl:
    return a_city(folder, "09:10", database)


@pytest.fixture
def stick(folder: Path) -> Path:
    return folder / "stick"


@pytest.fixture
def copies(folder: Path) -> Path:
    return folder / "copies"


def put_back(
    city: Commandctl, copies: Path, url: str, *more: str | Path, place: str = "again"
) -> tuple[Commandctl, Any]:
    """The command at another place, from the newest backup."""
    again = replace(city, server=url, folder=city.folder.parent / place)
    again.folder.mkdir(exist_ok=True)
    if not again.keys.exists():
        shutil.copytree(city.keys, again.keys)
    return again, done(again("restore", copies, "--keys", again.keys, *more))


def answered(city: Commandctl, station: Stationctl, stick: Path) -> Any:
    done(city("receipts", stick, "--keys", city.keys))
    return done(station("receive", stick))


def durable(station: Stationctl) -> int:
    bodies = [entry.body for entry in entries(station.home)]
    return [body.durable_through for body in bodies if isinstance(body, ReceiptAccepted)][-1]


def test_receipts_call_durable_what_a_verified_backup_holds(
    station: Stationctl, city: Commandctl, stick: Path, copies: Path
) -> None:
    first = stands(city)["accepted_through"]
    assert answered(city, station, stick)["accepted_through"] == first
    assert durable(station) == 0
    made = done(city("backup", copies))
    assert Path(made["file"]) == copies / "command-20210408T091000.db"
    assert made["entries"] == first
    log(station, 4)
    done(station("export", stick))
    assert taken(city, stick) == [("accepted", None)]
    assert answered(city, station, stick)["accepted_through"] > first
    assert durable(station) == first
    done(city("backup", copies))
    answered(city, station, stick)
    assert durable(station) == stands(city)["accepted_through"]


def test_a_restored_command_gets_again_what_its_backup_lacks(
    station: Stationctl, city: Commandctl, stick: Path, copies: Path, a_database: Callable[[], str]
) -> None:
    answered(city, station, stick)
    done(city("backup", copies))
    held = stands(city)
    log(station, 4, 5)
    done(station("export", stick))
    taken(city, stick)
    acknowledged = answered(city, station, stick)["accepted_through"]
    shutil.rmtree(stick / "enrol")

    again, restored = put_back(city, copies, a_database())
    assert (restored["trust_version"], restored["city_generation"]) == (2, 2)
    assert stands(again) == held
    assert done(again("verify"))["ok"]
    log(station, 6)
    done(station("export", stick))
    assert taken(again, stick) == [("refused", "gap")]
    received = answered(again, station, stick)
    assert (received["trust_version"], received["accepted_through"]) == (2, held["accepted_through"])
    assert acknowledged > held["accepted_through"]
    sent = done(station("export", stick))
    assert sent["first"] == held["accepted_through"] + 1
    assert ("accepted", None) in taken(again, stick)
    assert answered(again, station, stick)["accepted_through"] == sent["last"]
    assert (stands(again)["total"], stands(again)["state"]) == (6, "ok")
    assert done(again("verify"))["ok"]
    assert done(station("verify"))["ok"]


def test_without_any_bundle_the_receipt_alone_moves_the_mark_back(
    station: Stationctl, city: Commandctl, stick: Path, copies: Path, a_database: Callable[[], str]
) -> None:
    done(city("backup", copies))
    log(station, 4)
    done(station("export", stick))
    taken(city, stick)
    answered(city, station, stick)
    again, _ = put_back(city, copies, a_database())
    assert answered(again, station, stick)["accepted_through"] == stands(again)["accepted_through"]
    done(station("export", stick))
    taken(again, stick)
    assert stands(again)["total"] == 4


def test_what_the_command_gave_out_after_the_backup_stands(
    station: Stationctl, city: Commandctl, stick: Path, copies: Path, a_database: Callable[[], str]
) -> None:
    done(city("backup", copies))
    done(city("trust", "rotate", "--new-officer", "b", "--keys", city.keys))
    answered(city, station, stick)
    assert done(station("status"))["epoch"] == 1
    again, restored = put_back(city, copies, a_database(), "--stick", stick)
    assert restored["trust_version"] == 3
    received = answered(again, station, stick)
    assert (received["trust_version"], received["refused"]) == (3, [])


def test_a_restored_command_notices_a_trust_that_it_lost(
    station: Stationctl, city: Commandctl, stick: Path, copies: Path, a_database: Callable[[], str]
) -> None:
    """The station's version 2 is another one than that of the restored command: each import says so, until it is put
    back with a stick that still has it."""
    done(city("backup", copies))
    done(city("trust", "rotate", "--new-officer", "b", "--keys", city.keys))
    answered(city, station, stick)
    log(station, 4)
    done(station("export", stick))
    forgetful, restored = put_back(city, copies, a_database())
    assert restored["trust_version"] == 2
    told = done(forgetful("import", stick, "--keys", forgetful.keys))
    assert [(row["state"], row.get("warning")) for row in told["bundles"]] == [("accepted", "trust_not_held")]
    again, _ = put_back(city, copies, a_database(), "--stick", stick, place="once more")
    told = done(again("import", stick, "--keys", again.keys))
    assert [(row["state"], "warning" in row) for row in told["bundles"]] == [("accepted", False)]
    assert answered(again, station, stick)["trust_version"] == 3


def test_a_backup_of_either_kind_goes_back_into_the_other(
    station: Stationctl, city: Commandctl, copies: Path, folder: Path, server: Any
) -> None:
    done(city("backup", copies))
    held = stands(city)
    elsewhere = "" if city.server else server.new_database()
    again, _ = put_back(city, copies, elsewhere)
    assert stands(again) == held
    assert done(again("verify"))["ok"]


def test_the_newest_backup_counts_and_each_has_its_own_name(
    station: Stationctl, city: Commandctl, stick: Path, copies: Path, a_database: Callable[[], str]
) -> None:
    done(city("backup", copies))
    log(station, 4)
    done(station("export", stick))
    taken(city, stick)
    second = Path(done(city("backup", copies))["file"])
    assert second.name == "command-20210408T091000-02.db"
    again, restored = put_back(city, copies, a_database())
    assert (Path(restored["file"]), stands(again)["total"]) == (second, 4)
    names = [f"command-20210408T091000{number}.db{end}" for number in ("", "-02") for end in ("", ".keys.json")]
    assert {path.name for path in copies.iterdir()} == set(names)


def test_a_backup_that_was_tampered_with_restores_nothing(
    city: Commandctl, copies: Path, a_database: Callable[[], str], tmp_path: Path
) -> None:
    file = Path(done(city("backup", copies))["file"])
    miscount(file)
    place = replace(city, server=a_database(), folder=tmp_path / "again")
    place.folder.mkdir()
    shutil.copytree(city.keys, place.keys)
    refused = place("restore", copies, "--keys", place.keys)
    assert (refused.code, refused.error) == (5, "backup_not_whole")
    assert place("status").error == "not_set_up"


def test_a_damaged_store_gives_no_backup_and_makes_nothing_durable(
    station: Stationctl, city: Commandctl, stick: Path, copies: Path
) -> None:
    miscount_in(city)
    refused = city("backup", copies)
    assert (refused.code, refused.error) == (5, "backup_not_whole")
    assert list(copies.iterdir()) == []
    answered(city, station, stick)
    assert durable(station) == 0


def test_what_cannot_be_restored_is_said(city: Commandctl, copies: Path, folder: Path) -> None:
    assert city("restore", copies, "--keys", city.keys).error == "no_backup_here"
    assert city("backup", folder / "nowhere").error == "not_found"
    done(city("backup", copies))
    assert city("restore", copies, "--keys", city.keys).error == "store_exists"
    (folder / "again").mkdir()
    (folder / "password").write_text("another", encoding="utf-8")
    elsewhere = Commandctl(folder / "again", city.now)
    refused = elsewhere("restore", copies, "--keys", city.keys, "--password-file", folder / "password")
    assert (refused.code, refused.error) == (6, "wrong_password")
    assert list(elsewhere.folder.iterdir()) == []
