"""Answer the requests on a stick: an officer vouches for a station's key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec import UNSET

from bundle.documents import Enrolment, Request, Trust, document_bytes
from bundle.envelope import seal
from bundle.keys import fingerprint, key_id, same_fingerprint
from bundle.layout import enrolment_path
from bundle.stick import FoundFile, Stick, read_document
from bundle.trust import verify_request
from campaign.events import Point
from campaign.refusal import InputRefused
from command_app.services.city import City, enrolments_of, officers_trust, trust_of
from command_app.services.decide_fork import decided_point
from command_app.services.decision import Decision, decision
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

    The stick also gets trust and plans. Refused requests are listed: `not_accepted`, `second_key`, `key_in_use`,
    `epoch_unexpected`, and the codes of a document. Raises InputRefused("unknown_key") for somebody who is no officer,
    StorageRefused.
    """
    enrolling = Enrolling()
    with city.store.read() as snapshot:
        officers_trust(snapshot, officer)
    for file in stick.listing().of("request"):
        try:
            line = read_document(file.path)
            with decision(city.store) as deciding:
                enrolled = _enrol(deciding, city, stick, officer, accept, line)
            enrolling.enrolled.append(enrolled)
        except InputRefused as refusal:
            enrolling.refused.append(RequestRefused(_name(file), refusal.code))
    with city.store.read() as snapshot:
        write_orders(snapshot, stick)
    return enrolling


def _name(file: FoundFile) -> str:
    return file.path.name


def _enrol(
    deciding: Decision, city: City, stick: Stick, officer: bytes, accept: Mapping[str, str], line: bytes
) -> Enrolled:
    tx = deciding.tx
    trust = trust_of(tx)
    request = verify_request(line, trust)
    known = key_id(bytes.fromhex(request.key))
    path = enrolment_path(request.station, request.epoch)
    held = enrolment_given(tx, request)
    if held is not None:
        stick.write_document(path, held)
        return Enrolled(request.station, request.epoch, fingerprint(known))
    refuse_unaccepted(trust, request, accept, known)
    continues = _continues(tx, request)
    line = signed_enrolment(city, trust, request, officer, continues)
    keep_envelope(tx, KeptEnvelope("enrolment", line, request.station, request.epoch))
    deciding.hand_out(stick, path, line)
    return Enrolled(request.station, request.epoch, fingerprint(known))


def signed_enrolment(
    city: City, trust: Trust, request: Request, officer: bytes, continues: Point | None = None
) -> bytes:
    """An officer's word that this key is the station's; ``continues`` is where its earlier epoch ended."""
    enrolment = Enrolment(
        campaign=trust.campaign,
        drill=trust.drill,
        station=request.station,
        unit=request.unit,
        epoch=request.epoch,
        key=request.key,
        continues=continues or UNSET,
        issued_at=city.now(),
    )
    return seal("enrolment", document_bytes(enrolment), [officer])


def enrolment_given(tx: Transaction, request: Request) -> bytes | None:
    """The enrolment given before, of this key for this (station, epoch).

    Raises InputRefused("second_key") where that has another key, ("key_in_use") where the key is another's.
    """
    held = None
    for enrolment, line in enrolments_of(tx):
        same = (enrolment.station, enrolment.epoch) == (request.station, request.epoch)
        if same and enrolment.key != request.key:
            raise InputRefused("second_key", station=request.station, epoch=request.epoch)
        if not same and enrolment.key == request.key:
            raise InputRefused("key_in_use", station=enrolment.station)
        held = line if same else held
    return held


def _continues(tx: Transaction, request: Request) -> Point | None:
    """A new station begins with epoch 1; after a decided fork the other machine goes on from where they part."""
    point = decided_point(tx, request.station, request.epoch - 1)
    newest = max((one.epoch for one, _ in enrolments_of(tx) if one.station == request.station), default=0)
    if request.epoch != newest + 1 or request.recipient is not UNSET or (newest > 0 and point is None):
        raise InputRefused("epoch_unexpected", epoch=request.epoch)
    return point


def refuse_unaccepted(trust: Trust, request: Request, accept: Mapping[str, str], known: str) -> None:
    """Raises InputRefused("not_accepted") unless somebody has told the key's fingerprint; a drill needs nobody."""
    told = accept.get(request.station)
    if told is None and trust.drill:
        return
    if told is None or not same_fingerprint(told, fingerprint(known)):
        raise InputRefused("not_accepted", station=request.station, fingerprint=fingerprint(known))
