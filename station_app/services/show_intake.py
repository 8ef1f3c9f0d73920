"""What the intake screen shows beside the form: the device's day, its crew and speed, the last applications."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from statistics import median

from campaign.calendar import parse_time
from campaign.downtime import Span
from campaign.entry import read_entry
from campaign.events import ShiftOpened
from campaign.rows import DeviceRow, ShiftRow
from campaign.subject import Subject
from db.history import History
from db.reads.applications import Shown, applications_before
from db.reads.device_day import Handled, handled_on, logged_on, place_in_day
from db.reads.shifts import spans_of_day
from db.transaction import Snapshot
from station_app.services.colleagues import full_name
from station_app.services.figures import DayFigures, DeviceFigures, day_figures
from station_app.services.sending import Sending, Sent
from station_app.services.station import Station

NEWEST = 2**53
"""Above every entry's number: where the first page of applications begins."""


@dataclass(frozen=True, slots=True)
class DeskFigures:
    """``crew``: full names, the operator's first; ``pauses``: how many today; medians are None while there are none.

    ``seconds_each``: between counted applications of one running stretch; ``planned_seconds`` the plan's; ``took_ms``:
    from the scan to the key that saves. ``pause_keys``: the plan's causes on the keys 1-8; ``stopped_since``: when the
    pause that is going on began, under whatever cause.
    """

    day: DayFigures
    device: DeviceFigures
    crew: tuple[str, ...]
    pauses: int
    stopped_since: datetime | None
    seconds_each: int | None
    planned_seconds: int | None
    took_ms: int | None
    pause_keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecentRow:
    """``place``: the how manieth of its device and day; ``last_digits`` of the number, or of the old one; "" unknown.

    ``commune`` is a GSO code, ``born`` `YYYY[-MM[-DD]]`. ``paper_hour``: 0-23, the hour on a paper form that was caught
    up on.
    """

    n: int
    place: int
    at: datetime
    last_digits: str
    name: str
    born: str
    commune: str
    outcome: str
    reason: str
    by: str
    voided: bool
    sent: Sent
    paper_hour: int | None = None


@dataclass(frozen=True, slots=True)
class RecentPage:
    """Newest first; ``shift`` is "" and there are no rows where the device has no unsealed shift.

    ``logged``: the highest place so far, for the next one's.
    """

    shift: str
    rows: tuple[RecentRow, ...]
    more: bool
    logged: int


def desk_figures(station: Station, device: str) -> DeskFigures | None:
    """The figures of a device's business day; None for a device that there isn't."""
    with station.store.read() as snapshot:
        day = day_figures(station, snapshot)
        figures = day.device(device)
        if figures is None:
            return None
        code, today = station.identity.station, day.day.isoformat()
        spans = [Span.of(row) for row in spans_of_day(snapshot, code, today).get(device, [])]
        handled = handled_on(snapshot, code, today, device)
        pace = figures.pace
        return DeskFigures(
            day=day,
            device=figures,
            crew=_crew(snapshot, code, figures.shift.shift) if figures.shift else (),
            pauses=_pauses(spans),
            stopped_since=_stopped_since(spans),
            seconds_each=_seconds_each(handled, spans),
            planned_seconds=round(pace.planned_minutes * 60 / pace.quota) if pace.quota else None,
            took_ms=_middle([one.took_ms for one in handled if one.took_ms]),
            pause_keys=day.plan.pauses.keys if day.plan else (),
        )


def recent_page(station: Station, device: str, *, limit: int, before: int = NEWEST) -> RecentPage:
    """Applications of the device's unsealed shift below entry ``before``."""
    identity = station.identity
    with station.store.read() as snapshot:
        row = snapshot.get(DeviceRow, identity.station, device)
        shift = snapshot.get(ShiftRow, identity.station, row.shift) if row and row.shift else None
        if shift is None:
            return RecentPage("", (), more=False, logged=0)
        found = applications_before(
            snapshot, identity.station, identity.epoch, limit=limit + 1, before=before, shift=shift.shift
        )
        sending = Sending.of(station, snapshot)
        rows = tuple(
            _recent(snapshot, shown, sending.state(identity.epoch, shown.application.n)) for shown in found[:limit]
        )
        logged = logged_on(snapshot, identity.station, shift.day, device)
    return RecentPage(shift.shift, rows, more=len(found) > limit, logged=logged)


def last_digits(subject: Subject | None) -> str:
    """The end of the number, or else of the old one: all that is shown of it once it is saved."""
    return ((subject.number or subject.old_number or "") if subject else "")[-4:]


def _recent(snapshot: Snapshot, shown: Shown, sent: Sent) -> RecentRow:
    application, subject = shown.application, shown.subject
    return RecentRow(
        n=application.n,
        place=place_in_day(snapshot, application),
        at=parse_time(application.at),
        last_digits=last_digits(subject),
        name=(subject.name or "") if subject else "",
        born=(subject.birth_date or "") if subject else "",
        commune=application.commune,
        outcome=application.outcome,
        reason=application.reason,
        by=application.by,
        voided=bool(application.voided_n),
        sent=sent,
        paper_hour=application.hour if application.source == "paper" else None,
    )


def _crew(snapshot: Snapshot, code: str, shift_id: str) -> tuple[str, ...]:
    """Who stands in the shift; after a hand-over to somebody else, that person alone."""
    shift = snapshot.get(ShiftRow, code, shift_id)
    if shift is None:
        return ()
    entry = History(snapshot, code, shift.epoch).entry(shift.opened_n)
    body = read_entry(entry).body if entry else None
    crew = body.crew if isinstance(body, ShiftOpened) and shift.operator in body.crew else []
    users = [shift.operator, *(user for user in crew if user != shift.operator)]
    return tuple(full_name(snapshot, code, user) for user in users)


def _pauses(spans: list[Span]) -> int:
    """A pause that goes on under another cause is one."""
    stops = [span for span in spans if span.cause]
    return len(stops) - sum(before.until == after.since for before, after in pairwise(stops))


def _stopped_since(spans: list[Span]) -> datetime | None:
    since: datetime | None = None
    for span in reversed(spans):
        if not span.cause or span.until != since:
            break
        since = span.since
    return since


def _seconds_each(handled: list[Handled], spans: list[Span]) -> int | None:
    counted = [parse_time(one.at) for one in handled if one.counted]
    running = [span for span in spans if not span.cause]
    return _middle(
        [
            round((after - before).total_seconds())
            for before, after in pairwise(counted)
            if any(span.since <= before and (span.until is None or after <= span.until) for span in running)
        ]
    )


def _middle(values: list[int]) -> int | None:
    return round(median(values)) if values else None
