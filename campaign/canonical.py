"""Canonical JSON: the one byte form of every document, entry, body and subject.

UTF-8, compact, NFC, only ``"``, ``\\`` and U+0000-001F escaped, integers below 2^53, no fractions, no duplicate keys,
lists and objects at most 16 deep with the outermost as 1 (docs/bundle-format.md, the opening section). Key order is
the order given, so that bytes can be compared, hashed and signed without another agreement.
"""

from __future__ import annotations

import unicodedata
from typing import TypeVar

import msgspec

from campaign.refusal import InputRefused

T = TypeVar("T")

MAX_INTEGER = 2**53 - 1
MAX_DEPTH = 16

type_error = (msgspec.MsgspecError, UnicodeError, ValueError, RecursionError)
"""What msgspec raises for bytes that are not JSON, or not of a type."""


def encode(value: object) -> bytes:
    """The canonical bytes of a value whose text is NFC already (see `nfc`)."""
    return msgspec.json.encode(value)


def nfc(text: str) -> str:
    """Unicode NFC: the only form in which text is stored, hashed or compared."""
    return unicodedata.normalize("NFC", text)


def is_composed(data: bytes) -> bool:
    """Whether all the text of a JSON document without escaped letters is NFC; looked at as a whole, for no accent joins
    what stands between its strings."""
    return data.isascii() or unicodedata.is_normalized("NFC", data.decode())


def decode(data: bytes) -> object:
    """Any value in canonical form, keys in the order of the bytes.

    Raises InputRefused("not_canonical") for bytes that are not their own re-serialisation or break a limit.
    """
    try:
        value: object = msgspec.json.decode(data)
        exact = encode(value) == data
    except type_error:
        raise InputRefused("not_canonical") from None
    if not exact or not _within_limits(value, MAX_DEPTH):
        raise InputRefused("not_canonical")
    return value


def _within_limits(value: object, depth: int) -> bool:
    match value:
        case bool() | None:
            return True
        case int():
            return -MAX_INTEGER <= value <= MAX_INTEGER
        case str():
            return unicodedata.is_normalized("NFC", value)
        case list():
            return depth > 0 and all(_within_limits(item, depth - 1) for item in value)
        case dict():
            return depth > 0 and all(
                unicodedata.is_normalized("NFC", key) and _within_limits(item, depth - 1) for key, item in value.items()
            )
        case _:  # a fraction
            return False


def read_exactly(data: bytes, shape: type[T]) -> T:
    """`data` as `shape`, refused unless it is canonical and has exactly the shape's keys in the shape's order.

    Raises InputRefused("not_canonical").
    """
    try:
        value = msgspec.json.decode(data, type=shape)
        exact = encode(value) == data
    except type_error:
        raise InputRefused("not_canonical") from None
    if not exact:
        raise InputRefused("not_canonical")
    decode(data)  # the limits that a shape does not state
    return value
