"""From the state of the desk to what its left side shows, and what Enter would log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from campaign.catalogue import Catalogue
from campaign.codes import Outcome
from campaign.refusal import InputRefused
from station_app.ui.asking import Desk
from station_app.ui.intake.communes import unit_shown
from station_app.ui.intake.desk_state import DeskState
from station_app.ui.intake.form import ASKED_AGAIN, CHIP_CARD, Form
from station_app.ui.intake.overriding import Overriding
from station_app.ui.intake.rendering import Naming
from station_app.ui.intake.saving import Attempt
from station_app.ui.intake.shown import (
    BadScan,
    CaseTypes,
    DeskShown,
    Duplicate,
    DuplicateActions,
    FeeShown,
    FieldShown,
    FormTaken,
    LikelyShown,
    Note,
    NotSaved,
    OutcomeShown,
    PanelShown,
    PaperShown,
    PersonShown,
    PressAgain,
    ReasonsWanted,
    ReceiptAsked,
    RowShown,
    Waits,
)

CASE_KEYS = "123456789ABCDEFGH"
"""Of the case types, in the catalogue's order: no scan begins with one of these."""
DUPLICATE = "duplicate"
LOGGED_HERE_TODAY, ACCEPTED_BEFORE, HAS_CARD = (
    "already_logged_this_shift",
    "already_accepted_elsewhere",
    "has_valid_chip_card",
)


def counted_outcome(catalogue: Catalogue) -> Outcome:
    """F1: the first that counts toward the quota."""
    return next(outcome for outcome in catalogue.outcomes.values() if outcome.counts_toward_quota)


def duplicate_proposal(state: DeskState, catalogue: Catalogue, today: date) -> tuple[Outcome, str | None] | None:
    """F5 and its reason, where that is what Enter logs; F5 itself still lets the reason be chosen.

    The reason is None where the catalogue has another one in its place: then it is asked.
    """
    form, outcome = state.form, catalogue.outcomes.get(DUPLICATE)
    if form is None or outcome is None:
        return None
    if state.duplicate:
        record = form.known.accepted if form.known else None
        wanted = LOGGED_HERE_TODAY if record is None or record.day == today.isoformat() else ACCEPTED_BEFORE
    elif form.has_card(catalogue) and not form.asked_again:
        wanted = HAS_CARD
    else:
        return None
    return outcome, next((reason.id for reason in outcome.reasons if reason.id == wanted), None)


def desk_shown(
    state: DeskState,
    desk: Desk,
    naming: Naming,
    overriding: Overriding,
    *,
    today: date,
    place: int,
    shut: bool,
    returned: Sequence[Attempt],
) -> DeskShown:
    """``place``: the next one's; ``returned``: those that wait for the field."""
    catalogue, form = naming.catalogue, state.form
    proposed = duplicate_proposal(state, catalogue, today)
    return DeskShown(
        field=_field(state, catalogue, shut=shut),
        person=_person(form, state, naming, today, place) if form else None,
        typing=form is not None and form.typing,
        bad=state.bad_field,
        panel=_panel(state, desk, naming, overriding, today),
        outcomes=_outcomes(state, naming, proposed[0] if proposed else None, shut=shut),
        row=_row(state, desk, naming, today, returned),
        input_method=state.input_method,
        likely=tuple(LikelyShown(naming.record(one.record, today), one.alike) for one in form.likely) if form else (),
        paper=PaperShown(state.paper_wrong) if state.paper_hour is not None else None,
    )


def _field(state: DeskState, catalogue: Catalogue, *, shut: bool) -> FieldShown:
    form = state.form
    if shut:
        return FieldShown("shut", "shut")
    if form is None:
        if state.bad_scan:
            return FieldShown("wrong", "wrong")
        return FieldShown("ready", "lines" if state.lines else "ready")
    if state.choosing_case:
        return FieldShown("read", "choose", CASE_KEYS[: len(catalogue.case_types)])
    if form.outcome:
        return FieldShown("read", "reason", "".join(str(n + 1) for n in range(len(form.outcome.reasons))))
    if state.failed or state.duplicate:
        return FieldShown("wrong", "retry" if state.failed else "duplicate")
    return FieldShown("read", "again" if form.asked_again else "keys")


def _person(form: Form, state: DeskState, naming: Naming, today: date, place: int) -> PersonShown:
    catalogue, holder = naming.catalogue, form.scan.holder
    try:
        entered = form.entered(catalogue, today)
    except InputRefused:  # half typed: what the scan says stays shown
        warnings, code = form.scan.warnings, ""
    else:
        holder, code = entered.holder, entered.commune or ""
        warnings = form.warnings(entered)
    known = form.known.person if form.known else None
    facts = catalogue.scan_rules.numbers.facts(holder.number) if holder.number else None
    return PersonShown(
        name=holder.name or (known.name if known else "") or "",
        source=form.source,
        read_at=form.read_at,
        looked_up=form.known is not None,
        seen=form.known.seen if form.known else None,
        born=holder.birth_date or (str(facts.birth_year) if facts else ""),
        sex=holder.sex or (facts.sex if facts else ""),
        commune=unit_shown(catalogue.units, code),
        place=place,
        case_type=naming.case_type(form.case(catalogue).id),
        warnings=tuple(warnings),
        fee=FeeShown(
            form.fee_due(catalogue, today), state.fee_taken, state.receipt if form.receipt is None else form.receipt
        ),
        phone=form.phone,
        form_id=form.form_id if form.on_paper else "",
    )


def _outcomes(state: DeskState, naming: Naming, duplicate: Outcome | None, *, shut: bool) -> tuple[OutcomeShown, ...]:
    form, catalogue = state.form, naming.catalogue
    chosen = form.outcome if form else None
    if state.duplicate and chosen is None:
        chosen, proposed = duplicate, None
    elif state.failed and state.attempt:
        proposed = state.attempt.outcome
    else:
        again = catalogue.outcomes.get(form.asked_again) if form else None
        proposed = again or duplicate or counted_outcome(catalogue)
    return tuple(
        OutcomeShown(
            choice=naming.outcome(outcome.id),
            enabled=not shut and not (state.duplicate and outcome.counts_toward_quota),
            chosen=outcome is chosen,
            proposed=outcome is proposed and chosen is None and not shut and not state.bad_scan,
        )
        for outcome in catalogue.outcomes.values()
    )


def _panel(state: DeskState, desk: Desk, naming: Naming, overriding: Overriding, today: date) -> PanelShown:
    form = state.form
    if form is None:
        return BadScan(state.bad_scan) if state.bad_scan else None
    if state.choosing_case:
        types = zip(CASE_KEYS, naming.catalogue.case_types, strict=False)
        return CaseTypes(tuple(naming.case_type(id, key) for key, id in types), form.case(naming.catalogue).id)
    if state.failed and state.attempt and state.attempt.refusal:
        return NotSaved(desk.say(state.attempt.refusal), form.last_digits)
    if state.duplicate:
        record = form.known.accepted if form.known else None
        other = naming.record(record, today) if record else None
        return overriding.shown(other) if overriding.open else Duplicate(other)
    return None


def _row(state: DeskState, desk: Desk, naming: Naming, today: date, returned: Sequence[Attempt]) -> RowShown:
    form, catalogue = state.form, naming.catalogue
    if form and state.receipt_asked:
        sentence = state.row.sentence if isinstance(state.row, Note) else ""
        return ReceiptAsked(form.fee_due(catalogue, today), sentence)
    if form and form.outcome:
        return ReasonsWanted(form.outcome.id, naming.reasons(form.outcome))
    if form and form.asked_again:
        return PressAgain(naming.outcome(form.asked_again).key, _asked(form, catalogue, today))
    if form and state.duplicate and state.bad_field is None:
        proposed = duplicate_proposal(state, catalogue, today)
        reason = naming.reason(proposed[0].id, proposed[1]) if proposed else None
        if proposed and reason:
            return DuplicateActions(naming.outcome(proposed[0].id), reason)
    if state.row is None and state.next_form_id:
        return FormTaken(state.next_form_id, next=True)
    if state.row is None and returned:
        first = returned[0]
        return Waits(first.form.last_digits, len(returned), "" if first.device == desk.device else first.device)
    return state.row


def _asked(form: Form, catalogue: Catalogue, today: date) -> tuple[str, ...]:
    try:
        entered = form.entered(catalogue, today)
    except InputRefused:
        return ()
    return tuple(
        warning
        for warning in form.warnings(entered)
        if warning in ASKED_AGAIN and (warning != CHIP_CARD or form.has_card(catalogue))
    )
