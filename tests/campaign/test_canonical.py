"""The one byte form of documents, entries and subjects, and everything that isn't it."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, Struct, UnsetType

from campaign.canonical import MAX_DEPTH, MAX_INTEGER, decode, encode, nfc, read_exactly
from campaign.refusal import InputRefused


class Slip(Struct, frozen=True, kw_only=True):
    number: int
    note: str | UnsetType = UNSET
    rest: object = None


texts = st.text(st.characters(exclude_categories=["Cs"])).map(nfc)
values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-MAX_INTEGER, MAX_INTEGER) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


def nested(depth: int, of: bytes = b"") -> bytes:
    return b"[" * depth + of + b"]" * depth


def refused(data: bytes) -> bool:
    try:
        decode(data)
    except InputRefused as refusal:
        return refusal.code == "not_canonical"
    return False


@given(values)
def test_what_is_written_is_read_back(value: Any) -> None:
    assert decode(encode(value)) == value


@given(st.binary() | values.map(encode).flatmap(lambda data: st.permutations(list(data)).map(bytes)))
def test_what_is_read_is_the_only_form_of_its_value(data: bytes) -> None:
    if not refused(data):
        assert encode(decode(data)) == data


@given(values)
def test_the_form_is_what_another_writer_of_json_gives(value: Any) -> None:
    assert encode(value).decode() == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"1 ",
        b' {"a":1}',
        b'{"a": 1}',
        b'{"a":1}\n',
        b'{"a":1,}',
        b"{'a':1}",
        b'\xef\xbb\xbf{"a":1}',
    ],
)
def test_whitespace_and_near_json_are_refused(data: bytes) -> None:
    assert refused(data)


def test_a_repeated_key_is_refused() -> None:
    assert decode(b'{"a":1,"b":1}') == {"a": 1, "b": 1}
    assert refused(b'{"a":1,"a":1}')
    assert refused(b'{"x":{"a":1,"a":2}}')


@pytest.mark.parametrize("data", [b"1.5", b"1.0", b"1e3", b"-0", b"01", b"1e400", b"NaN", b"Infinity", b"[0.1]"])
def test_only_whole_numbers_in_their_shortest_form(data: bytes) -> None:
    assert refused(data)


def test_integers_end_below_two_to_the_53() -> None:
    assert decode(b"[9007199254740991,-9007199254740991]") == [MAX_INTEGER, -MAX_INTEGER]
    for number in (2**53, -(2**53), 2**63, 2**64, 10**30):
        assert refused(str(number).encode())
    assert refused(b"1" * 5000)


def test_sixteen_levels_and_no_more() -> None:
    assert refused(nested(MAX_DEPTH)) is False
    assert refused(nested(MAX_DEPTH, b"1")) is False
    assert refused(nested(MAX_DEPTH + 1))
    assert refused(b'{"a":' * MAX_DEPTH + b"{}" + b"}" * MAX_DEPTH)
    assert refused(b'{"a":' * 200_000)
    assert refused(nested(200_000))


def test_escapes_in_their_one_form() -> None:
    control = "".join(map(chr, range(0x20)))
    written = (
        rb'"\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f'
        rb'\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f"'
    )
    assert encode(control) == written
    assert decode(written) == control
    assert decode(rb'"\"\\/"') == '"\\/'
    assert decode('"\x7f\u2028"'.encode()) == "\x7f\u2028"


@pytest.mark.parametrize(
    "data",
    [rb'"\u001F"', rb'"\u000a"', rb'"\u0008"', rb'"\/"', rb'"\u0041"', rb'"\u1ebf"', rb'"\ud83d\ude00"', rb'"\x01"'],
)
def test_another_escape_is_refused(data: bytes) -> None:
    assert refused(data)


def test_text_is_utf_8_and_composed() -> None:
    assert decode('{"Lê Chân":"Hải Phòng"}'.encode()) == {"Lê Chân": "Hải Phòng"}
    decomposed = unicodedata.normalize("NFD", "Hải Phòng")
    assert refused(encode(decomposed))
    assert refused(encode({decomposed: 1}))
    assert refused(encode([{"a": [decomposed]}]))
    assert refused(b'"\xff"')
    assert refused(b'"\xed\xa0\x80"')  # half of a surrogate pair
    assert refused(rb'"\ud800"')


def test_a_shape_is_read_with_its_own_keys_in_its_own_order() -> None:
    assert read_exactly(b'{"number":7,"note":"x","rest":null}', Slip) == Slip(number=7, note="x")
    for data in (
        b'{"note":"x","number":7,"rest":null}',  # another order
        b'{"number":7,"rest":null,"more":1}',  # an unknown key
        b'{"number":7,"number":7,"rest":null}',
        b'{"number":7,"note":null,"rest":null}',  # absent is left out, never null
        b'{"number":"7","rest":null}',
        b'{"note":"x","rest":null}',
        b'{"number":7,"rest":null} ',
        b'{"number":7,"rest":0.5}',  # a limit of every document, not of this shape
        b'{"number":9007199254740992,"rest":null}',
        encode(Slip(number=7, note=unicodedata.normalize("NFD", "ế"))),
        b"[7]",
        b"",
        b"\xff",
    ):
        with pytest.raises(InputRefused, match="not_canonical"):
            read_exactly(data, Slip)


def test_composing_text() -> None:
    assert nfc("e\u0302\u0301") == "ế"
