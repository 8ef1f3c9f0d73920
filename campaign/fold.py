"""The fold: what one entry changes in the projected rows, the same at a station and at the command, then or later.

It is total: an entry that makes no sense where it stands (a void of a void, a log in a sealed shift) changes no count
and is listed as ignored (docs/bundle-format.md, section 1). It asks for rows only by their key, so its cost does not
grow with the journal.
"""

from __future__ import annotations

from dataclasses import dataclass

from campaign import fold_applications, fold_attention, fold_exchange, fold_shifts, fold_station
from campaign.entry import Entry
from campaign.events import HOUSEKEEPING
from campaign.ledger import Ledger, Senseless
from campaign.rows import HousekeepingRow, IgnoredRow, JournalRow

STEPS = fold_station.STEPS | fold_shifts.STEPS | fold_applications.STEPS | fold_exchange.STEPS | fold_attention.STEPS
"""What a body does to the rows; kinds without a step are only told."""


@dataclass(frozen=True, slots=True)
class Fold(Ledger):
    """A ledger that takes entries, in order; it keeps nothing to itself, so a new one goes on where another stopped."""

    def apply(self, entry: Entry, head: str) -> None:
        """Takes one entry with h(n) in hex. An entry in trouble only advances the journal."""
        self.advance(entry, head)
        self.take(entry)

    def advance(self, entry: Entry, head: str) -> None:
        """Says how far the journal goes: of several entries the last one does."""
        header = entry.header
        self.rows.put(JournalRow(self.station, self.epoch, header.n, head, header.at, header.day, header.kind))

    def take(self, entry: Entry) -> None:
        """What one entry changes but for how far the journal goes, which no step asks."""
        header = entry.header
        if header.kind in HOUSEKEEPING:
            self.rows.put(HousekeepingRow(self.station, self.epoch, header.n))
        step = STEPS.get(type(entry.body)) if entry.body is not None else None
        if step is None:
            return
        try:
            step(self, header, entry.body)
        except Senseless as senseless:
            self.rows.put(IgnoredRow(self.station, self.epoch, header.n, str(senseless)))
