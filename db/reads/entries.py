"""The applications of one business day as a list that is scrolled and searched, whatever the day's length.

The newest come first: by epoch and entry number, which is the order in which they were logged. A place in the list is
reached from a known key by skipping over index entries alone, and every look fetches a bounded number of rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import and_, bindparam, func, select, tuple_

from campaign.rows import ApplicationRow, TallyRow
from db import schema
from db.reads.applications import Shown, shown_of
from db.schema import PROJECTIONS, WHOLE
from db.statement import Statement
from db.transaction import Snapshot

Key = tuple[int, int]
"""(epoch, n) of an application."""

NEWEST: Key = (2**53, 0)
"""Above every key."""
OLDEST: Key = (0, 0)

_TABLE = PROJECTIONS[ApplicationRow]
_APPLICATIONS, _SUBJECTS, _TALLIES = _TABLE.c, schema.subjects.c, PROJECTIONS[TallyRow].c
_KEY = tuple_(_APPLICATIONS.epoch, _APPLICATIONS.n)
_GIVEN = tuple_(bindparam("epoch", type_=WHOLE), bindparam("n", type_=WHOLE))
_OF_DAY = (_APPLICATIONS.station == bindparam("station"), _APPLICATIONS.day == bindparam("day"))
_DOWN = (_APPLICATIONS.epoch.desc(), _APPLICATIONS.n.desc())
_UP = (_APPLICATIONS.epoch, _APPLICATIONS.n)
_WITH_SUBJECT = _TABLE.outerjoin(
    schema.subjects, and_(*(_SUBJECTS[name] == _APPLICATIONS[name] for name in ("station", "epoch", "n")))
)

_KEYS_DOWN = Statement(
    select(*_UP)
    .where(*_OF_DAY, _KEY <= _GIVEN)
    .order_by(*_DOWN)
    .limit(bindparam("limit", type_=WHOLE))
    .offset(bindparam("skip", type_=WHOLE))
)
_KEYS_UP = Statement(
    select(*_UP)
    .where(*_OF_DAY, _KEY >= _GIVEN)
    .order_by(*_UP)
    .limit(bindparam("limit", type_=WHOLE))
    .offset(bindparam("skip", type_=WHOLE))
)
_BETWEEN = Statement(
    select(_TABLE, _SUBJECTS.subject)
    .select_from(_WITH_SUBJECT)
    .where(
        *_OF_DAY,
        _KEY <= _GIVEN,
        tuple_(bindparam("last_epoch", type_=WHOLE), bindparam("last_n", type_=WHOLE)) <= _KEY,
    )
    .order_by(*_DOWN)
)
_GLANCED = (
    *_UP,
    _APPLICATIONS.device,
    _APPLICATIONS.by,
    _APPLICATIONS.outcome,
    _APPLICATIONS.form_id,
    _APPLICATIONS.source,
    _APPLICATIONS.warnings,
    _APPLICATIONS.counted,
    _APPLICATIONS.voided_n,
)
_GLANCE = Statement(select(*_GLANCED).where(*_OF_DAY, _KEY < _GIVEN).order_by(*_DOWN).limit(bindparam("limit")))
_GLANCE_WITH_SUBJECT = Statement(
    select(*_GLANCED, _SUBJECTS.subject)
    .select_from(_WITH_SUBJECT)
    .where(*_OF_DAY, _KEY < _GIVEN)
    .order_by(*_DOWN)
    .limit(bindparam("limit"))
)
_TOTALS = Statement(
    select(_TALLIES.outcome, func.sum(_TALLIES.count), func.sum(_TALLIES.voided))
    .where(_TALLIES.station == bindparam("station"), _TALLIES.day == bindparam("day"))
    .group_by(_TALLIES.outcome)
)


class Glance(NamedTuple):
    """What a search asks of an application; ``subject`` is the bytes of its subject, None unless asked for and held."""

    epoch: int
    n: int
    device: str
    by: str
    outcome: str
    form_id: str
    source: str
    warnings: str
    counted: int
    voided_n: int
    subject: bytes | None = None


@dataclass(frozen=True, slots=True)
class DayTotals:
    """``unvoided`` by outcome."""

    unvoided: dict[str, int]
    voided: int

    @property
    def logged(self) -> int:
        """How long the day's list is."""
        return sum(self.unvoided.values()) + self.voided


def day_totals(snapshot: Snapshot, station: str, day: str) -> DayTotals:
    """From the tallies: some rows for each hour, however many were logged."""
    rows = snapshot.all(_TOTALS, station=station, day=day)
    return DayTotals({outcome: int(count) for outcome, count, _ in rows if count}, sum(int(row[2]) for row in rows))


def keys_of_day(
    snapshot: Snapshot, station: str, day: str, start: Key, *, limit: int, skip: int = 0, upwards: bool = False
) -> list[Key]:
    """Keys from ``start`` (itself, too) on, after ``skip`` of them: older ones, or newer ones where ``upwards``.

    Newest first either way. The skipped ones are walked in the index, about 10 million a second.
    """
    statement = _KEYS_UP if upwards else _KEYS_DOWN
    epoch, n = start
    rows = snapshot.all(statement, station=station, day=day, epoch=epoch, n=n, limit=limit, skip=skip)
    keys = [(int(epoch), int(n)) for epoch, n in rows]
    return keys[::-1] if upwards else keys


def entries_between(snapshot: Snapshot, station: str, day: str, first: Key, last: Key) -> list[Shown]:
    """All applications of the day from ``first``, the newer, to ``last``: newest first."""
    rows = snapshot.all(
        _BETWEEN, station=station, day=day, epoch=first[0], n=first[1], last_epoch=last[0], last_n=last[1]
    )
    return [shown_of(row) for row in rows]


def glance_below(
    snapshot: Snapshot, station: str, day: str, before: Key, *, limit: int, with_subjects: bool
) -> list[Glance]:
    """The next ``limit`` applications of the day below a key, newest first: a piece of a search."""
    statement = _GLANCE_WITH_SUBJECT if with_subjects else _GLANCE
    rows = snapshot.all(statement, station=station, day=day, epoch=before[0], n=before[1], limit=limit)
    return [Glance(*row) for row in rows]
