"""How far a point is in its campaign, what it will come to, and what that asks of its devices (campaign rules,
Capacity and device requests). Pure: what lies behind is a small summary of days that are over.

A projection takes every day left as one of the last ``PACE_DAYS``; its band widens with the days left, for each day
differs from the mean and the mean itself is known from few days. Under ``BAND_DAYS`` days there is none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate
from math import ceil, sqrt
from statistics import fmean, variance

from campaign.projection import NORMAL_80

PACE_DAYS = 7
SPREAD_DAYS = 14
BAND_DAYS = 3


@dataclass(frozen=True, slots=True)
class CampaignDay:
    """``quota``: what the plan asks of all devices, ``devices`` how many it asks; ``counted``: by device."""

    day: date
    quota: int
    devices: int
    counted: tuple[tuple[str, int], ...] = ()

    @property
    def total(self) -> int:
        return sum(count for _, count in self.counted)


@dataclass(frozen=True, slots=True)
class Campaign:
    """A point's campaign: every day of it in order, those before ``today`` closed; ``target``: what the point owes.

    ``hours``: planned a day and device, of today's plan.
    """

    today: date
    target: int
    days: tuple[CampaignDay, ...]
    hours: float

    @property
    def closed(self) -> tuple[CampaignDay, ...]:
        return tuple(day for day in self.days if day.day < self.today)

    @property
    def worked(self) -> tuple[CampaignDay, ...]:
        """Closed days on which something was planned, since the first on which something was counted."""
        begun = next((day.day for day in self.closed if day.total), self.today)
        return tuple(day for day in self.closed if day.quota and day.day >= begun)

    @property
    def left(self) -> int:
        """Days to come on which something is planned, today included."""
        return sum(day.quota > 0 for day in self.days if day.day >= self.today)

    @property
    def done(self) -> int:
        return sum(day.total for day in self.closed)

    @property
    def planned(self) -> int:
        """Until the last closed day."""
        return sum(day.quota for day in self.closed)

    @property
    def remaining(self) -> int:
        return max(0, self.target - self.done)

    @property
    def devices(self) -> int:
        """Those that today's plan asks, or the next planned day's, or the last one's."""
        ahead = [day.devices for day in self.days if day.day >= self.today and day.devices]
        behind = [day.devices for day in self.closed if day.devices]
        return ahead[0] if ahead else behind[-1] if behind else 0

    @property
    def pace(self) -> Fraction:
        """Counted a device-day, measured on the last worked days; 0 while there are none."""
        last = self.worked[-PACE_DAYS:]
        return Fraction(sum(day.total for day in last), sum(day.devices for day in last)) if last else Fraction()


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a campaign comes to; ``low`` and ``high`` hold it in 80 % of cases, None where too few days are known.

    ``per_day`` and ``per_device_day``: what is needed from here on, None where no day or no device is left.
    ``finished``: the day on which the target is reached, on planned days or the days after them; None: never, or not
    within a year. ``needed``: devices at this pace, None where none would do.
    """

    devices: int
    pace: Fraction
    close: int
    low: int | None
    high: int | None
    per_day: Fraction | None
    per_device_day: Fraction | None
    finished: date | None
    needed: int | None


def outlook(campaign: Campaign, *, devices: int | None = None, pace: Fraction | None = None) -> Outlook:
    """As it goes on, or with so many devices from today on, or at so many applications a device-day."""
    devices = campaign.devices if devices is None else devices
    pace = campaign.pace if pace is None else pace
    left, remaining, daily = campaign.left, campaign.remaining, devices * pace
    close = campaign.done + daily * left
    spread = _spread(campaign, devices)
    return Outlook(
        devices=devices,
        pace=pace,
        close=_nearest(close),
        low=None if spread is None else max(campaign.done, _nearest(close - Fraction(spread))),
        high=None if spread is None else _nearest(close + Fraction(spread)),
        per_day=Fraction(remaining, left) if left else None,
        per_device_day=Fraction(remaining, left * devices) if left and devices else None,
        finished=_finished(campaign, daily),
        needed=0 if not remaining else ceil(remaining / (left * pace)) if left and pace else None,
    )


def what_if(campaign: Campaign, *, devices: int, hours: float, rate: float) -> Outlook:
    """With so many devices for so many hours a day at so many applications an hour."""
    return outlook(campaign, devices=devices, pace=Fraction(hours) * Fraction(rate))


def burn_up(days: Iterable[int]) -> tuple[int, ...]:
    """Running sums, from 0 on."""
    return tuple(accumulate(days, initial=0))


def by_week(days: Iterable[CampaignDay]) -> dict[date, tuple[int, int]]:
    """(counted, quota) by the Monday of each week."""
    weeks: dict[date, tuple[int, int]] = {}
    for day in days:
        monday = day.day - timedelta(days=day.day.weekday())
        counted, quota = weeks.get(monday, (0, 0))
        weeks[monday] = counted + day.total, quota + day.quota
    return weeks


def by_device(days: Iterable[CampaignDay]) -> dict[str, int]:
    """Counted, by device."""
    devices: dict[str, int] = {}
    for day in days:
        for device, count in day.counted:
            devices[device] = devices.get(device, 0) + count
    return devices


def _spread(campaign: Campaign, devices: int) -> float | None:
    """How far the close may lie from what is expected.

    Devices of one point share rain, power and visitors, so that the days' paces per device are taken as they were.
    """
    paces = [day.total / day.devices for day in campaign.worked[-SPREAD_DAYS:]]
    if len(paces) < BAND_DAYS:
        return None
    left, known = campaign.left, min(len(paces), PACE_DAYS)
    # Less than what chance alone gives to applications that come one by one can't be known from few days.
    of_a_day = max(variance(paces) * devices**2, devices * fmean(paces))
    return NORMAL_80 * sqrt(of_a_day * (left + left**2 / known))


def _finished(campaign: Campaign, daily: Fraction) -> date | None:
    if not campaign.remaining:
        return _reached(campaign)
    if not daily:
        return None
    wanted = ceil(campaign.remaining / daily)
    planned = [day.day for day in campaign.days if day.day >= campaign.today and day.quota]
    if wanted <= len(planned):
        return planned[wanted - 1]
    last = max([campaign.today - timedelta(days=1), *(day.day for day in campaign.days)])
    late = wanted - len(planned)
    return last + timedelta(days=late) if late <= 366 else None


def _reached(campaign: Campaign) -> date | None:
    sums = burn_up(day.total for day in campaign.closed)[1:]
    return next((day.day for day, so_far in zip(campaign.closed, sums, strict=True) if so_far >= campaign.target), None)


def _nearest(number: Fraction) -> int:
    return int(number + Fraction(1, 2)) if number >= 0 else -int(-number + Fraction(1, 2))
