"""A business day per device and per shift, as it is handed in: as known now, or at 02:00.

Figures as of 02:00 are provisional ("SỐ TẠM"), after 04:00 final (campaign rules, Day).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from campaign.calendar import DAY_ENDS, day_ends, format_time, parse_time
from campaign.downtime import Span, paused_minutes
from campaign.quota import WindowPlan, day_windows, plan_in_force
from campaign.rows import JournalRow, ShiftRow
from db.history import History
from db.reads.known_by import Logged, counted_on, logged_by_shift, zeroes_of_day
from db.reads.point import devices_of
from db.reads.shifts import shifts_of_day, spans_of_shift, totals_by_operator
from db.transaction import Snapshot
from station_app.services.colleagues import full_name
from station_app.services.station import Station

AsOf = Literal["now", "02:00"]
PROVISIONAL_AT = timedelta(hours=2)
"""After midnight."""


@dataclass(frozen=True, slots=True)
class OperatorPart:
    """What an operator has logged in a shift, unvoided, by outcome."""

    full_name: str
    by_outcome: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ShiftReport:
    """``state``: open, paused or sealed at the report's moment. ``downtime``: whole minutes by cause.

    ``device_counter`` and ``difference`` (counter less counted) are None before closing; ``head`` is that of the slip,
    in hex, "" before sealing.
    """

    shift: str
    device: str
    device_label: str
    window: str
    window_label: str
    state: str
    quota: int
    counted: int
    by_outcome: Mapping[str, int]
    voided: int
    downtime: Mapping[str, int]
    device_counter: int | None
    difference: int | None
    difference_reason: str
    opened_at: datetime
    ended_at: datetime | None
    commander: str
    operators: tuple[OperatorPart, ...]
    head: str


@dataclass(frozen=True, slots=True)
class DeviceReport:
    """A device's whole day; ``zeroes``: why it did not run, by window, as a person said."""

    device: str
    label: str
    quota: int
    counted: int
    by_outcome: Mapping[str, int]
    voided: int
    downtime: Mapping[str, int]
    difference: int
    zeroes: Mapping[str, str]

    @property
    def ahead(self) -> int:
        """Counted less the day's quota."""
        return self.counted - self.quota


@dataclass(frozen=True, slots=True)
class DayReport:
    """``moment``: up to which entries are in it. ``final``: the day is over and every shift of it sealed.

    ``agrees``: the tallies add up to the applications, counted one by one.
    """

    station: str
    unit: str
    drill: bool
    day: date
    moment: datetime
    final: bool
    agrees: bool
    devices: tuple[DeviceReport, ...]
    shifts: tuple[ShiftReport, ...]

    @property
    def unsealed(self) -> int:
        return sum(shift.state != "sealed" for shift in self.shifts)

    @property
    def counted(self) -> int:
        return sum(shift.counted for shift in self.shifts)


def report_day(station: Station, day: date, *, as_of: AsOf = "now", device: str | None = None) -> DayReport:
    """Of all devices or of one. The cost is that of the day, whatever the journal's length.

    Before 02:00 both say the same. Raises NotPermitted.
    """
    station.person.require("report")
    identity = station.identity
    with station.store.read() as snapshot:
        journal = snapshot.get(JournalRow, identity.station, identity.epoch)
        now = parse_time(max(format_time(station.clock()), journal.last_at if journal else ""))
        provisional = day_ends(day) - DAY_ENDS + PROVISIONAL_AT
        cut = as_of == "02:00" and now > provisional
        reading = _Reading(station, snapshot, day, provisional if cut else now, cut)
        shifts = reading.shifts(device)
        counted = sum(shift.counted for shift in shifts)
        agrees = cut or device is not None or counted == counted_on(snapshot, identity.station, day.isoformat())
        devices = tuple(
            reading.device(row.device, row.label, shifts)
            for row in devices_of(snapshot, identity.station)
            if device in (None, row.device)
        )
    final = not cut and now >= day_ends(day) and all(shift.state == "sealed" for shift in shifts)
    return DayReport(
        station=identity.station,
        unit=identity.unit,
        drill=identity.drill,
        day=day,
        moment=reading.moment,
        final=final,
        agrees=agrees,
        devices=devices,
        shifts=tuple(shifts),
    )


class _Reading:
    """One snapshot's day; ``cut``: the moment lies in the past."""

    def __init__(self, station: Station, snapshot: Snapshot, day: date, moment: datetime, cut: bool) -> None:
        self.moment, self._cut, self._day = moment, cut, day
        self._station, self._snapshot, self._code = station, snapshot, station.identity.station
        self._plans = station.plans(snapshot)
        self._text = format_time(moment)
        known = self._text if cut else None
        self._logged = logged_by_shift(snapshot, self._code, day.isoformat(), known)
        self._labels = {row.device: row.label for row in devices_of(snapshot, self._code)}
        opened = shifts_of_day(snapshot, self._code, day.isoformat())
        self._rows = [row for row in opened if row.opened_at <= self._text]

    def shifts(self, device: str | None) -> list[ShiftReport]:
        return [self._shift(row) for row in self._rows if device in (None, row.device)]

    def device(self, device: str, label: str, shifts: list[ShiftReport]) -> DeviceReport:
        own = [shift for shift in shifts if shift.device == device]
        by_outcome: Counter[str] = Counter()
        downtime: Counter[str] = Counter()
        for shift in own:
            by_outcome.update(shift.by_outcome)
            downtime.update(shift.downtime)
        zeroes = zeroes_of_day(self._snapshot, self._code, self._day.isoformat())
        return DeviceReport(
            device=device,
            label=label,
            quota=sum(window.quota for window in self._windows(device)),
            counted=sum(shift.counted for shift in own),
            by_outcome=dict(by_outcome),
            voided=sum(shift.voided for shift in own),
            downtime=dict(downtime),
            difference=sum(shift.difference or 0 for shift in own),
            zeroes={row.window: row.reason for row in zeroes if row.device == device},
        )

    def _windows(self, device: str) -> tuple[WindowPlan, ...]:
        opened = {row.window: row.plan_version for row in self._rows if row.device == device}
        return day_windows(self._plans, self._code, device, self._day, opened)

    def _shift(self, row: ShiftRow) -> ShiftReport:
        logged = self._logged.get((row.device, row.shift), Logged())
        counting = self._station.catalogue.counted_outcomes
        spans = [Span.of(span) for span in spans_of_shift(self._snapshot, self._code, row.shift)]
        closed = bool(row.ended_at) and row.ended_at <= self._text
        running = [span for span in spans if span.since <= self.moment]
        paused = bool(running) and running[-1].cause != ""
        sealed = row.state == "sealed" and closed
        return ShiftReport(
            shift=row.shift,
            device=row.device,
            device_label=self._labels.get(row.device, row.device),
            window=row.window,
            window_label=self._window_label(row),
            state="sealed" if sealed else "paused" if paused else "open",
            quota=row.quota,
            counted=sum(count for outcome, count in logged.counts.items() if outcome in counting),
            by_outcome={outcome: count for outcome, count in logged.counts.items() if count},
            voided=logged.voided,
            downtime=paused_minutes([span for span in spans if span.since <= self.moment], self.moment),
            device_counter=row.device_counter if sealed else None,
            difference=row.difference if sealed else None,
            difference_reason=row.difference_reason if sealed else "",
            opened_at=parse_time(row.opened_at),
            ended_at=parse_time(row.ended_at) if closed else None,
            commander=row.commander,
            operators=() if self._cut else self._operators(row),
            head=self._head(row) if sealed else "",
        )

    def _window_label(self, row: ShiftRow) -> str:
        plans = [plan for plan in self._plans if plan.version == row.plan_version]
        plan = plans[0] if plans else plan_in_force(self._plans, self._day)
        labels = {window.id: window.label for window in plan.window} if plan else {}
        return labels.get(row.window, row.window)

    def _operators(self, row: ShiftRow) -> tuple[OperatorPart, ...]:
        parts = totals_by_operator(self._snapshot, self._code, row.shift)
        return tuple(
            OperatorPart(full_name(self._snapshot, self._code, user), counts) for user, counts in parts.items()
        )

    def _head(self, row: ShiftRow) -> str:
        head = History(self._snapshot, self._code, row.epoch).head_at(row.sealed_n)
        return head.hex() if head else ""
