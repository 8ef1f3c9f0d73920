"""A new computer in a dead one's place, until it has what the command holds of the station.

Its store stands in `home`/rebuild, unlocked as any other, with a signing key and an age key of its own, and no entry.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from bundle.documents import Request, RequestedDevice
from bundle.keys import fingerprint, key_id, new_age_identity, new_private_key, public_key, recipient_of
from bundle.stick import Stick
from campaign.calendar import format_time
from campaign.refusal import InputRefused, StoreBroken
from db.keyslots import KeySlots, Point
from db.meta import MARK_KEY, SIGNING_KEY, drop_meta, read_meta, write_meta
from db.store import Store
from db.transaction import Snapshot, Transaction
from station_app.home import REBUILD, SLOTS_FILE, STORE, STORE_FILE
from station_app.services.request_enrolment import Requested, write_request
from station_app.services.set_up import NewStation, SetUp, checked, made_whole

FIRST_REBUILT = 2
"""The epoch in which a station goes on that was never rebuilt before."""
_AWAITED = "awaited"


class Awaited(Struct, frozen=True, kw_only=True):
    """What the set-up asked for and the journal will say; ``identity`` is the age key that only this computer has."""

    epoch: int
    user: str
    full_name: str
    devices: list[str]
    identity: str


@dataclass(frozen=True, slots=True)
class Awaiting:
    """An unlocked station that waits. ``awaited`` is None once its journal has come and it only wants its name."""

    home: Path
    store: Store
    slots: KeySlots
    point: Point
    store_key: bytes
    signing: bytes
    marks: bytes
    awaited: Awaited | None
    clock: Callable[[], datetime]


def begin_rebuild(home: Path, new: NewStation, epoch: int) -> SetUp:
    """Makes the waiting station. ``new.devices`` are those that the journal may not know; there may be none.

    Raises as `set_up_station` does.
    """
    new = checked(home, new)
    return made_whole(home, REBUILD, lambda folder: _fill(folder, new, epoch))


def _fill(folder: Path, new: NewStation, epoch: int) -> SetUp:
    store_key, signing = secrets.token_bytes(32), new_private_key()
    slots = KeySlots.create(
        folder / SLOTS_FILE, Point(station=new.station, unit=new.unit, campaign=new.campaign, drill=new.drill)
    )
    slots.add(new.user, new.full_name, "administrator", new.password, store_key)
    identity, _ = new_age_identity()
    awaited = Awaited(epoch=epoch, user=new.user, full_name=new.full_name, devices=list(new.devices), identity=identity)
    with Store.create(folder / STORE_FILE, store_key) as store, store.write() as tx:
        write_meta(tx, MARK_KEY, secrets.token_bytes(32))
        write_meta(tx, SIGNING_KEY, signing)
        write_meta(tx, _AWAITED, msgspec.json.encode(awaited))
    return set_up_as(new.station, epoch, signing)


def set_up_as(station: str, epoch: int, signing: bytes) -> SetUp:
    """What is told of a station by its key."""
    known = key_id(public_key(signing))
    return SetUp(station, epoch, known, fingerprint(known))


def is_awaited(home: Path) -> bool:
    """Whether a home waits for its station's journal."""
    return (home / REBUILD).exists() and not (home / STORE).exists()


def require_awaited(home: Path) -> None:
    """Raises InputRefused("no_rebuild_begun")."""
    if not is_awaited(home):
        raise InputRefused("no_rebuild_begun", home=str(home))


@contextmanager
def open_awaiting(
    home: Path, user: str, password: str, clock_for: Callable[..., Callable[[], datetime]]
) -> Iterator[Awaiting]:
    """Raises InputRefused("no_rebuild_begun"), NotPermitted("wrong_password", "locked_out"), StorageRefused."""
    require_awaited(home)
    folder = home / REBUILD
    slots = KeySlots.open(folder / SLOTS_FILE)
    clock = clock_for(drill=slots.point.drill)
    key = slots.unlock(user, password, now=clock())
    with Store.open(folder / STORE_FILE, key) as store:
        with store.read() as snapshot:
            signing, marks = read_meta(snapshot, SIGNING_KEY), read_meta(snapshot, MARK_KEY)
            awaited = _awaited(snapshot)
        if signing is None or marks is None:
            raise StoreBroken("store_damaged")
        yield Awaiting(home, store, slots, slots.point, key, signing, marks, awaited, clock)


def _awaited(snapshot: Snapshot) -> Awaited | None:
    kept = read_meta(snapshot, _AWAITED)
    return None if kept is None else msgspec.json.decode(kept, type=Awaited)


def await_no_more(tx: Transaction) -> None:
    """The age key has done its work."""
    drop_meta(tx, _AWAITED)


def request_rebuild(awaiting: Awaiting, stick: Stick) -> Requested:
    """Asks the command for the journal, by a request that names the age key. Raises StorageRefused."""
    awaited, point = awaiting.awaited, awaiting.point
    if awaited is None:
        raise InputRefused("rebuild_arrived")
    request = Request(
        campaign=point.campaign,
        drill=point.drill,
        station=point.station,
        unit=point.unit,
        epoch=awaited.epoch,
        key=public_key(awaiting.signing).hex(),
        devices=tuple(RequestedDevice(id=device, label=device) for device in awaited.devices),
        recipient=recipient_of(awaited.identity),
        created_at=format_time(awaiting.clock()),
    )
    return write_request(stick, request, awaiting.signing)
