"""What entries about the traffic with the command change: documents, bundles, receipts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from campaign import events as e
from campaign.events import Header
from campaign.ledger import Ledger, Senseless
from campaign.rows import DocumentRow, ExportRow, ReceiptRow, StationRow


def _document_accepted(ledger: Ledger, header: Header, body: e.DocumentAccepted) -> None:
    ledger.rows.put(DocumentRow(ledger.station, body.type, body.version or 0, body.sha256, header.at))


def _bundle_exported(ledger: Ledger, header: Header, body: e.BundleExported) -> None:
    if not body.first <= body.last < header.n:
        raise Senseless("beyond_last")
    if ledger.rows.get(ExportRow, ledger.station, ledger.epoch, body.seq) is not None:
        raise Senseless("seq_used")
    ledger.rows.put(
        ExportRow(ledger.station, ledger.epoch, body.seq, body.first, body.last, body.sha256, body.place, header.at)
    )


def _bundle_verified(ledger: Ledger, header: Header, body: e.BundleVerified) -> None:
    export = ledger.rows.get(ExportRow, ledger.station, ledger.epoch, body.seq)
    if export is None:
        raise Senseless("no_such_bundle")
    # A second copy is verified too; the first proof is the one that counts.
    export.verified_at = export.verified_at or header.at
    ledger.rows.put(export)


def _receipt_accepted(ledger: Ledger, header: Header, body: e.ReceiptAccepted) -> None:
    station = ledger.rows.get(StationRow, ledger.station)
    if station is None or station.epoch != ledger.epoch:
        raise Senseless("no_such_epoch")
    if max(body.accepted_through, body.mark, body.durable_through) >= header.n:
        raise Senseless("beyond_last")
    if (body.city_generation, body.serial) <= (station.city_generation, station.receipt_serial):
        raise Senseless("old_receipt")
    station.mark = body.mark
    station.durable_through = body.durable_through
    station.city_generation = body.city_generation
    station.receipt_serial = body.serial
    station.received_at = header.at
    ledger.rows.put(station)
    ledger.rows.put(
        ReceiptRow(
            station=ledger.station,
            city_generation=body.city_generation,
            serial=body.serial,
            epoch=ledger.epoch,
            accepted_through=body.accepted_through,
            mark=body.mark,
            head=body.head,
            durable_through=body.durable_through,
            accepted_at=header.at,
        )
    )


STEPS: dict[type[e.Body], Callable[[Ledger, Header, Any], None]] = {
    e.DocumentAccepted: _document_accepted,
    e.BundleExported: _bundle_exported,
    e.BundleVerified: _bundle_verified,
    e.ReceiptAccepted: _receipt_accepted,
}
