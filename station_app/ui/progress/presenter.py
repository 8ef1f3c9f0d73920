"""Shows how far the campaign is and answers what-ifs at once: these ask nothing of the store."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol, TypeVar

from campaign.calendar import business_day
from campaign.progress import Campaign
from campaign.refusal import Refusal
from station_app.services.show_progress import ProgressFigures, progress_figures
from station_app.ui.asking import Desk, Event
from station_app.ui.progress.rendering import Wish, break_down, commune_words, first_wish, render
from station_app.ui.progress.shown import BreakdownShown, ProgressShown

N = TypeVar("N", int, float)

DEVICES = (1, 99)
HOURS = (1.0, 24.0)
RATES = (0.0, 120.0)


class ProgressView(Protocol):
    """The events carry by how much: devices, hours, applications an hour."""

    @property
    def devices_moved(self) -> Event: ...

    @property
    def hours_moved(self) -> Event: ...

    @property
    def rate_moved(self) -> Event: ...

    def show_progress(self, shown: ProgressShown) -> None: ...

    def show_breakdown(self, shown: BreakdownShown) -> None: ...

    def show_no_plan(self) -> None: ...

    def show_late(self, late: bool) -> None:
        """The figures on the screen are old ones: the new are being reckoned."""

    def show_refusal(self, words: str) -> None: ...


class ProgressPresenter:
    def __init__(self, view: ProgressView, desk: Desk) -> None:
        self._view, self._desk = view, desk
        self._figures: ProgressFigures | None = None
        self._wish: Wish | None = None
        self._waiting = 0
        view.devices_moved.connect(self._move_devices)
        view.hours_moved.connect(self._move_hours)
        view.rate_moved.connect(self._move_rate)

    def shown(self) -> None:
        if self._waiting:
            return
        self._waiting = 1
        station = self._desk.station
        self._desk.read.ask(lambda: progress_figures(station), self._seen, self._refused)

    def tick(self) -> None:
        """Closed days change when a day closes: only then is asked anew, and until it could be answered."""
        if self._waiting:
            self._waiting += 1
            self._view.show_late(self._waiting > 1)
        elif self._figures is None or business_day(self._desk.now()) > business_day(self._figures.now):
            self.shown()

    def _seen(self, figures: ProgressFigures) -> None:
        self._waiting = 0
        self._view.show_late(False)
        before = self._figures.campaign if self._figures else None
        self._figures = figures
        if figures.campaign is None:
            self._view.show_no_plan()
            return
        if self._wish is None or before is None or before.today != figures.campaign.today:
            self._wish = first_wish(figures.campaign)
        self._show(figures.campaign, self._wish)
        units = self._desk.station.catalogue.units
        communes = {commune_words(units, code): count for code, count in figures.communes.items()}
        self._view.show_breakdown(break_down(figures.campaign, communes))

    def _refused(self, refusal: Refusal) -> None:
        self._waiting = 0
        self._view.show_late(False)
        self._view.show_refusal(self._desk.say(refusal))

    def _show(self, campaign: Campaign, wish: Wish) -> None:
        figures = self._figures
        if figures is not None and figures.deadline is not None:
            self._view.show_progress(render(campaign, figures.deadline, wish))

    def _move_devices(self, by: int) -> None:
        if self._wish is not None:
            self._ask(replace(self._wish, devices=_within(self._wish.devices + by, DEVICES)))

    def _move_hours(self, by: float) -> None:
        if self._wish is not None:
            self._ask(replace(self._wish, hours=_within(self._wish.hours + by, HOURS)))

    def _move_rate(self, by: float) -> None:
        if self._wish is not None:
            self._ask(replace(self._wish, rate=_within(round(self._wish.rate + by, 1), RATES)))

    def _ask(self, wish: Wish) -> None:
        self._wish = wish
        if self._figures is not None and self._figures.campaign is not None:
            self._show(self._figures.campaign, wish)


def _within(value: N, bounds: tuple[N, N]) -> N:
    return min(max(value, bounds[0]), bounds[1])
