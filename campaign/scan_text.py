"""What text may come in at all, whatever it says: trimming, spoiled encodings, forbidden characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from itertools import pairwise

from campaign.refusal import InputRefused

BYTE_ORDER_MARK = "\ufeff"

# Control characters (NUL, C0, DEL, C1), lone surrogates, bidirectional controls.
_FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]",
)

# The bytes of a letter in U+1E80-U+1EFF, where most Vietnamese letters with two marks are.
_VIETNAMESE_BLOCK = re.compile(rb"\xe1[\xba\xbb][\x80-\xbf]")
# Decomposed Vietnamese, general punctuation, a byte order mark.
_PLAUSIBLE = re.compile("[\x00-\x7fĐđ\u0300-\u0303\u0306\u0309\u031b\u0323\u2000-\u206f\ufeff]*")
_NOT_IN_PAGE = 0xFF  # never part of UTF-8


def trim(text: str) -> str:
    """Without one leading byte order mark and all leading or trailing space, CR, LF, TAB."""
    return text.removeprefix(BYTE_ORDER_MARK).strip(" \r\n\t")


def refuse_spoiled(text: str) -> None:
    """Raise InputRefused ``encoding`` for U+FFFD, or for UTF-8 that was read as an 8-bit code page."""
    if "\ufffd" in text or (not text.isascii() and any(_misread(text, page) for page in _PAGES)):
        raise InputRefused("encoding")


def refuse_forbidden(text: str) -> None:
    """Raise InputRefused ``forbidden_characters`` for a control, a lone surrogate or a bidirectional control."""
    if _FORBIDDEN.search(text):
        raise InputRefused("forbidden_characters")


def _page(encoding: str) -> Mapping[str, int]:
    """Character -> byte. Bytes that the page leaves undefined come through as C1 controls, as in Latin-1."""
    page = {chr(byte): byte for byte in range(0xA0)}
    page.update({bytes([byte]).decode(encoding, "ignore"): byte for byte in range(0x80, 0x100)})
    return page


# Windows Western and Vietnamese, and the console pages of both.
_PAGES = tuple(map(_page, ("cp1252", "cp1258", "cp437", "cp850")))


def _misread(text: str, page: Mapping[str, int]) -> bool:
    """Whether non-ASCII ``text`` is UTF-8 seen through ``page``.

    One letter of the Vietnamese block seen so is proof: true text has no "á»…". Letters of two bytes look more like
    true text ("XÃ" before a no-break space is the bytes of "à"), so then the whole text must be UTF-8 of nothing but
    Vietnamese, in which no small letter stands right before a capital.
    """
    seen = bytes(page.get(character, _NOT_IN_PAGE) for character in text)
    if _VIETNAMESE_BLOCK.search(seen):
        return True
    try:
        meant = seen.decode()
    except UnicodeDecodeError:
        return False
    if not _PLAUSIBLE.fullmatch(unicodedata.normalize("NFD", meant)):
        return False
    return not any(left.islower() and not left.isascii() and right.isupper() for left, right in pairwise(meant))
