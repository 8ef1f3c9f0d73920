"""Make a station: its store, its signing key, its first administrator. It is there whole or not at all."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from bundle.keys import fingerprint, key_id, new_private_key, public_key
from campaign.calendar import business_day, format_time
from campaign.events import Body, DeviceAdded, JournalStarted, UserAdded
from campaign.identity import normalise_name
from campaign.outcome_rules import OutcomeRules
from campaign.refusal import InputRefused, Refusal, StorageRefused
from campaign.shapes import DeviceId, Line, is_station_code
from db.durable import files_told_as_refusals, flush_folder
from db.journal import Journal
from db.keyslots import KeySlots, Point
from db.meta import MARK_KEY, SIGNING_KEY, write_meta
from db.store import Store
from station_app.home import LOCK, REBUILD, SLOTS_FILE, STORE, STORE_FILE, UNFINISHED
from station_app.services.passwords import check_password
from station_app.services.station import PROGRAM


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStation:
    """What the first set-up asks for; ``devices`` are ids, each its own label."""

    campaign: str
    station: str
    unit: str
    devices: Sequence[str]
    user: str
    full_name: str
    password: str
    drill: bool


@dataclass(frozen=True, slots=True)
class SetUp:
    """``fingerprint`` is told to the command by another way than the stick."""

    station: str
    epoch: int
    key_id: str
    fingerprint: str


def set_up_station(home: Path, new: NewStation, now: datetime, outcomes: OutcomeRules) -> SetUp:
    """Makes the station in `home`/store; what an interrupted set-up left behind is swept away first.

    Raises InputRefused("already_set_up", "rebuild_begun", "bad_station_code", "bad_device", "bad_body", "bad_key_slot",
    "password_too_short"), StorageRefused.
    """
    new = checked(home, new)
    if not new.devices:
        raise InputRefused("bad_device", devices=[])
    return made_whole(home, STORE, lambda folder: _fill(folder, new, new_private_key(), now, outcomes))


def checked(home: Path, new: NewStation) -> NewStation:
    """As it will be written. Raises as `set_up_station` does, but for the store and the key slots."""
    with files_told_as_refusals():
        _refuse_taken(home)
    if not is_station_code(new.station):
        raise InputRefused("bad_station_code", station=new.station)
    if len(set(new.devices)) != len(new.devices) or not _fits(new.devices, list[DeviceId]):
        raise InputRefused("bad_device", devices=list(new.devices))
    if not _fits([new.unit, new.campaign], list[Line]):
        raise InputRefused("bad_body")
    check_password(new.password, drill=new.drill)
    return replace(new, unit=normalise_name(new.unit), full_name=normalise_name(new.full_name))


def made_whole(home: Path, name: str, fill: Callable[[Path], SetUp]) -> SetUp:
    """Makes the folder `home`/``name``: it is there when ``fill`` has put everything into it, or not at all.

    Raises InputRefused("already_set_up", "rebuild_begun"), StorageRefused, and what ``fill`` raises.
    """
    with files_told_as_refusals():
        _refuse_taken(home)
        home.mkdir(parents=True, exist_ok=True)
        with alone(home):
            _refuse_taken(home)  # by whoever was faster
            unfinished = home / UNFINISHED
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            try:
                made = fill(unfinished)
            except Refusal:
                shutil.rmtree(unfinished, ignore_errors=True)
                raise
            unfinished.rename(home / name)
            flush_folder(home)
            return made


def _refuse_taken(home: Path) -> None:
    for name, code in ((STORE, "already_set_up"), (REBUILD, "rebuild_begun")):
        if (home / name).exists():
            raise InputRefused(code, home=str(home))


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """No other program sets a station up in this home meanwhile. Raises StorageRefused("store_in_use")."""
    try:
        with FileLock(home / LOCK, timeout=0, fallback_to_soft=False):
            yield
    except Timeout:
        raise StorageRefused("store_in_use") from None


def _fits(value: object, shape: object) -> bool:
    try:
        msgspec.convert(value, shape)
    except msgspec.ValidationError:
        return False
    return True


def _fill(folder: Path, new: NewStation, signing: bytes, now: datetime, outcomes: OutcomeRules) -> SetUp:
    store_key, mark_key = secrets.token_bytes(32), secrets.token_bytes(32)
    identifier = key_id(public_key(signing))
    point = Point(station=new.station, unit=new.unit, campaign=new.campaign, drill=new.drill)
    slots = KeySlots.create(folder / SLOTS_FILE, point)
    slots.add(new.user, new.full_name, "administrator", new.password, store_key)
    first: list[Body] = [
        JournalStarted(
            campaign=new.campaign,
            station=new.station,
            unit=new.unit,
            epoch=1,
            key_id=identifier,
            drill=new.drill,
            program=PROGRAM,
        ),
        UserAdded(user=new.user, role="administrator", full_name=new.full_name),
        *(DeviceAdded(device=device, label=device) for device in new.devices),
    ]
    with Store.create(folder / STORE_FILE, store_key) as store, store.write() as tx:
        write_meta(tx, MARK_KEY, mark_key)
        write_meta(tx, SIGNING_KEY, signing)
        journal = Journal(tx, new.station, 1, outcomes, mark_key)
        for body in first:
            journal.append(body, at=format_time(now), by=new.user, day=business_day(now))
    return SetUp(new.station, 1, identifier, fingerprint(identifier))
