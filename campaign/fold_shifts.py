"""What entries about shifts change: `open ⇄ paused → sealed`, and open again (campaign rules, Shift)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import UNSET

from campaign import events as e
from campaign.events import Header
from campaign.ledger import Ledger, Senseless
from campaign.rows import ShiftRow, ZeroRow


def _shift_opened(ledger: Ledger, header: Header, body: e.ShiftOpened) -> None:
    if header.shift is UNSET or header.device is UNSET:
        raise Senseless("no_such_shift")
    if ledger.rows.get(ShiftRow, ledger.station, header.shift) is not None:
        raise Senseless("shift_exists")
    device = ledger.device(header.device)
    if device.shift:
        raise Senseless("shift_still_open")
    device.shift = header.shift
    ledger.rows.put(device)
    shift = ShiftRow(
        station=ledger.station,
        shift=header.shift,
        epoch=ledger.epoch,
        day=body.day,
        device=header.device,
        window=body.window,
        plan_version=body.plan_version,
        quota=body.quota,
        planned_minutes=body.planned_minutes,
        commander=body.commander,
        state="open",
        opened_at=header.at,
        opened_n=header.n,
        operator=header.by,
        spans=0,
    )
    ledger.begin_span(shift, header.at)
    ledger.rows.put(shift)


def _shift_paused(ledger: Ledger, header: Header, body: e.ShiftPaused) -> None:
    shift = ledger.open_shift(header)
    # Paused again is a change of cause: the time so far keeps the earlier one.
    shift.state = "paused"
    ledger.end_span(shift, header.at)
    ledger.begin_span(shift, header.at, body.cause)
    ledger.rows.put(shift)


def _shift_resumed(ledger: Ledger, header: Header, body: e.ShiftResumed) -> None:
    shift = ledger.open_shift(header)
    if shift.state != "paused":
        raise Senseless("not_paused")
    shift.state = "open"
    ledger.end_span(shift, header.at)
    ledger.begin_span(shift, header.at)
    ledger.rows.put(shift)


def _shift_handed_over(ledger: Ledger, header: Header, body: e.ShiftHandedOver) -> None:
    shift = ledger.open_shift(header)
    shift.operator = body.to
    ledger.rows.put(shift)


def _shift_closed(ledger: Ledger, header: Header, body: e.ShiftClosed) -> None:
    shift = ledger.open_shift(header)
    shift.device_counter = body.device_counter
    shift.counted = body.counted
    shift.difference = body.difference
    shift.difference_reason = body.reason or ""
    ledger.rows.put(shift)


def _shift_sealed(ledger: Ledger, header: Header, body: e.ShiftSealed) -> None:
    shift = ledger.open_shift(header)
    shift.state = "sealed"
    shift.ended_at = header.at
    shift.sealed_n = header.n
    ledger.end_span(shift, header.at)
    ledger.rows.put(shift)
    device = ledger.device(shift.device)
    device.shift = ""
    ledger.rows.put(device)


def _shift_reopened(ledger: Ledger, header: Header, body: e.ShiftReopened) -> None:
    shift = ledger.shift(header)
    device = ledger.device(shift.device)
    if device.shift:  # this one, unless it is sealed
        raise Senseless("shift_still_open")
    device.shift = shift.shift
    ledger.rows.put(device)
    shift.state = "open"
    shift.ended_at = ""
    shift.sealed_n = 0
    ledger.begin_span(shift, header.at)
    ledger.rows.put(shift)


def _zero_reported(ledger: Ledger, header: Header, body: e.ZeroReported) -> None:
    ledger.rows.put(ZeroRow(ledger.station, body.day, body.device, body.window, body.reason))


STEPS: dict[type[e.Body], Callable[[Ledger, Header, Any], None]] = {
    e.ShiftOpened: _shift_opened,
    e.ShiftPaused: _shift_paused,
    e.ShiftResumed: _shift_resumed,
    e.ShiftHandedOver: _shift_handed_over,
    e.ShiftClosed: _shift_closed,
    e.ShiftSealed: _shift_sealed,
    e.ShiftReopened: _shift_reopened,
    e.ZeroReported: _zero_reported,
}
