"""All that the sources say of a station, entry by entry, in the order in which its rows came about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import and_, bindparam, select

from db import schema
from db.statement import Statement
from db.transaction import PAGE, Snapshot
from db.turns import turns

_JOURNAL, _SUBJECTS, _QUARANTINE = schema.journal.c, schema.subjects.c, schema.quarantine.c
_LARGEST = 2**63 - 1


class Held(NamedTuple):
    """A row of the journal with what stands beside it, as found: nothing of it is believed yet.

    ``erased`` is None where there is no row for a subject; ``code`` None where the entry isn't quarantined.
    """

    epoch: int
    n: int
    entry: bytes
    head: bytes
    salt: bytes | None
    subject: bytes | None
    erased: bool | None
    code: str | None


# By the last number seen, not by ranges of numbers: in a damaged table these may be of any size.
_PAGE = Statement(
    select(
        _JOURNAL.epoch,
        _JOURNAL.n,
        _JOURNAL.entry,
        _JOURNAL.head,
        _SUBJECTS.salt,
        _SUBJECTS.subject,
        _SUBJECTS.erased,
        _QUARANTINE.code,
    )
    .select_from(
        schema.journal.outerjoin(
            schema.subjects,
            and_(*(_SUBJECTS[name] == _JOURNAL[name] for name in ("station", "epoch", "n"))),
        ).outerjoin(
            schema.quarantine,
            and_(
                *(_QUARANTINE[name] == _JOURNAL[name] for name in ("station", "epoch", "n")),
                _QUARANTINE.released_at == "",
            ),
        )
    )
    .where(
        _JOURNAL.station == bindparam("station"),
        _JOURNAL.epoch == bindparam("epoch"),
        _JOURNAL.n >= bindparam("first"),
        _JOURNAL.n <= bindparam("last"),
    )
    .order_by(_JOURNAL.n)
    .limit(PAGE)
)


def pages(snapshot: Snapshot, station: str) -> Iterator[list[Held]]:
    """At most `PAGE` entries of one epoch at a time."""
    for epoch, first, last in turns(snapshot, station):
        start = first
        while found := snapshot.all(
            _PAGE, station=station, epoch=epoch, first=start, last=_LARGEST if last is None else last
        ):
            yield [Held(*row) for row in found]
            if found[-1][1] == _LARGEST:
                return
            start = found[-1][1] + 1
