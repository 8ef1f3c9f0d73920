"""What of the point's day asks for attention, and who knows of it already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from campaign.attention import Difference, Explained, Watched, concerns
from campaign.calendar import day_ends, parse_time
from campaign.concern import Acknowledgement, Concern, acknowledgement_of
from campaign.plan import Attention, Sync
from campaign.rows import ExplainedRow, ShiftRow
from db.reads.attention import acknowledged_since, explained_on
from db.reads.campaign_days import outcomes_between
from db.reads.shifts import shifts_of_day
from db.reads.sync import standing_of
from db.transaction import Snapshot
from station_app.services.colleagues import full_name
from station_app.services.figures import DayFigures, DeviceFigures
from station_app.services.station import Station

USUAL_DAYS = 7


@dataclass(frozen=True, slots=True)
class Attended:
    """A line; ``known_by`` is the full name of who acknowledged it, "" while nobody has, and ``known_at`` when."""

    concern: Concern
    known_by: str = ""
    known_at: datetime | None = None


def usual_outcomes(station: Station, today: date) -> Mapping[str, int]:
    """Unvoided applications of the point's last seven days by outcome: asked once a business day."""
    first = today - timedelta(days=USUAL_DAYS)
    with station.store.read() as snapshot:
        return outcomes_between(snapshot, station.identity.station, first.isoformat(), today.isoformat())


def attention_of(
    station: Station, snapshot: Snapshot, day: DayFigures, usual: Mapping[str, int]
) -> tuple[Attended, ...]:
    """What nobody has acknowledged first, each part in the order of the rules. It reads some rows of two days, by key.

    A difference at yesterday's closings is told until somebody knows of it.
    """
    code, today, yesterday = station.identity.station, day.day, day.day - timedelta(days=1)
    before = [shift for shift in shifts_of_day(snapshot, code, yesterday.isoformat()) if shift.difference]
    shifts = before + shifts_of_day(snapshot, code, today.isoformat())
    explained = explained_on(snapshot, code, today.isoformat())
    unsent = standing_of(snapshot, code, station.identity.epoch).oldest_unsent_at
    labels = {window.id: window.label for window in day.plan.window} if day.plan else {}
    lines = concerns(
        [_watched(device, shifts, explained, labels) for device in day.devices],
        now=day.now,
        day=today,
        unsent_since=parse_time(unsent) if unsent else None,
        usual=usual,
        attention=day.plan.attention if day.plan else Attention(),
        sync=day.plan.sync if day.plan else Sync(),
    )
    told = [
        Acknowledgement(row.rule, row.device, row.shift, row.figure, row.by, parse_time(row.at))
        for row in acknowledged_since(snapshot, code, yesterday.isoformat())
    ]
    attended = []
    for line in lines:
        known = acknowledgement_of(line, told)
        if known is None:
            attended.append(Attended(line))
        elif line.shift not in {shift.shift for shift in before}:
            attended.append(Attended(line, full_name(snapshot, code, known.by), known.at))
    return tuple(sorted(attended, key=lambda one: bool(one.known_by)))


def _watched(
    device: DeviceFigures,
    shifts: Iterable[ShiftRow],
    explained: Iterable[ExplainedRow],
    labels: Mapping[str, str],
) -> Watched:
    shift = device.shift
    unsealed = device.state in ("open", "paused", "overdue")
    mine = [one for one in shifts if one.device == device.device]
    return Watched(
        device=device.device,
        pace=device.pace,
        hours=device.hours,
        downtime=device.downtime,
        ran=shift is not None,
        shift=shift.shift if shift and unsealed else "",
        overdue_since=day_ends(shift.day) if shift and device.state == "overdue" else None,
        ends_at=shift.ends_at if shift and device.state in ("open", "paused") else None,
        quiet_since=device.quiet_since,
        paused_since=shift.paused_since if shift and device.state == "paused" else None,
        pause_cause=shift.pause_cause if shift else "",
        missing=device.unreported,
        zero_reason=next(iter(device.zeroes.values()), ""),
        recent=device.recent,
        by_outcome=device.by_outcome,
        differences=[
            Difference(
                shift=one.shift,
                window=labels.get(one.window, one.window),
                applications=one.difference,
                reason=one.difference_reason,
                since=parse_time(one.ended_at),
            )
            for one in mine
            if one.difference and one.state == "sealed"
        ],
        explained=[
            Explained(parse_time(row.since), parse_time(row.until), row.cause)
            for row in explained
            if row.device == device.device
        ],
    )
