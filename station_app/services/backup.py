"""Backups: ordinary bundles in a folder, which the city's key and the recovery key can read (docs/bundle-format.md,
section 7).

No image of the store is kept anywhere: a station that went on from one would write a second history.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bundle.stick import Stick
from campaign.refusal import InputRefused
from db.durable import files_told_as_refusals
from station_app.home import STORE
from station_app.services.export_bundle import write_export
from station_app.services.station import Station

KEPT = 7
"""So many bundles of a station's epoch stay in a folder: each carries everything after the mark, so that the newest
holds what the older ones do, but for what the command has received already."""

Progress = Callable[[int, int], None]
"""Hears (done, in all) of a step; what it raises stops the backup."""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """``file`` is the bundle, verified after reading it back; it carries entries ``first`` … ``last``."""

    file: str
    seq: int
    first: int
    last: int
    bytes: int


def back_up(station: Station, folder: Path, progress: Progress = lambda done, total: None) -> BackedUp:
    """Writes everything that the command has not acknowledged as a bundle under ``folder``, then drops old ones.

    Raises NotPermitted, InputRefused("not_found") where ``folder`` isn't one, ("nothing_to_export", "trust_missing"),
    StorageRefused. Whatever is raised, also by ``progress``, no half-made file stays.
    """
    station.person.require("backup")
    return copy_aside(station, folder, progress)


def copy_aside(station: Station, folder: Path, progress: Progress = lambda done, total: None) -> BackedUp:
    """`back_up` as the station itself does it after a sealed shift, whoever is signed in."""
    with files_told_as_refusals():
        inside = folder.resolve().is_relative_to((station.home / STORE).resolve())
        if not folder.is_dir() or inside:
            raise InputRefused("not_found", file=folder.name)
    made = write_export(station, Stick(folder), progress=lambda step, done, total: progress(done, total))
    _drop_old(Path(made.file))
    return BackedUp(made.file, made.seq, made.first, made.last, made.bytes)


def _drop_old(newest: Path) -> None:
    """Only what bears a bundle's name, of this station and epoch, is ever removed; names sort by seq."""
    prefix = newest.name.rpartition("-")[0]
    with files_told_as_refusals():
        for path in sorted(newest.parent.glob(f"{prefix}-[0-9][0-9][0-9][0-9][0-9][0-9].bundle"))[:-KEPT]:
            path.unlink(missing_ok=True)
