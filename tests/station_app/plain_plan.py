"""A plan laid out minute by minute: what its windows ask of a device on a day, reckoned the plain way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from functools import cache
from math import floor

from campaign.calendar import VIETNAM, parse_time
from campaign.plan import Plan


def seconds(at: str) -> int:
    return int(parse_time(at).timestamp())


def midnight(day: str) -> int:
    return int(datetime.combine(date.fromisoformat(day), datetime.min.time(), VIETNAM).timestamp())


def nearest(number: Fraction | float) -> int:
    """Halves away from 0."""
    size = floor(abs(number) + Fraction(1, 2)) if isinstance(number, Fraction) else floor(abs(number) + 0.5)
    return size if number >= 0 else -size


@dataclass(frozen=True)
class Planned:
    """A window of a device's day: the second with which each planned minute begins."""

    window: str
    label: str
    start: int
    end: int
    minutes: tuple[int, ...]
    quota: int


def in_force(plans: Sequence[Plan], day: str) -> Plan | None:
    return max(
        (plan for plan in plans if plan.effective_from.isoformat() <= day), key=lambda plan: plan.version, default=None
    )


def _clock(day: str, hour: int, minute: int, *, is_end: bool) -> int:
    late = (hour, minute) < (4, 0) or (is_end and (hour, minute) == (4, 0))
    return midnight(day) + (hour + 24 * late) * 3600 + minute * 60


@cache
def by_plan(plan: Plan, station: str, device: str, day: str) -> tuple[Planned, ...]:
    rows = [row for row in plan.device if (row.station, row.id) == (station, device)]
    rows = [row for row in rows if str(row.from_day or "") <= day and (not row.until or day < str(row.until))]
    windows = [window for window in plan.window if not rows or not isinstance(rows[0].windows, tuple)
               or window.id in rows[0].windows]  # fmt: skip
    quota = rows[0].per_device_day if rows and isinstance(rows[0].per_device_day, int) else plan.quota.per_device_day
    if not plan.effective_from.isoformat() <= day < plan.deadline.isoformat():
        quota = 0
    laid_out = []
    for window in windows:
        start = _clock(day, window.start.hour, window.start.minute, is_end=False)
        end = _clock(day, window.end.hour, window.end.minute, is_end=True)
        breaks = [(_clock(day, rest.start.hour, rest.start.minute, is_end=False),
                   _clock(day, rest.end.hour, rest.end.minute, is_end=True)) for rest in window.breaks]  # fmt: skip
        at_work = [at for at in range(start, end, 60) if not any(begins <= at < stops for begins, stops in breaks)]
        laid_out.append((window, start, end, at_work))
    whole = sum(len(at_work) for *_, at_work in laid_out) or 1
    parts = [quota * len(at_work) // whole for *_, at_work in laid_out]
    left = quota - sum(parts) if laid_out else 0
    by_remainder = sorted(range(len(parts)), key=lambda i: -(quota * len(laid_out[i][3]) % whole))
    for i in by_remainder[:left]:
        parts[i] += 1
    return tuple(
        Planned(window.id, window.label, start, end, tuple(at_work), parts[i])
        for i, (window, start, end, at_work) in enumerate(laid_out)
    )


def overlap(minutes: Iterable[int], since: int, until: int) -> int:
    """Seconds of these minutes within a stretch."""
    return sum(max(0, min(at + 60, until) - max(at, since)) for at in minutes if at < until and at + 60 > since)
