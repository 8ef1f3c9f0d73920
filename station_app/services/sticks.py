"""Which sticks a supervisor has registered."""

from __future__ import annotations

from pathlib import Path

from bundle.stick import Stick, StickIdentity
from campaign.events import StickRegistered
from campaign.refusal import Refusal
from campaign.rows import StickRow
from db.transaction import Snapshot
from station_app.services.station import Identity, Station

FOLDER = "folder"
"""The place of a bundle that went to a folder which names no stick."""


def place_of(stick: Stick) -> str:
    """The stick's own id, as its stick.json says; `FOLDER` without one."""
    identity = stick.identity()
    return identity.id if identity else FOLDER


def is_registered(snapshot: Snapshot, identity: Identity, root: Path) -> bool:
    """Whether the drive at `root` carries the id of a registered stick."""
    try:
        named = Stick(root).identity()
    except Refusal:
        return False
    return named is not None and snapshot.get(StickRow, identity.station, named.id) is not None


def register_stick(station: Station, stick: Stick, label: str) -> StickIdentity:
    """Names a stick and tells the journal; one that has an id keeps it.

    The stick comes first: one that the journal doesn't know is still a stranger, and may be registered again. Raises
    NotPermitted, InputRefused("not_canonical") for a label that isn't one line, StorageRefused.
    """
    station.person.require("register_stick")
    identity = stick.register(label)
    with station.work() as work:
        work.append(StickRegistered(stick=identity.id, label=identity.label))
    return identity
