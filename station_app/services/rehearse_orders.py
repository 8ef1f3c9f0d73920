"""What a stick would bring, before any of it is taken: the same steps in one transaction that is taken back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from bundle.stick import FoundFile, Stick, read_document
from campaign.refusal import InputRefused
from db.reads.sync import documents_of
from station_app.services.orders import DocumentLeft, ReceiptTaken, is_kept, take_plan, take_receipt, take_trust
from station_app.services.receive_told import Brought, DocumentTaken
from station_app.services.station import Station, Work


class _Rehearsed(Exception):
    """Rolls the rehearsal back."""


def rehearse_orders(station: Station, stick: Stick) -> Brought:
    """As `receive_told` would answer now, but for an enrolment. Raises NotPermitted, StorageRefused.

    The stick is read before the transaction begins, so that no save waits for it.
    """
    station.person.require("receive_orders")
    listing = stick.listing()
    found = [*listing.of("trust"), *listing.of("plan"), *listing.of("receipt", station.identity.station)]
    read = [(file, _read(file)) for file in found]
    rehearsal = _Rehearsal(station)
    with suppress(_Rehearsed), station.work() as work:
        rehearsal.run(work, read)
        raise _Rehearsed
    return rehearsal.brought()


def _read(file: FoundFile) -> bytes | InputRefused:
    try:
        return read_document(file.path)
    except InputRefused as refusal:
        return refusal


class _Rehearsal:
    def __init__(self, station: Station) -> None:
        self._station = station
        self._taken: list[DocumentTaken] = []
        self._receipts: list[ReceiptTaken] = []
        self._refused: list[DocumentLeft] = []
        self._marks = (0, 0)

    def run(self, work: Work, read: list[tuple[FoundFile, bytes | InputRefused]]) -> None:
        before, mark = documents_of(work.tx, work.code), self._station.row(work.tx).mark
        for file, line in read:
            try:
                if isinstance(line, InputRefused):
                    raise line
                self._step(file)(Work(self._station, work.tx), line)
            except InputRefused as refusal:
                self._refused.append(DocumentLeft(file.path.name, refusal.code))
        after = documents_of(work.tx, work.code)
        self._taken = [DocumentTaken(row.type, row.version) for row in after if row not in before]
        self._marks = mark, self._station.row(work.tx).mark

    def brought(self) -> Brought:
        return Brought(tuple(self._taken), tuple(self._receipts), tuple(self._refused), *self._marks)

    def _step(self, file: FoundFile) -> Callable[[Work, bytes], None]:
        if file.kind == "receipt":
            return lambda work, line: self._receipts.append(take_receipt(work, line, file.path.name))
        take = take_plan if file.kind == "plan" else _trust
        return lambda work, line: None if is_kept(work.tx, line) else take(work, line)


def _trust(work: Work, line: bytes) -> None:
    take_trust(work, line, None)
