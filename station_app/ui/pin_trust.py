"""When a PIN will do in place of the password: the store is open, and the desk has not stood locked for long."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from station_app.services.permission import Person
    from station_app.services.station import Station


class PinTrust:
    """``timer`` gives seconds that only run forward, whatever the clock is set to."""

    def __init__(self, timer: Callable[[], float] = monotonic) -> None:
        self._timer = timer
        self._locked_at: float | None = None

    def locked(self) -> None:
        """Nobody is at work any more."""
        if self._locked_at is None:
            self._locked_at = self._timer()

    def seated(self) -> None:
        """Somebody works: a PIN will do again."""
        self._locked_at = None

    def person(self, station: Station, user: str, typed: str) -> Person | None:
        """Who comes by PIN; None where what is typed must be a password. Raises NotPermitted("wrong_pin", …)."""
        from station_app.bootstrap import person_by_pin
        from station_app.services.pins import LONGEST_LOCK, has_pin, looks_like_pin

        if self._locked_at is not None and self._timer() - self._locked_at > LONGEST_LOCK.total_seconds():
            return None
        if not looks_like_pin(typed):
            return None
        with station.store.read() as snapshot:
            if not has_pin(snapshot, user):
                return None
        return person_by_pin(station, user, typed)
