"""The sticks that are plugged in: whose they are, their room, and what they carry for this station."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bundle.stick import Listing, Stick, StickIdentity
from campaign.refusal import InputRefused, StorageRefused
from campaign.rows import StickRow
from db.envelopes import latest_envelope
from db.transaction import Snapshot
from station_app.hardware.drives import Drive
from station_app.services.station import Station


@dataclass(frozen=True, slots=True)
class Orders:
    """How many documents of each kind."""

    trusts: int = 0
    plans: int = 0
    receipts: int = 0

    @property
    def total(self) -> int:
        return self.trusts + self.plans + self.receipts


@dataclass(frozen=True, slots=True)
class PluggedStick:
    """``id`` is "" where it has none; ``label``: the one registered here, else what the stick says of itself.

    ``free`` and ``size`` in bytes. ``orders``: documents of the command that by their names are not held yet, by kind.
    ``bundles``: the seqs of this station's bundles on it; ``others``: how many of other stations; ``ignored``: what
    lies under `enrol/` and is none of it.
    """

    root: Path
    id: str
    label: str
    registered: bool
    readable: bool
    free: int
    size: int
    orders: Orders
    bundles: frozenset[int]
    file_system: str = ""
    others: int = 0
    ignored: int = 0


def plugged_sticks(station: Station, drives: Iterable[Drive]) -> tuple[PluggedStick, ...]:
    """In the order of the drives. May take as long as the slowest stick does."""
    looked_at = [(drive, *_look(Stick(drive.root))) for drive in drives]
    with station.store.read() as snapshot:
        return tuple(_plugged(station, snapshot, *looked) for looked in looked_at)


def folder_as_drive(folder: Path, drives: Iterable[Drive] = (), store: Path | None = None) -> Drive:
    """A plain folder that stands for a stick.

    One on a stick would pass by the stick's own registration. Raises InputRefused("not_found") where it is none, or
    the station's ``store``, ("folder_on_stick") where it lies on one of ``drives``.
    """
    try:
        place = folder.resolve()
        if store is not None and place.is_relative_to(store.resolve()):
            raise InputRefused("not_found", file=folder.name)
        if any(place.is_relative_to(drive.root.resolve()) for drive in drives):
            raise InputRefused("folder_on_stick", file=folder.name)
        usage = shutil.disk_usage(folder)
    except (OSError, ValueError):
        usage = None
    if usage is None or not folder.is_dir():
        raise InputRefused("not_found", file=folder.name)
    return Drive(folder, "", usage.free, usage.total)


def _look(stick: Stick) -> tuple[StickIdentity | None, Listing | None]:
    try:
        return stick.identity(), stick.listing()
    except StorageRefused:  # pulled out just now, or not to be read
        return None, None


def _plugged(
    station: Station, snapshot: Snapshot, drive: Drive, identity: StickIdentity | None, listing: Listing | None
) -> PluggedStick:
    code = station.identity.station
    row = snapshot.get(StickRow, code, identity.id) if identity else None
    return PluggedStick(
        root=drive.root,
        id=identity.id if identity else "",
        label=row.label if row else identity.label if identity else "",
        registered=row is not None,
        readable=listing is not None,
        free=drive.free,
        size=drive.size,
        orders=_orders(station, snapshot, listing) if listing else Orders(),
        bundles=_bundles(station, listing) if listing else frozenset(),
        file_system=drive.file_system,
        others=sum(file.station != code for file in listing.of("bundle")) if listing else 0,
        ignored=len(listing.ignored) if listing else 0,
    )


def _orders(station: Station, snapshot: Snapshot, listing: Listing) -> Orders:
    row = station.row(snapshot)
    held = [latest_envelope(snapshot, kind) for kind in ("trust", "plan")]
    trust, plan = (envelope.version if envelope else 0 for envelope in held)
    last = (row.city_generation, row.receipt_serial)
    return Orders(
        trusts=sum(file.numbers > (trust,) for file in listing.of("trust")),
        plans=sum(file.numbers > (plan,) for file in listing.of("plan")),
        receipts=sum(file.numbers[1:] > last for file in listing.of("receipt", row.station)),
    )


def _bundles(station: Station, listing: Listing) -> frozenset[int]:
    identity = station.identity
    found = listing.of("bundle", identity.station)
    return frozenset(file.numbers[1] for file in found if file.numbers[0] == identity.epoch)
