"""What is done with one application of the list: looked at, its numbers shown, voided, corrected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from campaign.refusal import InputRefused, Refusal
from campaign.subject import Subject
from db.reads.entries import Key
from station_app.bootstrap import person_of
from station_app.services.correct_application import Corrected, Correction, Field, correct_application
from station_app.services.form_id import new_form_id
from station_app.services.show_entries import DayOfEntries
from station_app.services.show_entry import EntryDetails, entry_details
from station_app.services.view_subject import view_subject
from station_app.services.void_application import Voided, void_application
from station_app.ui.asking import Desk
from station_app.ui.entries.rendering import EntriesNaming, numbers_shown
from station_app.ui.entries.shown import CorrectionTyped, Mode
from station_app.ui.entries.surface import EntriesSurface
from station_app.ui.intake.communes import find_commune
from station_app.ui.intake.form import iso_birth_date

NUMBERS_SHOWN_SECONDS = 20
_CLEARED = ("-", "–")


class Acting:
    """``changed``: the journal has grown, the list is to be read anew."""

    def __init__(self, view: EntriesSurface, desk: Desk, changed: Callable[[], None]) -> None:
        self._view, self._desk, self._changed = view, desk, changed
        self._naming = EntriesNaming(desk)
        self.day: DayOfEntries | None = None
        self._entry: EntryDetails | None = None
        self._mode: Mode = "day"
        self._opening = 0
        self._seconds = 0
        self._reason = ""
        self._form_id = ""
        self._busy = False
        view.left.connect(self.leave)
        view.numbers_asked.connect(self._look_at_numbers)
        view.reason_picked.connect(self._pick_reason)
        view.void_given.connect(self._void)
        view.correction_given.connect(self._correct)

    @property
    def at_work(self) -> bool:
        """A void or a correction is being written."""
        return self._mode in ("void", "correction")

    def tick(self) -> None:
        if self._seconds:
            self._seconds -= 1
            if not self._seconds:
                self.hide_numbers()

    def open(self, key: Key, mode: Mode = "details") -> None:
        """Shows an application; a form on the way to another mode is opened when its particulars have come."""
        if self._busy:
            return
        self.hide_numbers()
        self._opening += 1
        turn, station = self._opening, self._desk.station
        self._desk.read.ask(
            lambda: entry_details(station, key), lambda entry: self._opened(turn, entry, mode), self._failed
        )

    def leave(self) -> None:
        """One step back: from a form to the particulars, from these to the day."""
        if self._busy:
            return
        self._opening += 1
        self.hide_numbers()
        self._show_mode("details" if self.at_work else "day")

    def close(self) -> None:
        """Back to the day: the list is another one."""
        if not self._busy:
            self._opening += 1
            self._seconds = 0
            self._entry = None
            self._show_mode("day")

    def hide_numbers(self) -> None:
        self._seconds = 0
        if self._entry is not None and not self.at_work:
            self._view.show_details(self._naming.details(self._entry))

    def _opened(self, turn: int, entry: EntryDetails, mode: Mode) -> None:
        if turn != self._opening or self.day is None:
            return
        self._entry = entry
        self._view.show_details(self._naming.details(entry))
        if mode == "void" and entry.changeable:
            self._reason = ""
            self._view.show_void(self._naming.void(self.day, ""))
        elif mode == "correction" and entry.changeable and entry.held:
            self._form_id = new_form_id()
            self._view.show_correction(self._naming.correction(self.day, entry))
        else:
            mode = "details"
        self._show_mode(mode)

    def _show_mode(self, mode: Mode) -> None:
        self._mode = mode
        self._view.show_mode(mode)

    def _look_at_numbers(self) -> None:
        """A second press hides them; what was shown is an entry either way."""
        entry = self._entry
        if entry is None or self._busy or self._mode not in ("details", "correction"):
            return
        if self._seconds and self._mode == "details":
            self.hide_numbers()
            return
        station = self._desk.station
        self._set_busy(True)
        self._desk.write.ask(
            lambda: view_subject(station, entry.n), lambda subject: self._seen(entry, subject), self._refused
        )

    def _seen(self, entry: EntryDetails, subject: Subject) -> None:
        self._set_busy(False)
        self._desk.journal_grew()
        if entry is not self._entry:
            return
        if self._mode == "correction":
            self._view.fill_numbers(numbers_shown(subject))
            return
        self._seconds = NUMBERS_SHOWN_SECONDS
        self._view.show_details(self._naming.details(entry, numbers_shown(subject)))

    def _pick_reason(self, reason: str) -> None:
        if self._mode == "void" and self.day is not None and not self._busy:
            self._reason = reason
            self._view.show_void(self._naming.void(self.day, reason))

    def _void(self, user: str, password: str) -> None:
        entry, reason = self._entry, self._reason
        if self._busy or self._mode != "void" or entry is None:
            return
        if not reason:
            self._view.show_missing("reason")
            return
        if self._second_is_missing(user, password):
            return
        station = self._desk.station

        def void() -> Voided:
            return void_application(station, entry.n, reason, person_of(station, user, password))

        self._set_busy(True)
        self._desk.write.ask(void, lambda done: self._voided(entry, done), self._refused)

    def _voided(self, entry: EntryDetails, done: Voided) -> None:
        self._done((entry.epoch, entry.n))
        self._view.show_done("voided", done.voided)

    def _correct(self, typed: CorrectionTyped) -> None:
        entry = self._entry
        if self._busy or self._mode != "correction" or entry is None:
            return
        if self._second_is_missing(typed.second, typed.password):
            return
        try:
            correction = self._correction(entry, typed)
        except InputRefused as refusal:
            self._view.show_refusal(self._desk.say(refusal))
            return
        station = self._desk.station

        def correct() -> Corrected:
            return correct_application(
                station, replace(correction, second=person_of(station, typed.second, typed.password))
            )

        self._set_busy(True)
        self._desk.write.ask(correct, lambda done: self._corrected(entry, done), self._refused)

    def _corrected(self, entry: EntryDetails, done: Corrected) -> None:
        self._done((entry.epoch, done.n))
        self._view.show_done("moved" if done.moved else "corrected", done.n)

    def _correction(self, entry: EntryDetails, typed: CorrectionTyped) -> Correction:
        """Only what differs is typed anew. Raises InputRefused("unknown_commune")."""
        fields: dict[Field, str] = {}
        kept_when_empty: tuple[tuple[Field, str], ...] = (
            ("number", typed.number),
            ("old_number", typed.old_number),
            ("phone", typed.phone),
        )
        for name, text in kept_when_empty:
            if text.strip():
                fields[name] = "" if text.strip() in _CLEARED else text
        plain: tuple[tuple[Field, str, str], ...] = (
            ("name", typed.name.strip(), entry.name),
            ("birth_date", iso_birth_date(typed.birth_date), entry.born),
            ("sex", typed.sex, entry.sex),
            ("commune", self._commune(typed.commune), entry.commune),
        )
        fields.update((name, text) for name, text, before in plain if text != before)
        return Correction(
            entry=entry.n,
            form_id=self._form_id,
            reason=_why(entry, typed, fields),
            outcome=typed.outcome,
            outcome_reason=typed.reason or None,
            case_type=typed.case_type,
            device=typed.device,
            fields=fields,
        )

    def _commune(self, text: str) -> str:
        code = find_commune(self._desk.station.catalogue.units, text) if text.strip() else ""
        if code is None:
            raise InputRefused("unknown_commune", commune=text.strip())
        return code

    def _second_is_missing(self, user: str, password: str) -> bool:
        if not user or not password:
            self._view.show_missing("password" if user else "second")
        return not user or not password

    def _done(self, key: Key) -> None:
        self._set_busy(False)
        self._mode = "details"
        self._desk.journal_grew()
        self.open(key)
        self._changed()

    def _failed(self, refusal: Refusal) -> None:
        self._view.show_trouble(self._desk.say(refusal))

    def _refused(self, refusal: Refusal) -> None:
        self._set_busy(False)
        self._desk.journal_grew()  # a wrong password is told to the journal, too
        self._view.show_refusal(self._desk.say(refusal))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy)


def _why(entry: EntryDetails, typed: CorrectionTyped, fields: dict[Field, str]) -> str:
    """The void's reason: what the correction changes."""
    if fields:
        return "typing_error"
    if (typed.outcome, typed.reason) != (entry.outcome, entry.reason):
        return "wrong_outcome"
    return "wrong_device" if typed.device != entry.device else "typing_error"
