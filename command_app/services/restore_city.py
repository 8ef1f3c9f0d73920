"""Put the command's store back from a backup, and say so to every station: the city's generation rises, so that marks
may move back and stations send again what the backup doesn't hold.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

from bundle.documents import Enrolment, Trust
from bundle.envelope import seal
from bundle.stick import Stick, read_document
from bundle.trust import TrustedCity, accept_trust, held_trust, verify_enrolment, verify_plan
from bundle.trust_versions import next_trust
from campaign.calendar import format_time
from campaign.outcome_rules import OutcomeRules
from campaign.refusal import InputRefused, StoreBroken
from command_app.services.back_up import Told
from command_app.services.city import read_enrolment
from command_app.services.verify import verify_snapshot
from command_app.store_places import OWN_META, USER, FilePlace, StorePlace
from db.copy_store import copy_store
from db.envelopes import KeptEnvelope, envelopes_of_version, keep_envelope, latest_envelope
from db.keyslots import Point
from db.meta import MARK_KEY, read_meta
from db.transaction import Snapshot, Transaction

D = TypeVar("D")
Sign = Callable[[Trust], Sequence[bytes]]
"""The private keys of enough of a trust's roots."""


@dataclass(frozen=True, slots=True)
class Restored:
    """``file`` is the backup; ``trust_version`` and ``city_generation`` those from now on."""

    file: str
    trust_version: int
    city_generation: int


def restore_city(
    place: StorePlace,
    backup: FilePlace,
    password: str,
    sign: Sign,
    now: datetime,
    outcomes: OutcomeRules,
    stick: Stick | None = None,
    told: Told = lambda step, done, total: None,
) -> Restored:
    """Makes the store at ``place`` from a verified backup: it is there whole, with a new trust version, or not at all.

    Trust versions, plans and enrolments that were given out after the backup are taken up from ``stick`` first, so that
    no version is given out twice. Raises InputRefused("store_exists"), ("bad_signature") for too few roots,
    NotPermitted("wrong_password"), StoreBroken("backup_not_whole"), StorageRefused.
    """
    if place.is_taken():
        raise InputRefused("store_exists")
    slots = backup.slots()
    key = slots.unlock(USER, password, now=now)
    with backup.open(key, read_only=True) as store, store.read() as snapshot:
        restoring = _Restoring(snapshot, sign, format_time(now), outcomes, stick, backup.path.name, told)
        place.make(_point_of(slots.point), password, restoring.fill)
    assert restoring.made is not None, "what is made was filled"
    return Restored(str(backup.path.absolute()), restoring.made.version, restoring.made.city_generation)


def _point_of(point: Point) -> Point:
    return Point(station="", unit="", campaign=point.campaign, drill=point.drill)


@dataclass(slots=True)
class _Restoring:
    snapshot: Snapshot
    sign: Sign
    now: str
    outcomes: OutcomeRules
    stick: Stick | None
    name: str
    told: Told
    made: Trust | None = None

    def fill(self, tx: Transaction) -> None:
        copy_store(self.snapshot, tx, OWN_META, lambda done, total: self.told("copy", done, total))
        marks = read_meta(tx, MARK_KEY)
        if marks is None or not self._is_whole(tx, marks):
            raise StoreBroken("backup_not_whole", file=self.name)
        kept = latest_envelope(tx, "trust")
        if kept is None:
            raise StoreBroken("backup_not_whole", file=self.name)
        city = held_trust(kept.content)
        if self.stick is not None:
            city = take_up(tx, city, self.stick)
        payload = next_trust(city.current, issued_at=self.now, restored=True)
        line = seal("trust", payload, self.sign(city.current))
        self.made = accept_trust(city, line).current
        keep_envelope(tx, KeptEnvelope("trust", line, version=self.made.version))

    def _is_whole(self, tx: Transaction, marks: bytes) -> bool:
        tx.flush()
        return verify_snapshot(tx, self.outcomes, marks, lambda done, total: self.told("verify", done, total)).ok


def take_up(tx: Transaction, city: TrustedCity, stick: Stick) -> TrustedCity:
    """What the command itself gave out and no longer remembers; what is strange is passed over."""
    listing = stick.listing()
    trusts = [city.current]
    for file in listing.of("trust"):
        line = read_document(file.path)
        after = accept_trust(city, line)
        if after is not city:
            keep_envelope(tx, KeptEnvelope("trust", line, version=after.current.version))
            trusts.append(after.current)
        city = after
    for file in listing.of("plan"):
        line = read_document(file.path)
        verified = _believed(trusts, partial(verify_plan, line))
        held = latest_envelope(tx, "plan")
        if verified is not None and (held is None or held.version < verified.plan.version):
            keep_envelope(tx, KeptEnvelope("plan", line, version=verified.plan.version))
    for file in listing.of("enrolment"):
        line = read_document(file.path)
        given = _believed(trusts, partial(_enrolment, line))
        if given is not None and not envelopes_of_version(tx, "enrolment", given.station, given.epoch, 0):
            keep_envelope(tx, KeptEnvelope("enrolment", line, given.station, given.epoch))
    return city


def _believed(trusts: Sequence[Trust], read: Callable[[Trust], D]) -> D | None:
    """A document that an officer signed who is, or was meanwhile, one of the city's."""
    for trust in reversed(trusts):
        with suppress(InputRefused):
            return read(trust)
    return None


def _enrolment(line: bytes, trust: Trust) -> Enrolment:
    known = read_enrolment(line)
    return verify_enrolment(line, trust, station=known.station, key=bytes.fromhex(known.key))
