"""What the list of the logged shows: a day's figures, and as many of its applications as are looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from campaign.calendar import business_day, parse_time
from campaign.rows import DeviceRow
from db.reads.applications import Shown, application_at
from db.reads.entries import NEWEST, OLDEST, Key, day_totals, entries_between, keys_of_day
from db.reads.point import devices_of
from db.transaction import Snapshot
from station_app.services.colleagues import Colleague, colleagues, full_name
from station_app.services.sending import Sending, Sent
from station_app.services.show_intake import last_digits
from station_app.services.station import Station


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One application without a whole number: ``last_digits`` of it, or of the old one; "" where unknown.

    ``device`` is a label, ``by`` a full name, ``commune`` a GSO code, ``born`` `YYYY[-MM[-DD]]`. ``warned``: it was
    logged in spite of a warning; ``paper``: caught up on from paper.
    """

    epoch: int
    n: int
    at: datetime
    device: str
    last_digits: str
    name: str
    born: str
    commune: str
    outcome: str
    reason: str
    by: str
    voided: bool
    warned: bool
    paper: bool
    sent: Sent

    @property
    def key(self) -> Key:
        return self.epoch, self.n


@dataclass(frozen=True, slots=True)
class DayOfEntries:
    """``logged``: how long the day's list is, voided ones included; ``unvoided`` by outcome.

    ``devices``: labels by id; ``people``: who may have logged, by given name.
    """

    day: date
    today: date
    logged: int
    unvoided: Mapping[str, int]
    voided: int
    devices: Mapping[str, str]
    people: tuple[Colleague, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a day's list, newest first: ``skip`` entries away from ``start``, in the list's direction or back.

    The nearer the start, the less is walked; any known row may be one.
    """

    start: Key
    skip: int
    limit: int
    upwards: bool = False


def from_newest(skip: int, limit: int) -> Place:
    return Place(NEWEST, skip, limit)


def from_oldest(skip: int, limit: int) -> Place:
    """``skip`` entries above the last one."""
    return Place(OLDEST, skip, limit, upwards=True)


def day_of_entries(station: Station, day: date) -> DayOfEntries:
    """From tallies: costs the same however many were logged."""
    code = station.identity.station
    with station.store.read() as snapshot:
        totals = day_totals(snapshot, code, day.isoformat())
        return DayOfEntries(
            day=day,
            today=business_day(station.clock()),
            logged=totals.logged,
            unvoided=totals.unvoided,
            voided=totals.voided,
            devices={row.device: row.label or row.device for row in devices_of(snapshot, code)},
            people=colleagues(station, snapshot),
        )


def entries_at(station: Station, day: date, place: Place) -> tuple[EntryRow, ...]:
    """The applications of a place in the whole day's list, newest first."""
    code, text = station.identity.station, day.isoformat()
    with station.store.read() as snapshot:
        keys = keys_of_day(snapshot, code, text, place.start, limit=place.limit, skip=place.skip, upwards=place.upwards)
        found = entries_between(snapshot, code, text, keys[0], keys[-1]) if keys else []
        return _rows(station, snapshot, found)


def entries_of(station: Station, keys: Sequence[Key]) -> tuple[EntryRow, ...]:
    """Those of the keys, in their order: what a search has found."""
    with station.store.read() as snapshot:
        found = [application_at(snapshot, station.identity.station, epoch, n) for epoch, n in keys]
        return _rows(station, snapshot, [shown for shown in found if shown])


def _rows(station: Station, snapshot: Snapshot, found: Sequence[Shown]) -> tuple[EntryRow, ...]:
    sending = Sending.of(station, snapshot)
    return tuple(_row(snapshot, shown, sending) for shown in found)


def _row(snapshot: Snapshot, shown: Shown, sending: Sending) -> EntryRow:
    application, subject = shown.application, shown.subject
    device = snapshot.get(DeviceRow, application.station, application.device)
    return EntryRow(
        epoch=application.epoch,
        n=application.n,
        at=parse_time(application.at),
        device=device.label if device else application.device,
        last_digits=last_digits(subject),
        name=(subject.name or "") if subject else "",
        born=(subject.birth_date or "") if subject else "",
        commune=application.commune,
        outcome=application.outcome,
        reason=application.reason,
        by=full_name(snapshot, application.station, application.by),
        voided=bool(application.voided_n),
        warned=bool(application.warnings),
        paper=application.source == "paper",
        sent=sending.state(application.epoch, application.n),
    )
