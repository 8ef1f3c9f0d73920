"""The time of an application that was filled on paper while there was no power: what it may be."""

from __future__ import annotations

from datetime import date, datetime

from campaign.calendar import parse_time
from campaign.quota import window_of
from campaign.refusal import InputRefused
from campaign.rows import ShiftRow
from station_app.services.station import Work


def check_happened(work: Work, shift: ShiftRow, happened_at: str, now: str) -> None:
    """Within the shift so far: from its opening, or from its window's planned start where it could only open late.

    A pause is no bar: what was worked while the computer was off can't be told from it afterwards. Raises
    InputRefused("bad_time", "happened_at_future", "happened_at_before_shift").
    """
    happened = parse_time(happened_at)
    if happened > parse_time(now):
        raise InputRefused("happened_at_future")
    begins = _begins(work, shift)
    if happened < begins:
        raise InputRefused("happened_at_before_shift", since=begins.strftime("%H:%M"))


def _begins(work: Work, shift: ShiftRow) -> datetime:
    opened = parse_time(shift.opened_at).replace(second=0)  # a time from paper has no seconds
    day = date.fromisoformat(shift.day)
    plan = next((plan for plan in work.station.plans(work.tx) if plan.version == shift.plan_version), None)
    window = window_of(plan, work.code, shift.device, day, shift.window) if plan else None
    return min(opened, window.start) if window else opened
