"""Notices when the computer's clock is set: it then goes another way than the time since the computer was started."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from station_app.services.station import Station
    from station_app.ui.asking import Asks

TOLD = timedelta(minutes=2)
"""Smaller steps are a clock's everyday."""


def since_start() -> float:
    """Seconds since the computer was started, its sleep counted, whatever its clock is set to."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class ClockWatch:
    """Looked through once a second: what the clock goes otherwise between two looks is a step."""

    def __init__(self, clock: Callable[[], datetime], since_start: Callable[[], float] = since_start) -> None:
        self._clock, self._since_start = clock, since_start
        self._seen = clock(), since_start()

    def look(self) -> tuple[datetime, datetime] | None:
        """What the clock would show had nobody set it, and what it shows; None where nobody has."""
        clock_then, ran_then = self._seen
        self._seen = clock_now, ran_now = self._clock(), self._since_start()
        expected = clock_then + timedelta(seconds=ran_now - ran_then)
        return (expected, clock_now) if abs(clock_now - expected) > TOLD else None

    def tell_step(self, station: Station | None, lane: Asks) -> None:
        """Looks, and tells a step to the journal of an open station; it stops nothing."""
        step = self.look()
        if step is None or station is None:
            return
        from station_app.services.clock_steps import tell_clock_step

        before, after = step
        lane.ask(lambda: tell_clock_step(station, before, after), lambda _: None)
