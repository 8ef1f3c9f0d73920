"""Two histories under one station: the held one stands, the other machine goes on, and everybody counts once."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from bundle.envelope import read_envelope
from command_app.bootstrap import open_city
from command_app.services.decide_fork import fork_decisions
from db.envelopes import kept_envelopes
from tests.command_app import cities
from tests.command_app.losses import a_city, a_line, a_scene, done, log, stands, taken
from tests.station_app.cli import (
    ADMINISTRATOR,
    OPERATOR,
    PASSWORD,
    STATION,
    SUPERVISOR,
    Commandctl,
    Second,
    Stationctl,
)

STORES = ("file", "server")


@pytest.fixture
def folder(prepared: Path, tmp_path: Path, database: str) -> Path:
    return a_scene(prepared, tmp_path, database, "stick", "other")


@pytest.fixture
def station(folder: Path) -> Stationctl:
    return Stationctl(folder / "station", SUPERVISOR).at("09:00")


@pytest.fixture
def twin(folder: Path, station: Stationctl) -> Stationctl:
    """The same disk in another computer, from before the station went on."""
    return Stationctl(Path(shutil.copytree(station.home, folder / "twin")), SUPERVISOR).at("09:30")


@pytest.fixture
def city(folder: Path, database: str) -> Commandctl:
    return a_city(folder, "10:00", database)


@pytest.fixture
def stick(folder: Path) -> Path:
    return folder / "stick"


@pytest.fixture
def other(folder: Path) -> Path:
    """The twin's stick."""
    return folder / "other"


def forked(station: Stationctl, twin: Stationctl, city: Commandctl, stick: Path, other: Path) -> int:
    """Both went on; the station's history is held. Returns the last entry that both share."""
    shared = len_of(twin)
    log(station, 4, 5)
    done(station("shift", "close", "--device", "TB-1", "--device-counter", "5"))
    done(station("export", stick))
    assert taken(city, stick) == [("accepted", None)]
    log(twin, 6, 7, 8)
    second = Second(twin.home.parent / "password")(ADMINISTRATOR)
    done(twin("void", str(len_of(twin)), "--reason", "wrong_person", *second))
    done(twin("export", other))
    assert taken(city, other) == [("refused", "fork")]
    return shared


def len_of(station: Stationctl) -> int:
    return int(done(station("status"))["last"])


def gone_on(twin: Stationctl, city: Commandctl, other: Path) -> Any:
    """The twin in its next epoch, after the decision."""
    requested = done(twin.by(ADMINISTRATOR)("request", other, "--next-epoch"))
    assert requested["epoch"] == 2
    assert done(city("enrol", other, "--keys", city.keys))["refused"] == []
    return done(twin("receive", other))


def decided(city: Commandctl) -> Any:
    return done(city("fork", "decide", STATION, "--keys", city.keys))


def test_the_held_history_stands_and_the_others_applications_come_again(
    station: Stationctl, twin: Stationctl, city: Commandctl, stick: Path, other: Path
) -> None:
    shared = forked(station, twin, city, stick, other)
    (listed,) = done(city("fork", "list"))["forks"]
    assert (listed["station"], listed["epoch"], listed["evidence"]["n"]) == (STATION, 1, shared + 1)
    assert stands(city)["state"] == "fork"
    assert decided(city) == {"forks": []}
    assert done(city("fork", "list"))["forks"] == []
    assert done(city("fork", "list", "--all"))["forks"] == [listed]
    assert stands(city)["state"] == "ok"
    assert taken(city, other) == [("refused", "fork")]  # as before: it has no place in that epoch
    assert stands(city)["state"] == "ok"

    assert gone_on(twin, city, other)["refused"] == []
    status = done(twin("status"))
    assert (status["epoch"], status["funnel"]["logged"]) == (2, 5)
    done(twin.log(a_line(9)))
    sent = done(twin("export", other))
    assert (sent["seq"], sent["first"]) == (1, 1)
    assert ("accepted", None) in taken(city, other)
    stood = stands(city)
    # 1 … 5 of the station; 6 and 7 of the twin, whose 8 was taken back; and 9.
    assert (stood["epoch"], stood["total"], stood["state"]) == (2, 8, "ok")
    assert done(city("verify"))["ok"]
    assert done(twin("verify"))["ok"]
    done(city("receipts", other, "--keys", city.keys))
    assert done(twin("receive", other))["accepted_through"] == sent["last"]
    assert done(twin("status"))["unsent"] == 0
    late = station("receive", other)
    assert (late.code, late.document["refused"][-1]["code"]) == (3, "fork")


def test_what_is_told_again_has_not_come_before_it_is_sent(
    station: Stationctl, twin: Stationctl, city: Commandctl, stick: Path, other: Path
) -> None:
    """1, 2 and 3 are in both histories, 6 and 7 in the twin's alone."""
    forked(station, twin, city, stick, other)
    decided(city)
    gone_on(twin, city, other)
    assert stages(twin) == (5, 3, 3)
    done(twin("export", other))
    assert stages(twin) == (5, 5, 3)
    assert ("accepted", None) in taken(city, other)
    done(city("receipts", other, "--keys", city.keys))
    done(twin("receive", other))
    assert stages(twin) == (5, 5, 5)


def stages(station: Stationctl) -> tuple[int, int, int]:
    """Logged, exported, received."""
    funnel = done(station("status"))["funnel"]
    return funnel["logged"], funnel["exported"], funnel["received"]


def test_what_the_twin_logged_is_known_by_its_form(
    station: Stationctl, twin: Stationctl, city: Commandctl, stick: Path, other: Path
) -> None:
    forked(station, twin, city, stick, other)
    decided(city)
    gone_on(twin, city, other)
    repeated = twin.log(a_line(6)).document
    assert repeated["repeated"]
    assert twin.log(a_line(6, form_id="TK-66")).document["error"]["code"] == "duplicate"
    assert done(twin("status"))["station_total"]["done"] == 5
    closed = done(twin("shift", "close", "--device", "TB-1", "--device-counter", "5"))
    assert (closed["counted"], closed["voided"]) == (5, 1)
    done(twin("export", other))
    taken(city, other)
    assert stands(city)["total"] == 7
    assert done(city("verify"))["ok"]


def test_a_seq_given_twice_is_decided_where_both_agree(
    station: Stationctl, twin: Stationctl, city: Commandctl, stick: Path, other: Path
) -> None:
    done(station("export", stick))
    done(twin("export", other))
    assert taken(city, stick, other) == [("accepted", None), ("refused", "fork")]
    (listed,) = done(city("fork", "list"))["forks"]
    assert set(listed["evidence"]) == {"seq", "held", "offered"}
    assert decided(city) == {"forks": []}
    log(twin, 6)
    gone_on(twin, city, other)
    done(twin("export", other))
    taken(city, other)
    assert (stands(city)["epoch"], stands(city)["total"]) == (2, 4)


def test_the_decision_is_signed_and_kept(
    station: Stationctl, twin: Stationctl, city: Commandctl, stick: Path, other: Path
) -> None:
    shared = forked(station, twin, city, stick, other)
    decided(city)
    with (
        open_city(city.store, PASSWORD, lambda **_: cities.Clock(), read_only=True) as opened,
        opened.store.read() as snapshot,
    ):
        (decision,) = fork_decisions(snapshot)
        (kept,) = kept_envelopes(snapshot, "decision")
    assert (decision.station, decision.continues.epoch, decision.continues.n) == (STATION, 1, shared)
    assert [row.number for row in decision.evidence] == [shared + 1]
    envelope = read_envelope(kept.content, "decision", single=True)
    assert json.loads(envelope.payload)["format"] == "enrol-decision/1"


def test_what_is_out_of_turn_is_refused(
    station: Stationctl, twin: Stationctl, city: Commandctl, stick: Path, other: Path
) -> None:
    refused = city("fork", "decide", STATION, "--keys", city.keys)
    assert (refused.code, refused.error) == (3, "no_fork")
    forked(station, twin, city, stick, other)
    done(twin.by(ADMINISTRATOR)("request", other, "--next-epoch"))
    undecided = city("enrol", other, "--keys", city.keys)
    assert (undecided.code, [row["code"] for row in undecided.document["refused"]]) == (3, ["epoch_unexpected"])
    assert twin.by(OPERATOR)("request", other, "--next-epoch").error == "role_may_not"
    decided(city)
    assert city("fork", "decide", STATION, "--keys", city.keys).error == "no_fork"
    done(station.by(ADMINISTRATOR)("request", stick, "--next-epoch"))  # whose history it is that stands
    done(city("enrol", other, "--keys", city.keys))
    second = city("enrol", stick, "--keys", city.keys)
    assert [row["code"] for row in second.document["refused"]] == ["second_key"]
