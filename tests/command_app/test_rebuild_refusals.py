"""What is refused on the way to a rebuilt station, and how far a dead one is known to have been."""

from __future__ import annotations

import errno
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.command_app.losses import (
    NAMED,
    EarnestCity,
    a_city,
    a_line,
    a_scene,
    begun,
    done,
    log,
    rebuilt,
    stands,
    taken,
)
from tests.station_app.cli import (
    ADMINISTRATOR,
    CAMPAIGN,
    STATION,
    Commandctl,
    Stationctl,
    entries,
)


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    return a_scene(prepared, tmp_path, "", "stick")


@pytest.fixture
def city(folder: Path) -> Commandctl:
    return a_city(folder, "10:10")


@pytest.fixture
def dead(folder: Path) -> Stationctl:
    return Stationctl(folder / "station").at("09:00")


@pytest.fixture
def new(folder: Path) -> Stationctl:
    return Stationctl(folder / "new", ADMINISTRATOR).at("10:00")


@pytest.fixture
def stick(folder: Path) -> Path:
    return folder / "stick"


def test_a_bundle_after_a_gap_tells_how_far_the_dead_computer_was(
    dead: Stationctl, new: Stationctl, city: Commandctl, stick: Path, folder: Path, prepared: Path
) -> None:
    held = stands(city)["accepted_through"]
    elsewhere = Commandctl(Path(shutil.copytree(prepared / "city", folder / "elsewhere")), city.now)
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
    assert new("init", "--from", done(dead("export", stick))["file"]).error == "bundle_for_command"
    assert replace(new, password="another")("request", stick).error == "wrong_password"


def test_in_earnest_both_fingerprints_are_told(tmp_path: Path) -> None:
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


def test_a_disk_that_fills_up_at_the_last_step_costs_nothing(
    new: Stationctl, city: Commandctl, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All is written, only the name is wanting: the same command gives it."""
    begun(new)
    made = done(new("request", stick))
    done(city("rebuild", STATION, stick, "--keys", city.keys))

    def full(path: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "no space", str(target))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", full)
        refused = new("init", "--from", stick)
    assert (refused.code, refused.error) == (7, "disk_full")
    assert new("request", stick).error == "rebuild_arrived"
    assert done(new("init", "--from", stick))["fingerprint"] == made["fingerprint"]
    assert done(new("verify"))["ok"]


def test_a_stolen_computer_is_revoked_and_the_station_goes_on(
    dead: Stationctl, new: Stationctl, city: Commandctl, stick: Path
) -> None:
    held = stands(city)["accepted_through"]
    revoked = ("revoke", STATION, "--epoch", "1", "--after", str(held), "--keys", city.keys)
    done(city(*revoked))
    begun(new)
    rebuilt(new, city, stick)
    log(dead, 4)
    done(dead("export", stick))
    done(new.log(a_line(5)))
    done(new("export", stick))
    assert taken(city, stick) == [("refused", "revoked"), ("accepted", None)]
    assert (stands(city)["epoch"], stands(city)["state"], stands(city)["total"]) == (2, "ok", 4)
