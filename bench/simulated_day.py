"""A day of one device as resources/data/simulated_days.json describes it: who comes when, is served when, with what
outcome.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import resources
from bench.people import Document
from campaign.calendar import VIETNAM
from campaign.stretch import Stretch

OPENS, CLOSES = 7.5, 22.5
CHANGES = ((12.5, "ca-2"), (17.5, "ca-3"))
"""Hours of the clock: three windows in a row, and when the later ones begin."""


@dataclass(frozen=True, slots=True)
class Served:
    """Somebody was served until ``at``."""

    at: datetime
    outcome: str
    document: Document


@dataclass(frozen=True, slots=True)
class Stopped:
    """The device stood still for a coded cause."""

    since: datetime
    until: datetime
    cause: str


def parameters() -> Mapping[str, Any]:
    """The file as it is."""
    values: Mapping[str, Any] = json.loads(resources.read("data/simulated_days.json"))
    return values


class SimulatedDay:
    """One device, one crew, one person at a time; hours of the clock as floats inside, moments outside.

    ``changes``: when nobody is served because a crew hands over to the next. Whoever waits when the last window ends
    is served if the crew stays.
    """

    def __init__(self, day: date, random: Random) -> None:
        self._day = day
        self._random = random
        self._told = parameters()
        self.stops = self._stops()
        self.changes = [self._change(hour, window) for hour, window in CHANGES]
        self._still = [(stop.since, stop.until) for stop in self.stops] + self.changes
        self.served = list(self._serve())

    def _moment(self, hour: float) -> datetime:
        start = datetime(self._day.year, self._day.month, self._day.day, tzinfo=VIETNAM)
        return (start + timedelta(hours=hour)).replace(microsecond=0)

    def _arrivals(self) -> list[float]:
        told, random = self._told["arrivals"], self._random
        shape = 1 / told["day_factor"]["cv"] ** 2
        factor = random.gammavariate(shape, 1 / shape)
        if random.random() < told["rain_day"]["probability"]:
            factor *= told["rain_day"]["factor"]
        weights = {int(hour): weight for hour, weight in told["hour_weights"].items()}
        per_weight = told["mean_per_device_day"] * factor / sum(weights.values())
        arrivals = []
        for hour, weight in weights.items():
            at = float(hour)
            while (at := at + random.expovariate(weight * per_weight)) < hour + 1:
                arrivals.append(at)
        call_up = told["group_call_up"]
        if random.random() < call_up["probability_per_day"]:
            hour = random.choice(call_up["hour"]["values"])
            arrivals += [
                hour + random.random() / 6
                for _ in range(random.randint(call_up["size"]["low"], call_up["size"]["high"]))
            ]
        return sorted(max(OPENS, at) for at in arrivals if at < CLOSES)

    def _stops(self) -> list[Stopped]:
        told, random = self._told["stops"], self._random
        spans: list[tuple[float, float, str]] = []
        for rest in self._told["breaks"]:
            hour, minute = map(int, rest["around"].split(":"))
            at = hour + (minute + random.uniform(-1, 1) * rest["spread_minutes"]) / 60
            spans.append((at, random.uniform(rest["minutes"]["low"], rest["minutes"]["high"]) / 60, rest["cause"]))
        at = OPENS
        while (at := at + random.expovariate(told["rate_per_device_day"] / (CLOSES - OPENS))) < CLOSES - 0.5:
            minutes = min(
                told["minutes"]["maximum"],
                random.lognormvariate(math.log(told["minutes"]["median"]), told["minutes"]["sigma"]),
            )
            (cause,) = random.choices(list(told["causes"]), list(told["causes"].values()))
            spans.append((at, minutes / 60, cause))
        stops: list[Stopped] = []
        end = OPENS
        for start, length, cause in sorted(spans):
            start = max(start, end + 1 / 60)
            end = min(start + length, CLOSES)
            if end > start:
                stops.append(Stopped(self._moment(start), self._moment(end), cause))
        return stops

    def _change(self, hour: float, window: str) -> Stretch:
        told, random = self._told, self._random
        handing_over = random.uniform(told["handover_minutes"]["low"], told["handover_minutes"]["high"])
        late = random.expovariate(1 / told["start_delay_minutes"][window]["mean"])
        return self._moment(hour), self._moment(hour + (handing_over + late) / 60)

    def _stays_until(self) -> float:
        told, random = self._told["overrun"], self._random
        return CLOSES + (told["maximum_minutes"] / 60 if random.random() < told["probability"] else 0)

    def _serve(self) -> list[Served]:
        told, random = self._told, self._random
        stays_until = self._stays_until()
        service = told["service_seconds"]
        own = random.lognormvariate(0, service["device_factor"]["sigma"])
        free = OPENS + random.expovariate(1 / told["start_delay_minutes"]["ca-1"]["mean"]) / 60
        served = []
        for arrival in self._arrivals():
            patience = (
                random.lognormvariate(math.log(told["patience_minutes"]["median"]), told["patience_minutes"]["sigma"])
                / 60
            )
            start = self._past_stops(max(arrival, free))
            if start - arrival > patience or start >= stays_until:
                continue
            (outcome,) = random.choices(list(told["outcomes"]), list(told["outcomes"].values()))
            (document,) = random.choices(list(told["documents"]), list(told["documents"].values()))
            seconds = max(service["minimum"], random.lognormvariate(math.log(service["median"]), service["sigma"]))
            seconds *= own * service["by_outcome"][outcome]
            seconds *= 1 + service["fatigue"]["per_hour"] * max(0.0, start - service["fatigue"]["from_hour_of_day"])
            free = self._past_stops(start + seconds / 3600)
            served.append(Served(self._moment(free), outcome, document))
        return served

    def _past_stops(self, hour: float) -> float:
        """The first hour from `hour` on at which somebody is served."""
        for since, until in sorted(self._still):
            if since <= self._moment(hour) < until:
                hour = (until - self._moment(0)).total_seconds() / 3600 + 1 / 3600
        return hour
