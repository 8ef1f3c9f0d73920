"""Bytes that are no entry at all: the whole of them is refused, with one code."""

from __future__ import annotations

import unicodedata
from contextlib import suppress

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.canonical import encode
from campaign.entry import Entry, read_entry
from campaign.refusal import InputRefused
from tests.journal_strategies import journals
from tests.journals import DIGEST, a_shift_opened

DECOMPOSED = unicodedata.normalize("NFD", "Nghỉ giữa ca")
WORKED = (
    '{"n":17,"at":"2021-04-02T08:14:09+07:00","day":"2021-04-02","kind":"application_logged","by":"an.nv",'
    '"shift":"2021-04-02.TB-1.ca-1.1","device":"TB-1","body":{"form_id":"form-1","case_type":"from_cmnd9",'
    '"outcome":"accepted","commune":"11404","source":"typed","warnings":[]},"subject":"' + DIGEST + '"}'
)


def bad(data: bytes | str) -> bool:
    """Whether the whole entry is refused, with the one code for it."""
    try:
        read_entry(data.encode() if isinstance(data, str) else data)
    except InputRefused as refusal:
        return refusal.code == "bad_entry"
    return False


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert bad(data)


@given(journals(min_size=1, max_size=3), st.data())
def test_a_changed_entry_is_read_or_refused(journal: list[Entry], data: st.DataObject) -> None:
    entry = data.draw(st.sampled_from(journal)).data if journal else WORKED.encode()
    start = data.draw(st.integers(0, len(entry)))
    end = data.draw(st.integers(start, min(len(entry), start + 4)))
    other = data.draw(st.binary(max_size=4) | st.sampled_from([b'"', b"\\", b"{", b"}", b"[", b",", b"null", b"0"]))
    changed = entry[:start] + other + entry[end:]
    with suppress(InputRefused):
        assert read_entry(changed).data == changed


def with_body(body: str) -> str:
    return WORKED.replace(WORKED[WORKED.index('"body":{') : WORKED.index(',"subject"')], f'"body":{body}')


@pytest.mark.parametrize("kind", ["application_logged", "device_requested", "shift_sealed"])
@pytest.mark.parametrize(
    "body",
    [
        "[]",
        "null",
        '"x"',
        "7",
        '{"a":1.5}',
        '{"a":1.0}',
        '{"a":1e3}',
        '{"a":-0}',
        '{"a":9007199254740992}',
        '{"a":-9007199254740992}',
        '{"a":1,"a":1}',
        '{"a":{"b":1,"b":1}}',
        '{"a": 1}',
        '{ "a":1}',
        '{"a":1} ',
        '{"a":"\\u000A"}',
        '{"a":"\\u001F"}',
        '{"a":"\\u000a"}',
        '{"a":"\\/"}',
        '{"a":"\\u1ebf"}',
        '{"a":"\\ud800"}',
        '{"a":"' + DECOMPOSED + '"}',
        '{"' + DECOMPOSED + '":1}',
        '{"a":' + "[" * 15 + "]" * 15 + "}",  # 17 levels with the entry's own
        '{"a":' + "[" * 50_000 + "]" * 50_000 + "}",
        '{"a":"\x01"}',
        '{"a":1,}',
        "{a:1}",
        "{",
        "",
    ],
)
def test_a_body_that_is_no_canonical_object_refuses_the_entry(kind: str, body: str) -> None:
    assert bad(with_body(body).replace("application_logged", kind))


@pytest.mark.parametrize("kind", ["application_logged", "device_requested"])
def test_sixteen_levels_are_only_trouble(kind: str) -> None:
    body = '{"a":' + "[" * 14 + "]" * 14 + "}"
    assert read_entry(with_body(body).replace("application_logged", kind).encode()).trouble in (
        "unknown_kind",
        "bad_body",
    )


def test_broken_utf_8_refuses_the_entry() -> None:
    for kind in ("application_logged", "device_requested"):
        for broken in (b"\xff", b"\xed\xa0\x80", b"\xc0\xaf"):
            data = with_body('{"a":"?"}').replace("application_logged", kind).encode().replace(b"?", broken)
            assert bad(data)


def test_text_of_a_known_key_is_composed_too() -> None:
    body = encode(a_shift_opened(commander=DECOMPOSED)).decode()
    data = with_body(body).replace("application_logged", "shift_opened")
    assert bad(data)
    assert read_entry(unicodedata.normalize("NFC", data).encode()).trouble is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"n":17', '"n":0'),
        ('"n":17', '"n":-1'),
        ('"n":17', '"n":17.0'),
        ('"n":17', '"n":"17"'),
        ('"n":17', '"n":true'),
        ('"n":17', '"n":9007199254740992'),
        ('"n":17', '"n":1e1'),
        ('"n":17', '"n": 17'),
        ('"n":17,', '"n":17,"n":17,'),
        ('"n":17,', '"n":17,"m":17,'),
        ('"n":17,', ""),
        ("08:14:09+07:00", "08:14:09Z"),
        ("08:14:09+07:00", "08:14:09.000+07:00"),
        ("08:14:09+07:00", "24:00:00+07:00"),
        ("08:14:09+07:00", "08:14:60+07:00"),
        ('"at":"2021-04-02T', '"at":"2021-02-30T'),
        ('"at":"2021-04-02T', '"at":"0000-04-02T'),
        ('"day":"2021-04-02"', '"day":"2021-02-30"'),
        ('"day":"2021-04-02"', '"day":"2021-4-2"'),
        ('"day":"2021-04-02",', ""),
        ('"kind":"application_logged"', '"kind":"Application"'),
        ('"kind":"application_logged"', '"kind":""'),
        ('"kind":"application_logged"', '"kind":"' + "a" * 65 + '"'),
        ('"kind":"application_logged"', '"kind":null'),
        ('"by":"an.nv"', '"by":"An"'),
        ('"by":"an.nv"', '"by":""'),
        ('"by":"an.nv"', '"by":"an.n\\u0076"'),
        ('"by":"an.nv",', ""),
        ('"shift":"2021-04-02.TB-1.ca-1.1"', '"shift":null'),
        ('"shift":"2021-04-02.TB-1.ca-1.1"', '"shift":""'),
        ('"device":"TB-1"', '"device":null'),
        ('"device":"TB-1"', '"device":"TB_1"'),
        ('"device":"TB-1","body"', '"body"'),
        ('"shift":"2021-04-02.TB-1.ca-1.1","device":"TB-1"', '"device":"TB-1","shift":"2021-04-02.TB-1.ca-1.1"'),
        (DIGEST, DIGEST.upper()),
        (DIGEST, DIGEST[:-1]),
        (f'"subject":"{DIGEST}"', '"subject":null'),
        (f'"subject":"{DIGEST}"}}', f'"subject":"{DIGEST}","x":1}}'),
        (f'"subject":"{DIGEST}"}}', f'"subject":"{DIGEST}"}}\n'),
        ('{"n"', ' {"n"'),
        ('{"n"', '[{"n"'),
        (',"subject"', ' ,"subject"'),
        ('"body":{', '"body": {'),
        ('"body":{', '"doby":{'),
    ],
)
def test_a_header_that_is_not_exactly_one_refuses_the_entry(old: str, new: str) -> None:
    changed = WORKED.replace(old, new, 1)
    assert changed != WORKED
    if old.startswith('"device":"TB-1","body"'):  # the device may be absent
        assert read_entry(changed.encode()).header.device is msgspec.UNSET
    else:
        assert bad(changed)


def test_a_subject_before_the_body_refuses_the_entry() -> None:
    body = WORKED[WORKED.index('"body":{') : WORKED.index(',"subject"')]
    assert bad(WORKED.replace(f'{body},"subject":"{DIGEST}"', f'"subject":"{DIGEST}",{body}'))
