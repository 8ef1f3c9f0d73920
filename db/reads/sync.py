"""How far the command knows the journal: what is unsent, and which bundles and receipts there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import bindparam, func, or_, select

from campaign.entry import read_entry
from campaign.rows import DocumentRow, ExportRow, HousekeepingRow, JournalRow, ReceiptRow, StationRow
from db.history import History
from db.projections import row_from
from db.schema import PROJECTIONS
from db.statement import Statement
from db.transaction import Snapshot

BACKUP = "backup"
"""The place of a bundle that stays at the point. It is read back, but no `bundle_verified` says so: that would be an
export. One that is later copied to a stick is one."""

_HOUSEKEEPING, _EXPORTS, _RECEIPTS = (
    PROJECTIONS[HousekeepingRow].c,
    PROJECTIONS[ExportRow],
    PROJECTIONS[ReceiptRow],
)
_AFTER_MARK = (
    _HOUSEKEEPING.station == bindparam("station"),
    _HOUSEKEEPING.epoch == bindparam("epoch"),
    _HOUSEKEEPING.n > bindparam("mark"),
)
_HOUSEKEEPING_AFTER = Statement(select(_HOUSEKEEPING.n).where(*_AFTER_MARK).order_by(_HOUSEKEEPING.n))
_COUNT_AFTER = Statement(select(func.count()).where(*_AFTER_MARK))
_LAST_EXPORTS = Statement(
    select(_EXPORTS)
    .where(_EXPORTS.c.station == bindparam("station"), _EXPORTS.c.epoch == bindparam("epoch"))
    .order_by(_EXPORTS.c.seq.desc())
    .limit(bindparam("limit"))
)
_LAST_CARRIED = Statement(
    select(_EXPORTS)
    .where(
        _EXPORTS.c.station == bindparam("station"),
        _EXPORTS.c.epoch == bindparam("epoch"),
        or_(_EXPORTS.c.place != BACKUP, _EXPORTS.c.verified_at != ""),
    )
    .order_by(_EXPORTS.c.seq.desc())
    .limit(bindparam("limit"))
)
_LAST_RECEIPTS = Statement(
    select(_RECEIPTS)
    .where(_RECEIPTS.c.station == bindparam("station"))
    .order_by(_RECEIPTS.c.city_generation.desc(), _RECEIPTS.c.serial.desc())
    .limit(bindparam("limit"))
)
_DOCUMENTS = Statement(
    select(PROJECTIONS[DocumentRow])
    .where(PROJECTIONS[DocumentRow].c.station == bindparam("station"))
    .order_by(PROJECTIONS[DocumentRow].c.type, PROJECTIONS[DocumentRow].c.version)
)


@dataclass(frozen=True, slots=True)
class Standing:
    """``unsent``: entries after the mark that are no housekeeping; ``oldest_unsent_at`` is "" where there are none."""

    epoch: int
    last: int
    head: str
    last_at: str
    mark: int
    received_at: str
    unsent: int
    oldest_unsent_at: str


def standing_of(snapshot: Snapshot, station: str, epoch: int) -> Standing:
    """Never walks the unsent entries: only the few after the mark that are housekeeping."""
    journal = snapshot.get(JournalRow, station, epoch)
    row = snapshot.get(StationRow, station)
    last, mark = (journal.last if journal else 0), (row.mark if row else 0)
    here = {"station": station, "epoch": epoch, "mark": mark}
    found = snapshot.one(_COUNT_AFTER, **here)
    unsent = last - mark - (int(found[0]) if found else 0)
    return Standing(
        epoch=epoch,
        last=last,
        head=journal.head if journal else "",
        last_at=journal.last_at if journal else "",
        mark=mark,
        received_at=row.received_at if row else "",
        unsent=unsent,
        oldest_unsent_at=_oldest(snapshot, here, station, epoch, mark) if unsent else "",
    )


def _oldest(snapshot: Snapshot, here: dict[str, object], station: str, epoch: int, mark: int) -> str:
    first = mark + 1
    for (n,) in snapshot.stream(_HOUSEKEEPING_AFTER, **here):
        if n != first:
            break
        first += 1
    entry = History(snapshot, station, epoch).entry(first)
    return read_entry(entry).header.at if entry else ""


def housekeeping_after(snapshot: Snapshot, station: str, epoch: int, n: int) -> list[int]:
    """The numbers of the housekeeping entries behind entry n, in their order: a few for each export and receipt."""
    return [row[0] for row in snapshot.all(_HOUSEKEEPING_AFTER, station=station, epoch=epoch, mark=n)]


def last_exports(snapshot: Snapshot, station: str, epoch: int, limit: int) -> list[ExportRow]:
    """Newest first, backups included: no seq is used twice."""
    rows = snapshot.all(_LAST_EXPORTS, station=station, epoch=epoch, limit=limit)
    return [row_from(ExportRow, row) for row in rows]


def last_carried(snapshot: Snapshot, station: str, epoch: int, limit: int) -> list[ExportRow]:
    """Newest first, those that were to leave the point."""
    rows = snapshot.all(_LAST_CARRIED, station=station, epoch=epoch, limit=limit)
    return [row_from(ExportRow, row) for row in rows]


def export_state(export: ExportRow, mark: int) -> Literal["exported", "verified", "received"]:
    """Written, read back, or acknowledged by the command, which holds all up to the mark."""
    if export.last <= mark:
        return "received"
    return "verified" if export.verified_at else "exported"


def last_receipts(snapshot: Snapshot, station: str, limit: int) -> list[ReceiptRow]:
    """Newest first."""
    return [row_from(ReceiptRow, row) for row in snapshot.all(_LAST_RECEIPTS, station=station, limit=limit)]


def documents_of(snapshot: Snapshot, station: str) -> list[DocumentRow]:
    """The accepted documents, by type and version."""
    return [row_from(DocumentRow, row) for row in snapshot.all(_DOCUMENTS, station=station)]
