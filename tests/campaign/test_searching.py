"""Who is found by what is typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.searching import Wanted, plain, wanted
from campaign.subject import Subject, subject_bytes

AN = subject_bytes(Subject(number="031195004417", old_number="031234567", name="Nguyễn Thị Thủy Đan"))
FORM = "0190a3c4-7d1e-7abc-8def-0123456789AB"


def found(text: str, subject: bytes | None = AN, form_id: str = FORM) -> bool:
    looked_for = wanted(text)
    assert looked_for is not None, f"{text} is too short"
    return looked_for.fits(form_id, subject)


@pytest.mark.parametrize(
    "text",
    ["4417", "00 4417", "031195004417", "031 195 004 417", "031.195.004.417", "4567", "  4417 "],
)
def test_the_end_of_a_number_or_of_the_old_one(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize("text", ["0311", "44170", "4418"])
def test_other_digits_find_nobody(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    "text",
    [
        "nguyen",
        "NGUYỄN",
        "nguyên",
        "Thủy",
        "thuỷ",
        "thuy",
        "đan",
        "dan",
        "đan nguyễn",
        "ng th d",
        "Nguyễn Thị Thủy Đan",
        unicodedata.normalize("NFD", "Nguyễn"),
    ],
)
def test_words_of_a_name_with_or_without_their_marks(text: str) -> None:
    assert found(text)


@pytest.mark.parametrize("text", ["nguyện", "nguyển", "guyen", "thùy", "đán", "hoa", "nguyen hoa", "ngữ", "nguyễnn"])
def test_a_mark_that_is_typed_must_be_there(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize("text", [FORM, FORM.lower(), "456789ab", "89AB"])
def test_the_end_of_a_forms_id(text: str) -> None:
    assert found(text)
    assert not found(text, form_id="phieu-TK-0001")


def test_a_forms_id_of_digits_or_letters_alone() -> None:
    assert found("0001", form_id="phieu-TK-0001")
    assert found("tk-0001", form_id="phieu-TK-0001")
    assert found("abcd", form_id="phieu-abcd")


@pytest.mark.parametrize("text", ["", " ", "1", "123", "1.2 3", "n", "ễ", "a1", "?!1", "nguyen 1"])
def test_too_little_to_tell_anybody_apart(text: str) -> None:
    assert wanted(text) is None


def test_who_is_erased_or_unreadable_is_found_by_the_form_alone() -> None:
    assert not found("4417", None)
    assert not found("nguyen", b"no subject")
    assert found("456789ab", None)
    assert not Wanted(form="tk-0001").fits(FORM, AN)
    assert not found("nguyen", subject_bytes(Subject(number="031195004417")))
    assert not found("4417", subject_bytes(Subject(name="Nguyễn Thị An")))


NAMES = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxy àảãáạềểễếệ", min_size=1).filter(lambda name: len(plain(name)) > 1)


@given(NAMES)
def test_every_name_is_found_by_its_words_and_by_their_plain_spelling(name: str) -> None:
    name = " ".join(name.split())
    subject = subject_bytes(Subject(name=name))
    assert found(name, subject, "x")
    assert found(plain(name), subject, "x")
    assert found(name.upper(), subject, "x")


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    looked_for = wanted(text)
    assert looked_for is None or looked_for.fits(FORM, AN) in (True, False)
