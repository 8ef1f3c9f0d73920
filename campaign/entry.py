"""One journal entry between its bytes and its meaning.

An entry that is well-formed but not understood keeps its place in the chain and names its ``trouble``; what is not
well-formed is refused.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, get_type_hints

import msgspec
from msgspec import UNSET, Raw, Struct, UnsetType

from campaign.calendar import parse_day, parse_time
from campaign.canonical import decode, encode, is_composed, type_error
from campaign.events import KINDS, Body, Header, kind_of
from campaign.refusal import InputRefused
from campaign.shapes import DayText, TimeText

Trouble = Literal["unknown_kind", "unknown_key", "bad_body", "bad_subject"]

MAX_ENTRY = 64 * 1024 - len("E ")
"""Bytes: what a line of a bundle holds (docs/bundle-format.md, section 3)."""


class Entry(Struct, frozen=True, gc=False):
    """``body`` is None exactly when ``trouble`` says why."""

    data: bytes
    header: Header
    body: Body | None
    trouble: Trouble | None = None


_HEADER = msgspec.json.Decoder(Header)
_BODIES = {kind: msgspec.json.Decoder(body) for kind, body in KINDS.items()}


def _fields_of(body: type[Body], shape: object) -> tuple[str, ...]:
    hints = get_type_hints(body, include_extras=True)
    return tuple(name for name, hint in hints.items() if hint in (shape, shape | UnsetType))


# A pattern cannot know that there is no 30th of February.
_TIMES = {kind: _fields_of(body, TimeText) for kind, body in KINDS.items()}
_DAYS = {kind: _fields_of(body, DayText) for kind, body in KINDS.items()}


def make_entry(
    n: int,
    at: str,
    day: date,
    by: str,
    body: Body,
    *,
    shift: str | None = None,
    device: str | None = None,
    subject: str | None = None,
) -> Entry:
    """A new entry; `at` as `calendar.format_time` gives it, `subject` a commitment.

    It is read back, for nothing in a chain can be taken back and a reader refuses all that follows a bad entry. Raises
    InputRefused("bad_entry"), or `bad_body`, for values that no reader would take, such as a text that is not in NFC.
    """
    header = Header(
        n=n,
        at=at,
        day=day.isoformat(),
        kind=kind_of(type(body)),
        by=by,
        shift=shift or UNSET,
        device=device or UNSET,
        body=Raw(_encoded(body)),
        subject=subject or UNSET,
    )
    made = read_entry(_encoded(header))
    if made.trouble or len(made.data) > MAX_ENTRY:
        raise InputRefused(made.trouble or "bad_entry")
    return made


def _encoded(value: Struct) -> bytes:
    try:
        return encode(value)
    except type_error:  # half a surrogate pair
        raise InputRefused("bad_entry") from None


def read_entry(data: bytes) -> Entry:
    """The entry that `data` is. Raises InputRefused("bad_entry") for bytes that are no well-formed entry."""
    try:
        header = _HEADER.decode(data)
        exact = encode(header) == data
        parse_time(header.at)
        parse_day(header.day)
    except (*type_error, InputRefused):
        raise InputRefused("bad_entry") from None
    if not exact:
        raise InputRefused("bad_entry")
    decoder = _BODIES.get(header.kind)
    if decoder is not None:
        try:
            body = decoder.decode(header.body)
        except type_error:
            pass
        else:
            # A typed body that gives its own bytes back has no fraction, no excess of depth and no large number; and no
            # escape but of `"` and `\`, neither of which an accent joins, so that its text can be looked at as a whole.
            if encode(body) == bytes(header.body) and is_composed(data) and _dates_are_real(header.kind, body):
                return Entry(data, header, body)
    return Entry(data, header, None, _trouble(data, header, decoder))


def _dates_are_real(kind: str, body: Body) -> bool:
    try:
        for name in _TIMES[kind]:
            if text := getattr(body, name):
                parse_time(text)
        for name in _DAYS[kind]:
            if text := getattr(body, name):
                parse_day(text)
    except InputRefused:
        return False
    return True


def _trouble(data: bytes, header: Header, decoder: msgspec.json.Decoder[Body] | None) -> Trouble:
    try:
        whole = decode(data)
    except InputRefused:
        raise InputRefused("bad_entry") from None
    given = whole["body"] if isinstance(whole, dict) else None
    if not isinstance(given, dict):
        raise InputRefused("bad_entry")
    if decoder is None:
        return "unknown_kind"
    try:
        kept = msgspec.json.decode(encode(decoder.decode(header.body)))
    except type_error:
        return "bad_body"
    return "bad_body" if kept == given else "unknown_key"
