"""The opened command: its store, its clock, and whom it trusts and has enrolled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bundle.documents import Enrolment, Trust, read_document
from bundle.envelope import read_envelope
from bundle.keys import key_id, public_key
from bundle.reader import EnrolledKey
from bundle.trust import held_trust
from campaign.calendar import format_time
from campaign.catalogue import Catalogue
from campaign.plan import Plan
from campaign.plan_document import read_plan
from campaign.refusal import InputRefused, StoreBroken
from db.envelopes import kept_envelopes, latest_envelope
from db.store import Store
from db.transaction import Snapshot


@dataclass(frozen=True, slots=True)
class City:
    """``mark_key`` keys the marks of persons: the command's own."""

    store: Store
    mark_key: bytes
    catalogue: Catalogue
    clock: Callable[[], datetime]

    def now(self) -> str:
        return format_time(self.clock())


def trust_of(snapshot: Snapshot) -> Trust:
    """The newest trust; campaign and drill are what it says. Raises StoreBroken for a store without one."""
    held = latest_envelope(snapshot, "trust")
    if held is None:
        raise StoreBroken("store_damaged")
    return held_trust(held.content).current


def trusts_of(snapshot: Snapshot) -> list[Trust]:
    """All versions, the newest last. Raises StoreBroken for a store without one."""
    kept = kept_envelopes(snapshot, "trust")
    if not kept:
        raise StoreBroken("store_damaged")
    return [held_trust(one.content).current for one in kept]


def officers_trust(snapshot: Snapshot, officer: bytes) -> Trust:
    """The newest trust, where it names this private key's officer. Raises InputRefused("unknown_key")."""
    trust = trust_of(snapshot)
    if (known := key_id(public_key(officer))) not in trust.officers.ring():
        raise InputRefused("unknown_key", key_id=known)
    return trust


def plans_of(snapshot: Snapshot) -> list[Plan]:
    """All issued plans by version."""
    return [
        read_plan(read_envelope(kept.content, "plan", single=False).payload)
        for kept in kept_envelopes(snapshot, "plan")
    ]


def enrolments_of(snapshot: Snapshot) -> list[tuple[Enrolment, bytes]]:
    """Every enrolment with its envelope line."""
    return [(read_enrolment(kept.content), kept.content) for kept in kept_envelopes(snapshot, "enrolment")]


def read_enrolment(line: bytes) -> Enrolment:
    """An enrolment of our own making."""
    return read_document(read_envelope(line, "enrolment", single=True).payload, Enrolment)


def enrolled_keys(snapshot: Snapshot) -> dict[str, EnrolledKey]:
    """Whose bundles are taken, by key id."""
    keys = {}
    for enrolment, _ in enrolments_of(snapshot):
        public = bytes.fromhex(enrolment.key)
        keys[key_id(public)] = EnrolledKey(enrolment.station, enrolment.epoch, public)
    return keys
