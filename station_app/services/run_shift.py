"""What happens to an open shift until it is closed: pause, resume, hand over; and what needs a person's word: reopen,
zero.
"""

from __future__ import annotations

from datetime import datetime

from campaign.calendar import day_ends, format_time, parse_day, parse_time
from campaign.events import ShiftHandedOver, ShiftPaused, ShiftReopened, ShiftResumed, ZeroReported
from campaign.identity import normalise_name
from campaign.refusal import InputRefused
from campaign.rows import ShiftRow
from db.reads.shifts import totals_by_operator
from station_app.services.open_shift import ShiftChanged
from station_app.services.permission import Person
from station_app.services.station import Station, Work


def pause_shift(station: Station, device: str, cause: str, since: datetime | None = None) -> ShiftChanged:
    """``since``: when the device stopped, where the cause was told a moment later; not before the last entry.

    Raises InputRefused("unknown_cause", "no_open_shift", "shift_paused", "shift_overdue").
    """
    station.person.require("run_shift")
    _require_cause(station, cause)
    with station.work() as work:
        shift = _running(work, device)
        if shift.state == "paused":
            raise InputRefused("shift_paused", shift=shift.shift)
        at = max(min(format_time(since), work.now), work.last_at) if since else None
        appended = work.append(ShiftPaused(cause=cause), shift=shift, at=at)
    return ShiftChanged(shift.shift, appended.n, "paused")


def change_pause_cause(station: Station, device: str, cause: str) -> ShiftChanged:
    """Another cause from here on; the time so far keeps the earlier one.

    Raises InputRefused("unknown_cause", "no_open_shift", "shift_not_paused", "shift_overdue").
    """
    station.person.require("run_shift")
    _require_cause(station, cause)
    with station.work() as work:
        shift = _paused(work, device)
        appended = work.append(ShiftPaused(cause=cause), shift=shift)
    return ShiftChanged(shift.shift, appended.n, "paused")


def resume_shift(station: Station, device: str) -> ShiftChanged:
    """Raises InputRefused("no_open_shift", "shift_not_paused", "shift_overdue")."""
    station.person.require("run_shift")
    with station.work() as work:
        shift = _paused(work, device)
        appended = work.append(ShiftResumed(), shift=shift)
    return ShiftChanged(shift.shift, appended.n, "open")


def hand_over_shift(station: Station, device: str, to: str) -> ShiftChanged:
    """The next operator takes the running shift; the sub-totals of the one before go into the entry.

    Raises InputRefused("unknown_user", "no_open_shift", "shift_overdue"), NotPermitted("role_may_not") for a successor
    who may not log.
    """
    station.person.require("run_shift")
    with station.work() as work:
        shift = _running(work, device)
        Person.of(work.user(to), station.identity.drill).require("log")
        totals = totals_by_operator(work.tx, work.code, shift.shift).get(shift.operator, {})
        body = ShiftHandedOver(from_user=shift.operator, to=to, totals=totals)
        state = shift.state
        appended = work.append(body, shift=shift)
    return ShiftChanged(shift.shift, appended.n, state)


def reopen_shift(station: Station, shift_id: str, reason: str) -> ShiftChanged:
    """A supervisor opens a sealed shift of the running business day again: same id, counts add up, sealed again.

    Raises InputRefused("no_such_shift", "shift_still_open", "shift_overdue", "reason_needed").
    """
    station.person.require("reopen")
    said = _told(reason)
    with station.work() as work:
        shift = work.rows.get(ShiftRow, work.code, shift_id)
        if shift is None:
            raise InputRefused("no_such_shift", shift=shift_id)
        if work.device(shift.device).shift:
            raise InputRefused("shift_still_open", device=shift.device)
        _refuse_overdue(work, shift)
        appended = work.append(ShiftReopened(reason=said), shift=shift)
    return ShiftChanged(shift_id, appended.n, "open")


def report_zero(station: Station, device: str, window: str, reason: str) -> ShiftChanged:
    """A person says that a scheduled device did not run in a window of this business day.

    Raises InputRefused("unknown_device", "no_plan", "unknown_window", "shift_exists", "reason_needed").
    """
    station.person.require("run_shift")
    said = _told(reason)
    with station.work() as work:
        work.device(device)
        work.window(device, window)
        day = work.today.isoformat()
        shift_id = f"{day}.{device}.{window}.1"
        if work.rows.get(ShiftRow, work.code, shift_id) is not None:
            raise InputRefused("shift_exists", shift=shift_id)
        body = ZeroReported(device=device, window=window, day=day, reason=said)
        appended = work.append(body, device=device)
    return ShiftChanged(shift_id, appended.n, "zero")


def _told(reason: str) -> str:
    said = normalise_name(reason)
    if not said:
        raise InputRefused("reason_needed")
    return said


def is_overdue(shift: ShiftRow, now: str) -> bool:
    """Whether an unsealed shift's business day is over: it takes no more entries."""
    return shift.state != "sealed" and parse_time(now) >= day_ends(parse_day(shift.day))


def _running(work: Work, device: str) -> ShiftRow:
    shift = work.unsealed_shift(device)
    _refuse_overdue(work, shift)
    return shift


def _paused(work: Work, device: str) -> ShiftRow:
    shift = _running(work, device)
    if shift.state != "paused":
        raise InputRefused("shift_not_paused", shift=shift.shift)
    return shift


def _require_cause(station: Station, cause: str) -> None:
    if cause not in station.catalogue.downtime_causes:
        raise InputRefused("unknown_cause", cause=cause)


def _refuse_overdue(work: Work, shift: ShiftRow) -> None:
    if parse_time(work.now) >= day_ends(parse_day(shift.day)):
        raise InputRefused("shift_overdue", shift=shift.shift)
