"""Open a device's shift with its readiness checklist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec import UNSET

from campaign.events import ClockConfirmed, ShiftOpened
from campaign.identity import normalise_name
from campaign.refusal import InputRefused
from campaign.rows import ShiftRow
from station_app.services.permission import Person
from station_app.services.readiness import Answer, Surroundings, confirm_clock, judge, measure
from station_app.services.station import Station, Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """``answers`` by check id; ``crew`` user names; ``supervisor`` and ``override_reason`` for a failed blocking
    check.
    """

    device: str
    window: str
    commander: str
    answers: Mapping[str, Answer] = field(default_factory=dict)
    crew: tuple[str, ...] = ()
    supervisor: Person | None = None
    override_reason: str | None = None


@dataclass(frozen=True, slots=True)
class ShiftChanged:
    """The shift after a verb, and the entry that says so."""

    shift: str
    n: int
    state: str


def open_shift(station: Station, opening: Opening, surroundings: Surroundings) -> ShiftChanged:
    """Opens a shift for a window of the current business day; it keeps the plan version in force.

    Raises InputRefused("unknown_device", "no_plan", "unknown_window", "shift_still_open", "commander_needed",
    "unknown_user" in the crew, "check_missing", "check_failed", …), NotPermitted("role_may_not", "override_needed",
    "clock_unconfirmed").
    """
    station.person.require("run_shift")
    if station.revoked:
        raise InputRefused("station_revoked")
    supervisor = opening.supervisor or station.person
    commander = normalise_name(opening.commander)
    if not 1 <= len(commander) <= 64:
        raise InputRefused("commander_needed")
    with station.work() as work:
        device = work.device(opening.device)
        if device.shift:
            raise InputRefused("shift_still_open", device=opening.device, shift=device.shift)
        plan, planned = work.window(opening.device, opening.window)
        checks, override = judge(
            station.catalogue.readiness_checks,
            measure(station, work.tx, surroundings, opening.device),
            opening.answers,
            supervisor,
            opening.override_reason,
        )
        crew = opening.crew or (station.person.user,)
        for user in crew:
            work.user(user)
        if confirm_clock(work, supervisor):
            work.append(ClockConfirmed(), by=supervisor.user)
        body = ShiftOpened(
            window=opening.window,
            day=work.today.isoformat(),
            plan_version=plan.version,
            quota=planned.quota,
            planned_minutes=planned.planned_minutes,
            commander=commander,
            crew=list(crew),
            checks=checks,
            override=override or UNSET,
        )
        shift_id = _next_id(work, opening)
        appended = work.journal.append(
            body, at=work.now, by=station.person.user, day=work.today, shift=shift_id, device=opening.device
        )
    return ShiftChanged(shift_id, appended.n, "open")


def _next_id(work: Work, opening: Opening) -> str:
    """`<day>.<device>.<window>.<k>`: k counts the openings of the same window."""
    stem = f"{work.today.isoformat()}.{opening.device}.{opening.window}"
    k = 1
    while work.rows.get(ShiftRow, work.code, f"{stem}.{k}") is not None:
        k += 1
    return f"{stem}.{k}"
