"""How honest the forecast is: simulated days, looked at every hour, beside the true close of each."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

import resources
from bench.simulated_day import CLOSES, OPENS, SimulatedDay, parameters
from campaign.calendar import VIETNAM
from campaign.downtime import Span
from campaign.pace import Pace, pace_of, sum_paces
from campaign.plan_document import plan_from_toml
from campaign.quota import WindowPlan, windows_of
from campaign.stretch import HOUR, MINUTE

DAY = date(2021, 4, 8)
TUNED = range(1, 501)
REPORTED = range(10_001, 11_001)
"""Seeds: the constants of `campaign.projection` were chosen on the first, only the others are reported."""
POINT = 6
"""Devices of a point: every six days in a row make one."""


@dataclass(slots=True)
class HourOfDays:
    """What was said after so many hours of the day; errors in applications, each without its sign."""

    held: list[bool] = field(default_factory=list)
    errors: list[int] = field(default_factory=list)
    naive: list[float] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)

    def line(self, name: str) -> dict[str, object]:
        """``ratio``: of the mean error to that of "rate so far x time left"; the smaller the better."""
        days = len(self.held)
        error, naive = sum(self.errors) / days, sum(self.naive) / days
        return {
            "name": name,
            "coverage": round(sum(self.held) / days, 3),
            "width": round(sum(self.widths) / days, 1),
            "value": round(error, 2),
            "floor": round(naive, 2),
            "unit": "applications",
            "ratio": round(error / naive, 3),
            "n": days,
        }


@dataclass(frozen=True, slots=True)
class Said:
    """A device's figures after ``hours`` of its day, beside what the day came to."""

    hours: int
    pace: Pace
    close: int


def forecast(seeds: Iterable[int]) -> dict[int, list[Said]]:
    """What was said of each day, by whole hours since the first window began, from the second on."""
    hours: defaultdict[int, list[Said]] = defaultdict(list)
    windows = windows_of(plan_from_toml(resources.read("data/plan_example.toml")), "HP-LC-07", "TB-1", DAY)
    for seed in seeds:
        day = _Logged(Random(seed))
        for number in range(2, int(CLOSES - OPENS)):
            hours[number].append(Said(number, day.pace(windows, day.opens + number * HOUR), len(day.counted)))
    return hours


def lines(seeds: Iterable[int] = REPORTED) -> Iterator[dict[str, object]]:
    """A line per hour, and one of all of them together: of a device, then of a point."""
    devices = forecast(seeds)
    points = {number: [_together(said[at : at + POINT]) for at in range(len(said) - POINT + 1)]
              for number, said in devices.items()}  # fmt: skip
    for name, found in (("forecast", devices), ("forecast_point", points)):
        for number, said in found.items():
            yield _measured(said).line(f"{name}_hour_{number:02}")
        yield _measured([one for said in found.values() for one in said]).line(f"{name}_all_hours")


def _together(said: Sequence[Said]) -> Said:
    return Said(said[0].hours, sum_paces(one.pace for one in said), sum(one.close for one in said))


def _measured(said: Iterable[Said]) -> HourOfDays:
    measured = HourOfDays()
    for one in said:
        pace = one.pace
        measured.held.append(pace.projected_low <= one.close <= pace.projected_high)
        measured.widths.append(pace.projected_high - pace.projected_low)
        measured.errors.append(abs(pace.projected_close - one.close))
        measured.naive.append(abs(pace.done * (CLOSES - OPENS) / one.hours - one.close))
    return measured


class _Logged:
    """A simulated day as its journal tells it: some pauses are recorded late, a shift is closed over each change."""

    def __init__(self, random: Random) -> None:
        day = SimulatedDay(DAY, random)
        midnight = datetime(DAY.year, DAY.month, DAY.day, tzinfo=VIETNAM)
        self.opens, self.closes = midnight + OPENS * HOUR, midnight + CLOSES * HOUR
        self.counted = [served.at for served in day.served if served.outcome == "accepted"]
        self._spans = list(self._recorded(day, random))

    def _recorded(self, day: SimulatedDay, random: Random) -> Iterator[Span]:
        told = parameters()["stops"]["recorded_late"]
        since = self.opens
        for begins, ends, cause in sorted(
            [(stop.since, stop.until, stop.cause) for stop in day.stops]
            + [(begins, ends, "") for begins, ends in day.changes]
        ):
            late = random.expovariate(1 / told["minutes"]["mean"]) if random.random() < told["probability"] else 0.0
            begins = max(since, begins + (late * MINUTE if cause else timedelta()))
            if begins < ends:
                yield Span(since, begins)
                if cause:
                    yield Span(begins, ends, cause)
                since = ends
        yield Span(since, max(self.closes, self.counted[-1]))

    def spans(self, now: datetime) -> list[Span]:
        return [
            Span(span.since, span.until if span.until and span.until <= now else None, span.cause)
            for span in self._spans
            if span.since < now
        ]

    def pace(self, windows: tuple[WindowPlan, ...], now: datetime) -> Pace:
        counted = [moment for moment in self.counted if moment <= now]
        return pace_of(windows, now=now, done=len(counted), spans=self.spans(now), recent=counted, reducing=frozenset())


if __name__ == "__main__":
    first, last = map(int, sys.argv[1:3]) if len(sys.argv) == 3 else (REPORTED[0], REPORTED[-1])
    for line in lines(range(first, last + 1)):
        print(json.dumps(line))
