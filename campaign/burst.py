"""One burst of a scanner, taken apart into payloads: a card read twice counts once, two cards are refused."""

from __future__ import annotations

import re
from itertools import groupby

from campaign.identity import CMND_DIGITS, PERSONAL_NUMBER_DIGITS, is_cmnd, is_personal_number, normalise_number
from campaign.mrz import looks_like_mrz
from campaign.refusal import InputRefused
from campaign.scan_text import trim

_TERMINATORS = re.compile(r"[\r\n\t]+")

# Where a payload begins that no terminator parts from the one before it.
_BEGINNINGS = re.compile(
    "|".join(
        (
            # the head of a chip card's QR: number, old number, a name, ddMMyyyy
            r"(?=[0-9]{12}\|(?:[0-9]{9}|[0-9]{12})?\|[^|]*\|[0-9]{8}\|)",
            # a number, alone or as the head of any QR, right behind a date of the QR before it
            r"(?<=\|[0-9]{8})(?=[0-9]{12}(?:\||\Z)|[0-9]{9}\Z)",
            # the first line of an MRZ, or a number right behind the fillers of its last line
            r"(?=IDVNM[A-Z0-9<]{25})",
            r"(?<=<)(?=(?:[0-9]{9}|[0-9]{12})\Z)",
        )
    )
)


def single_payload(text: str) -> tuple[str, bool]:
    """The one payload of a trimmed burst, the line ends of an MRZ removed, and whether it came more than once.

    Raises InputRefused ``multiple_scans`` for two different payloads, with or without a terminator between them.
    What holds a terminator and yet only one payload comes back as it is.
    """
    parts = [part for line in _TERMINATORS.split(text) if (part := trim(line))]
    payloads: list[str] = []
    for in_mrz, run in groupby(parts, looks_like_mrz):
        for part in ["".join(run)] if in_mrz else run:
            payloads += _payloads(part)
    if len(set(payloads)) == 1:
        return payloads[0], len(payloads) > 1
    if len(set(filter(_is_recognised, payloads))) > 1:
        raise InputRefused("multiple_scans")
    return text, False


def _payloads(part: str) -> list[str]:
    digits = normalise_number(part)
    if digits is not None:
        return _numbers(digits)
    period = (part + part).find(part, 1)
    if period < len(part) and _is_recognised(part[:period]):
        return [part[:period]] * (len(part) // period)
    return [piece for cut in _BEGINNINGS.split(part) if (piece := trim(cut))]


def _numbers(digits: str) -> list[str]:
    """Digits alone: 9 and 12 are one number, every other multiple of 3 from 18 on can only be several."""
    for size in (PERSONAL_NUMBER_DIGITS, CMND_DIGITS):
        times, rest = divmod(len(digits), size)
        if not rest and digits == digits[:size] * times:
            return [digits[:size]] * times
    if len(digits) >= 2 * CMND_DIGITS and len(digits) % 3 == 0:
        raise InputRefused("multiple_scans")
    return [digits]


def _is_recognised(payload: str) -> bool:
    """Whether it is, or begins as, something that a scanner sends."""
    head = payload.partition("|")[0]
    return is_personal_number(head) or is_cmnd(payload) or looks_like_mrz(payload)
