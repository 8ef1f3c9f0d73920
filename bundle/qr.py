"""A receipt as the text of a QR code, for when no stick comes back (docs/bundle-format.md, section 4)."""

from __future__ import annotations

import re
import zlib

from bundle import base45
from campaign.refusal import InputRefused

MAX_INFLATED = 2**16
"""Bytes of the envelope line."""
FEWEST = 200
"""Characters: a key id, a head and a signature alone are 128 bytes that don't deflate, which base45 makes 192 of."""

_RAW = -zlib.MAX_WBITS
_BASE45 = re.compile(r"(?=[0-9 ]*[A-Z$%*+./:-])[0-9A-Z $%*+./:-]+")
"""With something in it that is neither digit nor space: a number that was read twenty times is none."""


def to_qr_text(line: bytes) -> str:
    """An envelope line, deflated, as QR's alphanumeric text, which neither begins nor ends with a space: that would be
    lost where a scanner plays keyboard. Raises InputRefused("too_large") beyond 64 KiB.
    """
    if len(line) > MAX_INFLATED:
        raise InputRefused("too_large", bytes=len(line), limit=MAX_INFLATED)
    text = base45.encode(_deflated(line))
    return base45.encode(_deflated(line, after_nothing=True)) if text.startswith(" ") else text


def is_receipt_text(text: str) -> bool:
    """Whether a scan is meant as a receipt, be it one or not: no card, form or number is so long in these signs alone.

    A card's QR has bars between its fields, an MRZ fillers.
    """
    return len(text) >= FEWEST and _BASE45.fullmatch(text) is not None


def from_qr_text(text: str) -> bytes:
    """The envelope line, still to be read and verified. Raises InputRefused("bad_envelope")."""
    inflater = zlib.decompressobj(_RAW)
    try:
        line = inflater.decompress(base45.decode(text), MAX_INFLATED + 1)
    except (ValueError, zlib.error):
        raise InputRefused("bad_envelope") from None
    if len(line) > MAX_INFLATED or not inflater.eof or inflater.unused_data:
        raise InputRefused("bad_envelope")
    return line


def _deflated(line: bytes, *, after_nothing: bool = False) -> bytes:
    """``after_nothing``: an empty block comes first, whose zeros are "000"."""
    deflater = zlib.compressobj(9, wbits=_RAW)
    first = deflater.flush(zlib.Z_SYNC_FLUSH) if after_nothing else b""
    return first + deflater.compress(line) + deflater.flush()
