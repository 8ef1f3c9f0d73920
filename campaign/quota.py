"""What a plan asks of a device on a business day: its windows as moments, and the day's quota spread over them.

A day's quota is spread by planned minutes, by largest remainder, earlier windows first; outside [effective_from,
deadline) it is 0. A shift keeps the plan that it was opened with; a window not yet opened has the highest accepted
version in force (campaign rules, Quota and pace).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from msgspec import UNSET

from campaign.plan import Device, Plan, Window
from campaign.stretch import Stretch, whole_minutes

_DAYS = 512
"""More than the days of a campaign and the few ways in which its devices differ."""


@dataclass(frozen=True, slots=True)
class WindowPlan:
    """A device's window on a business day.

    ``pieces``: its time less the breaks, in order; ``quota``: whole applications.
    """

    id: str
    label: str
    start: datetime
    end: datetime
    pieces: tuple[Stretch, ...]
    quota: int

    @property
    def planned_minutes(self) -> int:
        return whole_minutes(self.pieces)


def plan_in_force(plans: Iterable[Plan], day: date) -> Plan | None:
    """The highest version with effective_from <= day, None where there is none."""
    return max((plan for plan in plans if plan.effective_from <= day), key=lambda plan: plan.version, default=None)


def windows_of(plan: Plan, station: str, device: str, day: date) -> tuple[WindowPlan, ...]:
    """The windows that a device is planned for, in order; on a day without quotas they have quota 0."""
    row = _row_of(plan, station, device, day)
    windows = plan.window
    if row and row.windows is not UNSET:
        windows = tuple(window for window in windows if window.id in row.windows)
    return _spread(windows, day, _per_day(plan, row, day))


@lru_cache(_DAYS)
def _spread(windows: tuple[Window, ...], day: date, quota: int) -> tuple[WindowPlan, ...]:
    """Asked every second for every device, and the same for most of them."""
    pieces = [_pieces(window, day) for window in windows]
    quotas = largest_remainder(quota, [whole_minutes(parts) for parts in pieces])
    return tuple(_planned(window, day, pieces[i], quotas[i]) for i, window in enumerate(windows))


def window_of(plan: Plan, station: str, device: str, day: date, window_id: str) -> WindowPlan | None:
    """What a shift of a window opens with, None where the plan has no such window.

    One that the device isn't planned for has no planned time and quota 0.
    """
    planned = {window.id: window for window in windows_of(plan, station, device, day)}
    others = {window.id: _planned(window, day, (), 0) for window in plan.window}
    return (others | planned).get(window_id)


def day_windows(
    plans: Iterable[Plan], station: str, device: str, day: date, opened: Mapping[str, int]
) -> tuple[WindowPlan, ...]:
    """A device's day where plans change: ``opened`` has the plan version of each window that a shift was opened for.

    A window opened with a version that isn't among ``plans`` (0: without a plan) counts nothing.
    """
    versions = {plan.version: plan for plan in plans}
    in_force = plan_in_force(versions.values(), day)
    planned = windows_of(in_force, station, device, day) if in_force else ()
    windows = [window for window in planned if window.id not in opened]
    for version in set(opened.values()) & versions.keys():
        of_version = windows_of(versions[version], station, device, day)
        windows += [window for window in of_version if opened.get(window.id) == version]
    return tuple(sorted(windows, key=lambda window: window.start))


def largest_remainder(total: int, weights: Sequence[int]) -> list[int]:
    """Whole parts of ``total`` in proportion to the weights, adding up to it; equal remainders favour the earlier.

    All 0 where the weights are.
    """
    whole = sum(weights)
    if not whole:
        return [0] * len(weights)
    parts = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: -(total * weights[i] % whole))
    for i in by_remainder[: total - sum(parts)]:
        parts[i] += 1
    return parts


def _row_of(plan: Plan, station: str, device: str, day: date) -> Device | None:
    for row in plan.device:
        first, end = row.days()
        if (row.station, row.id) == (station, device) and first <= day < end:
            return row
    return None


def _per_day(plan: Plan, row: Device | None, day: date) -> int:
    if not plan.counts_on(day):
        return 0
    own = row.per_device_day if row else UNSET
    return plan.quota.per_device_day if own is UNSET else own


def _pieces(window: Window, day: date) -> tuple[Stretch, ...]:
    since, end = window.on(day)
    pieces = []
    for begins, stops in (pause.on(day) for pause in window.breaks):
        pieces.append((since, begins))
        since = stops
    return tuple(piece for piece in (*pieces, (since, end)) if piece[0] < piece[1])


def _planned(window: Window, day: date, pieces: tuple[Stretch, ...], quota: int) -> WindowPlan:
    start, end = window.on(day)
    return WindowPlan(window.id, window.label, start, end, pieces, quota)
