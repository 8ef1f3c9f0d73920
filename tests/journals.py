"""Journals for tests: bodies as a station writes them, entries that follow each other, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypedDict, TypeVar

import msgspec
from msgspec import UNSET, Raw

from campaign import events as e
from campaign.calendar import VIETNAM, business_day, format_time
from campaign.canonical import encode
from campaign.chain import first_head, next_head
from campaign.entry import Entry, make_entry, read_entry
from campaign.fold import Fold
from campaign.outcome_rules import OutcomeRules
from campaign.rows import IgnoredRow, MemoryRows, Row

STATION = "HP-LC-01"
DAY = "2021-04-02"
DEVICES = ("TB-1", "TB-2")
WINDOWS = ("ca-1", "ca-2")
COUNTED = frozenset(["accepted"])
RULES = OutcomeRules(COUNTED, frozenset(["missing_papers"]), frozenset([("duplicate", "number_used_by_another")]))
DIGEST = "5e" * 32

B = TypeVar("B", bound=e.Body)
R = TypeVar("R", bound=Row)


def _but(body: B, changes: dict[str, Any]) -> B:
    return msgspec.structs.replace(body, **changes)


def a_shift_id(device: str = "TB-1", window: str = "ca-1", k: int = 1, day: str = DAY) -> str:
    return f"{day}.{device}.{window}.{k}"


def a_journal_started(**changes: Any) -> e.JournalStarted:
    started = e.JournalStarted(
        campaign="hp-2021",
        station=STATION,
        unit="Công an quận Lê Chân",
        epoch=1,
        key_id=DIGEST,
        drill=True,
        program="0.1.0",
    )
    return _but(started, changes)


def a_shift_opened(**changes: Any) -> e.ShiftOpened:
    opened = e.ShiftOpened(
        window="ca-1",
        day=DAY,
        plan_version=1,
        quota=117,
        planned_minutes=300,
        commander="Trần Thị Hạnh",
        crew=["an.nv", "binh.tv"],
        checks=[e.CheckAnswer(id="disk_space", state="ok")],
    )
    return _but(opened, changes)


def a_shift_handed_over(**changes: Any) -> e.ShiftHandedOver:
    return _but(e.ShiftHandedOver(from_user="an.nv", to="binh.tv", totals={"accepted": 12}), changes)


def a_shift_closed(**changes: Any) -> e.ShiftClosed:
    closed = e.ShiftClosed(
        device_counter=12, counted=12, difference=0, totals={"accepted": 12}, voided=0, paused_minutes={}
    )
    return _but(closed, changes)


def an_application(**changes: Any) -> e.ApplicationLogged:
    logged = e.ApplicationLogged(
        form_id="form-1", case_type="from_cmnd9", outcome="accepted", commune="11404", source="typed", warnings=[]
    )
    return _but(logged, changes)


def a_void(entry: int, **changes: Any) -> e.ApplicationVoided:
    return _but(e.ApplicationVoided(entry=entry, reason="typing_error", second="hanh.tt"), changes)


def a_user_added(user: str = "binh.tv", **changes: Any) -> e.UserAdded:
    return _but(e.UserAdded(user=user, role="operator", full_name="Tạ Văn Bình"), changes)


def a_bundle_exported(seq: int, first: int, last: int, **changes: Any) -> e.BundleExported:
    return _but(e.BundleExported(seq=seq, first=first, last=last, sha256=DIGEST, place="stick-1"), changes)


def a_receipt_accepted(serial: int, through: int, **changes: Any) -> e.ReceiptAccepted:
    accepted = e.ReceiptAccepted(
        serial=serial, city_generation=1, accepted_through=through, mark=through, head=DIGEST, durable_through=0
    )
    return _but(accepted, changes)


class InShift(TypedDict, total=False):
    """What the header says of an entry in a shift."""

    shift: str
    device: str


@dataclass(slots=True)
class WrittenJournal:
    """One epoch's entries: each is given the next number, and a time ``minutes`` after the one before."""

    station: str = STATION
    epoch: int = 1
    at: datetime = datetime(2021, 4, 2, 7, 30, tzinfo=VIETNAM)
    entries: list[Entry] = field(default_factory=list)

    def add(
        self,
        body: e.Body,
        *,
        shift: str | None = None,
        device: str | None = None,
        by: str = "an.nv",
        subject: str | None = None,
        minutes: int = 1,
    ) -> Entry:
        self.at += timedelta(minutes=minutes)
        entry = make_entry(
            len(self.entries) + 1,
            format_time(self.at),
            business_day(self.at),
            by,
            body,
            shift=shift,
            device=device,
            subject=subject,
        )
        self.entries.append(entry)
        return entry

    def add_not_understood(self, kind: str, body: object, *, minutes: int = 1) -> Entry:
        """An entry of a kind, or with a body, that this program doesn't know: kept, and in trouble."""
        self.at += timedelta(minutes=minutes)
        n, at, day = len(self.entries) + 1, format_time(self.at), business_day(self.at).isoformat()
        entry = an_entry_of(kind, encode(body), n=n, at=at, day=day)
        self.entries.append(entry)
        return entry

    def on(self, device: str = "TB-1", window: str = "ca-1", k: int = 1, day: str = DAY) -> InShift:
        return {"shift": a_shift_id(device, window, k, day), "device": device}


def an_entry_of(kind: str, body: bytes, **header: Any) -> Entry:
    """Any kind with any body, right or wrong, under a header that is right."""
    facts = {"n": 1, "at": f"{DAY}T07:31:00+07:00", "day": DAY, "by": "an.nv", "subject": UNSET, **header}
    return read_entry(encode(e.Header(kind=kind, body=Raw(body), **facts)))


def heads(entries: Iterable[Entry], station: str = STATION, epoch: int = 1) -> Iterator[str]:
    """h(n) in hex of each entry."""
    head = first_head(station, epoch)
    for entry in entries:
        head = next_head(head, entry.data)
        yield head.hex()


def folded(entries: list[Entry], rows: MemoryRows | None = None, station: str = STATION, epoch: int = 1) -> MemoryRows:
    """What the entries add up to, on top of ``rows`` if given."""
    rows = MemoryRows() if rows is None else rows
    fold = Fold(rows, station, epoch, RULES)
    for entry, head in zip(entries, heads(entries, station, epoch), strict=True):
        fold.apply(entry, head)
    return rows


def the(shape: type[R], rows: MemoryRows, *key: object) -> R:
    """The row of the station with that key, which must be there."""
    row = rows.get(shape, STATION, *key)
    assert row is not None
    return row


def ignored(rows: MemoryRows, epoch: int = 1) -> dict[int, str]:
    """The senseless entries of the station and why they are."""
    found = [row for row in rows.tables[IgnoredRow].values() if isinstance(row, IgnoredRow)]
    return {row.n: row.why for row in found if (row.station, row.epoch) == (STATION, epoch)}
