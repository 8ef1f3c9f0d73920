"""Passwords of those who may sign in: one's own by the old one, another's by the administrator."""

from __future__ import annotations

import secrets
from dataclasses import replace

from campaign.events import PasswordReset
from campaign.refusal import InputRefused
from campaign.rows import UserRow
from station_app.services.pins import forget_pin, looks_like_pin
from station_app.services.station import Station, Work

SHORTEST = 6
SHORTEST_IN_A_DRILL = 1
"""Characters of a password; guessing is slowed down by the key slots."""

_GROUP, _GROUPS = 5, 2
_LETTERS = "bcghkmnpqtv2346789"
"""None that look alike, and none that an input method turns into a letter with a mark. Ten of them are 41 bits."""


def check_password(password: str, *, drill: bool) -> None:
    """Raises InputRefused("password_too_short")."""
    shortest = SHORTEST_IN_A_DRILL if drill else SHORTEST
    if len(password) < shortest:
        raise InputRefused("password_too_short", characters=shortest)


def reset_password(station: Station, user: str, new_password: str | None = None) -> str:
    """Lets somebody in again who has forgotten theirs, or is locked out; their PIN is forgotten with it.

    ``new_password`` is one that they have typed themselves; without it one is made up and returned, to be told to them,
    and it must be changed before anything else can be done. Returns "" for a typed one. Raises InputRefused(
    "unknown_user", "own_account", "password_too_short"), NotPermitted.
    """
    station.person.require("manage_users")
    if user == station.person.user:
        raise InputRefused("own_account", user=user)
    if new_password is not None:
        check_password(new_password, drill=station.identity.drill)
    made_up = "" if new_password is not None else temporary_password()
    with station.slots.unless_refused(user), station.work() as work:
        row = work.user(user)
        forget_pin(work.tx, user)
        _give(work, row, new_password or made_up, temporary=bool(made_up))
    return made_up


def change_password(station: Station, old_password: str, new_password: str) -> Station:
    """One's own. The station of a person who then may do what their role may.

    Raises InputRefused("password_too_short", "password_unchanged"), NotPermitted("wrong_password", "locked_out").
    """
    user = station.person.user
    check_password(new_password, drill=station.identity.drill)
    station.slots.unlock(user, old_password, now=station.clock())
    if new_password == old_password:
        raise InputRefused("password_unchanged")
    with station.slots.unless_refused(user), station.work() as work:
        if looks_like_pin(new_password):
            forget_pin(work.tx, user)
        _give(work, work.user(user), new_password)
    return replace(station, person=replace(station.person, temporary=False))


def temporary_password() -> str:
    """`k7mpb-3vdtq`: easy to read out, and hard to guess."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))


def _give(work: Work, row: UserRow, password: str, *, temporary: bool = False) -> None:
    """The entry says whose password is new; who appended it, whether it was their own doing."""
    work.append(PasswordReset(user=row.user))
    station = work.station
    station.slots.add(row.user, row.full_name, row.role, password, station.keys.store, temporary=temporary)
