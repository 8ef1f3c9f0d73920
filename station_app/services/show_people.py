"""What the administrator's screen shows of the station's people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from campaign.calendar import parse_time
from campaign.collation import person_key
from db.reads.point import users_of
from station_app.services.pins import has_pin
from station_app.services.station import Station


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """``temporary``: must change the password first; ``slotless``: has no password, and needs a reset."""

    user: str
    full_name: str
    role: str
    own: bool
    locked_until: datetime | None
    temporary: bool
    slotless: bool
    pin: bool
    last_signed_in: datetime | None


def show_people(station: Station) -> tuple[PersonFacts, ...]:
    """By given name. Raises NotPermitted."""
    station.person.require("manage_users")
    slots, now = station.slots, station.clock()
    known = {slot.user for slot in slots.users}
    with station.store.read() as snapshot:
        people = [
            PersonFacts(
                user=row.user,
                full_name=row.full_name,
                role=row.role,
                own=row.user == station.person.user,
                locked_until=slots.locked_until(row.user, now=now),
                temporary=slots.is_temporary(row.user),
                slotless=row.user not in known,
                pin=has_pin(snapshot, row.user),
                last_signed_in=parse_time(row.last_signed_in) if row.last_signed_in else None,
            )
            for row in users_of(snapshot, station.identity.station)
        ]
    return tuple(sorted(people, key=lambda person: person_key(person.full_name)))
