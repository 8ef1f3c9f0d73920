"""Answer the requests on a stick: an officer vouches for a station's key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bundle.documents import Enrolment, Request, Trust, document_bytes
from bundle.envelope import seal
from bundle.keys import fingerprint, key_id, same_fingerprint
from bundle.layout import enrolment_path
from bundle.stick import FoundFile, Stick, read_document
from bundle.trust import verify_request
from campaign.refusal import InputRefused
from command_app.services.city import City, enrolments_of, trust_of
from command_app.services.orders import write_orders
from db.envelopes import KeptEnvelope, keep_envelope
from db.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Enrolled:
    station: str
    epoch: int
    fingerprint: str


@dataclass(frozen=True, slots=True)
class RequestRefused:
    file: str
    code: str


@dataclass(slots=True)
class Enrolling:
    """An already enrolled key is answered again with the same enrolment."""

    enrolled: list[Enrolled] = field(default_factory=list)
    refused: list[RequestRefused] = field(default_factory=list)


def enrol_stations(city: City, stick: Stick, officer: bytes, accept: Mapping[str, str]) -> Enrolling:
    """Enrols every station that asks on a stick; outside a drill only those named with their key's fingerprint.

    The stick also gets trust and plans. Refused requests are listed: `not_accepted`, `second_key`, `epoch_unexpected`,
    and the codes of a document. Raises StorageRefused.
    """
    enrolling = Enrolling()
    for file in stick.listing().of("request"):
        try:
            line = read_document(file.path)
            with city.store.write() as tx:
                enrolling.enrolled.append(_enrol(tx, city, stick, officer, accept, line))
        except InputRefused as refusal:
            enrolling.refused.append(RequestRefused(_name(file), refusal.code))
    with city.store.read() as snapshot:
        write_orders(snapshot, stick)
    return enrolling


def _name(file: FoundFile) -> str:
    return file.path.name


def _enrol(
    tx: Transaction, city: City, stick: Stick, officer: bytes, accept: Mapping[str, str], line: bytes
) -> Enrolled:
    trust = trust_of(tx)
    request = verify_request(line, trust)
    known = key_id(bytes.fromhex(request.key))
    envelope = _held(tx, request)
    if envelope is None:
        _refuse_unaccepted(trust, request, accept, known)
        if request.epoch != 1:
            raise InputRefused("epoch_unexpected", epoch=request.epoch)
        enrolment = Enrolment(
            campaign=trust.campaign,
            drill=trust.drill,
            station=request.station,
            unit=request.unit,
            epoch=request.epoch,
            key=request.key,
            issued_at=city.now(),
        )
        envelope = seal("enrolment", document_bytes(enrolment), [officer])
        keep_envelope(tx, KeptEnvelope("enrolment", envelope, request.station, request.epoch))
    # Within the transaction: a stick that fails leaves no enrolment behind that nobody was told of.
    stick.write_document(enrolment_path(request.station, request.epoch), envelope)
    return Enrolled(request.station, request.epoch, fingerprint(known))


def _held(tx: Transaction, request: Request) -> bytes | None:
    """The enrolment given before.

    Raises InputRefused("second_key") for another key of the same epoch, and for the key of another one: a key tells
    whose a bundle is, so the one enrolled first would be known no more.
    """
    for enrolment, line in enrolments_of(tx):
        same_place = (enrolment.station, enrolment.epoch) == (request.station, request.epoch)
        if same_place != (enrolment.key == request.key):
            raise InputRefused("second_key", station=request.station, epoch=request.epoch)
        if same_place:
            return line
    return None


def _refuse_unaccepted(trust: Trust, request: Request, accept: Mapping[str, str], known: str) -> None:
    told = accept.get(request.station)
    if told is None and trust.drill:
        return
    if told is None or not same_fingerprint(told, fingerprint(known)):
        raise InputRefused("not_accepted", station=request.station, fingerprint=fingerprint(known))
