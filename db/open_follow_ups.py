"""Which follow-ups wait: those that are open, and whose person no later counted application of the station accepts.

The fold sees no persons, so this follows from its rows and the marks alone, whatever the order in which entries and
withheld subjects came (docs/decisions/0014-closed-by-an-acceptance.md).
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Subquery,
    and_,
    bindparam,
    delete,
    insert,
    literal_column,
    or_,
    select,
    tuple_,
    union,
)

from campaign.rows import ApplicationRow, FollowUpRow
from db import schema
from db.differences import Differences
from db.schema import PROJECTIONS, TEXT, WHOLE
from db.statement import Statement
from db.transaction import Snapshot, Transaction

_F, _O = PROJECTIONS[FollowUpRow], schema.open_follow_ups
_KEY = ("station", "epoch", "n")
_WARNS = "person"
"""The kind of mark that never says who somebody is: a name with a birth date only warns."""


def _of(marks: FromClause, kind: str, entry: FromClause) -> ColumnElement[bool]:
    return and_(*(marks.c[name] == entry.c[name] for name in _KEY), marks.c.kind == kind)


def _has_number(entry: FromClause, alias: str) -> ColumnElement[bool]:
    marks = schema.marks.alias(alias)
    return select(marks.c.mark).where(_of(marks, "number", entry)).exists()


def _station_of(entry: FromClause) -> ColumnElement[str]:
    """Not by an index: a server that has measured nothing of a station takes it for small and walks all its marks, once
    for each mark that it looks for."""
    return entry.c.station.concat(literal_column("''"))


def _accepted_later() -> ColumnElement[Any]:
    """Where both have a personal number, that alone tells. A value, not EXISTS, which a server would turn into a join
    of all marks with all."""
    mine, theirs = schema.marks.alias("mine"), schema.marks.alias("theirs")
    later = PROJECTIONS[ApplicationRow].alias("later")
    return (
        select(later.c.n)
        .select_from(
            mine.join(theirs, and_(theirs.c.kind == mine.c.kind, theirs.c.mark == mine.c.mark)).join(
                later, and_(*(later.c[name] == theirs.c[name] for name in _KEY))
            )
        )
        .where(
            *(mine.c[name] == _F.c[name] for name in _KEY),
            mine.c.kind != _WARNS,
            _station_of(theirs) == _F.c.station,
            later.c.counted.is_(True),
            or_(later.c.epoch > _F.c.epoch, and_(later.c.epoch == _F.c.epoch, later.c.n > _F.c.n)),
            or_(mine.c.kind == "number", ~and_(_has_number(mine, "my_number"), _has_number(theirs, "their_number"))),
        )
        .correlate(_F)
        .limit(literal_column("1"))
        .scalar_subquery()
    )


_WAITING = select(_F.c.station, _F.c.epoch, _F.c.n).where(_F.c.state == "open", _accepted_later().is_(None))


def _concerned() -> Subquery:
    """The follow-ups of a range of entries, and those of whoever comes in it."""
    here, seen = schema.marks.alias("here"), schema.marks.alias("seen")
    station, epoch = bindparam("station", type_=TEXT), bindparam("epoch", type_=WHOLE)
    first, last = bindparam("first", type_=WHOLE), bindparam("last", type_=WHOLE)
    own = select(_F.c.epoch, _F.c.n).where(_F.c.station == station, _F.c.epoch == epoch, _F.c.n.between(first, last))
    of_same_person = (
        select(_F.c.epoch, _F.c.n)
        .select_from(
            here.join(seen, and_(seen.c.kind == here.c.kind, seen.c.mark == here.c.mark)).join(
                _F, and_(*(_F.c[name] == seen.c[name] for name in _KEY))
            )
        )
        .where(
            here.c.station == station,
            here.c.epoch == epoch,
            here.c.n.between(first, last),
            here.c.kind != _WARNS,
            _station_of(seen) == here.c.station,
        )
    )
    return union(own, of_same_person).subquery("concerned")


_CONCERNED = _concerned()
_ANYBODY = Statement(select(_CONCERNED.c.n).limit(1))
_FORGET = Statement(
    delete(_O).where(
        _O.c.station == bindparam("station", type_=TEXT),
        tuple_(_O.c.epoch, _O.c.n).in_(select(_CONCERNED.c.epoch, _CONCERNED.c.n)),
    )
)
_REMEMBER = Statement(
    insert(_O).from_select(
        _KEY,
        _WAITING.where(
            _F.c.station == bindparam("station", type_=TEXT),
            _F.c.epoch == _CONCERNED.c.epoch,
            _F.c.n == _CONCERNED.c.n,
        ),
    )
)
_FORGET_STATION = Statement(delete(_O).where(_O.c.station == bindparam("station")))
_REMEMBER_STATION = Statement(insert(_O).from_select(_KEY, _WAITING.where(_F.c.station == bindparam("station"))))
_EXPECTED = Statement(_WAITING.where(_F.c.station == bindparam("station")))
_HELD = Statement(select(_O.c.station, _O.c.epoch, _O.c.n).where(_O.c.station == bindparam("station")))


def judge(tx: Transaction, station: str, epoch: int, first: int, last: int) -> None:
    """After applications ``first`` … ``last``, or something that concerns them, came in."""
    here = {"station": station, "epoch": epoch, "first": first, "last": last}
    if tx.one(_ANYBODY, **here) is not None:
        tx.run(_FORGET, **here)
        tx.run(_REMEMBER, **here)


def judge_all(tx: Transaction, station: str) -> None:
    """After a station's rows were made anew."""
    tx.flush()
    tx.run(_FORGET_STATION, station=station)
    tx.run(_REMEMBER_STATION, station=station)


def verify_open(snapshot: Snapshot, station: str, differences: Differences) -> None:
    """Against follow-ups, applications and marks, both ways."""
    with differences.unreadable_is_one(_O.name):
        held = set(snapshot.all(_HELD, station=station))
        for key in snapshot.all(_EXPECTED, station=station):
            if key in held:
                held.remove(key)
            else:
                differences.add(_O.name, "missing", key=list(key))
        for key in sorted(held):
            differences.add(_O.name, "extra", key=list(key))
