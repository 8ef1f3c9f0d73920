"""The first set-up, interrupted anywhere: the station is there whole, or not at all and the next set-up makes it."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from campaign.refusal import InputRefused, StorageRefused
from db.keyslots import KeySlots
from station_app.bootstrap import catalogue
from station_app.home import SLOTS_FILE, STORE, UNFINISHED
from station_app.services.set_up import NewStation, set_up_station
from tests.station_app.cli import ADMINISTRATOR, Stationctl
from tests.station_app.desks import at
from tests.station_app.mounts import small_drive
from tests.station_app.test_cli_errors import INIT

NEW = NewStation(
    campaign="c", station="HP-LC-01", unit="u", devices=("TB-1",), user="an", full_name="An", password="p", drill=True
)


def set_up(home: Path, new: NewStation = NEW) -> None:
    set_up_station(home, new, at("08:00"), catalogue().outcome_rules)


SIGHTS = ["setup", "setup/keys.json", "setup/station.db.new", "setup/station.db", "store"]


@pytest.mark.parametrize("sight", SIGHTS)
def test_a_set_up_that_is_killed_is_begun_anew(tmp_path: Path, sight: str) -> None:
    ctl = Stationctl(tmp_path / "home", ADMINISTRATOR)
    with ctl.start(*INIT) as process:
        while not (ctl.home / sight).exists() and process.poll() is None:
            pass  # whoever looks away for too long finds it finished, which is as good
        process.kill()
        process.communicate()
    if not (ctl.home / STORE).exists():
        status = ctl("status")
        assert (status.code, status.error) == (3, "not_set_up")
        assert ctl(*INIT).code == 0
    assert sorted(ctl("user", "list").document) == ["users"]
    assert ctl("verify").document["ok"] is True
    assert ctl(*INIT).error == "already_set_up"
    assert not (ctl.home / UNFINISHED).exists()


def test_what_an_interrupted_set_up_left_is_swept_away(tmp_path: Path) -> None:
    left = tmp_path / UNFINISHED / "deep" / "er"
    left.mkdir(parents=True)
    (left / "file").write_text("rubbish")
    set_up(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".lock") == [STORE]


def test_only_one_of_two_makes_the_station(tmp_path: Path) -> None:
    """The password that one of them was given opens the store that is there."""
    told: list[str] = []

    def one(user: str) -> None:
        with suppress(StorageRefused, InputRefused):  # in use meanwhile, or set up already
            set_up(tmp_path, replace(NEW, user=user))
            told.append(user)

    both = [threading.Thread(target=one, args=[user]) for user in ("an", "binh")]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert len(told) == 1
    slots = KeySlots.open(tmp_path / STORE / SLOTS_FILE)
    assert [user.user for user in slots.users] == told


def test_a_full_disk_gets_no_station_and_takes_one_later(tmp_path: Path) -> None:
    with small_drive(tmp_path / "home") as drive:
        ctl = Stationctl(drive.root, ADMINISTRATOR)
        with drive.full():
            refused = ctl(*INIT)
            assert refused.code == 7
            assert refused.error == "disk_full" if drive.mounted else "storage_failed"
            assert ctl("status").error == "not_set_up"
        assert ctl(*INIT).code == 0


def test_a_read_only_disk_gets_no_station(tmp_path: Path) -> None:
    with small_drive(tmp_path / "home") as drive:
        ctl = Stationctl(drive.root, ADMINISTRATOR)
        with drive.read_only():
            refused = ctl(*INIT)
            assert (refused.code, refused.error) == (7, "read_only")
        assert ctl(*INIT).code == 0


def test_a_home_where_none_can_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for home in (tmp_path / "file" / "home", tmp_path / ("x" * 300)):
        refused = Stationctl(home, ADMINISTRATOR)(*INIT)
        assert (refused.code, refused.error) == (7, "storage_failed")


def test_a_refused_set_up_leaves_nothing(tmp_path: Path) -> None:
    for wrong in (replace(NEW, user="Nguyễn An"), replace(NEW, full_name="")):
        with pytest.raises(InputRefused, match=r"^bad_key_slot$"):
            set_up(tmp_path, wrong)
        assert not [path for path in tmp_path.iterdir() if path.is_dir()]
