"""Base45 against its standard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundle.base45 import decode, encode

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


@pytest.mark.parametrize(
    ("text", "data"),
    # RFC 9285, sections 4.3 and 4.4
    [("BB8", b"AB"), ("%69 VD92EX0", b"Hello!!"), ("UJCLQE7W581", b"base-45"), ("QED8WEX0", b"ietf!"), ("", b"")],
)
def test_the_standards_examples(text: str, data: bytes) -> None:
    assert encode(data) == text
    assert decode(text) == data


@pytest.mark.parametrize(("largest", "data", "beyond"), [("U5", b"\xff", "V5"), ("FGW", b"\xff\xff", "GGW")])
def test_there_is_nothing_beyond_the_largest_value(largest: str, data: bytes, beyond: str) -> None:
    assert decode(largest) == data
    with pytest.raises(ValueError, match="base45"):
        decode(beyond)


@pytest.mark.parametrize("text", ["0", "0000", "bb8", "BB8\n00", "\u0e50BB", "::"])
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"base45|one character"):
        decode(text)


@given(st.binary(max_size=200))
def test_bytes_come_back(data: bytes) -> None:
    assert decode(encode(data)) == data


@given(st.text(alphabet=ALPHABET) | st.text())
def test_a_text_is_the_one_spelling_of_its_bytes_or_refused(text: str) -> None:
    try:
        data = decode(text)
    except ValueError:
        return
    assert encode(data) == text
