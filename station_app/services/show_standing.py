"""What the window's frame shows whatever the screen: each device's shift, what waits for a receipt, the chain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from campaign.calendar import business_day, format_time, parse_day, parse_time
from campaign.plan import Plan, Sync
from campaign.quota import plan_in_force
from campaign.rows import DeviceRow, ShiftRow
from db.reads.point import devices_of
from db.reads.sync import last_carried, standing_of
from db.transaction import Snapshot
from station_app.services.readiness import tail_is_intact
from station_app.services.run_shift import is_overdue
from station_app.services.show_enrolment import is_enrolled
from station_app.services.station import Station

UnsealedState = Literal["none", "open", "paused", "overdue"]

_EXPORTS_LOOKED_AT = 200
"""Bundles that may wait for a receipt at once: some weeks of them."""


@dataclass(frozen=True, slots=True)
class DeviceStanding:
    """``state`` and ``window``: of the unsealed shift; ``starts`` and ``ends``: None where no plan knows its window."""

    device: str
    label: str
    state: UnsealedState
    window: str = ""
    starts: datetime | None = None
    ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the command has not confirmed. ``bundle``: the oldest exported one, None where nothing was exported.

    ``since``: the time of the oldest unconfirmed entry; ``unsent`` counts them.
    """

    unsent: int
    since: datetime | None
    bundle: int | None
    amber_hours: int
    orange_hours: int
    ask_reason_hours: int

    def hours(self, now: datetime) -> int:
        """Whole hours since the oldest entry that waits."""
        return int((now - self.since).total_seconds()) // 3600 if self.since else 0


@dataclass(frozen=True, slots=True)
class Standing:
    """``last_at``: the time of the journal's last entry, None in an empty one; ``enrolled``: by the command."""

    devices: tuple[DeviceStanding, ...]
    waiting: Waiting
    last_at: datetime | None
    enrolled: bool = True

    def of(self, device: str) -> DeviceStanding | None:
        return next((standing for standing in self.devices if standing.device == device), None)


def show_standing(station: Station) -> Standing:
    """Cheap enough to be asked after every entry."""
    with station.store.read() as snapshot:
        last_at = standing_of(snapshot, station.identity.station, station.identity.epoch).last_at
        return Standing(
            devices=devices_standing(station, snapshot),
            waiting=waiting_of(station, snapshot),
            last_at=parse_time(last_at) if last_at else None,
            enrolled=is_enrolled(station, snapshot),
        )


def chain_is_intact(station: Station) -> bool:
    """Whether the journal's last entries are those that were written."""
    with station.store.read() as snapshot:
        return tail_is_intact(snapshot, station.identity)


def devices_standing(station: Station, snapshot: Snapshot) -> tuple[DeviceStanding, ...]:
    """By device id."""
    plans = station.plans(snapshot)
    now = format_time(station.clock())
    return tuple(
        _device(row, snapshot.get(ShiftRow, row.station, row.shift) if row.shift else None, plans, now)
        for row in devices_of(snapshot, station.identity.station)
    )


def waiting_of(station: Station, snapshot: Snapshot) -> Waiting:
    identity = station.identity
    standing = standing_of(snapshot, identity.station, identity.epoch)
    exports = last_carried(snapshot, identity.station, identity.epoch, _EXPORTS_LOOKED_AT)
    bundles = [export.seq for export in exports if export.verified_at and export.last > standing.mark]
    plan = plan_in_force(station.plans(snapshot), business_day(station.clock()))
    sync = plan.sync if plan else Sync()
    return Waiting(
        unsent=standing.unsent,
        since=parse_time(standing.oldest_unsent_at) if standing.oldest_unsent_at else None,
        bundle=min(bundles, default=None),
        amber_hours=sync.amber_hours,
        orange_hours=sync.orange_hours,
        ask_reason_hours=sync.ask_reason_hours,
    )


def _device(row: DeviceRow, shift: ShiftRow | None, plans: list[Plan], now: str) -> DeviceStanding:
    if shift is None:
        return DeviceStanding(row.device, row.label, "none")
    state: UnsealedState = "overdue" if is_overdue(shift, now) else "paused" if shift.state == "paused" else "open"
    day: date = parse_day(shift.day)
    opened_with = next((plan for plan in plans if plan.version == shift.plan_version), None)
    window = next((window for window in opened_with.window if window.id == shift.window), None) if opened_with else None
    if window is None:
        return DeviceStanding(row.device, row.label, state, shift.window)
    starts, ends = window.on(day)
    return DeviceStanding(row.device, row.label, state, window.label, starts, ends)
