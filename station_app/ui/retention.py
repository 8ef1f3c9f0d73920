"""Retention while the window is open: a batch a second between what people save, once an hour if anything is due."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from campaign.refusal import Refusal

if TYPE_CHECKING:
    from db.retention import Erased
    from station_app.ui.asking import Asks, Desk

BETWEEN = timedelta(hours=1)
"""A day's first sign-in and a receipt that came are both seen within it."""


class Retention:
    """``write`` is the window's own lane: it goes on, whoever takes the desk over."""

    def __init__(self, write: Asks) -> None:
        self._write = write
        self._next: datetime | None = None
        self._asking = False

    def tick(self, desk: Desk) -> None:
        """A second has passed while somebody is at the desk."""
        station, now = desk.station, desk.now()
        if self._asking or (self._next is not None and self._next - BETWEEN <= now < self._next):
            return
        from station_app.services.erase_subjects import erase_some

        def erased(batch: Erased) -> None:
            self._asking = False
            if batch.more:
                desk.journal_grew()
            else:
                self._rest(desk, now)

        self._asking = True
        self._write.ask(lambda: erase_some(station, by_itself=True), erased, lambda refusal: self._refused(now))

    def _rest(self, desk: Desk, now: datetime) -> None:
        """Nothing is due any more; the bytes go when nobody saves."""
        from station_app.services.erase_subjects import wipe_erased

        self._next = now + BETWEEN
        self._write.ask(lambda: wipe_erased(desk.station, only_at_rest=True), lambda _: None, self._not_wiped)

    def _refused(self, now: datetime) -> None:
        """A full disk or a person who may do nothing yet: whoever saves hears of it, this tries again by itself."""
        self._asking, self._next = False, now + BETWEEN

    def _not_wiped(self, refusal: Refusal) -> None:
        """Somebody reads beside, or the disk has no room for it: the store remembers that it is still to be done."""
