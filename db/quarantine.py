"""Entries that were not understood when they came, and their release."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import bindparam, select, update

from campaign.entry import read_entry
from campaign.outcome_rules import OutcomeRules
from campaign.refusal import InputRefused
from db import schema
from db.history import History
from db.rebuild import rebuild
from db.statement import Statement
from db.transaction import Snapshot, Transaction

_QUARANTINE = schema.quarantine.c
_HELD = select(_QUARANTINE.station, _QUARANTINE.epoch, _QUARANTINE.n, _QUARANTINE.code).where(
    _QUARANTINE.released_at == ""
)
_ORDER = (_QUARANTINE.station, _QUARANTINE.epoch, _QUARANTINE.n)
_ALL = Statement(_HELD.order_by(*_ORDER))
_OF_STATION = Statement(_HELD.where(_QUARANTINE.station == bindparam("station")).order_by(*_ORDER))
_RELEASE = Statement(
    update(schema.quarantine)
    .where(
        _QUARANTINE.station == bindparam("of_station"),
        _QUARANTINE.epoch == bindparam("of_epoch"),
        _QUARANTINE.n == bindparam("of_n"),
        _QUARANTINE.released_at == "",
    )
    .values(released_at=bindparam("at"))
)


@dataclass(frozen=True, slots=True)
class Quarantined:
    """``code`` is `unknown_kind`, `unknown_key`, `bad_body` or `bad_subject`."""

    station: str
    epoch: int
    n: int
    code: str


def quarantined(snapshot: Snapshot, station: str | None = None) -> list[Quarantined]:
    """Those not released, of one station or of all."""
    found = snapshot.all(_ALL) if station is None else snapshot.all(_OF_STATION, station=station)
    return [Quarantined(*row) for row in found]


def release(tx: Transaction, station: str, epoch: int, n: int, *, at: str, outcomes: OutcomeRules) -> None:
    """Counts an entry after all, where it stands in its journal; the station's rows are made anew.

    Raises InputRefused `not_quarantined`, or `unknown_kind`, `unknown_key`, `bad_body` while this program doesn't
    understand it.
    """
    if not tx.run(_RELEASE, of_station=station, of_epoch=epoch, of_n=n, at=at):
        raise InputRefused("not_quarantined")
    data = History(tx, station, epoch).entry(n)
    trouble = read_entry(data).trouble if data else None
    if trouble is not None:
        raise InputRefused(trouble)
    rebuild(tx, station, outcomes)
