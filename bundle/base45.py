"""Base45 (RFC 9285): bytes in the characters that a QR code holds most densely."""

from __future__ import annotations

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {character: value for value, character in enumerate(_ALPHABET)}


def encode(data: bytes) -> str:
    """Two bytes are three characters, a last single byte two, the lowest digit first."""
    characters = []
    for start in range(0, len(data), 2):
        pair = data[start : start + 2]
        value = int.from_bytes(pair)
        for _ in range(len(pair) + 1):
            value, digit = divmod(value, 45)
            characters.append(_ALPHABET[digit])
    return "".join(characters)


def decode(text: str) -> bytes:
    """The inverse of `encode`. Raises ValueError for any other text."""
    if len(text) % 3 == 1:
        raise ValueError("no byte ends in one character")
    data = bytearray()
    try:
        for start in range(0, len(text), 3):
            digits = [_VALUES[character] for character in text[start : start + 3]]
            value = sum(digit * 45**place for place, digit in enumerate(digits))
            data += value.to_bytes(len(digits) - 1)
    except (KeyError, OverflowError) as reason:
        raise ValueError("not base45") from reason
    return bytes(data)
