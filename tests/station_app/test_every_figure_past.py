"""Whatever happens in weeks at a point, its days, its progress and what waits equal a plain recount of the journal."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from campaign.calendar import business_day, format_time, parse_day, parse_time
from campaign.progress import by_device, by_week, outlook
from station_app.services.follow_ups import Sieve, follow_ups
from station_app.services.report_day import DayReport, ShiftReport, report_day
from station_app.services.show_history import past_day
from station_app.services.show_progress import progress_figures
from station_app.services.show_tomorrow import tomorrow_figures
from tests.station_app import plain_recount as plain
from tests.station_app.campaign_days import Campaign, Point, campaigns, happen, point_at
from tests.station_app.desks import DEVICES, STATION, as_user
from tests.station_app.plain_hours import bars, hour_bars, plain_bars
from tests.station_app.plain_plan import Planned, in_force, midnight, nearest, seconds
from tests.station_app.plain_recount import Told, by_operator


def a_shift_agrees(shown: ShiftReport, told: Told, now: str, *, provisional: bool) -> None:
    shift = told.shifts[shown.shift]
    applications = [one for one in told.applications.values() if one.shift == shift.id]
    assert shown.by_outcome == plain.by_outcome(applications)
    assert (shown.counted, shown.voided) == (sum(a.counts for a in applications), sum(a.voided for a in applications))
    assert shown.downtime == plain.downtime(shift.stretches, now)
    assert shown.state == shift.state
    assert (shown.device_counter, shown.difference, shown.difference_reason) == (
        (shift.counter, shift.difference, shift.reason) if shift.state == "sealed" else (None, None, "")
    )
    assert (format_time(shown.ended_at) if shown.ended_at else "") == shift.sealed_at
    assert (format_time(shown.opened_at), shown.commander) == (shift.opened_at, shift.commander)
    if not provisional:
        assert {part.full_name: dict(part.by_outcome) for part in shown.operators} == by_operator(told, shift.id)


def a_report_agrees(point: Point, told: Told, report: DayReport, day: str, now: str, *, provisional: bool) -> None:
    shifts = told.shifts_of(day)
    assert [shift.shift for shift in report.shifts] == [shift.id for shift in shifts]
    assert report.agrees
    for shift in report.shifts:
        a_shift_agrees(shift, told, now, provisional=provisional)
    for device in report.devices:
        applications = told.of(day, device.device)
        windows = plain.planned(told, point.plans, STATION, device.device, day)
        assert device.quota == sum(window.quota for window in windows)
        assert device.counted == sum(one.counts for one in applications)
        assert device.by_outcome == plain.by_outcome(applications)
        assert device.voided == sum(one.voided for one in applications)
        by_shift = Counter[str]()
        for shown in told.shifts_of(day, device.device):
            by_shift.update(plain.downtime(shown.stretches, now))
        assert device.downtime == by_shift
        assert device.difference == sum(s.difference for s in told.shifts_of(day, device.device) if s.state == "sealed")
    assert (report.counted, report.unsealed) == (
        sum(one.counts for one in told.of(day)),
        sum(shift.state != "sealed" for shift in shifts),
    )


def the_reports_agree(point: Point, told: Told, days: list[str], now: str) -> None:
    """As of now, as of 02:00, and as history shows it: of every day, those without an entry too."""
    entries, station = point.entries(), as_user(point.station, "pd.luong")
    for day in days:
        past = past_day(station, parse_day(day))
        a_report_agrees(point, told, past.report, day, now, provisional=False)
        assert past.report.final == (
            seconds(now) >= midnight(day) + 28 * 3600 and all(shift.state == "sealed" for shift in told.shifts_of(day))
        )
        for way in past.ways:
            windows = plain.planned(told, point.plans, STATION, way.device, day)
            assert bars(way.hours) == plain_bars(hour_bars(told, windows, day, way.device, now))
            stops = [s.so_far(seconds(now)) for s in told.stretches(day, way.device) if s.cause]
            assert sorted((int(a.timestamp()), int(b.timestamp())) for a, b in way.stops) == sorted(stops)
            assert way.ran == bool(told.shifts_of(day, way.device))
        cut = f"{parse_day(day) + timedelta(days=1)}T02:00:00+07:00"
        known = [entry for entry in entries if entry.header.at <= cut]
        # Where a clock was set back over 02:00, nobody can say what was known then.
        if cut < now and known == entries[: len(known)]:
            report = report_day(station, parse_day(day), as_of="02:00")
            a_report_agrees(point, plain.told_by(known), report, day, cut, provisional=True)


def the_progress_agrees(point: Point, told: Told, today: str) -> None:
    figures = progress_figures(as_user(point.station, "pd.luong"))
    plan = in_force(point.plans, today)
    assert plan is not None
    assert figures.campaign is not None
    first = min(each.effective_from for each in point.plans)
    days = plain.days_between(first, max(plan.deadline, parse_day(today)))
    assert [day.day.isoformat() for day in figures.campaign.days] == days
    for shown in figures.campaign.days:
        day = shown.day.isoformat()
        quotas = [
            sum(window.quota for window in plain.planned(told, point.plans, STATION, device, day)) for device in DEVICES
        ]
        assert (shown.quota, shown.devices) == (sum(quotas), sum(quota > 0 for quota in quotas))
        counted = Counter(one.device for one in told.of(day) if one.counts)
        assert dict(shown.counted) == counted
    closed = [one for one in told.applications.values() if one.counts and one.day < today]
    assert figures.campaign.done == len(closed)
    assert figures.campaign.planned == sum(day.quota for day in figures.campaign.days if day.day.isoformat() < today)
    assert figures.campaign.target == sum(day.quota for day in figures.campaign.days)
    outcome = outlook(figures.campaign)
    worked = [day for day in days if closed and min(one.day for one in closed) <= day < today]
    asked = {shown.day.isoformat(): shown.devices for shown in figures.campaign.days if shown.quota}
    last = [day for day in worked if day in asked][-7:]
    pace = Fraction(sum(one.day in last for one in closed), sum(asked[day] for day in last)) if last else Fraction()
    left = sum(day >= today for day in asked)
    assert (outcome.pace, figures.campaign.left) == (pace, left)
    assert outcome.close == nearest(len(closed) + pace * outcome.devices * left)
    assert outcome.per_day == (Fraction(max(0, figures.campaign.target - len(closed)), left) if left else None)
    assert by_device(figures.campaign.closed) == Counter(one.device for one in closed)
    weeks = Counter(parse_day(one.day) - timedelta(days=parse_day(one.day).weekday()) for one in closed)
    assert {monday: counted for monday, (counted, _) in by_week(figures.campaign.closed).items() if counted} == weeks
    assert figures.communes == Counter(one.commune for one in closed)


def tomorrow_agrees(point: Point, told: Told, today: str) -> None:
    shown = tomorrow_figures(point.station)
    counted = Counter((one.day, one.device) for one in told.applications.values() if one.counts)
    past = plain.days_between(parse_day(today) - timedelta(days=7), parse_day(today))
    past = [day for day in past if any(known <= day and known >= past[0] for known, _ in counted)]
    expected = {}
    for device in DEVICES:
        minutes = [_minutes(plain.planned(told, point.plans, STATION, device, day)) for day in past]
        coming = plain.planned(told, point.plans, STATION, device, (parse_day(today) + timedelta(days=1)).isoformat())
        if planned := _minutes(coming):
            done = sum(counted[day, device] for day in past) + sum(window.quota for window in coming)
            expected[device] = floor(Fraction(done, sum(minutes) + planned) * planned + Fraction(1, 2))
    assert shown.expected == expected


def _minutes(windows: list[Planned]) -> int:
    return sum(len(window.minutes) for window in windows)


def the_follow_ups_agree(point: Point, told: Told) -> None:
    today = business_day(point.clock())
    listed = follow_ups(point.station, Sieve(), 1000)
    waiting = plain.waiting(told, point.numbers)
    assert [case.key[1] for case in listed.cases] == waiting
    assert (listed.waiting, listed.matching) == (len(waiting), len(waiting))
    by_reason = Counter((told.applications[n].outcome, told.applications[n].reason) for n in waiting)
    assert listed.by_reason == by_reason
    owners = {n: (arranged.owner or "", arranged.next_on or "") for n, arranged in told.arranged.items()}
    assert listed.by_owner == Counter(owners.get(n, ("", ""))[0] for n in waiting)
    ages = {n: (today - parse_day(told.applications[n].day)).days for n in waiting}
    assert {case.key[1]: case.age for case in listed.cases} == ages
    late = [n for n in waiting if _is_late(owners.get(n, ("", ""))[1], ages[n], today)]
    assert listed.late == len(late)


def _is_late(next_on: str, age: int, today: date) -> bool:
    return next_on < today.isoformat() if next_on else age >= 3


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(campaign=campaigns)
def test_every_figure_of_the_days_before_is_what_a_plain_recount_tells(quick_home: Path, campaign: Campaign) -> None:
    with point_at(quick_home) as point:
        for _ in happen(point, campaign):
            entries = point.entries()
            told = plain.told_by(entries)
            now = max(format_time(point.clock()), entries[-1].header.at)
            day = business_day(parse_time(now)).isoformat()
            first = min([day, *(shift.day for shift in told.shifts.values())])
            the_reports_agree(point, told, [*plain.days_between(parse_day(first), parse_day(day)), day], now)
            the_progress_agrees(point, told, day)
            tomorrow_agrees(point, told, day)
            the_follow_ups_agree(point, told)
