"""A file that is refused leaves nothing behind, and stops no other."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from bundle.manifest import MAGIC
from bundle.writer import Row
from command_app.services.city import City
from command_app.services.revoke_station import revoke_station
from command_app.services.status import city_status
from tests.bundle.city import ROOTS, STRANGER
from tests.bundle.files import encrypted, payload_of
from tests.command_app.cities import PaperStation, a_city, assert_whole, dump, imported, on_stick

Build = Callable[[PaperStation], bytes]


STORES = ("file", "server")


@pytest.fixture
def station() -> PaperStation:
    return PaperStation().begun().log_many(4)


@pytest.fixture
def city(tmp_path: Path, station: PaperStation) -> Iterator[City]:
    with a_city(tmp_path, station) as city:
        yield city
        assert_whole(city)


def _signed_payload(file: bytes) -> bytes:
    return file.split(b'"')[3]


def _with_anothers_manifest(station: PaperStation) -> bytes:
    file, other = station.bundle(), station.bundle(seq=2)
    return file.replace(_signed_payload(file), _signed_payload(other))


def _swapped(rows: Sequence[Row]) -> list[Row]:
    return [rows[0], rows[2], rows[1], *rows[3:]]


UNBELIEVED: dict[str, Build] = {
    "bad_magic": lambda s: s.bundle().replace(MAGIC, b"ENROL-BUNDLE/2\n"),
    "bad_envelope": lambda s: s.bundle().replace(b'"payload"', b' "payload"', 1),
    "unknown_key": lambda s: s.forged(private_key=STRANGER),
    "bad_signature": _with_anothers_manifest,
    "bad_manifest": lambda s: s.forged(epoch=2),
}
"""Refused before the manifest can be believed: nobody knows whose file it is."""

BELIEVED: dict[str, Build] = {
    "wrong_campaign": lambda s: s.forged(campaign="another"),
    "bad_size": lambda s: s.bundle() + b"more",
    "bad_digest": lambda s: s.bundle()[:-1] + b"\0",
    "decrypt_failed": lambda s: s.forged(age=encrypted(b"", armored=True)),
    "bad_payload": lambda s: s.forged(payload=payload_of(_swapped(s.rows()))),
    "bad_chain": lambda s: s.forged(head="00" * 32),
}
"""Refused although the station signed it: the next receipt lists it."""


@pytest.mark.parametrize("code", UNBELIEVED)
def test_a_file_of_which_nobody_knows_the_station_is_refused_without_a_trace(
    city: City, station: PaperStation, tmp_path: Path, code: str
) -> None:
    before = dump(city)
    path = on_stick(tmp_path / "stick", UNBELIEVED[code](station))
    (told,) = imported(city, tmp_path / "stick").bundles
    assert told.to_dict() == {
        "file": str(path),
        "new": 0,
        "known": 0,
        "quarantined": 0,
        "state": "refused",
        "code": code,
    }
    assert dump(city) == before


@pytest.mark.parametrize("code", BELIEVED)
def test_a_file_that_its_station_signed_is_refused_and_remembered_for_the_receipt(
    city: City, station: PaperStation, tmp_path: Path, code: str
) -> None:
    before = dump(city)
    on_stick(tmp_path / "stick", BELIEVED[code](station))
    (told,) = imported(city, tmp_path / "stick").bundles
    assert (told.state, told.code, told.station, told.seq, told.last) == ("refused", code, "HP-LC-01", 1, 6)
    after = dump(city)
    assert [row[:3] + row[4:] for row in after["unlisted_bundles"]] == [("HP-LC-01", 1, 1, "refused", code)]
    assert {name for name, rows in after.items() if rows != before[name]} == {"met", "unlisted_bundles"}
    assert [row.state for row in city_status(city).stations] == ["ok"]


def test_a_revoked_key_brings_nothing_beyond_its_last_good_entry(
    city: City, station: PaperStation, tmp_path: Path
) -> None:
    on_stick(tmp_path / "before", station.bundle())
    imported(city, tmp_path / "before")
    revoke_station(city, "HP-LC-01", 1, 5, ROOTS[:2])
    on_stick(tmp_path / "again", station.bundle(), seq=1)
    on_stick(tmp_path / "again", station.bundle(last=5, seq=2), seq=2)
    on_stick(tmp_path / "again", station.log_many(1).bundle(seq=3), seq=3)
    told = {bundle.seq: (bundle.state, bundle.code) for bundle in imported(city, tmp_path / "again").bundles}
    assert told == {1: ("refused", "revoked"), 2: ("rollback", None), 3: ("refused", "revoked")}
    assert [row.state for row in city_status(city).stations] == ["revoked"]


FAULTS: dict[str, dict[str, Any]] = {
    "bad_manifest": {"epoch": 2},
    "wrong_campaign": {"drill": False},
    "bad_size": {"ciphertext": {"bytes": 8}},
    "bad_digest": {"ciphertext": {"sha256": "00" * 32}},
    "decrypt_failed": {"age": b"not age"},
    "bad_payload": {"plaintext": {"sha256": "00" * 32}},
    "bad_chain": {"head": "00" * 32},
    "gap": {},
}


@pytest.mark.parametrize("code", FAULTS)
def test_the_first_fault_in_the_order_of_the_steps_is_told(
    city: City, station: PaperStation, tmp_path: Path, code: str
) -> None:
    worst_first = list(FAULTS)
    changes: dict[str, Any] = {}
    for fault in reversed(worst_first[worst_first.index(code) :]):
        for name, change in FAULTS[fault].items():
            changes[name] = changes.get(name, {}) | change if isinstance(change, dict) else change
    on_stick(tmp_path / "stick", station.forged(first=3, **changes))
    (told,) = imported(city, tmp_path / "stick").bundles
    assert told.code == code


def test_a_revoked_station_of_another_campaign_is_of_another_campaign(
    city: City, station: PaperStation, tmp_path: Path
) -> None:
    revoke_station(city, "HP-LC-01", 1, 0, ROOTS[:2])
    on_stick(tmp_path / "stick", station.forged(campaign="another"), seq=1)
    on_stick(tmp_path / "stick", station.forged(seq=2, ciphertext={"bytes": 7}), seq=2)
    assert [told.code for told in imported(city, tmp_path / "stick").bundles] == ["wrong_campaign", "revoked"]


def test_a_refused_file_stops_no_other(city: City, station: PaperStation, tmp_path: Path) -> None:
    on_stick(tmp_path, station.bundle(last=3), seq=1)
    on_stick(tmp_path, BELIEVED["bad_digest"](station), seq=2)
    on_stick(tmp_path, UNBELIEVED["unknown_key"](station), seq=3)
    on_stick(tmp_path, station.bundle(seq=4, first=4), seq=4)
    told = imported(city, tmp_path)
    assert sorted((bundle.seq or 0, bundle.state) for bundle in told.bundles) == [
        (0, "refused"),
        (1, "accepted"),
        (1, "refused"),
        (4, "accepted"),
    ]
    assert told.entries == 6


def test_half_a_bundle_of_new_entries_goes_back_whole(city: City, station: PaperStation, tmp_path: Path) -> None:
    station.log_many(1500)  # some batches come before the fault
    before = dump(city)
    on_stick(tmp_path / "stick", station.forged(head="00" * 32))
    imported(city, tmp_path / "stick")
    after = dump(city)
    assert {name for name, rows in after.items() if rows != before[name]} == {"met", "unlisted_bundles"}


# What isn't a bundle, or isn't there


def test_a_path_that_is_not_there_is_refused(city: City, station: PaperStation, tmp_path: Path) -> None:
    on_stick(tmp_path / "stick", station.bundle())
    told = imported(city, tmp_path / "nowhere", tmp_path / "stick")
    assert [(bundle.file, bundle.code) for bundle in told.bundles] == [
        (str(tmp_path / "nowhere"), "not_found"),
        (str(on_stick(tmp_path / "stick", station.bundle())), None),
    ]


def test_a_stick_without_bundles_is_nothing_to_import(city: City, tmp_path: Path) -> None:
    (tmp_path / "stick" / "enrol").mkdir(parents=True)
    (tmp_path / "empty").mkdir()
    told = imported(city, tmp_path / "stick", tmp_path / "empty")
    assert told.to_dict() == {"bundles": [], "ignored": [], "imported": 0}


def test_what_is_no_file_is_ignored_and_said_so(city: City, station: PaperStation, tmp_path: Path) -> None:
    path = on_stick(tmp_path, station.bundle())
    folder = path.parent
    os.mkfifo(folder / "HP-LC-01-e1-000002.bundle")
    (folder / "HP-LC-01-e1-000003.bundle").mkdir()
    (folder / "HP-LC-01-e1-000004.bundle").symlink_to(path)
    (folder / "HP-LC-01-e1-000005.bundle.part").write_bytes(b"half")
    (folder / "HP-HB-02-e1-000001.bundle").write_bytes(b"another's")
    with socket.socket(socket.AF_UNIX) as listening:
        here = os.open(folder, os.O_RDONLY)
        listening.bind(f"/proc/self/fd/{here}/socket")
        told = imported(city, tmp_path)
        os.close(here)
    assert [bundle.state for bundle in told.bundles] == ["accepted"]
    assert {Path(file).name: reason for file, reason in told.ignored} == {
        "HP-LC-01-e1-000002.bundle": "pipe",
        "HP-LC-01-e1-000003.bundle": "folder",
        "HP-LC-01-e1-000004.bundle": "link",
        "HP-LC-01-e1-000005.bundle.part": "name",
        "HP-HB-02-e1-000001.bundle": "other_station",
        "socket": "socket",
    }


def test_a_pipe_that_is_named_is_ignored_and_not_waited_for(city: City, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.bundle")
    told = imported(city, tmp_path / "pipe.bundle")
    assert (told.bundles, told.ignored) == ([], [(str(tmp_path / "pipe.bundle"), "pipe")])


def test_a_folder_of_sticks_is_imported_whole(city: City, station: PaperStation, tmp_path: Path) -> None:
    on_stick(tmp_path / "sticks" / "second", station.bundle(seq=2, first=4), seq=2)
    on_stick(tmp_path / "sticks" / "third", station.bundle(last=3))
    (tmp_path / "sticks" / "notes.txt").write_text("no stick")
    told = imported(city, tmp_path / "sticks")
    assert [(bundle.seq, bundle.new) for bundle in told.bundles] == [(1, 3), (2, 3)]
    assert told.ignored == [(str(tmp_path / "sticks" / "notes.txt"), "no_stick")]


def test_a_name_is_a_hint_and_the_manifest_decides(city: City, station: PaperStation, tmp_path: Path) -> None:
    on_stick(tmp_path / "stick", station.bundle(seq=2, first=4), seq=1)
    on_stick(tmp_path / "stick", station.bundle(seq=1, last=3), seq=2)
    assert [bundle.first for bundle in imported(city, tmp_path / "stick").bundles] == [1, 4]
    (tmp_path / "from an e-mail").write_bytes(station.log_many(1).bundle(seq=3, first=7))
    assert imported(city, tmp_path / "from an e-mail").entries == 1


def test_a_file_is_shown_by_a_name_that_can_be_printed(city: City, station: PaperStation, tmp_path: Path) -> None:
    clone = station.twin()
    clone.log(minutes=5)
    station.log_many(1)
    name = os.fsdecode(b"\xff.bundle")
    (tmp_path / "good").write_bytes(station.bundle())
    (tmp_path / name).write_bytes(clone.bundle(seq=2))
    told = imported(city, tmp_path / "good", tmp_path / name, tmp_path / os.fsdecode(b"\xfe"))
    assert [bundle.code for bundle in told.bundles] == ["not_found", None, "fork"]
    assert all(bundle.file.isprintable() for bundle in told.bundles)


def test_a_stick_that_fails_stops_no_other(
    city: City, station: PaperStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = on_stick(tmp_path / "gone", station.bundle(last=3))
    on_stick(tmp_path / "good", station.bundle(seq=2), seq=2)
    gone.chmod(0)
    if os.access(gone, os.R_OK):  # as root nothing is closed
        monkeypatch.setattr("bundle.disk._open", _refusing(gone))
    told = imported(city, tmp_path / "gone", tmp_path / "good")
    assert [(bundle.code, bundle.new) for bundle in told.bundles] == [(None, 6), ("read_only", 0)]


def _refusing(path: Path) -> Callable[[str, int], int]:
    def opened(name: str, flags: int) -> int:
        if str(name) == str(path):
            raise PermissionError(13, "Permission denied", name)
        return os.open(name, flags)

    return opened
