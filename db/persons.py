"""A person counts once in the city: the earliest counted application by (at, station, epoch, n), and any that was
overridden.

What stands here follows from applications and marks alone, whatever the order of import (docs/bundle-format.md,
section 3).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from heapq import merge
from itertools import groupby
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    tuple_,
)

from campaign.rows import ApplicationRow
from db import schema
from db.bulk import Addition
from db.command_schema import claims, duplicates
from db.differences import Differences
from db.schema import PROJECTIONS
from db.statement import Statement
from db.transaction import Snapshot, Transaction

_A, _C, _D = PROJECTIONS[ApplicationRow].c, claims.c, duplicates.c
_EVERYTHING: ColumnElement[int] = literal_column(str(2**62))
"""A limit that is none: by it a server looks for each mark once, and never as a join that it takes for a small one."""


def _mark(kind: str) -> ScalarSelect[bytes]:
    marks = schema.marks.alias(f"{kind}_marks")
    of_entry = (marks.c[name] == _A[name] for name in ("station", "epoch", "n"))
    return select(marks.c.mark).where(*of_entry, marks.c.kind == kind).scalar_subquery()


def _claimed(*where: ColumnElement[bool]) -> Select[Any]:
    """Counted applications of whom somebody is known, with that person."""
    person = func.coalesce(_mark("number"), _mark("cmnd")).label("person")
    overridden = (_A.overridden_by != "").label("overridden")
    counted = select(_A.station, _A.epoch, _A.n, person, _A.at, _A.day, overridden).where(_A.counted.is_(True), *where)
    found = counted.limit(_EVERYTHING).subquery("found")
    return select(found).where(found.c.person.is_not(None))


_COLUMNS = ["station", "epoch", "n", "person", "at", "day", "overridden"]
_HERE = (_A.station == bindparam("station"), _A.epoch == bindparam("epoch"))
_ADD = Statement(
    insert(claims).from_select(_COLUMNS, _claimed(*_HERE, _A.n >= bindparam("first"), _A.n <= bindparam("last")))
)
_EXPECTED = Statement(_claimed().order_by("station", "epoch", "n"))
_DROP = Statement(
    delete(claims).where(_C.station == bindparam("station"), _C.epoch == bindparam("epoch"), _C.n == bindparam("n"))
)
_PERSON_OF = Statement(
    select(_C.person).where(_C.station == bindparam("station"), _C.epoch == bindparam("epoch"), _C.n == bindparam("n"))
)
_MINE, _OTHERS = claims.alias("mine"), claims.alias("others")
_SHARED = Statement(
    select(_MINE.c.person)
    .distinct()
    .select_from(
        _MINE.join(
            _OTHERS,
            and_(
                _OTHERS.c.person == _MINE.c.person,
                (_OTHERS.c.station != _MINE.c.station)
                | (_OTHERS.c.epoch != _MINE.c.epoch)
                | (_OTHERS.c.n != _MINE.c.n),
            ),
        )
    )
    .where(
        _MINE.c.station == bindparam("station"),
        _MINE.c.epoch == bindparam("epoch"),
        _MINE.c.n >= bindparam("first"),
        _MINE.c.n <= bindparam("last"),
    )
)
_CLAIMS = select(_C.station, _C.epoch, _C.n, _C.person, _C.at, _C.day, _C.overridden)
_IN_ORDER = (_C.person, _C.at, _C.station, _C.epoch, _C.n)
_OF_PERSON = Statement(_CLAIMS.where(_C.person == bindparam("person")).order_by(*_IN_ORDER))
_OF_EVERYBODY = Statement(_CLAIMS.order_by(*_IN_ORDER))
_HELD = Statement(_CLAIMS.order_by(_C.station, _C.epoch, _C.n))
_PERSONS = Statement(select(_C.person).distinct().where(_C.station == bindparam("station")).order_by(_C.person))
_DROP_STATION = Statement(delete(claims).where(_C.station == bindparam("station")))
_FORGET_STATION = Statement(delete(duplicates).where(_D.station == bindparam("station")))
_ADD_STATION = Statement(insert(claims).from_select(_COLUMNS, _claimed(_A.station == bindparam("station"))))
_FORGET = Statement(
    delete(duplicates).where(_D.station == bindparam("station"), _D.epoch == bindparam("epoch"), _D.n == bindparam("n"))
)
_FORGET_PERSON = Statement(
    delete(duplicates).where(
        tuple_(_D.station, _D.epoch, _D.n).in_(
            select(_C.station, _C.epoch, _C.n).where(_C.person == bindparam("person"))
        )
    )
)
_REMEMBER = Addition(duplicates)
_LIST = select(_D.station, _D.epoch, _D.n, _D.day, _D.other_station, _D.other_epoch, _D.other_n).order_by(
    _D.station, _D.epoch, _D.n
)
_ALL = Statement(_LIST)
_OF_EPOCH = Statement(_LIST.where(_D.station == bindparam("station"), _D.epoch == bindparam("epoch")))
_BY_DAY = Statement(select(_D.station, _D.day, func.count()).group_by(_D.station, _D.day))


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A counted application of a person whom an earlier one, of whatever station, counts already."""

    station: str
    epoch: int
    n: int
    day: str
    other_station: str
    other_epoch: int
    other_n: int


_PIECE = 20_000
"""Entries whose persons are taken together: what is in memory of those seen before is bounded."""

Claim = tuple[str, int, int, bytes, str, str, bool]


def take_persons(tx: Transaction, station: str, epoch: int, first: int, last: int, voided: Iterable[int]) -> None:
    """After entries ``first`` … ``last`` came in, which took back the earlier applications ``voided``."""
    tx.flush()  # the applications are read by a statement of its own
    affected = {person for n in voided for person in _dropped(tx, station, epoch, n)}
    for start in range(first, last + 1, _PIECE):
        end = min(start + _PIECE - 1, last)
        tx.run(_ADD, station=station, epoch=epoch, first=start, last=end)
        tx.measure(claims, added=end - start)
        shared = tx.all(_SHARED, station=station, epoch=epoch, first=start, last=end)
        affected.update(bytes(person) for (person,) in shared)
        for person in sorted(affected):
            _judge(tx, person)
        affected.clear()


def retake_persons(tx: Transaction, station: str) -> None:
    """After a station's applications were made anew (`db.rebuild`)."""
    tx.measure(PROJECTIONS[ApplicationRow], schema.marks, added=_PIECE)
    before = {bytes(person) for (person,) in tx.all(_PERSONS, station=station)}
    for statement in (_DROP_STATION, _FORGET_STATION, _ADD_STATION):
        tx.run(statement, station=station)
    after = {bytes(person) for (person,) in tx.all(_PERSONS, station=station)}
    for person in sorted(before | after):
        _judge(tx, person)


def _dropped(tx: Transaction, station: str, epoch: int, n: int) -> Iterator[bytes]:
    here = {"station": station, "epoch": epoch, "n": n}
    row = tx.one(_PERSON_OF, **here)
    if row is not None:
        tx.run(_DROP, **here)
        tx.run(_FORGET, **here)
        yield bytes(row[0])


def _judge(tx: Transaction, person: bytes) -> None:
    of_person = [_claim(row) for row in tx.all(_OF_PERSON, person=person)]
    tx.run(_FORGET_PERSON, person=person)
    tx.add(_REMEMBER, [astuple(found) for found in _duplicates_among(of_person)])


def _claim(row: tuple[Any, ...]) -> Claim:
    station, epoch, n, person, at, day, overridden = row
    return station, epoch, n, bytes(person), at, day, bool(overridden)


def _duplicates_among(of_person: Iterable[Claim]) -> Iterator[Duplicate]:
    """Of one person's claims in order."""
    claims_in_order = iter(of_person)
    for first in claims_in_order:
        for station, epoch, n, _, _, day, overridden in claims_in_order:
            if not overridden:
                yield Duplicate(station, epoch, n, day, *first[:3])


def duplicates_of(snapshot: Snapshot, station: str | None = None, epoch: int = 0) -> list[Duplicate]:
    """All, or those of one epoch of a station, by station and entry."""
    found = snapshot.all(_ALL) if station is None else snapshot.all(_OF_EPOCH, station=station, epoch=epoch)
    return [Duplicate(*row) for row in found]


def duplicates_by_day(snapshot: Snapshot) -> dict[tuple[str, str], int]:
    """How many by (station, business day)."""
    return {(station, day): int(count) for station, day, count in snapshot.all(_BY_DAY)}


def verify_persons(snapshot: Snapshot) -> Differences:
    """Claims against applications and marks, duplicates against claims, row by row and both ways."""
    differences = Differences("")
    with differences.unreadable_is_one("claims"):
        _compare_claims(snapshot, differences)
    with differences.unreadable_is_one("duplicates"):
        _compare_duplicates(snapshot, differences)
    return differences


def _compare_claims(snapshot: Snapshot, differences: Differences) -> None:
    """Side by side in the order of the key: neither side is ever in memory whole."""
    expected, held = (map(_claim, snapshot.stream(statement)) for statement in (_EXPECTED, _HELD))
    both = merge(((claim, 0) for claim in expected), ((claim, 1) for claim in held), key=lambda one: one[0][:3])
    for key, found in groupby(both, key=lambda one: one[0][:3]):
        sides = list(found)
        if len(sides) == 1:
            differences.add("claims", "extra" if sides[0][1] else "missing", key=list(key))
        elif sides[0][0] != sides[1][0]:
            differences.add("claims", "changed", key=list(key))


def _compare_duplicates(snapshot: Snapshot, differences: Differences) -> None:
    held = {(found.station, found.epoch, found.n): found for found in duplicates_of(snapshot)}
    for _, of_person in groupby(map(_claim, snapshot.stream(_OF_EVERYBODY)), key=lambda claim: claim[3]):
        for expected in _duplicates_among(of_person):
            key = expected.station, expected.epoch, expected.n
            found = held.pop(key, None)
            if found != expected:
                differences.add("duplicates", "changed" if found else "missing", key=list(key))
    for key in held:
        differences.add("duplicates", "extra", key=list(key))
