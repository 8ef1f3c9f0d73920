"""The figures and the list, kept up to date: asked on the read lane, one question at a time, late answers dropped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from campaign.refusal import Refusal
from station_app.services.show_intake import DeskFigures, RecentPage, RecentRow, desk_figures, recent_page
from station_app.ui.asking import Desk

PAGE = 30
"""Rows asked at a time: three screens of the list."""
STALE_AFTER = 0.3
"""Seconds after which figures that are being reckoned are shown muted."""


class Watching:
    """``changed`` is called after every answer. ``figures`` are None until the first; ``rows`` are newest first."""

    def __init__(self, desk: Desk, timer: Callable[[], float], changed: Callable[[], None]) -> None:
        self._desk, self._timer, self._changed = desk, timer, changed
        self.figures: DeskFigures | None = None
        self.rows: tuple[RecentRow, ...] = ()
        self.more = False
        self.logged = 0
        self.refusal: Refusal | None = None
        self._device = ""
        self._round = 0
        self._asked_at: float | None = None
        self._again = False

    @property
    def stale(self) -> bool:
        """The answer lets wait for itself, or did not come."""
        return self.refusal is not None or (self._asked_at is not None and self._timer() - self._asked_at > STALE_AFTER)

    def shift_day(self) -> date | None:
        """The business day of the device's shift; None while it isn't known."""
        shift = self.figures.device.shift if self.figures else None
        return date.fromisoformat(shift.shift.partition(".")[0]) if shift else None

    def ask(self) -> None:
        """Asks anew; while an answer is on its way, once more after it."""
        device, station = self._desk.device, self._desk.station
        if device != self._device:
            self._device, self._asked_at, self._again = device, None, False
            self.figures, self.rows, self.more, self.logged = None, (), False, 0
        if self._asked_at is not None:
            self._again = True
            return
        self._round += 1
        current = self._round
        self._asked_at = self._timer()
        self._desk.read.ask(
            lambda: (desk_figures(station, device), recent_page(station, device, limit=PAGE)),
            lambda answer: self._take(current, *answer),
            lambda refusal: self._fail(current, refusal),
        )

    def ask_more(self) -> None:
        """The page below the last row."""
        if not self.more or not self.rows:
            return
        device, station, before = self._desk.device, self._desk.station, self.rows[-1].n
        self.more = False  # until the page has come
        self._desk.read.ask(
            lambda: recent_page(station, device, limit=PAGE, before=before),
            lambda page: self._append(device, before, page),
            lambda refusal: self._fail(self._round, refusal),
        )

    def _take(self, current: int, figures: DeskFigures | None, page: RecentPage) -> None:
        if current != self._round:
            return
        self._asked_at, self.refusal, self.figures, self.logged = None, None, figures, page.logged
        older = [row for row in self.rows if page.rows and row.n < page.rows[-1].n] if page.more else []
        if not older:
            self.more = page.more
        self.rows = (*page.rows, *older)
        self._changed()
        if self._again:
            self._again = False
            self.ask()

    def _append(self, device: str, before: int, page: RecentPage) -> None:
        if device == self._device and self.rows and self.rows[-1].n == before:
            self.rows, self.more = (*self.rows, *page.rows), page.more
            self._changed()

    def _fail(self, current: int, refusal: Refusal) -> None:
        if current == self._round:
            self._asked_at, self.refusal = None, refusal
            self._changed()
