"""What the journal hears of a computer's clock that was set while the program ran (campaign rules, Clock)."""

from __future__ import annotations

from datetime import datetime

from campaign.calendar import format_time
from campaign.events import ClockStepped
from station_app.services.station import Station


def tell_clock_step(station: Station, before: datetime, after: datetime) -> None:
    """``before``: what the clock would show had nobody set it; ``after``: what it shows.

    What is written next may go back in time. Raises StorageRefused.
    """
    with station.work() as work:
        work.append(ClockStepped(before=format_time(before), after=format_time(after)))
