"""The intake screen's decisions, put together: what comes from the view goes to a part, and everything is shown."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from campaign.input_method import is_spoiled
from station_app.bootstrap import person_of
from station_app.hardware.wedge import Burst
from station_app.services.log_application import Logged
from station_app.services.undo_last import undo_last
from station_app.services.void_application import Voided
from station_app.ui.asking import Desk
from station_app.ui.intake.catching_up import CatchingUp
from station_app.ui.intake.communes import offers
from station_app.ui.intake.desk_shown import desk_shown
from station_app.ui.intake.desk_state import Shared
from station_app.ui.intake.drafting import Drafting
from station_app.ui.intake.fee_taking import FeeTaking
from station_app.ui.intake.keying import Keying
from station_app.ui.intake.overriding import PersonOf
from station_app.ui.intake.pausing import Pausing
from station_app.ui.intake.reading import Reading
from station_app.ui.intake.rendering import (
    Naming,
    closed_shown,
    gauges_shown,
    header_shown,
    list_shown,
    tiles_shown,
    waiting_shown,
)
from station_app.ui.intake.saving import Attempt, Saving
from station_app.ui.intake.shown import Focus, Saved, TakenBack, TypedField
from station_app.ui.intake.surface import IntakeSurface
from station_app.ui.intake.watching import Watching

FIGURES_EVERY = 10
"""Seconds: the plan moves on without anything being logged."""


class IntakePresenter:
    """``person_of`` tells who a supervisor is by password; ``timer`` gives seconds that only run forward."""

    def __init__(
        self,
        surface: IntakeSurface,
        desk: Desk,
        person_of: PersonOf = person_of,
        timer: Callable[[], float] = monotonic,
    ) -> None:
        self._surface, self._desk = surface, desk
        self._naming = Naming(desk.station.catalogue, desk.label)
        self._watching = Watching(desk, timer, self._answered)
        self._saving = Saving(desk, self._saved, self._refused)
        self._pausing = Pausing(desk, self._render, self._appended)
        self._shared = Shared(surface, desk, timer, self._render_desk, self._is_shut)
        self._reading = Reading(self._shared, self._saving)
        self._fees = FeeTaking(self._shared)
        self._catching_up = CatchingUp(self._shared, self._watching.shift_day)
        self._drafting = Drafting(self._shared, self._reading, self._catching_up)
        self._keying = Keying(self._shared, self._reading, self._saving, self._fees, self._catching_up, person_of)
        self._mode: Focus | None = None
        self._listed: list[Attempt] = []
        self._ticks = 0
        surface.offer_communes(offers(desk.station.catalogue.units))
        surface.scanned.connect(self._keying.scanned)
        surface.entered.connect(self._keying.entered)
        surface.dropped.connect(self._dropped)
        surface.outcome_pressed.connect(self._keying.outcome_pressed)
        surface.chosen.connect(self._chosen)
        surface.case_types_asked.connect(self._keying.case_types_asked)
        surface.typing_asked.connect(self._reading.typing_asked)
        surface.phone_asked.connect(lambda: self._reading.typing_asked("phone"))
        surface.fee_asked.connect(self._fees.asked)
        surface.receipt_given.connect(self._fees.given)
        surface.paper_asked.connect(self._catching_up.asked)
        surface.paper_typed.connect(self._catching_up.typed)
        surface.paper_ended.connect(self._catching_up.ended)
        surface.paper_left.connect(self._catching_up.left)
        surface.typed.connect(self._typed)
        surface.field_ended.connect(self._keying.field_ended)
        surface.undo_asked.connect(self._undo)
        surface.pause_asked.connect(lambda: self._pausing.press(self._watching.figures))
        surface.cause_picked.connect(self._cause_picked)
        surface.close_asked.connect(self._close_asked)
        surface.hand_over_asked.connect(lambda: desk.go("hand_over"))
        surface.list_asked.connect(lambda: desk.go("entries"))
        surface.opening_asked.connect(lambda: desk.go("shift"))
        surface.device_asked.connect(self._device_asked)
        surface.override_asked.connect(self._keying.override_asked)
        surface.override_given.connect(self._keying.overriding.give)
        surface.more_asked.connect(self._watching.ask_more)
        surface.input_method_turned.connect(self._input_method_turned)

    def scanned(self, burst: Burst) -> None:
        """A scanner sent it, whatever has the focus."""
        if burst.by_keys:
            self._shared.state.input_method = burst.disturbed or is_spoiled(burst.text)
        self._keying.scanned(burst.text, by_hand=False)
        self._render_desk()

    def shown(self) -> None:
        self._mode = None
        self._watching.ask()
        self._keying.overriding.prepare()
        self._drafting.begin()
        self._render()

    def tick(self) -> None:
        self._ticks += 1
        if self._ticks % FIGURES_EVERY == 0:
            self._watching.ask()
        self._surface.set_stale(self._watching.stale)
        self._reading.bring_back()
        self._drafting.keep()
        self._render_moment()

    # Answers

    def _answered(self) -> None:
        rows = self._watching.rows
        self._saving.seen(self._desk.device, rows[0].n if rows else 0)
        if self._watching.refusal:
            self._shared.note(self._watching.refusal)
        self._reading.bring_back()
        self._render()

    def _saved(self, attempt: Attempt, logged: Logged) -> None:
        told = attempt.form.warnings(attempt.entered)
        here = self._here()
        place = self._watching.logged + here.index(attempt) + 1 if attempt in here else 0
        self._shared.state.row = saved = Saved(
            place=place,
            outcome=self._naming.outcome(attempt.outcome.id),
            reason=self._naming.reason(attempt.outcome.id, attempt.reason),
            took_ms=attempt.took_ms,
            warnings=tuple(warning for warning in logged.warnings if warning not in told),
        )
        if place and attempt is here[-1] and self._shared.state.form is None:
            self._surface.show_saved(saved, waiting_shown(self._naming, attempt, place, undoable=True))
        self._fees.saved(logged.n, attempt.fee)
        self._shared.sound("warning" if set(logged.warnings) - set(told) else "saved")
        self._appended()

    def _refused(self, attempt: Attempt) -> None:
        """The shift may have been paused or sealed meanwhile: the figures will tell."""
        self._shared.sound("refused")
        self._reading.bring_back()
        self._watching.ask()
        self._render()

    def _appended(self) -> None:
        self._desk.journal_grew()
        self._watching.ask()
        self._render()

    # Keys that the parts share

    def _input_method_turned(self, on: bool) -> None:
        self._shared.state.input_method = on
        self._render_desk()

    def _typed(self, name: TypedField, text: str) -> None:
        self._reading.typed(name, text)
        self._drafting.keep()

    def _dropped(self) -> None:
        if self._pausing.active(self._watching.figures):
            self._pausing.cancel()
        else:
            self._keying.dropped()

    def _chosen(self, key: str) -> None:
        figures = self._watching.figures
        if figures and self._pausing.active(figures):
            self._pausing.choose(key, figures)
        else:
            self._keying.chosen(key)

    def _cause_picked(self, cause: str) -> None:
        if figures := self._watching.figures:
            self._pausing.pick(cause, figures)

    def _close_asked(self) -> None:
        figures = self._watching.figures
        unsealed = figures is not None and figures.device.state in ("open", "paused", "overdue")
        self._desk.go("shift_close" if unsealed else "shift")

    def _device_asked(self, number: int) -> None:
        devices = self._watching.figures.day.devices if self._watching.figures else ()
        if 1 <= number <= len(devices):
            self._desk.pick_device(devices[number - 1].device)

    def _undo(self) -> None:
        device, station = self._desk.device, self._desk.station
        self._desk.write.ask(lambda: undo_last(station, device), self._taken_back, self._shared.note)
        if not self._is_shut():
            self._surface.focus("scan")

    def _taken_back(self, voided: Voided) -> None:
        places = {row.n: row.place for row in self._watching.rows}
        self._fees.taken_back(voided.voided)
        self._shared.state.row = TakenBack(places.get(voided.voided, 0))
        self._appended()

    # What is shown

    def _is_shut(self) -> bool:
        figures = self._watching.figures
        return closed_shown(figures) is not None or self._pausing.active(figures)

    def _here(self) -> list[Attempt]:
        """What is on its way to this device, or has failed on it and waits; oldest first."""
        current, state = self._desk.device, self._shared.state
        failed = [*([state.attempt] if state.attempt else []), *self._saving.returned]
        return [attempt for attempt in (*self._saving.attempts, *failed) if attempt.device == current]

    def _render(self) -> None:
        if figures := self._watching.figures:
            self._surface.show_gauges(gauges_shown(figures))
            self._surface.show_devices(tiles_shown(figures))
        self._surface.show_closed(closed_shown(figures))
        self._show_desk()
        self._render_moment()
        mode: Focus = "closed" if closed_shown(figures) else "pause" if self._pausing.active(figures) else "scan"
        if mode != self._mode:
            self._mode = mode
            self._surface.focus(mode)

    def _render_desk(self) -> None:
        if self._listed != self._here():
            self._render_list()
        self._show_desk()

    def _show_desk(self) -> None:
        self._surface.show_desk(
            desk_shown(
                self._shared.state,
                self._desk,
                self._naming,
                self._keying.overriding,
                today=self._shared.today,
                place=self._watching.logged + len(self._here()) + 1,
                shut=self._is_shut(),
                returned=self._saving.returned,
            )
        )

    def _render_moment(self) -> None:
        """What the passing time changes."""
        if figures := self._watching.figures:
            self._surface.show_header(header_shown(figures, self._desk.now()))
        self._surface.show_pause(self._pausing.shown(self._watching.figures))
        self._render_list()

    def _render_list(self) -> None:
        watching = self._watching
        self._listed = self._here()
        self._surface.show_list(
            list_shown(
                self._naming,
                watching.rows,
                self._listed,
                logged=watching.logged,
                more=watching.more,
                user=self._desk.station.person.user,
                now=self._desk.now(),
            )
        )
