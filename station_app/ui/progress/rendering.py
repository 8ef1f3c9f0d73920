"""From a campaign's summary to what the screen shows; nothing here asks the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import floor

from campaign.progress import Campaign, Outlook, burn_up, by_device, by_week, outlook, what_if
from campaign.units import Units
from station_app.ui.progress.shown import (
    BreakdownShown,
    BurnUpShown,
    DeviceRowShown,
    OutlookShown,
    PartShown,
    ProgressShown,
    Standing,
    WhatIfShown,
)

ROWS = 3


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked about: devices, hours a day, applications an hour."""

    devices: int
    hours: float
    rate: float


def first_wish(campaign: Campaign) -> Wish:
    """As many devices as are needed, up to ten more than there are, at today's hours and pace."""
    needed = outlook(campaign).needed or campaign.devices
    rate = float(campaign.pace) / campaign.hours if campaign.hours else 0.0
    return Wish(max(1, campaign.devices, min(needed, campaign.devices + 10)), campaign.hours, rate)


def render(campaign: Campaign, deadline: date, wish: Wish) -> ProgressShown:
    seen = outlook(campaign)
    closed, ahead = campaign.closed, campaign.done - campaign.planned
    daily = next((day.quota for day in reversed(closed) if day.quota), 0)
    each = next((day for day in campaign.days if day.day >= campaign.today and day.devices), None)
    last_day = deadline - timedelta(days=1)
    return ProgressShown(
        standing=_standing(seen, campaign),
        last_day=last_day,
        deadline=deadline,
        closed=closed[-1].day if closed else None,
        day_number=len(closed),
        done=campaign.done,
        planned=campaign.planned,
        ahead=ahead,
        ahead_days=ahead / daily if daily else 0.0,
        pace=_nearest(campaign.pace),
        floor=each.quota // each.devices if each else 0,
        needed=_whole(seen.per_device_day),
        devices=campaign.devices,
        chart=_chart(campaign, seen),
        outlook=OutlookShown(
            short=seen.close - campaign.target if seen.low is not None else None,
            finished=seen.finished if seen.low is not None else None,
            late_days=(seen.finished - last_day).days if seen.finished and seen.low is not None else None,
            remaining=campaign.remaining,
            left=campaign.left,
            per_day=_whole(seen.per_day),
        ),
        what_if=_what_if(campaign, wish),
    )


def break_down(campaign: Campaign, communes: Mapping[str, int]) -> BreakdownShown:
    """``communes``: counted, by the words for a commune."""
    weeks = by_week(campaign.closed).items()
    return BreakdownShown(
        days=tuple(PartShown(day.total, day.day, day.quota) for day in campaign.closed),
        weeks=tuple(PartShown(counted, monday, quota) for monday, (counted, quota) in weeks),
        devices=_most_first(by_device(campaign.closed)),
        communes=_most_first(communes),
    )


def commune_words(units: Units, code: str) -> str:
    """With its district, since communes of two districts may bear one name; an unknown code speaks for itself."""
    commune, district = units.commune(code), units.district(code)
    if commune is not None and district is not None:
        return f"{commune.name}, {district.name}"
    return district.name if district is not None else code


def _most_first(counts: Mapping[str, int]) -> tuple[PartShown, ...]:
    found = sorted(counts.items(), key=lambda part: (-part[1], part[0]))
    return tuple(PartShown(count, name=name) for name, count in found)


def _standing(seen: Outlook, campaign: Campaign) -> Standing:
    if seen.low is None:
        return "early"
    if seen.close == campaign.target:
        return "even"
    return "ahead" if seen.close > campaign.target else "late"


def _chart(campaign: Campaign, seen: Outlook) -> BurnUpShown:
    known = seen.low is not None
    return BurnUpShown(
        first=campaign.days[0].day,
        plan=burn_up(day.quota for day in campaign.days),
        done=burn_up(day.total for day in campaign.closed),
        target=campaign.target,
        close=seen.close if known else None,
        low=seen.low,
        high=seen.high,
    )


def _what_if(campaign: Campaign, wish: Wish) -> WhatIfShown:
    answer = what_if(campaign, devices=wish.devices, hours=wish.hours, rate=wish.rate)
    lowest = max(1, min(campaign.devices, wish.devices))
    first = max(lowest, wish.devices - ROWS + 1)
    enough = outlook(campaign).needed
    rows = []
    for devices in range(first, first + ROWS):
        needed = _whole(outlook(campaign, devices=devices).per_device_day)
        rows.append(
            DeviceRowShown(
                devices=devices,
                needed=needed,
                against=None if needed is None else _nearest(campaign.pace) - needed,
                now=devices == campaign.devices,
                enough=enough is not None and devices == max(1, enough),
            )
        )
    return WhatIfShown(
        rows=tuple(rows),
        devices=wish.devices,
        hours=wish.hours,
        rate=wish.rate,
        close=answer.close,
        ahead=answer.close - campaign.target,
        low=answer.low,
        high=answer.high,
        finished=answer.finished,
    )


def _whole(number: Fraction | None) -> int | None:
    return None if number is None else _nearest(number)


def _nearest(number: Fraction) -> int:
    return floor(number + Fraction(1, 2))
