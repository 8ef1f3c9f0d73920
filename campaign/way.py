"""How far a device was from its plan through a day: what the deviation lines show."""

from __future__ import annotations

from collections.abc import Sequence

from campaign.calendar import DAY_ENDS
from campaign.hours import Hour
from campaign.stretch import HOUR, MINUTE

_DAY_BEGINS = DAY_ENDS // HOUR
_MINUTES = HOUR // MINUTE


def minute_of(hour: int) -> float:
    """Minutes from 00:00 of the business day to a clock hour 0-23: those before 04:00 are the following night's."""
    return float((hour if hour >= _DAY_BEGINS else hour + 24) * _MINUTES)


def way_of(hours: Sequence[Hour], first: float, last: float) -> tuple[tuple[float, float], ...]:
    """(minute from 00:00, counted less planned so far) at ``first`` and at the end of each hour that ends by ``last``.

    An hour that ``last`` cuts off ends there; what was counted outside of the two belongs to the nearest point.
    """
    points = [(first, 0.0)]
    deviation = 0.0
    for hour in hours:
        deviation += hour.counted - hour.planned
        end = min(minute_of(hour.hour) + _MINUTES, last)
        if end > points[-1][0]:
            points.append((end, deviation))
        elif len(points) > 1:
            points[-1] = (points[-1][0], deviation)
    return tuple(points)
