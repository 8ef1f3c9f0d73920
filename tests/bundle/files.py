"""Bundles for tests: as a station writes them, and as nobody should."""

from __future__ import annotations

import io
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import msgspec
import pyrage
import pytest
from zstandard import ZstdCompressor

from bundle.envelope import seal
from bundle.keys import key_id, new_age_identity, public_key
from bundle.manifest import MAGIC, Ciphertext, Manifest, Plaintext
from bundle.payload import ReceivedEntry
from bundle.reader import EnrolledKey, open_bundle
from bundle.writer import BundleFacts, Row, Written, write_bundle
from campaign.canonical import encode
from campaign.chain import commitment, first_head, next_head
from campaign.entry import Entry
from campaign.refusal import InputRefused
from tests.bundle.city import CAMPAIGN, NOW, STATION, STATION_KEY
from tests.journals import WrittenJournal, a_journal_started, a_shift_opened, an_application

CITY, CITY_RECIPIENT = new_age_identity()
RECOVERY, RECOVERY_RECIPIENT = new_age_identity()
RECIPIENTS = [CITY_RECIPIENT, RECOVERY_RECIPIENT]
PUBLIC = public_key(STATION_KEY)
KEYS = {key_id(PUBLIC): EnrolledKey(STATION, 1, PUBLIC)}
H0 = first_head(STATION, 1)
SALT = bytes(range(16))
SUBJECT = '{"number":"031090012345","name":"Nguyễn Thị Hạnh","birth_date":"1990-04-12"}'.encode()


CODES = {
    *("bad_magic", "bad_envelope", "unknown_key", "bad_signature", "bad_manifest", "wrong_campaign", "revoked"),
    *("bad_size", "bad_digest", "decrypt_failed", "bad_payload", "bad_chain"),
}


def some_rows(subject: bytes = SUBJECT) -> list[Row]:
    """Four entries: a shift's opening, an application with its subject, and one whose subject is withheld."""
    journal = WrittenJournal()
    journal.add(a_journal_started())
    journal.add(a_shift_opened(), **journal.on())
    journal.add(an_application(), subject=commitment(SALT, subject), **journal.on())
    journal.add(an_application(form_id="form-2"), subject=commitment(SALT, b"erased"), **journal.on())
    return [
        (entry.data, SALT, subject) if entry.header.n == 3 else (entry.data, None, None) for entry in journal.entries
    ]


def rows_of_many(count: int) -> list[Row]:
    """Entries of a kind that carries any text: long ones that zstd can't shorten."""
    body = sha256(b"").hexdigest()
    rows: list[Row] = []
    for n in range(1, count + 1):
        body = sha256(body.encode()).hexdigest()
        entry = {"n": n, "at": "2021-04-02T08:14:09+07:00", "day": "2021-04-02", "kind": "noted", "by": "an.nv"}
        rows.append((encode({**entry, "body": {"text": body * 2}}), None, None))
    return rows


def rows_of(entries: Sequence[Entry]) -> list[Row]:
    return [(entry.data, None, None) for entry in entries]


def facts_of(rows: Sequence[Row], **changes: Any) -> BundleFacts:
    given: dict[str, Any] = {
        "campaign": CAMPAIGN,
        "drill": True,
        "station": STATION,
        "epoch": 1,
        "seq": 1,
        "previous": None,
        "first": 1,
        "last": len(rows),
        "head_before": H0,
        "trust_version": 1,
        "plan_version": 0,
        "city_generation": 1,
        "created_at": NOW,
    }
    return BundleFacts(**given | changes)


def written(rows: Sequence[Row], *, private_key: bytes = STATION_KEY, **changes: Any) -> tuple[bytes, Written]:
    out = io.BytesIO()
    done = write_bundle(
        out,
        rows,
        facts_of(rows, **changes),
        private_key=private_key,
        recipients=RECIPIENTS,
        spool=io.BytesIO(),
    )
    return out.getvalue(), done


def payload_of(rows: Sequence[Row]) -> bytes:
    lines = []
    for entry, salt, subject in rows:
        lines.append(b"E " + entry + b"\n")
        if salt is not None and subject is not None:
            lines.append(b"S " + salt.hex().encode() + b" " + subject + b"\n")
    return b"".join(lines)


def heads_of(rows: Sequence[Row], head: bytes = H0) -> list[bytes]:
    heads = []
    for entry, _, _ in rows:
        head = next_head(head, entry)
        heads.append(head)
    return heads


def forged(
    *,
    rows: Sequence[Row] | None = None,
    payload: bytes | None = None,
    frame: bytes | None = None,
    age: bytes | None = None,
    private_key: bytes = STATION_KEY,
    kind: str = "bundle",
    plaintext: dict[str, Any] | None = None,
    ciphertext: dict[str, Any] | None = None,
    **changes: Any,
) -> bytes:
    """A file true to the format in all but what is given; `changes` are the manifest's, checked by nobody."""
    rows = some_rows() if rows is None else rows
    payload = payload_of(rows) if payload is None else payload
    frame = ZstdCompressor().compress(payload) if frame is None else frame
    age = encrypted(frame) if age is None else age
    manifest: dict[str, Any] = {
        "format": "enrol-bundle/1",
        "campaign": CAMPAIGN,
        "drill": True,
        "station": STATION,
        "epoch": 1,
        "seq": 1,
        "previous": None,
        "first": 1,
        "last": len(rows),
        "count": len(rows),
        "head_before": H0.hex(),
        "head": (heads_of(rows) or [H0])[-1].hex(),
        "trust_version": 1,
        "plan_version": 0,
        "city_generation": 1,
        "created_at": NOW,
        "ciphertext": {"bytes": len(age), "sha256": sha256(age).hexdigest()} | (ciphertext or {}),
        "plaintext": {"bytes": len(payload), "sha256": sha256(payload).hexdigest(), "lines": payload.count(b"\n")}
        | (plaintext or {}),
    }
    return MAGIC + seal(kind, encode(manifest | changes), [private_key]) + b"\n" + age


def encrypted(data: bytes, *, armored: bool = False) -> bytes:
    recipients = [pyrage.x25519.Recipient.from_str(text) for text in RECIPIENTS]
    sealed: bytes = pyrage.encrypt(data, recipients, armored=armored)
    return sealed


def a_manifest(**changes: Any) -> Manifest:
    manifest = Manifest(
        format="enrol-bundle/1",
        campaign=CAMPAIGN,
        drill=True,
        station=STATION,
        epoch=1,
        seq=7,
        previous="ab" * 32,
        first=11,
        last=14,
        count=4,
        head_before="01" * 32,
        head="02" * 32,
        trust_version=1,
        plan_version=0,
        city_generation=1,
        created_at=NOW,
        ciphertext=Ciphertext(bytes=900, sha256="03" * 32),
        plaintext=Plaintext(bytes=2000, sha256="04" * 32, lines=5),
    )
    return msgspec.structs.replace(manifest, **changes)


def read_all(file: bytes, identity: str = CITY, **opening: Any) -> list[ReceivedEntry]:
    """All entries of a file that is taken."""
    given: dict[str, Any] = {"keys": KEYS, "campaign": CAMPAIGN, "drill": True}
    taken: list[ReceivedEntry] = []
    open_bundle(io.BytesIO(file), **given | opening).read_entries(identity, taken.extend)
    return taken


def nameless(value: object) -> str:
    """A test's id where a value is another one in each of the parallel runs, as all that is encrypted is."""
    return type(value).__name__


def refusal_of(file: bytes, **opening: Any) -> InputRefused:
    """How a file is refused, by one of the format's codes."""
    with pytest.raises(InputRefused) as refused:
        read_all(file, **opening)
    assert refused.value.code in CODES
    return refused.value
