"""When a device and its plan have parted: since when it has been behind without coming back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from campaign.calendar import at_clock, day_ends
from campaign.hours import Hour
from campaign.pace import Pace
from campaign.stretch import HOUR


@dataclass(frozen=True, slots=True)
class Parting:
    """``well_until``: the last moment known at which a device was not behind so far; ``since``: the first at which it
    was. What lies between them is within a clock hour.
    """

    well_until: datetime
    since: datetime


def parting_of(day: date, hours: Sequence[Hour], pace: Pace, now: datetime, minutes: int) -> Parting | None:
    """None where the device is not behind by more than ``minutes`` now.

    It is looked at where clock hours end, and now. ``hours`` are those of the business day ``day``, as
    `campaign.hours.hours` gives them.
    """
    if not pace.planned_minutes or -pace.ahead_minutes <= minutes:
        return None
    most = minutes * pace.quota / pace.planned_minutes
    well, since, deviation = day_ends(day - timedelta(days=1)), None, 0.0
    for hour in hours:
        ends = at_clock(day, time(hour.hour)) + HOUR
        if ends >= now:
            break
        deviation += hour.counted - hour.planned
        if -deviation <= most:
            well, since = ends, None
        elif since is None:
            since = ends
    return Parting(well, since or now)
