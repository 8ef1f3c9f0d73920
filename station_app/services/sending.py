"""How far an application has come on its way to the command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from db.reads.reached import reached
from db.reads.sync import last_carried
from db.transaction import Snapshot
from station_app.services.receipts import quarantined_numbers
from station_app.services.station import Station

Sent = Literal["unsent", "exported", "received"]

_EXPORTS_LOOKED_AT = 8
"""Bundles back to the last one that was read back; those after it failed or were just written."""


@dataclass(frozen=True, slots=True)
class Sending:
    """By epoch, the last entry that was received, and the last in a bundle that was read back (`db.reads.reached`)."""

    epoch: int
    received: Mapping[int, int]
    exported: Mapping[int, int]
    withheld: frozenset[int]
    """Entries of ``epoch`` that the command keeps without counting them."""

    @classmethod
    def of(cls, station: Station, snapshot: Snapshot) -> Sending:
        identity = station.identity
        exports = last_carried(snapshot, identity.station, identity.epoch, _EXPORTS_LOOKED_AT)
        exported = max((export.last for export in exports if export.verified_at), default=0)
        return cls(
            epoch=identity.epoch,
            received=reached(snapshot, identity.station, identity.epoch, station.row(snapshot).mark),
            exported=reached(snapshot, identity.station, identity.epoch, exported),
            withheld=quarantined_numbers(snapshot, identity),
        )

    def state(self, epoch: int, n: int) -> Sent:
        """Of one entry; what the command keeps without counting it is not received."""
        withheld = epoch == self.epoch and n in self.withheld
        if n <= self.received[epoch] and not withheld:
            return "received"
        return "exported" if n <= self.exported[epoch] else "unsent"
