"""Receive what a stick brings, and tell document by document what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from bundle.stick import Stick
from db.reads.sync import documents_of
from station_app.services.orders import DocumentLeft, ReceiptTaken, receive_orders
from station_app.services.station import Station


@dataclass(frozen=True, slots=True)
class DocumentTaken:
    """``type`` is trust, plan or enrolment; ``version`` 0 where it has none."""

    type: str
    version: int


@dataclass(frozen=True, slots=True)
class Brought:
    """``taken``: documents that are new here; ``mark``: the last entry that the command has, before and after."""

    taken: tuple[DocumentTaken, ...]
    receipts: tuple[ReceiptTaken, ...]
    refused: tuple[DocumentLeft, ...]
    mark_before: int
    mark: int


def receive_told(station: Station, stick: Stick) -> Brought:
    """As `receive_orders`, which it raises the refusals of."""
    before, mark_before = _held(station)
    received = receive_orders(station, stick)
    after, mark = _held(station)
    new = [DocumentTaken(type, version) for type, version, digest in after if (type, version, digest) not in before]
    return Brought(tuple(new), tuple(received.receipts), tuple(received.refused), mark_before, mark)


def _held(station: Station) -> tuple[list[tuple[str, int, str]], int]:
    with station.store.read() as snapshot:
        documents = documents_of(snapshot, station.identity.station)
        return [(row.type, row.version, row.sha256) for row in documents], station.row(snapshot).mark
