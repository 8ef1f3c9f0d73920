"""What of each journal a verified backup of the command's store holds."""

from __future__ import annotations

from campaign.rows import JournalRow
from db.command_schema import durable_through
from db.statement import Upsert, select_by_key
from db.transaction import Snapshot, Transaction

_ONE, _PUT = select_by_key(durable_through), Upsert(durable_through)


def durable_of(snapshot: Snapshot, station: str, epoch: int) -> int:
    """The last entry of an epoch that is backed up; 0 for none."""
    row = snapshot.one(_ONE, station=station, epoch=epoch)
    return 0 if row is None else int(row[2])


def put_durable(tx: Transaction, journal: JournalRow, backed_up_at: str) -> None:
    """A backup that was verified holds a journal as far as this."""
    if durable_of(tx, journal.station, journal.epoch) < journal.last:
        tx.run(_PUT, station=journal.station, epoch=journal.epoch, last=journal.last, backed_up_at=backed_up_at)
