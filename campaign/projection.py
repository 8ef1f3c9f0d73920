"""At what rate a device takes applications, and where the day will close at that rate (campaign rules, Quota and pace).

The formula is the rules'; the constants are measured on simulated days 1 to 500 (bench/forecast.py: arrival waves,
breaks, stops, changes of shift, crews that stay), and reported on others. An expected rate weighs as much as so many
applications: an hour's twenty are few, so the last hour only bends the day's rate, and the planned rate holds a first
hour's rush down.
"""

from __future__ import annotations

from bisect import bisect_left
from math import sqrt

RECENT_MINUTES = 60
NORMAL_80 = 1.2816
"""Standard deviations either side that hold 80 % of a normal distribution."""
PLANNED_WEIGHT = 40
"""Applications: what the planned rate weighs beside the day's. Measured: least error, seeds 1 to 500."""
DAY_WEIGHT = 200
"""Applications: what the day's rate weighs beside that of the last running minutes. Measured: as above."""

BAND = (
    (60, 1.99, 2.34),
    (120, 1.62, 1.63),
    (180, 1.39, 1.56),
    (240, 1.04, 1.61),
    (300, 1.73, 0.89),
    (360, 1.71, 0.97),
    (420, 1.68, 1.05),
    (480, 1.73, 1.28),
    (540, 1.89, 1.43),
    (600, 2.55, 0.94),
    (660, 3.18, 0.81),
    (720, 3.13, 0.98),
    (780, 2.85, 1.81),
)
"""(planned minutes left, below, above): an 80 % band, in square roots of the expected count.

Measured: the tenth and ninetieth of a hundred simulated days at each hour, seeds 1 to 500, 4 % narrower since whole
numbers at the edges are within. Uneven where breaks and the
noon lull lie ahead, or where a crew stays to serve those who wait; between two rows a straight line, beyond them the
outermost.
"""


def rate_per_minute(*, planned: float, done: int, running: float, recent: int, recent_running: float) -> float:
    """The rate of the last running minutes, shrunk towards the day's, which is shrunk towards the planned one.

    ``planned``: per minute; ``done`` in ``running`` minutes of the day, ``recent`` in the last ``recent_running`` of
    them.
    """
    day = _shrunk(done, running, planned, PLANNED_WEIGHT)
    return _shrunk(recent, recent_running, day, DAY_WEIGHT)


def _shrunk(count: int, minutes: float, expected: float, weight: int) -> float:
    if not expected:
        return count / minutes if minutes else 0.0
    return (count + weight) / (minutes + weight / expected)


def still_to_come(rate: float, minutes: float) -> tuple[float, float, float]:
    """Applications in the planned minutes left: (expected, low, high), an 80 % band, none below 0."""
    expected = rate * minutes
    below, above = _band(minutes)
    return expected, max(0.0, expected - below * sqrt(expected)), expected + above * sqrt(expected)


def _band(minutes: float) -> tuple[float, float]:
    place = bisect_left(BAND, minutes, key=lambda row: row[0])
    earlier, later = BAND[max(0, place - 1)], BAND[min(place, len(BAND) - 1)]
    part = (minutes - earlier[0]) / (later[0] - earlier[0]) if earlier is not later else 0.0
    return earlier[1] + part * (later[1] - earlier[1]), earlier[2] + part * (later[2] - earlier[2])
