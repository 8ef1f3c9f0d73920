"""A day that is past, as the board once showed it: the report's figures, and each device's way through the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from campaign.downtime import Span
from campaign.hours import Hour, hours
from campaign.quota import day_windows, plan_in_force
from campaign.stretch import Stretch
from db.reads.day import DeviceHours, hours_of_day
from db.reads.point import devices_of
from db.reads.shifts import shifts_of_day, spans_of_day
from station_app.services.report_day import DayReport, report_day
from station_app.services.station import Station


@dataclass(frozen=True, slots=True)
class DeviceWay:
    """``stops``: when it was paused, in the order of time; ``ran``: a shift was opened for it."""

    device: str
    label: str
    hours: tuple[Hour, ...]
    stops: tuple[Stretch, ...]
    ran: bool


@dataclass(frozen=True, slots=True)
class PastWindow:
    """Of the plan that was in force that day."""

    id: str
    label: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class PastDay:
    """``windows``: none where no plan was in force."""

    report: DayReport
    ways: tuple[DeviceWay, ...]
    windows: tuple[PastWindow, ...]


def past_day(station: Station, day: date) -> PastDay:
    """Today too, as far as it has come. The cost is that of the day, whatever the journal's length.

    Raises NotPermitted.
    """
    report = report_day(station, day)
    code, iso = station.identity.station, day.isoformat()
    with station.store.read() as snapshot:
        plans = station.plans(snapshot)
        plan = plan_in_force(plans, day)
        tallied = hours_of_day(snapshot, code, iso, station.catalogue.counted_outcomes)
        spans = spans_of_day(snapshot, code, iso)
        shifts = shifts_of_day(snapshot, code, iso)
        ways = []
        for row in devices_of(snapshot, code):
            opened = {shift.window: shift.plan_version for shift in shifts if shift.device == row.device}
            counted = tallied.get(row.device) or DeviceHours({}, {})
            windows = day_windows(plans, code, row.device, day, opened)
            stops = [Span.of(span).so_far(report.moment) for span in spans.get(row.device, []) if span.cause]
            ways.append(
                DeviceWay(
                    row.device, row.label, hours(counted.by_hour, windows, report.moment), tuple(stops), bool(opened)
                )
            )
    return PastDay(
        report=report,
        ways=tuple(ways),
        windows=tuple(PastWindow(window.id, window.label, *window.on(day)) for window in plan.window) if plan else (),
    )
