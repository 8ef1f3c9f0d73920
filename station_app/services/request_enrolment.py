"""Ask the command to enrol this station: its public key on a stick, its fingerprint by phone."""

from __future__ import annotations

from dataclasses import dataclass

from bundle.documents import Request, RequestedDevice, document_bytes
from bundle.envelope import seal
from bundle.keys import fingerprint, key_id, public_key
from bundle.layout import request_path
from bundle.stick import Stick
from campaign.calendar import format_time
from db.reads.point import devices_of
from station_app.services.station import Station


@dataclass(frozen=True, slots=True)
class Requested:
    """``file`` is the request's place on the stick."""

    file: str
    station: str
    epoch: int
    fingerprint: str


def request_enrolment(station: Station, stick: Stick) -> Requested:
    """Writes the request, read back and compared. Raises NotPermitted, StorageRefused."""
    station.person.require("request")
    identity = station.identity
    with station.store.read() as snapshot:
        devices = devices_of(snapshot, identity.station)
    request = Request(
        campaign=identity.campaign,
        drill=identity.drill,
        station=identity.station,
        unit=identity.unit,
        epoch=identity.epoch,
        key=public_key(station.keys.signing).hex(),
        devices=tuple(RequestedDevice(id=device.device, label=device.label) for device in devices),
        created_at=format_time(station.clock()),
    )
    return write_request(stick, request, station.keys.signing)


def write_request(stick: Stick, request: Request, signing: bytes) -> Requested:
    """Signed by the key that it names. Raises StorageRefused."""
    line = seal("request", document_bytes(request), [signing])
    file = stick.write_document(request_path(request.station, request.epoch), line)
    known = key_id(public_key(signing))
    return Requested(str(file.absolute()), request.station, request.epoch, fingerprint(known))
