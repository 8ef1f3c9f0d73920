"""Closes a shift against the device's own counter and seals it, or hands it over to somebody else."""

from __future__ import annotations

from typing import Protocol

from campaign.refusal import Refusal
from station_app.bootstrap import person_of
from station_app.services.close_shift import Closed, close_shift
from station_app.services.open_shift import ShiftChanged
from station_app.services.run_shift import hand_over_shift
from station_app.services.show_shift_close import ClosingFigures, closing_figures
from station_app.ui.asking import Desk, Event
from station_app.ui.shift_close.rendering import OTHER_REASON, Entered, render
from station_app.ui.shift_close.shown import ClosingShown, Missing

_SECONDS_BETWEEN_LOOKS = 10


class ShiftCloseView(Protocol):
    """``counter_typed`` and ``reason_typed`` carry text, ``reason_chosen`` a key from 1, ``hand_over_asked`` a user and
    their password.
    """

    @property
    def counter_typed(self) -> Event: ...

    @property
    def reason_chosen(self) -> Event: ...

    @property
    def reason_typed(self) -> Event: ...

    @property
    def seal_asked(self) -> Event: ...

    @property
    def back_asked(self) -> Event: ...

    @property
    def next_asked(self) -> Event: ...

    @property
    def hand_over_asked(self) -> Event: ...

    def show_closing(self, shown: ClosingShown) -> None: ...

    def show_missing(self, missing: Missing) -> None: ...

    def show_refusal(self, words: str) -> None: ...

    def show_handed_over(self, full_name: str) -> None: ...

    def show_busy(self, busy: bool) -> None: ...

    def clear(self) -> None:
        """Another shift: nothing is typed, nothing refused."""


class ShiftClosePresenter:
    def __init__(self, view: ShiftCloseView, desk: Desk) -> None:
        self._view, self._desk = view, desk
        self._figures: ClosingFigures | None = None
        self._entered = Entered()
        self._closed: Closed | None = None
        self._busy = False
        self._failed = False
        self._asked = self._seconds = 0
        view.counter_typed.connect(self._count)
        view.reason_chosen.connect(self._choose_reason)
        view.reason_typed.connect(self._type_reason)
        view.seal_asked.connect(self._seal)
        view.back_asked.connect(lambda: desk.go("intake"))
        view.next_asked.connect(lambda: desk.go("shift"))
        view.hand_over_asked.connect(self._hand_over)

    def shown(self) -> None:
        if self._closed is not None:
            self._begin_anew()
        self._seconds = 0
        self._look()

    def tick(self) -> None:
        self._seconds += 1
        if self._seconds % _SECONDS_BETWEEN_LOOKS == 0 and self._closed is None and not self._busy:
            self._look()

    def _look(self) -> None:
        station, device = self._desk.station, self._desk.device
        self._desk.read.drop(self._asked)
        self._asked = self._desk.read.ask(lambda: closing_figures(station, device), self._seen, self._refused)

    def _seen(self, figures: ClosingFigures | None) -> None:
        if self._closed is not None:
            return
        if figures is None:
            self._begin_anew()
            self._desk.go("shift")
            return
        if self._figures is None or self._figures.shift != figures.shift:
            self._begin_anew()
        self._figures = figures
        self._show()

    def _begin_anew(self) -> None:
        self._figures, self._closed = None, None
        self._entered, self._failed = Entered(), False
        self._view.clear()

    def _show(self) -> None:
        if self._figures is not None:
            shown = render(self._figures, self._entered, self._desk, closed=self._closed, failed=self._failed)
            self._view.show_closing(shown)

    def _count(self, text: str) -> None:
        counter = int(text) if text.isascii() and text.isdecimal() else None
        self._entered = Entered(counter, self._entered.reason, self._entered.words)
        self._changed()

    def _choose_reason(self, key: int) -> None:
        if 1 <= key <= OTHER_REASON:
            self._entered = Entered(self._entered.counter, key, self._entered.words)
            self._changed()

    def _type_reason(self, words: str) -> None:
        self._entered = Entered(self._entered.counter, self._entered.reason, words)
        self._changed()

    def _changed(self) -> None:
        self._failed = False
        self._show()

    def _seal(self) -> None:
        figures, entered = self._figures, self._entered
        if figures is None or self._busy or self._closed is not None:
            return
        if entered.counter is None:
            self._view.show_missing("counter")
            return
        counter = entered.counter
        differs = counter != figures.counted
        reason = entered.reason_text() if differs else ""
        if differs and not reason:
            self._view.show_missing("typed_reason" if entered.reason == OTHER_REASON else "reason")
            return
        station, device = self._desk.station, figures.standing.device

        def seal() -> tuple[Closed, ClosingFigures | None]:
            before = closing_figures(station, device)
            return close_shift(station, device, counter, reason or None), before

        self._set_busy(True)
        self._desk.write.ask(seal, self._sealed, self._seal_refused)

    def _sealed(self, done: tuple[Closed, ClosingFigures | None]) -> None:
        closed, before = done
        self._set_busy(False)
        self._closed = closed
        self._figures = before or self._figures
        self._desk.journal_grew()
        self._show()

    def _seal_refused(self, refusal: Refusal) -> None:
        """Nothing is half sealed. What was logged meanwhile may be why."""
        self._failed = True
        self._refused(refusal)
        self._show()
        self._look()

    def _hand_over(self, user: str, password: str) -> None:
        figures = self._figures
        if figures is None or self._busy:
            return
        if not user or not password:
            self._view.show_missing("password" if user else "receiver")
            return
        station, device = self._desk.station, figures.standing.device

        def hand_over() -> tuple[ShiftChanged, str]:
            receiver = person_of(station, user, password)
            return hand_over_shift(station, device, receiver.user), receiver.full_name

        self._set_busy(True)
        self._desk.write.ask(hand_over, self._handed_over, self._refused)

    def _handed_over(self, done: tuple[ShiftChanged, str]) -> None:
        self._set_busy(False)
        self._desk.journal_grew()
        self._view.show_handed_over(done[1])
        self._look()

    def _refused(self, refusal: Refusal) -> None:
        self._set_busy(False)
        self._view.show_refusal(self._desk.say(refusal))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy)
