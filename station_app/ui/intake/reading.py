"""From scans and typed fields to a form: one burst, one form, and never two in one."""

from __future__ import annotations

from campaign.mrz import looks_like_mrz
from campaign.refusal import InputRefused
from campaign.scan_text import trim
from station_app.services.look_up_person import Known, look_up_person
from station_app.ui.intake.desk_state import Seat
from station_app.ui.intake.form import Form, read_form
from station_app.ui.intake.saving import Saving
from station_app.ui.intake.shown import Note, Replaced, TypedField

HAND_NEEDS = 0.25
"""Seconds after a scan in which Enter is the scanner's second line end, not the operator's."""
MRZ_CHARACTERS = 90
TYPED: tuple[TypedField, ...] = ("name", "birth_date", "sex", "commune")


class Reading:
    """What could not be saved before takes the field again when it is free."""

    def __init__(self, seat: Seat, saving: Saving) -> None:
        self._seat, self._saving = seat, saving
        self._read_at = 0.0

    @property
    def by_scanner(self) -> bool:
        """What is pressed now comes too soon after a scan to come from a hand."""
        return self._seat.timer() - self._read_at < HAND_NEEDS

    def scanned(self, text: str, by_hand: bool) -> bool:
        """Returns whether the field now holds what came in."""
        seat, state = self._seat, self._seat.state
        if seat.shut():
            return False
        self._read_at = begun = seat.timer()
        text = self._joined(text)
        if not text:
            return False
        try:
            form = read_form(
                text, by_hand=by_hand, catalogue=seat.catalogue, now=seat.desk.now(), today=seat.today, begun=begun
            )
        except InputRefused as refusal:
            self._misread(text, refusal)
            return False
        if state.form and state.form.scan == form.scan:
            seat.surface.set_field(form.number)
        else:
            self._take(form)
        return True

    def bring_back(self) -> None:
        """On its own device, so that it isn't counted on another."""
        seat, state, waiting = self._seat, self._seat.state, self._saving.returned
        busy = state.form or state.bad_scan or state.lines or seat.surface.field_text() or seat.shut()
        if busy or not waiting or waiting[0].device != seat.desk.device:
            return
        attempt = waiting.popleft()
        state.clear()
        state.attempt = attempt
        attempt.form.outcome, attempt.form.asked_again = None, ""
        self._open(attempt.form)

    def typing_asked(self) -> None:
        """Opens the fields for what no scan told."""
        if (form := self._seat.state.form) and not self._seat.shut():
            form.typing = True
            self._seat.render()
            self._seat.surface.focus("name")

    def typed(self, name: TypedField, text: str) -> None:
        if form := self._seat.state.form:
            form.typed[name] = text
            self._seat.state.bad_field = self._seat.state.row = None
            self._seat.render()

    def strayed(self, name: TypedField) -> bool:
        """A scan that went into a field is a scan; returns whether it was one."""
        form = self._seat.state.form
        if form is None or not form.holds_scan(name, self._seat.catalogue, self._seat.today):
            return False
        self.scanned(form.typed.pop(name), by_hand=False)
        return True

    def _joined(self, text: str) -> str:
        """An MRZ comes as three lines, each with an end of its own: "" until it is whole."""
        state = self._seat.state
        if not looks_like_mrz(trim(text)):
            state.lines = []
            return text
        state.lines.append(trim(text))
        whole = "\n".join(state.lines)
        if len("".join(whole.split())) < MRZ_CHARACTERS:
            self._seat.surface.set_field("")
            self._seat.render()
            return ""
        state.lines = []
        return whole

    def _misread(self, text: str, refusal: InputRefused) -> None:
        """A form that waits for its key is not lost to a bad scan."""
        seat, state = self._seat, self._seat.state
        sentence = seat.desk.say(refusal)
        if state.form and not state.duplicate:
            state.row = Note(sentence)
            seat.surface.set_field(state.form.number)
        else:
            if state.attempt:
                self._saving.put_back(state.attempt)
            state.drop()
            state.bad_scan = sentence
            seat.surface.set_field(trim(text))
        seat.surface.focus("scan")
        seat.render()

    def _take(self, form: Form) -> None:
        state = self._seat.state
        before, attempt = state.form, state.attempt
        state.drop()
        if attempt:
            self._saving.put_back(attempt)
        elif before:
            state.row = Replaced(before.last_digits)
        self._open(form)

    def _open(self, form: Form) -> None:
        seat = self._seat
        seat.state.form = form
        seat.surface.set_field(form.number)
        seat.surface.set_typed(*(form.typed.get(name, "") for name in TYPED))
        self._look_up(form)
        seat.render()
        seat.surface.focus("name" if form.typing and not form.typed.get("name") else "scan")

    def _look_up(self, form: Form) -> None:
        station, number = self._seat.desk.station, form.scan.holder.number
        if number:
            self._seat.desk.read.ask(
                lambda: look_up_person(station, number), lambda known: self._known(form, known), self._seat.note
            )

    def _known(self, form: Form, known: Known) -> None:
        form.known = known
        if self._seat.state.form is form:
            self._seat.render()
