"""Whatever happens in weeks at a point, every figure of the running day equals a plain recount of the journal.

Plans that change in the middle of a shift, clocks that are set, shifts across midnight and reopened ones, voids,
corrections, paper entries, stops, devices that move away, days on which nobody writes an entry, zero reports.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from campaign.calendar import business_day, format_time, parse_day, parse_time
from campaign.events import HOUSEKEEPING
from campaign.pace import Pace
from station_app.services.hand_over import show_hand_over
from station_app.services.show_board import board_figures
from station_app.services.show_shift_close import closing_figures
from tests.station_app import plain_recount as plain
from tests.station_app.campaign_days import OPERATORS, Campaign, Point, campaigns, happen, point_at
from tests.station_app.desks import DEVICES, STATION, as_user
from tests.station_app.plain_hours import bars, hour_bars, plain_bars
from tests.station_app.plain_plan import midnight, seconds
from tests.station_app.plain_recount import NAMES, Told, by_operator

SUMMED = ("done", "quota", "plan_to_now", "ahead", "rate_per_hour", "projected_close", "downtime_minutes", "lost")
TOLD_PLAINLY = {"overdue": 0, "paused": 15, "silent": 10, "difference": 1, "unsent": 12}
"""Rules of attention with the least figure that is told."""


def told_of(pace: Pace) -> dict[str, int]:
    names = (*(name for name in Pace.__slots__), "ahead")
    return {name: getattr(pace, name) for name in names}


def the_board_agrees(point: Point, told: Told, day: str, now: str) -> None:
    board = board_figures(point.station)
    assert (format_time(board.day.now), board.day.day.isoformat()) == (now, day)
    for device in board.day.devices:
        windows = plain.planned(told, point.plans, STATION, device.device, day)
        assert told_of(device.pace) == plain.pace(told, windows, day, device.device, now)
        shown = hour_bars(told, windows, day, device.device, now)
        assert bars(device.hours) == plain_bars(shown)
        applications, shifts = told.of(day, device.device), told.shifts_of(day, device.device)
        assert {outcome: count for outcome, count in device.by_outcome.items() if count} == plain.by_outcome(
            applications
        )
        stretches = told.stretches(day, device.device)
        assert device.downtime == plain.downtime(stretches, now)
        stops = sorted(stretch.so_far(seconds(now)) for stretch in stretches if stretch.cause)
        assert sorted((int(a.timestamp()), int(b.timestamp())) for a, b in device.stops) == stops
        assert device.last_logged_at == told.last_logged.get(device.device, "")
        opened = {shift.window for shift in shifts}
        assert [window.id for window in device.missing] == [one.window for one in windows if one.window not in opened]
        assert device.zeroes == {
            window: reason for (of, who, window), reason in told.zeroes.items() if (of, who) == (day, device.device)
        }
        current = told.shifts[told.open[device.device]] if device.device in told.open else None
        if current is None:
            assert device.state == ("sealed" if shifts else "none")
            assert (device.shift.shift if device.shift else None) == (shifts[-1].id if shifts else None)
            continue
        assert device.shift is not None
        overdue = seconds(now) >= midnight(current.day) + 28 * 3600
        assert device.state == ("overdue" if overdue else current.state)
        assert (device.shift.shift, device.shift.operator) == (current.id, current.operator)
        if not overdue:
            last = current.stretches[-1]
            since = int(device.shift.paused_since.timestamp()) if device.shift.paused_since else None
            assert since == (last.since if last.cause else None)
    paces = [told_of(device.pace) for device in board.day.devices]
    for name in (
        "done",
        "quota",
        "plan_to_now",
        "ahead",
        "rate_per_hour",
        "projected_close",
        "downtime_minutes",
        "lost",
    ):
        assert getattr(board.day.total, name) == sum(pace[name] for pace in paces)
    counted = [one for one in told.of(day) if one.counts]
    funnel = board.day.funnel
    assert funnel.logged == len(counted)
    assert funnel.sealed == sum(told.shifts[one.shift].state == "sealed" for one in counted)
    assert funnel.exported == sum(one.n <= told.verified for one in counted)
    assert funnel.received == sum(one.n <= told.mark and one.n not in point.withheld for one in counted)
    today = told.shifts_of(day)
    assert (board.sealed, board.opened) == (sum(shift.state == "sealed" for shift in today), len(today))
    assert board.withheld == len(point.withheld)


def the_attention_agrees(point: Point, told: Told, day: str, now: str) -> None:
    """The rules whose figures a plain look at the journal gives."""
    yesterday = (parse_day(day) - timedelta(days=1)).isoformat()
    expected = Counter[tuple[str, str, int]]()
    for device in DEVICES:
        for shift in [*told.shifts_of(yesterday, device), *told.shifts_of(day, device)]:
            if shift.state == "sealed":
                expected["difference", device, shift.difference] += 1
        if device not in told.open:
            continue
        shift = told.shifts[told.open[device]]
        over, last = midnight(shift.day) + 28 * 3600, shift.stretches[-1]
        if seconds(now) >= over:
            expected["overdue", device, (seconds(now) - over) // 60] += 1
        elif last.cause:
            expected["paused", device, (seconds(now) - last.since) // 60] += 1
        else:
            logged = seconds(told.last_logged[device]) if device in told.last_logged else 0
            expected["silent", device, (seconds(now) - max(last.since, logged)) // 60] += 1
    unsent = [
        entry for entry in point.entries() if entry.header.n > told.mark and entry.header.kind not in HOUSEKEEPING
    ]
    if unsent:
        expected["unsent", "", (seconds(now) - seconds(unsent[0].header.at)) // 3600] += 1
    shown = Counter(
        (line.concern.rule, line.concern.device, line.concern.figure)
        for line in board_figures(point.station).attention
        if line.concern.rule in TOLD_PLAINLY
    )
    assert shown == Counter({line: n for line, n in expected.items() if abs(line[2]) >= TOLD_PLAINLY[line[0]]})


def the_closing_agrees(point: Point, told: Told, day: str, now: str, last: int) -> None:
    for device in DEVICES:
        figures = closing_figures(point.station, device)
        if device not in told.open:
            assert figures is None
            continue
        assert figures is not None
        shift = told.shifts[told.open[device]]
        applications = [one for one in told.applications.values() if one.shift == shift.id]
        assert figures.by_outcome == plain.by_outcome(applications)
        assert figures.counted == sum(one.counts for one in applications)
        assert figures.voided == sum(one.voided for one in applications)
        assert (figures.shift, figures.first, figures.last) == (shift.id, shift.n, last)
        lasted = [stretch.so_far(seconds(now)) for stretch in shift.stretches if stretch.cause]
        assert figures.paused_minutes == sum(until - since for since, until in lasted) // 60
        shares = {share.full_name: (share.logged, share.counted) for share in figures.shares}
        assert shares == {
            name: (sum(outcomes.values()), outcomes.get("accepted", 0))
            for name, outcomes in by_operator(told, shift.id).items()
        }
        windows = plain.planned(told, point.plans, STATION, device, shift.day)
        today = told_of(figures.pace) if figures.pace else None
        assert today == (plain.pace(told, windows, day, device, now) if shift.day == day else None)
        sealed = [other for other in told.shifts_of(shift.day, device) if other.sealed_n]
        assert (figures.earlier is None) == (not sealed)


def the_hand_over_agrees(point: Point, told: Told) -> None:
    for user in OPERATORS:
        shown = show_hand_over(as_user(point.station, user)).shifts
        mine = [told.shifts[shift] for shift in told.open.values() if told.shifts[shift].operator == user]
        assert {one.shift: (one.logged, one.counted) for one in shown} == {
            shift.id: (sum(outcomes.values()), outcomes.get("accepted", 0))
            for shift in mine
            for outcomes in [by_operator(told, shift.id).get(NAMES[user], {})]
        }


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(campaign=campaigns)
def test_every_figure_of_the_running_day_is_what_a_plain_recount_tells(quick_home: Path, campaign: Campaign) -> None:
    with point_at(quick_home) as point:
        for _ in happen(point, campaign):
            entries = point.entries()
            told = plain.told_by(entries)
            now = max(format_time(point.clock()), entries[-1].header.at)
            day = business_day(parse_time(now)).isoformat()
            the_board_agrees(point, told, day, now)
            the_attention_agrees(point, told, day, now)
            the_closing_agrees(point, told, day, now, entries[-1].header.n)
            the_hand_over_agrees(point, told)
