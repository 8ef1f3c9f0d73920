"""What the whole city adds up to: applications by station, day and outcome; heads of journals by range."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from sqlalchemy import bindparam, func, select

from campaign.rows import JournalRow, TallyRow
from db import schema
from db.projections import row_from
from db.schema import PROJECTIONS
from db.statement import Statement
from db.transaction import Snapshot

_T, _J, _S = PROJECTIONS[TallyRow].c, schema.journal.c, schema.subjects.c
_JOURNALS = PROJECTIONS[JournalRow]
_TALLIED = Statement(
    select(_T.station, _T.day, _T.outcome, func.sum(_T.count)).group_by(_T.station, _T.day, _T.outcome)
)
# By its key, row by row: a server that has not measured its tables yet would join them in another way, for minutes.
_IS_WITHHELD = (
    select(_S.salt.is_(None) & _S.erased.is_(False))
    .where(_S.station == _J.station, _S.epoch == _J.epoch, _S.n == _J.n)
    .scalar_subquery()
)
_HELD = Statement(
    select(_J.n, _J.head, _IS_WITHHELD).where(
        _J.station == bindparam("station"),
        _J.epoch == bindparam("epoch"),
        _J.n >= bindparam("first"),
        _J.n <= bindparam("last"),
    )
)
_ALL_JOURNALS = Statement(select(_JOURNALS).order_by(_JOURNALS.c.station, _JOURNALS.c.epoch))


@dataclass(slots=True)
class Tallied:
    """A station's unvoided applications by outcome, and its counted ones by business day."""

    by_outcome: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    by_day: dict[str, int] = field(default_factory=lambda: defaultdict(int))


def tallied(snapshot: Snapshot, counted_outcomes: frozenset[str]) -> dict[str, Tallied]:
    """By station."""
    stations: dict[str, Tallied] = defaultdict(Tallied)
    for station, day, outcome, count in snapshot.all(_TALLIED):
        if count:
            stations[station].by_outcome[outcome] += int(count)
        if count and outcome in counted_outcomes:
            stations[station].by_day[day] += int(count)
    return stations


def held_between(snapshot: Snapshot, station: str, epoch: int, first: int, last: int) -> dict[int, tuple[bytes, bool]]:
    """Of the held entries of a range: h(n), raw, and whether a later bundle may still bring the subject."""
    found = snapshot.all(_HELD, station=station, epoch=epoch, first=first, last=last)
    return {n: (bytes(head), bool(withheld)) for n, head, withheld in found}


def all_journals(snapshot: Snapshot) -> list[JournalRow]:
    """How far each epoch of each station is held."""
    return [row_from(JournalRow, row) for row in snapshot.all(_ALL_JOURNALS)]
