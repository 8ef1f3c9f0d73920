"""Receive what the command sends: trust, enrolment, plans, then receipts, each verified before it is parsed.

Versions only rise. What is held already is passed over in silence; what does not verify is refused and the journal
says so, while the others count all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from msgspec import UNSET

from bundle.documents import Receipt
from bundle.envelope import read_envelope
from bundle.keys import public_key
from bundle.receipt import judge_receipt
from bundle.stick import FoundFile, Stick, read_document
from bundle.trust import TrustedCity, accept_trust, verify_enrolment, verify_plan, verify_receipt
from campaign.events import DocumentAccepted, DocumentRefused, ReceiptAccepted
from campaign.refusal import InputRefused
from db.envelopes import KeptEnvelope, envelope_by_digest, keep_envelope, latest_envelope
from db.meta import SIGNING_KEY, read_meta
from db.transaction import Snapshot
from station_app.services.next_epoch import go_on, in_next_epoch, next_key
from station_app.services.station import Station, Work
from station_app.services.trusted import enrolment_of, is_revoked, trusted_city

DocumentType = Literal["trust", "enrolment", "plan", "receipt"]


@dataclass(frozen=True, slots=True)
class ReceiptTaken:
    """``state`` is accepted, or old where the receipt changes nothing."""

    file: str
    serial: int
    accepted_through: int
    state: str


@dataclass(frozen=True, slots=True)
class DocumentLeft:
    """A document that was refused, and why."""

    file: str
    code: str


@dataclass(slots=True)
class Received:
    """What a stick brought; ``accepted_through`` is the mark afterwards, versions are the highest held."""

    trust_version: int = 0
    plan_version: int = 0
    receipts: list[ReceiptTaken] = field(default_factory=list)
    accepted_through: int = 0
    refused: list[DocumentLeft] = field(default_factory=list)


def receive_orders(station: Station, stick: Stick, root_fingerprint: str | None = None) -> Received:
    """Takes all documents for this station from a stick, each in a transaction of its own.

    A supervisor receives anything, an administrator trust and enrolment. Raises NotPermitted and StorageRefused;
    refused documents are listed.
    """
    station.person.require("receive_trust")
    code = station.identity.station
    received = Received()

    listing = stick.listing()

    def take(kind: DocumentType, step: Callable[[Work, bytes, FoundFile], None]) -> None:
        for document in listing.of(kind, code if kind in ("enrolment", "receipt") else None):
            if kind == "enrolment" and document.numbers < (station.identity.epoch,):
                continue  # of an earlier epoch, whose key is gone
            _take(station, document, step, received)

    take("trust", lambda work, line, _: take_trust(work, line, root_fingerprint))
    take("enrolment", _take_enrolment)
    _catch_up(station)
    if station.person.may("receive_orders"):
        take("plan", lambda work, line, _: take_plan(work, line))
        take(
            "receipt",
            lambda work, line, document: received.receipts.append(take_receipt(work, line, document.path.name)),
        )
    tell_standing(station, received)
    return received


def tell_standing(station: Station, received: Received) -> None:
    """Fills in what is held now."""
    with station.store.read() as snapshot:
        city = trusted_city(snapshot, station.identity)
        station.revoked = is_revoked(snapshot, station.identity)
        received.accepted_through = station.row(snapshot).mark
        received.trust_version = city.trust.version if city.trust else 0
        received.plan_version = max((plan.version for plan in station.plans(snapshot)), default=0)


def _take(
    station: Station,
    document: FoundFile,
    step: Callable[[Work, bytes, FoundFile], None],
    received: Received,
) -> None:
    line = b""
    try:
        line = read_document(document.path)
        with station.work() as work:
            if document.kind == "receipt" or not is_kept(work.tx, line):
                step(work, line, document)
    except InputRefused as refusal:
        received.refused.append(DocumentLeft(document.path.name, refusal.code))
        with station.work() as work:
            work.append(DocumentRefused(name=document.path.name, sha256=sha256(line).hexdigest(), code=refusal.code))


def _catch_up(station: Station) -> None:
    """The station may have gone on in its next epoch."""
    with station.store.read() as snapshot:
        epoch, signing = station.row(snapshot).epoch, read_meta(snapshot, SIGNING_KEY)
    if epoch != station.identity.epoch and signing is not None:
        later = in_next_epoch(station, signing)
        station.identity, station.keys = later.identity, later.keys


def is_kept(snapshot: Snapshot, line: bytes) -> bool:
    """Whether a document was taken before: then it is passed over, for whoever signed it may have left since."""
    return envelope_by_digest(snapshot, sha256(line).hexdigest()) is not None


def _keep(work: Work, kind: DocumentType, line: bytes, version: int, *, own: bool = True) -> None:
    """Keeps a document's bytes and says so in the journal. ``own``: for this station alone."""
    station, epoch = (work.code, work.station.identity.epoch) if own else ("", 0)
    if keep_envelope(work.tx, KeptEnvelope(kind, line, station, epoch, version)):
        work.append(DocumentAccepted(type=kind, version=version or UNSET, sha256=sha256(line).hexdigest()))


def take_trust(work: Work, line: bytes, root_fingerprint: str | None) -> None:
    """Verifies a trust version and keeps it where it is the next. Raises InputRefused."""
    city = trusted_city(work.tx, work.station.identity)
    after = accept_trust(city, line, fingerprint_told=root_fingerprint)
    if after is not city:
        _keep(work, "trust", line, after.current.version, own=False)


def _take_enrolment(work: Work, line: bytes, document: FoundFile) -> None:
    city = _current(work)
    signing = next_key(work.tx)
    if signing is not None and document.numbers == (work.station.identity.epoch + 1,):
        enrolment = verify_enrolment(line, city.current, station=work.code, key=public_key(signing))
        _keep(go_on(work, enrolment, signing), "enrolment", line, 0)
        return
    enrolment = verify_enrolment(line, city.current, station=work.code, key=public_key(work.station.keys.signing))
    if enrolment.epoch != work.station.identity.epoch:
        raise InputRefused("wrong_station", epoch=enrolment.epoch)
    held = enrolment_of(work.tx, work.station.identity)
    if held is not None and held != line and _payload(held, "enrolment") != _payload(line, "enrolment"):
        raise InputRefused("fork", document="enrolment")
    if held is None:
        _keep(work, "enrolment", line, 0)
        work.station.slots.set_recovery(city.current.recipients.recovery, work.station.keys.store)


def take_plan(work: Work, line: bytes) -> None:
    """Verifies a plan and keeps it where it is newer. Raises InputRefused."""
    plan = verify_plan(line, _current(work).current).plan
    held = latest_envelope(work.tx, "plan")
    if held is not None and held.version == plan.version and _payload(held.content, "plan") != _payload(line, "plan"):
        raise InputRefused("fork", document="plan", version=plan.version)
    if held is None or held.version < plan.version:
        _keep(work, "plan", line, plan.version, own=False)


def take_receipt(work: Work, line: bytes, name: str, kept_as: str = "receipt") -> ReceiptTaken:
    """Verifies and judges a receipt, and moves the mark. ``name``: where it came from; ``kept_as``: an envelope's type.

    Raises InputRefused.
    """
    trust = _current(work).current
    receipt = verify_receipt(line, trust, station=work.code)
    row = work.station.row(work.tx)
    judgement = judge_receipt(
        receipt,
        city_generation=trust.city_generation,
        epoch=work.station.identity.epoch,
        last=work.last,
        head_at=lambda n: (work.journal.head_at(n) or b"").hex(),
        mark=row.mark,
        previous=(row.city_generation, row.receipt_serial) if row.receipt_serial else None,
    )
    if judgement.state == "accepted":
        keep_envelope(work.tx, KeptEnvelope(kept_as, line, work.code, work.station.identity.epoch, receipt.serial))
        _tell_accepted(work, receipt, judgement.mark)
    return ReceiptTaken(name, receipt.serial, receipt.accepted_through, judgement.state)


def _tell_accepted(work: Work, receipt: Receipt, mark: int) -> None:
    work.append(
        ReceiptAccepted(
            serial=receipt.serial,
            city_generation=receipt.city_generation,
            accepted_through=receipt.accepted_through,
            mark=mark,
            head=receipt.head,
            durable_through=receipt.durable_through,
        )
    )


def _current(work: Work) -> TrustedCity:
    return trusted_city(work.tx, work.station.identity)


def _payload(line: bytes, kind: str) -> bytes:
    return read_envelope(line, kind, single=kind != "plan").payload
