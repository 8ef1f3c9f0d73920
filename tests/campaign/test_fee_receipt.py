"""A receipt's number goes on as the book does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.fee_receipt import next_receipt, receipt_number
from campaign.refusal import InputRefused


@pytest.mark.parametrize(
    ("number", "following"),
    [
        ("0012399", "0012400"),
        ("AB/21P 0012399", "AB/21P 0012400"),
        ("21P-99/HP", "21P-100/HP"),
        ("999", "1000"),
        ("AB", ""),
        ("", ""),
    ],
)
def test_the_next_of_a_book(number: str, following: str) -> None:
    assert next_receipt(number) == following


def test_a_number_is_kept_as_printed_in_one_spelling() -> None:
    assert receipt_number("  A\u0302B  0012399 \r\n") == "ÂB 0012399"
    assert receipt_number(" ") == ""


@pytest.mark.parametrize(
    ("text", "code"), [("1" * 41, "too_long"), ("1\x002", "forbidden_characters"), ("1\ufffd", "encoding")]
)
def test_what_is_no_receipt(text: str, code: str) -> None:
    with pytest.raises(InputRefused, match=f"^{code}$"):
        receipt_number(text)


@given(st.text(alphabet=st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=40))
def test_what_is_taken_stays_and_goes_on(text: str) -> None:
    number = receipt_number(text)
    assert receipt_number(number) == number
    assert bool(next_receipt(number)) == any(letter.isdecimal() for letter in number)
