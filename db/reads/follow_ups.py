"""The cases that wait: what is closed costs these answers nothing."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import and_, bindparam, select

from campaign.rows import ApplicationRow, FollowUpRow
from db import schema
from db.projections import row_from
from db.schema import PROJECTIONS
from db.statement import Statement
from db.transaction import Snapshot

_OPEN, _F, _A = schema.open_follow_ups, PROJECTIONS[FollowUpRow], PROJECTIONS[ApplicationRow]
_KEY = ("station", "epoch", "n")
_JOINED = _OPEN.join(_F, and_(*(_F.c[name] == _OPEN.c[name] for name in _KEY))).join(
    _A, and_(*(_A.c[name] == _OPEN.c[name] for name in _KEY))
)
_ALL = Statement(
    select(_F, _A)
    .select_from(_JOINED)
    .where(_OPEN.c.station == bindparam("station"))
    .order_by(_OPEN.c.epoch, _OPEN.c.n)
)
_ONE = Statement(select(_OPEN.c.n).where(*(_OPEN.c[name] == bindparam(name) for name in _KEY)))
_WIDTH = len(_F.c)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A case and the application that left it open."""

    follow_up: FollowUpRow
    application: ApplicationRow


def waiting_of(snapshot: Snapshot, station: str) -> list[Waiting]:
    """In the order in which they were logged, all epochs."""
    return [
        Waiting(row_from(FollowUpRow, row[:_WIDTH]), row_from(ApplicationRow, row[_WIDTH:]))
        for row in snapshot.all(_ALL, station=station)
    ]


def is_waiting(snapshot: Snapshot, station: str, epoch: int, n: int) -> bool:
    return snapshot.one(_ONE, station=station, epoch=epoch, n=n) is not None
