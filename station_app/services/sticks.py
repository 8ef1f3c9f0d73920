"""Which sticks a supervisor has registered."""

from __future__ import annotations

from pathlib import Path

from bundle.stick import Stick
from campaign.refusal import Refusal
from campaign.rows import StickRow
from db.transaction import Snapshot
from station_app.services.station import Identity

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
