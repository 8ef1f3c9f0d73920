"""A receipt as the text of a QR code, for when no stick comes back (docs/bundle-format.md, section 4)."""

from __future__ import annotations

import zlib

from bundle import base45
from campaign.refusal import InputRefused

MAX_INFLATED = 2**16
"""Bytes of the envelope line."""

_RAW = -zlib.MAX_WBITS


def to_qr_text(line: bytes) -> str:
    """An envelope line, deflated, as QR's alphanumeric text. Raises InputRefused("too_large") beyond 64 KiB."""
    if len(line) > MAX_INFLATED:
        raise InputRefused("too_large", bytes=len(line), limit=MAX_INFLATED)
    return base45.encode(zlib.compress(line, 9, _RAW))


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
