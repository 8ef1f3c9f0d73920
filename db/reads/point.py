"""Who and what a point has: its devices, users and sticks."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from campaign.rows import DeviceRow, StickRow, UserRow
from db.projections import row_from
from db.schema import PROJECTIONS
from db.statement import Statement
from db.transaction import Snapshot

_DEVICES, _USERS, _STICKS = PROJECTIONS[DeviceRow], PROJECTIONS[UserRow], PROJECTIONS[StickRow]

_ALL_DEVICES = Statement(select(_DEVICES).where(_DEVICES.c.station == bindparam("station")).order_by(_DEVICES.c.device))
_ALL_USERS = Statement(
    select(_USERS).where(_USERS.c.station == bindparam("station"), _USERS.c.removed.is_(False)).order_by(_USERS.c.user)
)
_ALL_STICKS = Statement(select(_STICKS).where(_STICKS.c.station == bindparam("station")).order_by(_STICKS.c.stick))


def devices_of(snapshot: Snapshot, station: str) -> list[DeviceRow]:
    """By id."""
    return [row_from(DeviceRow, row) for row in snapshot.all(_ALL_DEVICES, station=station)]


def users_of(snapshot: Snapshot, station: str) -> list[UserRow]:
    """Those who may sign in, by login name."""
    return [row_from(UserRow, row) for row in snapshot.all(_ALL_USERS, station=station)]


def sticks_of(snapshot: Snapshot, station: str) -> list[StickRow]:
    """The registered ones, by id."""
    return [row_from(StickRow, row) for row in snapshot.all(_ALL_STICKS, station=station)]
