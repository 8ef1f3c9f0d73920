"""Whether one outcome has an unusual share at a device.

A proposal of this project, as the rules name the matter but no measure: a share that is higher than usual by four
standard deviations and by ten points, so that a few early applications, or a rare outcome that came twice, say
nothing. On simulated days whose outcomes are all drawn alike, about one device-day in a hundred is taken for unusual
at any time of it (tests/campaign/test_outcome_share.py measures it).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

FEWEST = 30
"""Applications of a device before its shares say anything, and of others beside them."""
DEVIATIONS = 4.0
POINTS = 10


@dataclass(frozen=True, slots=True)
class Share:
    """Of one outcome, in whole percent; ``usual`` is what it is beside."""

    outcome: str
    percent: int
    usual: int


def unusual_share(counts: Mapping[str, int], usual: Mapping[str, int]) -> Share | None:
    """The outcome whose share stands out most, None where none does.

    ``counts``: a device's unvoided applications of the day by outcome; ``usual``: those that it is compared with.
    """
    many, others = sum(counts.values()), sum(usual.values())
    if many < FEWEST or others < FEWEST:
        return None
    found = [
        (_deviations(count, many, usual.get(outcome, 0), others), outcome)
        for outcome, count in counts.items()
        if 100 * (count * others - usual.get(outcome, 0) * many) >= POINTS * many * others
    ]
    most, outcome = max(found, default=(0.0, ""))
    if most < DEVIATIONS:
        return None
    return Share(outcome, round(100 * counts[outcome] / many), round(100 * usual.get(outcome, 0) / others))


def _deviations(count: int, many: int, usual: int, others: int) -> float:
    """How many standard deviations two shares are apart, were they drawn from the same."""
    together = (count + usual) / (many + others)
    spread = sqrt(together * (1 - together) * (1 / many + 1 / others))
    return (count / many - usual / others) / spread if spread else 0.0
