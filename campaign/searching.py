"""What somebody looks for among the logged: the end of a number, words of a name, or a form's id."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec
from msgspec import UNSET, Struct, UnsetType

from campaign.canonical import type_error
from campaign.identity import normalise_number

FEWEST_DIGITS = 4
"""Of a number or a form's id: fewer would find half of the day."""
FEWEST_LETTERS = 2

_FORM_ID = re.compile(rf"[a-z0-9_-]{{{FEWEST_DIGITS},64}}")
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_MARKS = dict.fromkeys(range(0x300, 0x370))

_Letters = Sequence[tuple[str, frozenset[str]]]


class _Searched(Struct, frozen=True):
    """The part of a subject that is searched; its other keys are passed over."""

    number: str | UnsetType = UNSET
    old_number: str | UnsetType = UNSET
    name: str | UnsetType = UNSET


_SEARCHED = msgspec.json.Decoder(_Searched)


def plain(text: str) -> str:
    """Small letters without marks and single spaces, so that `du hang` finds Dư Hàng."""
    parted = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return " ".join(parted.translate(_MARKS).split())


@dataclass(frozen=True, slots=True)
class Wanted:
    """``digits`` end a number, or an old one; each of ``words`` begins a word of the name; ``form`` ends a form's id.

    What is typed without marks is found with any; a mark that is typed must be there.
    """

    digits: str = ""
    words: tuple[str, ...] = ()
    form: str = ""

    def fits(self, form_id: str, subject: bytes | None) -> bool:
        """Whether an application is meant; ``subject`` is the bytes of its subject, None where they are not held."""
        if self.form and form_id.casefold().endswith(self.form):
            return True
        if subject is None or not (self.digits or self.words):
            return False
        try:
            person = _SEARCHED.decode(subject)
        except type_error:  # kept, but not to be read
            return False
        if self.digits:
            return any(number.endswith(self.digits) for number in (person.number, person.old_number) if number)
        return bool(person.name) and _fits(self.words, str(person.name))


def wanted(text: str) -> Wanted | None:
    """What a text looks for; None where it is too short to tell anybody apart.

    Digits may be typed with spaces or dots, as a number is. A text of letters may be words of a name, or the end of a
    form's id.
    """
    text = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    digits = normalise_number(text)
    form = text if _FORM_ID.fullmatch(text) else ""
    if digits is not None:
        return Wanted(digits=digits, form=form) if len(digits) >= FEWEST_DIGITS else None
    words = tuple(text.split()) if not any(letter.isdigit() for letter in text) else ()
    if len(plain(text)) < FEWEST_LETTERS or not (form or words):
        return None
    return Wanted(words=words, form=form)


def _fits(words: tuple[str, ...], name: str) -> bool:
    bare = f" {plain(name)}"
    if not all(beginning in bare for beginning in _beginnings(words)):
        return False
    marked = [word for word in words if plain(word) != word]
    parts = [_parted(part) for part in name.casefold().split()] if marked else []
    return all(any(_begins(part, _parted(word)) for part in parts) for word in marked)


@lru_cache(maxsize=8)
def _beginnings(words: tuple[str, ...]) -> tuple[str, ...]:
    """How words that fit begin in a plain name."""
    return tuple(f" {plain(word)}" for word in words)


def _parted(word: str) -> tuple[_Letters, frozenset[str]]:
    """A word's letters with the marks of each, and its tone apart: it may stand on either of two letters."""
    letters: list[tuple[str, frozenset[str]]] = []
    tones: set[str] = set()
    for letter in unicodedata.normalize("NFC", word):
        bare, *marks = list(unicodedata.normalize("NFD", letter))
        tones.update(mark for mark in marks if mark in _TONES)
        mine = frozenset(mark for mark in marks if mark not in _TONES)
        letters.append(("d", frozenset("đ")) if bare == "đ" else (bare, mine))
    return letters, frozenset(tones)


def _begins(part: tuple[_Letters, frozenset[str]], word: tuple[_Letters, frozenset[str]]) -> bool:
    (letters, tones), (typed, typed_tones) = part, word
    return (
        typed_tones <= tones
        and len(typed) <= len(letters)
        and all(
            bare == other and marks <= others for (bare, marks), (other, others) in zip(typed, letters, strict=False)
        )
    )
