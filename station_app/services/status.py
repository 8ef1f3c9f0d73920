"""How the station stands: `stationctl status` and `shift list`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from campaign.calendar import parse_time
from campaign.pace import Pace
from db.reads.shifts import all_shifts
from db.reads.sync import Standing, standing_of
from station_app.services.figures import DayFigures, day_figures
from station_app.services.station import Station

SECONDS_AN_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Status:
    """``warnings`` are codes: what deserves attention now."""

    station: str
    drill: bool
    standing: Standing
    figures: DayFigures
    warnings: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The command line's answer, its keys in the contract's order."""
        standing, figures = self.standing, self.figures
        return {
            "station": self.station,
            "epoch": standing.epoch,
            "last": standing.last,
            "head": standing.head,
            "acknowledged": standing.mark,
            "unsent": standing.unsent,
            "oldest_unsent_at": standing.oldest_unsent_at or None,
            "drill": self.drill,
            "day": figures.day.isoformat(),
            "devices": [
                {
                    "device": device.device,
                    "shift": device.shift.shift if device.shift else None,
                    "state": device.state,
                    **_pace(device.pace),
                }
                for device in figures.devices
            ],
            "station_total": _pace(figures.total),
            "funnel": {
                "logged": figures.funnel.logged,
                "sealed": figures.funnel.sealed,
                "exported": figures.funnel.exported,
                "received": figures.funnel.received,
            },
            "last_receipt_at": standing.received_at or None,
            "warnings": list(self.warnings),
        }


def _pace(pace: Pace) -> dict[str, int]:
    return {
        "done": pace.done,
        "quota": pace.quota,
        "plan_to_now": pace.plan_to_now,
        "ahead": pace.ahead,
        "ahead_minutes": pace.ahead_minutes,
        "rate_per_hour": pace.rate_per_hour,
        "projected_close": pace.projected_close,
        "downtime_minutes": pace.downtime_minutes,
    }


def station_status(station: Station) -> Status:
    """Everything that `status` tells, from one consistent snapshot."""
    identity = station.identity
    with station.store.read() as snapshot:
        figures = day_figures(station, snapshot)
        standing = standing_of(snapshot, identity.station, identity.epoch)
    return Status(identity.station, identity.drill, standing, figures, tuple(_warnings(station, standing, figures)))


def _warnings(station: Station, standing: Standing, figures: DayFigures) -> list[str]:
    warnings = []
    if figures.plan is None:
        warnings.append("no_plan")
    if station.revoked:
        warnings.append("station_revoked")
    if any(device.state == "overdue" for device in figures.devices):
        warnings.append("shift_overdue")
    if standing.oldest_unsent_at and figures.plan:
        hours = (figures.now - parse_time(standing.oldest_unsent_at)).total_seconds() / SECONDS_AN_HOUR
        if hours >= figures.plan.sync.orange_hours:
            warnings.append("sync_late")
        elif hours >= figures.plan.sync.amber_hours:
            warnings.append("sync_due")
    return warnings


@dataclass(frozen=True, slots=True)
class ShiftListed:
    """``ended_at`` is None while the shift is unsealed."""

    shift: str
    device: str
    window: str
    day: str
    state: str
    quota: int
    planned_minutes: int
    opened_at: str
    ended_at: str | None
    commander: str


def list_shifts(station: Station) -> list[ShiftListed]:
    """All shifts, newest first."""
    with station.store.read() as snapshot:
        rows = all_shifts(snapshot, station.identity.station)
    return [
        ShiftListed(
            shift=row.shift,
            device=row.device,
            window=row.window,
            day=row.day,
            state=row.state,
            quota=row.quota,
            planned_minutes=row.planned_minutes,
            opened_at=row.opened_at,
            ended_at=row.ended_at or None,
            commander=row.commander,
        )
        for row in rows
    ]
