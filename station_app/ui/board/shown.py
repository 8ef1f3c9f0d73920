"""What the board shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from campaign.concern import Act, Rule

DeviceMark = Literal["none", "unopened", "zero", "open", "silent", "paused", "sealed", "overdue"]
"""``unopened``: a window has begun without it; ``zero``: somebody has reported that it does not run."""


@dataclass(frozen=True, slots=True)
class HourShown:
    """``plan``: what was planned for the part of it that is gone, to a tenth: the eye sees no less, and a row that
    looks the same is not painted anew.
    """

    hour: int
    done: int
    plan: float


@dataclass(frozen=True, slots=True)
class BoardRow:
    """``place``: the device's number for Ctrl+1 … Ctrl+9; ``minutes``: of silence, of the pause or of the delay of
    ``window``, as the mark says.

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
    window: str = ""


@dataclass(frozen=True, slots=True)
class AttentionShown:
    """A line of what asks for attention; figures as `campaign.concern.Concern` has them.

    ``place``: the device's number, 0 for the whole point; ``cause``, ``outcome``: in words; ``grave``: orange rather
    than amber; ``known_by``: who acknowledged it, "" while nobody has.
    """

    rule: Rule
    device: str
    shift: str
    place: int
    figure: int
    beside: int
    window: str
    cause: str
    outcome: str
    act: Act
    ask_since: datetime | None
    grave: bool
    known_by: str
    known_at: datetime | None

    @property
    def key(self) -> tuple[str, str, str]:
        """What stays the same while its figure grows."""
        return (self.rule, self.device, self.shift)


@dataclass(frozen=True, slots=True)
class AttentionsShown:
    """What nobody knows of yet comes first. ``causes``: (id, words) to choose from; ``may_acknowledge``: the person."""

    lines: tuple[AttentionShown, ...] = ()
    causes: tuple[tuple[str, str], ...] = ()
    may_acknowledge: bool = False


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
    attention: AttentionsShown
