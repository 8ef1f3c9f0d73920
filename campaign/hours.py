"""What was counted in each clock hour of a business day beside what was planned for it: the hour bars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from campaign.calendar import DAY_ENDS
from campaign.quota import WindowPlan
from campaign.stretch import HOUR, by_hour, total, until

_FIRST = DAY_ENDS // HOUR  # the clock hour with which a business day begins


@dataclass(frozen=True, slots=True)
class Hour:
    """``hour``: of the clock, 0-23; ``planned``: applications planned for its planned minutes that are gone."""

    hour: int
    counted: int
    planned: float


def hours(counted: Mapping[int, int], windows: Sequence[WindowPlan], now: datetime) -> tuple[Hour, ...]:
    """From the first to the last hour in which there was planned time or something was counted, in the day's order.

    ``counted``: counted applications less voids by clock hour.
    """
    pieces = [piece for window in windows for piece in window.pieces]
    gone: defaultdict[int, timedelta] = defaultdict(timedelta)
    for piece in until(pieces, now):
        for cut in by_hour(piece):
            gone[cut[0].hour] += total([cut])
    quota, planned = sum(window.quota for window in windows), total(pieces)
    used = [*gone, *(hour for hour, count in counted.items() if count)]
    places = [(hour - _FIRST) % 24 for hour in used]
    shown = [(place + _FIRST) % 24 for place in range(min(places), max(places) + 1)] if places else []
    return tuple(Hour(hour, counted.get(hour, 0), quota * (gone[hour] / planned) if planned else 0.0) for hour in shown)
