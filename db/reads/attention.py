"""What people have said of what asked for attention: a few rows of a day, by key."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from campaign.rows import AcknowledgedRow, ExplainedRow
from db.projections import row_from
from db.schema import PROJECTIONS
from db.statement import Statement
from db.transaction import Snapshot

_ACKNOWLEDGED, _EXPLAINED = PROJECTIONS[AcknowledgedRow], PROJECTIONS[ExplainedRow]

_KNOWN = Statement(
    select(_ACKNOWLEDGED)
    .where(_ACKNOWLEDGED.c.station == bindparam("station"), _ACKNOWLEDGED.c.day >= bindparam("since"))
    .order_by(_ACKNOWLEDGED.c.day, _ACKNOWLEDGED.c.rule, _ACKNOWLEDGED.c.device, _ACKNOWLEDGED.c.shift)
)
_TOLD = Statement(
    select(_EXPLAINED)
    .where(_EXPLAINED.c.station == bindparam("station"), _EXPLAINED.c.day == bindparam("day"))
    .order_by(_EXPLAINED.c.until, _EXPLAINED.c.device, _EXPLAINED.c.since)
)


def acknowledged_since(snapshot: Snapshot, station: str, day: str) -> list[AcknowledgedRow]:
    """Of a business day and those after it, by day, rule, device and shift."""
    return [row_from(AcknowledgedRow, row) for row in snapshot.all(_KNOWN, station=station, since=day)]


def explained_on(snapshot: Snapshot, station: str, day: str) -> list[ExplainedRow]:
    """Of a business day, the last told last."""
    return [row_from(ExplainedRow, row) for row in snapshot.all(_TOLD, station=station, day=day)]
