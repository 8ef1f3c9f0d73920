"""The QR of the chip card."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.card_holder import CardHolder
from tests.campaign.cards import NUMBER, TODAY, code_of, qr, read


def test_a_whole_card() -> None:
    scan = read(qr())
    assert scan.format == "qr"
    assert scan.holder == CardHolder(
        number=NUMBER,
        old_number="031824175",
        name="Nguyễn Thị Lan",
        birth_date="1995-06-15",
        sex="female",
        issue_date="2021-04-02",
    )
    assert scan.warnings == ()
    assert scan.address == "Tổ 5, Vĩnh Niệm, Lê Chân, Hải Phòng"


def test_the_command_line_gets_six_keys_and_no_address() -> None:
    assert read(qr(old="", issued="")).to_dict() == {
        "format": "qr",
        "holder": {
            "number": NUMBER,
            "old_number": None,
            "name": "Nguyễn Thị Lan",
            "birth_date": "1995-06-15",
            "sex": "female",
            "issue_date": None,
        },
        "warnings": ["issue_date_missing"],
    }


def test_empty_fields_are_absent() -> None:
    scan = read(qr(old=" ", name="  ", address=""))
    assert (scan.holder.old_number, scan.holder.name, scan.address) == (None, None, None)
    assert scan.warnings == ()


@pytest.mark.parametrize("text", ["|", "a|b", "031195004417|||||", qr().rpartition("|")[0], "Xin chào|bạn"])
def test_fewer_than_seven_fields(text: str) -> None:
    assert code_of(text) == "field_count"


@pytest.mark.parametrize(
    "number", ["", "03119500441", "0311950044170", "03119500441O", "０３１１９５００４４１７", "031 195 004 417"]
)
def test_the_number_is_twelve_digits(number: str) -> None:
    assert code_of(qr(number)) == "id_not_12_digits"


@pytest.mark.parametrize(
    "born", ["", "1995", "1995-06-15", "15/06/1995", "31061995", "29021900", "31121899", "00001960", "15０61995"]
)
def test_the_birth_date_is_a_day_since_1900(born: str) -> None:
    assert code_of(qr(born=born)) == "birth_date_invalid"


def test_the_birth_date_is_judged_by_the_business_day() -> None:
    assert code_of(qr(born="09042021", issued="")) == "birth_date_future"
    assert read(qr(born="08042021", issued="")).holder.birth_date == "2021-04-08"
    assert read(qr(born="09042021", issued=""), date(2021, 4, 9)).holder.birth_date == "2021-04-09"


@pytest.mark.parametrize("issued", ["2021", "2021-04-02", "31042021", "14061995", " ", "x"])
def test_the_issue_date_is_a_day_since_birth(issued: str) -> None:
    assert code_of(qr(issued=issued, tail="|")) == "issue_date_invalid"


def test_the_issue_date_is_judged_by_the_business_day() -> None:
    assert code_of(qr(issued="09042021")) == "issue_date_future"
    assert read(qr(issued="08042021")).holder.issue_date == "2021-04-08"
    assert read(qr(issued="15061995")).holder.issue_date == "1995-06-15"


def test_the_leftmost_bad_field_is_named() -> None:
    assert code_of(qr("1", born="x", issued="x")) == "id_not_12_digits"
    assert code_of(qr(born="x", issued="x")) == "birth_date_invalid"
    assert code_of(qr(born="01012022", issued="x")) == "birth_date_future"


@pytest.mark.parametrize("sex", ["Nữ", "NỮ", "nữ", unicodedata.normalize("NFD", "Nữ")])
def test_female_in_any_writing(sex: str) -> None:
    assert read(qr(sex=sex)).holder.sex == "female"


@pytest.mark.parametrize("sex", ["", "Nu", "F", "M", "female", "Khác"])
def test_another_sex_stays_empty(sex: str) -> None:
    scan = read(qr(sex=sex))
    assert scan.holder.sex is None
    assert scan.warnings == ("sex_unknown",)


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        (qr(sex="Nam"), ["sex_mismatch"]),
        (qr(born="15061994"), ["birth_year_mismatch"]),
        (qr("003195004417"), ["place_code_unknown"]),
        (qr("031395004417"), ["birth_year_mismatch"]),
        (qr("003095004417", born="15061994"), ["place_code_unknown", "sex_mismatch", "birth_year_mismatch"]),
        (qr(old="031000000001"), []),
        (qr(old="B0312345"), ["old_id_unusual"]),
        (qr(tail="|"), []),
        (qr(tail="| |"), []),
        (qr(tail="||Lê Thị Hoa"), ["tail_fields_ignored"]),
        (qr(issued=""), ["issue_date_missing"]),
        (qr("031307004417", born="09042007", issued=""), ["issue_date_missing", "under_14"]),
        (qr("031307004417", born="08042007"), []),
    ],
)
def test_structure_only_warns(text: str, warnings: list[str]) -> None:
    assert list(read(text).warnings) == warnings


def test_an_unusual_old_number_is_kept() -> None:
    assert read(qr(old="B0312345")).holder.old_number == "B0312345"


def test_a_name_is_composed_and_its_case_kept() -> None:
    spread = unicodedata.normalize("NFD", " NGUYỄN \u00a0 Thị\u2003lan ")
    assert read(qr(name=spread)).holder.name == "NGUYỄN Thị lan"


@given(
    st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"], exclude_characters="|\ufffdº»║╗"), max_size=60),
    st.dates(date(1900, 1, 1), TODAY),
    st.sampled_from(["Nam", "Nữ"]),
)
def test_any_card_of_a_name_and_a_day_is_read(name: str, born: date, sex: str) -> None:
    holder = read(qr(name=name, born=f"{born:%d%m}{born.year:04}", sex=sex, issued="", address="Hải Phòng ễ")).holder
    assert holder.name == (" ".join(unicodedata.normalize("NFC", name).split()) or None)
    assert holder.birth_date == born.isoformat()
    assert holder.sex == {"Nam": "male", "Nữ": "female"}[sex]
