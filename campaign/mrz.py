"""The machine-readable zone of the chip card: three lines of 30 (TD1), ICAO Doc 9303 parts 3 and 5.

1. ``IDVNM``, last nine digits of the number, check, the number, ``<<``, check over the number and both fillers
2. birth ``yyMMdd``, check, sex, expiry ``yyMMdd``, check, ``VNM``, eleven fillers, composite check over lines 1 and 2
3. ``SURNAME<<OTHER<NAMES``, fillers
"""

from __future__ import annotations

import re
from datetime import date

from campaign.card_holder import CardHolder
from campaign.identity import NumberTables, Sex, is_personal_number, normalise_name
from campaign.refusal import InputRefused

_HEAD = "IDVNM"
_LAYOUT = re.compile(r"[A-Z0-9<]{90}")
_WEIGHTS = (7, 3, 1)
_SEXES: dict[str, Sex] = {"M": "male", "F": "female"}


def looks_like_mrz(text: str) -> bool:
    """Whether it is meant as an MRZ, or a line of one, however damaged."""
    return "|" not in text and ("<<" in text or text[:5].upper() == _HEAD)


def read_mrz(payload: str, *, today: date, numbers: NumberTables) -> tuple[CardHolder, set[str]]:
    """The holder, and the warnings that only the card's own fields tell; line ends are removed already.

    Raises InputRefused ``mrz_layout``, ``unknown_format`` (another state's card), then from left to right
    ``mrz_check_digit`` (a field's own comes before its meaning), ``id_not_12_digits``, ``birth_date_invalid``;
    ``mrz_layout`` also where the expiry is no date.
    """
    if not _LAYOUT.fullmatch(payload):
        raise InputRefused("mrz_layout")
    if not payload.startswith(_HEAD):
        raise InputRefused("unknown_format")
    line1, line2, line3 = payload[:30], payload[30:60], payload[60:]
    warnings = set()
    document_number = _checked(line1[5:14], line1[14])
    optional = _checked(line1[15:29], line1[29])
    number = optional.removesuffix("<<")
    if not is_personal_number(number):
        raise InputRefused("id_not_12_digits")
    if document_number != number[-len(document_number) :]:
        warnings.add("mrz_document_number_mismatch")
    birth_date = _birth_date(_checked(line2[:6], line2[6]), numbers.facts(number).birth_year, today)
    sex = _SEXES.get(line2[7])
    if sex is None:
        warnings.add("sex_unknown")
    expiry = _day(2000, _checked(line2[8:14], line2[14]))  # the first chip card is of 2021
    if expiry is None:
        raise InputRefused("mrz_layout")
    if expiry < today:
        warnings.add("document_expired")
    _checked(line1[5:] + line2[:7] + line2[8:15] + line2[18:29], line2[29])
    name = normalise_name(line3.replace("<", " "))
    if name:
        warnings.add("name_without_diacritics")
    if not line3.endswith("<"):
        warnings.add("name_truncated")
    holder = CardHolder(number=number, name=name or None, birth_date=birth_date.isoformat(), sex=sex)
    return holder, warnings


def _checked(field: str, check: str) -> str:
    """The field, if its check digit is right: weights 7 3 1, A-Z as 10-35, filler as 0, modulo 10."""
    values = (0 if character == "<" else int(character, 36) for character in field)
    if check != str(sum(value * _WEIGHTS[place % 3] for place, value in enumerate(values)) % 10):
        raise InputRefused("mrz_check_digit")
    return field


def _birth_date(yymmdd: str, number_year: int, today: date) -> date:
    """The past day with these two year digits, in the personal number's century where that fits, else the latest."""
    centuries = [number_year // 100 * 100, 2000, 1900]
    if yymmdd[:2] != f"{number_year % 100:02}":
        del centuries[0]
    for century in centuries:
        day = _day(century, yymmdd)
        if day and day <= today:
            return day
    raise InputRefused("birth_date_invalid")


def _day(century: int, yymmdd: str) -> date | None:
    if not yymmdd.isdecimal():
        return None
    try:
        return date(century + int(yymmdd[:2]), int(yymmdd[2:4]), int(yymmdd[4:]))
    except ValueError:
        return None
