"""Which past day is looked at, beside which other, and how it leaves the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

from campaign.calendar import business_day
from campaign.refusal import Refusal
from db.durable import write_durably
from paper.csv_file import as_csv
from station_app.papers.history_paper import history_paper
from station_app.services.show_history import PastDay, past_day
from station_app.ui.asking import Desk, Event
from station_app.ui.history.rendering import day_shown
from station_app.ui.history.shown import HistoryShown, Kept

A_WEEK = timedelta(days=7)
"""How far back the other day is at first: the same weekday comes nearest to a fair comparison."""


class HistoryView(Protocol):
    """``day_picked`` and ``other_picked`` [date, None for today], ``day_stepped`` and ``other_stepped`` [days].

    ``device_toggled`` [device]: its line comes or goes; ``window_chosen`` [id].
    """

    @property
    def day_picked(self) -> Event: ...

    @property
    def day_stepped(self) -> Event: ...

    @property
    def compare_asked(self) -> Event: ...

    @property
    def other_picked(self) -> Event: ...

    @property
    def other_stepped(self) -> Event: ...

    @property
    def device_toggled(self) -> Event: ...

    @property
    def window_chosen(self) -> Event: ...

    @property
    def table_asked(self) -> Event: ...

    @property
    def picture_asked(self) -> Event: ...

    def folder(self) -> str:
        """Where files go, as typed."""

    def picture(self) -> bytes:
        """What is seen, as PNG."""

    def show_history(self, shown: HistoryShown) -> None: ...

    def show_late(self, late: bool) -> None: ...

    def show_refusal(self, words: str) -> None:
        """The day could not be read; the one on the screen stays."""

    def show_kept(self, kept: Kept) -> None: ...


class HistoryPresenter:
    def __init__(self, view: HistoryView, desk: Desk) -> None:
        self._view, self._desk = view, desk
        self._day: date | None = None
        self._other: date | None = None
        self._window = ""
        self._drawn: set[str] = set()
        self._seen: tuple[PastDay, PastDay | None] | None = None
        self._asked = self._waiting = 0
        view.day_picked.connect(self._pick)
        view.day_stepped.connect(lambda days: self._pick(self._shown_day() + timedelta(days=days)))
        view.compare_asked.connect(self._compare)
        view.other_picked.connect(self._pick_other)
        view.other_stepped.connect(self._step_other)
        view.device_toggled.connect(self._toggle)
        view.window_chosen.connect(self._choose_window)
        view.table_asked.connect(self._save_table)
        view.picture_asked.connect(self._save_picture)

    def shown(self) -> None:
        self._look()

    def tick(self) -> None:
        if self._asked:
            self._waiting += 1
            self._view.show_late(self._waiting > 1)

    def _today(self) -> date:
        return business_day(self._desk.now())

    def _shown_day(self) -> date:
        """Yesterday, until another is picked."""
        return self._day or self._today() - timedelta(days=1)

    def _look(self) -> None:
        station, day, other = self._desk.station, self._shown_day(), self._other
        self._desk.read.drop(self._asked)
        self._waiting = 0
        self._asked = self._desk.read.ask(
            lambda: (past_day(station, day), past_day(station, other) if other else None), self._take, self._refused
        )

    def _take(self, seen: tuple[PastDay, PastDay | None]) -> None:
        self._asked, self._seen = 0, seen
        self._view.show_late(False)
        if self._window not in {window.id for window in seen[0].windows}:
            self._window = ""
        self._render()

    def _refused(self, refusal: Refusal) -> None:
        self._asked = 0
        self._view.show_late(False)
        self._view.show_refusal(self._desk.say(refusal))

    def _render(self) -> None:
        if self._seen is None:
            return
        day, other = self._seen
        self._view.show_history(
            HistoryShown(
                day=day_shown(day, self._window, self._drawn),
                other=day_shown(other, self._window, self._drawn) if other else None,
                windows=tuple((window.id, window.label) for window in day.windows),
                window=self._window,
                is_last=day.report.day >= self._today(),
            )
        )

    def _pick(self, day: date | None) -> None:
        self._day = min(day or self._today(), self._today())
        self._look()

    def _compare(self) -> None:
        self._other = None if self._other else self._shown_day() - A_WEEK
        self._look()

    def _pick_other(self, day: date | None) -> None:
        if self._other:
            self._other = min(day or self._today(), self._today())
            self._look()

    def _step_other(self, days: int) -> None:
        if self._other:
            self._pick_other(self._other + timedelta(days=days))

    def _toggle(self, device: str) -> None:
        self._drawn ^= {device}
        self._render()

    def _choose_window(self, window: str) -> None:
        self._window = window
        self._render()

    def _save_table(self) -> None:
        if self._seen:
            reports = [one.report for one in self._seen if one]
            paper = history_paper(reports, self._desk.station.catalogue)
            self._save("csv", lambda: as_csv(paper))

    def _save_picture(self) -> None:
        if self._seen:
            picture = self._view.picture()
            self._save("png", lambda: picture)

    def _save(self, kind: str, content: Callable[[], bytes]) -> None:
        days = [self._shown_day(), *([self._other] if self._other else [])]
        name = "_".join(day.isoformat() for day in days)
        path = Path(self._view.folder()).expanduser() / f"xem-lai-{name}.{kind}"

        def save() -> str:
            write_durably(path, content())
            return str(path)

        self._desk.slow.ask(
            save,
            lambda saved: self._view.show_kept(Kept("saved", saved)),
            lambda refusal: self._view.show_kept(Kept("refused", self._desk.say(refusal))),
        )
