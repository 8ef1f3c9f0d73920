"""The hour bars of a device's day, reckoned the plain way, and how they are compared with those shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from campaign.calendar import VIETNAM
from campaign.hours import Hour
from tests.station_app.plain_plan import Planned, seconds
from tests.station_app.plain_recount import Told


def hour_bars(told: Told, windows: Sequence[Planned], day: str, device: str, now: str) -> dict[int, tuple[int, float]]:
    """(counted, planned so far) of each clock hour in which there is either."""
    counted = Counter(one.hour for one in told.of(day, device) if one.counts)
    minutes = [at for window in windows for at in window.minutes]
    quota, moment = sum(window.quota for window in windows), seconds(now)
    gone: Counter[int] = Counter()
    for at in minutes:
        if at < moment:
            gone[datetime.fromtimestamp(at, VIETNAM).hour] += min(60, moment - at)
    return {
        hour: (counted[hour], quota * gone[hour] / 60 / len(minutes) if minutes else 0.0)
        for hour in counted.keys() | gone.keys()
    }


def bars(hours: tuple[Hour, ...]) -> dict[int, tuple[int, float]]:
    """Empty hours stand between others, for the eye."""
    return {hour.hour: (hour.counted, round(hour.planned, 6)) for hour in hours if hour.counted or hour.planned}


def plain_bars(found: dict[int, tuple[int, float]]) -> dict[int, tuple[int, float]]:
    return {hour: (counted, round(share, 6)) for hour, (counted, share) in found.items() if counted or share}
