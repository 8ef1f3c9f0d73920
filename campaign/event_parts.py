"""What bodies of journal entries are made of, where a value has several keys or one of a few words."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from campaign.shapes import CodeId, Count, Digest, Line, Number, UserName

Role = Literal["operator", "supervisor", "administrator"]
Source = Literal["qr", "mrz", "barcode", "typed", "paper"]


class Point(Struct, frozen=True, kw_only=True):
    """A place in a journal: h(n) of an epoch."""

    epoch: Number
    n: Count
    head: Digest


class CheckAnswer(Struct, frozen=True, kw_only=True):
    """One line of the readiness checklist; ``reason`` is said of a failed one."""

    id: CodeId
    state: Literal["ok", "failed"]
    reason: Line | UnsetType = UNSET


class OpeningOverride(Struct, frozen=True, kw_only=True):
    """The supervisor who let a shift open in spite of a failed blocking check."""

    by: UserName
    reason: Line


class Fee(Struct, frozen=True, kw_only=True):
    """Amounts in VND."""

    due: Count
    taken: Count
    receipt: Line


class OtherEntry(Struct, frozen=True, kw_only=True):
    """The earlier entry of the same number."""

    epoch: Number
    n: Number


class DuplicateOverride(Struct, frozen=True, kw_only=True):
    """The supervisor who let a number be accepted again."""

    by: UserName
    reason: Line
    other: OtherEntry
