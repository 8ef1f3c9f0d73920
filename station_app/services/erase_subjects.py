"""Retention: the persons of old applications are erased once the command holds them for good.

Nobody decides it at the station: the signed plan says after how many days, the newest receipt how far
(docs/bundle-format.md, sections 1 and 4). The chain stays whole, and who was here before is still recognised.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from campaign.entry import read_entry
from campaign.events import SubjectsErased
from campaign.quota import plan_in_force
from campaign.rows import JournalRow
from db.history import History
from db.journal import Journal
from db.meta import ERASED, drop_meta, read_meta, write_meta
from db.reads.point import devices_of
from db.retention import Erased, erase_due
from station_app.services.readiness import day_jump
from station_app.services.station import Station, Work

BATCH = 500
"""Subjects in one transaction: 10 to 20 milliseconds, so that a save may come between two."""

Told = Callable[[int], None]
"""Hears of the subjects erased so far."""


@dataclass(frozen=True, slots=True)
class Retention:
    """What a whole run has done; ``through`` is the last entry of this epoch whose subject it erased, 0 for none."""

    erased: int
    through: int


def erase_subjects(station: Station, told: Told = lambda erased: None) -> Retention:
    """Erases all that is due because a person asks for it, then writes the store anew.

    Raises StorageRefused, NotPermitted("password_temporary").
    """
    erased = through = 0
    while (batch := erase_some(station)).more:
        erased, through = erased + batch.count, max(through, batch.through)
        told(erased)
    wipe_erased(station)
    return Retention(erased, through)


def erase_some(station: Station, *, by_itself: bool = False) -> Erased:
    """One batch and its entry, together or not at all; ``more`` until nothing is due any more.

    ``by_itself``: nobody has asked, so nothing is due while the clock is in doubt, more than a day from what was done
    last; a wrong one would erase too early, and the entry would hide the jump from who opens the next shift.

    Raises StorageRefused, NotPermitted("password_temporary").
    """
    station.person.require("own_view")
    with station.work() as work:
        doubted = by_itself and day_jump(station, work.tx) is not None
        batch = Erased() if doubted else _due(work)
        if batch.more:
            work.append(SubjectsErased(through=batch.through, count=batch.count))
            write_meta(work.tx, ERASED, b"1")
    return batch


def wipe_erased(station: Station, *, only_at_rest: bool = False) -> bool:
    """Leaves no byte of what was erased in the store's files; whether there was anything to do.

    It may take seconds: ``only_at_rest`` waits for a moment in which no shift is open. Raises StorageRefused.
    """
    with station.store.read() as snapshot:
        if read_meta(snapshot, ERASED) is None:
            return False
        if only_at_rest and any(device.shift for device in devices_of(snapshot, station.identity.station)):
            return False
    station.store.write_anew()
    with station.store.write() as tx:
        drop_meta(tx, ERASED)
    return True


def _due(work: Work) -> Erased:
    """The next batch: of earlier epochs first, with ``through`` 0 since its number is none of this epoch's."""
    station, row = work.station, work.station.row(work.tx)
    plan = plan_in_force(station.plans(work.tx), work.today)
    if plan is None or not row.durable_through:
        return Erased()
    before = work.today - timedelta(days=plan.retention_days)
    for epoch in range(1, row.epoch) if _past_the_beginning(work.journal, row.durable_through) else ():
        held = work.rows.get(JournalRow, work.code, epoch)
        batch = _erase(work, epoch, held.last, before) if held else Erased()
        if batch.through:
            return Erased(0, batch.count, more=True)
    return _erase(work, row.epoch, row.durable_through, before)


def _erase(work: Work, epoch: int, durable_through: int, before: date) -> Erased:
    journal = Journal(work.tx, work.code, epoch, work.station.catalogue.outcome_rules, work.station.keys.marks)
    return erase_due(journal, durable_through, before, BATCH)


def _past_the_beginning(history: History, durable_through: int) -> bool:
    """Whether the command holds for good what this epoch began with: then also what earlier ones had.

    An epoch begins where the command's journal of the one before ends, and tells anew in the same moment what that
    lacked (docs/bundle-format.md, section 7).
    """
    first, durable = history.entry(1), history.entry(durable_through)
    assert first is not None, "an epoch begins with its journal_started"
    return durable is not None and read_entry(durable).header.at > read_entry(first).header.at
