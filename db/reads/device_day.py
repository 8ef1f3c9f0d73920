"""One device's business day, application by application: some hundreds of rows, however long the journal."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import and_, bindparam, func, or_, select

from campaign.rows import ApplicationRow
from db.schema import PROJECTIONS
from db.statement import Statement
from db.transaction import Snapshot

_APPLICATIONS = PROJECTIONS[ApplicationRow].c
_OF_DAY = (
    _APPLICATIONS.station == bindparam("station"),
    _APPLICATIONS.day == bindparam("day"),
    _APPLICATIONS.device == bindparam("device"),
)
_HANDLED = Statement(
    select(_APPLICATIONS.at, _APPLICATIONS.took_ms, _APPLICATIONS.counted)
    .where(*_OF_DAY, _APPLICATIONS.source != "paper")
    .order_by(_APPLICATIONS.at, _APPLICATIONS.n)
)
_ALL = Statement(select(func.count()).where(*_OF_DAY))
_UP_TO = Statement(
    select(func.count()).where(
        *_OF_DAY,
        or_(
            _APPLICATIONS.epoch < bindparam("epoch"),
            and_(_APPLICATIONS.epoch == bindparam("epoch"), _APPLICATIONS.n <= bindparam("n")),
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Handled:
    """An application logged when it happened; ``took_ms`` is 0 where it wasn't measured."""

    at: str
    took_ms: int
    counted: bool


def handled_on(snapshot: Snapshot, station: str, day: str, device: str) -> list[Handled]:
    """In the order of time, without what was caught up on from paper."""
    return [
        Handled(at, took_ms, bool(counted))
        for at, took_ms, counted in snapshot.all(_HANDLED, station=station, day=day, device=device)
    ]


def logged_on(snapshot: Snapshot, station: str, day: str, device: str) -> int:
    """How many were logged, voided ones counted too: the highest `place_in_day`."""
    found = snapshot.one(_ALL, station=station, day=day, device=device)
    return int(found[0]) if found else 0


def place_in_day(snapshot: Snapshot, application: ApplicationRow) -> int:
    """The how manieth of its device and day it is, voided ones counted too: a number that stays."""
    found = snapshot.one(
        _UP_TO,
        station=application.station,
        day=application.day,
        device=application.device,
        epoch=application.epoch,
        n=application.n,
    )
    return int(found[0]) if found else 0
