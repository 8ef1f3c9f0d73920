"""One receipt per station of which a bundle was met, for its newest epoch (docs/bundle-format.md, section 4)."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import convert

from bundle.documents import BundleRow, DuplicateRow, QuarantineRow
from bundle.envelope import seal
from bundle.layout import receipt_path
from bundle.receipt import build_receipt
from bundle.stick import Stick
from campaign.chain import first_head
from campaign.rows import JournalRow
from command_app.services.city import City, officers_trust, trust_of
from command_app.services.decision import Decision, decision
from command_app.services.orders import write_orders
from db.command_bundles import all_met, forget_unlisted, unlisted_of
from db.durable_through import durable_of
from db.envelopes import KeptEnvelope, keep_envelope, latest_envelope
from db.persons import duplicates_of
from db.quarantine import quarantined
from db.transaction import Transaction


@dataclass(frozen=True, slots=True)
class ReceiptIssued:
    """``file`` is where it lies on the stick."""

    file: str
    station: str
    epoch: int
    serial: int
    accepted_through: int


def issue_receipts(city: City, stick: Stick, officer: bytes) -> list[ReceiptIssued]:
    """Signs and writes the receipts, and puts trust and plans beside them.

    Raises InputRefused("unknown_key") for somebody who is no officer, StorageRefused.
    """
    with city.store.read() as snapshot:
        newest = {row.station: row.epoch for row in all_met(snapshot)}
        officers_trust(snapshot, officer)
        write_orders(snapshot, stick)
    issued = []
    for station, epoch in sorted(newest.items()):
        with decision(city.store) as deciding:
            issued.append(_issue(deciding, city, stick, officer, station, epoch))
    return issued


def _issue(deciding: Decision, city: City, stick: Stick, officer: bytes, station: str, epoch: int) -> ReceiptIssued:
    tx = deciding.tx
    trust = trust_of(tx)
    journal = tx.get(JournalRow, station, epoch)
    through = journal.last if journal else 0
    serial = _next_serial(tx, station)
    payload = build_receipt(
        campaign=trust.campaign,
        drill=trust.drill,
        station=station,
        epoch=epoch,
        city_generation=trust.city_generation,
        serial=serial,
        accepted_through=through,
        head=journal.head if journal else first_head(station, epoch).hex(),
        durable_through=min(through, durable_of(tx, station, epoch)),
        issued_at=city.now(),
        bundles=_bundles(tx, station, epoch),
        quarantined=_quarantined(tx, station, epoch),
        duplicates=_duplicates(tx, station, epoch),
    )
    line = seal("receipt", payload, [officer])
    keep_envelope(tx, KeptEnvelope("receipt", line, station, epoch, serial))
    forget_unlisted(tx, station)
    path = deciding.hand_out(stick, receipt_path(station, epoch, trust.city_generation, serial), line)
    return ReceiptIssued(str(path.absolute()), station, epoch, serial, through)


def _next_serial(tx: Transaction, station: str) -> int:
    """Serials rise per station, over its epochs: receipts are given for the newest alone."""
    last = latest_envelope(tx, "receipt", station)
    return last.version + 1 if last else 1


def _bundles(tx: Transaction, station: str, epoch: int) -> list[BundleRow]:
    rows = []
    for row in unlisted_of(tx, station, epoch):
        listed = {"seq": row.seq, "sha256": row.sha256, "state": row.state}
        rows.append(convert(listed | ({"code": row.code} if row.code else {}), BundleRow))
    return rows


def _quarantined(tx: Transaction, station: str, epoch: int) -> list[QuarantineRow]:
    rows = quarantined(tx, station)
    return [convert({"n": row.n, "code": row.code}, QuarantineRow) for row in rows if row.epoch == epoch]


def _duplicates(tx: Transaction, station: str, epoch: int) -> list[DuplicateRow]:
    return [
        DuplicateRow(n=row.n, station=row.other_station, epoch=row.other_epoch, other=row.other_n)
        for row in duplicates_of(tx, station, epoch)
    ]
