"""A scan from end to end: which format, which code first, which warnings."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import campaign
from campaign.card_holder import CardHolder
from campaign.name_checks import name_warnings
from tests.campaign.cards import (
    DATA,
    NUMBER,
    OTHER_NUMBER,
    OTHER_QR,
    RULES,
    code_of,
    mrz,
    mrz_lines,
    qr,
    read,
)

FILE = json.loads((DATA / "personal_number.json").read_text())["scan"]
ERRORS = {row["id"] for row in FILE["errors"]}
FORMATS = {row["id"] for row in FILE["formats"]}


@pytest.mark.parametrize("text", [NUMBER, f"{NUMBER}\r\n", f" \t{NUMBER}", "031 195 004 417", "031.195.004.417"])
def test_a_number_alone(text: str) -> None:
    scan = read(text)
    assert scan.format == "id12"
    assert scan.holder == CardHolder(number=NUMBER)
    assert scan.warnings == ()


@pytest.mark.parametrize("text", ["031824175", "031 824 175\n", "031.824.175"])
def test_an_old_number_alone(text: str) -> None:
    scan = read(text)
    assert scan.format == "cmnd9"
    assert scan.holder == CardHolder(old_number="031824175")
    assert scan.warnings == ()


def test_a_number_from_abroad_only_warns() -> None:
    assert read("200195004417").warnings == ("place_code_unknown",)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("x" * 1001, "too_long"),
        (" " * 1001, "too_long"),  # before trimming
        ("", "empty"),
        (" \r\n\t", "empty"),
        ("\ufeff\n", "empty"),
        ("\ufffd", "encoding"),
        ("031195004417|031824175|Nguyá»…n|", "encoding"),
        (f"{qr()}\n{OTHER_QR}", "multiple_scans"),
        (f"{NUMBER}{OTHER_NUMBER}", "multiple_scans"),
        ("a\x00b", "forbidden_characters"),
        ("\x00", "forbidden_characters"),
        ("\ud800", "forbidden_characters"),
        (qr(name="Nguyễn\u202eLan"), "forbidden_characters"),
        (qr(name="Nguyễn\nLan"), "forbidden_characters"),
        ("xin chào", "unknown_format"),
        ("03119500441", "unknown_format"),
        ("0311950044170", "unknown_format"),
        ("０３１１９５００４４１７", "unknown_format"),
        ("031195004417Nguyễn Thị Lan15061995Nữ", "unknown_format"),  # the separators were swallowed
        ("<<", "mrz_layout"),
        ("a|b", "field_count"),
        (qr().replace("|", "", 1), "field_count"),
        (qr("x"), "id_not_12_digits"),
        (qr(born="x"), "birth_date_invalid"),
    ],
)
def test_refused(text: str, code: str) -> None:
    assert code_of(text) == code


SPOILED = "Nguyá»…n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{SPOILED}\x00" * 200, "too_long"),
        (f"{SPOILED}\x00{qr()}\n{OTHER_QR}", "encoding"),
        (f"{qr()}\n{qr(OTHER_NUMBER, name=chr(0))}", "multiple_scans"),
        ("a\x00|b", "forbidden_characters"),
        ("a|b", "field_count"),
        (qr("1", issued="x"), "id_not_12_digits"),
    ],
)
def test_of_several_faults_the_first_in_order_is_named(text: str, code: str) -> None:
    assert code_of(text) == code


@pytest.mark.parametrize("between", ["", "\n"])
@pytest.mark.parametrize("payload", [qr(), NUMBER, "031824175", mrz()], ids=["qr", "id12", "cmnd9", "mrz"])
def test_a_double_scan_counts_once(payload: str, between: str) -> None:
    once, twice = read(payload), read(f"{payload}{between}{payload}\r\n")
    assert twice.holder == once.holder
    assert twice.warnings == (*once.warnings, "double_scan")


def test_a_thousand_characters_are_still_read() -> None:
    assert read(qr(address="x" * (1000 - len(qr(address="")))))
    assert code_of(qr(address="x" * (1001 - len(qr(address=""))))) == "too_long"


def test_a_name_that_grows_beyond_the_limit_when_composed() -> None:
    growing = "\U0001d160"  # three characters in NFC
    assert code_of(qr(name=growing * 500)) == "too_long"
    assert code_of(qr(old=growing * 500)) == "too_long"


@pytest.mark.parametrize(
    "name",
    [
        "Nguyeexn Thị Lan",
        "Nguyen6 Thi5 Lan",
        "Ddức",
        "Traan",
        "Coong",
        "Huwng",
        "HUWNG",
        "Lans",
        "LANF",
        "Lar",
        "Lax",
        "Laj",
        "Ng",
        "Nguyễn Thj Lan",
        "Đth",
        "Ksor H’Bia",  # a true name that looks so
        "Nguyễn 2",
    ],
)
def test_names_that_an_input_method_may_have_spoiled(name: str) -> None:
    assert read(qr(name=name)).warnings == ("name_suspect_ime",)


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Thị Lan",
        "NGUYỄN THỊ LAN",
        "Đỗ Quý Ý",
        "Ỷ",
        "Y Blô",
        "Tố Uyên",
        "Lê Đ. An",
        "H’Hen Niê",
        "H'Hen Niê",
        "Tôn Nữ-Hoàng",
        "Lý Ư",
        "Nguyên Hoà",
    ],
)
def test_true_names_are_not_suspected(name: str) -> None:
    assert read(qr(name=name)).warnings == ()


@pytest.mark.parametrize(
    "name", ["=Lan", "Lan, Hoa", "Lan/Hoa", "Lan\u200b", "Lan 🙂", "Lan (Hoa)", "La\u0315n", "+Lan", "@Lan"]
)
def test_unusual_characters_are_kept_and_warned_of(name: str) -> None:
    scan = read(qr(name=name))
    assert scan.holder.name == name
    assert scan.warnings == ("name_unusual_characters",)


def test_no_name_is_not_odd() -> None:
    assert list(name_warnings("")) == []


def test_warnings_stand_in_the_data_files_order() -> None:
    text = qr("003095004417", "B1", "Lanx=", "15062010", "?", issued="", tail="|more")
    assert list(read(f"{text}\n{text}").warnings) == [
        "place_code_unknown",
        "birth_year_mismatch",
        "sex_unknown",
        "old_id_unusual",
        "issue_date_missing",
        "tail_fields_ignored",
        "name_unusual_characters",
        "under_14",
        "double_scan",
    ]


def test_every_code_of_the_data_file_is_known_to_the_rules_and_no_other() -> None:
    rules = {"burst", "birth_date", "card_holder", "identity", "mrz", "name_checks", "qr", "scan", "scan_text"}
    source = "".join((Path(campaign.__path__[0]) / f"{rule}.py").read_text() for rule in rules)
    assert set(re.findall(r'InputRefused\("(\w+)"\)', source)) == ERRORS
    assert set(re.findall(r'(?:yield|warnings\.add\() ?"(\w+)"', source)) == set(RULES.warning_order)


def test_the_sexes_are_those_of_the_data_file() -> None:
    read_as = {"Nam": read(qr(sex="Nam")), "Nữ": read(qr()), "M": read(mrz(sex="M")), "F": read(mrz())}
    assert {text: scan.holder.sex for text, scan in read_as.items()} == FILE["sex_values"]


FRAGMENTS = st.sampled_from(
    [
        qr(),
        OTHER_QR,
        qr(tail="||x"),
        mrz(),
        *mrz_lines(OTHER_NUMBER),
        NUMBER,
        "031824175",
        "IDVNM",
        "|",
        "<<",
        "\n",
        "\t",
        " ",
        "\ufeff",
        "\x00",
        "\ud800",
        "\u202e",
        SPOILED,
        "15061995",
        "0",
        "Ễ",
        "e\u0323\u0302",
    ]
)
ANYTHING = st.one_of(
    st.text(st.characters(codec=None)),
    st.lists(FRAGMENTS, max_size=12).map("".join),
    st.lists(st.text(st.characters(codec=None), max_size=20), min_size=5, max_size=9).map("|".join),
    st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<", min_size=85).map(lambda text: "IDVNM" + text),
    st.builds(qr, name=st.text(st.characters(codec=None)), old=st.text(), address=st.text(), sex=st.text()),
)


@given(ANYTHING)
@example("\ufeff\ufeff")
@example("|" * 1000)
@example("0" * 1000)
@example("<" * 90)
@example("IDVNM" + "<" * 85)
@example("IDVNM" + "0" * 85)
def test_any_text_is_read_or_refused_by_name(text: str) -> None:
    code = code_of(text)
    if code:
        assert code in ERRORS
        return
    scan = read(text)
    assert scan.format in FORMATS
    assert set(scan.warnings) <= set(RULES.warning_order)
    for value in [*scan.holder.to_dict().values(), scan.address]:
        assert value is None or (value == value.strip() != "" and unicodedata.is_normalized("NFC", value))
        assert not any(unicodedata.category(character) in {"Cc", "Cs"} for character in value or "")


@given(st.sampled_from([qr(), NUMBER, "031824175", mrz()]), st.integers(0, 120), st.characters(codec=None))
def test_one_spoiled_character_is_refused_by_name_or_read(text: str, place: int, character: str) -> None:
    place %= len(text)
    assert code_of(text[:place] + character + text[place + 1 :]) in {"", *ERRORS}


@given(st.sampled_from([qr(), OTHER_QR, NUMBER, "031824175", mrz()]), st.text(" \r\n\t"), st.text(" \r\n\t"))
def test_outer_space_changes_nothing(text: str, before: str, behind: str) -> None:
    assert read(before + text + behind) == read(text)
