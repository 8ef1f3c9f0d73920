"""One computer of a station: its opened store beside its seat in the model."""

from __future__ import annotations

import shutil
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import bindparam, select

from db import schema
from db.statement import Statement
from station_app.services.orders import Received
from station_app.services.station import Station
from station_app.services.trusted import is_revoked
from tests.protocol.homes import Homes
from tests.protocol.model import ANOTHER_HISTORY, Seat
from tests.station_app.desks import Clock

_J = schema.journal.c
_HEADS = Statement(select(_J.head).where(_J.station == bindparam("station"), _J.n > bindparam("after")).order_by(_J.n))


@dataclass
class Desk:
    """``home`` is the folder; a desk is closed before its folder is copied over."""

    homes: Homes
    clock: Clock
    home: Path
    station: Station
    seat: Seat

    @classmethod
    def at(cls, homes: Homes, clock: Clock, home: Path, seat: Seat) -> Desk:
        station = homes.open_station(seat.code, home, clock)
        with station.store.read() as snapshot:
            station.revoked = is_revoked(snapshot, station.identity)
        desk = cls(homes, clock, home, station, seat)
        desk.learn_history()
        return desk

    def learn_history(self) -> int:
        """Takes the new heads over into the model; how many. Nothing that was there may have changed."""
        with self.station.store.read() as snapshot:
            heads = [bytes(row[0]).hex() for row in snapshot.all(_HEADS, station=self.seat.code, after=0)]
        held = self.seat.history
        assert heads[: len(held)] == held, "the journal of a station changed"
        new = len(heads) - len(held)
        self.seat.history = heads
        return new

    def copied(self, to: Path) -> Desk:
        """The same computer a second time: a clone."""
        shutil.copytree(self.home, to)
        return Desk.at(self.homes, self.clock, to, deepcopy(self.seat))

    def put_back(self, saved: Path, seat: Seat) -> None:
        """An old image of the disk is what it goes on from."""
        self.close()
        shutil.rmtree(self.home)
        shutil.copytree(saved, self.home)
        again = Desk.at(self.homes, self.clock, self.home, deepcopy(seat))
        self.station, self.seat = again.station, again.seat

    def close(self) -> None:
        self.station.store.close()


def verdicts_of(received: Received) -> dict[str, tuple[str, str]]:
    """State and code by the receipt's file name."""
    told = {row.file: (row.state, "") for row in received.receipts}
    refused = {row.file: ("refused", _code(row.code)) for row in received.refused if row.file.endswith(".receipt")}
    assert not told.keys() & refused.keys()
    return told | refused


def _code(code: str) -> str:
    return ANOTHER_HISTORY if code in ("fork", "beyond_last") else code
