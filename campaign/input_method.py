"""What a Vietnamese input method leaves of a scan that comes as keys: Telex and VNI write tones with letters or digits.

This only tells whether one is on. What is refused, and what warns, is for `campaign.scan` to say.
"""

from __future__ import annotations

import re

from campaign.identity import normalise_name
from campaign.mrz import looks_like_mrz
from campaign.name_checks import name_warnings
from campaign.qr import FIELDS, SEPARATOR
from campaign.scan_text import trim

_DIGITS = (0, 1, 3, 6)
"""Fields of a QR that hold digits or nothing."""
_NAME = 2
_HEAD_RUN_ON = re.compile(r"[0-9]{9,}[^0-9 .\r\n\t]")
_LINE_OF_MRZ = re.compile(r"[A-Z0-9<\s]*")


def is_spoiled(text: str) -> bool:
    """Whether a scan is a card's, and no longer as a scanner sends it."""
    text = trim(text)
    if SEPARATOR in text:
        fields = text.split(SEPARATOR)
        if len(fields) < FIELDS or not all(fields[place].isdecimal() or not fields[place] for place in _DIGITS):
            return True
        return "name_suspect_ime" in name_warnings(normalise_name(fields[_NAME]))
    if looks_like_mrz(text):
        return not _LINE_OF_MRZ.fullmatch(text)
    # Numbers and the lines of an MRZ are plain letters and digits; a card without its separators runs on.
    return any(letter.isalpha() and not letter.isascii() for letter in text) or _HEAD_RUN_ON.match(text) is not None
