"""A dead station and its new computer, by their command lines: it gets all that the command holds and goes on."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from command_app.cli import main as commandctl
from tests.station_app.cli import (
    ADMINISTRATOR,
    CAMPAIGN,
    OPERATOR,
    PASSWORD,
    STATION,
    UNIT,
    Answer,
    Commandctl,
    Stationctl,
    copied_drill,
    entries,
    new_drill,
    run,
    unlock_quickly,
)

NAMED = ("--campaign", CAMPAIGN, "--station", STATION, "--unit", UNIT)


@pytest.fixture(scope="session")
def sent_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A station with an open shift and three applications, which the command holds. Not to be written to."""
    folder = tmp_path_factory.mktemp("sent-once")
    new_drill(folder)
    station = Stationctl(folder / "station").by(OPERATOR)
    opening = ("--device", "TB-1", "--window", "ca-1", "--commander", "Phạm Đức Lương", "--all-checks-ok")
    done(station("shift", "open", *opening))
    log(station, 1, 2, 3)
    done(Stationctl(folder / "station")("export", folder / "stick"))
    city = Commandctl(folder / "city")
    done(city("import", folder / "stick", "--keys", city.keys))
    return folder


@pytest.fixture
def folder(sent_once: Path, tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return copied_drill(sent_once, tmp_path)


@pytest.fixture
def dead(folder: Path) -> Stationctl:
    return Stationctl(folder / "station").at("09:00")


@pytest.fixture
def new(folder: Path) -> Stationctl:
    return Stationctl(folder / "new", ADMINISTRATOR).at("10:00")


@pytest.fixture
def city(folder: Path) -> Commandctl:
    return replace(Commandctl(folder / "city"), now="2021-04-08T10:10:00+07:00")


@pytest.fixture
def stick(folder: Path) -> Path:
    return folder / "stick"


def done(answer: Answer) -> Any:
    assert answer.code == 0, answer
    return answer.document if len(answer.lines) == 1 else answer.lines


def log(station: Stationctl, *people: int) -> None:
    lines = [
        {"number": f"031092{number:06}", "name": f"Nguyễn Thị {number}", "form_id": f"TK-{number}"} for number in people
    ]
    done(station.by(OPERATOR).log(*lines))


def begun(new: Stationctl, *more: str) -> Any:
    return done(new("init", "--rebuild", *NAMED, "--drill", *more))


def rebuilt(new: Stationctl, city: Commandctl, stick: Path, *more: str) -> Any:
    """The command's answer to a request, and the station up again."""
    done(new("request", stick))
    answer = done(city("rebuild", STATION, stick, "--keys", city.keys, *more))
    done(new("init", "--from", answer["file"]))
    unlock_quickly(new.home)
    return answer


def test_a_new_computer_goes_on_with_all_that_the_command_holds(
    dead: Stationctl, new: Stationctl, city: Commandctl, stick: Path
) -> None:
    held = city("status").document["stations"][0]
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
    repeated = new.log({"number": "031092000001", "name": "Nguyễn Thị 1", "form_id": "TK-1"})
    assert repeated.document["repeated"]
    twice = new.log({"number": "031092000001", "name": "Nguyễn Thị 1", "form_id": "TK-9"})
    assert (twice.code, twice.document["error"]["code"]) == (4, "duplicate")
    done(new.log({"number": "031092000004", "name": "Nguyễn Thị 4", "form_id": "TK-4"}))
    done(new("shift", "close", "--device", "TB-1", "--device-counter", "4"))
    sent = done(new("export", stick))
    assert (sent["seq"], sent["first"]) == (1, 1)
    assert [row["state"] for row in done(city("import", stick, "--keys", city.keys))["bundles"]] == ["accepted"]
    stands = done(city("status"))["stations"][0]
    assert (stands["epoch"], stands["total"], stands["state"]) == (2, 4, "ok")
    done(city("receipts", stick, "--keys", city.keys))
    assert done(new("receive", stick))["accepted_through"] == sent["last"]
    assert done(city("verify"))["ok"]
    late = dead("receive", stick)
    assert (late.code, [row["code"] for row in late.document["refused"]]) == (3, ["wrong_station", "fork"])


def test_what_was_only_on_the_dead_disk_is_named_until_it_comes_after_all(
    dead: Stationctl, new: Stationctl, city: Commandctl, stick: Path, folder: Path
) -> None:
    held = city("status").document["stations"][0]["accepted_through"]
    log(dead, 4, 5)
    lost = folder / "lost"
    lost.mkdir()
    last = done(dead("export", lost))["last"]
    begun(new)
    assert rebuilt(new, city, stick, "--known-through", str(last))["missing"] == [
        {"epoch": 1, "first": held + 1, "last": last}
    ]
    assert city("status").document["stations"][0]["missing"] == [{"epoch": 1, "first": held + 1, "last": last}]
    new.log({"number": "031092000004", "name": "Nguyễn Thị 4", "form_id": "TK-4"})  # from its paper form, again
    done(new("export", stick))
    done(city("import", stick, "--keys", city.keys))
    assert city("status").document["stations"][0]["total"] == 4
    assert done(city("import", lost, "--keys", city.keys))["imported"] == last - held
    stands = city("status").document["stations"][0]
    assert (stands["total"], "missing" in stands) == (5, False)
    assert done(city("verify"))["ok"]


def test_a_bundle_after_a_gap_tells_how_far_the_dead_computer_was(
    dead: Stationctl, new: Stationctl, city: Commandctl, stick: Path, folder: Path
) -> None:
    held = city("status").document["stations"][0]["accepted_through"]
    elsewhere = Commandctl(Path(shutil.copytree(city.folder, folder / "elsewhere")), city.now)
    log(dead, 4)
    for _ in range(2):  # the second begins after what only the first one brought
        (folder / "other").mkdir(exist_ok=True)
        shutil.rmtree(folder / "other")
        (folder / "other").mkdir()
        last = done(dead("export", folder / "other"))["last"]
        done(elsewhere("import", folder / "other", "--keys", city.keys))
        done(elsewhere("receipts", folder / "other", "--keys", city.keys))
        done(dead("receive", folder / "other"))
    assert city("import", folder / "other", "--keys", city.keys).document["bundles"][0]["code"] == "gap"
    begun(new)
    assert rebuilt(new, city, stick)["missing"] == [{"epoch": 1, "first": held + 1, "last": last}]


def test_a_station_may_die_twice(new: Stationctl, city: Commandctl, stick: Path, folder: Path) -> None:
    begun(new)
    rebuilt(new, city, stick)
    new.log({"number": "031092000004", "name": "Nguyễn Thị 4", "form_id": "TK-4"})
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


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        ("rebuilds/HP-LC-01-e1.rebuild", "rebuild_missing"),
        ("enrolments/HP-LC-01-e2.enrolment", "rebuild_missing"),
        ("trust/000001.trust", "trust_missing"),
    ],
)
def test_without_one_of_its_documents_the_station_waits_as_before(
    new: Stationctl, city: Commandctl, stick: Path, spoil: str, code: str
) -> None:
    begun(new)
    done(new("request", stick))
    done(city("rebuild", STATION, stick, "--keys", city.keys))
    (stick / "enrol" / spoil).rename(stick / "aside")
    refused = new("init", "--from", stick)
    assert (refused.code, refused.error) == (3, code)
    assert not (new.home / "store").exists()
    (stick / "aside").rename(stick / "enrol" / spoil)
    done(new("init", "--from", stick))


@pytest.mark.parametrize("place", [3, 400, -40])
def test_a_damaged_rebuild_file_is_refused_whole(new: Stationctl, city: Commandctl, stick: Path, place: int) -> None:
    begun(new)
    done(new("request", stick))
    file = Path(done(city("rebuild", STATION, stick, "--keys", city.keys))["file"])
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(data)
    refused = new("init", "--from", file)
    assert refused.code == 3
    assert refused.error in ("bad_magic", "bad_envelope", "bad_signature", "bad_digest")
    assert entries_held(new) == 0


def entries_held(new: Stationctl) -> int:
    return len(entries(new.home)) if (new.home / "store").exists() else 0


def test_what_is_out_of_turn_is_refused(dead: Stationctl, new: Stationctl, city: Commandctl, stick: Path) -> None:
    assert new("init", "--from", stick).error == "no_rebuild_begun"
    assert city("rebuild", STATION, stick, "--keys", city.keys).error == "no_rebuild_request"
    assert city("rebuild", "HP-LC-99", stick, "--keys", city.keys).error == "unknown_station"
    begun(new, "--epoch", "3")
    assert new("status").error == "not_set_up"
    done(new("request", stick))
    assert city("rebuild", STATION, stick, "--keys", city.keys).error == "other_epoch_expected"
    again = new("init", "--rebuild", *NAMED, "--drill")
    assert (again.code, again.error) == (3, "rebuild_begun")
    assert new("init", "--from", stick / "nowhere").error == "not_found"
    assert new("init", "--from", stick, "--rebuild").code == 2
    assert replace(new, password="another")("request", stick).error == "wrong_password"


def test_in_earnest_both_fingerprints_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside a drill nobody is believed by the stick alone."""
    city, stick = EarnestCity(tmp_path / "city"), tmp_path / "stick"
    for folder in (city.folder, stick):
        folder.mkdir()
    station = replace(Stationctl(tmp_path / "station", ADMINISTRATOR), now=None)
    root = done(city("init", "--campaign", CAMPAIGN, "--keys", city.keys))["root_fingerprint"]
    told = done(station("init", *NAMED, "--device", "TB-1"))["fingerprint"]
    done(station("request", stick))
    signed = ("--keys", city.keys, "--sign-as", "a")
    done(city("enrol", stick, *signed, "--accept", f"{STATION}={told}"))
    new = replace(station, home=tmp_path / "new")
    told = done(new("init", "--rebuild", *NAMED))["fingerprint"]
    done(new("request", stick))
    assert city("rebuild", STATION, stick, *signed).error == "not_accepted"
    assert city("rebuild", STATION, stick, *signed, "--accept", "1111 2222 3333 4444").error == "not_accepted"
    file = done(city("rebuild", STATION, stick, *signed, "--accept", told))["file"]
    assert new("init", "--from", stick).error == "fingerprint_needed"
    assert new("init", "--from", stick, "--root-fingerprint", "1111 2222 3333 4444").error == "wrong_fingerprint"
    done(new("init", "--from", file, "--root-fingerprint", root))
    assert done(new("status"))["epoch"] == 2


class EarnestCity(Commandctl):
    """At the real time."""

    def __call__(self, *arguments: str | Path) -> Answer:
        asked = ["--store", f"sqlite:///{self.folder}/command.db", *arguments, "--json"]
        return run(commandctl, *asked, env={"COMMAND_PASSWORD": PASSWORD})
