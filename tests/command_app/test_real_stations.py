"""A real station and its city over a stick, by their command lines: sent, received, acknowledged, and gone wrong."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.station_app.cli import OPERATOR, STATION, Commandctl, Stationctl, copied_drill, new_drill


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An enrolled station with an open shift and three applications, exported nothing yet. Not to be written to."""
    folder = tmp_path_factory.mktemp("prepared-city")
    new_drill(folder)
    ctl = Stationctl(folder / "station")
    opened = ctl.by(OPERATOR)(
        *("shift", "open", "--device", "TB-1", "--window", "ca-1", "--commander", "Phạm Đức Lương", "--all-checks-ok")
    )
    assert opened.code == 0, opened
    log(ctl, 1, 2, 3)
    return folder


def log(ctl: Stationctl, *people: int) -> None:
    lines = [{"number": f"031092{number:06}", "name": f"Nguyễn Thị {number}"} for number in people]
    assert ctl.by(OPERATOR).log(*lines).code == 0


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return copied_drill(prepared, tmp_path)


@pytest.fixture
def station(folder: Path) -> Stationctl:
    return Stationctl(folder / "station", now=None).at("08:30")


@pytest.fixture
def city(folder: Path) -> Commandctl:
    return Commandctl(folder / "city")


@pytest.fixture
def stick(folder: Path) -> Path:
    return folder / "stick"


def sent(station: Stationctl, stick: Path) -> dict[str, Any]:
    answer = station("export", stick)
    assert answer.code == 0, answer
    document: dict[str, Any] = answer.document
    return document


def taken(city: Commandctl, *paths: Path) -> list[dict[str, Any]]:
    bundles: list[dict[str, Any]] = city("import", *paths, "--keys", city.keys).document["bundles"]
    return bundles


def answered(city: Commandctl, stick: Path) -> None:
    assert city("receipts", stick, "--keys", city.keys).code == 0


def test_what_is_sent_is_received_and_acknowledged(station: Stationctl, city: Commandctl, stick: Path) -> None:
    exported = sent(station, stick)
    assert station("status").document["funnel"]["received"] == 0
    (told,) = taken(city, stick)
    assert (told["file"], told["state"], told["new"]) == (exported["file"], "accepted", exported["count"])
    answered(city, stick)
    received = station("receive", stick).document
    assert (received["accepted_through"], received["refused"]) == (exported["last"], [])
    assert [row["state"] for row in received["receipts"]] == ["accepted"]
    status = station("status").document
    assert (status["acknowledged"], status["unsent"]) == (exported["last"], 0)
    assert status["funnel"] == {"logged": 3, "sealed": 0, "exported": 3, "received": 3}
    assert [row["state"] for row in station("receive", stick).document["receipts"]] == ["old"]

    log(station, 4)
    second = sent(station, stick)
    assert second["first"] == exported["last"] + 1
    assert [(row["state"], row["seq"]) for row in taken(city, stick)] == [("known", 1), ("accepted", 2)]
    (stood,) = city("status").document["stations"]
    assert (stood["accepted_through"], stood["total"], stood["state"]) == (second["last"], 4, "ok")
    assert station("verify").code == city("verify").code == 0


def test_a_lost_stick_costs_nothing(station: Stationctl, city: Commandctl, stick: Path) -> None:
    sent(station, stick)
    shutil.rmtree(stick / "enrol")
    log(station, 4)
    second = sent(station, stick)
    (told,) = taken(city, stick)
    assert (told["seq"], told["first"], told["new"]) == (2, 1, second["last"])
    answered(city, stick)
    assert station("receive", stick).document["accepted_through"] == second["last"]


def test_a_clone_of_a_station_is_a_fork_at_the_first_difference(
    station: Stationctl, city: Commandctl, stick: Path, folder: Path
) -> None:
    clone = Stationctl(Path(shutil.copytree(station.home, folder / "clone")), now=station.now)
    log(station, 4)
    log(clone, 5)
    first = sent(station, stick)
    (folder / "other").mkdir()
    sent(clone, folder / "other")
    taken(city, stick)
    (told,) = taken(city, folder / "other")
    assert (told["state"], told["code"]) == ("refused", "fork")
    assert told["evidence"]["n"] == first["last"]
    (listed,) = city("fork", "list").document["forks"]
    assert (listed["station"], listed["evidence"]) == (STATION, told["evidence"])
    answered(city, stick)
    assert station("receive", stick).document["refused"] == []
    answered(city, folder / "other")
    refused = clone("receive", folder / "other")
    assert (refused.code, [row["code"] for row in refused.document["refused"]]) == (3, ["fork"])
    assert refused.document["accepted_through"] == 0


def test_the_same_seq_exported_twice_is_a_fork(
    station: Stationctl, city: Commandctl, stick: Path, folder: Path
) -> None:
    clone = Stationctl(Path(shutil.copytree(station.home, folder / "clone")), now=station.now)
    (folder / "other").mkdir()
    one, other = sent(station, stick), sent(clone, folder / "other")
    assert one["sha256"] != other["sha256"]
    told = taken(city, stick, folder / "other")
    assert [row["state"] for row in told] == ["accepted", "refused"]
    assert told[1]["evidence"] == {"seq": 1, "held": one["sha256"], "offered": other["sha256"]}


def test_a_command_put_back_to_an_earlier_day_is_sent_everything_again_once(
    station: Stationctl, city: Commandctl, stick: Path, folder: Path
) -> None:
    earlier = Commandctl(Path(shutil.copytree(city.folder, folder / "earlier")))
    exported = sent(station, stick)
    taken(city, stick)
    answered(city, stick)
    station("receive", stick)
    shutil.rmtree(stick / "enrol")
    log(station, 4)
    sent(station, stick)
    (told,) = taken(earlier, stick)
    assert (told["code"], told["missing"]) == ("gap", [1, exported["last"]])
    assert earlier("status").document["stations"][0]["state"] == "gap"
    answered(earlier, stick)  # serial 1 was given before: an old receipt to the station
    assert station("receive", stick).document["accepted_through"] == exported["last"]
    taken(earlier, stick)
    answered(earlier, stick)
    received = station("receive", stick).document
    assert (received["accepted_through"], [row["state"] for row in received["receipts"]]) == (0, ["old", "accepted"])
    again = sent(station, stick)
    assert again["first"] == 1
    told = next(row for row in taken(earlier, stick) if row["seq"] == again["seq"])
    assert (told["state"], told["new"]) == ("accepted", again["last"])
    assert earlier("status").document["stations"][0]["state"] == "ok"
    answered(earlier, stick)
    assert station("receive", stick).document["accepted_through"] == again["last"]


def test_a_station_put_back_to_an_earlier_day_is_a_fork_and_told_so(
    station: Stationctl, city: Commandctl, stick: Path, folder: Path
) -> None:
    earlier = Stationctl(Path(shutil.copytree(station.home, folder / "earlier")), now=station.now)
    log(station, 4, 5)
    sent(station, stick)
    taken(city, stick)
    answered(city, stick)
    received = earlier("receive", stick)
    assert [row["code"] for row in received.document["refused"]] == ["beyond_last"]
    log(earlier, 6)
    (folder / "other").mkdir()
    sent(earlier, folder / "other")
    (told,) = taken(city, folder / "other")
    assert told["code"] == "fork"


def test_a_revoked_station_stops(station: Stationctl, city: Commandctl, stick: Path) -> None:
    exported = sent(station, stick)
    taken(city, stick)
    revoked = city("revoke", STATION, "--epoch", "1", "--after", str(exported["last"]), "--keys", city.keys)
    assert revoked.document == {"trust_version": 2}
    answered(city, stick)
    assert station("receive", stick).document["trust_version"] == 2
    log_again = station.by(OPERATOR).log({"number": "031092000009"})
    assert (log_again.code, log_again.document["error"]["code"]) == (4, "station_revoked")
    sent(station, stick)
    assert [(row["state"], row["code"]) for row in taken(city, stick)] == [("known", None), ("refused", "revoked")]
