"""Appending to a station's journal: the only way in which anything comes into the store's tables."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from msgspec import structs
from sqlalchemy import bindparam, select, update

from campaign.chain import commitment, first_head, next_head
from campaign.entry import Entry, Trouble, make_entry
from campaign.events import ApplicationLogged, ApplicationVoided, Body, ClockStepped, FollowUpChanged, kind_of
from campaign.fold import Fold
from campaign.outcome_rules import OutcomeRules
from campaign.refusal import InputRefused, StoreBroken
from campaign.rows import JournalRow
from campaign.subject import Subject, mark_texts, read_subject, subject_bytes
from db import schema
from db.bulk import Addition
from db.history import History, mark_of
from db.open_follow_ups import judge
from db.statement import Statement
from db.transaction import Transaction
from db.turns import take_turn

_SALT_BYTES = 16
_CLOCK_STEPPED = kind_of(ClockStepped)

_END = Statement(
    select(schema.journal.c.n, schema.journal.c.head)
    .where(schema.journal.c.station == bindparam("station"), schema.journal.c.epoch == bindparam("epoch"))
    .order_by(schema.journal.c.n.desc())
    .limit(1)
)
_ENTRIES = Addition(schema.journal)
_SUBJECT_ROWS = Addition(schema.subjects)
_MARKS = Addition(schema.marks)
_QUARANTINED = Addition(schema.quarantine)

_SUBJECTS = schema.subjects.c
_OF_JOURNAL = (_SUBJECTS.station == bindparam("of_station"), _SUBJECTS.epoch == bindparam("of_epoch"))
_WITHHELD = (_SUBJECTS.salt.is_(None), _SUBJECTS.erased.is_(False))
_FILL = Statement(
    update(schema.subjects)
    .where(*_OF_JOURNAL, _SUBJECTS.n == bindparam("of_n"), *_WITHHELD)
    .values(salt=bindparam("new_salt"), subject=bindparam("new_subject"))
)
_ERASE = update(schema.subjects).values(salt=None, subject=None, erased=True)
_ERASE_THROUGH = (*_OF_JOURNAL, _SUBJECTS.n > bindparam("after"), _SUBJECTS.n <= bindparam("through"))
_ERASE_HELD = Statement(_ERASE.where(*_ERASE_THROUGH, _SUBJECTS.salt.is_not(None)))
_ERASE_WITHHELD = Statement(_ERASE.where(*_ERASE_THROUGH, *_WITHHELD))


@dataclass(frozen=True, slots=True)
class Appended:
    """``head`` is h(n) in hex."""

    n: int
    head: str
    entry: Entry


class Received(NamedTuple):
    """An entry that another machine wrote, verified by its reader: ``head`` is h(n) raw, ``subject`` its exact bytes.

    ``trouble`` is why the entry is kept without being counted, ``person`` the subject as its reader has read it.
    """

    entry: Entry
    head: bytes
    salt: bytes | None = None
    subject: bytes | None = None
    trouble: Trouble | None = None
    person: Subject | None = None


class Journal(History):
    """``outcomes`` are the catalogue's, ``mark_key`` the store's own."""

    def __init__(self, tx: Transaction, station: str, epoch: int, outcomes: OutcomeRules, mark_key: bytes) -> None:
        super().__init__(tx, station, epoch)
        self.tx = tx
        self.mark_key = mark_key
        self._fold = Fold(tx.rows, station, epoch, outcomes)

    def append(
        self,
        body: Body,
        *,
        at: str,
        by: str,
        day: date,
        shift: str | None = None,
        device: str | None = None,
        subject: Subject | None = None,
    ) -> Appended:
        """One new entry and what follows from it in every table.

        Raises StoreBroken("store_damaged") where tables and journal disagree on its end;
        InputRefused("time_before_last", last_at) unless the last entry was a step of the clock; `bad_entry`,
        `bad_body` or `bad_subject` for what nobody could read back.
        """
        n, head, row = self.position()
        if row is not None and at < row.last_at and row.last_kind != _CLOCK_STEPPED:
            raise InputRefused("time_before_last", last_at=row.last_at)
        salt = data = digest = None
        if subject is not None:
            salt, data = secrets.token_bytes(_SALT_BYTES), subject_bytes(subject)
            digest = commitment(salt, data)
        entry = make_entry(n, at, day, by, body, shift=shift, device=device, subject=digest)
        head = next_head(head, entry.data)
        take_turn(self.tx, self.station, self.epoch, n)
        self.store([Received(entry, head, salt, data, person=subject)])
        self._judge_follow_ups(entry)
        return Appended(n, head.hex(), entry)

    def fill_subject(self, n: int, salt: bytes, subject: bytes) -> bool:
        """Keeps the withheld subject of entry n; False where it is held, was erased, or the entry has none."""
        place = {"of_station": self.station, "of_epoch": self.epoch, "of_n": n}
        if not self.tx.run(_FILL, **place, new_salt=salt, new_subject=subject):
            return False
        self.tx.add(_MARKS, list(self._marks(n, subject)))
        judge(self.tx, self.station, self.epoch, n, n)
        return True

    def erase_subjects(self, through: int, after: int = 0) -> int:
        """Erases the subjects of entries ``after`` + 1 … ``through`` for ever, withheld ones too.

        Returns how many were held.
        """
        here = {"of_station": self.station, "of_epoch": self.epoch, "after": after, "through": through}
        erased = self.tx.run(_ERASE_HELD, **here)
        self.tx.run(_ERASE_WITHHELD, **here)
        return erased

    def position(self) -> tuple[int, bytes, JournalRow | None]:
        """The number of the next entry, h of the one before it, and what the projections say of that one."""
        row = self.tx.rows.get(JournalRow, self.station, self.epoch)
        last, head = self._end()
        if (row.last, row.head) != (last, head.hex()) if row else last:
            raise StoreBroken("store_damaged")  # nothing is built on a chain that the rows deny
        return last + 1, head, row

    def _end(self) -> tuple[int, bytes]:
        found = self.tx.source(_END, station=self.station, epoch=self.epoch)
        return (found[0], bytes(found[1])) if found else (0, first_head(self.station, self.epoch))

    def store(self, items: list[Received]) -> None:
        """Entries that follow the last held one, and the rows that they change; follow-ups are not judged yet."""
        station, epoch, tx = self.station, self.epoch, self.tx
        entries: list[tuple[object, ...]] = []
        subjects: list[tuple[object, ...]] = []
        marks: list[tuple[object, ...]] = []
        troubles: list[tuple[object, ...]] = []
        take = self._fold.take
        for entry, head, salt, subject, trouble, person in items:
            n = entry.header.n
            entries.append((station, epoch, n, entry.data, head))
            if entry.header.subject:
                subjects.append((station, epoch, n, salt, subject, False))
            if subject is not None:
                marks.extend(self._marks(n, subject, person))
            if trouble is not None:
                troubles.append((station, epoch, n, trouble, ""))
                entry = structs.replace(entry, body=None, trouble=trouble)
            take(entry)
        self._fold.advance(items[-1].entry, items[-1].head.hex())
        tx.add(_ENTRIES, entries)
        tx.add(_SUBJECT_ROWS, subjects)
        tx.add(_MARKS, marks)
        tx.add(_QUARANTINED, troubles)

    def _judge_follow_ups(self, entry: Entry) -> None:
        match entry.body:
            case ApplicationLogged():
                judge(self.tx, self.station, self.epoch, entry.header.n, entry.header.n)
            case ApplicationVoided(entry=n):
                judge(self.tx, self.station, self.epoch, n, n)
            case FollowUpChanged(entry=n, epoch=epoch):
                judge(self.tx, self.station, epoch or self.epoch, n, n)

    def _marks(
        self, n: int, subject: bytes, person: Subject | None = None
    ) -> Iterator[tuple[str, int, int, str, bytes]]:
        try:
            texts = mark_texts(person or read_subject(subject))
        except InputRefused:  # quarantined as bad_subject: kept, but nobody can be found by it
            return
        for kind, text in texts:
            yield self.station, self.epoch, n, kind, mark_of(self.mark_key, kind, text)
