"""What the closing screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

StepState = Literal["waiting", "current", "done", "failed"]
Missing = Literal["counter", "reason", "typed_reason", "receiver", "password"]


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """``counts``: toward the quota."""

    key: str
    label: str
    count: int
    counts: bool


@dataclass(frozen=True, slots=True)
class DayShown:
    """How the device's whole day stands."""

    done: int
    plan: int
    quota: int
    projected: int
    ahead: int
    ahead_minutes: int


@dataclass(frozen=True, slots=True)
class ReasonShown:
    key: int
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ShareShown:
    """One person's part of the shift; ``counted`` of it toward the quota."""

    full_name: str
    logged: int
    counted: int


@dataclass(frozen=True, slots=True)
class SlipShown:
    """The slip as it would be printed; ``head`` is "" until the shift is sealed, ``counter`` None until it is typed.

    ``last``: the sealing entry's number, or the journal's last until then.
    """

    station: str
    unit: str
    device: str
    window: str
    day: date
    opened_at: datetime
    closed_at: datetime
    logged: int
    counted: int
    counter: int | None
    difference: int | None
    reason: str
    paused_minutes: int
    first: int
    last: int
    head: str
    earlier_window: str
    earlier_head: str
    operator: str
    drill: bool
    shares: tuple[ShareShown, ...] = ()
    """Where more than one person has logged."""


@dataclass(frozen=True, slots=True)
class ReceiverShown:
    user: str
    full_name: str


@dataclass(frozen=True, slots=True)
class ClosingShown:
    """``difference``: the device's counter less what was counted, None until the counter is typed.

    ``late``: minutes since the window's end, where that is too long ago; ``steps``: counting, reason, sealing.
    """

    device: str
    window: str
    starts: datetime | None
    ends: datetime | None
    operator: str
    outcomes: tuple[OutcomeLine, ...]
    logged: int
    voided: int
    counted: int
    day: DayShown | None
    difference: int | None
    reasons: tuple[ReasonShown, ...]
    typed_reason: bool
    overdue: bool
    late: int
    steps: tuple[StepState, StepState, StepState]
    sealed: bool
    receivers: tuple[ReceiverShown, ...]
    slip: SlipShown
