"""In which order a station's epochs came in, so that its rows can be recomputed in that order."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from db import schema
from db.statement import Statement, Upsert
from db.transaction import Snapshot, Transaction

_TURNS = schema.turns.c
_OF_STATION = select(_TURNS.k, _TURNS.epoch, _TURNS.first).where(_TURNS.station == bindparam("station"))
_LATEST = Statement(_OF_STATION.order_by(_TURNS.k.desc()).limit(1))
_ALL = Statement(_OF_STATION.order_by(_TURNS.k))
_BEGIN = Upsert(schema.turns)


def take_turn(tx: Transaction, station: str, epoch: int, n: int) -> None:
    """Says that entry ``n`` of ``epoch`` comes next, if the entry before it was another epoch's."""
    latest = tx.source(_LATEST, station=station)
    if latest is None or latest[1] != epoch:
        tx.run(_BEGIN, station=station, k=latest[0] + 1 if latest else 1, epoch=epoch, first=n)


def turns(snapshot: Snapshot, station: str) -> list[tuple[int, int, int | None]]:
    """(epoch, first, last) of each turn in order; None for the last of those that still go on."""
    begun = [(epoch, first) for _, epoch, first in snapshot.all(_ALL, station=station)]
    return [
        (epoch, first, next((later - 1 for other, later in begun[place + 1 :] if other == epoch), None))
        for place, (epoch, first) in enumerate(begun)
    ]
