"""From a form to an entry: outcome keys, reasons, Enter and Esc."""

from __future__ import annotations

from dataclasses import replace

from campaign.codes import Outcome
from campaign.entered import Entered
from campaign.refusal import InputRefused, StorageRefused
from station_app.ui.intake.catching_up import CatchingUp
from station_app.ui.intake.desk_shown import CASE_KEYS, counted_outcome, duplicate_proposal
from station_app.ui.intake.desk_state import Shared
from station_app.ui.intake.fee_taking import FeeTaking
from station_app.ui.intake.form import Form
from station_app.ui.intake.overriding import Overriding, PersonOf
from station_app.ui.intake.reading import Reading
from station_app.ui.intake.saving import Attempt, Override, Saving
from station_app.ui.intake.shown import Focus, Note, ScanFirst, TypedField

BAD_FIELDS: dict[str, TypedField] = {
    "name_and_birth_date_needed": "name",
    "birth_date_invalid": "birth_date",
    "birth_date_future": "birth_date",
    "unknown_commune": "commune",
}
NEXT_FIELD: dict[TypedField, Focus] = {"name": "birth_date", "birth_date": "commune", "sex": "commune"}


class Keying:
    """``overriding`` is its panel for a supervisor's word."""

    def __init__(
        self,
        shared: Shared,
        reading: Reading,
        saving: Saving,
        fees: FeeTaking,
        catching_up: CatchingUp,
        person_of: PersonOf,
    ) -> None:
        self._shared, self._reading, self._saving = shared, reading, saving
        self._fees, self._catching_up = fees, catching_up
        self.overriding = Overriding(shared.desk, person_of, shared.render, self._overridden)

    def scanned(self, text: str, by_hand: bool) -> None:
        self.overriding.close()
        self._reading.scanned(text, by_hand)

    def outcome_pressed(self, outcome_id: str) -> None:
        """F1 … F7; a number that was typed and not ended is read first."""
        shared, state = self._shared, self._shared.state
        text = shared.surface.field_text()
        if shared.shut() or (text and not self._reading.scanned(text, by_hand=True)):
            return
        if state.receipt_asked and not self._fees.given(shared.surface.receipt_text()):
            return
        self.overriding.close()
        outcome = shared.catalogue.outcome(outcome_id)
        if state.form is None:
            state.row = state.row if state.bad_scan else ScanFirst()
            shared.sound("refused")
            shared.surface.focus("scan")
            shared.render()
        elif not (state.duplicate and outcome.counts_toward_quota):
            state.choosing_case, state.form.outcome = False, None
            self._log(state.form, outcome, None)

    def entered(self) -> None:
        """Enter logs what is proposed, or tries once more what could not be saved."""
        shared, state, form = self._shared, self._shared.state, self._shared.state.form
        if form is None or shared.shut() or self._reading.by_scanner:
            return
        if state.failed and state.attempt:
            self._again(state.attempt)
        elif form.outcome is None and not state.choosing_case and not self.overriding.open:
            proposed = duplicate_proposal(state, shared.catalogue, shared.today)
            if proposed:
                self._log(form, *proposed)
            else:
                again = shared.catalogue.outcomes.get(form.asked_again)
                self._log(form, again or counted_outcome(shared.catalogue), None)

    def chosen(self, key: str) -> None:
        """A digit for the reason, or a case type's key."""
        state, form = self._shared.state, self._shared.state.form
        if form is None or self._shared.shut():
            return
        if state.choosing_case:
            form.case_type = list(self._shared.catalogue.case_types)[CASE_KEYS.index(key)]
            form.asked_again, state.choosing_case = "", False
            self._shared.render()
        elif form.outcome:
            self._log(form, form.outcome, form.outcome.reasons[int(key) - 1].id)

    def case_types_asked(self) -> None:
        state = self._shared.state
        if state.form and not self._shared.shut():
            self.overriding.close()
            state.choosing_case, state.form.outcome = not state.choosing_case, None
            self._shared.surface.focus("scan")
            self._shared.render()

    def override_asked(self) -> None:
        if self._shared.state.duplicate and not self._shared.shut():
            self.overriding.ask()
            self._shared.surface.focus("override")

    def field_ended(self, name: TypedField) -> None:
        """Enter in a typed field goes on to the next, and after the last one logs."""
        self._shared.surface.focus(NEXT_FIELD.get(name, "scan"))
        if name not in NEXT_FIELD:
            self.entered()

    def dropped(self) -> None:
        """Esc takes back one step: a panel, a chosen outcome, half-typed text, the form."""
        shared, state, form = self._shared, self._shared.state, self._shared.state.form
        if state.choosing_case:
            state.choosing_case = False
        elif state.receipt_asked:
            state.receipt_asked = False
        elif self.overriding.open:
            self.overriding.close()
        elif form and form.outcome:
            form.outcome = None
        elif form and form.asked_again:
            form.asked_again = ""
        elif not form or not shared.surface.field_text():
            if not form and not state.bad_scan:
                state.next_form_id = ""
            state.drop()
        shared.surface.set_field(state.form.number if state.form else "")
        shared.surface.focus("scan")
        self._reading.bring_back()
        shared.render()

    def _log(self, form: Form, outcome: Outcome, reason: str | None) -> None:
        shared = self._shared
        entered = self._complete(form)
        if entered is None:
            return
        if form.asked_again != outcome.id and form.to_confirm(outcome, shared.catalogue, entered):
            form.asked_again = outcome.id
            shared.sound("warning")
        elif reason is None and outcome.needs_reason:
            form.outcome = outcome
        else:
            self._save(form, entered, outcome, reason)
            return
        shared.surface.focus("scan")
        shared.render()

    def _complete(self, form: Form) -> Entered | None:
        """What would be logged; None, and the field said, where something is missing or wrong."""
        shared, state = self._shared, self._shared.state
        try:
            return form.complete(shared.catalogue, shared.today)
        except InputRefused as refusal:
            shared.sound("refused")
            bad = BAD_FIELDS.get(refusal.code)
            if bad == "name" and form.typed.get("name", "").strip():
                bad = "birth_date"
            state.row, state.bad_field = Note(shared.desk.say(refusal)), bad
            form.outcome, form.typing = None, form.typing or bad is not None
            shared.render()
            shared.surface.focus(bad if bad and bad != "sex" else "scan")
            return None

    def _save(
        self, form: Form, entered: Entered, outcome: Outcome, reason: str | None, override: Override | None = None
    ) -> None:
        shared, state = self._shared, self._shared.state
        if not self._catching_up.ready():
            form.outcome = None
            shared.render()
            return
        attempt = Attempt(
            form=form,
            entered=entered,
            device=state.attempt.device if state.attempt else shared.desk.device,
            case_type=form.case(shared.catalogue).id,
            outcome=outcome,
            reason=reason,
            override=override,
            at=shared.desk.now(),
            took_ms=max(1, round((shared.timer() - form.begun) * 1000)),
            fee=self._fees.of(form, outcome),
            happened_at=self._catching_up.moment(),
        )
        self._send(attempt)

    def _again(self, tried: Attempt) -> None:
        """Where nobody knows whether it was saved, the very same is sent; what was refused is made anew."""
        if isinstance(tried.refusal, StorageRefused):
            self._send(replace(tried, at=self._shared.desk.now(), refusal=None))
        else:
            self._save(tried.form, tried.entered, tried.outcome, tried.reason, tried.override)

    def _send(self, attempt: Attempt) -> None:
        """The field is free at once: in the same breath, but after the word that it is durable."""
        shared, form = self._shared, attempt.form
        form.outcome, form.asked_again = None, ""
        shared.state.drop()
        self.overriding.close()
        self._saving.save(attempt)
        if shared.state.form is None:  # else it has come back
            shared.surface.set_field("")
            shared.surface.focus("scan")
        self._reading.bring_back()
        shared.render()

    def _overridden(self, override: Override) -> None:
        form = self._shared.state.form
        entered = self._complete(form) if form else None
        if form and entered:
            self._save(form, entered, counted_outcome(self._shared.catalogue), None, override)
