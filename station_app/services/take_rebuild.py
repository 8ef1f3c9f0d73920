"""Take what the command holds of a dead station, and go on in its next epoch: all of it, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from msgspec import UNSET

from bundle.documents import Enrolment, Trust
from bundle.keys import public_key
from bundle.manifest import Manifest
from bundle.payload import ReceivedEntry
from bundle.reader import EnrolledKey, open_bundle
from bundle.stick import FoundFile, Listing, Stick, open_file, read_document
from bundle.trust import TrustedCity, accept_trust, verify_enrolment, verify_plan
from campaign.calendar import business_day, format_time, parse_time
from campaign.events import Body, DeviceAdded, DocumentAccepted, JournalStarted, UserAdded, UserChanged
from campaign.outcome_rules import OutcomeRules
from campaign.refusal import InputRefused
from campaign.rows import DeviceRow, JournalRow, StationRow, UserRow
from db.durable import files_told_as_refusals, flush_folder
from db.envelopes import KeptEnvelope, keep_envelope
from db.intake import Intake
from db.journal import Journal, Received
from db.transaction import Transaction
from station_app.home import REBUILD, STORE
from station_app.services.await_rebuild import (
    Awaited,
    Awaiting,
    await_no_more,
    open_awaiting,
    require_awaited,
    set_up_as,
)
from station_app.services.set_up import SetUp, alone
from station_app.services.station import PROGRAM

Kind = Literal["trust", "enrolment", "plan", "rebuild"]
Told = Callable[[int, int], None]
"""Hears of entries done and in all, epoch by epoch."""


def take_rebuild(
    home: Path,
    user: str,
    password: str,
    clock_for: Callable[..., Callable[[], datetime]],
    stick: Stick,
    outcomes: OutcomeRules,
    root_fingerprint: str | None = None,
    told: Told = lambda done, total: None,
) -> SetUp:
    """Fills the waiting station from a stick: trust, enrolment, plans, and a rebuild file for each earlier epoch.

    Only then does the store get its name; what is refused leaves the station waiting. Raises
    InputRefused("no_rebuild_begun", "rebuild_missing", "bad_chain", "trust_missing", "fingerprint_needed",
    "wrong_fingerprint") and the codes of a document and of a bundle; NotPermitted, StorageRefused.
    """
    require_awaited(home)
    with alone(home):
        with open_awaiting(home, user, password, clock_for) as awaiting:
            if awaiting.awaited is not None:
                with awaiting.store.write() as tx:
                    _Taking(awaiting, awaiting.awaited, tx, stick.listing(), outcomes, told).take(root_fingerprint)
            with awaiting.store.read() as snapshot:
                row = snapshot.get(StationRow, awaiting.point.station)
            assert row is not None, "an epoch begins with its journal_started"
            made = set_up_as(row.station, row.epoch, awaiting.signing)
        with files_told_as_refusals():
            (home / REBUILD).rename(home / STORE)
            flush_folder(home)
    return made


class _Taking:
    """One transaction over what lies on one stick."""

    def __init__(
        self,
        awaiting: Awaiting,
        awaited: Awaited,
        tx: Transaction,
        listing: Listing,
        outcomes: OutcomeRules,
        told: Told,
    ) -> None:
        self._awaiting, self._awaited, self._tx = awaiting, awaited, tx
        self._listing, self._outcomes, self._told = listing, outcomes, told
        self._code = awaiting.point.station
        self._kept: list[Body] = []
        self._last_at = format_time(awaiting.clock())

    def take(self, root_fingerprint: str | None) -> None:
        awaiting, awaited = self._awaiting, self._awaited
        trust = self._trust(root_fingerprint)
        enrolment = self._enrolment(trust)
        self._plans(trust)
        for file in self._listing.of("rebuild", self._code):
            if file.numbers[0] < awaited.epoch:
                self._journal_of(file, trust)
        self._go_on(enrolment)
        awaiting.slots.set_recovery(trust.recipients.recovery, awaiting.store_key)
        await_no_more(self._tx)

    def _trust(self, root_fingerprint: str | None) -> Trust:
        city = TrustedCity(self._awaiting.point.campaign, self._awaiting.point.drill)
        for file in self._listing.of("trust"):
            line = read_document(file.path)
            after = accept_trust(city, line, fingerprint_told=root_fingerprint)
            if after is not city:
                self._keep("trust", line, version=after.current.version)
            city = after
        return city.current

    def _enrolment(self, trust: Trust) -> Enrolment:
        for file in self._listing.of("enrolment", self._code):
            if file.numbers != (self._awaited.epoch,):
                continue
            line = read_document(file.path)
            given = verify_enrolment(line, trust, station=self._code, key=public_key(self._awaiting.signing))
            if given.epoch == self._awaited.epoch and given.continues is not UNSET:
                self._keep("enrolment", line, given.epoch)
                return given
        raise InputRefused("rebuild_missing", station=self._code)

    def _plans(self, trust: Trust) -> None:
        """Those that are still believed: a former officer's are issued anew."""
        for file in self._listing.of("plan"):
            line = read_document(file.path)
            try:
                version = verify_plan(line, trust).plan.version
            except InputRefused:
                continue
            self._keep("plan", line, version=version)

    def _journal_of(self, file: FoundFile, trust: Trust) -> None:
        (epoch,) = file.numbers
        point = self._awaiting.point
        keys = {known: EnrolledKey(self._code, epoch, public) for known, public in trust.officers.ring().items()}
        journal = Journal(self._tx, self._code, epoch, self._outcomes, self._awaiting.marks)
        with open_file(file.path) as stream:
            _, line = stream.readline(), stream.readline()
            stream.seek(0)
            opened = open_bundle(stream, keys=keys, campaign=point.campaign, drill=point.drill, kind="rebuild")
            manifest = opened.manifest
            if manifest.first != 1:
                raise InputRefused("bad_manifest")
            intake = Intake(journal)
            opened.read_entries(self._awaited.identity, lambda batch: self._append(intake, batch, manifest))
            intake.finish()
        self._keep("rebuild", line[:-1], epoch, epoch)
        held = self._tx.rows.get(JournalRow, self._code, epoch)
        self._last_at = max(self._last_at, held.last_at if held else "")

    def _append(self, intake: Intake, batch: list[ReceivedEntry], manifest: Manifest) -> None:
        intake.take(Received(one.entry, one.head, one.salt, one.subject, one.trouble, one.person) for one in batch)
        self._told(batch[-1].entry.header.n, manifest.count)

    def _go_on(self, enrolment: Enrolment) -> None:
        """The first entries of the next epoch. Its administrator is whoever set the new computer up."""
        awaited, point, continues = self._awaited, self._awaiting.point, enrolment.continues
        assert continues is not UNSET, "one without is not taken"
        held = Journal(self._tx, self._code, continues.epoch, self._outcomes, self._awaiting.marks)
        head = held.head_at(continues.n)
        if head is None:
            raise InputRefused("rebuild_missing", station=self._code)
        if head.hex() != continues.head:
            raise InputRefused("bad_chain", n=continues.n)
        started = JournalStarted(
            campaign=point.campaign,
            station=self._code,
            unit=enrolment.unit,
            epoch=awaited.epoch,
            key_id=set_up_as(self._code, awaited.epoch, self._awaiting.signing).key_id,
            drill=point.drill,
            program=PROGRAM,
            continues=continues,
        )
        journal = Journal(self._tx, self._code, awaited.epoch, self._outcomes, self._awaiting.marks)
        day: date = business_day(parse_time(self._last_at))
        for body in [started, *self._kept, *self._administrator(), *self._devices()]:
            journal.append(body, at=self._last_at, by=awaited.user, day=day)

    def _administrator(self) -> list[Body]:
        user, name = self._awaited.user, self._awaited.full_name
        known = self._tx.rows.get(UserRow, self._code, user)
        if known is None or known.removed:
            return [UserAdded(user=user, role="administrator", full_name=name)]
        if known.role == "administrator":
            return []
        return [UserChanged(user=user, role="administrator", full_name=known.full_name)]

    def _devices(self) -> list[Body]:
        new = (name for name in self._awaited.devices if self._tx.rows.get(DeviceRow, self._code, name) is None)
        return [DeviceAdded(device=name, label=name) for name in new]

    def _keep(self, kind: Kind, line: bytes, epoch: int = 0, version: int = 0) -> None:
        envelope = KeptEnvelope(kind, line, self._code if epoch else "", epoch, version)
        keep_envelope(self._tx, envelope)
        self._kept.append(DocumentAccepted(type=kind, version=version or UNSET, sha256=envelope.sha256))
