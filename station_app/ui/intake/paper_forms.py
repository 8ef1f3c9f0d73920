"""Barcodes of paper forms: each is one application's, and nobody else's."""

from __future__ import annotations

from station_app.services.form_id import new_form_id
from station_app.services.look_up_form import look_up_form
from station_app.services.look_up_person import Record
from station_app.ui.intake.desk_state import Shared
from station_app.ui.intake.form import Form
from station_app.ui.intake.saving import Saving
from station_app.ui.intake.shown import FormTaken, FormUsed


class PaperForms:
    """A scanned one belongs to who stands at the desk, or else to who comes next."""

    def __init__(self, shared: Shared, saving: Saving) -> None:
        self._shared, self._saving = shared, saving

    def scanned(self, form_id: str) -> None:
        """It is taken at once, and given back when it turns out to have been used before."""
        shared, state, form = self._shared, self._shared.state, self._shared.state.form
        shared.surface.set_field(form.number if form else "")
        shared.surface.focus("scan")
        others = [*self._saving.attempts, *self._saving.returned]
        other = next((attempt.form for attempt in others if attempt.form.form_id == form_id), None)
        if other:
            state.row = FormUsed(form_id, other.last_digits, None)
            shared.sound("refused")
        elif form is None or state.failed:
            # What has failed once keeps its id in each attempt, lest it count twice.
            known = form is not None and form.form_id == form_id
            state.row = FormTaken(form_id, next=not known)
            state.next_form_id = "" if known else form_id
        else:
            state.row = FormTaken(form_id, next=False)
            form.form_id, form.on_paper = form_id, True
        if isinstance(state.row, FormTaken):
            station = shared.desk.station
            shared.desk.read.ask(lambda: look_up_form(station, form_id), lambda record: self._known(form_id, record))
        shared.render()

    def give_to(self, form: Form) -> None:
        """A form opens: the paper that came before it is its own."""
        state = self._shared.state
        if state.next_form_id:
            form.form_id, form.on_paper, state.next_form_id = state.next_form_id, True, ""

    def _known(self, form_id: str, record: Record | None) -> None:
        """What is being saved with it meanwhile will be refused there."""
        state = self._shared.state
        if record is None or state.failed:
            return
        if state.next_form_id == form_id:
            state.next_form_id = ""
        elif state.form and state.form.form_id == form_id:
            state.form.form_id, state.form.on_paper = new_form_id(), False
        else:
            return
        state.row = FormUsed(form_id, record.last_digits, record)
        self._shared.sound("refused")
        self._shared.render()
