"""Opening the station for somebody: by password, by PIN where it is open already, and with a new password in place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from station_app.ui.pin_trust import PinTrust

if TYPE_CHECKING:
    from station_app.services.show_standing import Standing
    from station_app.services.station import Station

ClockFor = Callable[..., Callable[[], datetime]]


@dataclass(frozen=True, slots=True)
class Unlocked:
    """``closing`` ends what opened the station."""

    station: Station
    standing: Standing
    closing: ExitStack


def open_for(home: Path, user: str, password: str, clock_for: ClockFor) -> Unlocked:
    """Opens the store. Raises as `bootstrap.open_station`."""
    from station_app.bootstrap import open_station
    from station_app.services.show_standing import show_standing

    with ExitStack() as opening:
        station = opening.enter_context(open_station(home, user, password, clock_for))
        standing = show_standing(station)
        return Unlocked(station, standing, opening.pop_all())


def let_in(known: Unlocked, user: str, secret: str, pins: PinTrust | None) -> Unlocked:
    """Another person, or the same again, at a station that is open; without ``pins`` by password alone."""
    from station_app.bootstrap import person_of, signed_in_as
    from station_app.services.show_standing import show_standing

    person = pins.person(known.station, user, secret) if pins else None
    station = signed_in_as(known.station, person or person_of(known.station, user, secret))
    return Unlocked(station, show_standing(station), known.closing)


def renewed(unlocked: Unlocked, password: str, new_password: str, pin: str) -> Unlocked:
    """One's own new password, PIN, or both; nothing is changed where the PIN is none."""
    from station_app.services.passwords import change_password
    from station_app.services.pins import check_new_pin, set_pin

    station = unlocked.station
    if pin:
        check_new_pin(pin, new_password or password)
    if new_password:
        station = change_password(station, password, new_password)
    if pin:
        set_pin(station, new_password or password, pin)
    return replace(unlocked, station=station)
