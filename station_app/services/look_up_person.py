"""Whether a number was seen at this station before, and what is known of its holder: asked before saving."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from campaign.calendar import parse_time
from campaign.rows import DeviceRow
from campaign.subject import MarkKind, Subject, mark_texts
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


@dataclass(frozen=True, slots=True)
class Likely:
    """An application that may be of the same person: ``alike`` says by what, and nobody has decided."""

    record: Record
    alike: Literal["cmnd", "person"]


MOST_LIKELY = 20
"""Records asked at most: who shares a name and a year of birth with more is looked up in the list of entries."""


def look_up_likely(station: Station, subject: Subject) -> tuple[Likely, ...]:
    """By old number with birth date, and by name with birth date (campaign rules, Duplicates); newest first.

    In all epochs of this station; voided applications don't count, and neither do those of the subject's own number,
    which `look_up_person` tells.
    """
    code = station.identity.station
    likely: list[Likely] = []
    with station.store.read() as snapshot:
        places: dict[tuple[int, int], MarkKind] = {}
        for kind, text in mark_texts(subject):
            for owner, epoch, n in find_marks(snapshot, station.keys.marks, kind, text):
                if owner == code:
                    places.setdefault((epoch, n), kind)
        for (epoch, n), kind in sorted(places.items(), reverse=True):
            if len(likely) == MOST_LIKELY:
                break
            shown = application_at(snapshot, code, epoch, n) if kind != "number" else None
            if shown and not shown.application.voided_n:
                likely.append(Likely(record_of(snapshot, shown), "cmnd" if kind == "cmnd" else "person"))
    return tuple(likely)


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
