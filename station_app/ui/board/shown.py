"""What the board shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

DeviceMark = Literal["none", "open", "silent", "paused", "sealed", "overdue"]


@dataclass(frozen=True, slots=True)
class HourShown:
    hour: int
    done: int
    plan: float


@dataclass(frozen=True, slots=True)
class BoardRow:
    """``place``: the device's number for Ctrl+1 … Ctrl+9; ``minutes``: of silence or of the pause, as the mark says.

    ``band``: 80 % around ``projected``; ``tomorrow``: what is expected then, None where nothing is planned.
    ``alarm``: this row needs help first; ``late``: nothing was logged for long.
    """

    device: str
    place: int
    label: str
    operator: str
    done: int
    plan: int
    quota: int
    projected: int | None
    band: tuple[int, int] | None
    tomorrow: int | None
    ahead: int
    ahead_minutes: int
    hours: tuple[HourShown, ...]
    rate: int
    downtime: int
    long_downtime: bool
    mark: DeviceMark
    cause: str
    minutes: int
    alarm: bool
    late: bool


@dataclass(frozen=True, slots=True)
class FunnelShown:
    """``withheld``: entries that the command keeps without counting them."""

    logged: int
    sealed: int
    exported: int
    received: int
    sealed_shifts: int
    opened_shifts: int
    bundle: int | None
    bundle_at: datetime | None
    withheld: int


@dataclass(frozen=True, slots=True)
class TotalShown:
    done: int
    quota: int
    plan: int
    ahead: int
    ahead_minutes: int
    projected: int | None
    band: tuple[int, int] | None
    closes_at: datetime | None


@dataclass(frozen=True, slots=True)
class LineShown:
    """A device's way through the day: (minute of the day from 00:00, done less plan), and where it will close.

    ``stops``: (since, until) in the same minutes, when it was paused.
    """

    label: str
    points: tuple[tuple[float, float], ...]
    projected: float | None
    stops: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class ChartShown:
    """Minutes from 00:00 of the business day; ``windows``: the starts of later windows with their labels."""

    lines: tuple[LineShown, ...]
    first: float
    last: float
    now: float
    windows: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class BoardShown:
    """``opened``: any shift was opened today; ``planned``: there is a plan. Rows come worst first."""

    at: datetime
    station: str
    planned: bool
    opened: bool
    rows: tuple[BoardRow, ...]
    total: TotalShown
    funnel: FunnelShown
    chart: ChartShown | None
