"""Numbers, names and what they tell."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.identity import (
    NumberFacts,
    is_cmnd,
    is_personal_number,
    mask,
    normalise_name,
    normalise_number,
    person_key,
)
from campaign.refusal import InputRefused
from tests.campaign.cards import RULES


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("031195004417", "031195004417"),
        ("031 195 004 417", "031195004417"),
        ("031.195.004.417", "031195004417"),
        ("031. 824  175", "031824175"),
        ("", None),
        (" 031195004417", None),
        ("031195004417.", None),
        ("031-195-004-417", None),
        ("03119500441x", None),
        ("０３１１９５００４４１７", None),
        ("٠٣١١٩٥٠٠٤٤١٧", None),
    ],
)
def test_a_number_may_be_typed_in_groups(typed: str, digits: str | None) -> None:
    assert normalise_number(typed) == digits


@pytest.mark.parametrize(
    "text", ["03119500441", "0311950044170", "03119500441A", "031195004417\n", "０３１１９５００４４１７"]
)
def test_a_personal_number_is_twelve_ascii_digits(text: str) -> None:
    assert is_personal_number("031195004417")
    assert not is_personal_number(text)
    with pytest.raises(InputRefused, match="id_not_12_digits"):
        RULES.numbers.facts(text)


def test_a_cmnd_has_nine_digits() -> None:
    assert is_cmnd("031824175")
    assert not is_cmnd("03182417")
    assert not is_cmnd("031824175\n")


@pytest.mark.parametrize(
    ("number", "facts"),
    [
        ("031090123456", NumberFacts("031", "Hải Phòng", "male", 1990)),
        ("031195004417", NumberFacts("031", "Hải Phòng", "female", 1995)),
        ("001200000001", NumberFacts("001", "Hà Nội", "male", 2000)),
        ("079307000001", NumberFacts("079", "Hồ Chí Minh", "female", 2007)),
        ("096999000001", NumberFacts("096", "Cà Mau", "female", 2399)),
        ("003000000000", NumberFacts("003", None, "male", 1900)),
    ],
)
def test_a_number_tells_place_sex_and_year(number: str, facts: NumberFacts) -> None:
    assert RULES.numbers.facts(number) == facts


def test_every_number_tells_something() -> None:
    assert len(RULES.numbers.places) == 63
    for digit in "0123456789":
        facts = RULES.numbers.facts(f"031{digit}42000000")
        assert facts.birth_year == 1900 + int(digit) // 2 * 100 + 42
        assert facts.sex == ("female" if int(digit) % 2 else "male")


def test_only_the_last_four_digits_are_shown() -> None:
    assert mask("031195004417") == "4417"
    assert mask("031824175") == "4175"


def test_a_name_is_composed_and_evenly_spaced_and_keeps_its_case() -> None:
    assert normalise_name("\u2003NGUYỄN\u00a0 Thi\u0323\tlan ") == "NGUYỄN Thị lan"


def test_a_person_is_known_in_any_writing_of_the_name() -> None:
    decomposed = unicodedata.normalize("NFD", "nguyễn  THỊ\u00a0lan")
    assert person_key(decomposed) == person_key("Nguyễn Thị Lan") == "nguyễn thị lan"
    assert person_key("Nguyễn Thị Lân") != person_key("Nguyễn Thị Lan")


@given(st.text())
def test_names_and_keys_stay_what_they_became(text: str) -> None:
    name = normalise_name(text)
    assert normalise_name(name) == name
    assert unicodedata.is_normalized("NFC", name)
    assert person_key(name) == person_key(text)


@given(st.from_regex(r"[0-9]{1,12}", fullmatch=True), st.sampled_from([" ", ".", ""]))
def test_grouping_never_changes_the_digits(digits: str, between: str) -> None:
    assert normalise_number(between.join(digits)) == digits
