"""The people of the station, as screens offer and name them."""

from __future__ import annotations

from dataclasses import dataclass

from campaign.collation import person_key
from campaign.rows import UserRow
from db.reads.point import users_of
from db.transaction import Snapshot
from station_app.services.permission import RIGHTS
from station_app.services.station import Station


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who may sign in here. ``works``: may run shifts; ``overrides``: may open one in spite of a check."""

    user: str
    full_name: str
    role: str
    works: bool
    overrides: bool


def colleagues(station: Station, snapshot: Snapshot) -> tuple[Colleague, ...]:
    """The users of the station in the order of their given names."""
    everything = station.identity.drill
    people = []
    for row in users_of(snapshot, station.identity.station):
        rights = next((rights for role, rights in RIGHTS.items() if role == row.role), frozenset())
        may_all = everything and row.role == "administrator"
        people.append(
            Colleague(
                row.user, row.full_name, row.role, may_all or "run_shift" in rights, may_all or "override" in rights
            )
        )
    return tuple(sorted(people, key=lambda person: person_key(person.full_name)))


def full_name(snapshot: Snapshot, station: str, user: str) -> str:
    """A user's name as the journal knows it; of somebody it doesn't know, the login name."""
    row = snapshot.get(UserRow, station, user)
    return row.full_name if row else user
