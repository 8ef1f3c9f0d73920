"""What text may come in at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.refusal import InputRefused
from campaign.scan_text import refuse_forbidden, refuse_spoiled, trim
from tests.campaign.cards import OTHER_QR, qr, refusal_of

SYLLABLES = [
    "An",
    "Bình",
    "Châu",
    "Duyên",
    "Đặng",
    "Đỗ",
    "Đức",
    "Giang",
    "Hà",
    "Hải",
    "Hòa",
    "Hoà",
    "Hữu",
    "Khánh",
    "Kiều",
    "Lã",
    "Lê",
    "Lý",
    "Mỹ",
    "Ngô",
    "Nguyễn",
    "Phạm",
    "Phượng",
    "Quý",
    "Tạ",
    "Thuỷ",
    "Tô",
    "Trần",
    "Tú",
    "Uyên",
    "Vũ",
    "Xã",
    "Xô",
    "Yến",
    "Y",
    "Ê",
    "Ô",
    "Ngã",
    "H’Hen",
]
names = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=6)


def through(text: str, page: str) -> str:
    """UTF-8 as a program shows it that takes it for a code page; undefined bytes come through as C1 controls."""
    return "".join(bytes([byte]).decode(page, "ignore") or chr(byte) for byte in text.encode())


def spoiled(text: str) -> bool:
    return {"": False, "encoding": True}[refusal_of(partial(refuse_spoiled, text))]


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [
        (" \r\n\t031195004417\t\n\r ", "031195004417"),
        ("\ufeff031195004417", "031195004417"),
        ("\ufeff 031195004417", "031195004417"),
        ("\ufeff\ufeff031195004417", "\ufeff031195004417"),
        (" \ufeff031195004417", "\ufeff031195004417"),
        ("\u00a0031195004417", "\u00a0031195004417"),
        ("\x0b031195004417", "\x0b031195004417"),
        ("\ufeff \t\n", ""),
    ],
)
def test_one_byte_order_mark_and_outer_space_go(text: str, trimmed: str) -> None:
    assert trim(text) == trimmed


@pytest.mark.parametrize("page", ["cp1252", "cp1258", "latin-1", "cp437", "cp850"])
@pytest.mark.parametrize("text", [qr(), OTHER_QR, "Nguyễn", "Hà", "Đỗ", "đ", "Ư", "\ufeff031195004417", "H’Hen"])
def test_utf8_read_as_a_code_page_is_spoiled(text: str, page: str) -> None:
    assert spoiled(through(text, page))


def test_the_usual_look_of_it() -> None:
    assert spoiled("Nguyá»…n Thá»‹ Lan")
    assert spoiled("031195004417|031824175|Nguyá»…n Thá» Lan ễ|")  # also where some of it was lost on the way
    assert spoiled("HÃ\u00a0 Nam")


@pytest.mark.parametrize("text", ["\ufffd", "Nguy\ufffdn", "031195004417|\ufffd"])
def test_the_replacement_character_is_spoiled(text: str) -> None:
    assert spoiled(text)


@pytest.mark.parametrize(
    "text",
    [
        "031195004417",
        "LÃ\u00a0THI HOA",  # the bytes of "à", but a capital follows
        "XÃ – HUYỆN",
        "XÃ\u2013AN",
        "Ðà Nẵng",
        "Ðà",
        "“XÃ”",
        "Å\u00a0",
        "á»",
        "ÁÀ Ê Ô",
        "é",
        "\ud800",
        "€",
        "李明",
    ],
)
def test_true_text_is_not(text: str) -> None:
    assert not spoiled(text)


@given(names, st.sampled_from([" ", "\u00a0", "-", ", "]), st.sampled_from([str, str.upper, str.lower]))
def test_no_true_name_is_taken_for_spoiled(words: list[str], between: str, case: Callable[[str], str]) -> None:
    name = case(between.join(words))
    assert not spoiled(name)
    assert not spoiled(unicodedata.normalize("NFD", name))


@given(
    names.filter(lambda words: not "".join(words).isascii()), st.sampled_from(["cp1252", "cp1258", "cp437", "cp850"])
)
def test_every_spoiled_name_is_found(words: list[str], page: str) -> None:
    assert spoiled(through(" ".join(words), page))


@pytest.mark.parametrize(
    "character",
    [
        "\x00",
        "\x07",
        "\x1b",
        "\x1f",
        "\n",
        "\t",
        "\x7f",
        "\x80",
        "\x9f",
        "\ud800",
        "\u202e",
        "\u2066",
        "\u200f",
        "\u061c",
    ],
)
def test_controls_surrogates_and_direction_marks_are_forbidden(character: str) -> None:
    with pytest.raises(InputRefused, match="forbidden_characters"):
        refuse_forbidden(f"Nguyễn{character}Lan")


@pytest.mark.parametrize("character", [" ", "\u00a0", "\u200b", "\u2028", "=", "🙂", "\ufeff", "\u0301"])
def test_other_odd_characters_are_not(character: str) -> None:
    refuse_forbidden(f"Nguyễn{character}Lan")


@given(st.text(st.characters(codec=None)))
def test_exactly_those_categories_are_forbidden(text: str) -> None:
    direction = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    forbidden = any(unicodedata.category(one) in {"Cc", "Cs"} or one in direction for one in text)
    assert refusal_of(partial(refuse_forbidden, text)) == ("forbidden_characters" if forbidden else "")
