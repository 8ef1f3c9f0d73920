"""The figures of a business day at this point: what the gauges, the board and `status` show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from campaign.calendar import business_day, format_time, parse_day, parse_time
from campaign.downtime import Span, paused_minutes, recent_running
from campaign.hours import Hour, hours
from campaign.pace import Pace, pace_of, sum_paces
from campaign.plan import Plan
from campaign.projection import RECENT_MINUTES
from campaign.quota import WindowPlan, day_windows, plan_in_force
from campaign.rows import DeviceRow, JournalRow, ShiftRow, ZeroRow
from campaign.stretch import Stretch
from db.reads.day import DeviceHours, Funnel, counted_since, funnel_of, hours_of_day
from db.reads.known_by import zeroes_of_day
from db.reads.point import devices_of
from db.reads.shifts import shifts_of_day, spans_of_day
from db.transaction import Snapshot
from station_app.services.receipts import quarantined_numbers
from station_app.services.run_shift import is_overdue
from station_app.services.station import Station

DeviceState = Literal["none", "open", "paused", "sealed", "overdue"]


@dataclass(frozen=True, slots=True)
class ShiftFacts:
    """The shift that a device has unsealed, or its last one of the day.

    ``paused_since`` is None while it runs, ``runs_since`` (since it opened or went on) while it doesn't; ``day`` is its
    business day.
    """

    shift: str
    day: date
    window: str
    label: str
    ends_at: datetime | None
    operator: str
    commander: str
    paused_since: datetime | None
    pause_cause: str
    runs_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class DeviceFigures:
    """A device's whole business day. ``downtime``: whole minutes by cause; ``by_outcome``: unvoided applications.

    ``stops``: when it was paused, in the order of time. ``recent``: when the counted ones of the last running hour were
    logged. ``missing``: the windows that no shift was opened for; ``zeroes``: those of them with a zero report, and its
    reason.
    """

    device: str
    label: str
    state: DeviceState
    shift: ShiftFacts | None
    pace: Pace
    hours: tuple[Hour, ...]
    by_outcome: Mapping[str, int]
    downtime: Mapping[str, int]
    last_logged_at: str
    stops: tuple[Stretch, ...] = ()
    recent: tuple[datetime, ...] = ()
    missing: tuple[WindowPlan, ...] = ()
    zeroes: Mapping[str, str] = field(default_factory=dict)

    @property
    def quiet_since(self) -> datetime | None:
        """Of a running shift: the last application, or when it opened or went on after a pause, if that was later."""
        if self.state != "open" or self.shift is None or self.shift.runs_since is None:
            return None
        logged = parse_time(self.last_logged_at) if self.last_logged_at else self.shift.runs_since
        return max(logged, self.shift.runs_since)

    @property
    def unreported(self) -> tuple[WindowPlan, ...]:
        """The missing windows of which nobody has said that they did not run."""
        return tuple(window for window in self.missing if window.id not in self.zeroes)


@dataclass(frozen=True, slots=True)
class DayFigures:
    """``plan`` is the one in force today, None without one; ``closes_at`` the end of its last window."""

    now: datetime
    day: date
    plan: Plan | None
    closes_at: datetime | None
    devices: tuple[DeviceFigures, ...]
    total: Pace
    funnel: Funnel

    def device(self, device: str) -> DeviceFigures | None:
        return next((figures for figures in self.devices if figures.device == device), None)


def day_figures(station: Station, snapshot: Snapshot) -> DayFigures:
    """All of today; its cost does not grow with the journal."""
    identity = station.identity
    journal = snapshot.get(JournalRow, identity.station, identity.epoch)
    now = parse_time(max(format_time(station.clock()), journal.last_at if journal else ""))
    day = business_day(now)
    counting = station.catalogue.counted_outcomes
    plans = station.plans(snapshot)
    plan = plan_in_force(plans, day)
    today = _Today(
        station=station,
        snapshot=snapshot,
        now=now,
        day=day,
        plans=plans,
        shifts=shifts_of_day(snapshot, identity.station, day.isoformat()),
        spans={
            device: [Span.of(row) for row in rows]
            for device, rows in spans_of_day(snapshot, identity.station, day.isoformat()).items()
        },
        hours=hours_of_day(snapshot, identity.station, day.isoformat(), counting),
        zeroes=zeroes_of_day(snapshot, identity.station, day.isoformat()),
    )
    devices = tuple(today.figures(row) for row in devices_of(snapshot, identity.station))
    row = station.row(snapshot)
    return DayFigures(
        now=now,
        day=day,
        plan=plan,
        closes_at=plan.window[-1].on(day)[1] if plan and plan.window else None,
        devices=devices,
        total=sum_paces(figures.pace for figures in devices),
        funnel=funnel_of(
            snapshot,
            identity.station,
            identity.epoch,
            day.isoformat(),
            mark=row.mark,
            quarantined=quarantined_numbers(snapshot, identity),
            counted_outcomes=counting,
        ),
    )


@dataclass(frozen=True, slots=True)
class _Today:
    station: Station
    snapshot: Snapshot
    now: datetime
    day: date
    plans: list[Plan]
    shifts: list[ShiftRow]
    spans: Mapping[str, list[Span]]
    hours: Mapping[str, DeviceHours]
    zeroes: list[ZeroRow]

    def figures(self, row: DeviceRow) -> DeviceFigures:
        of_device = [shift for shift in self.shifts if shift.device == row.device]
        opened = {shift.window: shift.plan_version for shift in of_device}
        windows = day_windows(self.plans, row.station, row.device, self.day, opened)
        spans = self.spans.get(row.device, [])
        tallied = self.hours.get(row.device) or DeviceHours({}, {})
        state, shift = self._current(row, of_device)
        recent = self._recent(row, spans)
        return DeviceFigures(
            device=row.device,
            label=row.label,
            state=state,
            shift=self._facts(shift, windows) if shift else None,
            pace=self._pace(windows, spans, tallied.counted, recent),
            hours=hours(tallied.by_hour, windows, self.now),
            by_outcome=tallied.by_outcome,
            downtime=paused_minutes(spans, self.now),
            last_logged_at=row.last_logged_at,
            stops=tuple(span.so_far(self.now) for span in spans if span.cause),
            recent=recent,
            missing=tuple(window for window in windows if window.id not in opened),
            zeroes={zero.window: zero.reason for zero in self.zeroes if zero.device == row.device},
        )

    def _current(self, row: DeviceRow, of_device: list[ShiftRow]) -> tuple[DeviceState, ShiftRow | None]:
        unsealed = next((shift for shift in of_device if shift.shift == row.shift), None)
        if row.shift and unsealed is None:  # one of an earlier day
            unsealed = self.snapshot.get(ShiftRow, row.station, row.shift)
        if unsealed is None:
            return ("sealed", of_device[-1]) if of_device else ("none", None)
        if is_overdue(unsealed, format_time(self.now)):
            return "overdue", unsealed
        return ("paused" if unsealed.state == "paused" else "open"), unsealed

    def _recent(self, row: DeviceRow, spans: list[Span]) -> tuple[datetime, ...]:
        since, _ = recent_running(spans, self.now, RECENT_MINUTES)
        recent = counted_since(self.snapshot, row.station, self.day.isoformat(), row.device, format_time(since))
        return tuple(map(parse_time, recent))

    def _pace(
        self, windows: tuple[WindowPlan, ...], spans: list[Span], done: int, recent: tuple[datetime, ...]
    ) -> Pace:
        reducing = {
            cause.id for cause in self.station.catalogue.downtime_causes.values() if cause.reduces_available_hours
        }
        return pace_of(windows, now=self.now, done=done, spans=spans, recent=recent, reducing=reducing)

    def _facts(self, shift: ShiftRow, windows: tuple[WindowPlan, ...]) -> ShiftFacts:
        planned = next((window for window in windows if window.id == shift.window), None)
        going_on = [span for span in self.spans.get(shift.device, []) if span.until is None]
        paused = next((span for span in reversed(going_on) if span.cause), None)
        runs = next((span for span in reversed(going_on) if not span.cause), None)
        return ShiftFacts(
            shift=shift.shift,
            day=parse_day(shift.day),
            window=shift.window,
            label=planned.label if planned else shift.window,
            ends_at=planned.end if planned else None,
            operator=shift.operator,
            commander=shift.commander,
            paused_since=paused.since if paused else None,
            pause_cause=paused.cause if paused else "",
            runs_since=runs.since if runs else None,
        )
