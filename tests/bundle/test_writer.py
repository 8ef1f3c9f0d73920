"""Writing a bundle: what is in the file, read with other tools, and what stops it."""

from __future__ import annotations

import io
import json
from base64 import b64decode
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import pyrage
import pytest
from zstandard import ZstdDecompressor, get_frame_parameters

from bundle import writer
from bundle.keys import key_id, public_key
from bundle.manifest import MAX_WINDOW
from bundle.reader import EnrolledKey, verify_written
from bundle.writer import Row, write_bundle
from campaign.refusal import InputRefused, StorageRefused, StoreBroken
from tests.bundle.city import OFFICER_A, STATION, STATION_KEY, STRANGER
from tests.bundle.files import (
    CITY,
    H0,
    PUBLIC,
    RECIPIENTS,
    RECOVERY,
    facts_of,
    heads_of,
    nameless,
    payload_of,
    read_all,
    some_rows,
    written,
)
from tests.journals import WrittenJournal, an_application

ROWS = some_rows()
FILE, WRITTEN = written(ROWS)


def test_the_file_is_a_line_of_magic_an_envelope_and_an_age_file() -> None:
    magic, line, age = FILE.split(b"\n", 2)
    manifest = json.loads(b64decode(json.loads(line)["payload"]))
    assert magic == b"ENROL-BUNDLE/1"
    assert manifest["ciphertext"] == {"bytes": len(age), "sha256": sha256(age).hexdigest()}
    assert (WRITTEN.sha256, WRITTEN.bytes) == (sha256(FILE).hexdigest(), len(FILE))


@pytest.mark.parametrize("identity", [CITY, RECOVERY], ids=["city", "recovery"])
def test_either_recipient_reads_the_payload_with_stock_tools(identity: str) -> None:
    frame = pyrage.decrypt(FILE.split(b"\n", 2)[2], [pyrage.x25519.Identity.from_str(identity)])
    payload = ZstdDecompressor().decompressobj().decompress(frame)
    assert payload == payload_of(ROWS)
    assert get_frame_parameters(frame).window_size <= MAX_WINDOW
    promised = WRITTEN.manifest.plaintext
    assert (promised.bytes, promised.sha256) == (len(payload), sha256(payload).hexdigest())
    assert promised.lines == payload.count(b"\n") == 5


def test_the_manifest_says_which_part_of_the_chain_it_is() -> None:
    manifest = WRITTEN.manifest
    assert (manifest.first, manifest.last, manifest.count) == (1, 4, 4)
    assert manifest.head_before == H0.hex()
    assert manifest.head == heads_of(ROWS)[-1].hex()


def test_a_later_part_starts_at_the_head_before_it() -> None:
    file, done = written(ROWS[2:], first=3, last=4, head_before=heads_of(ROWS)[1], previous=WRITTEN.sha256, seq=2)
    assert done.manifest.head == WRITTEN.manifest.head
    assert [received.entry.header.n for received in read_all(file)] == [3, 4]


def _many(count: int) -> list[Row]:
    journal = WrittenJournal()
    return [(journal.add(an_application(form_id=f"form-{n}"), minutes=0).data, None, None) for n in range(count)]


def test_a_long_journal_goes_through_in_pieces() -> None:
    rows = _many(1000)
    seen: list[tuple[int, int]] = []
    asked: list[int] = []

    def one_by_one() -> Iterator[Row]:
        for row in rows:
            asked.append(len(seen))
            yield row

    out = io.BytesIO()
    done = write_bundle(
        out,
        one_by_one(),
        facts_of(rows),
        private_key=STATION_KEY,
        recipients=RECIPIENTS,
        spool=io.BytesIO(),
        progress=lambda done, total: seen.append((done, total)),
    )
    assert done.manifest.count == 1000
    assert seen[0][0] < 1000
    assert seen[-1] == (1000, 1000)
    assert asked[-1] > 0, "the last entries are asked for when the first are done"
    assert [received.entry.data for received in read_all(out.getvalue())] == [row[0] for row in rows]


def _write(rows: list[Row], **changes: Any) -> None:
    options = {name: changes.pop(name) for name in ("cancelled", "spool") if name in changes}
    given: dict[str, Any] = {"private_key": STATION_KEY, "recipients": RECIPIENTS, "spool": io.BytesIO()}
    write_bundle(io.BytesIO(), rows, facts_of(rows, **changes), **given | options)


@pytest.mark.parametrize("last", [3, 5, 600])
def test_other_entries_than_promised_are_a_broken_store(last: int) -> None:
    with pytest.raises(StoreBroken, match="entry_missing") as refused:
        _write(ROWS, last=last)
    assert refused.value.fields == {"expected": last, "found": 4}


def test_a_journal_of_nothing_is_not_written() -> None:
    with pytest.raises(InputRefused, match="bad_manifest"):
        _write([], last=0)


def test_it_can_be_cancelled_on_the_way() -> None:
    answers = iter([False, False, True])
    with pytest.raises(InputRefused, match="cancelled"):
        _write(_many(1000), cancelled=lambda: next(answers))


def test_a_failing_disk_is_told_as_it_is() -> None:
    class Full(io.BytesIO):
        def write(self, data: Any, /) -> int:
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        _write(ROWS, spool=Full())


def test_a_failing_store_is_told_as_it_is() -> None:
    def rows() -> Iterator[Row]:
        yield ROWS[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_bundle(
            io.BytesIO(),
            rows(),
            facts_of(ROWS),
            private_key=STATION_KEY,
            recipients=RECIPIENTS,
            spool=io.BytesIO(),
        )


def test_without_a_recipient_nothing_is_written() -> None:
    out = io.BytesIO()
    with pytest.raises(pyrage.EncryptError):
        write_bundle(out, ROWS, facts_of(ROWS), private_key=STATION_KEY, recipients=[], spool=io.BytesIO())
    assert not out.getvalue()


def test_more_than_a_reader_takes_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    long_entry: Row = (b"x" * (64 * 1024 - 1), None, None)
    long_subject: Row = (b"x", b"s" * 16, b"x" * (64 * 1024 - 34))
    for row in (long_entry, long_subject):
        with pytest.raises(InputRefused, match="too_large"):
            _write([row])
    with pytest.raises(InputRefused, match="too_large"):
        _write(ROWS, last=2_000_001)
    monkeypatch.setattr(writer, "MAX_PAYLOAD", 2000)
    with pytest.raises(InputRefused, match="too_large"):
        _write(_many(10))


def test_an_officer_writes_a_rebuild_file() -> None:
    out = io.BytesIO()
    done = write_bundle(
        out,
        ROWS,
        facts_of(ROWS),
        private_key=OFFICER_A,
        recipients=RECIPIENTS[:1],
        spool=io.BytesIO(),
        kind="rebuild",
    )
    officer = public_key(OFFICER_A)
    keys = {key_id(officer): EnrolledKey(STATION, 1, officer)}
    assert done.manifest.format == "enrol-rebuild/1"
    assert len(read_all(out.getvalue(), keys=keys, kind="rebuild")) == 4
    with pytest.raises(InputRefused, match="bad_envelope"):
        read_all(out.getvalue(), keys=keys)
    out.seek(0)
    verify_written(out, done.manifest, done.sha256, officer)


def test_a_file_read_back_is_the_one_that_was_written() -> None:
    verify_written(io.BytesIO(FILE), WRITTEN.manifest, WRITTEN.sha256, PUBLIC)


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (b"", "bad_magic"),
        (FILE[:-1], "bad_size"),
        (FILE + b"\0", "bad_size"),
        (FILE[:-1] + bytes([FILE[-1] ^ 1]), "bad_digest"),
        (written(ROWS, private_key=STRANGER)[0], "unknown_key"),
        (written(ROWS)[0], "bad_digest"),
    ],
    ids=nameless,
)
def test_any_other_file_read_back_is_not(file: bytes, reason: str) -> None:
    with pytest.raises(StorageRefused, match="read_back_differs") as refused:
        verify_written(io.BytesIO(file), WRITTEN.manifest, WRITTEN.sha256, PUBLIC)
    assert refused.value.fields == {"file": "HP-LC-01-e1-000001.bundle", "reason": reason}
