"""A paper form's barcode is nobody's number, and no card's, however spoiled."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.form_code import is_form_code
from tests.campaign.cards import NUMBER, OTHER_QR, code_of, mrz, mrz_lines, qr

UUID = "0178ab4c-7d3e-7a10-9c55-0123456789ab"
CODES = ["TK-2021-000123", "TK-0001", "HP_LC07_0042", "a-00000001", "CC01-hp-07-000001", "X-" + "9" * 62, UUID]


@pytest.mark.parametrize("text", CODES)
def test_a_form_is_named(text: str) -> None:
    assert is_form_code(text)
    assert code_of(text) == "unknown_format"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TK-01",  # too short to be meant
        "X-" + "9" * 63,
        "TK000123",
        "TK-ABCDEF",
        "xin-chao",
        "-TK-000123",
        "1TK-000123",
        "TK 000123-1",
        "TK-000123\n",
        "TK-0001²",
        "TK-٠٠٠١٢٣",
        "ĐK-000123",
        "031-195-004-417",
        UUID[:-1],
        UUID.upper()[:8] + UUID[8:-1] + "g",
        *mrz_lines(),
        mrz(),
        NUMBER,
        "031824175",
    ],
)
def test_what_names_none(text: str) -> None:
    assert not is_form_code(text)


@given(st.text(st.sampled_from("Aa0-_|<2 é"), max_size=70))
def test_a_form_code_is_of_the_characters_of_a_form_id(text: str) -> None:
    if is_form_code(text):
        assert re.fullmatch(r"[A-Za-z0-9_-]{6,64}", text)


spoiling = st.sampled_from("sfrxjzwaeod0123456789 ạẻễđ")


@given(st.sampled_from([NUMBER, "031824175", qr(), OTHER_QR, qr(address=""), mrz(), *mrz_lines()]), st.data())
def test_no_card_becomes_a_form_however_its_keys_are_spoiled(card: str, data: st.DataObject) -> None:
    """Separators swallowed, letters doubled, changed or lost; what an input method leaves alone is the beginning."""
    kept = 4
    spoiled = "".join(
        data.draw(st.one_of(st.just(""), st.just(letter), st.just(letter * 2), spoiling)) for letter in card[kept:]
    )
    assert not is_form_code(card[:kept] + spoiled)
    assert not is_form_code(re.sub(r"[|<]", "", card))
