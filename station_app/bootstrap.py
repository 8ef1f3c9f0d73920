"""Where the station is wired together: home folder, store, catalogues, clock, and what is around the computer."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

import resources
from campaign.calendar import format_time
from campaign.catalogue import Catalogue
from campaign.refusal import InputRefused, NotPermitted, StorageRefused, StoreBroken
from campaign.rows import StationRow, UserRow
from db.durable import files_told_as_refusals
from db.keyslots import KeySlots
from db.meta import MARK_KEY, SIGNING_KEY, read_meta
from db.store import Store
from db.transaction import Snapshot
from db.upgrade import upgrade_to_this
from station_app.home import SLOTS_FILE, STORE, STORE_FILE
from station_app.services.permission import Person
from station_app.services.pins import check_pin
from station_app.services.readiness import Surroundings
from station_app.services.sign_in import tell_failures
from station_app.services.station import Identity, Keys, Station
from station_app.services.trusted import is_revoked
from station_app.services.users import settle_slots

ClockFor = Callable[..., Callable[[], datetime]]
"""Gives the clock to work by: `clock_for(drill=…)`."""


@cache
def catalogue() -> Catalogue:
    """The built-in catalogues."""
    return Catalogue.from_json(lambda name: resources.read(f"data/{name}"))


@contextmanager
def open_station(
    home: Path, user: str, password: str, clock_for: ClockFor, *, read_only: bool = False
) -> Iterator[Station]:
    """The station unlocked by a user's password, closed at the end.

    Failed sign-ins that waited are told to the journal. Raises InputRefused("not_set_up"),
    NotPermitted("wrong_password", "locked_out"), StorageRefused("no_access", "store_in_use", …), StoreBroken.
    """
    folder = home / STORE
    try:
        if not folder.exists():
            raise InputRefused("not_set_up", home=str(home))
        for name in (SLOTS_FILE, STORE_FILE):
            with suppress(FileNotFoundError), (folder / name).open("rb"):
                pass
    except PermissionError:  # of another user of this computer: nothing is damaged
        raise StorageRefused("no_access", home=str(home)) from None
    slots = KeySlots.open(folder / SLOTS_FILE)
    clock = clock_for(drill=slots.point.drill)
    key = slots.unlock(user, password, now=clock())
    upgrade = upgrade_to_this(catalogue().outcome_rules)
    with Store.open(folder / STORE_FILE, key, read_only=read_only, upgrade=upgrade) as store:
        with store.read() as snapshot:
            station = _station(home, store, slots, snapshot, user, key, clock)
        if not read_only:
            tell_failures(station)
            with suppress(StorageRefused):  # a full disk keeps nobody out
                settle_slots(station)
        yield station


def _station(
    home: Path,
    store: Store,
    slots: KeySlots,
    snapshot: Snapshot,
    user: str,
    key: bytes,
    clock: Callable[[], datetime],
) -> Station:
    signing, marks = read_meta(snapshot, SIGNING_KEY), read_meta(snapshot, MARK_KEY)
    row = snapshot.get(StationRow, slots.point.station)
    if signing is None or marks is None or row is None:
        raise StoreBroken("store_damaged")
    identity = Identity(row.campaign, row.station, row.unit, row.epoch, row.drill)
    return Station(
        home=home,
        store=store,
        slots=slots,
        identity=identity,
        keys=Keys(key, signing, marks),
        person=_person(snapshot, identity, slots, user),
        catalogue=catalogue(),
        clock=clock,
        revoked=is_revoked(snapshot, identity),
    )


def _person(snapshot: Snapshot, identity: Identity, slots: KeySlots, user: str) -> Person:
    """Who a user is by the journal; a key slot without an entry is a half-added user."""
    row = snapshot.get(UserRow, identity.station, user)
    if row is None or row.removed:
        raise NotPermitted("no_such_user", user=user)
    return replace(Person.of(row, identity.drill), temporary=slots.is_temporary(user))


def person_by_pin(station: Station, user: str, pin: str) -> Person:
    """Somebody who comes to a desk whose store is open. Raises NotPermitted("wrong_pin", "locked_out").

    Whoever is locked out by wrong passwords is locked out of this way too.
    """
    until = station.slots.locked_until(user, now=station.clock())
    if until is not None:
        raise NotPermitted("locked_out", until=format_time(until))
    check_pin(station, user, pin)
    with station.store.read() as snapshot:
        return _person(snapshot, station.identity, station.slots, user)


def person_of(station: Station, user: str, password: str) -> Person:
    """A second person, by their own password. Raises NotPermitted("wrong_password", "locked_out")."""
    station.slots.unlock(user, password, now=station.clock())
    with station.store.read() as snapshot:
        return _person(snapshot, station.identity, station.slots, user)


def signed_in_as(station: Station, person: Person) -> Station:
    """The same unlocked station with another person at the desk."""
    return replace(station, person=person)


def surroundings(station: Station) -> Surroundings:
    """What the readiness checklist measures outside the store. Raises StorageRefused where the home is gone."""
    from station_app.hardware.drives import removable_drives
    from station_app.services.sticks import is_registered

    with station.store.read() as snapshot:
        strangers = [drive for drive in removable_drives() if not is_registered(snapshot, station.identity, drive.root)]
    with files_told_as_refusals():
        return Surroundings(shutil.disk_usage(station.home).free, bool(strangers))
