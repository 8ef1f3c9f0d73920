"""Decides what stands in the way of a shift, and opens it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from campaign.refusal import InputRefused, Refusal
from station_app.bootstrap import person_of, surroundings
from station_app.services.open_shift import Opening, ShiftChanged, open_shift
from station_app.services.readiness import Answer, Surroundings
from station_app.services.run_shift import report_zero
from station_app.services.show_readiness import OpeningFigures, opening_figures
from station_app.ui.asking import Desk, Event
from station_app.ui.readiness.rendering import people_shown, render
from station_app.ui.readiness.shown import Entered, Missing, OpeningShown, PeopleShown

_SECONDS_BETWEEN_LOOKS = 5
_ROOM = ("safety", "security")
"""Groups of checks that hold for the room: answered once for all devices of a window. The others are each device's."""


class ReadinessView(Protocol):
    """``device_picked`` and ``window_picked`` carry an id, ``line_ticked`` a check's, ``zero_confirmed`` a reason."""

    @property
    def device_picked(self) -> Event: ...

    @property
    def window_picked(self) -> Event: ...

    @property
    def line_ticked(self) -> Event: ...

    @property
    def open_asked(self) -> Event: ...

    @property
    def zero_confirmed(self) -> Event: ...

    @property
    def export_asked(self) -> Event: ...

    def entered(self) -> Entered: ...

    def show_people(self, people: PeopleShown) -> None: ...

    def show_opening(self, shown: OpeningShown) -> None: ...

    def show_missing(self, missing: Missing, line: str = "") -> None:
        """Says what is missing and takes the focus there; ``line`` is the first unanswered check."""

    def show_refusal(self, words: str) -> None: ...

    def show_busy(self, busy: bool) -> None: ...

    def clear(self) -> None:
        """A new opening: reasons, notes and passwords are empty, nothing is refused."""


class ReadinessPresenter:
    def __init__(self, view: ReadinessView, desk: Desk) -> None:
        self._view, self._desk = view, desk
        self._figures: OpeningFigures | None = None
        self._around = Surroundings(0, unknown_stick=False)
        self._answers: dict[str, bool] = {}
        self._window = ""
        self._answered_for: tuple[str, str] | None = None
        self._people: PeopleShown | None = None
        self._asked = self._seconds = 0
        self._busy = False
        view.device_picked.connect(desk.pick_device)
        view.window_picked.connect(self._pick_window)
        view.line_ticked.connect(self._tick_line)
        view.open_asked.connect(self._open)
        view.zero_confirmed.connect(self._report_zero)
        view.export_asked.connect(lambda: desk.go("export"))

    def shown(self) -> None:
        self._seconds = 0
        self._look()

    def tick(self) -> None:
        self._seconds += 1
        if self._seconds % _SECONDS_BETWEEN_LOOKS == 0:
            self._look()

    def _look(self) -> None:
        station, device = self._desk.station, self._desk.device

        def measured() -> tuple[Surroundings, OpeningFigures]:
            around = surroundings(station)
            return around, opening_figures(station, device, around)

        self._desk.slow.drop(self._asked)
        self._asked = self._desk.slow.ask(measured, self._seen, self._refused)

    def _seen(self, found: tuple[Surroundings, OpeningFigures]) -> None:
        self._around, figures = found
        if figures.standing is not None and figures.standing.state != "none":
            self._figures = None
            self._desk.go("shift")
            return
        if self._figures is not None and self._figures.device != figures.device:
            self._window = ""
        self._figures = figures
        if self._window not in {window.id for window in figures.windows}:
            self._window = figures.proposed
        self._forget_answers(figures)
        people = people_shown(figures, self._desk.station.person)
        if people != self._people:
            self._people = people
            self._view.show_people(people)
        self._show()

    def _forget_answers(self, figures: OpeningFigures) -> None:
        """Answers hold for one window of one day; those about the machines and the crew for one device."""
        asked_for = (f"{figures.day} {self._window}", figures.device)
        if self._answered_for != asked_for:
            checks = self._desk.station.catalogue.readiness_checks
            same_window = self._answered_for is not None and self._answered_for[0] == asked_for[0]
            kept = {name for name, check in checks.items() if same_window and check.group in _ROOM}
            self._answers = {name: ok for name, ok in self._answers.items() if name in kept}
            self._answered_for = asked_for
            self._view.clear()

    def _show(self) -> None:
        if self._figures is not None:
            self._view.show_opening(render(self._figures, self._window, self._answers, self._desk))

    def _pick_window(self, window: str) -> None:
        self._window = window
        if self._figures is not None:
            self._forget_answers(self._figures)
        self._show()

    def _tick_line(self, name: str) -> None:
        """Space says yes first, and then no and yes in turn."""
        self._answers[name] = not self._answers.get(name, False)
        self._show()

    def _open(self) -> None:
        figures = self._figures
        if figures is None or self._busy:
            return
        shown = render(figures, self._window, self._answers, self._desk)
        if shown.obstacle:
            return
        entered = self._view.entered()
        missing = _missing(shown, entered)
        if missing:
            unanswered = [line.id for group in shown.groups for line in group.lines if line.state == "open"]
            self._view.show_missing(missing, unanswered[0] if unanswered else "")
            return
        station, around = self._desk.station, self._around
        opening = self._opening(figures, entered)

        def opened() -> ShiftChanged:
            named = opening(person_of(station, entered.supervisor, entered.password) if entered.supervisor else None)
            return open_shift(station, named, around)

        self._do(opened, self._opened)

    def _opening(self, figures: OpeningFigures, entered: Entered) -> Callable[..., Opening]:
        answers = {name: Answer(ok, "" if ok else entered.note) for name, ok in self._answers.items()}
        if entered.late_reason:
            handed_over = figures.measured["last_bundle_handed_over"]
            answers["last_bundle_handed_over"] = Answer(handed_over.ok, entered.late_reason)
        return lambda supervisor: Opening(
            device=figures.device,
            window=self._window,
            commander=entered.commander,
            answers=answers,
            crew=entered.crew,
            supervisor=supervisor,
            override_reason=entered.reason or None,
        )

    def _opened(self, changed: ShiftChanged) -> None:
        self._view.clear()
        self._desk.go("intake")

    def _report_zero(self, reason: str) -> None:
        station, device, window = self._desk.station, self._desk.device, self._window
        if not reason.strip():
            self._view.show_refusal(self._desk.say(InputRefused("reason_needed")))
        elif window and not self._busy:
            self._do(lambda: report_zero(station, device, window, reason), self._reported)

    def _reported(self, changed: ShiftChanged) -> None:
        self._view.clear()
        self._window = ""
        self._look()

    def _do(self, call: Callable[[], ShiftChanged], done: Callable[[ShiftChanged], None]) -> None:
        self._set_busy(True)

        def then(changed: ShiftChanged) -> None:
            self._set_busy(False)
            self._desk.journal_grew()
            done(changed)

        self._desk.write.ask(call, then, self._refused)

    def _refused(self, refusal: Refusal) -> None:
        self._set_busy(False)
        self._view.show_refusal(self._desk.say(refusal))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy)


def _missing(shown: OpeningShown, entered: Entered) -> Missing | None:
    """What is asked for first, in the order of the screen."""
    wanted: list[tuple[Missing, bool]] = [
        ("commander", not entered.commander.strip()),
        ("lines", shown.unanswered > 0),
        ("late_reason", shown.asks_late_reason and not entered.late_reason.strip()),
        ("reason", shown.needs_reason and not entered.reason.strip()),
        ("supervisor", shown.needs_supervisor and not entered.supervisor),
        ("password", shown.needs_supervisor and not entered.password),
    ]
    return next((missing for missing, lacks in wanted if lacks), None)
