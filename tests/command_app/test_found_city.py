"""The beginning of a campaign: key files, store and first documents are there whole, or can be begun again."""

from __future__ import annotations

import itertools
import os
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import resources
from bundle.envelope import read_envelope
from bundle.keys import from_agekey, from_pem, public_key, recipient_of
from bundle.trust import TrustedCity, accept_trust, verify_plan
from campaign.calendar import VIETNAM
from campaign.refusal import InputRefused, NotPermitted, StorageRefused
from command_app.bootstrap import is_drill, open_city
from command_app.key_files import KeyFiles, key_file_names
from command_app.services.city import plans_of, trust_of
from command_app.services.found_city import Founded, found_city
from command_app.services.verify import verify_city
from command_app.store_places import FilePlace
from db.envelopes import latest_envelope

NOW = datetime(2021, 4, 8, 7, 0, tzinfo=VIETNAM)
PASSWORD = "mật khẩu"


@dataclass
class Place:
    """Where a city is founded."""

    folder: Path

    @property
    def store(self) -> Path:
        return self.folder / "city" / "command.db"

    @property
    def keys(self) -> Path:
        return self.folder / "keys"

    @property
    def url(self) -> str:
        return f"sqlite:///{self.store}"

    def found(self, *, drill: bool = True, password: str = PASSWORD, **changes: Any) -> Founded:
        files = KeyFiles(self.keys, drill, password, changes.pop("passwords", {}))
        given: dict[str, Any] = {"campaign": "hp-2021", "roots": 3, "threshold": 2, "now": NOW}
        example = resources.read("data/plan_example.toml")
        return found_city(FilePlace(self.store), files, password, example_plan=example, **given | changes)

    def open(self, password: str = PASSWORD) -> Any:
        return open_city(self.url, password, lambda **_: lambda: NOW, read_only=True)

    def key_files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.keys.iterdir()}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_a_drill_begins_with_trust_and_plan_1_and_unencrypted_keys(place: Place) -> None:
    founded = place.found()
    assert (founded.campaign, founded.drill, founded.trust_version) == ("hp-2021", True, 1)
    assert founded.keys == sorted(place.key_files()) == key_file_names(3)
    assert is_drill(place.url)
    with place.open() as city, city.store.read() as snapshot:
        trust, (plan,) = trust_of(snapshot), plans_of(snapshot)
        kept = latest_envelope(snapshot, "trust")
        issued = latest_envelope(snapshot, "plan")
        assert verify_city(city).ok
    assert kept is not None
    assert issued is not None
    taken = accept_trust(TrustedCity("hp-2021", drill=True), kept.content)
    assert verify_plan(issued.content, taken.current).plan == plan
    assert (plan.version, plan.effective_from.isoformat(), plan.station) == (1, "2021-04-08", ())
    assert plan.deadline - plan.effective_from == timedelta(days=49)
    roots = [public_key(from_pem(place.key_files()[f"root-{n}.pem"], None)).hex() for n in (1, 2, 3)]
    assert list(trust.roots.keys) == roots
    assert recipient_of(from_agekey(place.key_files()["city.agekey"], None)) == trust.recipients.city
    assert {officer.name for officer in trust.officers.keys} == {"a", "b"}
    assert len(read_envelope(kept.content, "trust", single=False).signatures) == 2


def test_a_real_city_has_encrypted_keys_and_no_plan(place: Place) -> None:
    founded = place.found(drill=False, passwords={"a": "của riêng a", "city": "của thành phố"})
    files = place.key_files()
    assert all(b"ENCRYPTED" in content for content in files.values())
    with place.open() as city, city.store.read() as snapshot:
        trust = trust_of(snapshot)
        assert plans_of(snapshot) == []
    assert not is_drill(place.url)
    assert public_key(from_pem(files["officer-b.pem"], PASSWORD)).hex() == trust.officers.keys[1].key
    assert public_key(from_pem(files["officer-a.pem"], "của riêng a")).hex() == trust.officers.keys[0].key
    assert recipient_of(from_agekey(files["city.agekey"], "của thành phố")) == trust.recipients.city
    assert len(founded.root_fingerprint.split()) == 4
    keys = KeyFiles(place.keys, drill=False, password=PASSWORD, passwords={})
    with pytest.raises(NotPermitted, match="wrong_key_password") as refused:
        keys.officer("a")
    assert refused.value.fields == {"file": "officer-a.pem", "name": "a"}
    with pytest.raises(NotPermitted, match="wrong_key_password"):
        keys.identity()
    assert keys.officer("b") == from_pem(files["officer-b.pem"], PASSWORD)


def test_who_signs_is_said_where_it_is_not_clear(place: Place) -> None:
    place.found()
    drill, real = (KeyFiles(place.keys, drill, PASSWORD, {}) for drill in (True, False))
    assert drill.officer(None) == drill.officer("a")
    with pytest.raises(InputRefused, match="sign_as_needed") as refused:
        real.officer(None)
    assert refused.value.fields == {"officers": ["a", "b"]}
    with pytest.raises(InputRefused, match="key_missing"):
        drill.officer("c")
    (place.keys / "officer-a.pem").unlink()
    assert real.officer(None) == real.officer("b")
    (place.keys / "officer-b.pem").write_bytes(b"no key")
    with pytest.raises(InputRefused, match="bad_key_file"):
        real.officer("b")
    (place.keys / "officer-b.pem").unlink()
    with pytest.raises(InputRefused, match="key_missing"):
        real.officer(None)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"threshold": 4}, "bad_threshold"),
        ({"threshold": 0}, "bad_threshold"),
        ({"password": ""}, "password_too_short"),
        ({"password": "12345", "drill": False}, "password_too_short"),
    ],
)
def test_what_cannot_be_founded_leaves_nothing(place: Place, changes: dict[str, Any], code: str) -> None:
    with pytest.raises(InputRefused, match=code):
        place.found(**changes)
    assert list(place.folder.iterdir()) == []


def test_keys_are_never_written_over(place: Place, tmp_path: Path) -> None:
    place.found()
    before = place.key_files()
    another = Place(tmp_path / "another")
    another.folder.mkdir()
    another.keys.symlink_to(place.keys)
    with pytest.raises(InputRefused, match="keys_exist"):
        another.found()
    assert place.key_files() == before
    assert not another.store.exists()


def test_a_store_is_never_written_over(place: Place) -> None:
    place.found()
    before = place.store.read_bytes()
    with pytest.raises(InputRefused, match="store_exists"):
        place.found()
    place.store.rename(place.folder / "moved away")
    with pytest.raises(InputRefused, match="store_exists"):
        place.found()
    (place.folder / "moved away").rename(place.store)
    assert place.store.read_bytes() == before
    with place.open() as city:
        assert verify_city(city).ok


def test_a_folder_that_cannot_be_written_is_a_matter_of_storage(place: Place) -> None:
    (place.folder / "city").write_bytes(b"a file where a folder should be")
    with pytest.raises(StorageRefused):
        place.found()


# Interrupted


def killed(place: Place, after: int) -> bool:
    """Founds in a process that is gone at the step after so many; whether it got that far."""
    if (child := os.fork()) == 0:
        steps = itertools.count()

        def gone(event: str, arguments: tuple[object, ...]) -> None:
            writes = event in ("os.rename", "os.remove", "os.mkdir") or (event == "open" and arguments[1] == "wb")
            if writes and next(steps) == after:
                os._exit(9)

        sys.addaudithook(gone)
        try:
            place.found()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def _begun_again(place: Place) -> None:
    """Keys that were written stay as they are; the store that is there in the end uses just these."""
    keys = {} if not place.keys.exists() else place.key_files()
    if not place.store.exists():
        place.found()
    with place.open() as city, city.store.read() as snapshot:
        trust = trust_of(snapshot)
        assert verify_city(city).ok
    files = place.key_files()
    assert {
        name: content for name, content in keys.items() if name.endswith((".pem", ".agekey"))
    }.items() <= files.items()
    assert [public_key(from_pem(files[f"root-{n}.pem"], None)).hex() for n in (1, 2, 3)] == list(trust.roots.keys)
    assert recipient_of(from_agekey(files["city.agekey"], None)) == trust.recipients.city
    with pytest.raises(InputRefused, match="store_exists"):
        place.found()


def test_an_interrupted_founding_can_be_begun_again(tmp_path: Path) -> None:
    after = 0
    while killed(place := Place(tmp_path / str(after)), after):
        _begun_again(place)
        after += 3
    assert after > 20


@pytest.mark.torture
@pytest.mark.parametrize("remainder", [1, 2])
def test_a_founding_interrupted_anywhere_can_be_begun_again(tmp_path: Path, remainder: int) -> None:
    after = remainder
    while killed(place := Place(tmp_path / str(after)), after):
        _begun_again(place)
        after += 3
    assert after > 20


def test_another_size_of_city_does_not_take_up_what_was_begun(place: Place) -> None:
    assert killed(place, 12)
    assert "root-3.pem" in place.key_files()
    with pytest.raises(InputRefused, match="keys_exist"):
        place.found(roots=2, threshold=1)
