"""Running and paused time, by cause and by hour."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from campaign.downtime import (
    Span,
    downtime_by_hour,
    downtime_minutes,
    paused_minutes,
    recent_running,
    running_minutes,
)
from campaign.rows import SpanRow
from tests.campaign.plans import at

NEXT_DAY = date(2021, 4, 9)
MORNING = [
    Span(at("07:30"), at("08:50")),
    Span(at("08:50"), at("09:20:30"), "power_cut"),
    Span(at("09:20:30"), at("10:00")),
    Span(at("10:00"), at("10:00:45"), "staff_break"),
    Span(at("10:00:45"), None),
]


def test_running_is_open_less_paused() -> None:
    assert running_minutes(MORNING, at("11:00")) == 80 + 39 + 59
    assert running_minutes(MORNING, at("08:00")) == 30
    assert running_minutes(MORNING, at("07:00")) == 0
    assert running_minutes([], at("11:00")) == 0


def test_pauses_by_cause_are_floored() -> None:
    assert paused_minutes(MORNING, at("11:00")) == {"power_cut": 30, "staff_break": 0}
    assert downtime_minutes(MORNING, at("11:00")) == 31
    assert paused_minutes([], at("11:00")) == {}


def test_a_pause_that_is_going_on_counts_until_now() -> None:
    assert downtime_minutes([Span(at("10:00"), None, "other")], at("10:12:59")) == 12


def test_pauses_are_split_at_the_hour_they_fall_in() -> None:
    assert downtime_by_hour(MORNING, at("11:00")) == {
        (8, "power_cut"): 10,
        (9, "power_cut"): 20,
        (10, "staff_break"): 0,
    }
    night = [Span(at("23:40"), at("00:10:00", NEXT_DAY), "power_cut")]
    assert downtime_by_hour(night, at("02:00", NEXT_DAY)) == {(23, "power_cut"): 20, (0, "power_cut"): 10}
    assert downtime_by_hour([], at("11:00")) == {}


def test_seconds_beyond_a_minute_go_to_the_next_hour_of_the_cause() -> None:
    pauses = [Span(at("08:59:20"), at("09:00:40"), "other")]
    assert downtime_by_hour(pauses, at("11:00")) == {(8, "other"): 0, (9, "other"): 1}


def test_nothing_runs_or_pauses_beyond_the_business_day() -> None:
    forgotten = [Span(at("22:00"), None), Span(at("22:00"), at("08:00", NEXT_DAY), "other")]
    assert running_minutes(forgotten, at("09:00", NEXT_DAY)) == 6 * 60
    assert downtime_minutes(forgotten, at("09:00", NEXT_DAY)) == 6 * 60
    assert downtime_by_hour(forgotten, at("09:00", NEXT_DAY))[3, "other"] == 60


def test_a_clock_that_went_back_gives_no_negative_time() -> None:
    assert running_minutes([Span(at("10:00"), at("09:00"))], at("11:00")) == 0


def test_spans_are_read_from_rows() -> None:
    row = SpanRow("HP-LC-01", "2021-04-08.TB-1.ca-1.1", 2, "other", "2021-04-08T08:00:00+07:00")
    assert Span.of(row) == Span(at("08:00"), None, "other")
    row.until = "2021-04-08T08:30:00+07:00"
    assert Span.of(row) == Span(at("08:00"), at("08:30"), "other")


def test_the_last_sixty_running_minutes_reach_back_over_pauses() -> None:
    # 29 min 15 s since 10:00:45, and before that pause 30 min 45 s until 10:00.
    assert recent_running(MORNING, at("10:30"), 60) == (at("09:29:15"), timedelta(minutes=60))
    assert recent_running(MORNING, at("09:30"), 60) == (at("07:59:30"), timedelta(minutes=60))
    assert recent_running(MORNING, at("08:00"), 60) == (at("07:30"), timedelta(minutes=30))
    assert recent_running([], at("08:00"), 60) == (at("08:00"), timedelta())


pieces = st.lists(st.tuples(st.integers(0, 3600), st.sampled_from(["", "other", "power_cut"])), min_size=1, max_size=8)


def chain(parts: list[tuple[int, str]], start: datetime) -> list[Span]:
    """Spans that follow each other, by their seconds and causes."""
    spans = []
    for seconds, cause in parts:
        spans.append(Span(start, start + timedelta(seconds=seconds), cause))
        start += timedelta(seconds=seconds)
    return spans


@given(pieces, st.integers(0, 30_000), st.data())
def test_splitting_spans_keeps_every_minute(parts: list[tuple[int, str]], now: int, data: st.DataObject) -> None:
    start = at("07:30")
    moment = start + timedelta(seconds=now)
    whole = chain(parts, start)
    cuts = [(data.draw(st.integers(0, seconds)), seconds, cause) for seconds, cause in parts]
    split = chain([part for cut, seconds, cause in cuts for part in ((cut, cause), (seconds - cut, cause))], start)
    assert running_minutes(split, moment) == running_minutes(whole, moment)
    assert paused_minutes(split, moment) == paused_minutes(whole, moment)
    assert downtime_by_hour(split, moment) == downtime_by_hour(whole, moment)
    assert recent_running(split, moment, 60)[1] == recent_running(whole, moment, 60)[1]


@given(pieces, st.integers(0, 30_000))
def test_the_hours_of_a_cause_add_up_to_its_minutes(parts: list[tuple[int, str]], now: int) -> None:
    spans, moment = chain(parts, at("07:30")), at("07:30") + timedelta(seconds=now)
    sums: Counter[str] = Counter()
    for (_, cause), minutes in downtime_by_hour(spans, moment).items():
        sums[cause] += minutes
    assert sums == Counter(paused_minutes(spans, moment))


@given(pieces, st.integers(0, 30_000), st.integers(1, 120))
def test_recent_running_time_is_running_time_since_then(parts: list[tuple[int, str]], now: int, minutes: int) -> None:
    spans, moment = chain(parts, at("07:30")), at("07:30") + timedelta(seconds=now)
    since, found = recent_running(spans, moment, minutes)
    running = [span.so_far(moment) for span in spans if not span.cause]
    after = sum((max(until - max(begins, since), timedelta()) for begins, until in running), timedelta())
    assert found == after
    assert found == min(sum((until - begins for begins, until in running), timedelta()), timedelta(minutes=minutes))
