"""What the closing of a shift is decided by: what it has logged, its times, how the device's day stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from campaign.calendar import format_time, parse_time
from campaign.collation import person_key
from campaign.downtime import Span, downtime_minutes
from campaign.pace import Pace
from campaign.rows import DeviceRow, JournalRow, ShiftRow
from db.history import History
from db.reads.shifts import shift_totals, shifts_of_day, spans_of_shift, totals_by_operator
from db.transaction import Snapshot
from station_app.services.colleagues import Colleague, colleagues, full_name
from station_app.services.figures import day_figures
from station_app.services.show_standing import DeviceStanding, devices_standing
from station_app.services.station import Station


@dataclass(frozen=True, slots=True)
class Earlier:
    """The device's sealed shift before this one: its window and the head on its slip (hex)."""

    window: str
    head: str


@dataclass(frozen=True, slots=True)
class Share:
    """One person's part of a shift: unvoided applications, and those that count."""

    full_name: str
    logged: int
    counted: int


@dataclass(frozen=True, slots=True)
class ClosingFigures:
    """``by_outcome``: unvoided applications of the shift; ``counted``: those that count; ``logged``: all of them.

    ``operator`` is a full name; ``first``: the number of the opening entry, ``last`` of the journal's last; ``pace``
    is the device's whole day, None for a shift of an earlier day. ``people`` may take the shift over; ``shares`` are
    by given name.
    """

    now: datetime
    shift: str
    day: str
    standing: DeviceStanding
    operator: str
    commander: str
    opened_at: datetime
    by_outcome: Mapping[str, int]
    counted: int
    voided: int
    paused_minutes: int
    first: int
    last: int
    earlier: Earlier | None
    pace: Pace | None
    people: tuple[Colleague, ...]
    close_late_minutes: int
    shares: tuple[Share, ...] = ()

    @property
    def logged(self) -> int:
        return sum(self.by_outcome.values())

    @property
    def minutes_late(self) -> int:
        """Whole minutes since the window's end; 0 before it."""
        ends = self.standing.ends
        return max(0, int((self.now - ends).total_seconds()) // 60) if ends else 0


def closing_figures(station: Station, device: str) -> ClosingFigures | None:
    """All that the closing screen shows, from one consistent snapshot; None where the device has no unsealed shift."""
    identity = station.identity
    with station.store.read() as snapshot:
        row = snapshot.get(DeviceRow, identity.station, device)
        shift = snapshot.get(ShiftRow, identity.station, row.shift) if row and row.shift else None
        if shift is None:
            return None
        journal = snapshot.get(JournalRow, identity.station, identity.epoch)
        last_at, last = (journal.last_at, journal.last) if journal else ("", 0)
        now = parse_time(max(format_time(station.clock()), last_at))
        totals = shift_totals(snapshot, shift)
        counting = station.catalogue.counted_outcomes
        spans = [Span.of(span) for span in spans_of_shift(snapshot, identity.station, shift.shift)]
        today = day_figures(station, snapshot)
        figures = today.device(device) if today.day.isoformat() == shift.day else None
        people = [one for one in colleagues(station, snapshot) if one.works and one.user != shift.operator]
        return ClosingFigures(
            now=now,
            shift=shift.shift,
            day=shift.day,
            standing=next(one for one in devices_standing(station, snapshot) if one.device == device),
            operator=full_name(snapshot, identity.station, shift.operator),
            commander=shift.commander,
            opened_at=parse_time(shift.opened_at),
            by_outcome=totals.counts,
            counted=sum(count for outcome, count in totals.counts.items() if outcome in counting),
            voided=totals.voided,
            paused_minutes=downtime_minutes(spans, now),
            first=shift.opened_n,
            last=last,
            earlier=_earlier(station, snapshot, shift),
            pace=figures.pace if figures else None,
            people=tuple(people),
            close_late_minutes=today.plan.attention.close_late_minutes if today.plan else 30,
            shares=_shares(snapshot, shift, counting),
        )


def _shares(snapshot: Snapshot, shift: ShiftRow, counting: frozenset[str]) -> tuple[Share, ...]:
    shares = [
        Share(
            full_name(snapshot, shift.station, user),
            sum(totals.values()),
            sum(count for outcome, count in totals.items() if outcome in counting),
        )
        for user, totals in totals_by_operator(snapshot, shift.station, shift.shift).items()
    ]
    return tuple(sorted(shares, key=lambda share: person_key(share.full_name)))


def _earlier(station: Station, snapshot: Snapshot, shift: ShiftRow) -> Earlier | None:
    sealed = [
        other
        for other in shifts_of_day(snapshot, shift.station, shift.day)
        if other.device == shift.device and other.sealed_n and other.shift != shift.shift
    ]
    if not sealed:
        return None
    latest = max(sealed, key=lambda other: (other.epoch, other.sealed_n))
    head = History(snapshot, shift.station, latest.epoch).head_at(latest.sealed_n)
    plan = next((plan for plan in station.plans(snapshot) if plan.version == latest.plan_version), None)
    labels = {window.id: window.label for window in plan.window} if plan else {}
    return Earlier(labels.get(latest.window, latest.window), head.hex()) if head else None
