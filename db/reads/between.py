"""What lies between two entries of an epoch: what a bundle that covers them carries."""

from __future__ import annotations

from sqlalchemy import bindparam, func, select

from campaign.rows import ApplicationRow, HousekeepingRow, ReceiptRow, ShiftRow, SpanRow
from db.projections import row_from
from db.schema import PROJECTIONS
from db.statement import Statement
from db.transaction import Snapshot

_APPLICATIONS, _HOUSEKEEPING = PROJECTIONS[ApplicationRow].c, PROJECTIONS[HousekeepingRow].c
_SHIFTS, _SPANS, _RECEIPTS = PROJECTIONS[ShiftRow], PROJECTIONS[SpanRow].c, PROJECTIONS[ReceiptRow].c
_BETWEEN = bindparam("first"), bindparam("last")

_COUNTED = Statement(
    select(func.count()).where(
        _APPLICATIONS.station == bindparam("station"),
        _APPLICATIONS.epoch == bindparam("epoch"),
        _APPLICATIONS.n.between(*_BETWEEN),
        _APPLICATIONS.counted.is_(True),
    )
)
_KEPT_HOUSE = Statement(
    select(func.count()).where(
        _HOUSEKEEPING.station == bindparam("station"),
        _HOUSEKEEPING.epoch == bindparam("epoch"),
        _HOUSEKEEPING.n.between(*_BETWEEN),
    )
)
_SEALED = Statement(
    select(_SHIFTS)
    .where(
        _SHIFTS.c.station == bindparam("station"),
        _SHIFTS.c.epoch == bindparam("epoch"),
        _SHIFTS.c.state == "sealed",
        _SHIFTS.c.sealed_n.between(*_BETWEEN),
    )
    .order_by(_SHIFTS.c.day, _SHIFTS.c.opened_at, _SHIFTS.c.device)
)
_UNSEALED = Statement(
    select(func.count()).where(_SHIFTS.c.station == bindparam("station"), _SHIFTS.c.state != "sealed")
)
_PAUSES = Statement(
    select(func.count()).where(
        _SPANS.station == bindparam("station"), _SPANS.cause != "", _SPANS.since >= bindparam("since")
    )
)
_RECEIVED = Statement(
    select(func.min(_RECEIPTS.accepted_at)).where(
        _RECEIPTS.station == bindparam("station"),
        _RECEIPTS.epoch == bindparam("epoch"),
        _RECEIPTS.mark >= bindparam("n"),
    )
)


def counted_between(snapshot: Snapshot, station: str, epoch: int, first: int, last: int) -> int:
    """Counted applications, whatever became of them since."""
    return _number(snapshot, _COUNTED, station=station, epoch=epoch, first=first, last=last)


def news_between(snapshot: Snapshot, station: str, epoch: int, first: int, last: int) -> int:
    """Entries that are no housekeeping."""
    kept = _number(snapshot, _KEPT_HOUSE, station=station, epoch=epoch, first=first, last=last)
    return last - first + 1 - kept


def sealed_between(snapshot: Snapshot, station: str, epoch: int, first: int, last: int) -> list[ShiftRow]:
    """Shifts whose (last) sealing lies there, by day and opening."""
    found = snapshot.all(_SEALED, station=station, epoch=epoch, first=first, last=last)
    return [row_from(ShiftRow, row) for row in found]


def unsealed_shifts(snapshot: Snapshot, station: str) -> int:
    return _number(snapshot, _UNSEALED, station=station)


def pauses_since(snapshot: Snapshot, station: str, since: str) -> int:
    """Pauses that began at or after a moment, those still running included."""
    return _number(snapshot, _PAUSES, station=station, since=since)


def first_receipt_for(snapshot: Snapshot, station: str, epoch: int, n: int) -> str:
    """When the first receipt was taken that moved the mark to ``n`` or beyond; "" where there is none."""
    found = snapshot.one(_RECEIVED, station=station, epoch=epoch, n=n)
    return (found[0] or "") if found else ""


def _number(snapshot: Snapshot, statement: Statement, **parameters: object) -> int:
    found = snapshot.one(statement, **parameters)
    return int(found[0]) if found else 0
