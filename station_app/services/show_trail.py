"""What became of exported bundles, step by step: written, read back, copied, received; where, when and by whom.

The journal tells who did it, so it is read: only the housekeeping entries behind the oldest of the bundles.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from campaign.calendar import parse_time
from campaign.entry import read_entry
from campaign.events import BundleExported, BundleVerified, Header, ReceiptAccepted
from campaign.rows import ExportRow, StickRow
from db.history import History
from db.reads.sync import housekeeping_after
from db.transaction import Snapshot
from station_app.services.colleagues import full_name
from station_app.services.station import Identity


@dataclass(frozen=True, slots=True)
class TrailStep:
    """``place``: the label of the stick, "" for a folder and for a receipt; ``by``: a person's name."""

    what: Literal["written", "read_back", "received"]
    at: datetime
    by: str
    place: str = ""


def trails_of(snapshot: Snapshot, identity: Identity, exports: Iterable[ExportRow]) -> dict[int, tuple[TrailStep, ...]]:
    """By seq, in the order in which it was done; a bundle is received by the first receipt that reaches its end."""
    trails = _Trails(snapshot, identity, {export.seq: export.last for export in exports})
    return {seq: tuple(steps) for seq, steps in trails.read().items()}


class _Trails:
    def __init__(self, snapshot: Snapshot, identity: Identity, lasts: dict[int, int]) -> None:
        self._snapshot, self._identity = snapshot, identity
        self._steps: dict[int, list[TrailStep]] = {seq: [] for seq in lasts}
        self._waiting = lasts

    def read(self) -> dict[int, list[TrailStep]]:
        code, epoch = self._identity.station, self._identity.epoch
        history = History(self._snapshot, code, epoch)
        for n in housekeeping_after(self._snapshot, code, epoch, min(self._waiting.values(), default=0)):
            if not self._waiting:
                break
            data = history.entry(n)
            if data is not None:
                entry = read_entry(data)
                self._hear(entry.header, entry.body)
        return self._steps

    def _hear(self, header: Header, body: object) -> None:
        match body:
            case BundleExported(seq=seq, place=place):
                self._tell(seq, "written", header, place)
            case BundleVerified(seq=seq, place=place):
                self._tell(seq, "read_back", header, place)
            case ReceiptAccepted(mark=mark):
                for seq in [seq for seq, last in self._waiting.items() if last <= mark and self._steps[seq]]:
                    self._tell(seq, "received", header)
                    del self._waiting[seq]

    def _tell(
        self, seq: int, what: Literal["written", "read_back", "received"], header: Header, place: str = ""
    ) -> None:
        if seq in self._steps:
            stick = self._snapshot.get(StickRow, self._identity.station, place) if place else None
            by = full_name(self._snapshot, self._identity.station, header.by)
            self._steps[seq].append(TrailStep(what, parse_time(header.at), by, stick.label if stick else ""))
