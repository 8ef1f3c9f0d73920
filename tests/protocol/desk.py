"""One computer of a station: its opened store beside its seat in the model."""

from __future__ import annotations

import shutil
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import bindparam, select

from db import schema
from db.statement import Statement
from station_app.services.orders import Received
from station_app.services.station import Station
from station_app.services.trusted import is_revoked
from tests.protocol.homes import opened_as
from tests.protocol.model import ANOTHER_HISTORY, Seat
from tests.protocol.people import Told
from tests.station_app.desks import Clock

_J = schema.journal.c
_OF_EPOCH = _J.station == bindparam("station"), _J.epoch == bindparam("epoch")
_HEADS = Statement(select(_J.head).where(*_OF_EPOCH).order_by(_J.n))
_NEW = Statement(select(_J.head, _J.entry).where(*_OF_EPOCH, _J.n > bindparam("n")).order_by(_J.n))


@dataclass
class Desk:
    """``home`` is the folder; a desk is closed before its folder is copied over."""

    clock: Clock
    home: Path
    station: Station
    seat: Seat
    told: Told

    @classmethod
    def at(cls, made: Station, clock: Clock, home: Path, seat: Seat, told: Told) -> Desk:
        """``made`` has the keys and the epoch of the station in this home."""
        station = opened_as(made, home, clock)
        with station.store.read() as snapshot:
            station.revoked = is_revoked(snapshot, station.identity)
        desk = cls(clock, home, station, seat, told)
        desk.learn_history()
        return desk

    def learn_history(self) -> int:
        """Takes the new heads over into the model; how many. Nothing that was there may have changed."""
        return self.learn_epoch(self.seat.epoch, self.seat.history)

    def learn_epoch(self, epoch: int, held: list[str]) -> int:
        """The same of any of its epochs, whose heads ``held`` knows."""
        known = len(held)
        with self.station.store.read() as snapshot:
            heads = snapshot.all(_HEADS, station=self.seat.code, epoch=epoch)
            new = snapshot.all(_NEW, station=self.seat.code, epoch=epoch, n=known)
        assert [bytes(head).hex() for (head,) in heads[:known]] == held, "the journal of a station changed"
        for head, data in new:
            held.append(bytes(head).hex())
            self.told.hear(held[-1], bytes(data))
        return len(held) - known

    def copied(self, to: Path) -> Desk:
        """The same computer a second time: a clone."""
        shutil.copytree(self.home, to)
        return Desk.at(self.station, self.clock, to, deepcopy(self.seat), self.told)

    def image(self, to: Path) -> Image:
        """Of the disk, to go on from later."""
        shutil.copytree(self.home, to)
        return Image(to, replace(self.station), deepcopy(self.seat))

    def put_back(self, image: Image) -> None:
        """An old image of the disk is what it goes on from."""
        self.close()
        shutil.rmtree(self.home)
        shutil.copytree(image.folder, self.home)
        again = Desk.at(image.station, self.clock, self.home, deepcopy(image.seat), self.told)
        self.station, self.seat = again.station, again.seat

    def close(self) -> None:
        self.station.store.close()


@dataclass(frozen=True)
class Image:
    """A copy of a home; ``station`` has its keys and its epoch."""

    folder: Path
    station: Station
    seat: Seat


def verdicts_of(received: Received) -> dict[str, tuple[str, str]]:
    """State and code by the receipt's file name."""
    told = {row.file: (row.state, "") for row in received.receipts}
    refused = {row.file: ("refused", _code(row.code)) for row in received.refused if row.file.endswith(".receipt")}
    assert not told.keys() & refused.keys()
    return told | refused


def _code(code: str) -> str:
    return ANOTHER_HISTORY if code in ("fork", "beyond_last") else code
