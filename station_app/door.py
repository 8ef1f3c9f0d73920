"""What may be known of a station before anybody has signed in: read without the store, and without waiting for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.keyslots import KeySlots
from station_app.home import SLOTS_FILE, STORE


@dataclass(frozen=True, slots=True)
class DoorUser:
    """``locked_until``: five wrong passwords keep them out until then."""

    user: str
    full_name: str
    role: str
    locked_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Door:
    """All that may be known before somebody has signed in."""

    station: str
    unit: str
    campaign: str
    drill: bool
    users: tuple[DoorUser, ...]


def door_of(home: Path, now: datetime) -> Door | None:
    """What the sign-in screen may show; None where no station is set up in this home. Raises StoreBroken."""
    if not (home / STORE).exists():
        return None
    slots = KeySlots.open(home / STORE / SLOTS_FILE)
    point = slots.point
    users = tuple(
        DoorUser(user.user, user.full_name, user.role, slots.locked_until(user.user, now=now)) for user in slots.users
    )
    return Door(point.station, point.unit, point.campaign, point.drill, users)
