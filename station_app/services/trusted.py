"""Whom this station believes, as told by the documents that it accepted."""

from __future__ import annotations

from bundle.trust import TrustedCity, held_trust
from db.envelopes import latest_envelope
from db.transaction import Snapshot
from station_app.services.station import Identity


def trusted_city(snapshot: Snapshot, identity: Identity) -> TrustedCity:
    """The city by the newest trust taken; without a trust before first contact."""
    held = latest_envelope(snapshot, "trust")
    return held_trust(held.content) if held else TrustedCity(identity.campaign, identity.drill)


def enrolment_of(snapshot: Snapshot, identity: Identity) -> bytes | None:
    """The envelope that enrolled this epoch of the station."""
    held = latest_envelope(snapshot, "enrolment", identity.station)
    return held.content if held and held.epoch == identity.epoch else None


def is_revoked(snapshot: Snapshot, identity: Identity) -> bool:
    """Whether the city has revoked this station's key: then its intake stops."""
    trust = trusted_city(snapshot, identity).trust
    return trust is not None and trust.revoked_after(identity.station, identity.epoch) is not None
