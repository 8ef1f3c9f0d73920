"""One receipt per station of which a bundle was met, for its newest epoch (docs/bundle-format.md, section 4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from msgspec import convert

from bundle.documents import BundleRow, DuplicateRow, QuarantineRow
from bundle.envelope import seal
from bundle.layout import receipt_path
from bundle.qr import to_qr_text
from bundle.receipt import build_receipt
from bundle.stick import Stick
from campaign.chain import first_head
from campaign.refusal import InputRefused
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


def issue_scanned_receipt(
    city: City, officer: bytes, station: str | None, hand_out: Callable[[str], None]
) -> ReceiptIssued:
    """Signs a receipt without lists for a station of which no stick comes back; ``file`` is "".

    ``hand_out`` is given the text of its QR code before the serial counts. What is to be listed waits for a stick.
    ``station`` is None for the only one of which a bundle was met. Raises InputRefused("unknown_station") where none or
    another is meant, ("unknown_key") for somebody who is no officer, and what ``hand_out`` raises.
    """
    with decision(city.store) as deciding:
        officers_trust(deciding.tx, officer)
        newest = {row.station: row.epoch for row in all_met(deciding.tx)}
        if station is None and len(newest) == 1:
            station = next(iter(newest))
        if station not in newest:
            raise InputRefused("unknown_station", station=station or "–")
        line, issued = _signed(deciding.tx, city, officer, station, newest[station], lists=False)
        hand_out(to_qr_text(line))
    return issued


def _issue(deciding: Decision, city: City, stick: Stick, officer: bytes, station: str, epoch: int) -> ReceiptIssued:
    line, issued = _signed(deciding.tx, city, officer, station, epoch, lists=True)
    forget_unlisted(deciding.tx, station)
    generation = trust_of(deciding.tx).city_generation
    path = deciding.hand_out(stick, receipt_path(station, epoch, generation, issued.serial), line)
    return replace(issued, file=str(path.absolute()))


def _signed(
    tx: Transaction, city: City, officer: bytes, station: str, epoch: int, *, lists: bool
) -> tuple[bytes, ReceiptIssued]:
    """The line of the next receipt, kept; whoever gives it out says where."""
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
        bundles=_bundles(tx, station, epoch) if lists else (),
        quarantined=_quarantined(tx, station, epoch) if lists else (),
        duplicates=_duplicates(tx, station, epoch) if lists else (),
    )
    line = seal("receipt", payload, [officer])
    keep_envelope(tx, KeptEnvelope("receipt", line, station, epoch, serial))
    return line, ReceiptIssued("", station, epoch, serial, through)


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
