"""What the progress of the campaign shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Standing = Literal["early", "late", "even", "ahead"]


@dataclass(frozen=True, slots=True)
class BurnUpShown:
    """Running sums from 0 on: ``plan`` through every day of the campaign, ``done`` through the closed ones.

    ``low`` and ``high``: an 80 % band of ``close``; all three are None while too few days are known.
    """

    first: date
    plan: tuple[int, ...]
    done: tuple[int, ...]
    target: int
    close: int | None
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class OutlookShown:
    """What it comes to at this pace; ``late_days``: beyond the last day, below 0 before it."""

    short: int | None
    finished: date | None
    late_days: int | None
    remaining: int
    left: int
    per_day: int | None


@dataclass(frozen=True, slots=True)
class DeviceRowShown:
    """``needed`` a device-day with so many devices, ``against``: today's pace less that; None where no day is left."""

    devices: int
    needed: int | None
    against: int | None
    now: bool
    enough: bool


@dataclass(frozen=True, slots=True)
class WhatIfShown:
    """``hours`` a day, ``rate`` an hour; ``close`` at the deadline, ``ahead`` of the target.

    ``low`` to ``high``: an 80 % band of ``close``, None under three days.
    """

    rows: tuple[DeviceRowShown, ...]
    devices: int
    hours: float
    rate: float
    close: int
    ahead: int
    low: int | None
    high: int | None
    finished: date | None


@dataclass(frozen=True, slots=True)
class PartShown:
    """A ``day`` (a week's is its Monday) with its quota, or a device or commune by ``name``, "" where none was said."""

    counted: int
    day: date | None = None
    quota: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class BreakdownShown:
    """Closed days: dated parts in order, the named ones with the most first."""

    days: tuple[PartShown, ...]
    weeks: tuple[PartShown, ...]
    devices: tuple[PartShown, ...]
    communes: tuple[PartShown, ...]


@dataclass(frozen=True, slots=True)
class ProgressShown:
    """``last_day``: of the campaign; ``closed``: the last closed day, None before the first; ``ahead_days`` of plan.

    ``pace`` a device-day, ``floor`` what the plan asks of one.
    """

    standing: Standing
    last_day: date
    deadline: date
    closed: date | None
    day_number: int
    done: int
    planned: int
    ahead: int
    ahead_days: float
    pace: int
    floor: int
    needed: int | None
    devices: int
    chart: BurnUpShown
    outlook: OutlookShown
    what_if: WhatIfShown
