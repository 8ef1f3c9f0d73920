"""A dead station and its new computer, by their command lines: it gets all that the command holds and goes on."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.command_app.losses import a_city, a_line, a_scene, begun, done, log, rebuilt, stands
from tests.station_app.cli import (
    ADMINISTRATOR,
    OPERATOR,
    STATION,
    Commandctl,
    Stationctl,
    new_drill,
    unlock_quickly,
)

STORES = ("file", "server")


@pytest.fixture
def folder(prepared: Path, tmp_path: Path, database: str) -> Path:
    return a_scene(prepared, tmp_path, database, "stick")


@pytest.fixture
def dead(folder: Path) -> Stationctl:
    return Stationctl(folder / "station").at("09:00")


@pytest.fixture
def new(folder: Path) -> Stationctl:
    return Stationctl(folder / "new", ADMINISTRATOR).at("10:00")


@pytest.fixture
def city(folder: Path, database: str) -> Commandctl:
    return a_city(folder, "10:10", database)


@pytest.fixture
def stick(folder: Path) -> Path:
    return folder / "stick"


def test_a_new_computer_goes_on_with_all_that_the_command_holds(
    dead: Stationctl, new: Stationctl, city: Commandctl, stick: Path
) -> None:
    held = stands(city)
    made = begun(new)
    assert (list(made), made["epoch"]) == (["station", "epoch", "key_id", "fingerprint"], 2)
    requested = done(new("request", stick))
    assert (requested["epoch"], requested["fingerprint"]) == (2, made["fingerprint"])
    answer = done(city("rebuild", STATION, stick, "--keys", city.keys))
    assert Path(answer["file"]) == stick / "enrol/rebuilds/HP-LC-01-e1.rebuild"
    assert answer["continues"] == {"epoch": 1, "n": held["accepted_through"], "head": held["head"]}
    assert done(new("init", "--from", answer["file"])) == made
    unlock_quickly(new.home)

    status = done(new("status"))
    assert (status["epoch"], status["funnel"]) == (2, {"logged": 3, "sealed": 0, "exported": 3, "received": 3})
    assert done(new("verify"))["ok"]
    assert [device["state"] for device in status["devices"]] == ["open", "none"]
    users = [row["user"] for row in done(new("user", "list"))["users"]]
    assert users == ["lt.hanh", "pd.luong", ADMINISTRATOR, OPERATOR]


def test_it_knows_its_people_and_forms_and_what_it_sends_is_counted_once(
    dead: Stationctl, new: Stationctl, city: Commandctl, stick: Path
) -> None:
    begun(new)
    rebuilt(new, city, stick)
    repeated = new.log(a_line(1))
    assert repeated.document["repeated"]
    twice = new.log(a_line(1, form_id="TK-9"))
    assert (twice.code, twice.document["error"]["code"]) == (4, "duplicate")
    done(new.log(a_line(4)))
    done(new("shift", "close", "--device", "TB-1", "--device-counter", "4"))
    done(dead.by(ADMINISTRATOR)("request", stick))
    done(city("enrol", stick, "--keys", city.keys))  # the dead computer's enrolment lies on the stick as well
    sent = done(new("export", stick))
    assert (sent["seq"], sent["first"]) == (1, 1)
    assert [row["state"] for row in done(city("import", stick, "--keys", city.keys))["bundles"]] == ["accepted"]
    stood = stands(city)
    assert (stood["epoch"], stood["total"], stood["state"]) == (2, 4, "ok")
    done(city("receipts", stick, "--keys", city.keys))
    assert done(new("receive", stick))["accepted_through"] == sent["last"]
    assert done(city("verify"))["ok"]
    late = dead("receive", stick)
    assert (late.code, [row["code"] for row in late.document["refused"]]) == (3, ["wrong_station", "fork"])


def test_what_no_backup_holds_is_named_for_nobody_will_send_it_again(
    dead: Stationctl, new: Stationctl, city: Commandctl, stick: Path, folder: Path
) -> None:
    """The dead computer's key is gone: a command that loses its entries gets them from no station."""
    held = stands(city)["accepted_through"]
    begun(new)
    done(new("request", stick))
    answer = city("rebuild", STATION, stick, "--keys", city.keys)
    assert done(answer)["not_durable"] == [{"epoch": 1, "first": 1, "last": held}]
    (folder / "copies").mkdir()
    done(city("backup", folder / "copies"))
    assert done(city("rebuild", STATION, stick, "--keys", city.keys))["not_durable"] == []


def test_what_was_only_on_the_dead_disk_is_named_until_it_comes_after_all(
    dead: Stationctl, new: Stationctl, city: Commandctl, stick: Path, folder: Path
) -> None:
    held = stands(city)["accepted_through"]
    log(dead, 4, 5)
    lost = folder / "lost"
    lost.mkdir()
    last = done(dead("export", lost))["last"]
    begun(new)
    assert rebuilt(new, city, stick, "--known-through", str(last))["missing"] == [
        {"epoch": 1, "first": held + 1, "last": last}
    ]
    assert stands(city)["missing"] == [{"epoch": 1, "first": held + 1, "last": last}]
    new.log(a_line(4))  # from its paper form, again
    done(new("export", stick))
    done(city("import", stick, "--keys", city.keys))
    assert stands(city)["total"] == 4
    assert done(city("import", lost, "--keys", city.keys))["imported"] == last - held
    stood = stands(city)
    assert (stood["total"], "missing" in stood) == (5, False)
    assert done(city("verify"))["ok"]


def test_a_station_may_die_twice(new: Stationctl, city: Commandctl, stick: Path, folder: Path) -> None:
    begun(new)
    rebuilt(new, city, stick)
    new.log(a_line(4))
    done(new("export", stick))
    done(city("import", stick, "--keys", city.keys))
    third = replace(new, home=folder / "third")
    begun(third)
    done(third("request", stick))
    refused = city("rebuild", STATION, stick, "--keys", city.keys)
    assert (refused.code, refused.error) == (3, "second_key")
    shutil.rmtree(third.home)
    begun(third, "--epoch", "3")
    answer = rebuilt(third, city, stick)
    assert (answer["epoch"], answer["continues"]["epoch"], Path(answer["file"]).name) == (3, 2, f"{STATION}-e2.rebuild")
    assert done(third("status"))["funnel"]["logged"] == 4
    assert done(third("verify"))["ok"]


def test_a_station_of_which_nothing_is_held_begins_its_next_epoch_empty(
    tmp_path: Path, new: Stationctl, folder: Path
) -> None:
    (tmp_path / "fresh").mkdir()
    new_drill(tmp_path / "fresh")
    city, stick = Commandctl(tmp_path / "fresh" / "city"), tmp_path / "fresh" / "stick"
    begun(new, "--device", "TB-1")
    answer = rebuilt(new, city, stick)
    assert (answer["continues"]["n"], Path(answer["file"]).suffix) == (0, ".enrolment")
    assert [device["device"] for device in done(new("status"))["devices"]] == ["TB-1"]


def test_asked_again_the_command_answers_the_same_key_with_the_same_enrolment(
    dead: Stationctl, new: Stationctl, city: Commandctl, stick: Path
) -> None:
    begun(new)
    done(new("request", stick))
    first = done(city("rebuild", STATION, stick, "--keys", city.keys))
    enrolment = (stick / "enrol/enrolments/HP-LC-01-e2.enrolment").read_bytes()
    log(dead, 4)
    done(dead("export", stick))
    done(city("import", stick, "--keys", city.keys))
    again = done(city("rebuild", STATION, stick, "--keys", city.keys))
    assert (again["continues"], again["epoch"]) == (first["continues"], 2)
    assert (stick / "enrol/enrolments/HP-LC-01-e2.enrolment").read_bytes() == enrolment
    done(new("init", "--from", stick))
    assert done(new("status"))["funnel"]["logged"] == 4
