"""Verifying the projected tables against rows made anew, row by row and both ways."""

from __future__ import annotations

from typing import Any

from msgspec import structs
from sqlalchemy import Table, bindparam, select

from campaign.rows import MemoryRows, Row
from db.differences import Differences
from db.schema import PROJECTIONS
from db.statement import Statement
from db.transaction import Snapshot


def _of_station(table: Table) -> Statement:
    return Statement(select(table).where(table.c.station == bindparam("station")))


_ROWS = {shape: _of_station(table) for shape, table in PROJECTIONS.items()}


def compare(snapshot: Snapshot, station: str, expected: MemoryRows, differences: Differences) -> None:
    """Uses up ``expected``."""
    for shape, statement in _ROWS.items():
        table, remaining = PROJECTIONS[shape].name, expected.tables[shape]
        with differences.unreadable_is_one(table):
            for found in snapshot.stream(statement, station=station):
                row = remaining.pop(found[: shape.KEY], None)
                if row is None:
                    differences.add(table, "extra", key=list(found[: shape.KEY]))
                elif columns := _changed(shape, found, row):
                    differences.add(table, "changed", key=list(found[: shape.KEY]), columns=columns)
            for key in remaining:
                differences.add(table, "missing", key=list(key))


def _changed(shape: type[Row], found: tuple[Any, ...], row: Row) -> list[str]:
    values = structs.astuple(row)
    if found == values:
        return []
    names = shape.__struct_fields__
    return [name for name, is_, ought in zip(names, found, values, strict=True) if is_ != ought]
