"""What the people at a point do in a simulated day: shifts by window, pauses, and somebody before every device."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

from bench.people import Citizen, line_of
from bench.prepared import PLENTY, application_of
from bench.simulated_day import Served, Stopped
from campaign.calendar import format_time
from campaign.refusal import InputRefused
from campaign.rows import ShiftRow
from db.reads.shifts import shift_totals
from station_app.bootstrap import catalogue
from station_app.services.close_shift import close_shift
from station_app.services.figures import day_figures
from station_app.services.log_application import log_application
from station_app.services.open_shift import Opening, open_shift
from station_app.services.readiness import Answer
from station_app.services.run_shift import pause_shift, resume_shift
from station_app.services.station import Station

WINDOWS = (("ca-1", 12.5), ("ca-2", 17.5), ("ca-3", 22.5))
"""Each with the hour at which it ends."""


class Clock:
    """The simulated time; it only moves forward."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def advance(self, moment: datetime) -> None:
        self.moment = max(self.moment, moment)


class PointDesk:
    """One station's devices, from the first window to the last."""

    def __init__(self, station: Station, clock: Clock, devices: list[str]) -> None:
        self._station = station
        self._clock = clock
        self._devices = devices
        self._window = -1
        self._paused: dict[str, datetime] = {}
        self.change_windows(clock())

    def change_windows(self, at: datetime) -> None:
        """Closes the shifts of a window that is over and opens the next one's."""
        hour = at.hour + at.minute / 60
        due = next((number for number, (_, end) in enumerate(WINDOWS) if hour < end), len(WINDOWS) - 1)
        self._resume(at)
        if due == self._window:
            return
        if self._window >= 0:
            self.close_all()
        self._window = due
        answers = {check.id: Answer(True) for check in catalogue().readiness_checks.values() if not check.auto}
        for device in self._devices:
            opening = Opening(device=device, window=WINDOWS[due][0], commander="Phạm Đức Lương", answers=answers)
            open_shift(self._station, opening, PLENTY)

    def stop(self, device: str, stop: Stopped) -> None:
        if device not in self._paused:
            pause_shift(self._station, device, stop.cause)
            self._paused[device] = stop.until

    def log(self, device: str, served: Served, citizen: Citizen, random: Random) -> bool:
        """False where the rules refuse it, as for a number that was accepted before."""
        self._resume(served.at, device)
        outcome = catalogue().outcome(served.outcome)
        reason = random.choice(outcome.reasons).id if outcome.needs_reason else None
        line = line_of(citizen, served.document, random)
        application = application_of(
            self._station, device, line, outcome=outcome.id, reason=reason, at=format_time(self._clock())
        )
        try:
            log_application(self._station, application)
        except InputRefused:
            return False
        return True

    def close_all(self) -> None:
        """The device's own counter agrees, but for one that counted a trial."""
        self._resume(self._clock() + timedelta(days=1))
        with self._station.store.read() as snapshot:
            figures = day_figures(self._station, snapshot)
        for device in figures.devices:
            shift = device.shift
            if shift is None or device.state == "sealed":
                continue
            counted = counted_in(self._station, shift.shift)
            trial = device.device == "TB-1" and self._window == 0
            close_shift(self._station, device.device, counted + trial, "Hồ sơ thử máy" if trial else None)

    def _resume(self, at: datetime, device: str | None = None) -> None:
        for paused, until in list(self._paused.items()):
            if until <= at or paused == device:
                resume_shift(self._station, paused)
                del self._paused[paused]


def counted_in(station: Station, shift: str) -> int:
    """What the device's own counter should say of a shift."""
    with station.store.read() as snapshot:
        row = snapshot.get(ShiftRow, station.identity.station, shift)
        return shift_totals(snapshot, row).counts.get("accepted", 0) if row else 0
