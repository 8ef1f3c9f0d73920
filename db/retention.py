"""What is erased of a journal's subjects when their time has passed (docs/bundle-format.md, sections 1 and 4).

A journal's subjects are erased from its beginning on, without holes, so that one number tells how far.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, bindparam, select

from campaign.entry import read_entry
from db import schema
from db.journal import Journal
from db.statement import Statement

_J, _S = schema.journal.c, schema.subjects.c
_AFTER = (_S.station == bindparam("station"), _S.epoch == bindparam("epoch"), _S.n > bindparam("after"))
_NEXT = Statement(select(_S.n, _S.erased).where(*_AFTER).order_by(_S.n).limit(1))
_PAGE = Statement(
    select(_S.n, _J.entry)
    .select_from(
        schema.subjects.join(schema.journal, and_(_J.station == _S.station, _J.epoch == _S.epoch, _J.n == _S.n))
    )
    .where(*_AFTER, _S.n <= bindparam("through"))
    .order_by(_S.n)
    .limit(bindparam("limit"))
)


@dataclass(frozen=True, slots=True)
class Erased:
    """One batch: the subjects of entries up to ``through`` are gone, ``count`` of them were still held before.

    ``more``: something was due, so that a next batch may find more.
    """

    through: int = 0
    count: int = 0
    more: bool = False


def erase_due(journal: Journal, durable_through: int, before: date, batch: int) -> Erased:
    """Erases up to ``batch`` subjects of entries at or below ``durable_through`` whose day lies before ``before``.

    The first that is not due yet ends it: a subject never outlives the ones after it.
    """
    after = erased_through(journal, durable_through)
    page = journal.snapshot.all(
        _PAGE, station=journal.station, epoch=journal.epoch, after=after, through=durable_through, limit=batch
    )
    through = 0
    for n, entry in page:
        if date.fromisoformat(read_entry(entry).header.day) >= before:
            break
        through = n
    if not through:
        return Erased()
    return Erased(through, journal.erase_subjects(through, after), more=True)


def erased_through(journal: Journal, durable_through: int) -> int:
    """The last entry at or below ``durable_through`` whose subject was erased, 0 for none: found by halving."""
    low, high = 0, durable_through
    while low < high:
        middle = (low + high) // 2
        found = journal.snapshot.one(_NEXT, station=journal.station, epoch=journal.epoch, after=middle)
        if found is not None and found[0] <= durable_through and found[1]:
            low = found[0]
        else:
            high = middle
    return low
