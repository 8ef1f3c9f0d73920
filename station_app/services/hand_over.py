"""The desk goes to the next operator while everything runs on: each keeps the sub-totals of what they logged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from campaign.events import ShiftHandedOver
from campaign.rows import DeviceRow, ShiftRow
from db.reads.point import devices_of
from db.reads.shifts import totals_by_operator
from db.transaction import Snapshot
from station_app.services.colleagues import Colleague, colleagues
from station_app.services.open_shift import ShiftChanged
from station_app.services.permission import Person
from station_app.services.pins import has_pin
from station_app.services.run_shift import is_overdue
from station_app.services.station import Station


@dataclass(frozen=True, slots=True)
class RunningShift:
    """A shift that somebody runs, and their own share of it: unvoided entries, and those that count."""

    device: str
    label: str
    shift: str
    window: str
    logged: int
    counted: int


@dataclass(frozen=True, slots=True)
class HandOver:
    """``successors`` may log, and are by given name; ``with_pin`` holds those whose PIN would be tried."""

    shifts: tuple[RunningShift, ...]
    successors: tuple[Colleague, ...]
    with_pin: frozenset[str]


def show_hand_over(station: Station) -> HandOver:
    """What the person at the desk would hand over, and to whom."""
    user = station.person.user
    counting = station.catalogue.counted_outcomes
    with station.store.read() as snapshot:
        shifts = []
        for device, shift in _run_by(station, snapshot, user):
            totals = totals_by_operator(snapshot, station.identity.station, shift.shift).get(user, {})
            counted = sum(count for outcome, count in totals.items() if outcome in counting)
            shifts.append(
                RunningShift(device.device, device.label, shift.shift, shift.window, sum(totals.values()), counted)
            )
        others = tuple(one for one in colleagues(station, snapshot) if one.works and one.user != user)
        pins = frozenset(one.user for one in others if has_pin(snapshot, one.user))
    return HandOver(tuple(shifts), others, pins)


def hand_over_desk(station: Station, to: Person) -> tuple[ShiftChanged, ...]:
    """Every shift that the person at the desk runs goes to ``to``, all in one transaction.

    Overdue ones stay: they take no more entries. Raises NotPermitted("role_may_not", "password_temporary") for a
    successor who may not log, StorageRefused.
    """
    to.require("log")
    user = station.person.user
    changed = []
    with station.work() as work:
        work.user(to.user)
        for _, shift in _run_by(station, work.tx, user):
            if user != to.user and not is_overdue(shift, work.now):
                totals: Mapping[str, int] = totals_by_operator(work.tx, work.code, shift.shift).get(user, {})
                body = ShiftHandedOver(from_user=user, to=to.user, totals=dict(totals))
                changed.append(ShiftChanged(shift.shift, work.append(body, shift=shift).n, shift.state))
    return tuple(changed)


def _run_by(station: Station, snapshot: Snapshot, user: str) -> list[tuple[DeviceRow, ShiftRow]]:
    """The unsealed shifts that somebody runs, by device."""
    code = station.identity.station
    running = []
    for device in devices_of(snapshot, code):
        shift = snapshot.get(ShiftRow, code, device.shift) if device.shift else None
        if shift is not None and shift.operator == user:
            running.append((device, shift))
    return running
