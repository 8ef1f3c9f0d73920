"""From scans and typed fields to a form: one burst, one form, and never two in one."""

from __future__ import annotations

from campaign.form_code import is_form_code
from campaign.mrz import looks_like_mrz
from campaign.refusal import InputRefused
from campaign.scan_text import trim
from station_app.services.look_up_person import Known, look_up_person
from station_app.ui.intake.desk_state import Shared
from station_app.ui.intake.finding_likely import FindingLikely
from station_app.ui.intake.form import Form, read_form
from station_app.ui.intake.paper_forms import PaperForms
from station_app.ui.intake.saving import Saving
from station_app.ui.intake.shown import Focus, Note, Replaced, TypedField

HAND_NEEDS = 0.25
"""Seconds after a scan in which Enter is the scanner's second line end, not the operator's."""
MRZ_CHARACTERS = 90
TYPED: tuple[TypedField, ...] = ("name", "birth_date", "sex", "commune", "phone")


class Reading:
    """What could not be saved before takes the field again when it is free."""

    def __init__(self, shared: Shared, saving: Saving) -> None:
        self._shared, self._saving = shared, saving
        self._papers = PaperForms(shared, saving)
        self._likely = FindingLikely(shared)
        self._read_at = 0.0

    @property
    def by_scanner(self) -> bool:
        """What is pressed now comes too soon after a scan to come from a hand."""
        return self._shared.timer() - self._read_at < HAND_NEEDS

    def scanned(self, text: str, by_hand: bool) -> bool:
        """Returns whether the field now holds what came in."""
        shared, state = self._shared, self._shared.state
        if shared.shut():
            shared.sound("refused")
            return False
        self._read_at = begun = shared.timer()
        if is_form_code(trim(text)):
            self._papers.scanned(trim(text))
            return False
        text = self._joined(text)
        if not text:
            return False
        try:
            form = read_form(
                text,
                by_hand=by_hand,
                catalogue=shared.catalogue,
                now=shared.desk.now(),
                today=shared.today,
                begun=begun,
            )
        except InputRefused as refusal:
            self._misread(text, refusal)
            return False
        if state.form and state.form.scan == form.scan:
            shared.surface.set_field(form.number)
        else:
            self._take(form)
        return True

    def bring_back(self) -> None:
        """On its own device, so that it isn't counted on another."""
        shared, state, waiting = self._shared, self._shared.state, self._saving.returned
        busy = state.form or state.bad_scan or state.lines or shared.surface.field_text() or shared.shut()
        if busy or not waiting or waiting[0].device != shared.desk.device:
            return
        attempt = waiting.popleft()
        state.clear()
        state.attempt = attempt
        attempt.form.outcome, attempt.form.asked_again = None, ""
        self.open(attempt.form)

    def typing_asked(self, first: Focus = "name") -> None:
        """Opens the fields for what no scan told."""
        if (form := self._shared.state.form) and not self._shared.shut():
            form.typing = True
            self._shared.render()
            self._shared.surface.focus(first)

    def typed(self, name: TypedField, text: str) -> None:
        if form := self._shared.state.form:
            form.typed[name] = text
            self._shared.state.bad_field = self._shared.state.row = None
            self._likely.look(form)
            self._shared.render()

    def _joined(self, text: str) -> str:
        """An MRZ comes as three lines, each with an end of its own: "" until it is whole."""
        state = self._shared.state
        if not looks_like_mrz(trim(text)):
            state.lines = []
            return text
        state.lines.append(trim(text))
        whole = "\n".join(state.lines)
        if len("".join(whole.split())) < MRZ_CHARACTERS:
            self._shared.surface.set_field("")
            self._shared.render()
            return ""
        state.lines = []
        return whole

    def _misread(self, text: str, refusal: InputRefused) -> None:
        """A form that waits for its key is not lost to a bad scan."""
        shared, state = self._shared, self._shared.state
        sentence = shared.desk.say(refusal)
        shared.sound("refused")
        if state.form and not state.duplicate:
            state.row = Note(sentence)
            shared.surface.set_field(state.form.number)
        else:
            if state.attempt:
                self._saving.put_back(state.attempt)
            state.drop()
            state.bad_scan = sentence
            shared.surface.set_field(trim(text))
        shared.surface.focus("scan")
        shared.render()

    def _take(self, form: Form) -> None:
        state = self._shared.state
        before, attempt = state.form, state.attempt
        state.drop()
        self._papers.give_to(form)
        if attempt:
            self._saving.put_back(attempt)
        elif before:
            state.row = Replaced(before.last_digits)
        if state.row or form.scan.warnings or form.has_card(self._shared.catalogue):
            self._shared.sound("warning")
        self.open(form)

    def open(self, form: Form) -> None:
        """Makes it the form at the desk."""
        shared = self._shared
        shared.state.form = form
        shared.surface.set_field(form.number)
        shared.surface.set_typed(*(form.typed.get(name, "") for name in TYPED))
        self._look_up(form)
        self._likely.look(form)
        shared.render()
        shared.surface.focus("name" if form.typing and not form.typed.get("name") else "scan")

    def _look_up(self, form: Form) -> None:
        station, number = self._shared.desk.station, form.scan.holder.number
        if number:
            self._shared.desk.read.ask(
                lambda: look_up_person(station, number), lambda known: self._known(form, known), self._shared.note
            )

    def _known(self, form: Form, known: Known) -> None:
        form.known = known
        if self._shared.state.form is form:
            if known.seen:
                self._shared.sound("refused" if known.accepted else "warning")
            self._shared.render()
