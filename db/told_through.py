"""How far an epoch is known to have gone, and what of it the command never got."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import and_, func, select

from campaign.rows import JournalRow
from db.command_schema import told_through
from db.schema import PROJECTIONS
from db.statement import Statement, Upsert, select_by_key
from db.transaction import Snapshot, Transaction

_T, _J = told_through.c, PROJECTIONS[JournalRow].c
_ONE, _PUT = select_by_key(told_through), Upsert(told_through)
_HELD = func.coalesce(_J.last, 0)
_MISSING = Statement(
    select(_T.station, _T.epoch, _HELD + 1, _T.last)
    .select_from(told_through.outerjoin(PROJECTIONS[JournalRow], and_(_J.station == _T.station, _J.epoch == _T.epoch)))
    .where(_T.last > _HELD)
    .order_by(_T.station, _T.epoch)
)


@dataclass(frozen=True, slots=True)
class Missing:
    """Entries ``first`` … ``last`` of an epoch are known to have been written, and are not held."""

    station: str
    epoch: int
    first: int
    last: int


def tell_through(tx: Transaction, station: str, epoch: int, last: int) -> None:
    """Somebody who can be believed knows of entry ``last``."""
    row = tx.one(_ONE, station=station, epoch=epoch)
    if row is None or row[2] < last:
        tx.run(_PUT, station=station, epoch=epoch, last=last)


def missing_entries(snapshot: Snapshot) -> list[Missing]:
    """By station and epoch."""
    return [Missing(*row) for row in snapshot.all(_MISSING)]
