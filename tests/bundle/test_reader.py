"""Reading a bundle: every step refuses with its own code, and no damage goes in or comes out unnamed."""

from __future__ import annotations

import io
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zstandard import ZstdCompressor

from bundle.envelope import seal
from bundle.keys import key_id, public_key
from bundle.manifest import MAGIC, manifest_bytes
from bundle.reader import BundleRefused, EnrolledKey, in_order, peek_manifest
from campaign.chain import commitment
from campaign.entry import Entry
from campaign.refusal import InputRefused
from campaign.subject import Subject, read_subject, subject_bytes
from tests.bundle.city import STATION, STATION_KEY, STRANGER
from tests.bundle.files import (
    KEYS,
    PUBLIC,
    SALT,
    SUBJECT,
    a_manifest,
    encrypted,
    forged,
    heads_of,
    nameless,
    payload_of,
    read_all,
    refusal_of,
    rows_of,
    some_rows,
    written,
)
from tests.journal_strategies import journals, structs

ROWS = some_rows()
FILE, WRITTEN = written(ROWS)
_, LINE, AGE = FILE.split(b"\n", 2)


# What is taken


def test_entries_come_with_their_heads_and_subjects() -> None:
    taken = read_all(FILE)
    assert [received.entry.data for received in taken] == [row[0] for row in ROWS]
    assert [received.head for received in taken] == heads_of(ROWS)
    assert [(received.salt, received.subject) for received in taken] == [row[1:] for row in ROWS]
    assert [received.person for received in taken] == [None, None, read_subject(SUBJECT), None]
    assert [received.trouble for received in taken] == [None] * 4


def test_a_file_made_by_other_tools_is_taken() -> None:
    assert read_all(forged()) == read_all(FILE)


@given(journals(min_size=1), st.lists(st.tuples(st.binary(min_size=16, max_size=16), structs(Subject)), max_size=3))
def test_any_journal_comes_back_as_it_was(entries: list[Entry], held: list[tuple[bytes, Subject]]) -> None:
    rows = rows_of(entries)
    for salt, subject in held:
        try:
            data = subject_bytes(subject)
        except InputRefused:  # a date that isn't
            continue
        n = len(rows) + 1
        entry = entries[0].data.replace(b'{"n":1,', b'{"n":%d,' % n, 1)
        committed = entry[:-1] + b',"subject":"%b"}' % commitment(salt, data).encode()
        rows.append((committed, salt, data))
    file, _ = written(rows)
    taken = read_all(file)
    assert [(received.entry.data, received.salt, received.subject) for received in taken] == rows
    assert [received.head for received in taken] == heads_of(rows)
    assert file[len(MAGIC) :].split(b"\n", 1)[1][:22] == b"age-encryption.org/v1\n"


@pytest.mark.parametrize(
    ("subject", "trouble"),
    [
        (b'{"name":"X","number":"031090012345"}', "bad_subject"),
        (b'{"nick_name":"X"}', "bad_subject"),
        (b'{"birth_date":"1990-02-30"}', "bad_subject"),
        (b'{"number":31090012345}', "bad_subject"),
        (b"[]", "bad_subject"),
        (b"{}", None),
    ],
)
def test_a_subject_of_another_type_is_kept_in_trouble(subject: bytes, trouble: str | None) -> None:
    received = read_all(written(some_rows(subject))[0])[2]
    assert (received.salt, received.subject, received.trouble) == (SALT, subject, trouble)
    assert (received.person is None) == (trouble is not None)


def test_an_entry_in_trouble_keeps_its_place_and_its_first_trouble() -> None:
    entry = ROWS[2][0].replace(b'"application_logged"', b'"application_read"')
    subject = b'{"x":1}'
    entry = entry.replace(commitment(SALT, SUBJECT).encode(), commitment(SALT, subject).encode())
    taken = read_all(written([*ROWS[:2], (entry, SALT, subject), ROWS[3]])[0])
    assert [received.trouble for received in taken] == [None, None, "unknown_kind", None]
    assert taken[2].subject == subject


# Each step and its code


def test_another_first_line() -> None:
    for start in (b"", b"ENROL-BUNDLE/2\n", b"ENROL-BUNDLE/1\r\n", MAGIC[:-1]):
        refused = refusal_of(start + FILE[len(MAGIC) :] if start else b"")
        assert refused.code == "bad_magic"


@pytest.mark.parametrize(
    "line",
    [
        b"",
        LINE + b" ",
        LINE.replace(b'{"payload"', b'{ "payload"'),
        LINE.replace(b".bundle+json", b".rebuild+json"),
        LINE.replace(b'"payloadType"', b'"payload_type"'),
        b'{"payload":"' + b"A" * 2**20 + LINE[12:],
        b"x" * (2**20 + 2),
        seal("bundle", b"{}", [STATION_KEY, STRANGER]),
        seal("bundle", b"{}", []),
        seal("plan", b"{}", [STATION_KEY]),
    ],
    ids=nameless,
)
def test_another_second_line(line: bytes) -> None:
    assert refusal_of(MAGIC + line + b"\n" + AGE).code == "bad_envelope"


def test_a_stranger_signed() -> None:
    refused = refusal_of(written(ROWS, private_key=STRANGER)[0])
    assert (refused.code, refused.fields) == ("unknown_key", {"key_id": key_id(public_key(STRANGER))})
    assert not isinstance(refused, BundleRefused)


def test_a_key_id_is_recomputed_not_believed() -> None:
    lent = {key_id(public_key(STRANGER)): KEYS[key_id(PUBLIC)]}
    assert refusal_of(written(ROWS, private_key=STRANGER)[0], keys=lent).code == "unknown_key"


def test_the_signature_is_over_something_else() -> None:
    other = b64encode(manifest_bytes(a_manifest()))
    payload = LINE.split(b'"')[3]
    assert refusal_of(FILE.replace(payload, other)).code == "bad_signature"


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "enrol-rebuild/1"},
        {"format": "enrol-bundle/2"},
        {"station": "HP-LC-02"},
        {"epoch": 2},
        {"count": 3},
        {"extra": 1},
        {"plaintext": {"bytes": 2**30 + 1}},
        {"plaintext": {"lines": 9}},
    ],
)
def test_a_signed_manifest_that_cannot_be(changes: dict[str, Any]) -> None:
    refused = refusal_of(forged(**changes))
    assert refused.code == "bad_manifest"
    assert not isinstance(refused, BundleRefused)


def test_a_payload_is_not_parsed_before_its_signature() -> None:
    line = seal("bundle", b"not JSON", [STATION_KEY])
    assert refusal_of(MAGIC + line + b"\n" + AGE).code == "bad_manifest"
    other = line.replace(b64encode(b"not JSON"), b64encode(b"nor this"))
    assert refusal_of(MAGIC + other + b"\n" + AGE).code == "bad_signature"


@pytest.mark.parametrize("changes", [{"campaign": "other"}, {"drill": False}])
def test_another_campaign(changes: dict[str, Any]) -> None:
    assert refusal_of(forged(**changes)).code == "wrong_campaign"


def test_a_revoked_station_counts_up_to_its_last_entry() -> None:
    assert refusal_of(FILE, revoked={(STATION, 1): 3}).code == "revoked"
    for revoked in ({(STATION, 1): 4}, {(STATION, 2): 0}, {("HP-LC-02", 1): 0}, {}):
        assert len(read_all(FILE, revoked=revoked)) == 4


@pytest.mark.parametrize("file", [FILE[:-1], FILE + b"\n", FILE[: -len(AGE)], FILE * 2], ids=nameless)
def test_another_size(file: bytes) -> None:
    assert refusal_of(file).code == "bad_size"


def test_another_ciphertext() -> None:
    assert refusal_of(FILE[:-1] + bytes([FILE[-1] ^ 1])).code == "bad_digest"
    assert refusal_of(forged(ciphertext={"sha256": "00" * 32})).code == "bad_digest"


@pytest.mark.parametrize(
    "age",
    [
        b"",
        b"\x28\xb5\x2f\xfd",
        AGE[:-1],
        AGE + b"\0",
        AGE[:150] + b"\0" + AGE[151:],
        AGE[:-1] + b"\0",
        encrypted(ZstdCompressor().compress(payload_of(ROWS)), armored=True),
        b"\n" + AGE,
        b"age-encryption.org/v1\n" + b"-> a b\nAAAA\n" * 100_000,
        b"age-encryption.org/v1\n" + b"-> a b\nAAAA\n" * 1000 + b"\n--- ",
    ],
    ids=nameless,
)
def test_no_age_file_for_the_city(age: bytes) -> None:
    assert refusal_of(forged(age=age or b"?")).code == "decrypt_failed"


def test_an_age_file_for_somebody_else() -> None:
    stranger = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
    with pytest.raises(BundleRefused, match="decrypt_failed"):
        read_all(FILE, identity=stranger)


@pytest.mark.parametrize("changes", [{"head": "00" * 32}, {"head_before": "00" * 32}])
def test_a_chain_that_ends_elsewhere(changes: dict[str, Any]) -> None:
    assert refusal_of(forged(**changes)).code == "bad_chain"


def test_a_first_entry_follows_the_stations_own_beginning() -> None:
    strange = bytes(32)
    file = forged(head_before=strange.hex(), head=heads_of(ROWS, strange)[-1].hex())
    assert refusal_of(file).code == "bad_chain"


# What a refusal says


@pytest.mark.parametrize(
    ("file", "opening"),
    [
        (forged(seq=5, drill=False), {}),
        (forged(seq=5), {"revoked": {(STATION, 1): 1}}),
        (forged(seq=5) + b"?", {}),
        (forged(seq=5, ciphertext={"sha256": "00" * 32}), {}),
        (forged(seq=5, age=b"?"), {}),
        (forged(seq=5, payload=b"?\n" * 4), {}),
        (forged(seq=5, head="00" * 32), {}),
    ],
    ids=nameless,
)
def test_a_refused_file_that_its_station_signed_can_be_listed(file: bytes, opening: dict[str, Any]) -> None:
    refused = refusal_of(file, **opening)
    assert isinstance(refused, BundleRefused)
    assert (refused.manifest.station, refused.manifest.epoch, refused.manifest.seq) == (STATION, 1, 5)
    assert refused.fields == {"station": STATION, "epoch": 1, "seq": 5}
    assert refused.sha256 == sha256(file).hexdigest()


# Several files


def _peeked(file: bytes, **opening: Any) -> Any:
    return peek_manifest(io.BytesIO(file), KEYS, **opening)


def test_files_are_imported_by_epoch_and_first_entry() -> None:
    second = public_key(STRANGER)
    keys = KEYS | {key_id(second): EnrolledKey(STATION, 2, second)}
    heads = heads_of(ROWS)
    files = {
        "epoch 2": forged(epoch=2, private_key=STRANGER),
        "refused": b"ENROL",
        "later": forged(first=3, rows=ROWS[2:], last=4, head_before=heads[1].hex(), seq=3),
        "longer": forged(seq=2),
        "shorter": forged(rows=ROWS[:3], seq=1),
        "unsigned": written(ROWS)[0].replace(b'"sig":"', b'"sig":"AAAA'),
    }
    peeked = [(name, peek_manifest(io.BytesIO(file), keys)) for name, file in files.items()]
    assert in_order(peeked) == ["shorter", "longer", "later", "epoch 2", "refused", "unsigned"]


def test_only_a_signed_manifest_is_peeked_at() -> None:
    assert _peeked(FILE) == WRITTEN.manifest
    assert _peeked(FILE[:-1]) == WRITTEN.manifest, "its rest is looked at when it is opened"
    assert _peeked(FILE, kind="rebuild") is None
    assert _peeked(written(ROWS, private_key=STRANGER)[0]) is None
