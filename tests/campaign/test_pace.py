"""How a day stands at a moment, in the figures of the screens, and at the edges of a day."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.downtime import Span
from campaign.pace import Pace, minutes_ahead, pace_of, sum_paces
from campaign.plan import Quota
from campaign.quota import WindowPlan, windows_of
from tests.campaign.plans import DAY, at, example, window_tuples, written

WINDOWS = windows_of(example(), "HP-LC-01", "TB-1", DAY)
REDUCING = frozenset(["power_cut"])


def steady(since: datetime, until: datetime, count: int) -> list[datetime]:
    return [since + (until - since) * (i + 0.5) / count for i in range(count)]


def day_so_far(
    now: datetime,
    done: int,
    windows: tuple[WindowPlan, ...] = WINDOWS,
    spans: list[Span] | None = None,
    recent: list[datetime] | None = None,
) -> Pace:
    """A device that has run since 07:30 at a steady rate, unless said otherwise."""
    return pace_of(
        windows,
        now=now,
        done=done,
        spans=[Span(at("07:30"), None)] if spans is None else spans,
        recent=steady(at("07:30"), now, done) if recent is None else recent,
        reducing=REDUCING,
    )


@pytest.mark.parametrize(
    ("done", "ahead", "minutes"),
    [(213, 12, 31), (207, 6, 15), (219, 18, 46), (201, 0, 0), (188, -13, -33), (164, -37, -95)],
)
def test_ahead_and_behind_at_seven_past_four(done: int, ahead: int, minutes: int) -> None:
    pace = day_so_far(at("16:07"), done)
    assert (pace.quota, pace.plan_to_now, pace.planned_minutes) == (350, 201, 900)
    assert (pace.ahead, pace.ahead_minutes) == (ahead, minutes)


def test_a_point_is_ahead_or_behind_at_its_common_rate() -> None:
    point = [day_so_far(at("16:07"), done) for done in (164, 188, 201, 207, 213, 219)]
    total = sum_paces(point)
    assert (total.done, total.quota, total.plan_to_now, total.ahead) == (1192, 2100, 1206, -14)
    assert minutes_ahead(point) == -6
    for name, figure in asdict(total).items():
        if name not in ("projected_low", "projected_high"):
            assert figure == sum(getattr(pace, name) for pace in point)
    assert sum(pace.projected_low for pace in point) < total.projected_low < total.projected_close
    assert total.projected_close < total.projected_high < sum(pace.projected_high for pace in point)
    assert sum_paces(point[:1]) == point[0]
    assert total.per_available_hour == 23


def test_no_devices_are_neither_ahead_nor_behind() -> None:
    assert sum_paces([]) == Pace()
    assert minutes_ahead([]) == 0
    assert minutes_ahead([Pace(done=5)]) == 0


def test_plan_to_now_follows_the_planned_minutes() -> None:
    clocks = ["04:00", "07:30", "12:30", "17:30", "22:30", "23:59"]
    assert [day_so_far(at(clock), 0).plan_to_now for clock in clocks] == [0, 0, 117, 233, 350, 350]


def test_halves_are_rounded_away_from_zero() -> None:
    assert day_so_far(at("07:39"), 0).plan_to_now == 4  # 3,5


def test_the_plan_stands_still_in_a_planned_break() -> None:
    plan = written(
        '[[window]]\nid = "a"\nlabel = "A"\nstart = 08:00:00\nend = 12:00:00\n'
        "breaks = [{ start = 09:00:00, end = 10:00:00 }]\n[quota]\nper_device_day = 180\n"
    )
    windows = windows_of(plan, "HP-1", "TB-1", DAY)
    assert [day_so_far(at(clock), 0, windows).plan_to_now for clock in ("09:00", "09:30", "10:00", "11:00")] == [
        60,
        60,
        60,
        120,
    ]


def test_a_shift_is_a_day_of_one_window() -> None:
    pace = day_so_far(at("15:00"), 60, WINDOWS[1:2], [Span(at("12:30"), None)], steady(at("12:30"), at("15:00"), 60))
    assert (pace.quota, pace.plan_to_now, pace.ahead) == (117, 59, 1)


def test_a_steady_device_closes_at_its_rate() -> None:
    pace = day_so_far(at("16:07"), 213)
    assert pace.rate_per_hour == 25  # 24,7
    assert pace.projected_close == pytest.approx(371, abs=1)
    assert pace.projected_low < pace.projected_close < pace.projected_high


def test_before_the_day_the_plan_is_all_that_is_known() -> None:
    pace = day_so_far(at("07:00"), 0, spans=[], recent=[])
    assert (pace.plan_to_now, pace.ahead, pace.projected_close, pace.rate_per_hour) == (0, 0, 350, 23)
    assert (pace.running_minutes, pace.available_minutes, pace.per_available_hour) == (0, 0, 0)


def test_a_few_first_applications_do_not_make_a_rate() -> None:
    pace = day_so_far(at("07:32"), 3)
    assert 350 < pace.projected_close < 500  # 90 an hour would close at 1.350


def test_many_do() -> None:
    assert day_so_far(at("08:30"), 60).rate_per_hour == pytest.approx(40, abs=2)  # a first hour's rush
    assert day_so_far(at("12:30"), 300).rate_per_hour == pytest.approx(52, abs=2)
    assert day_so_far(at("22:00"), 870).rate_per_hour == pytest.approx(57, abs=2)


def test_the_last_hour_bends_the_rate_of_the_day() -> None:
    now = at("16:00")
    slower = day_so_far(now, 200, recent=steady(at("15:00"), now, 10))
    faster = day_so_far(now, 200, recent=steady(at("15:00"), now, 40))
    assert slower.rate_per_hour < day_so_far(now, 200).rate_per_hour < faster.rate_per_hour
    assert slower.projected_close < faster.projected_close


def test_paused_time_is_no_running_time_of_the_rate() -> None:
    now = at("10:00")
    spans = [
        Span(at("07:30"), at("08:30")),
        Span(at("08:30"), at("09:30"), "power_cut"),
        Span(at("09:30"), None),
    ]
    recent = steady(at("07:30"), at("08:30"), 24) + steady(at("09:30"), now, 12)
    pace = day_so_far(now, 36, spans=spans, recent=recent)
    assert (pace.running_minutes, pace.downtime_minutes, pace.available_minutes) == (90, 60, 90)
    assert pace.rate_per_hour == 24
    assert pace.per_available_hour == 24
    assert (pace.plan_to_now, pace.lost) == (58, 23)


def test_only_some_causes_reduce_available_hours() -> None:
    now = at("10:00")
    spans = [Span(at("07:30"), at("09:00")), Span(at("09:00"), None, "no_citizens")]
    pace = day_so_far(now, 30, spans=spans, recent=[])
    assert (pace.available_minutes, pace.downtime_minutes, pace.lost) == (150, 60, 23)
    assert pace.per_available_hour == 12


def test_a_short_pause_costs_about_two_applications() -> None:
    spans = [Span(at("07:30"), at("16:07:48")), Span(at("16:07:48"), None, "fingerprint_reader_fault")]
    pace = day_so_far(at("16:12"), 213, spans=spans)
    assert (pace.downtime_minutes, pace.lost) == (4, 2)


def test_a_pause_outside_the_planned_time_takes_nothing_from_it() -> None:
    pace = day_so_far(at("07:30"), 0, spans=[Span(at("07:00"), None, "power_cut")], recent=[])
    assert (pace.downtime_minutes, pace.lost, pace.available_minutes) == (30, 0, 0)


def test_pauses_that_a_clock_laid_over_each_other_leave_no_negative_time() -> None:
    pause = Span(at("07:30"), at("08:30"), "power_cut")
    assert day_so_far(at("08:30"), 0, spans=[pause, pause], recent=[]).available_minutes == 0


def test_a_device_that_only_paused_is_projected_at_the_plan() -> None:
    pace = day_so_far(at("16:07"), 0, spans=[Span(at("07:30"), None, "power_cut")], recent=[])
    assert (pace.running_minutes, pace.downtime_minutes, pace.available_minutes) == (0, 517, 0)
    assert (pace.ahead, pace.per_available_hour) == (-201, 0)
    assert pace.projected_close == 149


def test_a_day_that_is_over_closes_at_what_is_done() -> None:
    pace = day_so_far(at("02:00", date(2021, 4, 9)), 371)
    assert (pace.plan_to_now, pace.ahead) == (350, 21)
    assert (pace.projected_low, pace.projected_close, pace.projected_high) == (371, 371, 371)


def test_the_quota_is_no_cap() -> None:
    pace = day_so_far(at("16:07"), 400)
    assert (pace.ahead, pace.plan_to_now) == (199, 201)
    assert pace.projected_close > 600


def test_without_a_plan_what_is_done_is_ahead() -> None:
    pace = day_so_far(at("16:07"), 213, windows=())
    assert (pace.quota, pace.plan_to_now, pace.ahead, pace.ahead_minutes) == (0, 0, 213, 0)
    assert (pace.projected_close, pace.planned_minutes, pace.available_minutes) == (213, 0, 0)
    assert (pace.rate_per_hour, pace.lost) == (25, 0)
    assert day_so_far(at("16:07"), 0, windows=(), spans=[], recent=[]) == Pace()


def test_outside_the_campaign_a_day_has_windows_but_no_quota() -> None:
    day = date(2021, 5, 1)
    windows = windows_of(example(), "HP-LC-01", "TB-1", day)
    spans = [Span(at("07:30", day), None)]
    pace = pace_of(windows, now=at("15:00", day), done=0, spans=spans, recent=[], reducing=REDUCING)
    assert (pace.quota, pace.plan_to_now, pace.ahead_minutes, pace.projected_close) == (0, 0, 0, 0)
    recent = steady(at("14:00", day), at("15:00", day), 20)
    pace = pace_of(windows, now=at("15:00", day), done=150, spans=spans, recent=recent, reducing=REDUCING)
    assert (pace.plan_to_now, pace.ahead, pace.rate_per_hour, pace.projected_close) == (0, 150, 20, 300)


@st.composite
def days(draw: st.DrawFn) -> tuple[WindowPlan, ...]:
    plan = msgspec.structs.replace(
        example(), device=(), window=draw(window_tuples()), quota=Quota(per_device_day=draw(st.integers(0, 600)))
    )
    return windows_of(plan, "HP-1", "TB-1", DAY)


seconds = st.integers(-3600, 25 * 3600)


@given(days(), seconds, seconds)
def test_plan_to_now_rises_from_nothing_to_the_quota(windows: tuple[WindowPlan, ...], one: int, other: int) -> None:
    begin = at("04:00")
    quota = sum(window.quota for window in windows)
    earlier, later = (
        day_so_far(begin + timedelta(seconds=moment), 0, windows, [], []).plan_to_now for moment in sorted((one, other))
    )
    assert 0 <= earlier <= later <= quota
    assert day_so_far(begin, 0, windows, [], []).plan_to_now == 0
    assert day_so_far(begin + timedelta(days=1), 0, windows, [], []).plan_to_now == quota


@given(days(), seconds, st.integers(0, 900), st.integers(0, 60))
def test_the_band_holds_the_projection_and_starts_at_what_is_done(
    windows: tuple[WindowPlan, ...], moment: int, done: int, lately: int
) -> None:
    now = at("04:00") + timedelta(seconds=moment)
    recent = steady(now - timedelta(minutes=60), now, lately) if lately else []
    pace = day_so_far(now, done, windows, recent=recent)
    assert done <= pace.projected_low <= pace.projected_close <= pace.projected_high
    assert pace.rate_per_hour >= 0


@given(days(), seconds, st.integers(0, 24 * 3600), st.integers(0, 24 * 3600))
def test_no_pause_changes_quota_or_plan(windows: tuple[WindowPlan, ...], moment: int, start: int, length: int) -> None:
    now, since = at("04:00") + timedelta(seconds=moment), at("04:00") + timedelta(seconds=start)
    paused = day_so_far(now, 9, windows, [Span(since, since + timedelta(seconds=length), "power_cut")], [])
    plain = day_so_far(now, 9, windows, [], [])
    for name in ("quota", "plan_to_now", "ahead", "ahead_minutes", "planned_minutes"):
        assert getattr(paused, name) == getattr(plain, name)
    assert 0 <= paused.available_minutes <= plain.available_minutes <= plain.planned_minutes
    assert 0 <= paused.lost <= paused.plan_to_now
