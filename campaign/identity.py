"""The personal number, the old 9-digit CMND, names, and what they tell.

Layout and code tables of the personal number: Nghị định 137/2015/NĐ-CP Điều 13, Thông tư 07/2016/TT-BCA Điều 7.
There is no check digit: the number's structure may warn and never refuses.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from campaign.refusal import InputRefused

Sex = Literal["male", "female"]

PERSONAL_NUMBER_DIGITS = 12
CMND_DIGITS = 9

_TYPED_NUMBER = re.compile(r"[0-9]+(?:[ .]+[0-9]+)*")
_PERSONAL_NUMBER = re.compile(r"[0-9]{12}")
_CMND = re.compile(r"[0-9]{9}")


def normalise_number(text: str) -> str | None:
    """The ASCII digits of a number typed with or without single or grouped spaces and dots; None for any other text."""
    return re.sub(r"[ .]", "", text) if _TYPED_NUMBER.fullmatch(text) else None


def is_personal_number(text: str) -> bool:
    """Exactly 12 ASCII digits."""
    return _PERSONAL_NUMBER.fullmatch(text) is not None


def is_cmnd(text: str) -> bool:
    """Exactly 9 ASCII digits: the number of an old CMND."""
    return _CMND.fullmatch(text) is not None


def mask(number: str) -> str:
    """The last four digits: all that is shown of a number once it is saved."""
    return number[-4:]


def normalise_name(text: str) -> str:
    """Unicode NFC, inner runs of any white space to one space, outer ones removed; the case is kept."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def person_key(name: str) -> str:
    """The name by which a person is recognised beside the birth date: one spelling for any case and spacing."""
    return unicodedata.normalize("NFC", normalise_name(name).casefold())


@dataclass(frozen=True, slots=True)
class NumberFacts:
    """What a personal number says: ``place`` is None for a code that isn't in the table (births abroad)."""

    place_code: str
    place: str | None
    sex: Sex
    birth_year: int


@dataclass(frozen=True, slots=True)
class NumberTables:
    """``places``: 3-digit code -> name; ``centuries``: 4th digit -> (sex, first year of its century)."""

    places: Mapping[str, str]
    centuries: Mapping[str, tuple[Sex, int]]

    def facts(self, number: str) -> NumberFacts:
        """Read 12 ASCII digits; raises InputRefused ``id_not_12_digits`` for anything else."""
        if not is_personal_number(number):
            raise InputRefused("id_not_12_digits")
        sex, first_year = self.centuries[number[3]]
        return NumberFacts(number[:3], self.places.get(number[:3]), sex, first_year + int(number[4:6]))
