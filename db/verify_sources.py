"""Verifying a journal's own bytes: numbers in step, the chain, the commitments, the marks."""

from __future__ import annotations

from dataclasses import dataclass, field

from msgspec import structs
from sqlalchemy import and_, bindparam, func, select

from campaign.chain import commitment, first_head, next_head
from campaign.entry import Entry, read_entry
from campaign.refusal import InputRefused
from campaign.subject import mark_texts, read_subject
from db import schema
from db.differences import LIMIT, Differences
from db.history import mark_of
from db.statement import Statement
from db.transaction import Snapshot
from db.walk import Held

_MARKS = schema.marks.c
_MARKS_OF = Statement(
    select(_MARKS.n, _MARKS.kind, _MARKS.mark).where(
        _MARKS.station == bindparam("station"),
        _MARKS.epoch == bindparam("epoch"),
        _MARKS.n.between(bindparam("first"), bindparam("last")),
    )
)
_COUNT = Statement(
    select(func.count()).select_from(schema.journal).where(schema.journal.c.station == bindparam("station"))
)
_JOURNAL_KEY = ("station", "epoch", "n")
# Rows beside the journal of which there is no entry.
_ORPHANS = {
    table: Statement(
        select(table.c.epoch, table.c.n)
        .select_from(
            table.outerjoin(schema.journal, and_(*(schema.journal.c[name] == table.c[name] for name in _JOURNAL_KEY)))
        )
        .where(table.c.station == bindparam("station"), schema.journal.c.n.is_(None))
        .limit(LIMIT)
    )
    for table in (schema.subjects, schema.marks, schema.quarantine)
}


@dataclass(slots=True)
class Chain:
    """How far an epoch has been verified; ``head`` is computed from the entries' bytes alone."""

    epoch: int
    head: bytes
    stored: bytes
    last: int = 0
    entries: int = 0


@dataclass(slots=True)
class SourceCheck:
    """Takes the pages of one station's walk in order."""

    snapshot: Snapshot
    station: str
    mark_key: bytes
    differences: Differences
    chains: dict[int, Chain] = field(default_factory=dict)

    def entries_of(self, page: list[Held]) -> list[tuple[int, Entry, str]]:
        """(epoch, entry, h(n) in hex) of those that can be folded; a quarantined one has no body."""
        marks = self._marks(page)
        read = []
        for held in page:
            head = self._link(held)
            entry = self._read(held)
            if entry is not None:
                self._subject(held, entry, marks.get(held.n, set()))
                read.append((held.epoch, entry, head.hex()))
        return read

    def finish(self) -> None:
        """After the last page: is there anything that the walk did not meet?"""
        with self.differences.unreadable_is_one("turns"):
            count = self.snapshot.one(_COUNT, station=self.station)
            if count is None or count[0] != sum(chain.entries for chain in self.chains.values()):
                self.differences.add("turns", "incomplete")
        for table, statement in _ORPHANS.items():
            with self.differences.unreadable_is_one(table.name):
                for epoch, n in self.snapshot.all(statement, station=self.station):
                    self.differences.add(table.name, "no_entry", epoch=epoch, n=n)

    def _link(self, held: Held) -> bytes:
        """Goes on from the stored hash after a difference, so that each is told once."""
        start = first_head(self.station, held.epoch)
        chain = self.chains.setdefault(held.epoch, Chain(held.epoch, start, start))
        if held.n != chain.last + 1:
            self.differences.add("journal", "missing", epoch=held.epoch, first=chain.last + 1, last=held.n - 1)
        elif next_head(chain.stored, held.entry) != held.head:
            self.differences.add("journal", "bad_chain", epoch=held.epoch, n=held.n)
        chain.head = next_head(chain.head, held.entry)
        chain.stored, chain.last, chain.entries = held.head, held.n, chain.entries + 1
        return chain.head

    def _read(self, held: Held) -> Entry | None:
        try:
            entry = read_entry(held.entry)
        except InputRefused as refused:
            self.differences.add("journal", refused.code, epoch=held.epoch, n=held.n)
            return None
        if entry.header.n != held.n:
            self.differences.add("journal", "other_number", epoch=held.epoch, n=held.n)
        if held.code is not None:
            return structs.replace(entry, body=None)
        if entry.trouble is not None:
            self.differences.add("quarantine", "missing", epoch=held.epoch, n=held.n)
        return entry

    def _subject(self, held: Held, entry: Entry, marks: set[tuple[str, bytes]]) -> None:
        promised = bool(entry.header.subject)
        if promised != (held.erased is not None):
            self.differences.add("subjects", "missing" if promised else "extra", epoch=held.epoch, n=held.n)
            return
        if held.salt is None or held.subject is None:
            expected = set() if not held.erased else marks  # an erased person's can't be recomputed
            if held.salt is not None or held.subject is not None:
                self.differences.add("subjects", "half", epoch=held.epoch, n=held.n)
        else:
            expected = self._expected_marks(held.subject)
            if held.erased or commitment(held.salt, held.subject) != entry.header.subject:
                self.differences.add("subjects", "bad_commitment", epoch=held.epoch, n=held.n)
        if marks != expected:
            self.differences.add("marks", "changed", epoch=held.epoch, n=held.n)

    def _expected_marks(self, subject: bytes) -> set[tuple[str, bytes]]:
        try:
            texts = mark_texts(read_subject(subject))
        except InputRefused:
            return set()
        return {(kind, mark_of(self.mark_key, kind, text)) for kind, text in texts}

    def _marks(self, page: list[Held]) -> dict[int, set[tuple[str, bytes]]]:
        marks: dict[int, set[tuple[str, bytes]]] = {}
        with self.differences.unreadable_is_one("marks"):
            for n, kind, mark in self.snapshot.all(
                _MARKS_OF, station=self.station, epoch=page[0].epoch, first=page[0].n, last=page[-1].n
            ):
                marks.setdefault(n, set()).add((kind, bytes(mark)))
        return marks
