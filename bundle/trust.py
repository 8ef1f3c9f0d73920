"""Whom a station or the command believes: trust versions taken one by one, and the documents that they vouch for.

Policy without I/O: envelope lines go in, documents or refusals come out (docs/bundle-format.md, section 2). What takes
a line raises InputRefused with ``bad_envelope``, ``unknown_key``, ``bad_signature``, ``bad_document`` or
``wrong_campaign``, and the further codes that it names.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from bundle.documents import Enrolment, Receipt, Request, RootKeys, Trust, read_document
from bundle.envelope import Envelope, read_envelope, verify
from bundle.keys import keyring, root_fingerprint, same_fingerprint
from campaign.plan import Plan
from campaign.plan_document import read_plan
from campaign.refusal import InputRefused


class OfCampaign(Protocol):
    """What every document says of itself."""

    @property
    def campaign(self) -> str: ...
    @property
    def drill(self) -> bool: ...


D = TypeVar("D", bound=OfCampaign)


@dataclass(frozen=True, slots=True)
class TrustedCity:
    """The city as one side knows it: the campaign, and the newest trust taken (none before first contact)."""

    campaign: str
    drill: bool
    trust: Trust | None = None
    payload: bytes = b""

    @property
    def current(self) -> Trust:
        """Raises InputRefused("trust_missing") before first contact."""
        if self.trust is None:
            raise InputRefused("trust_missing")
        return self.trust


@dataclass(frozen=True, slots=True)
class VerifiedPlan:
    """A plan and the payload that was signed."""

    plan: Plan
    payload: bytes


def held_trust(line: bytes) -> TrustedCity:
    """The city as told by the newest trust in one's own store: accepted before, so not judged again."""
    payload = read_envelope(line, "trust", single=False).payload
    trust = read_document(payload, Trust)
    return TrustedCity(trust.campaign, trust.drill, trust, payload)


def offered_trust(line: bytes) -> Trust:
    """A trust before anything is known of its city: its own roots have signed it, and nobody has said whose they are.

    It may propose a campaign to whoever compares the roots' fingerprint by another way; it is not taken.
    """
    envelope = read_envelope(line, "trust", single=False)
    trust = read_document(envelope.payload, Trust)  # only to find its roots
    _signed_by(envelope, trust.roots)
    return trust


def accept_trust(city: TrustedCity, line: bytes, *, fingerprint_told: str | None = None) -> TrustedCity:
    """The city after one more trust: the same object where the trust is held already or lower than the one held.

    The first one is version 1 and, outside a drill, needs the root fingerprint told by another way. Raises also
    InputRefused("trust_missing") where a version before it was not taken, ("fork") for another payload of the version
    held, ("fingerprint_needed"), ("wrong_fingerprint").
    """
    envelope = read_envelope(line, "trust", single=False)
    trust = read_document(envelope.payload, Trust)  # only to find its roots: they have to sign before anything counts
    held = city.trust
    expected = held.version + 1 if held else 1
    if trust.version == expected:
        verify(envelope, trust.roots.ring() | (held.roots.ring() if held else {}))
    _signed_by(envelope, trust.roots)
    _of(city, trust)
    if trust.version > expected:
        raise InputRefused("trust_missing", missing=[expected, trust.version - 1])
    taken = replace(city, trust=trust, payload=envelope.payload)
    if held is None:
        if not city.drill:
            _told(trust.roots, fingerprint_told)
        return taken
    if trust.version < held.version or taken.payload == city.payload:
        return city
    _signed_by(envelope, held.roots)
    if trust.version == held.version:
        raise InputRefused("fork", document="trust", version=trust.version)
    if trust.city_generation < held.city_generation:
        raise InputRefused("bad_document")
    return taken


def verify_request(line: bytes, trust: Trust) -> Request:
    """A request signed by the key that it names. Whether that key is the station's is for an officer to say."""
    envelope = read_envelope(line, "request", single=True)
    request = read_document(envelope.payload, Request)  # only to find its key: nothing counts before that has signed
    verify(envelope, keyring([bytes.fromhex(request.key)]))
    return _of(trust, request)


def verify_enrolment(line: bytes, trust: Trust, *, station: str, key: bytes) -> Enrolment:
    """An officer's enrolment of the station with this public key. Raises also InputRefused("wrong_station")."""
    envelope = _by_one_officer(line, "enrolment", trust)
    enrolment = _of(trust, read_document(envelope.payload, Enrolment))
    if enrolment.station != station or enrolment.key != key.hex():
        raise InputRefused("wrong_station", station=enrolment.station)
    return enrolment


def verify_receipt(line: bytes, trust: Trust, *, station: str) -> Receipt:
    """An officer's receipt for the station, still to be judged. Raises also InputRefused("wrong_station")."""
    envelope = _by_one_officer(line, "receipt", trust)
    receipt = _of(trust, read_document(envelope.payload, Receipt))
    if receipt.station != station:
        raise InputRefused("wrong_station", station=receipt.station)
    return receipt


def verify_plan(line: bytes, trust: Trust) -> VerifiedPlan:
    """A plan signed by the officers' threshold."""
    envelope = read_envelope(line, "plan", single=False)
    verify(envelope, trust.officers.ring(), trust.officers.threshold)
    return VerifiedPlan(_of(trust, read_plan(envelope.payload)), envelope.payload)


def newer_plan(held: VerifiedPlan | None, offered: VerifiedPlan) -> VerifiedPlan:
    """The plan that counts: versions only rise. Raises InputRefused("fork") for another payload of the version held."""
    if held is None or offered.plan.version > held.plan.version:
        return offered
    if offered.plan.version == held.plan.version and offered.payload != held.payload:
        raise InputRefused("fork", document="plan", version=held.plan.version)
    return held


def _by_one_officer(line: bytes, kind: str, trust: Trust) -> Envelope:
    envelope = read_envelope(line, kind, single=True)
    verify(envelope, trust.officers.ring())
    return envelope


def _signed_by(envelope: Envelope, roots: RootKeys) -> None:
    """Refuses what these roots, whoever else signed, have not signed up to their threshold."""
    ring = roots.ring()
    theirs = tuple(signature for signature in envelope.signatures if signature.keyid in ring)
    verify(replace(envelope, signatures=theirs), ring, roots.threshold)


def _of(city: OfCampaign, document: D) -> D:
    if (document.campaign, document.drill) != (city.campaign, city.drill):
        raise InputRefused("wrong_campaign", campaign=document.campaign, drill=document.drill)
    return document


def _told(roots: RootKeys, fingerprint: str | None) -> None:
    if not fingerprint:
        raise InputRefused("fingerprint_needed")
    if not same_fingerprint(fingerprint, root_fingerprint(roots.ring().values())):
        raise InputRefused("wrong_fingerprint")
