"""What the readiness screen shows, and what is entered there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

LineState = Literal["open", "passed", "warned", "failed"]
"""``warned`` failed without hindering; ``failed`` hinders."""

Obstacle = Literal["", "no_plan", "no_window", "revoked", "never"]
"""Why the shift can't be opened by anybody: ``never`` is a failed line that nobody may override."""

Missing = Literal["lines", "commander", "typed_commander", "reason", "supervisor", "password", "late_reason"]
"""What has to be answered or filled in before the shift opens."""


@dataclass(frozen=True, slots=True)
class DeviceTile:
    """``key``: its digit, 0 for a tenth and later device."""

    device: str
    key: int
    label: str
    state: Literal["none", "open", "paused", "overdue"]


@dataclass(frozen=True, slots=True)
class WindowTile:
    id: str
    label: str
    starts: datetime
    ends: datetime
    used: bool
    zero: bool


@dataclass(frozen=True, slots=True)
class PersonShown:
    user: str
    full_name: str
    role: str


@dataclass(frozen=True, slots=True)
class QuotaShown:
    """``windows`` and ``day`` are the whole day's, the others the chosen window's; per hour and seconds: planned."""

    windows: int
    day: int
    label: str
    window: int
    minutes: int
    per_hour: float
    seconds_each: int


@dataclass(frozen=True, slots=True)
class CheckLine:
    """``ok`` and ``amount`` say what was measured: free bytes, shifts not yet handed over, …"""

    id: str
    group: str
    title: str
    auto: bool
    state: LineState
    amount: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class CheckGroupShown:
    id: str
    title: str
    passed: int
    lines: tuple[CheckLine, ...]


@dataclass(frozen=True, slots=True)
class WaitingShown:
    """A late receipt: of which bundle (None: nothing exported yet), for how many hours; ``late``: for very many."""

    bundle: int | None
    hours: int
    late: bool
    may_export: bool


@dataclass(frozen=True, slots=True)
class PeopleShown:
    """Who may be picked; chosen at first: the crew's first, and the commander where it is clear who that is."""

    crew: tuple[PersonShown, ...]
    commanders: tuple[PersonShown, ...]
    supervisors: tuple[PersonShown, ...]
    me: str
    commander: str


@dataclass(frozen=True, slots=True)
class OpeningShown:
    """``names``: the titles of the lines in the way.

    ``needs_reason``: a blocking line failed; ``needs_supervisor``: another person's password is wanted for that or for
    the day; ``jumped_from``: the last entry's time where the day has to be confirmed.
    """

    device: str
    devices: tuple[DeviceTile, ...]
    window: str
    windows: tuple[WindowTile, ...]
    quota: QuotaShown | None
    groups: tuple[CheckGroupShown, ...]
    total: int
    passed: int
    warned: int
    failed: int
    unanswered: int
    obstacle: Obstacle
    names: tuple[str, ...]
    needs_note: bool
    needs_reason: bool
    needs_supervisor: bool
    jumped_from: datetime | None
    waiting: WaitingShown | None
    asks_late_reason: bool


@dataclass(frozen=True, slots=True)
class Entered:
    """What stands in the fields. ``commander`` is a full name, picked or typed; ``supervisor`` a user, "" for none."""

    commander: str
    crew: tuple[str, ...]
    note: str
    reason: str
    supervisor: str
    password: str
    late_reason: str
