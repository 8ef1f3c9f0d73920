"""How far this station has come on its way into the campaign: asked for, trusted, enrolled, planned."""

from __future__ import annotations

from dataclasses import dataclass

from bundle.keys import fingerprint, key_id, public_key, root_fingerprint
from db.transaction import Snapshot
from station_app.services.station import Station
from station_app.services.trusted import enrolment_of, trusted_city


@dataclass(frozen=True, slots=True)
class Enrolment:
    """``fingerprint`` is the station's, to be told to the command; ``roots`` the city's, "" before the first trust.

    Versions are 0 before there is any.
    """

    station: str
    epoch: int
    drill: bool
    fingerprint: str
    roots: str
    trust_version: int
    plan_version: int
    enrolled: bool


def show_enrolment(station: Station) -> Enrolment:
    identity = station.identity
    with station.store.read() as snapshot:
        trust = trusted_city(snapshot, identity).trust
        return Enrolment(
            station=identity.station,
            epoch=identity.epoch,
            drill=identity.drill,
            fingerprint=fingerprint(key_id(public_key(station.keys.signing))),
            roots=root_fingerprint(bytes.fromhex(key) for key in trust.roots.keys) if trust else "",
            trust_version=trust.version if trust else 0,
            plan_version=max((plan.version for plan in station.plans(snapshot)), default=0),
            enrolled=is_enrolled(station, snapshot),
        )


def is_enrolled(station: Station, snapshot: Snapshot) -> bool:
    """Whether the command has taken this epoch of the station in."""
    return enrolment_of(snapshot, station.identity) is not None
