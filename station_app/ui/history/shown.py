"""What the look back shows, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class HourDone:
    hour: int
    done: int
    plan: float


@dataclass(frozen=True, slots=True)
class DeviceDay:
    """A device's day, or its part in one window; ``downtime`` in minutes, ``ran``: a shift was opened.

    ``points``: (minute from 00:00, done less plan), ``stops`` (since, until) in the same minutes; ``drawn``: its line
    is on the chart.
    """

    device: str
    label: str
    done: int
    quota: int
    downtime: int
    hours: tuple[HourDone, ...]
    points: tuple[tuple[float, float], ...]
    stops: tuple[tuple[float, float], ...]
    ran: bool
    drawn: bool

    @property
    def ahead(self) -> int:
        return self.done - self.quota


@dataclass(frozen=True, slots=True)
class DayShown:
    """``first`` and ``last``: minutes from 00:00 between which something was planned, equal where nothing was."""

    day: date
    final: bool
    devices: tuple[DeviceDay, ...]
    first: float
    last: float
    starts: tuple[tuple[float, str], ...]
    """Of later windows, with their labels."""

    @property
    def done(self) -> int:
        return sum(device.done for device in self.devices)

    @property
    def quota(self) -> int:
        return sum(device.quota for device in self.devices)

    @property
    def downtime(self) -> int:
        return sum(device.downtime for device in self.devices)


@dataclass(frozen=True, slots=True)
class HistoryShown:
    """``other``: the day beside it. ``windows``: ids and labels to choose from; ``window`` "" is the whole day."""

    day: DayShown
    other: DayShown | None
    windows: tuple[tuple[str, str], ...]
    window: str
    is_last: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """``saved`` as a file with its path, or ``refused`` with a sentence."""

    what: Literal["saved", "refused"]
    words: str
