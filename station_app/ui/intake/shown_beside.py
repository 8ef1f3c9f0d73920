"""What stands beside the form: header, list, gauges, devices, pause; as frozen values, never words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from campaign.hours import Hour
from station_app.services.figures import DeviceState
from station_app.services.sending import Sent
from station_app.ui.intake.shown import Choice, UnitShown

RowState = Literal["saving", "failed", "unsent", "exported", "received", "voided"]


@dataclass(frozen=True, slots=True)
class Closed:
    """No application can be logged on the device: no shift is open, or the one open is overdue."""

    state: DeviceState
    device: str
    shift: str
    day: str


@dataclass(frozen=True, slots=True)
class PauseShown:
    """``since`` counts from F9; ``chosen`` "" while no cause is told; ``asked``: resuming needs one.

    ``choices``: the plan's, and whether they are planned; ``others``: the whole catalogue. ``late``: longer
    than the plan's attention minutes.
    """

    device: str
    since: datetime
    seconds: int
    chosen: str
    choices: tuple[tuple[Choice, bool], ...]
    others: tuple[Choice, ...]
    asked: bool
    late: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class HeaderShown:
    """``minutes_left`` below 0: the window is over. None without an end."""

    device: str
    shift: str
    starts_at: datetime | None
    ends_at: datetime | None
    crew: tuple[str, ...]
    minutes_left: int | None


@dataclass(frozen=True, slots=True)
class RecentShown:
    """A row of the list; ``n`` is 0 until it is durable, ``last_digits`` "" where there is no number.

    ``paper_hour``: 0-23, where it was caught up on from paper.
    """

    n: int
    place: int
    at: datetime
    last_digits: str
    name: str
    born: str
    commune: UnitShown | None
    outcome: Choice
    reason: Choice | None
    state: RowState
    undoable: bool
    paper_hour: int | None = None


@dataclass(frozen=True, slots=True)
class ListShown:
    rows: tuple[RecentShown, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class GaugesShown:
    """A device's day; whole figures. ``closes``: label and end of its last window."""

    device: str
    state: DeviceState
    done: int
    quota: int
    plan_to_now: int
    ahead: int
    ahead_minutes: int
    projected: int
    closes: tuple[str, datetime] | None
    hours: tuple[Hour, ...]
    planned_per_hour: float
    seconds_each: int | None
    planned_seconds: int | None
    took_ms: int | None
    stopped_minutes: int
    pauses: int
    lost: int


@dataclass(frozen=True, slots=True)
class DeviceTile:
    """``number``: of Ctrl+1 … Ctrl+9."""

    number: int
    device: str
    label: str
    state: DeviceState
    ahead: int
    current: bool


def sent_state(sent: Sent, *, voided: bool) -> RowState:
    """A voided row says so, wherever it has got to."""
    return "voided" if voided else sent
