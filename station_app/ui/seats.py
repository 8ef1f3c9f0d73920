"""Everybody who has sat at the desk, with what they left half typed; one of them sits there, or did last."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from station_app.ui.seat import Seat
    from station_app.ui.unlocking import Unlocked


class Seats:
    def __init__(self, make: Callable[[Unlocked], Seat]) -> None:
        self._make = make
        self._seats: dict[str, Seat] = {}
        self.current: Seat | None = None

    def take(self, unlocked: Unlocked, *, taking_over: bool) -> Seat:
        """The person gets their own seat, at what they left, or where the one before them sat."""
        person = unlocked.station.person
        seat = self._seats.get(person.user)
        if seat is None or seat.station.person != person:
            if seat is not None:  # they may do more or less than when they left
                seat.leave()
            seat = self._make(unlocked)
        former, self.current = self.current, seat
        self._seats[person.user] = seat
        if former is not None and former is not seat:
            former.rise()
            if taking_over:
                seat.follow(former)
        return seat

    def leave(self) -> None:
        """All go, and what they left with them."""
        for seat in self._seats.values():
            seat.leave()
        self._seats, self.current = {}, None
