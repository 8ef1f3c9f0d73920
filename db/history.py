"""A station's journal to be read: entries as bytes, heads, subjects, and who was seen before."""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from functools import lru_cache

from sqlalchemy import and_, bindparam, func, select

from campaign.chain import first_head
from campaign.refusal import InputRefused
from campaign.subject import MarkKind, Subject, read_subject
from db import schema
from db.statement import Statement
from db.transaction import PAGE, Snapshot

_JOURNAL, _SUBJECTS, _MARKS = schema.journal.c, schema.subjects.c, schema.marks.c
_OF_JOURNAL = and_(_JOURNAL.station == bindparam("station"), _JOURNAL.epoch == bindparam("epoch"))

_HEAD = Statement(select(_JOURNAL.head).where(_OF_JOURNAL, _JOURNAL.n == bindparam("n")))
_ENTRY = Statement(select(_JOURNAL.entry).where(_OF_JOURNAL, _JOURNAL.n == bindparam("n")))
_LAST = Statement(select(func.max(_JOURNAL.n)).where(_OF_JOURNAL))
_ENTRIES = Statement(
    select(_JOURNAL.entry, _SUBJECTS.salt, _SUBJECTS.subject)
    .select_from(
        schema.journal.outerjoin(
            schema.subjects,
            and_(_SUBJECTS.station == _JOURNAL.station, _SUBJECTS.epoch == _JOURNAL.epoch, _SUBJECTS.n == _JOURNAL.n),
        )
    )
    .where(_OF_JOURNAL, _JOURNAL.n.between(bindparam("first"), bindparam("last")))
    .order_by(_JOURNAL.n)
)
_SUBJECT = Statement(
    select(_SUBJECTS.subject).where(
        _SUBJECTS.station == bindparam("station"),
        _SUBJECTS.epoch == bindparam("epoch"),
        _SUBJECTS.n == bindparam("n"),
    )
)
_ERASED = Statement(
    select(_SUBJECTS.erased).where(
        _SUBJECTS.station == bindparam("station"),
        _SUBJECTS.epoch == bindparam("epoch"),
        _SUBJECTS.n == bindparam("n"),
    )
)
_FIND = Statement(
    select(_MARKS.station, _MARKS.epoch, _MARKS.n)
    .where(_MARKS.kind == bindparam("kind"), _MARKS.mark == bindparam("mark"))
    .order_by(_MARKS.station, _MARKS.epoch, _MARKS.n)
)


def mark_of(key: bytes, kind: MarkKind, text: str) -> bytes:
    """32 bytes that tell equal texts without telling the text (docs/bundle-format.md, section 1)."""
    mark = _keyed(key).copy()
    mark.update(kind.encode() + b"\x00" + text.encode())
    return mark.digest()


@lru_cache(maxsize=4)
def _keyed(key: bytes) -> hmac.HMAC:
    """Prepared once: half of what a short text costs."""
    return hmac.new(key, digestmod="sha256")


def find_marks(snapshot: Snapshot, mark_key: bytes, kind: MarkKind, text: str) -> list[tuple[str, int, int]]:
    """(station, epoch, n) of every entry of the store whose subject had this `campaign.subject.mark_texts` text."""
    found = snapshot.all(_FIND, kind=kind, mark=mark_of(mark_key, kind, text))
    return [(station, epoch, n) for station, epoch, n in found]


class History:
    """One epoch of one station's journal in a snapshot, or in a write transaction."""

    def __init__(self, snapshot: Snapshot, station: str, epoch: int) -> None:
        self.snapshot = snapshot
        self.station = station
        self.epoch = epoch

    def last(self) -> int:
        """The number of the last entry; 0 where there is none."""
        found = self.snapshot.one(_LAST, station=self.station, epoch=self.epoch)
        return found[0] or 0 if found else 0

    def head_at(self, n: int) -> bytes | None:
        """h(n), 32 raw bytes; None where entry n isn't held."""
        if n == 0:
            return first_head(self.station, self.epoch)
        found = self.snapshot.one(_HEAD, station=self.station, epoch=self.epoch, n=n)
        return None if found is None else bytes(found[0])

    def entry(self, n: int) -> bytes | None:
        """The exact bytes of entry n; None where it isn't held."""
        found = self.snapshot.one(_ENTRY, station=self.station, epoch=self.epoch, n=n)
        return None if found is None else bytes(found[0])

    def entries(self, first: int, last: int) -> Iterator[tuple[bytes, bytes | None, bytes | None]]:
        """Entries ``first`` … ``last`` with salt and subject where these are held, in constant memory."""
        for start in range(first, last + 1, PAGE):
            page = {"first": start, "last": min(start + PAGE - 1, last)}
            yield from self.snapshot.all(_ENTRIES, station=self.station, epoch=self.epoch, **page)

    def subject(self, n: int) -> Subject | None:
        """The person of an application; None where withheld, erased, or not to be read."""
        found = self.snapshot.one(_SUBJECT, station=self.station, epoch=self.epoch, n=n)
        if found is None or found[0] is None:
            return None
        try:
            return read_subject(found[0])
        except InputRefused:
            return None

    def is_erased(self, n: int) -> bool:
        """Whether entry n had a subject that retention has erased."""
        found = self.snapshot.one(_ERASED, station=self.station, epoch=self.epoch, n=n)
        return found is not None and bool(found[0])
