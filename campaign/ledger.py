"""The projected rows of one epoch of a station, as the steps of the fold see them."""

from __future__ import annotations

from dataclasses import dataclass

from campaign.events import Header
from campaign.outcome_rules import OutcomeRules
from campaign.rows import ApplicationRow, CommuneRow, DeviceRow, Rows, ShiftRow, SpanRow, TallyRow


class Senseless(Exception):
    """An entry changes nothing; the argument is a stable code that says why."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """``outcomes`` are what the catalogue in force says of them."""

    rows: Rows
    station: str
    epoch: int
    outcomes: OutcomeRules

    def device(self, name: str) -> DeviceRow:
        """A device's row; one that nobody has added yet bears its id as label."""
        return self.rows.get(DeviceRow, self.station, name) or DeviceRow(self.station, name, name)

    def shift(self, header: Header) -> ShiftRow:
        """The shift of the header."""
        shift = self.rows.get(ShiftRow, self.station, header.shift) if header.shift else None
        if shift is None:
            raise Senseless("no_such_shift")
        if shift.device != header.device:
            raise Senseless("other_device")
        return shift

    def open_shift(self, header: Header) -> ShiftRow:
        """The shift of the header, if the entry may still belong to it; it may be paused."""
        shift = self.shift(header)
        if shift.state == "sealed":
            raise Senseless("shift_sealed")
        return shift

    def begin_span(self, shift: ShiftRow, at: str, cause: str = "") -> None:
        shift.spans += 1
        self.rows.put(SpanRow(self.station, shift.shift, shift.spans, cause, at))

    def end_span(self, shift: ShiftRow, at: str) -> None:
        key = (self.station, shift.shift, shift.spans)
        span = self.rows.get(SpanRow, *key) or SpanRow(*key, cause="", since=at)
        # A clock that was set back gives a span of no length, never of a negative one.
        span.until = max(at, span.since)
        self.rows.put(span)

    def tally(self, of: ApplicationRow) -> TallyRow:
        key = (self.station, of.day, of.device, of.shift, of.hour, of.outcome)
        return self.rows.get(TallyRow, *key) or TallyRow(*key)

    def commune(self, of: ApplicationRow) -> CommuneRow:
        key = (self.station, of.day, of.commune)
        return self.rows.get(CommuneRow, *key) or CommuneRow(*key)
