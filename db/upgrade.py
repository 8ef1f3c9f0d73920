"""A store of an earlier version becomes one of this version: its sources stay as they are, its rows are made anew.

All of it happens in one transaction, so that an interrupted upgrade has changed nothing. A version that changes a
source will need a step of its own here.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, MetaData, select

from campaign.outcome_rules import OutcomeRules
from db import planning, schema
from db.meta import SCHEMA_VERSION, write_meta
from db.rebuild import rebuild
from db.schema import PROJECTIONS
from db.statement import Statement
from db.store import Upgrade
from db.transaction import Transaction

_STATIONS = Statement(select(schema.journal.c.station).distinct().order_by(schema.journal.c.station))

Then = Callable[[Transaction, str], None]


def upgrade_to_this(outcomes: OutcomeRules, *more: MetaData, then: Then | None = None) -> Upgrade:
    """What `Store.open` takes. ``more``: further tables than the shared ones; ``then``: called for each station whose
    rows have been made anew.
    """
    return lambda connection: _upgrade(connection, outcomes, more, then)


def _upgrade(connection: Connection, outcomes: OutcomeRules, more: tuple[MetaData, ...], then: Then | None) -> None:
    for table in PROJECTIONS.values():
        table.drop(connection, checkfirst=True)
    for tables in (schema.metadata, *more):
        tables.create_all(connection)
    for statement in planning.statistics(connection.dialect):
        connection.exec_driver_sql(statement)
    tx = Transaction(connection)
    for (station,) in tx.all(_STATIONS):
        rebuild(tx, station, outcomes)
        if then is not None:
            then(tx, station)
    write_meta(tx, SCHEMA_VERSION, str(schema.VERSION).encode())
    tx.flush()
