"""Vietnam time and the business day, whatever the computer says.

A time is `2021-04-02T08:14:09+07:00`: whole seconds, always +07:00, so that text order is time order
(docs/bundle-format.md). The business day ends at 04:00 (campaign rules, Day).
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache

from campaign.refusal import InputRefused

VIETNAM = timezone(timedelta(hours=7))
DAY_ENDS = timedelta(hours=4)

# The clock is looked at here: later Pythons take 24:00 for the next day's 00:00.
_TIME = re.compile(r"\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\+07:00", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def in_vietnam(moment: datetime) -> datetime:
    """An aware moment as whole seconds of Vietnam time."""
    return moment.astimezone(VIETNAM).replace(microsecond=0)


def format_time(moment: datetime) -> str:
    """`2021-04-02T08:14:09+07:00`."""
    return in_vietnam(moment).isoformat()


@lru_cache(maxsize=1024)
def parse_time(text: str) -> datetime:
    """The inverse of `format_time`. Raises InputRefused("bad_time") for any other text."""
    if not _TIME.fullmatch(text):
        raise InputRefused("bad_time")
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise InputRefused("bad_time") from None


@lru_cache(maxsize=1024)
def parse_day(text: str) -> date:
    """A calendar day `2021-04-02`. Raises InputRefused("bad_day")."""
    if not _DAY.fullmatch(text):
        raise InputRefused("bad_day")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputRefused("bad_day") from None


def business_day(moment: datetime) -> date:
    """The day that a moment counts in: until 04:00 still the day before."""
    return (in_vietnam(moment) - DAY_ENDS).date()


def at_clock(day: date, clock: time) -> datetime:
    """A wall-clock time within a business day: times before 04:00 are those of the following night."""
    moment = datetime.combine(day, clock, VIETNAM)
    return moment + timedelta(days=1) if timedelta(hours=clock.hour, minutes=clock.minute) < DAY_ENDS else moment


def day_ends(day: date) -> datetime:
    """The moment at which a business day is over: 04:00 of the next calendar day."""
    return datetime.combine(day, time(), VIETNAM) + timedelta(days=1) + DAY_ENDS
