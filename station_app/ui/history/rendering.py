"""A past day's figures as the screen shows them."""

from __future__ import annotations

from collections.abc import Callable, Set
from datetime import datetime, time

from campaign.calendar import VIETNAM
from campaign.hours import Hour
from campaign.stretch import HOUR, MINUTE
from campaign.way import minute_of, way_of
from station_app.services.show_history import DeviceWay, PastDay
from station_app.ui.history.shown import DayShown, DeviceDay, HourDone

_HOUR = HOUR // MINUTE
Minute = Callable[[datetime], float]
"""Minutes from 00:00 of the business day."""


def day_shown(past: PastDay, window: str, drawn: Set[str]) -> DayShown:
    """``window``: one window's part, "" for all; ``drawn``: whose lines are wanted, all where none of them ran."""
    midnight = datetime.combine(past.report.day, time(), VIETNAM)

    def minute(moment: datetime) -> float:
        return (moment - midnight) / MINUTE

    windows = [one for one in past.windows if window in ("", one.id)]
    first, last = (minute(windows[0].start), minute(windows[-1].end)) if windows else (0.0, 0.0)
    wanted = drawn & {way.device for way in past.ways if way.ran}
    return DayShown(
        day=past.report.day,
        final=past.report.final,
        devices=tuple(
            _device(past, way, window, first, last, minute, drawn=way.ran and (not wanted or way.device in wanted))
            for way in past.ways
        ),
        first=first,
        last=last,
        starts=tuple((minute(one.start), one.label) for one in windows[1:]),
    )


def _device(
    past: PastDay, way: DeviceWay, window: str, first: float, last: float, minute: Minute, *, drawn: bool
) -> DeviceDay:
    shifts = [one for one in past.report.shifts if one.device == way.device and window in ("", one.window)]
    of_device = next(one for one in past.report.devices if one.device == way.device)
    hours = [hour for hour in way.hours if not window or _within(hour, first, last)]
    until = min(last, minute(past.report.moment))
    return DeviceDay(
        device=way.device,
        label=way.label or way.device,
        done=sum(shift.counted for shift in shifts),
        quota=sum(shift.quota for shift in shifts) if window else of_device.quota,
        downtime=sum(sum(shift.downtime.values()) for shift in shifts),
        hours=tuple(HourDone(hour.hour, hour.counted, hour.planned) for hour in hours),
        points=way_of(hours, first, until) if last > first else (),
        stops=tuple(
            (max(first, minute(since)), min(last, minute(end)))
            for since, end in way.stops
            if minute(end) > first and minute(since) < last
        ),
        ran=bool(shifts),
        drawn=drawn and bool(shifts),
    )


def _within(hour: Hour, first: float, last: float) -> bool:
    begins = minute_of(hour.hour)
    return begins + _HOUR > first and begins < last
