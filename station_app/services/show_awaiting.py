"""What a computer knows that waits for a dead one's journal: before its administrator has opened it, and after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.keyslots import KeySlots
from station_app.home import REBUILD, SLOTS_FILE
from station_app.services.await_rebuild import is_awaited, open_awaiting, set_up_as


@dataclass(frozen=True, slots=True)
class AwaitedPoint:
    """Which station is awaited, and who began it: ``user`` is the only one who opens it."""

    station: str
    unit: str
    drill: bool
    user: str
    full_name: str


@dataclass(frozen=True, slots=True)
class AwaitedKey:
    """``fingerprint`` is told to the command by another way than the stick; the station will go on in ``epoch``.

    ``arrived``: its journal has come already, and only the folder wants its name.
    """

    epoch: int
    fingerprint: str
    arrived: bool


def awaited_point(home: Path) -> AwaitedPoint | None:
    """Without a password; None where this home awaits nothing. Raises StoreBroken."""
    if not is_awaited(home):
        return None
    slots = KeySlots.open(home / REBUILD / SLOTS_FILE)
    point, (administrator, *_) = slots.point, slots.users
    return AwaitedPoint(point.station, point.unit, point.drill, administrator.user, administrator.full_name)


def awaited_key(home: Path, user: str, password: str, clock_for: Callable[..., Callable[[], datetime]]) -> AwaitedKey:
    """Raises as `open_awaiting`."""
    with open_awaiting(home, user, password, clock_for) as awaiting:
        awaited = awaiting.awaited
        epoch = awaited.epoch if awaited else 0
        told = set_up_as(awaiting.point.station, epoch, awaiting.signing)
        return AwaitedKey(epoch, told.fingerprint, awaited is None)
