"""How far an application has come on its way to the command."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from db.reads.sync import last_carried
from db.transaction import Snapshot
from station_app.services.receipts import quarantined_numbers
from station_app.services.station import Station

Sent = Literal["unsent", "exported", "received"]

_EXPORTS_LOOKED_AT = 8
"""Bundles back to the last one that was read back; those after it failed or were just written."""


@dataclass(frozen=True, slots=True)
class Sending:
    """``exported``: the last entry of ``epoch`` in a bundle that was read back; earlier epochs count as received."""

    epoch: int
    mark: int
    exported: int
    withheld: frozenset[int]

    @classmethod
    def of(cls, station: Station, snapshot: Snapshot) -> Sending:
        identity = station.identity
        exports = last_carried(snapshot, identity.station, identity.epoch, _EXPORTS_LOOKED_AT)
        return cls(
            epoch=identity.epoch,
            mark=station.row(snapshot).mark,
            exported=max((export.last for export in exports if export.verified_at), default=0),
            withheld=quarantined_numbers(snapshot, identity),
        )

    def state(self, epoch: int, n: int) -> Sent:
        """Of one entry; what the command keeps without counting it is not received."""
        if epoch < self.epoch or (n <= self.mark and n not in self.withheld):
            return "received"
        return "exported" if n <= self.exported else "unsent"
