"""The subject: the personal data of one application, apart from its entry, and by what a person is found again."""

from __future__ import annotations

import unicodedata
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from campaign.calendar import parse_day
from campaign.canonical import encode, is_composed, type_error
from campaign.refusal import InputRefused
from campaign.shapes import CommuneCode, Line

MarkKind = Literal["number", "cmnd", "person"]

MAX_SUBJECT = 64 * 1024 - len("S ") - 32 - len(" ")
"""Bytes: what a line of a bundle holds beside the salt (docs/bundle-format.md, section 3)."""


class Subject(Struct, frozen=True, kw_only=True, gc=False):
    """Absent keys are left out; ``birth_date`` is `YYYY[-MM[-DD]]`, ``commune`` a GSO code."""

    number: Annotated[str, Meta(pattern=r"^[0-9]{12}\Z")] | UnsetType = UNSET
    old_number: Line | UnsetType = UNSET
    name: Line | UnsetType = UNSET
    birth_date: Annotated[str, Meta(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\Z")] | UnsetType = UNSET
    sex: Literal["male", "female"] | UnsetType = UNSET
    commune: CommuneCode | UnsetType = UNSET
    phone: Line | UnsetType = UNSET
    note: Line | UnsetType = UNSET


_SUBJECT = msgspec.json.Decoder(Subject)


def subject_bytes(subject: Subject) -> bytes:
    """The bytes that are committed to, stored and sent.

    Raises InputRefused("bad_subject") for values that no reader would take, such as a name that is not in NFC.
    """
    try:
        data = encode(subject)
    except type_error:
        raise InputRefused("bad_subject") from None
    read_subject(data)
    if len(data) > MAX_SUBJECT:
        raise InputRefused("bad_subject")
    return data


def read_subject(data: bytes) -> Subject:
    """The subject that `data` is.

    Raises InputRefused("bad_subject"), also for bytes that are not canonical JSON: a reader of bundles, which refuses
    the whole file for those, asks `canonical.decode` first.
    """
    try:
        subject = _SUBJECT.decode(data)
        exact = encode(subject) == data
        if subject.birth_date is not UNSET:
            parse_day((subject.birth_date + "-01-01")[:10])
    except (*type_error, InputRefused):
        raise InputRefused("bad_subject") from None
    # A type of strings alone that gives its own bytes back has no fraction, no large number, no depth, and, without
    # control characters, no escaped letter.
    if not exact or not is_composed(data):
        raise InputRefused("bad_subject")
    return subject


def mark_texts(subject: Subject) -> list[tuple[MarkKind, str]]:
    """What is hashed, keyed, into the marks of a subject: (kind, text), strongest first.

    A CMND was reused and a name is shared, so both count only together with the birth date (campaign rules,
    Duplicates). The name is compared without regard to case and spacing.
    """
    texts: list[tuple[MarkKind, str]] = []
    if subject.number:
        texts.append(("number", subject.number))
    if subject.old_number and subject.birth_date:
        texts.append(("cmnd", f"{subject.old_number}|{subject.birth_date}"))
    if subject.name and subject.birth_date:
        folded = unicodedata.normalize("NFC", " ".join(subject.name.casefold().split()))
        texts.append(("person", f"{folded}|{subject.birth_date}"))
    return texts
