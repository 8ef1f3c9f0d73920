"""Take an application back: one's own last one at once, any other with a reason and a second person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from msgspec import UNSET

from campaign.calendar import parse_time
from campaign.events import ApplicationVoided
from campaign.refusal import InputRefused, NotPermitted
from campaign.rows import ApplicationRow, ShiftRow
from db.reads.applications import last_application_by
from station_app.services.permission import Person, require_second
from station_app.services.station import Station, Work

UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Voided:
    """``n`` is the new entry, ``voided`` the one that it takes back."""

    n: int
    voided: int


def void_application(station: Station, entry: int, reason: str, second: Person | None = None) -> Voided:
    """Voids an application of this epoch, whenever it was made; its number is free again.

    Raises InputRefused("unknown_reason", "no_such_entry", "not_an_application", "voided_already", "undo_not_possible"),
    NotPermitted("role_may_not", "second_person_needed").
    """
    with station.work() as work:
        return void_within(work, entry, reason, second)


def void_within(work: Work, entry: int, reason: str, second: Person | None = None) -> Voided:
    """As `void_application`, within a transaction that does more than that."""
    person = work.station.person
    rule = work.station.catalogue.void_reason(reason)
    person.require("void" if rule.second_person else "undo")
    witness = require_second(person, second) if rule.second_person else None
    application, shift = _application(work, entry)
    if witness is None:
        _check_undo(work, application, shift, timedelta(minutes=rule.within_minutes or 0))
    body = ApplicationVoided(entry=entry, reason=reason, second=witness.user if witness else UNSET)
    return Voided(work.append(body, shift=shift).n, entry)


def _application(work: Work, entry: int) -> tuple[ApplicationRow, ShiftRow]:
    if not 1 <= entry <= work.last:
        raise InputRefused("no_such_entry", n=entry)
    application = work.rows.get(ApplicationRow, work.code, work.station.identity.epoch, entry)
    shift = work.rows.get(ShiftRow, work.code, application.shift) if application else None
    if application is None or shift is None:
        raise InputRefused("not_an_application", n=entry)
    if application.voided_n:
        raise InputRefused("voided_already", n=entry, by_n=application.voided_n)
    return application, shift


def _check_undo(work: Work, application: ApplicationRow, shift: ShiftRow, within: timedelta) -> None:
    """Only one's own last entry, within minutes and before sealing (campaign rules, Undo and void)."""
    age = parse_time(work.now) - parse_time(application.at)
    last_own = last_application_by(work.tx, work.code, application.epoch, application.shift, work.station.person.user)
    if application.by != work.station.person.user:
        raise NotPermitted("undo_not_own", n=application.n)
    if last_own != application.n or age > within or shift.state == "sealed":
        raise InputRefused("undo_not_possible", n=application.n)
