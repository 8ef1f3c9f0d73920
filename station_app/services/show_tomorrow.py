"""What tomorrow may bring, by device: asked once a business day, since only days that are over tell of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from campaign.calendar import business_day, format_time, parse_time
from campaign.quota import WindowPlan, day_windows
from campaign.rows import JournalRow
from campaign.tomorrow import expected_count
from db.reads.campaign_days import counted_by_day, versions_by_day
from db.reads.point import devices_of
from station_app.services.station import Station

HISTORY_DAYS = 7


@dataclass(frozen=True, slots=True)
class TomorrowFigures:
    """``today`` is the business day on which it was asked; devices without planned time tomorrow are left out."""

    today: date
    expected: Mapping[str, int]


def tomorrow_figures(station: Station) -> TomorrowFigures:
    """From one consistent snapshot; the point's days before it counted anything tell nothing."""
    identity = station.identity
    with station.store.read() as snapshot:
        journal = snapshot.get(JournalRow, identity.station, identity.epoch)
        today = business_day(parse_time(max(format_time(station.clock()), journal.last_at if journal else "")))
        past = [today - timedelta(days=back) for back in range(HISTORY_DAYS, 0, -1)]
        span = identity.station, past[0].isoformat(), today.isoformat()
        counted = counted_by_day(snapshot, *span, station.catalogue.counted_outcomes)
        opened = versions_by_day(snapshot, *span)
        plans = station.plans(snapshot)
        devices = [row.device for row in devices_of(snapshot, identity.station)]
    begun = [day for day in past if any(known <= day.isoformat() for known in counted)]
    expected = {}
    for device in devices:
        history = [
            (
                counted.get(day.isoformat(), {}).get(device, 0),
                _minutes(day_windows(plans, identity.station, device, day, opened.get((day.isoformat(), device), {}))),
            )
            for day in begun
        ]
        windows = day_windows(plans, identity.station, device, today + timedelta(days=1), {})
        if planned := _minutes(windows):
            quota = sum(window.quota for window in windows)
            expected[device] = expected_count(history, quota=quota, planned_minutes=planned)
    return TomorrowFigures(today, expected)


def _minutes(windows: tuple[WindowPlan, ...]) -> int:
    return sum(window.planned_minutes for window in windows)
