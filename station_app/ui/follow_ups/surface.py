"""What the presenter needs of the follow-up list's view."""

from __future__ import annotations

from typing import Protocol

from station_app.ui.asking import Event
from station_app.ui.follow_ups.shown import CasesShown, Done


class FollowUpSurface(Protocol):
    """``sieved`` [reason id or "", user or None, which], ``more`` [], ``moved`` [index of the current case],

    ``opened`` [index]: the whole phone is wanted; ``next_asked`` [index, days from today], ``owner_asked`` [index,
    user or ""], ``taken`` [index]: by whoever sits here; ``close_asked`` [index, reason], ``undo_asked`` [].
    """

    @property
    def sieved(self) -> Event: ...

    @property
    def more(self) -> Event: ...

    @property
    def moved(self) -> Event: ...

    @property
    def opened(self) -> Event: ...

    @property
    def next_asked(self) -> Event: ...

    @property
    def owner_asked(self) -> Event: ...

    @property
    def taken(self) -> Event: ...

    @property
    def close_asked(self) -> Event: ...

    @property
    def undo_asked(self) -> Event: ...

    def show_cases(self, shown: CasesShown, current: int) -> None:
        """``current``: the case to stand on; -1 where there is none."""

    def show_late(self, late: bool) -> None:
        """What is shown is old: the new is being asked for."""

    def show_phone(self, phone: str) -> None:
        """The current case's whole phone; "" hides it."""

    def show_done(self, done: Done | None) -> None: ...

    def show_trouble(self, words: str) -> None:
        """ "" when there is none."""
