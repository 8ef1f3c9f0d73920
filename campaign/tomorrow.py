"""What a device may be expected to take on its next day."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import floor


def expected_count(history: Iterable[tuple[int, int]], *, quota: int, planned_minutes: int) -> int:
    """At the rate of its last days, beside which the plan weighs as one day more; without any, the plan's quota.

    ``history``: (counted, planned minutes) by day, days that failed included; ``quota`` of the ``planned_minutes`` of
    the day asked about. A proposal of this project: the rules give no formula.
    """
    days = list(history)
    minutes = sum(planned for _, planned in days) + planned_minutes
    if not minutes:
        return 0
    return floor(Fraction(sum(counted for counted, _ in days) + quota, minutes) * planned_minutes + Fraction(1, 2))
