"""Close and seal a shift in one step, against the device's own counter."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import UNSET

from campaign.calendar import parse_time
from campaign.downtime import Span, paused_minutes
from campaign.events import ShiftClosed, ShiftResumed, ShiftSealed
from campaign.identity import normalise_name
from campaign.refusal import InputRefused
from db.reads.shifts import shift_totals, spans_of_shift
from station_app.services.station import Station


@dataclass(frozen=True, slots=True)
class DifferenceReason:
    """A usual reason for a difference; the journal keeps its Vietnamese words, as it keeps a reason that is typed."""

    id: str
    label_vi: str
    label_en: str


DIFFERENCE_REASONS = (
    DifferenceReason("test", "Hồ sơ thử máy", "Test of the device"),
    DifferenceReason("power_cut", "Lập lại do mất điện", "Redone after power cut"),
    DifferenceReason("logged_late", "Quên ghi, ghi bù ngay", "Forgotten, logged late"),
)


@dataclass(frozen=True, slots=True)
class Closed:
    """``head`` is h of the sealing entry ``n``: what the slip shows. ``difference`` = device_counter - counted."""

    shift: str
    n: int
    state: str
    counted: int
    device_counter: int
    difference: int
    totals: dict[str, int]
    voided: int
    head: str


def close_shift(station: Station, device: str, device_counter: int, difference_reason: str | None = None) -> Closed:
    """Closes and seals the device's shift, an overdue one too; a paused one is resumed first.

    Raises InputRefused("unknown_device", "no_open_shift", "difference_reason_needed").
    """
    station.person.require("run_shift")
    with station.work() as work:
        shift = work.unsealed_shift(device)
        if shift.state == "paused":
            work.append(ShiftResumed(), shift=shift)
        spans = spans_of_shift(work.tx, work.code, shift.shift)
        tallied = shift_totals(work.tx, shift)
        counting = station.catalogue.counted_outcomes
        counted = sum(count for outcome, count in tallied.counts.items() if outcome in counting)
        difference = device_counter - counted
        reason = normalise_name(difference_reason or "")
        if difference and not reason:
            raise InputRefused(
                "difference_reason_needed", counted=counted, device_counter=device_counter, difference=difference
            )
        body = ShiftClosed(
            device_counter=device_counter,
            counted=counted,
            difference=difference,
            reason=reason or UNSET,
            totals=dict(tallied.counts),
            voided=tallied.voided,
            paused_minutes=paused_minutes(map(Span.of, spans), parse_time(work.now)),
        )
        work.append(body, shift=shift)
        sealed = work.append(ShiftSealed(), shift=shift)
    return Closed(
        shift.shift,
        sealed.n,
        "sealed",
        counted,
        device_counter,
        difference,
        dict(tallied.counts),
        tallied.voided,
        sealed.head,
    )
