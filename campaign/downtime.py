"""Running and paused time of a device, in whole minutes, floored (campaign rules, Shift; Quota and pace).

A span lasts until ``now`` where it is still going on, and never beyond the end of the business day that it began in:
after 04:00 a shift takes no more entries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from campaign.calendar import business_day, day_ends, parse_time
from campaign.rows import SpanRow
from campaign.stretch import MINUTE, Stretch, by_hour, hour_of, total, whole_minutes


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a shift: running (``cause`` "") or paused for a cause; ``until`` is None while it lasts."""

    since: datetime
    until: datetime | None
    cause: str = ""

    @classmethod
    def of(cls, row: SpanRow) -> Span:
        return cls(parse_time(row.since), parse_time(row.until) if row.until else None, row.cause)

    def so_far(self, now: datetime) -> Stretch:
        """Never of negative length."""
        end = min(now, self.until or now, day_ends(business_day(self.since)))
        return self.since, max(end, self.since)


def running_minutes(spans: Iterable[Span], now: datetime) -> int:
    """Open less paused."""
    return whole_minutes(span.so_far(now) for span in spans if not span.cause)


def downtime_minutes(spans: Iterable[Span], now: datetime) -> int:
    """Paused for whatever cause."""
    return whole_minutes(span.so_far(now) for span in spans if span.cause)


def paused_minutes(spans: Iterable[Span], now: datetime) -> dict[str, int]:
    """By cause, as a closed shift tells it; a pause under a minute is there with 0."""
    times: defaultdict[str, timedelta] = defaultdict(timedelta)
    for span in spans:
        if span.cause:
            times[span.cause] += total([span.so_far(now)])
    return {cause: time // MINUTE for cause, time in times.items()}


def downtime_by_hour(spans: Iterable[Span], now: datetime) -> dict[tuple[int, str], int]:
    """By clock hour (0-23) and cause, of the spans of one business day.

    The seconds by which an hour of a cause exceeds whole minutes go to its next hour, so that the hours of a cause add
    up to its `paused_minutes`.
    """
    times: defaultdict[tuple[str, datetime], timedelta] = defaultdict(timedelta)
    for span in spans:
        if span.cause:
            for since, until in by_hour(span.so_far(now)):
                times[span.cause, hour_of(since)] += until - since
    minutes: dict[tuple[int, str], int] = {}
    so_far: defaultdict[str, timedelta] = defaultdict(timedelta)
    for (cause, hour), time in sorted(times.items()):
        before = so_far[cause] // MINUTE
        so_far[cause] += time
        minutes[hour.hour, cause] = so_far[cause] // MINUTE - before
    return minutes


def recent_running(spans: Iterable[Span], now: datetime, minutes: int) -> tuple[datetime, timedelta]:
    """Since when the last so many running minutes have run, and how much running time there is since then.

    Less than ``minutes`` where the day has no more; (now, 0) where nothing has run.
    """
    since, found, wanted = now, timedelta(), minutes * MINUTE
    for begins, ends in sorted([span.so_far(now) for span in spans if not span.cause], reverse=True):
        if found < wanted and begins < ends:
            since = max(begins, ends - (wanted - found))
            found += ends - since
    return since, found
