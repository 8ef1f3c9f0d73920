"""Entries of another machine on their way into the tables, however many: in batches, and what follows from all of them
once, at their end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from campaign.chain import next_head
from campaign.events import ApplicationLogged, ApplicationVoided, FollowUpChanged
from campaign.refusal import InputRefused
from campaign.rows import ApplicationRow, CommuneRow, FollowUpRow, FormRow, TallyRow
from db import schema
from db.journal import Journal, Received
from db.open_follow_ups import judge, judge_all
from db.schema import PROJECTIONS
from db.turns import take_turn

_BATCH = 2000
"""Entries written together: what waits in memory is some 5 MB."""
_MANY = 1000
"""Entries beyond which all of a station's follow-ups are judged: they are fewer than the persons who came in."""
_ASKED = (PROJECTIONS[ApplicationRow], PROJECTIONS[FollowUpRow], schema.marks)


class Intake:
    """Takes entries that follow the last held one, in order. What was taken is whole once `finish` has returned.

    Raises StoreBroken("store_damaged") where tables and journal disagree on its end.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._first, self._head, _ = journal.position()
        self._next = self._first
        self._waiting: list[Received] = []

    def take(self, items: Iterable[Received]) -> None:
        """Raises InputRefused("bad_chain") for an entry that is not the next."""
        more = iter(items)
        while room := list(islice(more, _BATCH - len(self._waiting))):
            self._check(room)
            self._waiting += room
            if len(self._waiting) == _BATCH:
                self._write()

    def finish(self) -> int:
        """Returns how many were taken."""
        self._write()
        taken = self._next - self._first
        self._journal.tx.measure(*_ASKED, added=taken)
        if taken > _MANY:
            judge_all(self._journal.tx, self._journal.station)
        elif taken:
            judge(self._journal.tx, self._journal.station, self._journal.epoch, self._first, self._next - 1)
        return taken

    def _check(self, items: list[Received]) -> None:
        n, head = self._next, self._head
        for item in items:
            head = next_head(head, item.entry.data)
            if item.head != head or item.entry.header.n != n:
                raise InputRefused("bad_chain", n=n)
            n += 1
        self._next, self._head = n, head

    def _write(self) -> None:
        items, self._waiting = self._waiting, []
        if not items:
            return
        journal, tx = self._journal, self._journal.tx
        if items[0].entry.header.n == self._first:
            take_turn(tx, journal.station, journal.epoch, self._first)
        forms = [item.entry.body.form_id for item in items if isinstance(item.entry.body, ApplicationLogged)]
        tx.rows.prefetch(FormRow, (journal.station,), forms)
        voided = [i.entry.body.entry for i in items if isinstance(i.entry.body, ApplicationVoided)]
        tx.rows.prefetch(FollowUpRow, (journal.station, journal.epoch), voided)
        for day in {item.entry.header.day for item in items if item.entry.header.shift}:
            tx.rows.prefetch_day(CommuneRow, journal.station, day)
            tx.rows.prefetch_day(TallyRow, journal.station, day)
        journal.store(items)
        for epoch, n in self._touched(items):
            judge(tx, journal.station, epoch, n, n)
        tx.rows.relieve()

    def _touched(self, items: list[Received]) -> Iterator[tuple[int, int]]:
        """Applications of which these entries say something new, but for those that `finish` judges."""
        for entry, _, _, _, trouble, _ in items:
            match entry.body if trouble is None else None:
                case ApplicationVoided(entry=n) if n < self._first:
                    yield self._journal.epoch, n
                case FollowUpChanged(entry=n, epoch=epoch) if epoch or n < self._first:
                    yield epoch or self._journal.epoch, n
