"""Log one application: the station's main act, durable before it is answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from msgspec import UNSET

from campaign.calendar import day_ends, parse_time
from campaign.codes import Outcome
from campaign.entered import Entered, require_identity
from campaign.entry import read_entry
from campaign.events import ApplicationLogged, DuplicateOverride, Fee, OtherEntry, Source
from campaign.identity import normalise_name
from campaign.refusal import InputRefused
from campaign.rows import ApplicationRow, FormRow, ShiftRow
from campaign.scan import Format
from campaign.subject import MarkKind, Subject, mark_texts
from db.history import History, find_marks
from station_app.services.paper_time import check_happened
from station_app.services.permission import Person
from station_app.services.station import Station, Work

SOURCES: dict[Format, Source] = {"qr": "qr", "mrz_td1": "mrz", "id12": "barcode", "cmnd9": "typed"}
"""Where a scan of a format comes from; nine digits are typed from old papers."""
SEEN_BEFORE = {"number": "number_seen_before", "cmnd": "cmnd_seen_before", "person": "person_seen_before"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What the desk knows of one application; ``form_id`` exists before it is saved.

    ``at`` is a line's own time (a drill's), ``override_reason`` a supervisor's for a number that was accepted before;
    ``supervisor`` gives it where another is signed in. ``happened_at`` makes it one caught up on from paper, whatever
    the ``source`` it was read from; ``fee`` is what was due and taken. ``corrects`` is the voided entry in whose place
    it stands: it keeps that one's source and hour.
    """

    device: str
    form_id: str
    entered: Entered
    source: Source
    case_type: str
    outcome: str = "accepted"
    reason: str | None = None
    override_reason: str | None = None
    supervisor: Person | None = None
    took_ms: int | None = None
    at: str | None = None
    fee: Fee | None = None
    happened_at: str | None = None
    corrects: int | None = None

    @property
    def kept_source(self) -> Source:
        """What the journal says of where it comes from."""
        return "paper" if self.happened_at and self.corrects is None else self.source


@dataclass(frozen=True, slots=True)
class Logged:
    """What was saved: the entry's number, its warnings, and whether it had been saved before."""

    n: int
    warnings: tuple[str, ...]
    repeated: bool = False
    at: str = ""
    counted: bool = False


def log_application(station: Station, application: Application) -> Logged:
    """Saves an application. A form_id with the same content is a no-op that returns the old entry.

    Raises InputRefused with a code of docs/operations.md (`duplicate` names the other entry), NotPermitted.
    """
    with station.work() as work:
        return log_within(work, application)


def log_within(work: Work, application: Application) -> Logged:
    """As `log_application`, within a transaction that does more than that."""
    station = work.station
    station.person.require("log")
    outcome = _outcome_checked(station, application)
    subject = application.entered.subject()
    known = work.rows.get(FormRow, work.code, application.form_id)
    if known is not None:
        return _repeated(work, known, application, subject)
    if station.revoked:
        raise InputRefused("station_revoked")
    shift = _shift_for(work, application)
    warnings, override = _seen_before(work, application, outcome, subject)
    body = ApplicationLogged(
        form_id=application.form_id,
        case_type=application.case_type,
        outcome=outcome.id,
        reason=application.reason or UNSET,
        commune=application.entered.commune or UNSET,
        source=application.kept_source,
        warnings=list(warnings),
        fee=application.fee or UNSET,
        override=override or UNSET,
        took_ms=UNSET if application.took_ms is None else application.took_ms,
        happened_at=application.happened_at or UNSET,
    )
    appended = work.append(body, shift=shift, subject=subject, at=application.at)
    return Logged(appended.n, warnings, at=appended.entry.header.at, counted=outcome.counts_toward_quota)


def _outcome_checked(station: Station, application: Application) -> Outcome:
    outcome = station.catalogue.outcome(application.outcome)
    outcome.reason(application.reason)
    station.catalogue.case_type(application.case_type)
    commune = application.entered.commune
    if commune is not None and not station.catalogue.units.is_lowest(commune):
        raise InputRefused("unknown_commune", commune=commune)
    require_identity(application.entered.holder)
    return outcome


def _repeated(work: Work, known: FormRow, application: Application, subject: Subject) -> Logged:
    row = work.rows.get(ApplicationRow, work.code, known.epoch, known.n)
    same = row is not None and (
        not row.voided_n
        and (row.outcome, row.reason) == (application.outcome, application.reason or "")
        and (row.case_type, row.source) == (application.case_type, application.kept_source)
        and row.commune == (application.entered.commune or "")
        and _same_beside(work, known, application, subject)
    )
    if row is None or not same:
        raise InputRefused("form_id_conflict", n=known.n, epoch=known.epoch)
    return Logged(row.n, tuple(row.warnings.split()), repeated=True, at=row.at, counted=row.counted)


def _same_beside(work: Work, known: FormRow, application: Application, subject: Subject) -> bool:
    """What no table of the projections holds: the person, the fee and the hour on paper."""
    history = History(work.tx, work.code, known.epoch)
    entry = history.entry(known.n)
    body = read_entry(entry).body if entry else None
    return (
        isinstance(body, ApplicationLogged)
        and (body.fee or None, body.happened_at or None) == (application.fee, application.happened_at)
        and history.subject(known.n) == subject
    )


def _shift_for(work: Work, application: Application) -> ShiftRow:
    shift = work.unsealed_shift(application.device)
    at = application.at or work.now
    if parse_time(at) >= day_ends(date.fromisoformat(shift.day)):
        raise InputRefused("shift_overdue", shift=shift.shift)
    if shift.state == "paused":
        raise InputRefused("shift_paused", shift=shift.shift)
    if at < work.last_at:
        raise InputRefused("time_before_last", last_at=work.last_at)
    if application.happened_at:
        check_happened(work, shift, application.happened_at, at)
    return shift


def _seen_before(
    work: Work, application: Application, outcome: Outcome, subject: Subject
) -> tuple[tuple[str, ...], DuplicateOverride | None]:
    """The warnings with those of earlier entries, and the override where a number is accepted again.

    Raises InputRefused("duplicate"): at this station a number is accepted once (campaign rules, Duplicates).
    """
    warnings = list(application.entered.warnings)
    if application.source == "qr" and "has_chip_card" not in warnings:
        warnings.append("has_chip_card")
    override: DuplicateOverride | None = None
    named: set[tuple[int, int]] = set()
    for kind, text in mark_texts(subject):
        earlier = [row for row in _counted_with(work, kind, text) if (row.epoch, row.n) not in named]
        if not earlier:
            continue
        named.update((row.epoch, row.n) for row in earlier)
        if kind == "number" and outcome.counts_toward_quota:
            override = _overridden(work, application, earlier[0])
        else:
            warnings.append(SEEN_BEFORE[kind])
    return tuple(dict.fromkeys(warnings)), override


def _counted_with(work: Work, kind: MarkKind, text: str) -> list[ApplicationRow]:
    found = (
        work.rows.get(ApplicationRow, work.code, epoch, n)
        for station, epoch, n in find_marks(work.tx, work.station.keys.marks, kind, text)
        if station == work.code
    )
    return [row for row in found if row is not None and row.counted]


def _overridden(work: Work, application: Application, other: ApplicationRow) -> DuplicateOverride:
    if application.override_reason is None:
        raise InputRefused("duplicate", epoch=other.epoch, n=other.n, at=other.at, device=other.device, by=other.by)
    person = application.supervisor or work.station.person
    person.require("override")
    reason = normalise_name(application.override_reason)
    if not reason:
        raise InputRefused("reason_needed")
    return DuplicateOverride(by=person.user, reason=reason, other=OtherEntry(epoch=other.epoch, n=other.n))
