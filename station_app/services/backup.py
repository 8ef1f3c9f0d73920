"""Copies of the store and its key slots in another place: a folder each, there whole or not at all.

A copy is as encrypted as the store, and is opened by the passwords of its day or by the city's recovery key.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from campaign.refusal import InputRefused, Refusal, StorageRefused
from campaign.rows import JournalRow
from db.backup import check_pages, copy_store
from db.durable import files_told_as_refusals, flush_folder, write_durably
from db.history import History
from db.store import Store
from station_app.home import SLOTS_FILE, STORE, STORE_FILE
from station_app.services.station import Station

KEPT = 7
"""So many copies of a station stay in a folder; older ones go when a new one is whole."""
_UNFINISHED = ".part"

Progress = Callable[[int, int], None]
"""Hears (bytes done, bytes in all); what it raises stops the copy."""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """``file`` is the copy's folder, with the store and its key slots; ``last`` its last entry, ``head`` h(last).

    ``bytes``: the size of the copied store.
    """

    file: str
    last: int
    head: str
    bytes: int


def back_up(station: Station, folder: Path, progress: Progress = lambda done, total: None) -> BackedUp:
    """Copies the open store into a new folder under ``folder``, reads it back and compares, then drops old copies.

    Raises NotPermitted, InputRefused("not_found") where ``folder`` isn't one, StorageRefused("backup_differs", …).
    Whatever is raised, also by ``progress``, nothing half-made stays.
    """
    station.person.require("backup")
    return copy_aside(station, folder, progress)


def copy_aside(station: Station, folder: Path, progress: Progress = lambda done, total: None) -> BackedUp:
    """`back_up` as the station itself does it after a sealed shift, whoever is signed in."""
    if not folder.is_dir():
        raise InputRefused("not_found", file=folder.name)
    with files_told_as_refusals():
        if folder.resolve().is_relative_to((station.home / STORE).resolve()):
            raise InputRefused("not_found", file=folder.name)
        final = _free_name(folder, station)
        unfinished = final.with_name(final.name + _UNFINISHED)
        for leftover in folder.glob(f"{station.identity.station}-e*{_UNFINISHED}"):
            shutil.rmtree(leftover, ignore_errors=True)
        unfinished.mkdir()
    try:
        made = _fill(station, unfinished, final, progress)
        with files_told_as_refusals():
            unfinished.rename(final)
            flush_folder(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    _drop_old(folder, station)
    return made


def _fill(station: Station, unfinished: Path, final: Path, progress: Progress) -> BackedUp:
    store = station.home / STORE
    with files_told_as_refusals():
        slots = (store / SLOTS_FILE).read_bytes()
    write_durably(unfinished / SLOTS_FILE, slots)
    copy_store(store / STORE_FILE, station.keys.store, unfinished / STORE_FILE, progress)
    try:
        check_pages(unfinished / STORE_FILE, station.keys.store)
        with Store.open(unfinished / STORE_FILE, station.keys.store, read_only=True) as copy, copy.read() as snapshot:
            row = snapshot.get(JournalRow, station.identity.station, station.identity.epoch)
            head = row and History(snapshot, row.station, row.epoch).head_at(row.last)
    except Refusal:
        raise StorageRefused("backup_differs") from None
    with station.store.read() as snapshot:
        own = row and History(snapshot, row.station, row.epoch).head_at(row.last)
    if row is None or not head or head != own or row.head != head.hex():
        raise StorageRefused("backup_differs")
    with files_told_as_refusals():
        return BackedUp(str(final.absolute()), row.last, row.head, (unfinished / STORE_FILE).stat().st_size)


def _prefix(station: Station) -> str:
    return f"{station.identity.station}-e{station.identity.epoch}-"


def _free_name(folder: Path, station: Station) -> Path:
    """`HP-LC-07-e1-20210408T221530`, with a number behind it where the clock stands still."""
    name = f"{_prefix(station)}{station.clock():%Y%m%dT%H%M%S}"
    names = (folder / (f"{name}-{n}" if n else name) for n in count())
    return next(path for path in names if not path.exists())


def _drop_old(folder: Path, station: Station) -> None:
    """Only what bears a copy's name, of this station and epoch, is ever removed."""
    a_copy = re.compile(rf"{re.escape(_prefix(station))}(\d{{8}}T\d{{6}})(?:-(\d+))?")
    copies = [(match, path) for path in folder.iterdir() if (match := a_copy.fullmatch(path.name)) and path.is_dir()]
    oldest_first = sorted(copies, key=lambda found: (found[0][1], int(found[0][2] or 0)))
    for _, path in oldest_first[:-KEPT]:
        shutil.rmtree(path, ignore_errors=True)
