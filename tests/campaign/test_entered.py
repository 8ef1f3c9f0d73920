"""What a person types: checked field by field, filling what a scan left empty."""

from __future__ import annotations

import unicodedata
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.card_holder import CardHolder
from campaign.entered import Entered, holder_from_fields, require_identity
from campaign.refusal import InputRefused
from campaign.scan import Scan
from campaign.subject import Subject, read_subject, subject_bytes
from tests.campaign.cards import NUMBER, OTHER_NUMBER, RULES, TODAY, mrz, qr, read

enter = partial(holder_from_fields, today=TODAY, rules=RULES)
FIELDS = ["number", "old_number", "name", "birth_date", "sex", "commune", "phone"]


def enter_fields(fields: dict[str, str], scan: Scan | None = None) -> Entered:
    return enter(*(fields.get(field) for field in FIELDS), scan=scan)


def test_nothing_typed_is_nothing() -> None:
    nothing = Entered(holder=CardHolder(), commune=None, phone=None, warnings=())
    assert enter() == enter("", " ", "\n", "", "\t", "", "\ufeff") == nothing
    assert nothing.subject() == Subject()


def test_all_fields() -> None:
    entered = enter(
        "031 195 004 417", "031.824.175", " nguyễn  thị lan", "1995-06", "female", "11407", " 0912  345 678 "
    )
    assert entered.holder == CardHolder(
        number=NUMBER, old_number="031824175", name="nguyễn thị lan", birth_date="1995-06", sex="female"
    )
    assert (entered.commune, entered.phone, entered.warnings) == ("11407", "0912 345 678", ())
    assert subject_bytes(entered.subject()).decode() == (
        '{"number":"031195004417","old_number":"031824175","name":"nguyễn thị lan","birth_date":"1995-06",'
        '"sex":"female","commune":"11407","phone":"0912 345 678"}'
    )


def test_nine_digits_are_the_old_number() -> None:
    old_only = CardHolder(old_number="031824175")
    assert enter("031 824 175").holder == enter(old_number="031824175").holder == old_only
    assert enter("031824175", "031.824.175").holder == old_only


@pytest.mark.parametrize("number", ["03119500441", "0311950044170", "x", "０３１１９５００４４１７", "031-195-004-417"])
def test_any_other_number_is_refused(number: str) -> None:
    with pytest.raises(InputRefused, match="id_not_12_digits"):
        enter(number)


def test_nine_digits_beside_another_old_number_are_refused() -> None:
    with pytest.raises(InputRefused, match="id_not_12_digits"):
        enter("031824175", "031824176")


def test_an_unusual_old_number_is_kept() -> None:
    entered = enter(old_number=" B 0312345 ")
    assert entered.holder.old_number == "B 0312345"
    assert entered.warnings == ("old_id_unusual",)


@pytest.mark.parametrize(
    ("typed", "sex"), [("male", "male"), ("female", "female"), ("Nam", "male"), ("nữ", "female"), ("NỮ", "female")]
)
def test_sexes(typed: str, sex: str) -> None:
    assert enter(sex=typed).holder.sex == sex


def test_an_unknown_sex_stays_empty() -> None:
    entered = enter(sex="M")
    assert entered.holder.sex is None
    assert entered.warnings == ("sex_unknown",)


@pytest.mark.parametrize("commune", ["Vĩnh Niệm", "11", "114070", "1140a", "１１４０７"])
def test_a_commune_is_a_code(commune: str) -> None:
    with pytest.raises(InputRefused) as refused:
        enter(commune=commune)
    assert (refused.value.code, refused.value.fields) == ("bad_line", {"field": "commune"})
    assert enter(commune="318").commune == "318"


def test_birth_dates_are_judged_by_the_business_day() -> None:
    with pytest.raises(InputRefused, match="birth_date_invalid"):
        enter(birth_date="15061995")
    with pytest.raises(InputRefused, match="birth_date_future"):
        enter(birth_date="2021-05")


@pytest.mark.parametrize("field", FIELDS)
def test_no_field_takes_any_text(field: str) -> None:
    for text, code in [
        ("1" * 201, "too_long"),
        (" " * 201, "too_long"),
        ("a\ufffdb", "encoding"),
        ("Nguyá»…n", "encoding"),
        ("a\x00b", "forbidden_characters"),
        ("a\nb", "forbidden_characters"),
        ("\u202eb", "forbidden_characters"),
    ]:
        with pytest.raises(InputRefused) as refused:
            enter_fields({field: text})
        assert refused.value.code == code


def test_the_leftmost_bad_field_is_named() -> None:
    with pytest.raises(InputRefused, match="id_not_12_digits"):
        enter("1", name="\x00", birth_date="x")
    with pytest.raises(InputRefused, match="forbidden_characters"):
        enter(name="\x00", birth_date="x")
    with pytest.raises(InputRefused, match="birth_date_invalid"):
        enter(birth_date="x", commune="x")


def test_fields_warn_as_a_scan_does() -> None:
    entered = enter("003195004417", name="Lans", birth_date="2010", sex="Nam")
    assert list(entered.warnings) == [
        "place_code_unknown",
        "sex_mismatch",
        "birth_year_mismatch",
        "name_suspect_ime",
        "under_14",
    ]


def test_fields_fill_what_a_scan_left_empty() -> None:
    entered = enter(name="Nguyễn Thị Lan", birth_date="1994", sex="Nam", phone="0912345678", scan=read(NUMBER))
    assert entered.holder == CardHolder(number=NUMBER, name="Nguyễn Thị Lan", birth_date="1994", sex="male")
    assert entered.warnings == ("sex_mismatch", "birth_year_mismatch")
    with_number = enter(NUMBER, scan=read("031824175"))
    assert with_number.holder == CardHolder(number=NUMBER, old_number="031824175")
    assert enter("031824175", scan=read(mrz())).holder.old_number == "031824175"


def test_what_a_scan_says_stands() -> None:
    scan = read(qr(sex="?"))
    entered = enter(OTHER_NUMBER, "031999999", "Lê An", "1990", "female", scan=scan)
    assert entered.holder == CardHolder(
        number=NUMBER,
        old_number="031824175",
        name="Nguyễn Thị Lan",
        birth_date="1995-06-15",
        sex="female",
        issue_date="2021-04-02",
    )
    assert entered.warnings == ("sex_unknown",)
    assert enter(sex="male", scan=read(qr())).holder.sex == "female"


def test_a_subject_holds_neither_address_nor_issue_date() -> None:
    scan = read(qr(old=""))
    assert subject_bytes(enter(scan=scan).subject()).decode() == (
        '{"number":"031195004417","name":"Nguyễn Thị Lan","birth_date":"1995-06-15","sex":"female"}'
    )


@pytest.mark.parametrize(
    "holder",
    [
        CardHolder(number=NUMBER),
        CardHolder(old_number="031824175", name="Lan", birth_date="1995"),
        CardHolder(name="Lan", birth_date="1995-06-15"),
    ],
)
def test_twelve_digits_or_name_and_birth_date_are_enough(holder: CardHolder) -> None:
    require_identity(holder)


@pytest.mark.parametrize(
    "holder",
    [
        CardHolder(),
        CardHolder(old_number="031824175"),
        CardHolder(old_number="031824175", name="Lan"),
        CardHolder(old_number="031824175", birth_date="1995"),
    ],
)
def test_less_is_refused(holder: CardHolder) -> None:
    with pytest.raises(InputRefused, match="name_and_birth_date_needed"):
        require_identity(holder)


typed = st.text(st.characters(codec=None), max_size=210)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "number": typed | st.just(NUMBER),
            "old_number": typed | st.just("031824175"),
            "name": typed,
            "birth_date": typed | st.just("1995-06"),
            "sex": typed,
            "commune": typed | st.just("11407"),
            "phone": typed,
        },
    ),
    st.sampled_from([None, read(NUMBER), read(qr()), read(mrz())]),
)
def test_any_text_is_taken_or_refused_by_name(fields: dict[str, str], scan: Scan | None) -> None:
    try:
        entered = enter_fields(fields, scan)
    except InputRefused:
        return
    data = subject_bytes(entered.subject())
    assert unicodedata.is_normalized("NFC", data.decode())
    assert read_subject(data) == entered.subject()
