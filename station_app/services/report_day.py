"""A business day per device and per shift, as it is handed in: as known now, or at 02:00.

Figures as of 02:00 are provisional ("SỐ TẠM"), after 04:00 final (campaign rules, Day).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from campaign.calendar import DAY_ENDS, day_ends, format_time, parse_time
from campaign.downtime import Span, paused_minutes
from campaign.entry import read_entry
from campaign.events import ShiftClosed, ShiftSealed
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


@dataclass(frozen=True, slots=True)
class _Sealing:
    """Entry ``n`` sealed the shift at ``at``, after a closing with these figures."""

    n: int
    at: str
    device_counter: int
    difference: int
    reason: str


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
        # What is known now is known whatever the clock says: it may have been set back since.
        self._rows = [row for row in opened if not cut or row.opened_at <= self._text]

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
        if self._cut:
            spans = [span for span in spans if span.since <= self.moment]
        sealing = self._sealing(row, spans)
        return ShiftReport(
            shift=row.shift,
            device=row.device,
            device_label=self._labels.get(row.device, row.device),
            window=row.window,
            window_label=self._window_label(row),
            state="sealed" if sealing else "paused" if spans and spans[-1].cause else "open",
            quota=row.quota,
            counted=sum(count for outcome, count in logged.counts.items() if outcome in counting),
            by_outcome={outcome: count for outcome, count in logged.counts.items() if count},
            voided=logged.voided,
            downtime=paused_minutes(spans, self.moment),
            device_counter=sealing.device_counter if sealing else None,
            difference=sealing.difference if sealing else None,
            difference_reason=sealing.reason if sealing else "",
            opened_at=parse_time(row.opened_at),
            ended_at=parse_time(sealing.at) if sealing else None,
            commander=row.commander,
            operators=() if self._cut else self._operators(row),
            head=self._head(row.epoch, sealing.n) if sealing else "",
        )

    def _sealing(self, row: ShiftRow, spans: Sequence[Span]) -> _Sealing | None:
        """That of the report's moment: a shift may have been opened again since then."""
        if row.state == "sealed" and not (self._cut and row.ended_at > self._text):
            return _Sealing(row.sealed_n, row.ended_at, row.device_counter, row.difference, row.difference_reason)
        if not self._cut or not spans or spans[-1].until is None or spans[-1].until > self.moment:
            return None
        found, closed = None, None
        history = History(self._snapshot, self._code, row.epoch)
        for data, _, _ in history.entries(row.opened_n, history.last()):
            entry = read_entry(data)
            if entry.header.day > row.day:
                break
            if entry.header.shift == row.shift and entry.header.at <= self._text:
                closed = entry.body if isinstance(entry.body, ShiftClosed) else closed
                if isinstance(entry.body, ShiftSealed) and closed is not None:
                    found = _Sealing(
                        entry.header.n,
                        entry.header.at,
                        closed.device_counter,
                        closed.difference,
                        closed.reason or "",
                    )
        return found

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

    def _head(self, epoch: int, n: int) -> str:
        head = History(self._snapshot, self._code, epoch).head_at(n)
        return head.hex() if head else ""
