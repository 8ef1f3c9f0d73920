"""The day's figures as the board shows them, worst first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time

from campaign.attention import unopened_window
from campaign.calendar import VIETNAM
from campaign.pace import minutes_ahead
from campaign.plan import Attention
from campaign.quota import WindowPlan
from campaign.stretch import MINUTE
from campaign.way import way_of
from station_app.services.figures import DayFigures, DeviceFigures
from station_app.services.show_board import BoardFigures
from station_app.ui.asking import Desk
from station_app.ui.board.attention_rendering import render_attention
from station_app.ui.board.shown import (
    BoardRow,
    BoardShown,
    ChartShown,
    DeviceMark,
    FunnelShown,
    HourShown,
    LineShown,
    TotalShown,
)


def render(figures: BoardFigures, tomorrow: Mapping[str, int], desk: Desk) -> BoardShown:
    """``tomorrow``: what is expected then, by device."""
    day = figures.day
    attention = day.plan.attention if day.plan else Attention()
    rows = sorted(
        (_row(place, device, figures, tomorrow, attention, desk) for place, device in enumerate(day.devices, 1)),
        key=_worst_first,
    )
    if rows and _needs_help(rows[0], attention):
        rows[0] = replace(rows[0], alarm=True)
    pace = day.total
    return BoardShown(
        at=day.now,
        station=desk.station.identity.station,
        planned=day.plan is not None,
        opened=figures.opened > 0,
        rows=tuple(rows),
        total=TotalShown(
            done=pace.done,
            quota=pace.quota,
            plan=pace.plan_to_now,
            ahead=pace.ahead,
            ahead_minutes=minutes_ahead(device.pace for device in day.devices),
            projected=pace.projected_close if figures.opened else None,
            band=(pace.projected_low, pace.projected_high) if figures.opened else None,
            closes_at=day.closes_at,
        ),
        funnel=FunnelShown(
            logged=day.funnel.logged,
            sealed=day.funnel.sealed,
            exported=day.funnel.exported,
            received=day.funnel.received,
            sealed_shifts=figures.sealed,
            opened_shifts=figures.opened,
            bundle=figures.bundle.seq if figures.bundle else None,
            bundle_at=figures.bundle.at if figures.bundle else None,
            withheld=figures.withheld,
        ),
        chart=_chart(day) if figures.opened else None,
        attention=render_attention(figures, desk),
    )


def _row(
    place: int,
    device: DeviceFigures,
    figures: BoardFigures,
    tomorrow: Mapping[str, int],
    attention: Attention,
    desk: Desk,
) -> BoardRow:
    pace, shift = device.pace, device.shift
    now = figures.day.now
    mark: DeviceMark = device.state
    minutes = 0
    cause = ""
    if device.state == "paused" and shift is not None and shift.paused_since is not None:
        minutes = (now - shift.paused_since) // MINUTE
        cause = desk.label(desk.station.catalogue.downtime_cause(shift.pause_cause))
    elif device.quiet_since is not None:
        minutes = (now - device.quiet_since) // MINUTE
        if minutes >= attention.silent_minutes:
            mark = "silent"
    unopened = _unopened(device, now)
    if unopened is not None:
        mark, minutes = "unopened", (now - unopened.start) // MINUTE
    elif device.state == "none" and device.zeroes:
        mark = "zero"
    return BoardRow(
        device=device.device,
        place=place,
        label=device.label or device.device,
        operator=figures.names.get(shift.operator, shift.operator) if shift else "",
        done=pace.done,
        plan=pace.plan_to_now,
        quota=pace.quota,
        projected=pace.projected_close if shift else None,
        band=(pace.projected_low, pace.projected_high) if shift else None,
        tomorrow=tomorrow.get(device.device),
        ahead=pace.ahead,
        ahead_minutes=pace.ahead_minutes,
        hours=tuple(HourShown(hour.hour, hour.counted, round(hour.planned, 1)) for hour in device.hours),
        rate=pace.rate_per_hour if shift else 0,
        downtime=pace.downtime_minutes,
        long_downtime=pace.downtime_minutes >= attention.pause_minutes,
        mark=mark,
        cause=cause,
        minutes=minutes,
        alarm=False,
        late=mark == "silent",
        window=unopened.label if unopened else "",
    )


def _unopened(device: DeviceFigures, now: datetime) -> WindowPlan | None:
    """The window that runs without the device, though it is planned for it."""
    if device.state not in ("none", "sealed"):
        return None
    window = unopened_window(device.unreported, now, busy=False)
    return window if window is not None and now < window.end else None


def _worst_first(row: BoardRow) -> tuple[bool, float, int]:
    """Overdue shifts, then those furthest behind their plan."""
    return row.mark != "overdue", row.ahead, row.place


def _needs_help(row: BoardRow, attention: Attention) -> bool:
    paused_long = row.mark == "paused" and row.minutes >= attention.pause_minutes
    return row.mark == "overdue" or paused_long or -row.ahead_minutes > attention.behind_minutes


def _chart(day: DayFigures) -> ChartShown | None:
    windows = [(window.label, *window.on(day.day)) for window in day.plan.window] if day.plan else []
    if not windows:
        return None
    midnight = datetime.combine(day.day, time(), VIETNAM)

    def minute(moment: datetime) -> float:
        return float((moment - midnight) // MINUTE)  # a pixel is about a minute: seconds would only be painted anew

    first, last = minute(windows[0][1]), minute(windows[-1][2])
    now = min(max(minute(day.now), first), last)
    return ChartShown(
        lines=tuple(
            LineShown(
                f"TB{place}",
                _points(device, first, now),
                _projected(device),
                tuple((max(first, minute(since)), min(now, minute(until))) for since, until in device.stops),
            )
            for place, device in enumerate(day.devices, 1)
            if device.shift is not None
        ),
        first=first,
        last=last,
        now=now,
        windows=tuple((minute(since), label) for label, since, _ in windows[1:]),
    )


def _points(device: DeviceFigures, first: float, now: float) -> tuple[tuple[float, float], ...]:
    """The deviation at the end of each hour, and at present; the day begins with none."""
    way = way_of(device.hours, first, now)
    before = [point for point in way if point[0] < now]
    return (*before, (max(now, first), float(device.pace.ahead)))


def _projected(device: DeviceFigures) -> float:
    return float(device.pace.projected_close - device.pace.quota)
