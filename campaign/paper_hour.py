"""The time of day that a paper form bears, as it is typed when the work of a power cut is caught up on."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from campaign.calendar import at_clock
from campaign.refusal import InputRefused

_CLOCK = re.compile(r"\s*([01]?[0-9]|2[0-3])\s*(?:[:h.]\s*)?([0-5][0-9])?\s*", re.ASCII | re.IGNORECASE)


def moment_on_paper(text: str, day: date) -> datetime:
    """`14:30`, `14h30`, `1430`, `14` (the full hour) within the business day ``day``: before 04:00 is its night.

    Raises InputRefused("bad_hour") for any other text.
    """
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise InputRefused("bad_hour")
    hour, minute = found.groups()
    return at_clock(day, time(int(hour), int(minute or 0)))
