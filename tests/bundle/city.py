"""A city for tests: its roots, officers and recipients, one station, and documents that they sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from bundle.documents import (
    Enrolment,
    Officers,
    Recipients,
    Request,
    RequestedDevice,
    RootKeys,
    Trust,
    document_bytes,
    read_document,
)
from bundle.envelope import read_envelope, seal
from bundle.keys import public_key
from bundle.trust import TrustedCity, accept_trust
from bundle.trust_versions import first_trust, officers, root_keys

CAMPAIGN = "379/KH-CAHP-PV01"
STATION = "HP-LC-01"
NOW = "2021-03-13T07:00:00+07:00"


def a_key(number: int) -> bytes:
    """A private key that is the same in each run."""
    return bytes([number]) * 32


ROOTS = [a_key(1), a_key(2), a_key(3)]
OFFICER_A, OFFICER_B = a_key(11), a_key(12)
STATION_KEY = a_key(21)
STRANGER = a_key(99)
RECIPIENTS = Recipients(
    # The same in each of the parallel runs, for tests are named after them.
    city="age1dxpf2ev0w5pw35822rndmsfh4n7yalnges6j5nusdzlcxmgntq3qexe2sa",
    recovery="age1m65peen93mldc52mrsqf0vs74cfzm70ax9w7lcmfhv8y2nkepals8vncst",
)


def roots_of(private_keys: Sequence[bytes] = ROOTS, threshold: int = 2) -> RootKeys:
    return root_keys([public_key(private) for private in private_keys], threshold)


def officers_of(threshold: int = 2, **private_keys: bytes) -> Officers:
    chosen = private_keys or {"a": OFFICER_A, "b": OFFICER_B}
    return officers({name: public_key(private) for name, private in chosen.items()}, threshold)


def a_first_trust(**changes: Any) -> bytes:
    """The payload of version 1."""
    given: dict[str, Any] = {
        "campaign": CAMPAIGN,
        "drill": True,
        "roots": roots_of(),
        "officers": officers_of(),
        "recipients": RECIPIENTS,
        "issued_at": NOW,
    }
    return first_trust(**given | changes)


def trust_line(payload: bytes, private_keys: Sequence[bytes] = tuple(ROOTS)) -> bytes:
    return seal("trust", payload, private_keys)


def a_city(**changes: Any) -> TrustedCity:
    """A city whose first trust has been taken, in a drill."""
    return accept_trust(TrustedCity(CAMPAIGN, drill=True), trust_line(a_first_trust(**changes)))


def a_trust(payload: bytes | None = None) -> Trust:
    return read_document(payload or a_first_trust(), Trust)


def payload_of(line: bytes, kind: str) -> bytes:
    return read_envelope(line, kind, single=False).payload


def request_line(private: bytes = STATION_KEY, **changes: Any) -> bytes:
    request = Request(
        campaign=CAMPAIGN,
        drill=True,
        station=STATION,
        unit="Công an quận Lê Chân",
        epoch=1,
        key=public_key(STATION_KEY).hex(),
        devices=(RequestedDevice(id="TB-1", label="Bàn 1"),),
        created_at=NOW,
    )
    return seal("request", document_bytes(msgspec.structs.replace(request, **changes)), [private])


def enrolment_line(*private_keys: bytes, **changes: Any) -> bytes:
    enrolment = Enrolment(
        campaign=CAMPAIGN,
        drill=True,
        station=STATION,
        unit="Công an quận Lê Chân",
        epoch=1,
        key=public_key(STATION_KEY).hex(),
        issued_at=NOW,
    )
    return seal("enrolment", document_bytes(msgspec.structs.replace(enrolment, **changes)), private_keys or [OFFICER_A])
