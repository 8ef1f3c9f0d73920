"""What lies between two entries of an epoch: what a bundle that covers them carries."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, func, select

from campaign.calendar import business_day, parse_time
from campaign.rows import ApplicationRow, HousekeepingRow, ReceiptRow, ShiftRow, SpanRow
from db.projections import row_from
from db.schema import PROJECTIONS, WHOLE
from db.statement import Statement
from db.transaction import Snapshot

_APPLICATIONS, _HOUSEKEEPING = PROJECTIONS[ApplicationRow].c, PROJECTIONS[HousekeepingRow].c
_SHIFTS, _SPANS, _RECEIPTS = PROJECTIONS[ShiftRow], PROJECTIONS[SpanRow].c, PROJECTIONS[ReceiptRow].c
_BETWEEN = bindparam("first", type_=WHOLE), bindparam("last", type_=WHOLE)

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
    select(func.count())
    .select_from(
        _SHIFTS.join(PROJECTIONS[SpanRow], and_(_SPANS.station == _SHIFTS.c.station, _SPANS.shift == _SHIFTS.c.shift))
    )
    .where(
        _SHIFTS.c.station == bindparam("station"),
        _SHIFTS.c.day >= bindparam("day"),
        _SPANS.cause != "",
        _SPANS.since >= bindparam("since"),
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
    # A shift ends with its business day at the latest, so none that paused after a moment is of an earlier day.
    day = business_day(parse_time(since)).isoformat()
    return _number(snapshot, _PAUSES, station=station, since=since, day=day)


def first_receipt_for(snapshot: Snapshot, station: str, epoch: int, n: int) -> str:
    """When the first receipt was taken that moved the mark to ``n`` or beyond; "" where there is none."""
    found = snapshot.one(_RECEIVED, station=station, epoch=epoch, n=n)
    return (found[0] or "") if found else ""


def _number(snapshot: Snapshot, statement: Statement, **parameters: object) -> int:
    found = snapshot.one(statement, **parameters)
    return int(found[0]) if found else 0
