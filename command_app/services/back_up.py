"""Back the command's store up: a store of its own in a file, whole, verified from what the disk holds.

Wherever the store is, its backup is a SQLCipher file beside its key slots, under the password of the day: it says by
itself whether it is whole, and goes back into a file or onto a server (`restore_city`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from bundle.disk import open_past_cache, open_regular, storage
from campaign.calendar import parse_time
from campaign.refusal import InputRefused, StorageRefused, StoreBroken
from command_app.services.city import City, trust_of
from command_app.services.verify import verify_snapshot
from command_app.store_places import OWN_META, USER, FilePlace
from db.command_reads import all_journals
from db.copy_store import copy_store
from db.durable import files_told_as_refusals
from db.durable_through import put_durable
from db.engine import leave_one_file
from db.failures import told_as_refusals
from db.keyslots import Point

NAME = "command-*.db"
_CHUNK = 2**20
Told = Callable[[str, int, int], None]
"""Hears of a step (`copy`, `verify`), and of rows or entries done and in all."""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """``entries`` of all stations are in ``file``, whose key slots lie beside it."""

    file: str
    entries: int
    bytes: int


def back_up(city: City, folder: Path, password: str, told: Told = lambda step, done, total: None) -> BackedUp:
    """Makes a backup in a folder and proves it; only then may receipts call its entries durable.

    Raises InputRefused("not_found") where ``folder`` isn't one, StoreBroken("backup_not_whole"), StorageRefused: then
    nothing of it stays.
    """
    if not folder.is_dir():
        raise InputRefused("not_found", file=folder.name)
    now = city.now()
    place = _free(folder, f"{parse_time(now):%Y%m%dT%H%M%S}")
    try:
        with city.store.read() as snapshot:
            trust, journals = trust_of(snapshot), all_journals(snapshot)
            point = Point(station="", unit="", campaign=trust.campaign, drill=trust.drill)
            place.make(
                point,
                password,
                lambda tx: copy_store(snapshot, tx, OWN_META, lambda done, total: told("copy", done, total)),
            )
        key = place.slots().unlock(USER, password, now=city.clock())
        with told_as_refusals():
            leave_one_file(place.path, key)
        _require_on_disk(place.path)
        _require_whole(city, place, key, lambda done, total: told("verify", done, total))
    except BaseException:
        place.remove()
        raise
    with city.store.write() as tx:
        for journal in journals:
            put_durable(tx, journal, now)
    with files_told_as_refusals():
        size = place.path.stat().st_size
    return BackedUp(str(place.path.absolute()), sum(journal.last for journal in journals), size)


def _free(folder: Path, stamp: str) -> FilePlace:
    """A name that sorts after those of earlier backups."""
    place, again = FilePlace(folder / f"command-{stamp}.db"), 1
    while place.is_taken():
        again += 1
        place = FilePlace(folder / f"command-{stamp}-{again:02d}.db")
    return place


def newest_backup(folder: Path) -> FilePlace:
    """That of a folder, or the file itself. Raises InputRefused("no_backup_here")."""
    found = folder.glob(NAME) if folder.is_dir() else [folder]
    newest = max((path for path in found if path.is_file()), key=lambda path: path.stem, default=None)
    if newest is None:
        raise InputRefused("no_backup_here", folder=folder.name)
    return FilePlace(newest)


def _require_on_disk(path: Path) -> None:
    """What the disk holds is what the system would show from its cache."""
    with storage(path.parent):
        stream, _ = open_past_cache(path)
        with stream, open_regular(path) as cached:
            if _digest(stream) != _digest(cached):
                raise StorageRefused("read_back_differs", file=path.name)


def _digest(stream: BinaryIO) -> bytes:
    digest = sha256()
    while chunk := stream.read(_CHUNK):
        digest.update(chunk)
    return digest.digest()


def _require_whole(city: City, place: FilePlace, key: bytes, told: Callable[[int, int], None]) -> None:
    with place.open(key, read_only=True) as store, store.read() as snapshot:
        if not verify_snapshot(snapshot, city.catalogue.outcome_rules, city.mark_key, told).ok:
            raise StoreBroken("backup_not_whole", file=place.path.name)
