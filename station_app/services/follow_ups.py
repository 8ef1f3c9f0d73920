"""The follow-up list: the cases that wait, oldest first, and what is arranged for each (campaign rules, Follow-up)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from msgspec.structs import replace

from campaign.calendar import business_day, parse_time
from campaign.events import FollowUpChanged
from campaign.refusal import InputRefused
from campaign.rows import ApplicationRow, FollowUpRow
from db.history import History
from db.reads.follow_ups import Waiting, is_waiting, waiting_of
from db.transaction import Snapshot
from station_app.services.colleagues import Colleague, colleagues
from station_app.services.show_intake import last_digits
from station_app.services.station import Station

Key = tuple[int, int]
"""(epoch, n) of the application."""

OPEN = "open"
CLOSED_BECAUSE = ("done_elsewhere", "moved_away", "declined", "not_reached", "settled")
"""Why a person closes a case, in the order of the digits that choose."""

LATE_AFTER_DAYS = 3
"""How long a case may be without a next date."""

_ELSEWHERE = {
    ("population_data_mismatch", None),  # the ward's police put the data right first
    ("mobile_or_rescheduled", "cannot_travel"),
    ("mobile_or_rescheduled", "moved_to_mobile_point"),
    ("duplicate", "number_used_by_another"),
}
"""Outcomes, or single reasons, of which the person's coming back alone does not help."""


@dataclass(frozen=True, slots=True)
class Sieve:
    """``reason`` is (outcome, reason); ``due``: a next date that has come, or late; "here": can be done at the desk."""

    reason: tuple[str, str] | None = None
    owner: str | None = None
    due: bool = False
    here: bool = False


@dataclass(frozen=True, slots=True)
class Arranged:
    """How a case stands: ``owner`` a user, "" for none."""

    state: str = OPEN
    owner: str = ""
    next_on: date | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One that waits. No whole number and no whole phone: their last digits; ``commune`` is a GSO code.

    ``age``: whole days since its business day; ``owner_name`` "" for none.
    """

    key: Key
    at: datetime
    age: int
    outcome: str
    reason: str
    last_digits: str
    name: str
    phone: str
    commune: str
    arranged: Arranged
    owner_name: str
    here: bool
    due: bool
    late: bool


@dataclass(frozen=True, slots=True)
class Cases:
    """The first of the ``matching`` ones, oldest first; counts are of all ``waiting`` ones."""

    today: date
    cases: tuple[Case, ...]
    matching: int
    waiting: int
    late: int
    by_reason: Mapping[tuple[str, str], int]
    by_owner: Mapping[str, int]
    people: tuple[Colleague, ...]


def follow_ups(station: Station, sieve: Sieve, limit: int) -> Cases:
    """Costs what waits, not what was ever closed. Raises NotPermitted("role_may_not", "password_temporary")."""
    station.person.require("log")
    today = business_day(station.clock())
    with station.store.read() as snapshot:
        all_of_them = waiting_of(snapshot, station.identity.station)
        people = tuple(person for person in colleagues(station, snapshot) if person.works)
        matching = [one for one in all_of_them if _passes(one, sieve, today)]
        names = {person.user: person.full_name for person in people}
        return Cases(
            today=today,
            cases=tuple(_case(snapshot, one, names, today) for one in matching[:limit]),
            matching=len(matching),
            waiting=len(all_of_them),
            late=sum(_is_late(one, today) for one in all_of_them),
            by_reason=Counter((one.application.outcome, one.application.reason) for one in all_of_them),
            by_owner=Counter(one.follow_up.owner for one in all_of_them),
            people=people,
        )


def phone_of(station: Station, key: Key) -> str:
    """The whole phone of one case that waits, to be called; "" where none was given or it is not held.

    Least data: nobody sees a list of whole phones, and who doesn't log sees none. Raises
    NotPermitted("role_may_not", "password_temporary"), InputRefused("no_such_follow_up").
    """
    station.person.require("log")
    code, (epoch, n) = station.identity.station, key
    with station.store.read() as snapshot:
        if not is_waiting(snapshot, code, epoch, n):
            raise InputRefused("no_such_follow_up", n=n)
        subject = History(snapshot, code, epoch).subject(n)
        return (subject.phone or "") if subject else ""


def change_follow_up(station: Station, key: Key, arranged: Arranged) -> Arranged:
    """Arranges a case anew, closes it or opens it again; returns how it stood.

    Raises NotPermitted("role_may_not", "password_temporary"), InputRefused("no_such_follow_up", "unknown_user",
    "unknown_follow_up_state", "next_day_past").
    """
    station.person.require("log")
    if arranged.state != OPEN and arranged.state not in CLOSED_BECAUSE:
        raise InputRefused("unknown_follow_up_state", state=arranged.state)
    epoch, n = key
    with station.work() as work:
        row = work.rows.get(FollowUpRow, work.code, epoch, n)
        application = work.rows.get(ApplicationRow, work.code, epoch, n)
        if row is None or application is None or application.voided_n:
            raise InputRefused("no_such_follow_up", n=n)
        before = _arranged(row)
        if arranged == before:
            return before
        if arranged.owner and arranged.owner != before.owner:
            work.user(arranged.owner)
        if arranged.next_on and arranged.next_on != before.next_on and arranged.next_on < work.today:
            raise InputRefused("next_day_past", day=arranged.next_on.isoformat())
        body = FollowUpChanged(entry=n, state=arranged.state)
        changes: dict[str, object] = {}
        if arranged.owner:
            changes["owner"] = arranged.owner
        if arranged.next_on:
            changes["next_on"] = arranged.next_on.isoformat()
        if epoch != station.identity.epoch:
            changes["epoch"] = epoch
        work.append(replace(body, **changes))
    return before


def _arranged(row: FollowUpRow) -> Arranged:
    return Arranged(row.state, row.owner, date.fromisoformat(row.next_on) if row.next_on else None)


def _age(one: Waiting, today: date) -> int:
    return (today - date.fromisoformat(one.application.day)).days


def _is_late(one: Waiting, today: date) -> bool:
    """Its day has passed, or nobody has set one for long."""
    if one.follow_up.next_on:
        return one.follow_up.next_on < today.isoformat()
    return _age(one, today) >= LATE_AFTER_DAYS


def _is_due(one: Waiting, today: date) -> bool:
    return _is_late(one, today) or one.follow_up.next_on == today.isoformat()


def _is_here(one: Waiting) -> bool:
    outcome, reason = one.application.outcome, one.application.reason
    return (outcome, None) not in _ELSEWHERE and (outcome, reason) not in _ELSEWHERE


def _passes(one: Waiting, sieve: Sieve, today: date) -> bool:
    return (
        (sieve.reason is None or sieve.reason == (one.application.outcome, one.application.reason))
        and (sieve.owner is None or sieve.owner == one.follow_up.owner)
        and (not sieve.due or _is_due(one, today))
        and (not sieve.here or _is_here(one))
    )


def _case(snapshot: Snapshot, one: Waiting, names: Mapping[str, str], today: date) -> Case:
    application = one.application
    subject = History(snapshot, application.station, application.epoch).subject(application.n)
    phone = (subject.phone or "") if subject else ""
    return Case(
        key=(application.epoch, application.n),
        at=parse_time(application.at),
        age=_age(one, today),
        outcome=application.outcome,
        reason=application.reason,
        last_digits=last_digits(subject),
        name=(subject.name or "") if subject else "",
        phone=phone[-3:],
        commune=application.commune,
        arranged=_arranged(one.follow_up),
        owner_name=names.get(one.follow_up.owner, one.follow_up.owner),
        here=_is_here(one),
        due=_is_due(one, today),
        late=_is_late(one, today),
    )
