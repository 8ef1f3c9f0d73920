"""Backups: ordinary bundles in a folder, which the city's key and the recovery key can read (docs/bundle-format.md,
section 7).

No image of the store is kept anywhere: a station that went on from one would write a second history.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bundle.manifest import parse_bundle_name
from bundle.stick import Stick
from campaign.refusal import InputRefused
from campaign.rows import ExportRow
from db.durable import files_told_as_refusals
from station_app.home import STORE
from station_app.services.export_bundle import write_export
from station_app.services.station import Station

ROOM = 256 * 2**20
"""Bytes that a station's bundles may take in a folder before those that the command has received are dropped: months
of them where receipts come, weeks where none does (some 100 bytes an entry, docs/architecture.md)."""

Progress = Callable[[int, int], None]
"""Hears (done, in all) of a step; what it raises stops the backup."""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """``file`` is the bundle, verified after reading it back; it carries entries ``first`` … ``last``.

    ``beyond``: bytes by which the station's bundles there exceed their room, because the command has not received them.
    """

    file: str
    seq: int
    first: int
    last: int
    bytes: int
    beyond: int


def back_up(
    station: Station, folder: Path, progress: Progress = lambda done, total: None, *, room: int = ROOM
) -> BackedUp:
    """Writes everything that the command has not acknowledged as a bundle under ``folder``, then drops old ones.

    Raises NotPermitted, InputRefused("not_found") where ``folder`` isn't one, ("nothing_to_export", "trust_missing"),
    StorageRefused. Whatever is raised, also by ``progress``, no half-made file stays.
    """
    station.person.require("backup")
    return copy_aside(station, folder, progress, room=room)


def copy_aside(
    station: Station, folder: Path, progress: Progress = lambda done, total: None, *, room: int = ROOM
) -> BackedUp:
    """`back_up` as the station itself does it after a sealed shift, whoever is signed in."""
    with files_told_as_refusals():
        inside = folder.resolve().is_relative_to((station.home / STORE).resolve())
        if not folder.is_dir() or inside:
            raise InputRefused("not_found", file=folder.name)
    made = write_export(station, Stick(folder), progress=lambda step, done, total: progress(done, total), backup=True)
    beyond = _drop_received(station, Path(made.file), room)
    return BackedUp(made.file, made.seq, made.first, made.last, made.bytes, beyond)


def _drop_received(station: Station, newest: Path, room: int) -> int:
    """Drops the oldest until the rest has room, but none that the command may lack. Returns the bytes beyond.

    Only what bears a bundle's name, of this station and epoch, is ever removed.
    """
    identity = station.identity
    with station.store.read() as snapshot, files_told_as_refusals():
        mark = station.row(snapshot).mark
        bundles = {}
        for path in newest.parent.iterdir():
            name = parse_bundle_name(path.name)
            if name is not None and name[:2] == (identity.station, identity.epoch):
                bundles[name[2]] = path
        beyond = sum(path.stat().st_size for path in bundles.values()) - room
        for seq in sorted(bundles):
            export = snapshot.get(ExportRow, identity.station, identity.epoch, seq)
            if beyond > 0 and bundles[seq] != newest and export is not None and export.last <= mark:
                beyond -= bundles[seq].stat().st_size
                bundles[seq].unlink()
    return max(0, beyond)
