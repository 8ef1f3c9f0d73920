"""The number of a fee receipt (biên lai): as printed, and the next one of the same book."""

from __future__ import annotations

import re

from campaign.identity import normalise_name
from campaign.refusal import InputRefused
from campaign.scan_text import refuse_forbidden, refuse_spoiled, trim

MAX_RECEIPT_CHARACTERS = 40

_LAST_DIGITS = re.compile(r"[0-9]+(?=[^0-9]*\Z)")


def receipt_number(text: str) -> str:
    """Without space around it, in NFC; "" for none.

    Raises InputRefused ``too_long``, ``encoding``, ``forbidden_characters``.
    """
    text = trim(text)
    if len(text) > MAX_RECEIPT_CHARACTERS:
        raise InputRefused("too_long")
    refuse_spoiled(text)
    refuse_forbidden(text)
    return normalise_name(text)


def next_receipt(number: str) -> str:
    """`AB/21P 0012400` after `AB/21P 0012399`: the last run of digits goes on, as wide as it was; "" without digits."""
    found = _LAST_DIGITS.search(number)
    if found is None:
        return ""
    digits = found.group()
    return f"{number[: found.start()]}{int(digits) + 1:0{len(digits)}}{number[found.end() :]}"
