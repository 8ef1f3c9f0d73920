"""Correct a logged application: its void and a new one in its place, both or neither."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from campaign.entered import Entered, holder_from_fields
from campaign.events import ApplicationLogged
from campaign.refusal import InputRefused
from campaign.rows import ApplicationRow
from campaign.subject import Subject
from db.history import History
from station_app.services.log_application import Application, log_within
from station_app.services.permission import Person
from station_app.services.show_entry import logged_body
from station_app.services.station import Station, Work
from station_app.services.void_application import void_within

Field = Literal["number", "old_number", "name", "birth_date", "sex", "commune", "phone"]

FIELDS: tuple[Field, ...] = ("number", "old_number", "name", "birth_date", "sex", "commune", "phone")
_STAYS = "has_chip_card"
"""A warning of what was shown at the desk, which no typing changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What shall stand in an entry's place: ``fields`` are those typed anew, "" empties one; all others are kept.

    ``outcome`` and its ``outcome_reason``, ``case_type`` and ``device`` are those of the new entry; ``reason`` is the
    void's.
    """

    entry: int
    form_id: str
    reason: str
    outcome: str
    outcome_reason: str | None
    case_type: str
    device: str
    fields: Mapping[Field, str] = field(default_factory=dict)
    second: Person | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """``void_n`` voids ``voided``, ``n`` stands in its place; ``moved``: in another shift, at the present."""

    voided: int
    void_n: int
    n: int
    warnings: tuple[str, ...]
    moved: bool


def correct_application(station: Station, correction: Correction) -> Corrected:
    """Voids an application as `void_application` does and logs the corrected one in the same transaction.

    The new entry stands in the original's shift and counts in its hour while that shift takes entries; once it is
    sealed or its day is over, and where the device was wrong, in the device's unsealed shift at the present: the void
    subtracts where the original counted (campaign rules, Undo and void). The number is judged with the original voided.

    Raises as `void_application` and `log_application`, and InputRefused("nothing_to_correct", "subject_not_held").
    """
    with station.work() as work:
        voided = void_within(work, correction.entry, correction.reason, correction.second)
        original = work.rows.get(ApplicationRow, work.code, station.identity.epoch, correction.entry)
        body = logged_body(work.tx, original) if original else None
        subject = History(work.tx, work.code, station.identity.epoch).subject(correction.entry)
        if original is None or body is None or subject is None:
            raise InputRefused("subject_not_held", n=correction.entry)
        moved = work.unsealed_shift(correction.device).shift != original.shift
        entered = _entered(work, correction.fields, original, subject)
        application = _application(correction, original, body, entered, same=entered.subject() == subject, moved=moved)
        if _is_same(application, original, entered, subject):
            raise InputRefused("nothing_to_correct", n=correction.entry)
        logged = log_within(work, application)
    return Corrected(voided.voided, voided.n, logged.n, logged.warnings, moved)


def _entered(work: Work, typed: Mapping[Field, str], original: ApplicationRow, subject: Subject) -> Entered:
    def text(name: Field) -> str | None:
        return typed[name] if name in typed else getattr(subject, name) or None

    rules = work.station.catalogue.scan_rules
    entered = holder_from_fields(*map(text, FIELDS), today=work.today, rules=rules)
    if _STAYS in original.warnings.split():
        entered = replace(entered, warnings=rules.in_order({*entered.warnings, _STAYS}))
    return entered


def _application(
    correction: Correction,
    original: ApplicationRow,
    body: ApplicationLogged,
    entered: Entered,
    *,
    same: bool,
    moved: bool,
) -> Application:
    return Application(
        device=correction.device,
        form_id=correction.form_id,
        entered=entered,
        source=body.source if same or body.source == "paper" else "typed",
        case_type=correction.case_type,
        outcome=correction.outcome,
        reason=correction.outcome_reason,
        override_reason=body.override.reason if body.override else None,
        supervisor=correction.second,
        fee=body.fee or None,
        corrects=correction.entry,
        happened_at=None if moved else body.happened_at or original.at,
    )


def _is_same(application: Application, original: ApplicationRow, entered: Entered, subject: Subject) -> bool:
    return (
        entered.subject() == subject
        and (application.outcome, application.reason or "") == (original.outcome, original.reason)
        and (application.case_type, application.device) == (original.case_type, original.device)
    )
