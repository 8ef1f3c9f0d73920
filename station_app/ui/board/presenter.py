"""Keeps the board up to date, once a second at most, and leads to the device that needs help."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from campaign.refusal import Refusal
from station_app.services.acknowledge_attention import acknowledge_attention
from station_app.services.explain_difference import explain_difference
from station_app.services.show_attention import usual_outcomes
from station_app.services.show_board import BoardFigures, board_figures
from station_app.services.show_tomorrow import TomorrowFigures, tomorrow_figures
from station_app.services.station import Station
from station_app.ui.asking import Desk, Event
from station_app.ui.board.rendering import render
from station_app.ui.board.shown import AttentionShown, BoardShown


class BoardView(Protocol):
    """``opened`` carries a device's id, ``acknowledged`` an `AttentionShown`, ``explained`` one and a cause's id."""

    @property
    def opened(self) -> Event: ...

    @property
    def acknowledged(self) -> Event: ...

    @property
    def explained(self) -> Event: ...

    def show_board(self, shown: BoardShown) -> None: ...

    def show_late(self, late: bool) -> None:
        """The figures on the screen are old ones: the new are being reckoned."""

    def show_refusal(self, words: str) -> None: ...

    def show_done(self) -> None:
        """What was acknowledged or explained is in the journal."""

    def show_not_done(self, words: str) -> None:
        """It is not, and why."""


class BoardPresenter:
    def __init__(self, view: BoardView, desk: Desk) -> None:
        self._view, self._desk = view, desk
        self._waiting = False
        self._known: _Known | None = None
        self._writing = False
        view.opened.connect(self._open)
        view.acknowledged.connect(self._acknowledge)
        view.explained.connect(self._explain)

    def shown(self) -> None:
        self._look()

    def tick(self) -> None:
        """A look that takes longer than a second is waited for, not asked again."""
        if self._waiting:
            self._view.show_late(True)
        else:
            self._look()

    def _look(self) -> None:
        if self._waiting:
            return
        self._waiting = True
        station, known = self._desk.station, self._known
        self._desk.read.ask(lambda: _look(station, known), self._seen, self._refused)

    def _seen(self, looked: tuple[BoardFigures, _Known]) -> None:
        figures, self._known = looked
        self._waiting = False
        self._view.show_late(False)
        self._view.show_board(render(figures, self._known.tomorrow.expected, self._desk))

    def _refused(self, refusal: Refusal) -> None:
        self._waiting = False
        self._view.show_refusal(self._desk.say(refusal))

    def _acknowledge(self, line: AttentionShown) -> None:
        if not line.known_by:
            station = self._desk.station
            self._write(
                lambda: acknowledge_attention(station, line.rule, line.figure, device=line.device, shift=line.shift)
            )

    def _explain(self, line: AttentionShown, cause: str) -> None:
        since = line.ask_since
        if since is not None:
            station = self._desk.station
            self._write(lambda: explain_difference(station, line.device, cause, since))

    def _write(self, call: Callable[[], int]) -> None:
        """One at a time: a second press before the lines are new would be of one that is known already."""
        if not self._writing:
            self._writing = True
            self._desk.write.ask(call, self._written, self._not_written)

    def _written(self, n: int) -> None:
        self._writing = False
        self._view.show_done()
        self._desk.journal_grew()
        self._look()

    def _not_written(self, refusal: Refusal) -> None:
        self._writing = False
        self._view.show_not_done(self._desk.say(refusal))

    def _open(self, device: str) -> None:
        self._desk.pick_device(device)
        self._desk.go("intake")


@dataclass(frozen=True, slots=True)
class _Known:
    """What only days that are over tell of: reckoned anew when a business day has passed."""

    tomorrow: TomorrowFigures
    usual: Mapping[str, int]


def _look(station: Station, known: _Known | None) -> tuple[BoardFigures, _Known]:
    if known is not None:
        figures = board_figures(station, known.usual)
        if figures.day.day == known.tomorrow.today:
            return figures, known
    tomorrow = tomorrow_figures(station)
    known = _Known(tomorrow, usual_outcomes(station, tomorrow.today))
    return board_figures(station, known.usual), known
