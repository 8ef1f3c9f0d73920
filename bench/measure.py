"""One measurement: the product beside a bare floor, alternately in one run: a noisy machine hurts both."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Measurement:
    """Medians of ``n`` runs each, in ``unit``; the smaller the ratio the better, 1 is the floor itself."""

    name: str
    value: float
    floor: float
    unit: str
    n: int
    more: Mapping[str, float] = field(default_factory=dict)
    """What else was measured of the product, by its name with the unit."""

    @property
    def ratio(self) -> float:
        return self.value / self.floor

    def tell(self) -> None:
        """The contract's JSON line."""
        line = {
            "name": self.name,
            "value": round(self.value, 4),
            "floor": round(self.floor, 4),
            "unit": self.unit,
            "ratio": round(self.ratio, 3),
            "n": self.n,
            **self.more,
        }
        print(json.dumps(line), flush=True)


def timed(call: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    start = perf_counter()
    call()
    return perf_counter() - start


def alternately(
    name: str, value: Callable[[int], object], floor: Callable[[int], object], n: int, *, warm_up: int = 1
) -> Measurement:
    """Calls `value` and `floor` in turn with 0 … n-1, in milliseconds; the first `warm_up` pairs don't count."""
    values, floors = [], []
    for number in range(n + warm_up):
        values.append(timed(partial(value, number)))
        floors.append(timed(partial(floor, number)))
    return Measurement(name, median(values[warm_up:]) * 1000, median(floors[warm_up:]) * 1000, "ms", n)
