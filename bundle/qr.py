"""A receipt as the text of a QR code, for when no stick comes back: raw deflate, then base45 (RFC 9285)."""

from __future__ import annotations

import zlib

from campaign.refusal import InputRefused

MAX_INFLATED = 2**16
"""Bytes of the envelope line."""

_RAW = -zlib.MAX_WBITS
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {digit: value for value, digit in enumerate(_ALPHABET)}


def to_qr_text(line: bytes) -> str:
    """An envelope line as QR's alphanumeric text. Raises InputRefused("too_large") beyond 64 KiB."""
    if len(line) > MAX_INFLATED:
        raise InputRefused("too_large", bytes=len(line), limit=MAX_INFLATED)
    return _base45(zlib.compress(line, 9, _RAW))


def from_qr_text(text: str) -> bytes:
    """The envelope line, still to be read and verified. Raises InputRefused("bad_envelope")."""
    if len(text) % 3 == 1:  # no byte ends in one digit
        raise InputRefused("bad_envelope")
    inflater = zlib.decompressobj(_RAW)
    try:
        line = inflater.decompress(_from_base45(text), MAX_INFLATED + 1)
    except (KeyError, OverflowError, zlib.error):
        raise InputRefused("bad_envelope") from None
    if len(line) > MAX_INFLATED or not inflater.eof or inflater.unused_data:
        raise InputRefused("bad_envelope")
    return line


def _base45(data: bytes) -> str:
    """Two bytes are three digits, a last single byte two, the lowest digit first."""
    digits = []
    for start in range(0, len(data), 2):
        pair = data[start : start + 2]
        value = int.from_bytes(pair)
        for _ in range(len(pair) + 1):
            value, digit = divmod(value, 45)
            digits.append(_ALPHABET[digit])
    return "".join(digits)


def _from_base45(text: str) -> bytes:
    """Raises KeyError for a character of no value, OverflowError for digits that are too large for their bytes."""
    data = bytearray()
    for start in range(0, len(text), 3):
        digits = [_VALUES[digit] for digit in text[start : start + 3]]
        value = sum(digit * 45**place for place, digit in enumerate(digits))
        data += value.to_bytes(len(digits) - 1)
    return bytes(data)
