"""The machine-readable zone of the chip card."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.card_holder import CardHolder
from tests.campaign.cards import NUMBER, OTHER_NUMBER, check_digit, code_of, mrz, mrz_lines, read

MRZ_ALWAYS = ["name_without_diacritics"]
SPECIMEN = "I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<"


def test_the_check_digits_of_these_tests_are_those_of_the_published_specimen() -> None:
    assert check_digit("D23145890") == SPECIMEN[14]
    assert check_digit("740812") == SPECIMEN[36]
    assert check_digit("120415") == SPECIMEN[44]
    assert check_digit(SPECIMEN[5:30] + SPECIMEN[30:37] + SPECIMEN[38:45] + SPECIMEN[48:59]) == SPECIMEN[59]


@pytest.mark.parametrize("between", ["", "\r", "\n", "\r\n", "\t", " \r\n "], ids=repr)
def test_a_whole_card_with_or_without_line_ends(between: str) -> None:
    scan = read(between.join(mrz_lines()))
    assert scan.format == "mrz_td1"
    assert scan.holder == CardHolder(number=NUMBER, name="NGUYEN THI LAN", birth_date="1995-06-15", sex="female")
    assert list(scan.warnings) == MRZ_ALWAYS
    assert scan.address is None


@pytest.mark.parametrize(
    "text",
    [
        mrz()[:-1],
        mrz() + "<",
        mrz().lower(),
        mrz().replace("NGUYEN", "NGUYỄN"),
        mrz().replace("<", "‹", 1).replace("ID", "id"),
        " ".join(mrz_lines()),
        mrz_lines()[0],
        "\n".join(mrz_lines()[1:]),
        "\n".join([*mrz_lines()[:2], "NGUYỄN<<THỊ<LAN<<<<<<<<<<<<<<<<"]),
        "IDVNM",
        "P<VNMNGUYEN<<THI<LAN<<<<<<<<<<<<<<<<<<<<<<<<\nB1234567<8VNM9506151F3506158<<<<<<<<<<<<<<04",
    ],
)
def test_what_looks_like_one_but_is_not_three_lines_of_thirty(text: str) -> None:
    assert code_of(text) == "mrz_layout"


def test_another_states_card_is_no_known_format() -> None:
    assert code_of(SPECIMEN) == "unknown_format"
    assert code_of(mrz(state="I<VNM")) == "unknown_format"


@pytest.mark.parametrize("place", [14, 29, 36, 44, 59])
def test_each_of_the_five_check_digits_is_checked(place: int) -> None:
    text = mrz()
    for digit in "0123456789<A":
        if digit != text[place]:
            assert code_of(text[:place] + digit + text[place + 1 :]) == "mrz_check_digit"


@pytest.mark.parametrize("place", [*range(5, 37), *range(38, 45), *range(48, 60)])
def test_a_misread_digit_is_found(place: int) -> None:
    text = mrz()
    misread = "1" if text[place] in "0<" else "0"
    assert code_of(text[:place] + misread + text[place + 1 :]) == "mrz_check_digit"


@pytest.mark.parametrize("optional", ["03119500441<<<", "03119500441A<<", "031195004417<1", "<" * 14])
def test_the_number_is_twelve_digits_and_two_fillers(optional: str) -> None:
    assert code_of(mrz(optional=optional)) == "id_not_12_digits"


def test_a_foreign_document_number_only_warns() -> None:
    scan = read(mrz(document="123456789"))
    assert scan.holder.number == NUMBER
    assert list(scan.warnings) == [*MRZ_ALWAYS, "mrz_document_number_mismatch"]


@pytest.mark.parametrize("born", ["950631", "951301", "950000", "95<<<<", "<<<<<<", "A50615", "950229"])
def test_a_birth_date_that_no_century_has(born: str) -> None:
    assert code_of(mrz(born=born)) == "birth_date_invalid"


@pytest.mark.parametrize(
    ("number", "born", "read_as"),
    [
        ("031195004417", "950615", "1995-06-15"),
        ("031315004417", "150615", "2015-06-15"),
        ("031115004417", "150615", "1915-06-15"),  # the number says which
        ("031200004417", "000229", "2000-02-29"),
        ("031395004417", "950615", "1995-06-15"),  # 2095 is to come
        ("031195004417", "150615", "2015-06-15"),  # another year than the number's: the latest past one
        ("031195004417", "220615", "1922-06-15"),
        ("031321004417", "210409", "1921-04-09"),  # tomorrow
        ("031321004417", "210408", "2021-04-08"),
    ],
)
def test_two_digits_of_a_year_are_in_the_past(number: str, born: str, read_as: str) -> None:
    assert read(mrz(number, born=born)).holder.birth_date == read_as


@pytest.mark.parametrize(
    ("text", "warnings"),
    [
        (mrz(sex="M"), ["sex_mismatch", *MRZ_ALWAYS]),
        (mrz(sex="<"), ["sex_unknown", *MRZ_ALWAYS]),
        (mrz(sex="X"), ["sex_unknown", *MRZ_ALWAYS]),
        (mrz(expiry="210407"), [*MRZ_ALWAYS, "document_expired"]),
        (mrz(expiry="210408"), MRZ_ALWAYS),
        (mrz(expiry="991231"), MRZ_ALWAYS),  # without limit
        (mrz(OTHER_NUMBER, born="900430", sex="M", name="TRAN<<VAN<BINH"), MRZ_ALWAYS),
        (mrz(born="940615"), ["birth_year_mismatch", *MRZ_ALWAYS]),
        (mrz("003195004417"), ["place_code_unknown", *MRZ_ALWAYS]),
        (mrz("031315004417", born="150615"), [*MRZ_ALWAYS, "under_14"]),
        (mrz(name="NGUYEN<<THI<LAN<ANH<HUONG<GIAN"), [*MRZ_ALWAYS, "name_truncated"]),
        (mrz(name="NGUYEN<<THI<LOANX"), ["name_suspect_ime", *MRZ_ALWAYS]),
        (mrz(name=""), []),
    ],
)
def test_structure_only_warns(text: str, warnings: list[str]) -> None:
    assert list(read(text).warnings) == warnings


@pytest.mark.parametrize("expiry", ["351301", "000000", "<<<<<<"])
def test_an_expiry_that_is_no_date(expiry: str) -> None:
    assert code_of(mrz(expiry=expiry)) == "mrz_layout"


@pytest.mark.parametrize(
    ("field", "name"),
    [("NGUYEN<<THI<LAN", "NGUYEN THI LAN"), ("LE<<AN", "LE AN"), ("HOANG", "HOANG"), ("", None), ("<<<LE", "LE")],
)
def test_names_without_fillers(field: str, name: str | None) -> None:
    assert read(mrz(name=field)).holder.name == name


def test_a_check_comes_before_the_meaning_of_its_field_and_the_left_before_the_right() -> None:
    line1, line2, line3 = mrz_lines(optional="03119500441A<<", born="951301")
    assert code_of(line1[:29] + "X" + line2 + line3) == "mrz_check_digit"
    assert code_of(line1 + line2 + line3) == "id_not_12_digits"
    assert code_of(line1 + line2[:29] + "X" + line3) == "id_not_12_digits"
    impossible = mrz(born="951301", expiry="351301")
    assert code_of(impossible) == "birth_date_invalid"
    assert code_of(impossible[:36] + "X" + impossible[37:]) == "mrz_check_digit"


@given(st.from_regex("[0-9]{3}[0-3][0-9]{8}", fullmatch=True), st.dates(date(1922, 1, 1), date(2021, 4, 8)))
def test_any_card_is_read(number: str, born: date) -> None:
    read_holder = read(mrz(number, born=f"{born:%y%m%d}")).holder
    assert read_holder.number == number
    assert read_holder.birth_date is not None
    assert read_holder.birth_date[2:] == f"{born:%y-%m-%d}"
    assert read_holder.birth_date <= "2021-04-08"
