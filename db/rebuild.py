"""Recomputing a station's rows from its sources, for when what counts has changed."""

from __future__ import annotations

from msgspec import structs
from sqlalchemy import bindparam, delete

from campaign.chain import first_head, next_head
from campaign.entry import read_entry
from campaign.fold import Fold
from campaign.outcome_rules import OutcomeRules
from db.open_follow_ups import judge_all
from db.schema import PROJECTIONS
from db.statement import Statement
from db.transaction import Transaction
from db.walk import pages

_CLEAR = [Statement(delete(table).where(table.c.station == bindparam("station"))) for table in PROJECTIONS.values()]


def rebuild(tx: Transaction, station: str, outcomes: OutcomeRules) -> None:
    """Replaces all projected rows of a station. Raises InputRefused("bad_entry") for a journal that nobody can read."""
    tx.forget()
    for statement in _CLEAR:
        tx.run(statement, station=station)
    heads: dict[int, bytes] = {}
    for page in pages(tx, station):
        for held in page:
            entry = read_entry(held.entry)
            head = next_head(heads.get(held.epoch) or first_head(station, held.epoch), held.entry)
            heads[held.epoch] = head
            if held.code is not None:
                entry = structs.replace(entry, body=None)
            Fold(tx.rows, station, held.epoch, outcomes).apply(entry, head.hex())
        tx.rows.relieve()
    judge_all(tx, station)
