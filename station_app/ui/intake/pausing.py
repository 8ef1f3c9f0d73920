"""F9: the device stops for a coded cause, and runs again.

The time counts from the key, the journal hears of it with the cause; a pause that is in the journal is still running
after a restart.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from campaign.refusal import Refusal
from station_app.services.open_shift import ShiftChanged
from station_app.services.run_shift import change_pause_cause, pause_shift, resume_shift
from station_app.services.show_intake import DeskFigures
from station_app.ui.asking import Desk
from station_app.ui.intake.shown import Choice
from station_app.ui.intake.shown_beside import PauseShown


class Pausing:
    """``changed`` is called when the panel changes, ``appended`` when the journal has."""

    def __init__(self, desk: Desk, changed: Callable[[], None], appended: Callable[[], None]) -> None:
        self._desk, self._changed, self._appended = desk, changed, appended
        self._stopped: dict[str, datetime] = {}
        self._asked = self._busy = False
        self._sentence = ""

    def active(self, figures: DeskFigures | None) -> bool:
        """The device is paused, or F9 was pressed and the cause isn't told yet."""
        return self._desk.device in self._stopped or (figures is not None and figures.device.state == "paused")

    def press(self, figures: DeskFigures | None) -> None:
        """F9."""
        self._sentence = ""
        device, station = self._desk.device, self._desk.station
        if self._busy or figures is None or figures.device.state not in ("open", "paused"):
            return
        if figures.device.state == "paused":
            self._ask(lambda: resume_shift(station, device))
        elif device in self._stopped:
            self._asked = True
            self._changed()
        else:
            self._stopped[device] = self._desk.now()
            self._changed()

    def choose(self, key: str, figures: DeskFigures) -> None:
        """One of the plan's keys."""
        if key.isdecimal() and 1 <= int(key) <= len(figures.pause_keys):
            self.pick(figures.pause_keys[int(key) - 1], figures)

    def pick(self, cause: str, figures: DeskFigures) -> None:
        """Tells the cause, or another than before."""
        device, station = self._desk.device, self._desk.station
        shift = figures.device.shift
        if self._busy or shift is None or cause == shift.pause_cause:
            return
        if figures.device.state == "paused":
            self._ask(lambda: change_pause_cause(station, device, cause))
        else:
            since = self._stopped.get(device)
            self._ask(lambda: pause_shift(station, device, cause, since))

    def cancel(self) -> None:
        """Esc before a cause was told: nothing has happened."""
        if not self._busy and self._desk.device in self._stopped:
            del self._stopped[self._desk.device]
            self._close()

    def shown(self, figures: DeskFigures | None) -> PauseShown | None:
        if figures is None or not self.active(figures):
            return None
        shift = figures.device.shift
        now = self._desk.now()
        since = figures.stopped_since or self._stopped.get(self._desk.device, now)
        seconds = max(0, int((now - since).total_seconds()))
        plan = figures.day.plan
        causes = self._desk.station.catalogue.downtime_causes
        on_keys = [causes[id] for id in figures.pause_keys if id in causes]
        label = self._desk.label
        return PauseShown(
            device=figures.device.label,
            since=since,
            seconds=seconds,
            chosen=shift.pause_cause if shift else "",
            choices=tuple(
                (Choice(str(number), cause.id, label(cause)), cause.planned) for number, cause in enumerate(on_keys, 1)
            ),
            others=tuple(Choice("", cause.id, label(cause)) for cause in causes.values()),
            asked=self._asked,
            late=plan is not None and seconds >= plan.attention.pause_minutes * 60,
            sentence=self._sentence,
        )

    def _ask(self, call: Callable[[], ShiftChanged]) -> None:
        device = self._desk.device
        self._busy = True
        self._desk.write.ask(call, lambda _: self._done(device), self._refused)

    def _done(self, device: str) -> None:
        self._stopped.pop(device, None)
        self._close()
        self._appended()

    def _close(self) -> None:
        self._busy = self._asked = False
        self._sentence = ""
        self._changed()

    def _refused(self, refusal: Refusal) -> None:
        self._busy = False
        self._sentence = self._desk.say(refusal)
        self._changed()
