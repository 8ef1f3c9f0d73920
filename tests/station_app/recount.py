"""The figures of a station counted anew from its journal's entries, plainly: no fold, no tables, no SQL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from campaign import events as e
from campaign.calendar import parse_time
from campaign.entry import Entry

COUNTED = "accepted"
MINUTE = timedelta(minutes=1)


@dataclass
class Recount:
    """``voided`` and ``logged`` hold entry numbers; ``shifts`` the state of each."""

    logged: dict[int, Entry] = field(default_factory=dict)
    voided: set[int] = field(default_factory=set)
    shifts: dict[str, str] = field(default_factory=dict)
    pauses: list[tuple[str, datetime, datetime | None]] = field(default_factory=list)
    exports: dict[int, int] = field(default_factory=dict)
    verified: int = 0
    mark: int = 0
    last: int = 0
    unsent: list[Entry] = field(default_factory=list)

    def counted(self, day: str) -> dict[int, Entry]:
        """The unvoided applications of a business day whose outcome counts."""
        return {
            n: entry
            for n, entry in self.logged.items()
            if n not in self.voided and entry.header.day == day and outcome(entry) == COUNTED
        }

    def funnel(self, day: str, quarantined: Iterable[int]) -> dict[str, int]:
        counted = self.counted(day)
        sealed = [entry for entry in counted.values() if self.shifts[str(entry.header.shift)] == "sealed"]
        return {
            "logged": len(counted),
            "sealed": len(sealed),
            "exported": sum(n <= self.verified for n in counted),
            "received": sum(n <= self.mark and n not in quarantined for n in counted),
        }

    def done(self, day: str) -> Counter[str]:
        """By device."""
        return Counter(str(entry.header.device) for entry in self.counted(day).values())

    def downtime(self, day: str, device: str, now: datetime) -> int:
        pauses = [(since, until or now) for of, since, until in self.pauses if of == f"{day}.{device}"]
        return sum((until - since for since, until in pauses), timedelta()) // MINUTE


def outcome(entry: Entry) -> str:
    assert isinstance(entry.body, e.ApplicationLogged)
    return entry.body.outcome


def recount(entries: Iterable[Entry]) -> Recount:
    """From entry 1 on."""
    so_far = Recount()
    every = list(entries)
    for entry in every:
        _take(so_far, entry)
    so_far.unsent = [
        entry for entry in every if entry.header.n > so_far.mark and entry.header.kind not in e.HOUSEKEEPING
    ]
    return so_far


def _take(so_far: Recount, entry: Entry) -> None:
    header, shift = entry.header, str(entry.header.shift)
    so_far.last = header.n
    match entry.body:
        case e.ApplicationLogged():
            so_far.logged[header.n] = entry
        case e.ApplicationVoided(entry=n):
            so_far.voided.add(n)
        case e.ShiftOpened() | e.ShiftReopened():
            so_far.shifts[shift] = "open"
        case e.ShiftPaused():
            _resume(so_far, entry)
            so_far.shifts[shift] = "paused"
            so_far.pauses.append((f"{header.day}.{header.device}", parse_time(header.at), None))
        case e.ShiftResumed():
            _resume(so_far, entry)
            so_far.shifts[shift] = "open"
        case e.ShiftSealed():
            so_far.shifts[shift] = "sealed"
        case e.BundleExported(seq=seq, last=last):
            so_far.exports[seq] = last
        case e.BundleVerified(seq=seq):
            so_far.verified = max(so_far.verified, so_far.exports[seq])
        case e.ReceiptAccepted(mark=mark):
            so_far.mark = mark


def _resume(so_far: Recount, entry: Entry) -> None:
    place = f"{entry.header.day}.{entry.header.device}"
    at = parse_time(entry.header.at)
    so_far.pauses = [(of, since, at if of == place and until is None else until) for of, since, until in so_far.pauses]
