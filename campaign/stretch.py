"""Stretches of time: how long they are together, and how they are cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from campaign.calendar import in_vietnam

Stretch = tuple[datetime, datetime]
"""From a moment, included, until a moment, excluded."""

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


def total(stretches: Iterable[Stretch]) -> timedelta:
    """How long they are, each for itself."""
    return sum((until - since for since, until in stretches), timedelta())


def whole_minutes(stretches: Iterable[Stretch]) -> int:
    """Their time together, floored."""
    return total(stretches) // MINUTE


def common(some: Iterable[Stretch], others: Iterable[Stretch]) -> list[Stretch]:
    """Where each of some meets each of the others."""
    others = list(others)
    met = [(max(a[0], b[0]), min(a[1], b[1])) for a in some for b in others]
    return [stretch for stretch in met if stretch[0] < stretch[1]]


def until(stretches: Iterable[Stretch], moment: datetime) -> list[Stretch]:
    """What of them lies before a moment."""
    return [(since, min(end, moment)) for since, end in stretches if since < moment]


def hour_of(moment: datetime) -> datetime:
    """The beginning of the clock hour in Vietnam."""
    return in_vietnam(moment).replace(minute=0, second=0)


def by_hour(stretch: Stretch) -> Iterator[Stretch]:
    """A stretch, cut at every clock hour."""
    since, end = stretch
    while since < end:
        cut = min(end, hour_of(since) + HOUR)
        yield since, cut
        since = cut
