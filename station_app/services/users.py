"""Who may sign in at a station, and as what.

The journal says who is a user; a key slot only opens the store. What gives somebody a slot writes it just before the
journal is committed, and puts the former one back if that is refused; what takes one away does it after. So whenever
the power goes, nobody has lost the way in, and whom the journal calls removed is refused by it until the next opening
of the store has dropped their slot (`settle_slots`).
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from campaign.events import Role, UserAdded, UserChanged, UserRemoved
from campaign.identity import normalise_name
from campaign.refusal import InputRefused, StorageRefused
from campaign.rows import UserRow
from db.reads.point import users_of
from station_app.services.passwords import check_password
from station_app.services.permission import ROLES
from station_app.services.pins import forget_pin
from station_app.services.station import Station, Work


@dataclass(frozen=True, slots=True)
class UserShown:
    user: str
    role: str
    full_name: str


def add_user(station: Station, user: str, role: Role, full_name: str, new_password: str) -> list[UserShown]:
    """Adds a user with a password of their own, and returns all users.

    Raises InputRefused("user_exists", "password_too_short", "bad_key_slot", "bad_body"), NotPermitted.
    """
    station.person.require("manage_users")
    full_name = normalise_name(full_name)
    check_password(new_password, drill=station.identity.drill)
    with station.slots.unless_refused(user), station.work() as work:
        known = work.rows.get(UserRow, work.code, user)
        if known is not None and not known.removed:
            raise InputRefused("user_exists", user=user)
        work.append(UserAdded(user=user, role=role, full_name=full_name))
        station.slots.add(user, full_name, role, new_password, station.keys.store)
    return list_users(station)


def change_user(station: Station, user: str, role: Role | None = None, full_name: str | None = None) -> list[UserShown]:
    """Another role or another name; None leaves it. Nothing is appended where nothing changes.

    Raises InputRefused("unknown_user", "last_administrator", "own_account" for one's own role), NotPermitted.
    """
    station.person.require("manage_users")
    with station.work() as work:
        row = work.user(user)
        name = normalise_name(full_name) if full_name else row.full_name
        if role not in (None, row.role):
            _require_another_administrator(work, row)
        if (role or row.role, name) != (row.role, row.full_name):
            work.append(UserChanged(user=user, role=role or ROLES[row.role], full_name=name))
    with suppress(StorageRefused):
        settle_slots(station)
    return list_users(station)


def remove_user(station: Station, user: str) -> list[UserShown]:
    """The user can't sign in any more, from now on; what they did stays theirs.

    Raises InputRefused("unknown_user", "last_administrator", "own_account"), NotPermitted.
    """
    station.person.require("manage_users")
    with station.work() as work:
        row = work.user(user)
        _require_another_administrator(work, row)
        work.append(UserRemoved(user=user))
        forget_pin(work.tx, user)
    with suppress(StorageRefused):
        settle_slots(station)
    return list_users(station)


def settle_slots(station: Station) -> None:
    """Key slots follow the journal: nobody has one whom it doesn't know, and the door tells names and roles as it does.

    Raises StorageRefused.
    """
    users = {row.user: row for row in list_users(station)}
    for slot in station.slots.users:
        known = users.get(slot.user)
        if known is None:
            station.slots.remove(slot.user)
        elif (known.full_name, known.role) != (slot.full_name, slot.role):
            station.slots.describe(known.user, known.full_name, known.role)


def list_users(station: Station) -> list[UserShown]:
    """The users as the journal has them, in the order of their names."""
    with station.store.read() as snapshot:
        return [UserShown(row.user, row.role, row.full_name) for row in users_of(snapshot, station.identity.station)]


def _require_another_administrator(work: Work, row: UserRow) -> None:
    """Somebody must always be able to manage the users, and nobody does away with themselves by mistake."""
    administrators = [user for user in users_of(work.tx, work.code) if user.role == "administrator"]
    if [user.user for user in administrators] == [row.user]:
        raise InputRefused("last_administrator", user=row.user)
    if row.user == work.station.person.user:
        raise InputRefused("own_account", user=row.user)
