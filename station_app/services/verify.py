"""Whether the station's journal is whole: everything recomputed from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from db.reads.sync import standing_of
from db.verify import Verified, verify_store
from station_app.services.station import Station


@dataclass(frozen=True, slots=True)
class StationVerified:
    """``entries`` and ``head`` of the current epoch's chain."""

    ok: bool
    entries: int
    head: str
    found: Verified

    def to_dict(self) -> dict[str, object]:
        """The command line's answer."""
        ignored = [{"n": row["n"], "why": row["why"]} for row in self.found.ignored]
        answer: dict[str, object] = {
            "ok": self.ok,
            "entries": self.entries,
            "head": self.head,
            "differences": self.found.differences,
            "ignored": ignored,
        }
        return answer | ({"more": self.found.more} if self.found.more else {})


def verify_station(station: Station, told: Callable[[int, int], None] = lambda done, total: None) -> StationVerified:
    """Recomputes chain, commitments and projections; ``told`` hears of entries done and in all.

    Raises StoreBroken where the file itself can't be read.
    """
    identity = station.identity
    with station.store.read() as snapshot:
        standing = standing_of(snapshot, identity.station, identity.epoch)
        done = 0

        def further(entries: int) -> None:
            nonlocal done
            done += entries
            told(done, max(done, standing.last))

        found = verify_store(snapshot, station.catalogue.outcome_rules, station.keys.marks, further)
    of_epoch = (chain for chain in found.chains if (chain.station, chain.epoch) == (identity.station, identity.epoch))
    chain = next(of_epoch, None)
    return StationVerified(found.ok, chain.entries if chain else 0, chain.head if chain else "", found)
