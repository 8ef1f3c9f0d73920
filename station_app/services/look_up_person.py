"""Whether a number was seen at this station before, and what is known of its holder: asked before saving."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from campaign.calendar import parse_time
from campaign.rows import DeviceRow
from campaign.subject import Subject
from db.history import find_marks
from db.reads.applications import Shown, application_at
from db.reads.device_day import place_in_day
from db.transaction import Snapshot
from station_app.services.colleagues import full_name
from station_app.services.show_intake import last_digits
from station_app.services.station import Station


@dataclass(frozen=True, slots=True)
class Record:
    """An application as another screen may show it: no whole number. ``by`` is a full name, ``device`` a label.

    ``place``: the how manieth of its device and day; ``day`` its business day `2021-04-08`.
    """

    n: int
    epoch: int
    at: datetime
    day: str
    shift: str
    device: str
    place: int
    last_digits: str
    name: str
    born: str
    commune: str
    outcome: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Known:
    """``accepted``: the counted application of the number; ``seen``: the last of any outcome, not voided.

    ``person``: the last subject with a name, for a number alone shows none.
    """

    accepted: Record | None = None
    seen: Record | None = None
    person: Subject | None = None


def look_up_person(station: Station, number: str) -> Known:
    """By a 12-digit number, in all epochs of this station; voided applications don't count."""
    code = station.identity.station
    with station.store.read() as snapshot:
        places = [
            (epoch, n)
            for owner, epoch, n in find_marks(snapshot, station.keys.marks, "number", number)
            if owner == code
        ]
        found = [
            shown
            for epoch, n in sorted(places, reverse=True)
            if (shown := application_at(snapshot, code, epoch, n)) and not shown.application.voided_n
        ]
        accepted = next((shown for shown in found if shown.application.counted), None)
        return Known(
            accepted=record_of(snapshot, accepted) if accepted else None,
            seen=record_of(snapshot, found[0]) if found else None,
            person=next((shown.subject for shown in found if shown.subject and shown.subject.name), None),
        )


def record_of(snapshot: Snapshot, shown: Shown) -> Record:
    application, subject = shown.application, shown.subject
    device = snapshot.get(DeviceRow, application.station, application.device)
    return Record(
        n=application.n,
        epoch=application.epoch,
        at=parse_time(application.at),
        day=application.day,
        shift=application.shift,
        device=device.label if device else application.device,
        place=place_in_day(snapshot, application),
        last_digits=last_digits(subject),
        name=(subject.name or "") if subject else "",
        born=(subject.birth_date or "") if subject else "",
        commune=application.commune,
        outcome=application.outcome,
        reason=application.reason,
        by=full_name(snapshot, application.station, application.by),
    )
