"""An unlocked station: its store, who works at it, its clock, and the one way to write to its journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path

from bundle.envelope import read_envelope
from campaign.calendar import business_day, format_time, parse_time
from campaign.catalogue import Catalogue
from campaign.events import Body, ClockStepped, kind_of
from campaign.plan import Plan
from campaign.plan_document import read_plan
from campaign.quota import WindowPlan, plan_in_force, window_of
from campaign.refusal import InputRefused
from campaign.rows import DeviceRow, JournalRow, Rows, ShiftRow, StationRow, UserRow
from campaign.subject import Subject
from db.envelopes import kept_envelopes
from db.journal import Appended, Journal
from db.keyslots import KeySlots
from db.store import Store
from db.transaction import Snapshot, Transaction
from station_app.services.permission import Person

_CLOCK_STEPPED = kind_of(ClockStepped)
_PLANS = 64
"""Versions of plans that are kept read: the same bytes are the same plan."""
PROGRAM = "enrol-station 0.1.0"


@dataclass(frozen=True, slots=True)
class Identity:
    """What a station is, for as long as its store lives."""

    campaign: str
    station: str
    unit: str
    epoch: int
    drill: bool


@dataclass(frozen=True, slots=True)
class Keys:
    """The secrets that live inside the encrypted store."""

    store: bytes
    signing: bytes
    marks: bytes


@dataclass
class Station:
    """``person`` is who signed in; ``clock`` gives aware moments."""

    home: Path
    store: Store
    slots: KeySlots
    identity: Identity
    keys: Keys
    person: Person
    catalogue: Catalogue
    clock: Callable[[], datetime]
    revoked: bool = False
    """Whether the city has revoked this station's key: as the newest trust says, and then intake stops."""

    @contextmanager
    def work(self) -> Iterator[Work]:
        """One write transaction: all of it becomes durable at the end, or nothing."""
        with self.store.write() as tx:
            yield Work(self, tx)

    def plans(self, snapshot: Snapshot) -> list[Plan]:
        """The accepted plans, in no order: verified when they were taken."""
        return [_plan_in(kept.content) for kept in kept_envelopes(snapshot, "plan")]

    def row(self, snapshot: Snapshot) -> StationRow:
        """The station's own row."""
        row = snapshot.get(StationRow, self.identity.station)
        assert row is not None, "a station begins with its journal_started"
        return row


@lru_cache(_PLANS)
def _plan_in(content: bytes) -> Plan:
    return read_plan(read_envelope(content, "plan", single=False).payload)


class Work:
    """What a service may touch while its transaction lasts.

    ``now`` is the later of the clock and ``last_at``, the last entry's time: entries never go back in time by
    themselves, and only right after a told step of the clock with it.
    """

    def __init__(self, station: Station, tx: Transaction) -> None:
        identity = station.identity
        self.station = station
        self.tx = tx
        self.journal = Journal(
            tx, identity.station, identity.epoch, station.catalogue.outcome_rules, station.keys.marks
        )
        self.rows: Rows = tx.rows
        last = self.rows.get(JournalRow, identity.station, identity.epoch)
        self.last_at = last.last_at if last else ""
        self.last = last.last if last else 0
        clock = format_time(station.clock())
        if last is not None and last.last_kind == _CLOCK_STEPPED:
            self.last_at = min(clock, self.last_at)
        self.now = max(clock, self.last_at)

    @property
    def code(self) -> str:
        """The station's code, with which every key starts."""
        return self.station.identity.station

    @property
    def today(self) -> date:
        return business_day(parse_time(self.now))

    def append(
        self,
        body: Body,
        *,
        shift: ShiftRow | None = None,
        device: str | None = None,
        subject: Subject | None = None,
        at: str | None = None,
        by: str | None = None,
    ) -> Appended:
        """The next entry. One in a shift belongs to the shift's day, another to that of its time."""
        moment = at or self.now
        day = date.fromisoformat(shift.day) if shift else business_day(parse_time(moment))
        return self.journal.append(
            body,
            at=moment,
            by=by or self.station.person.user,
            day=day,
            shift=shift.shift if shift else None,
            device=shift.device if shift else device,
            subject=subject,
        )

    def device(self, device: str) -> DeviceRow:
        """Raises InputRefused("unknown_device")."""
        row = self.rows.get(DeviceRow, self.code, device)
        if row is None or not row.label:
            raise InputRefused("unknown_device", device=device)
        return row

    def user(self, user: str) -> UserRow:
        """Raises InputRefused("unknown_user")."""
        row = self.rows.get(UserRow, self.code, user)
        if row is None or row.removed:
            raise InputRefused("unknown_user", user=user)
        return row

    def unsealed_shift(self, device: str) -> ShiftRow:
        """The shift that a device has open, paused or overdue. Raises InputRefused("no_open_shift")."""
        shift_id = self.device(device).shift
        shift = self.rows.get(ShiftRow, self.code, shift_id) if shift_id else None
        if shift is None:
            raise InputRefused("no_open_shift", device=device)
        return shift

    def window(self, device: str, window: str) -> tuple[Plan, WindowPlan]:
        """A device's window today, and the plan that it is of: the one in force, before any the first to come.

        Raises InputRefused("no_plan", "unknown_window").
        """
        plans = self.station.plans(self.tx)
        coming = min(plans, key=lambda plan: (plan.effective_from, -plan.version), default=None)
        plan = plan_in_force(plans, self.today) or coming
        if plan is None:
            raise InputRefused("no_plan", day=self.today.isoformat())
        planned = window_of(plan, self.code, device, self.today, window)
        if planned is None:
            raise InputRefused("unknown_window", window=window)
        return plan, planned
