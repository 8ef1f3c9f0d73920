"""The personal data of an application: its one byte form, and the texts by which a person is found again."""

from __future__ import annotations

import unicodedata

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.refusal import InputRefused
from campaign.subject import Subject, mark_texts, read_subject, subject_bytes
from tests.journal_strategies import structs

subjects = structs(Subject).filter(lambda subject: not _impossible(subject))


def _impossible(subject: Subject) -> bool:
    """A birth date that the pattern admits and the calendar doesn't."""
    try:
        read_subject(msgspec.json.encode(subject))
    except InputRefused:
        return True
    return False


MAI = Subject(
    number="031199000017",
    old_number="031234567",
    name="Nguyễn Thị Mai",
    birth_date="1999-02-28",
    sex="female",
    commune="11404",
    phone="0912 345 678",
    note="Đã hẹn ngày khác",
)


def test_its_bytes() -> None:
    assert (
        subject_bytes(MAI)
        == (
            '{"number":"031199000017","old_number":"031234567","name":"Nguyễn Thị Mai","birth_date":"1999-02-28",'
            '"sex":"female","commune":"11404","phone":"0912 345 678","note":"Đã hẹn ngày khác"}'
        ).encode()
    )
    assert subject_bytes(Subject()) == b"{}"
    assert read_subject(subject_bytes(MAI)) == MAI
    assert read_subject(b"{}") == Subject()


@given(subjects)
def test_what_is_written_is_read_back(subject: Subject) -> None:
    assert read_subject(subject_bytes(subject)) == subject


@pytest.mark.parametrize("birth_date", ["1999", "1999-02", "1999-02-28", "2000-02-29", "1875"])
def test_a_birth_date_may_be_a_year_or_a_month(birth_date: str) -> None:
    assert read_subject(f'{{"birth_date":"{birth_date}"}}'.encode()).birth_date == birth_date


@pytest.mark.parametrize(
    "data",
    [
        '{"birth_date":"1999-02-30"}',
        '{"birth_date":"1999-13"}',
        '{"birth_date":"1999-00"}',
        '{"birth_date":"0000"}',
        '{"birth_date":"99"}',
        '{"birth_date":"1999-2-3"}',
        '{"birth_date":"28/02/1999"}',
        '{"number":"03119900001"}',
        '{"number":"0311990000170"}',
        '{"number":"٠٣١١٩٩٠٠٠٠١٧"}',
        '{"number":31199000017}',
        '{"sex":"nam"}',
        '{"commune":"Lê Chân"}',
        '{"name":"Mai\\n"}',
        '{"note":"\x7f"}',
        '{"name":null}',
        '{"name":"Mai","number":"031199000017"}',  # another order
        '{"number":"031199000017","number":"031199000017"}',
        '{"photo":"…"}',
        '{"name": "Mai"}',
        '{"name":"' + unicodedata.normalize("NFD", "Hạnh") + '"}',
        "[]",
        '"Mai"',
        "",
    ],
)
def test_what_is_no_subject(data: str) -> None:
    with pytest.raises(InputRefused, match="bad_subject"):
        read_subject(data.encode())


@given(st.binary() | st.text("}", max_size=1).map(lambda rest: b"{" + rest.encode()))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        subject = read_subject(data)
    except InputRefused:
        return
    assert subject_bytes(subject) == data


def test_text_that_no_reader_would_take_is_not_written() -> None:
    for subject in (
        Subject(name=unicodedata.normalize("NFD", "Hạnh")),
        Subject(number="123"),
        Subject(note="a\nb"),
        Subject(note="\udcff"),
        Subject(birth_date="1999-02-30"),
        Subject(note="x" * 65_536),
    ):
        with pytest.raises(InputRefused, match="bad_subject"):
            subject_bytes(subject)


def test_a_line_of_a_bundle_holds_the_longest_subject() -> None:
    """`S ` + 32 hex digits + a space + the bytes are at most 64 KiB (docs/bundle-format.md, section 3)."""
    longest = 65_536 - 35 - len('{"note":""}')
    assert len(subject_bytes(Subject(note="x" * longest))) == 65_536 - 35
    with pytest.raises(InputRefused, match="bad_subject"):
        subject_bytes(Subject(note="x" * (longest + 1)))


def test_a_person_is_found_by_number_or_with_the_birth_date() -> None:
    assert mark_texts(MAI) == [
        ("number", "031199000017"),
        ("cmnd", "031234567|1999-02-28"),
        ("person", "nguyễn thị mai|1999-02-28"),
    ]
    assert mark_texts(Subject()) == []
    assert mark_texts(Subject(old_number="031234567", name="Nguyễn Thị Mai")) == []
    assert mark_texts(Subject(birth_date="1999")) == []
    assert mark_texts(Subject(old_number="", name="", birth_date="1999")) == []


@pytest.mark.parametrize(
    "name", ["NGUYỄN THỊ MAI", " Nguyễn  Thị\u00a0Mai ", unicodedata.normalize("NFD", "nguyễn thị mai")]
)
def test_a_name_is_found_however_it_was_typed(name: str) -> None:
    assert mark_texts(Subject(name=name, birth_date="1999")) == [("person", "nguyễn thị mai|1999")]


def test_tone_marks_tell_names_apart() -> None:
    one, other = (mark_texts(Subject(name=name, birth_date="1999")) for name in ("Nguyễn Thị Mai", "Nguyễn Thị Mài"))
    assert one != other


@given(subjects)
def test_texts_of_marks_are_composed_and_strongest_first(subject: Subject) -> None:
    texts = mark_texts(subject)
    assert [kind for kind, _ in texts] == [kind for kind in ("number", "cmnd", "person") if kind in dict(texts)]
    assert all(unicodedata.is_normalized("NFC", text) for _, text in texts)
