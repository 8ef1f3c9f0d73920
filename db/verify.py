"""Verifying a store: all that can be recomputed is, and compared both ways (docs/bundle-format.md, section 1).

It is bounded and total: rubbish in a table is a difference, never an error.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from sqlalchemy import select, union

from campaign.fold import Fold
from campaign.outcome_rules import OutcomeRules
from campaign.rows import IgnoredRow, MemoryRows
from db import schema
from db.differences import Differences
from db.open_follow_ups import verify_open
from db.statement import Statement
from db.transaction import Snapshot
from db.verify_projections import compare
from db.verify_sources import SourceCheck
from db.walk import pages

_STATIONS = Statement(
    union(
        *(
            select(table.c.station)
            for table in (
                schema.journal,
                schema.turns,
                schema.subjects,
                schema.marks,
                schema.quarantine,
                schema.open_follow_ups,
            )
        ),
        *(select(table.c.station) for table in schema.PROJECTIONS.values()),
    ).order_by("station")
)
_ENVELOPES = Statement(select(schema.envelopes.c.sha256, schema.envelopes.c.content))


@dataclass(frozen=True, slots=True)
class VerifiedChain:
    """``head`` is h of the last entry in hex, computed from the entries' bytes."""

    station: str
    epoch: int
    entries: int
    head: str


@dataclass(slots=True)
class Verified:
    """``differences`` as `db.differences.Differences` has them, ``more`` those left out.

    ``ignored`` holds {`station`, `epoch`, `n`, `why`} of entries that make no sense there: no fault of the store.
    """

    chains: list[VerifiedChain] = field(default_factory=list)
    differences: list[dict[str, object]] = field(default_factory=list)
    more: int = 0
    ignored: list[dict[str, object]] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        return not self.differences

    @property
    def entries(self) -> int:
        return sum(chain.entries for chain in self.chains)


def verify_store(
    snapshot: Snapshot, outcomes: OutcomeRules, mark_key: bytes, progress: Callable[[int], None] | None = None
) -> Verified:
    """Every station of which any table knows. ``progress`` is told now and then how many further entries are done.

    Raises StoreBroken("store_damaged") where the file itself can't be read.
    """
    verified = Verified()
    outside = Differences("")
    with outside.unreadable_is_one("stations"):
        for (station,) in snapshot.all(_STATIONS):
            _verify_station(snapshot, station, outcomes, mark_key, verified, progress)
    with outside.unreadable_is_one("envelopes"):
        for digest, content in snapshot.stream(_ENVELOPES):
            if sha256(content).hexdigest() != digest:
                outside.add("envelopes", "bad_digest", key=[digest])
    verified.differences += outside.found
    verified.more += outside.more
    return verified


def _verify_station(
    snapshot: Snapshot,
    station: str,
    outcomes: OutcomeRules,
    mark_key: bytes,
    verified: Verified,
    progress: Callable[[int], None] | None,
) -> None:
    differences = Differences(station)
    rows = MemoryRows()
    sources = SourceCheck(snapshot, station, mark_key, differences)
    with differences.unreadable_is_one("journal"):
        for page in pages(snapshot, station):
            for epoch, entry, head in sources.entries_of(page):
                Fold(rows, station, epoch, outcomes).apply(entry, head)
            if progress is not None:
                progress(len(page))
    sources.finish()
    verified.chains += [
        VerifiedChain(station, chain.epoch, chain.entries, chain.head.hex()) for chain in sources.chains.values()
    ]
    ignored = [row for row in rows.tables[IgnoredRow].values() if isinstance(row, IgnoredRow)]
    verified.ignored += [{"station": station, "epoch": row.epoch, "n": row.n, "why": row.why} for row in ignored]
    compare(snapshot, station, rows, differences)
    verify_open(snapshot, station, differences)
    verified.differences += differences.found
    verified.more += differences.more
