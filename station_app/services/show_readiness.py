"""What the opening of a device's shift is decided by: the plan's windows, who is there, what the program measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from campaign.calendar import business_day, format_time, parse_time
from campaign.quota import WindowPlan, plan_in_force, windows_of
from campaign.rows import JournalRow, ZeroRow
from db.reads.shifts import shifts_of_day
from db.transaction import Snapshot
from station_app.services.colleagues import Colleague, colleagues
from station_app.services.readiness import Answer, Surroundings, day_jump, measure
from station_app.services.show_standing import DeviceStanding, Waiting, devices_standing, waiting_of
from station_app.services.station import Station


@dataclass(frozen=True, slots=True)
class WindowChoice:
    """A window of the device's business day; ``quota`` its part of the day's. ``used``: a shift was opened for it.

    ``zero``: somebody has reported that the device doesn't run in it.
    """

    id: str
    label: str
    starts: datetime
    ends: datetime
    quota: int
    planned_minutes: int
    used: bool
    zero: bool


@dataclass(frozen=True, slots=True)
class OpeningFigures:
    """``windows`` is empty without a plan, ``proposed`` the window that is on or comes next, "" where none is left.

    ``measured``: the automatic checks by id; ``jumped_from``: when the last entry was written, where a supervisor has
    to confirm the day; ``people`` in the order of given names.
    """

    now: datetime
    day: date
    device: str
    devices: tuple[DeviceStanding, ...]
    plan_version: int | None
    windows: tuple[WindowChoice, ...]
    proposed: str
    people: tuple[Colleague, ...]
    measured: Mapping[str, Answer]
    free_bytes: int
    waiting: Waiting
    jumped_from: datetime | None
    revoked: bool

    @property
    def standing(self) -> DeviceStanding | None:
        return next((one for one in self.devices if one.device == self.device), None)


def opening_figures(station: Station, device: str, surroundings: Surroundings) -> OpeningFigures:
    """All that the readiness screen shows, from one consistent snapshot."""
    identity = station.identity
    with station.store.read() as snapshot:
        journal = snapshot.get(JournalRow, identity.station, identity.epoch)
        now = parse_time(max(format_time(station.clock()), journal.last_at if journal else ""))
        day = business_day(now)
        plan = plan_in_force(station.plans(snapshot), day)
        planned = windows_of(plan, identity.station, device, day) if plan else ()
        windows = _choices(station, snapshot, device, day, planned)
        jumped = day_jump(station, snapshot)
        return OpeningFigures(
            now=now,
            day=day,
            device=device,
            devices=devices_standing(station, snapshot),
            plan_version=plan.version if plan else None,
            windows=windows,
            proposed=_proposed(windows, now),
            people=colleagues(station, snapshot),
            measured=measure(station, snapshot, surroundings, device),
            free_bytes=surroundings.free_bytes,
            waiting=waiting_of(station, snapshot),
            jumped_from=parse_time(jumped) if jumped else None,
            revoked=station.revoked,
        )


def _choices(
    station: Station, snapshot: Snapshot, device: str, day: date, planned: tuple[WindowPlan, ...]
) -> tuple[WindowChoice, ...]:
    code = station.identity.station
    used = {shift.window for shift in shifts_of_day(snapshot, code, day.isoformat()) if shift.device == device}
    return tuple(
        WindowChoice(
            id=window.id,
            label=window.label,
            starts=window.start,
            ends=window.end,
            quota=window.quota,
            planned_minutes=window.planned_minutes,
            used=window.id in used,
            zero=snapshot.get(ZeroRow, code, day.isoformat(), device, window.id) is not None,
        )
        for window in planned
    )


def _proposed(windows: tuple[WindowChoice, ...], now: datetime) -> str:
    """The first window not over and not yet used; else one that is on."""
    coming = [window for window in windows if now < window.ends]
    return next((window.id for window in coming if not window.used), coming[0].id if coming else "")
