"""A stick: what is found, what is passed over and why, and documents that are whole or not there."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from bundle import layout
from bundle.disk import open_spool
from bundle.envelope import MAX_LINE
from bundle.payload import ReceivedEntry
from bundle.reader import open_bundle, peek_manifest, verify_written
from bundle.stick import Listing, Stick, find_bundles, open_file, read_document
from bundle.writer import write_bundle
from campaign.refusal import InputRefused, StorageRefused
from tests.bundle.city import CAMPAIGN, STATION_KEY
from tests.bundle.files import CITY, KEYS, PUBLIC, RECIPIENTS, facts_of, some_rows

S, OTHER = "HP-LC-01", "HP-NQ-02"


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    root = tmp_path / "stick"
    root.mkdir()
    return Stick(root)


def put(stick: Stick, relative: str, data: bytes = b"x\n") -> Path:
    path = stick.root / relative
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def found(listing: Listing) -> list[str]:
    return [file.path.name for file in listing.found]


def ignored(listing: Listing) -> dict[str, str]:
    return {file.path.name: file.reason for file in listing.ignored}


# A bundle's way


def test_a_bundle_goes_onto_a_stick_and_comes_back(stick: Stick) -> None:
    rows = some_rows()
    with stick.part(layout.bundle_path(S, 1, 1)) as part, open_spool() as spool:
        written = write_bundle(
            part.stream,
            rows,
            facts_of(rows),
            private_key=STATION_KEY,
            recipients=RECIPIENTS,
            spool=spool,
        )
        part.sync()
        assert find_bundles(stick.root).found == (), "before the station's journal knows of it"
        part.publish()
        with part.read_back() as (stream, _):
            verify_written(stream, written.manifest, written.sha256, PUBLIC)

    taken: list[ReceivedEntry] = []
    (file,) = find_bundles(stick.root).found
    with open_file(file.path) as stream:
        assert peek_manifest(stream, KEYS) == written.manifest
        stream.seek(0)
        opened = open_bundle(stream, keys=KEYS, campaign=CAMPAIGN, drill=True)
        opened.read_entries(CITY, taken.extend)
    assert (opened.sha256, file.path.stat().st_size) == (written.sha256, written.bytes)
    assert [(received.entry.data, received.salt, received.subject) for received in taken] == rows


# Documents


def test_a_document_comes_back(stick: Stick) -> None:
    path = stick.write_document(layout.trust_path(1), b'{"payload":"x"}')
    assert path == stick.root / "enrol/trust/000001.trust"
    assert path.read_bytes() == b'{"payload":"x"}\n'
    assert read_document(path) == b'{"payload":"x"}'
    assert stat.S_IMODE(path.stat().st_mode) & 0o111 == 0
    stick.write_document(layout.trust_path(1), b"again")
    assert read_document(path) == b"again"
    assert os.listdir(path.parent) == ["000001.trust"]


def test_a_document_that_reads_back_otherwise_is_a_failure(stick: Stick, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace

    def damaging(unfinished: Path, path: Path) -> None:
        replace(unfinished, path)
        path.write_bytes(b"lini")

    monkeypatch.setattr(os, "replace", damaging)
    with pytest.raises(StorageRefused, match="read_back_differs") as refused:
        stick.write_document(layout.plan_path(1), b"line")
    assert refused.value.fields == {"file": "000001.plan"}


def test_a_document_is_one_line_of_at_most_1_mib(stick: Stick) -> None:
    assert len(read_document(put(stick, "a", b"x" * MAX_LINE + b"\n"))) == MAX_LINE
    assert read_document(put(stick, "b", b"\n")) == b""
    for data in (b"", b"x", b"x" * (MAX_LINE + 1) + b"\n", b"x" * (MAX_LINE + 1)):
        with pytest.raises(InputRefused, match="bad_envelope"):
            read_document(put(stick, "c", data))


def test_an_endless_document_is_not_read_whole(stick: Stick) -> None:
    path = put(stick, "huge")
    os.truncate(path, 2**40)
    with pytest.raises(InputRefused, match="bad_envelope"):
        read_document(path)


def test_a_file_that_became_a_link_is_not_opened(stick: Stick) -> None:
    path = put(stick, layout.trust_path(1))
    link = path.with_name("000002.trust")
    link.symlink_to(path)
    with pytest.raises(InputRefused, match="not_a_file"):
        read_document(link)
    with open_file(path) as stream:
        assert stream.read() == b"x\n"


# The stick's own name


def test_a_registered_stick_is_known_again(stick: Stick) -> None:
    assert stick.identity() is None
    made = stick.register("USB số 3")
    assert json.loads((stick.root / "enrol/stick.json").read_bytes()) == {"id": made.id, "label": "USB số 3"}
    assert stick.identity() == made
    renamed = stick.register("USB dự phòng")
    assert (renamed.id, stick.identity()) == (made.id, renamed)
    assert stick.listing() == Listing()


def test_two_sticks_differ(stick: Stick, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert stick.register("USB").id != Stick(tmp_path / "other").register("USB").id


@pytest.mark.parametrize("data", [b"", b"{}\n", b'{"id":"../../x","label":"x"}\n', b'{"id":"0011223344556677"}\n'])
def test_a_damaged_stick_file_says_nothing(stick: Stick, data: bytes) -> None:
    put(stick, "enrol/stick.json", data)
    assert stick.identity() is None
    assert stick.register("USB").label == "USB"


def test_a_label_is_one_line(stick: Stick) -> None:
    with pytest.raises(InputRefused, match="not_canonical"):
        stick.register("USB\n3")
    assert stick.identity() is None
