"""What the list's presenters need of the view: events that come from people, setters for what it shows."""

from __future__ import annotations

from typing import Protocol

from station_app.ui.asking import Event
from station_app.ui.entries.shown import (
    CorrectionShown,
    DayShown,
    DetailsShown,
    Done,
    Missing,
    Mode,
    NumbersShown,
    RowShown,
    SearchShown,
    VoidShown,
)


class EntriesSurface(Protocol):
    """Events, with their arguments in brackets."""

    @property
    def day_picked(self) -> Event:
        """[date, or None for today]"""

    @property
    def day_stepped(self) -> Event:
        """[days]"""

    @property
    def sieved(self) -> Event:
        """[text, outcome id, user, device, State or ""] All that is typed and picked, whenever one changes."""

    @property
    def wanted(self) -> Event:
        """[page] Rows that came into view and aren't there."""

    @property
    def moved(self) -> Event:
        """[index] Another row is the current one."""

    @property
    def opened(self) -> Event:
        """[index]"""

    @property
    def void_asked(self) -> Event:
        """[index]"""

    @property
    def correction_asked(self) -> Event:
        """[index]"""

    @property
    def left(self) -> Event:
        """Esc."""

    @property
    def numbers_asked(self) -> Event:
        """F2: shows them, and hides them again."""

    @property
    def reason_picked(self) -> Event:
        """[void reason id]"""

    @property
    def void_given(self) -> Event:
        """[user, password]"""

    @property
    def correction_given(self) -> Event:
        """[CorrectionTyped]"""

    def show_day(self, shown: DayShown) -> None: ...

    def show_length(self, rows: int, search: SearchShown, *, fresh: bool) -> None:
        """``fresh``: another list than before; else the rows on the screen stay until theirs come."""

    def show_rows(self, first: int, rows: tuple[RowShown, ...]) -> None: ...

    def show_waiting(self, waiting: bool) -> None:
        """A read is on its way: what stands is muted when that takes long."""

    def show_trouble(self, words: str) -> None:
        """A read was refused; "" when one has come through."""

    def show_mode(self, mode: Mode) -> None: ...

    def show_details(self, shown: DetailsShown) -> None: ...

    def show_void(self, shown: VoidShown) -> None: ...

    def show_correction(self, shown: CorrectionShown) -> None:
        """Fills the form anew."""

    def fill_numbers(self, numbers: NumbersShown) -> None:
        """Into the empty fields of the correction."""

    def show_missing(self, missing: Missing) -> None: ...

    def show_refusal(self, words: str) -> None:
        """In the panel at work; nothing that was typed is lost, but for the password."""

    def show_busy(self, busy: bool) -> None: ...

    def show_done(self, done: Done, n: int) -> None: ...
