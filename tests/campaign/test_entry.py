"""An entry between bytes and meaning: what refuses it whole, what only puts it in trouble, what it is otherwise."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import inspect

from campaign import events as e
from campaign.canonical import decode, encode, nfc
from campaign.entry import Entry, make_entry, read_entry
from campaign.refusal import InputRefused
from campaign.shapes import DayText, TimeText
from tests.journal_strategies import bodies, times
from tests.journals import DIGEST, a_shift_closed, a_shift_id, a_shift_opened, an_application, an_entry_of

DECOMPOSED = unicodedata.normalize("NFD", "Nghỉ giữa ca")
WORKED = (
    '{"n":17,"at":"2021-04-02T08:14:09+07:00","day":"2021-04-02","kind":"application_logged","by":"an.nv",'
    '"shift":"2021-04-02.TB-1.ca-1.1","device":"TB-1","body":{"form_id":"form-1","case_type":"from_cmnd9",'
    '"outcome":"accepted","commune":"11404","source":"typed","warnings":[]},"subject":"' + DIGEST + '"}'
)


def trouble_of(kind: str, body: dict[str, object] | str) -> str | None:
    entry = an_entry_of(kind, body.encode() if isinstance(body, str) else encode(body))
    assert (entry.body is None) == (entry.trouble is not None)
    return entry.trouble


def test_the_bytes_of_an_entry() -> None:
    entry = make_entry(
        17,
        "2021-04-02T08:14:09+07:00",
        date(2021, 4, 2),
        "an.nv",
        an_application(),
        shift=a_shift_id(),
        device="TB-1",
        subject=DIGEST,
    )
    assert entry.data.decode() == WORKED
    assert entry.body == an_application()
    assert (entry.header.n, entry.header.kind, entry.header.subject) == (17, "application_logged", DIGEST)
    assert read_entry(entry.data) == entry


def test_absent_keys_are_left_out() -> None:
    entry = make_entry(1, "2021-04-02T08:14:09+07:00", date(2021, 4, 2), "an.nv", e.SignedIn(user="an.nv"))
    assert entry.data == (
        b'{"n":1,"at":"2021-04-02T08:14:09+07:00","day":"2021-04-02","kind":"signed_in","by":"an.nv",'
        b'"body":{"user":"an.nv"}}'
    )


headers = st.fixed_dictionaries(
    {"n": st.integers(1, 2**53 - 1), "by": st.sampled_from(["an.nv", "_"]), "day": st.dates(), "at": times},
    optional={
        "shift": st.just(a_shift_id()),
        "device": st.sampled_from(["TB-1", "-"]),
        "subject": st.just(DIGEST),
    },
)


@pytest.mark.parametrize("kind", e.KINDS)
@settings(max_examples=25)
@given(st.data(), headers)
def test_what_is_made_is_read_back(kind: str, data: st.DataObject, header: dict[str, Any]) -> None:
    body = data.draw(bodies(kind))
    made = make_entry(body=body, **header)
    assert made.header.kind == kind
    assert made.body == body
    assert read_entry(made.data) == made
    assert encode(decode(made.data)) == made.data


@given(st.sampled_from(sorted(e.KINDS)), st.data())
def test_a_body_of_another_kind_is_only_trouble(kind: str, data: st.DataObject) -> None:
    body = data.draw(bodies())
    entry = an_entry_of(kind, encode(body))
    assert entry.trouble in (None, "unknown_key", "bad_body")
    assert (entry.body is None) == (entry.trouble is not None)


@given(st.dictionaries(st.text("ab", max_size=2), st.none() | st.integers(0, 9) | st.text("an\n\u0301").map(nfc)))
def test_an_unknown_kind_is_kept_whatever_it_says(body: dict[str, object]) -> None:
    assert trouble_of("device_requested", body) == "unknown_kind"


def test_an_accent_after_an_escape_is_composed_text() -> None:
    """A line end and a lone acute: in the bytes the acute stands behind the escape's letter n, and is no part of it."""
    assert not unicodedata.is_normalized("NFC", encode("\n\u0301").decode())
    assert trouble_of("device_requested", {"a": "\n\u0301"}) == "unknown_kind"
    assert trouble_of("shift_reopened", {"reason": "\n\u0301"}) == "bad_body"


# Trouble: the entry keeps its place in the chain and isn't counted.


@pytest.mark.parametrize("kind", ["x", "device_requested", "application_logged2", "a" * 64])
def test_an_unknown_kind(kind: str) -> None:
    assert trouble_of(kind, {}) == "unknown_kind"
    assert trouble_of(kind, {"any": [1, {"thing": None}]}) == "unknown_kind"


def test_an_unknown_key() -> None:
    assert trouble_of("signed_in", {"user": "an.nv", "seat": 3}) == "unknown_key"
    assert trouble_of("signed_in", {"seat": 3, "user": "an.nv"}) == "unknown_key"
    assert trouble_of("clock_confirmed", {"by": "an.nv"}) == "unknown_key"
    assert trouble_of("shift_sealed", {"": 0}) == "unknown_key"


def test_an_unknown_key_within() -> None:
    opened = json.loads(encode(a_shift_opened()))
    opened["checks"][0]["seen_by"] = "an.nv"
    assert trouble_of("shift_opened", opened) == "unknown_key"
    fee = {"due": 15000, "taken": 15000, "receipt": "7", "cashier": "an.nv"}
    assert trouble_of("application_logged", {**json.loads(encode(an_application())), "fee": fee}) == "unknown_key"


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("signed_in", '{"user":"An"}'),
        ("signed_in", '{"user":7}'),
        ("signed_in", '{"user":null}'),
        ("signed_in", "{}"),
        ("signed_in", '{"user":"An","seat":3}'),
        ("bundle_verified", '{"seq":0,"place":"folder"}'),
        ("bundle_verified", '{"place":"folder","seq":1}'),  # another order
        ("bundle_verified", '{"seq":1,"place":"a\\nb"}'),
        ("bundle_verified", '{"seq":true,"place":"folder"}'),
        ("shift_paused", '{"cause":"Mất điện"}'),
        ("application_voided", '{"entry":-1,"reason":"undo"}'),
        ("application_voided", '{"entry":"1","reason":"undo"}'),
        ("zero_reported", '{"device":"TB-1","window":"ca-1","day":"2021-02-30","reason":""}'),
        ("zero_reported", '{"device":"TB-1","window":"ca-1","day":"2-4-2021","reason":""}'),
        ("follow_up_changed", '{"entry":1,"next_on":"2021-04-31","state":"open"}'),
        ("sign_in_failed", '{"user":"an.nv","happened_at":"2021-02-30T08:00:00+07:00"}'),
        ("clock_stepped", '{"before":"2021-04-02T08:00:00+07:00","after":"2021-04-02T24:00:00+07:00"}'),
        ("clock_stepped", '{"before":"2021-04-02T08:00:00Z","after":"2021-04-02T08:00:00Z"}'),
        ("shift_handed_over", '{"from":"an.nv","to":"binh.tv","totals":{"Accepted":1}}'),
        ("shift_handed_over", '{"from":"an.nv","to":"binh.tv","totals":{"accepted":-1}}'),
        ("shift_handed_over", '{"from":"an.nv","to":"binh.tv","totals":[]}'),
        ("shift_handed_over", '{"from_user":"an.nv","to":"binh.tv","totals":{}}'),
    ],
)
def test_a_body_that_fails_its_type(kind: str, body: str) -> None:
    assert trouble_of(kind, body) == "bad_body"


def test_a_wrong_order_within_a_body_is_a_bad_body() -> None:
    text = encode(a_shift_opened()).decode()
    swapped = text.replace('"id":"disk_space","state":"ok"', '"state":"ok","id":"disk_space"')
    assert swapped != text
    assert trouble_of("shift_opened", swapped) == "bad_body"


@pytest.mark.parametrize("commander", ["", "ế" * 65])
def test_a_commander_has_1_to_64_characters(commander: str) -> None:
    assert trouble_of("shift_opened", json.loads(encode(a_shift_opened(commander=commander)))) == "bad_body"
    assert trouble_of("shift_opened", json.loads(encode(a_shift_opened(commander="ế" * 64)))) is None


def test_a_fee_names_its_receipt() -> None:
    body = {**json.loads(encode(an_application())), "fee": {"due": 15000, "taken": 15000}}
    assert trouble_of("application_logged", body) == "bad_body"


def test_totals_keep_the_order_they_were_written_in() -> None:
    body = a_shift_closed(totals={"missing_papers": 2, "accepted": 12})
    entry = an_entry_of("shift_closed", encode(body))
    assert isinstance(entry.body, e.ShiftClosed)
    assert list(entry.body.totals) == ["missing_papers", "accepted"]


def test_no_time_or_day_hides_deeper_in_a_body() -> None:
    """`read_entry` asks the calendar about the times and days that stand at a body's top."""

    def patterns(shape: inspect.Type, depth: int) -> list[tuple[int, str | None]]:
        match shape:
            case inspect.StrType(pattern=pattern):
                return [(depth, pattern)]
            case inspect.StructType(fields=fields):
                return [found for field in fields for found in patterns(field.type, depth + 1)]
            case inspect.UnionType(types=types):
                return [found for each in types for found in patterns(each, depth)]
            case inspect.ListType(item_type=item):
                return patterns(item, depth + 1)
            case inspect.DictType(key_type=key, value_type=value):
                return patterns(key, depth + 1) + patterns(value, depth + 1)
            case _:
                return []

    calendar = {inspect.type_info(shape).pattern for shape in (TimeText, DayText)}  # type: ignore[attr-defined]
    found = {
        depth
        for body in e.KINDS.values()
        for depth, pattern in patterns(inspect.type_info(body), 0)
        if pattern in calendar
    }
    assert found == {1}


# What can't be read isn't written: nothing in a journal can be taken back.


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ({}, a_shift_opened(commander=DECOMPOSED)),
        ({}, a_shift_opened(commander="")),
        ({}, a_shift_opened(day="2021-02-30")),
        ({}, e.SignedIn(user="An")),
        ({}, e.SettingChanged(name="sound", value="a\x00")),
        ({}, e.SettingChanged(name="sound", value="\udcff")),
        ({}, e.BundleVerified(seq=2**53, place="folder")),
        ({}, e.BundleVerified(seq=10**30, place="folder")),
        ({}, e.SettingChanged(name="sound", value="x" * 65_536)),
        ({"n": 0}, e.ShiftSealed()),
        ({"at": "2021-04-02T08:14:09Z"}, e.ShiftSealed()),
        ({"by": "An"}, e.ShiftSealed()),
        ({"shift": "ca-1"}, e.ShiftSealed()),
        ({"device": "TB_1"}, e.ShiftSealed()),
        ({"subject": "ab"}, e.ShiftSealed()),
    ],
)
def test_an_entry_that_no_reader_would_take_is_not_made(header: dict[str, Any], body: e.Body) -> None:
    facts = {"n": 1, "at": "2021-04-02T08:14:09+07:00", "day": date(2021, 4, 2), "by": "an.nv", **header}
    with pytest.raises(InputRefused, match=r"bad_entry|bad_body"):
        make_entry(body=body, **facts)


def test_a_line_of_a_bundle_holds_the_longest_entry() -> None:
    """`E ` and the bytes are at most 64 KiB (docs/bundle-format.md, section 3)."""

    def entry(length: int) -> Entry:
        body = e.SettingChanged(name="sound", value="x" * length)
        return make_entry(1, "2021-04-02T08:14:09+07:00", date(2021, 4, 2), "an.nv", body)

    longest = 65_534 - len(entry(0).data)
    assert len(entry(longest).data) == 65_534
    with pytest.raises(InputRefused, match="bad_entry"):
        entry(longest + 1)
