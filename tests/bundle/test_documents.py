"""Signed documents: their exact bytes, and what a reader doesn't take."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundle.documents import (
    BundleRow,
    DuplicateRow,
    Enrolment,
    QuarantineRow,
    Receipt,
    Request,
    Trust,
    document_bytes,
    read_document,
)
from bundle.keys import key_id, keyring, new_age_identity, public_key
from campaign.refusal import InputRefused
from tests.bundle.city import (
    NOW,
    OFFICER_A,
    OFFICER_B,
    RECIPIENTS,
    ROOTS,
    a_first_trust,
    enrolment_line,
    payload_of,
    request_line,
)

HEAD = "5e" * 32
KEY = "ab" * 32
TRUST: dict[str, Any] = {
    "format": "enrol-trust/1",
    "campaign": "Chiến dịch",
    "drill": False,
    "version": 2,
    "city_generation": 1,
    "roots": {"threshold": 1, "keys": [KEY, "cd" * 32]},
    "officers": {"threshold": 2, "keys": [{"name": "a", "key": KEY}, {"name": "b", "key": "cd" * 32}]},
    "recipients": {"city": RECIPIENTS.city, "recovery": RECIPIENTS.recovery},
    "revoked": [{"station": "HP-LC-01", "epoch": 1, "after": 0}, {"station": "HP-LC-01", "epoch": 2, "after": 9}],
    "issued_at": NOW,
}
REQUEST: dict[str, Any] = {
    "format": "enrol-request/1",
    "campaign": "Chiến dịch",
    "drill": False,
    "station": "HP-LC-01",
    "unit": "Công an quận Lê Chân",
    "epoch": 2,
    "key": KEY,
    "devices": [{"id": "TB-1", "label": "Bàn 1"}, {"id": "TB-2", "label": ""}],
    "recipient": new_age_identity()[1],
    "created_at": NOW,
}
ENROLMENT: dict[str, Any] = {
    "format": "enrol-enrolment/1",
    "campaign": "Chiến dịch",
    "drill": False,
    "station": "HP-LC-01",
    "unit": "Công an quận Lê Chân",
    "epoch": 2,
    "key": KEY,
    "continues": {"epoch": 1, "n": 0, "head": HEAD},
    "issued_at": NOW,
}
RECEIPT: dict[str, Any] = {
    "format": "enrol-receipt/1",
    "campaign": "Chiến dịch",
    "drill": False,
    "station": "HP-LC-01",
    "epoch": 1,
    "city_generation": 1,
    "serial": 3,
    "accepted_through": 17,
    "head": HEAD,
    "durable_through": 17,
    "bundles": [
        {"seq": 1, "sha256": HEAD, "state": "accepted"},
        {"seq": 2, "sha256": HEAD, "state": "known"},
        {"seq": 3, "sha256": HEAD, "state": "refused", "code": "bad_digest"},
    ],
    "quarantined": [{"n": 4, "code": code} for code in ("unknown_kind", "unknown_key", "bad_body", "bad_subject")],
    "duplicates": [{"n": 5, "station": "HP-HB-02", "epoch": 2, "with": 6}],
    "more": 0,
    "issued_at": NOW,
}
DOCUMENTS = [(Trust, TRUST), (Request, REQUEST), (Enrolment, ENROLMENT), (Receipt, RECEIPT)]


def compact(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def at(document: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """The document with another value at a dotted path."""
    changed: Any = json.loads(compact(document))
    place = changed
    *parents, last = [int(name) if name.isdigit() else name for name in path.split(".")]
    for name in parents:
        place = place[name]
    place[last] = value
    result: dict[str, Any] = changed
    return result


@pytest.mark.parametrize(("shape", "document"), DOCUMENTS)
def test_a_document_is_its_bytes(shape: type[msgspec.Struct], document: dict[str, Any]) -> None:
    assert document_bytes(read_document(compact(document), shape)) == compact(document)


@pytest.mark.parametrize(("shape", "optional"), [(Request, "recipient"), (Enrolment, "continues")])
def test_an_absent_key_is_left_out(shape: type[msgspec.Struct], optional: str) -> None:
    document = dict(DOCUMENTS)[shape]
    without = {key: value for key, value in document.items() if key != optional}
    assert document_bytes(read_document(compact(without), shape)) == compact(without)
    with pytest.raises(InputRefused, match="bad_document"):
        read_document(compact(document | {optional: None}), shape)


@pytest.mark.parametrize(("shape", "document"), DOCUMENTS)
def test_every_other_key_is_there_once_in_order_and_with_its_type(
    shape: type[msgspec.Struct], document: dict[str, Any]
) -> None:
    wrong: list[object] = [document | {"note": 1}, dict(reversed(document.items())), [document], None]
    for key in document.keys() - {"recipient", "continues"}:
        wrong.append({name: value for name, value in document.items() if name != key})
    for key in document:
        wrong += [document | {key: None}, document | {key: 1.5}, document | {key: [[]]}]
    wrong.append(document | {"format": "enrol-plan/1"})
    for value in wrong:
        with pytest.raises(InputRefused, match="bad_document"):
            read_document(compact(value), shape)
    with pytest.raises(InputRefused, match="bad_document"):
        read_document(compact(document) + b"\n", shape)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("roots.threshold", 0),
        ("roots.threshold", 3),
        ("roots.keys.1", KEY),
        ("roots.keys.1", KEY.upper()),
        ("roots.keys.1", KEY[:-1]),
        ("roots.keys", []),
        ("officers.threshold", 0),
        ("officers.threshold", 3),
        ("officers.keys.1.key", KEY),
        ("officers.keys.1.name", "a"),
        ("officers.keys.1.name", ""),
        ("officers.keys.1.note", 1),
        ("recipients.city", "age1"),
        ("recipients.recovery", RECIPIENTS.city.upper()),
        ("revoked.1.epoch", 1),
        ("revoked.0.station", "NUL"),
        ("revoked.0.station", "hp"),
        ("revoked.0.after", -1),
        ("version", 0),
        ("version", 2**53),
        ("city_generation", 0),
        ("issued_at", "2021-02-30T07:00:00+07:00"),
        ("issued_at", "2021-03-13T07:00:00Z"),
        ("campaign", "hai\ndong"),
        ("campaign", "e\u0301"),
    ],
)
def test_a_trust_that_could_not_be_meant_is_refused(path: str, value: object) -> None:
    with pytest.raises(InputRefused, match="bad_document"):
        read_document(compact(at(TRUST, path, value)), Trust)


def test_the_first_city_generation_is_one() -> None:
    assert read_document(compact(TRUST | {"city_generation": 2}), Trust).city_generation == 2
    assert read_document(compact(TRUST | {"version": 1}), Trust).version == 1
    with pytest.raises(InputRefused, match="bad_document"):
        read_document(compact(TRUST | {"version": 1, "city_generation": 2}), Trust)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("station", "COM1"),
        ("station", "HP--01"),
        ("unit", "a\u0007"),
        ("epoch", 0),
        ("devices.1.id", "TB-1"),
        ("devices.1.id", "TB 2"),
        ("recipient", "age1xyz"),
        ("created_at", "2021-13-01T07:00:00+07:00"),
    ],
)
def test_a_request_that_could_not_be_meant_is_refused(path: str, value: object) -> None:
    with pytest.raises(InputRefused, match="bad_document"):
        read_document(compact(at(REQUEST, path, value)), Request)


@pytest.mark.parametrize(
    ("path", "value"),
    [("station", "AUX"), ("continues.epoch", 2), ("continues.n", -1), ("issued_at", "2021-03-13T24:00:00+07:00")],
)
def test_an_enrolment_that_could_not_be_meant_is_refused(path: str, value: object) -> None:
    with pytest.raises(InputRefused, match="bad_document"):
        read_document(compact(at(ENROLMENT, path, value)), Enrolment)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("station", "LPT1"),
        ("serial", 0),
        ("accepted_through", -1),
        ("durable_through", 18),
        ("head", HEAD[:-1]),
        ("bundles.0.state", "lost"),
        ("bundles.0.code", "Bad"),
        ("quarantined.0.code", "other"),
        ("duplicates.0.station", "PRN"),
        ("duplicates.0.with", 0),
        ("bundles", [RECEIPT["bundles"][0]] * 2001),
        ("quarantined", [RECEIPT["quarantined"][0]] * 2001),
        ("duplicates", [RECEIPT["duplicates"][0]] * 2001),
        ("issued_at", "2021-03-13T07:00:60+07:00"),
    ],
)
def test_a_receipt_that_could_not_be_meant_is_refused(path: str, value: object) -> None:
    with pytest.raises(InputRefused, match="bad_document"):
        read_document(compact(at(RECEIPT, path, value)), Receipt)


def test_what_would_be_refused_is_not_signed() -> None:
    trust = read_document(compact(TRUST), Trust)
    with pytest.raises(InputRefused, match="bad_document"):
        document_bytes(msgspec.structs.replace(trust, campaign="e\u0301"))


@given(st.binary() | st.text().map(str.encode), st.sampled_from([shape for shape, _ in DOCUMENTS]))
def test_arbitrary_bytes_are_refused_by_name(payload: bytes, shape: type[msgspec.Struct]) -> None:
    with pytest.raises(InputRefused, match="bad_document"):
        read_document(payload, shape)


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just(HEAD) | st.just(NOW)
VALUES = st.recursive(LEAVES, lambda values: st.lists(values) | st.dictionaries(st.text(), values))


@given(st.sampled_from(DOCUMENTS), st.data())
def test_another_value_anywhere_is_read_exactly_or_refused_by_name(
    chosen: tuple[type[msgspec.Struct], dict[str, Any]], data: st.DataObject
) -> None:
    shape, document = chosen
    changed = document | {data.draw(st.sampled_from(list(document))): data.draw(VALUES)}
    payload = json.dumps(changed, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")
    outcome: bytes | str
    try:
        outcome = document_bytes(read_document(payload, shape))
    except InputRefused as refusal:
        outcome = refusal.code
    assert outcome in (payload, "bad_document")


def test_a_trust_tells_who_may_sign() -> None:
    trust = read_document(a_first_trust(), Trust)
    assert trust.roots.ring() == keyring(map(public_key, ROOTS))
    assert trust.officers.ring() == keyring([public_key(OFFICER_A), public_key(OFFICER_B)])
    assert list(trust.officers.ring()) == [key_id(public_key(OFFICER_A)), key_id(public_key(OFFICER_B))]


def test_a_trust_tells_what_is_revoked() -> None:
    trust = read_document(compact(TRUST), Trust)
    assert trust.revoked_after("HP-LC-01", 1) == 0
    assert trust.revoked_after("HP-LC-01", 2) == 9
    assert trust.revoked_after("HP-LC-01", 3) is None
    assert trust.revoked_after("HP-LC-02", 1) is None


def test_documents_are_written_as_the_format_says() -> None:
    assert list(json.loads(payload_of(request_line(), "request"))) == [key for key in REQUEST if key != "recipient"]
    assert list(json.loads(payload_of(enrolment_line(), "enrolment"))) == [k for k in ENROLMENT if k != "continues"]
    rows = (
        BundleRow(seq=3, sha256=HEAD, state="refused", code="gap"),
        QuarantineRow(n=4, code="bad_body"),
        DuplicateRow(n=5, station="HP-HB-02", epoch=2, other=6),
    )
    assert [document_bytes(row) for row in rows] == [
        compact({"seq": 3, "sha256": HEAD, "state": "refused", "code": "gap"}),
        compact({"n": 4, "code": "bad_body"}),
        compact(RECEIPT["duplicates"][0]),
    ]
