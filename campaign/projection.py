"""At what rate a device takes applications, and where the day will close at that rate (campaign rules, Quota and pace).

The formula is the rules'; the constants are a proposal of this project, to be calibrated by changing them alone. An
expected rate weighs as much as so many minutes in which it was observed: those in which it brings ``PRIOR_COUNT``
applications, so that it fades when many are logged, but no more than ``PRIOR_MINUTES``. A count still to come is taken
as Poisson around a rate that is itself uncertain.
"""

from __future__ import annotations

from math import sqrt

RECENT_MINUTES = 60
PRIOR_COUNT = 15
PRIOR_MINUTES = 45
RATE_SPREAD = 0.12  # of the rate over the rest of a day: standard deviation / mean
BAND = 1.2816  # standard deviations either side that hold 80 % of a normal distribution


def rate_per_minute(*, planned: float, done: int, running: float, recent: int, recent_running: float) -> float:
    """The rate of the last running minutes, shrunk towards the day's, which is shrunk towards the planned one.

    ``planned``: per minute; ``done`` in ``running`` minutes of the day, ``recent`` in the last ``recent_running`` of
    them.
    """
    day = _shrunk(done, running, planned)
    return _shrunk(recent, recent_running, day)


def _shrunk(count: int, minutes: float, expected: float) -> float:
    weight = min(PRIOR_MINUTES, PRIOR_COUNT / expected) if expected else 0
    return (count + weight * expected) / (minutes + weight) if minutes + weight else 0.0


def still_to_come(rate: float, minutes: float) -> tuple[float, float, float]:
    """Applications in the planned minutes left: (expected, low, high), an 80 % band, none below 0."""
    expected = rate * minutes
    spread = BAND * sqrt(expected + (RATE_SPREAD * expected) ** 2)
    return expected, max(0.0, expected - spread), expected + spread
