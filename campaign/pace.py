"""How a device's day stands: plan to now, ahead or behind, and where it will close (campaign rules, Quota and pace).

Done and pauses come from what was logged; quota and planned minutes from the plan, and no pause changes those. Whole
figures are rounded to the nearest, halves away from 0; minutes are floored. Pure: the moment is given.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from fractions import Fraction
from functools import partial
from math import floor

from campaign.downtime import Span, downtime_minutes, recent_running, running_minutes
from campaign.projection import RECENT_MINUTES, band_together, rate_per_minute, still_to_come
from campaign.quota import WindowPlan
from campaign.stretch import MINUTE, common, total, until


@dataclass(frozen=True, slots=True)
class Pace:
    """Whole figures of a device's business day, or of several devices'.

    ``planned_minutes``: of the whole day; ``available_minutes``: those gone, less pauses in them whose cause reduces
    available hours; ``lost``: applications planned for the paused minutes; ``projected_low`` and ``projected_high``: an
    80 % band.
    """

    done: int = 0
    quota: int = 0
    plan_to_now: int = 0
    ahead_minutes: int = 0
    rate_per_hour: int = 0
    projected_close: int = 0
    projected_low: int = 0
    projected_high: int = 0
    downtime_minutes: int = 0
    lost: int = 0
    planned_minutes: int = 0
    available_minutes: int = 0
    running_minutes: int = 0

    @property
    def ahead(self) -> int:
        """Below 0 where behind."""
        return self.done - self.plan_to_now

    @property
    def per_available_hour(self) -> int:
        """Done per available device-hour, 0 where none was available: whether people or machines are behind."""
        return _nearest(Fraction(self.done * 60, self.available_minutes)) if self.available_minutes else 0


def pace_of(
    windows: Sequence[WindowPlan],
    *,
    now: datetime,
    done: int,
    spans: Sequence[Span],
    recent: Iterable[datetime],
    reducing: Container[str],
) -> Pace:
    """A device's pace at a moment; with one window and its figures, a shift's.

    ``done``: counted outcomes less voids; ``spans``: of the day's shifts; ``recent``: when the counted ones were
    logged, at least since `downtime.recent_running` (paper entries left out: they tell of another hour); ``reducing``:
    causes that reduce available hours.
    """
    quota = sum(window.quota for window in windows)
    pieces = [piece for window in windows for piece in window.pieces]
    planned, gone = total(pieces), until(pieces, now)
    plan_to_now = _nearest(quota * _part(total(gone), planned))
    paused = [(span.so_far(now), span.cause) for span in spans if span.cause]
    unavailable = total(common(gone, [stretch for stretch, cause in paused if cause in reducing]))
    since, recently = recent_running(spans, now, RECENT_MINUTES)
    running, stopped = running_minutes(spans, now), downtime_minutes(spans, now)
    rate_with = partial(
        rate_per_minute,
        planned=float(quota * _part(MINUTE, planned)),
        done=done,
        running=running,
        recent=sum(since <= moment <= now for moment in recent),
        recent_running=recently / MINUTE,
    )
    expected, low, high = still_to_come(rate_with(stopped=stopped), (planned - total(gone)) / MINUTE)
    return Pace(
        done=done,
        quota=quota,
        plan_to_now=plan_to_now,
        ahead_minutes=_minutes(done - plan_to_now, quota * _part(MINUTE, planned)),
        rate_per_hour=_nearest(rate_with() * 60),
        projected_close=done + _nearest(expected),
        projected_low=done + _nearest(low),
        projected_high=done + _nearest(high),
        downtime_minutes=stopped,
        lost=_nearest(quota * _part(total(common(gone, [stretch for stretch, _ in paused])), planned)),
        planned_minutes=planned // MINUTE,
        available_minutes=max(timedelta(), total(gone) - unavailable) // MINUTE,
        running_minutes=running,
    )


def sum_paces(paces: Iterable[Pace]) -> Pace:
    """Every figure summed, as `station_total` tells them, but for the band; the sum of no paces is all 0."""
    every = list(paces)
    total = Pace(**{field.name: sum(getattr(pace, field.name) for pace in every) for field in fields(Pace)})
    low, high = band_together((pace.projected_low, pace.projected_close, pace.projected_high) for pace in every)
    return replace(total, projected_low=max(total.done, _nearest(low)), projected_high=_nearest(high))


def minutes_ahead(paces: Iterable[Pace]) -> int:
    """What devices together are ahead at their common planned rate, in minutes of all of them; below 0 where behind."""
    every = list(paces)
    rates = [Fraction(pace.quota, pace.planned_minutes) for pace in every if pace.planned_minutes]
    return _minutes(sum(pace.ahead for pace in every), sum(rates, Fraction()))


def _minutes(applications: int, per_minute: Fraction) -> int:
    return _nearest(applications / per_minute) if per_minute else 0


def _part(part: timedelta, whole: timedelta) -> Fraction:
    return Fraction(part // timedelta.resolution, whole // timedelta.resolution) if whole else Fraction()


def _nearest(number: Fraction | float) -> int:
    size = floor(abs(number) + 0.5) if isinstance(number, float) else floor(abs(number) + Fraction(1, 2))
    return size if number >= 0 else -size
