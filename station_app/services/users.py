"""Who may sign in at a station."""

from __future__ import annotations

from dataclasses import dataclass

from campaign.events import Role, UserAdded
from campaign.identity import normalise_name
from campaign.refusal import InputRefused
from campaign.rows import UserRow
from db.reads.point import users_of
from station_app.services.station import Station

SHORTEST = 6
SHORTEST_IN_A_DRILL = 1
"""Characters of a password; guessing is slowed down by the key slots."""


@dataclass(frozen=True, slots=True)
class UserShown:
    user: str
    role: str
    full_name: str


def add_user(station: Station, user: str, role: Role, full_name: str, new_password: str) -> list[UserShown]:
    """Adds a user with a password of their own, and returns all users.

    The key slot is written before the journal says so: a crash in between leaves a slot that the next `add` replaces,
    never a user without one. Raises InputRefused("user_exists", "password_too_short"), NotPermitted.
    """
    station.person.require("manage_users")
    full_name = normalise_name(full_name)
    check_password(new_password, drill=station.identity.drill)
    with station.work() as work:
        known = work.rows.get(UserRow, work.code, user)
        if known is not None and not known.removed:
            raise InputRefused("user_exists", user=user)
        station.slots.add(user, full_name, role, new_password, station.keys.store)
        work.append(UserAdded(user=user, role=role, full_name=full_name))
    return list_users(station)


def check_password(password: str, *, drill: bool) -> None:
    """Raises InputRefused("password_too_short")."""
    shortest = SHORTEST_IN_A_DRILL if drill else SHORTEST
    if len(password) < shortest:
        raise InputRefused("password_too_short", characters=shortest)


def list_users(station: Station) -> list[UserShown]:
    """The users as the journal has them, in the order of their names."""
    with station.store.read() as snapshot:
        return [UserShown(row.user, row.role, row.full_name) for row in users_of(snapshot, station.identity.station)]
