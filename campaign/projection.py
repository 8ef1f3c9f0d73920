"""At what rate a device takes applications, and where the day will close at that rate (campaign rules, Quota and pace).

The formula is the rules'; the constants are measured on simulated days 1 to 500 (bench/forecast.py: arrival waves,
breaks, stops, changes of shift, crews that stay), and reported on others. An expected rate weighs as much as so many
applications: an hour's twenty are few, so the last hour only bends the day's rate, and the planned rate holds a first
hour's rush down.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from math import sqrt
from statistics import NormalDist

RECENT_MINUTES = 60
NORMAL_80 = 1.2816
"""Standard deviations either side that hold 80 % of a normal distribution."""
PLANNED_WEIGHT = 40
"""Applications: what the planned rate weighs beside the day's. Measured: least error, seeds 1 to 500."""
DAY_WEIGHT = 300
"""Applications: what the day's rate weighs beside that of the last running minutes. Measured: as above."""
STOPS_AHEAD = 20
"""Minutes: so many of the day's stops count as time of the day's rate, for the rest of the day has its breaks and small
failures too; a longer stop need not come again. Measured: every hour better than the rate so far, seeds 1 to 500.
"""

BAND = (
    (60, 1.94, 2.48),
    (120, 1.49, 1.85),
    (180, 1.18, 1.82),
    (240, 0.75, 1.92),
    (300, 1.55, 1.15),
    (360, 1.47, 1.23),
    (420, 1.43, 1.42),
    (480, 1.40, 1.68),
    (540, 1.42, 1.88),
    (600, 2.13, 1.52),
    (660, 3.13, 0.86),
    (720, 3.08, 1.09),
    (780, 2.80, 1.97),
)
"""(planned minutes left, below, above): an 80 % band, in square roots of the expected count.

Measured: the tenth and ninetieth of a hundred simulated days at each hour, seeds 1 to 500, 3 % narrower since whole
numbers at the edges are within. Uneven where breaks and the
noon lull lie ahead, or where a crew stays to serve those who wait; between two rows a straight line, beyond them the
outermost.
"""


def rate_per_minute(
    *, planned: float, done: int, running: float, recent: int, recent_running: float, stopped: float = 0
) -> float:
    """The rate of the last running minutes, shrunk towards the day's, which is shrunk towards the planned one.

    ``planned``: per minute; ``done`` in ``running`` minutes of the day, ``recent`` in the last ``recent_running`` of
    them; ``stopped``: minutes of its pauses, to be told where it is about the time to come.
    """
    day = _shrunk(done, running + min(stopped, running, STOPS_AHEAD), planned, PLANNED_WEIGHT)
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


def band_together(bands: Iterable[tuple[int, int, int]]) -> tuple[float, float]:
    """Of several devices' (low, expected, high): an 80 % band of their sum, which holds what is expected of it.

    What the time of day does to a band, it does to all of them: how far their middles lie from what is expected adds
    up. The rest is each device's own: half the widths add up as squares. Where the leanings of many carry the band
    past what is expected, that becomes one of its edges.
    """
    every = list(bands)
    expected = sum(middle for _, middle, _ in every)
    lean = sum((low + high) / 2 - middle for low, middle, high in every)
    half = sqrt(sum((high - low) ** 2 for low, _, high in every)) / 2
    if abs(lean) <= half:
        return expected + lean - half, expected + lean + half
    normal = NormalDist(abs(lean), max(half, 0.5) / NORMAL_80)
    far = normal.inv_cdf(min(normal.cdf(0) + 0.8, 0.9999))
    return (expected, expected + far) if lean > 0 else (expected - far, expected)


def _band(minutes: float) -> tuple[float, float]:
    place = bisect_left(BAND, minutes, key=lambda row: row[0])
    earlier, later = BAND[max(0, place - 1)], BAND[min(place, len(BAND) - 1)]
    part = (minutes - earlier[0]) / (later[0] - earlier[0]) if earlier is not later else 0.0
    return earlier[1] + part * (later[1] - earlier[1]), earlier[2] + part * (later[2] - earlier[2])
