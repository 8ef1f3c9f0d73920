"""Keys are made anew: the key files and the trust of store and stations change together, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from campaign.refusal import StorageRefused
from command_app.cli import main as commandctl
from tests.station_app.cli import Answer, Stationctl, run


@dataclass
class City:
    """`commandctl` at a practice city of the stations' tests; its officers are a and b, its roots 1 to 3."""

    folder: Path

    @property
    def keys(self) -> Path:
        return self.folder / "keys"

    def __call__(self, *arguments: str | Path, keys: bool = True) -> Answer:
        given: list[str | Path] = ["--keys", self.keys] if keys else []
        store = f"sqlite:///{self.folder / 'command.db'}"
        return run(commandctl, "--store", store, *arguments, *given, "--json", env={"COMMAND_PASSWORD": PASSWORD})

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.keys.glob("*.*")}


PASSWORD = "mat-khau"


@pytest.fixture
def city(tmp_path: Path) -> City:
    city = City(tmp_path)
    made = city("init", "--campaign", "hp-2021", "--drill", "--now", "2021-04-08T07:00:00+07:00")
    assert made.code == 0
    return city


def _enrolled(city: City, folder: Path) -> tuple[Stationctl, Path]:
    """A station that took trust 1, enrolment and plan from this city's stick."""
    stick = folder / "stick"
    stick.mkdir()
    home = folder / "station"
    asked = ["--campaign", "hp-2021", "--station", "HP-LC-07", "--unit", "Điểm 07", "--device", "TB-1"]
    ctl = Stationctl(home, user="nb.thinh")
    assert ctl("init", *asked, "--drill").code == 0
    assert ctl("request", stick).code == 0
    assert city("enrol", stick).code == 0
    assert ctl("receive", stick).code == 0
    return ctl, stick


def test_all_roots_are_made_anew_unless_keys_are_named(city: City) -> None:
    before = city.files()
    assert city("trust", "rotate").document == {"trust_version": 2}
    after = city.files()
    assert sorted(after) == sorted(before)
    assert {name for name in before if before[name] != after[name]} == {"root-1.pem", "root-2.pem", "root-3.pem"}
    assert {path.name: path.read_bytes() for path in (city.keys / "retired").iterdir()} == {
        f"1-root-{number}.pem": before[f"root-{number}.pem"] for number in (1, 2, 3)
    }
    assert city("trust", "rotate").document == {"trust_version": 3}


def test_a_station_follows_through_every_version_and_believes_the_new_officer_alone(city: City, tmp_path: Path) -> None:
    ctl, stick = _enrolled(city, tmp_path)
    assert city("trust", "rotate").code == 0
    former = (city.keys / "officer-a.pem").read_bytes()
    assert city("trust", "rotate", "--new-officer", "a").document == {"trust_version": 3}
    assert city("receipts", stick).code == 0
    assert ctl("receive", stick).document["trust_version"] == 3
    (city.keys / "officer-a.pem").write_bytes(former)
    refused = city("receipts", stick, "--sign-as", "a")
    assert (refused.code, refused.error) == (3, "unknown_key")


def test_an_officer_may_be_added_and_dropped(city: City, tmp_path: Path) -> None:
    assert city("trust", "rotate", "--new-officer", "c", "--drop-officer", "b").code == 0
    stick = tmp_path / "empty"
    stick.mkdir()
    assert city("receipts", stick, "--sign-as", "c").code == 0
    assert city("receipts", stick, "--sign-as", "b").error == "unknown_key"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--new-root", "4"], "no_such_root"),
        (["--drop-officer", "x"], "no_such_officer"),
        (["--drop-officer", "a"], "bad_document"),
        (["--sign-root", "1"], "bad_signature"),
    ],
)
def test_what_cannot_be_rotated_changes_nothing(city: City, options: list[str], code: str) -> None:
    before = city.files()
    refused = city("trust", "rotate", *options)
    assert (refused.code, refused.error) == (3, code)
    assert city("trust", "rotate", "--new-root", "1").document == {"trust_version": 2}
    assert {name: content for name, content in city.files().items() if name != "root-1.pem"} == {
        name: content for name, content in before.items() if name != "root-1.pem"
    }


def test_a_rotation_that_the_store_never_saw_is_taken_back(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise StorageRefused("disk_full")

    before = city.files()
    with monkeypatch.context() as broken:
        broken.setattr("command_app.services.rotate_trust.keep_envelope", full)
        assert city("trust", "rotate").error == "disk_full"
    assert city("trust", "rotate", "--new-root", "2").document == {"trust_version": 2}
    assert {name for name, content in city.files().items() if before.get(name) != content} == {"root-2.pem"}


def test_a_rotation_cut_after_the_store_took_it_is_ended_by_the_next_command(
    city: City, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    before = city.files()
    with monkeypatch.context() as killed:
        killed.setattr("command_app.key_files.KeyFiles.settle", _only_first(cut))
        assert city("trust", "rotate", "--new-officer", "a").code == 130
    assert city.files()["officer-a.pem"] == before["officer-a.pem"]
    stick = tmp_path / "empty"
    stick.mkdir()
    assert city("receipts", stick, "--sign-as", "a").code == 0
    assert city.files()["officer-a.pem"] != before["officer-a.pem"]


def _only_first(cut: object) -> object:
    calls: list[object] = []

    def settle(self: object, in_force: object) -> None:
        calls.append(in_force)
        if len(calls) > 1:
            assert callable(cut)
            cut()

    return settle
