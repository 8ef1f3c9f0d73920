"""What the command has met of its stations' bundles: taken, refused, forked, rolled back, missing."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import bindparam, delete, select

from db.command_schema import forks, met, shared_through, taken_bundles, unlisted_bundles
from db.statement import Statement, Upsert, select_by_key
from db.transaction import Snapshot, Transaction

_M, _T, _U, _F = met.c, taken_bundles.c, unlisted_bundles.c, forks.c
_MET = select_by_key(met)
_ALL_MET = Statement(
    select(_M.station, _M.epoch, _M.accepted_at, _M.highest_seq, _M.rollback_seq, _M.gap_first, _M.gap_last).order_by(
        _M.station, _M.epoch
    )
)
_PUT_MET, _PUT_TAKEN = Upsert(met), Upsert(taken_bundles)
_PUT_UNLISTED, _PUT_FORK = Upsert(unlisted_bundles), Upsert(forks)
_TAKEN = Statement(
    select(_T.sha256).where(
        _T.station == bindparam("station"), _T.epoch == bindparam("epoch"), _T.seq == bindparam("seq")
    )
)
_UNLISTED_ONE = select_by_key(unlisted_bundles)
_UNLISTED = Statement(
    select(_U.station, _U.epoch, _U.seq, _U.sha256, _U.state, _U.code)
    .where(_U.station == bindparam("station"), _U.epoch == bindparam("epoch"))
    .order_by(_U.seq, _U.sha256)
)
_FORGET_UNLISTED = Statement(delete(unlisted_bundles).where(_U.station == bindparam("station")))
_SHARED, _PUT_SHARED = select_by_key(shared_through), Upsert(shared_through)
_FORK_ONE = select_by_key(forks)
_FORKS = Statement(
    select(_F.station, _F.epoch, _F.kind, _F.number, _F.offered, _F.held, _F.file, _F.met_at).order_by(
        _F.station, _F.epoch, _F.kind, _F.number, _F.offered
    )
)


@dataclass(frozen=True, slots=True)
class Met:
    """An epoch as its bundles tell it (`db.command_schema.met`)."""

    station: str
    epoch: int
    accepted_at: str = ""
    highest_seq: int = 0
    rollback_seq: int = 0
    gap_first: int = 0
    gap_last: int = 0


@dataclass(frozen=True, slots=True)
class TakenBundle:
    """A bundle whose entries are all held (`db.command_schema.taken_bundles`)."""

    station: str
    epoch: int
    seq: int
    sha256: str
    first: int
    last: int
    taken_at: str


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A bundle met since the last receipt; ``state`` accepted, known or refused, ``code`` "" unless refused."""

    station: str
    epoch: int
    seq: int
    sha256: str
    state: str
    code: str


@dataclass(frozen=True, slots=True)
class Fork:
    """``kind`` n: two heads at entry ``number``; ``kind`` seq: two digests of bundle ``number``."""

    station: str
    epoch: int
    kind: str
    number: int
    offered: str
    held: str
    file: str
    met_at: str

    @property
    def key(self) -> tuple[str, int, str]:
        """By what a piece of evidence is known within its epoch."""
        return self.kind, self.number, self.offered

    @property
    def evidence(self) -> dict[str, object]:
        return {self.kind: self.number, "held": self.held, "offered": self.offered}


def met_of(snapshot: Snapshot, station: str, epoch: int) -> Met:
    """As met so far; empty for an epoch of which nothing was met."""
    row = snapshot.one(_MET, station=station, epoch=epoch)
    return Met(*row) if row else Met(station, epoch)


def all_met(snapshot: Snapshot) -> list[Met]:
    """By station and epoch."""
    return [Met(*row) for row in snapshot.all(_ALL_MET)]


def put_met(tx: Transaction, row: Met) -> None:
    tx.run(_PUT_MET, **asdict(row))


def taken_digest(snapshot: Snapshot, station: str, epoch: int, seq: int) -> str | None:
    """The digest of the bundle of this seq whose entries are held."""
    row = snapshot.one(_TAKEN, station=station, epoch=epoch, seq=seq)
    return str(row[0]) if row else None


def put_taken(tx: Transaction, row: TakenBundle) -> None:
    tx.run(_PUT_TAKEN, **asdict(row))


def put_unlisted(tx: Transaction, row: Unlisted) -> None:
    """For the next receipt; what was accepted stays so, whatever is met of the same file after it."""
    here = {"station": row.station, "epoch": row.epoch, "seq": row.seq, "sha256": row.sha256}
    held = tx.one(_UNLISTED_ONE, **here)
    if held is None or held[4] != "accepted":
        tx.run(_PUT_UNLISTED, **here, state=row.state, code=row.code)


def unlisted_of(snapshot: Snapshot, station: str, epoch: int) -> list[Unlisted]:
    return [Unlisted(*row) for row in snapshot.all(_UNLISTED, station=station, epoch=epoch)]


def forget_unlisted(tx: Transaction, station: str) -> None:
    """Once a receipt lists them; of older epochs too, of which no receipt is given any more."""
    tx.run(_FORGET_UNLISTED, station=station)


def put_fork(tx: Transaction, fork: Fork) -> None:
    """Of the same evidence the file that it was first met in stays."""
    key = {"station": fork.station, "epoch": fork.epoch, "kind": fork.kind, "number": fork.number}
    if tx.one(_FORK_ONE, **key, offered=fork.offered) is None:
        tx.run(_PUT_FORK, **asdict(fork))


def put_shared(tx: Transaction, station: str, epoch: int, last: int) -> None:
    """Two histories of an epoch are the same up to entry ``last``, and no further."""
    if last < shared_of(tx, station, epoch, last + 1):
        tx.run(_PUT_SHARED, station=station, epoch=epoch, last=last)


def shared_of(snapshot: Snapshot, station: str, epoch: int, otherwise: int = 0) -> int:
    """The last entry that all histories of a forked epoch share."""
    row = snapshot.one(_SHARED, station=station, epoch=epoch)
    return otherwise if row is None else int(row[2])


def all_forks(snapshot: Snapshot) -> list[Fork]:
    """By station, epoch and number."""
    return [Fork(*row) for row in snapshot.all(_FORKS)]
