"""Vietnam's time and the business day, on a computer whose own clock stands elsewhere."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.calendar import (
    VIETNAM,
    at_clock,
    business_day,
    day_ends,
    format_time,
    in_vietnam,
    parse_day,
    parse_time,
)
from campaign.refusal import InputRefused

moments = st.datetimes(
    min_value=datetime.fromisoformat("1900-01-01"),
    max_value=datetime.fromisoformat("2200-01-01"),
    timezones=st.timezones(),
)
days = st.dates(date(1900, 1, 1), date(2200, 1, 1))


def vietnam(text: str) -> datetime:
    return parse_time(f"{text}+07:00")


def test_a_time_is_told_in_vietnam_in_whole_seconds() -> None:
    moment = datetime(2021, 4, 2, 1, 14, 9, 999_999, UTC)
    assert format_time(moment) == "2021-04-02T08:14:09+07:00"
    assert in_vietnam(moment) == datetime(2021, 4, 2, 8, 14, 9, tzinfo=VIETNAM)


@given(moments)
def test_a_written_time_is_read_back(moment: datetime) -> None:
    read = parse_time(format_time(moment))
    assert read.utcoffset() == timedelta(hours=7)
    assert timedelta(0) <= moment - read < timedelta(seconds=1)


@given(moments, moments)
def test_the_order_of_texts_is_the_order_of_times(one: datetime, other: datetime) -> None:
    assert (format_time(one) < format_time(other)) == (in_vietnam(one) < in_vietnam(other))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021-04-02",
        "2021-04-02T08:14:09",
        "2021-04-02T08:14:09Z",
        "2021-04-02T01:14:09+00:00",
        "2021-04-02T08:14:09+0700",
        "2021-04-02T08:14:09.5+07:00",
        "2021-04-02 08:14:09+07:00",
        "2021-04-02t08:14:09+07:00",
        " 2021-04-02T08:14:09+07:00",
        "2021-04-02T08:14:09+07:00\n",
        "2021-02-30T08:14:09+07:00",
        "2021-04-02T24:00:00+07:00",
        "2021-04-02T08:60:00+07:00",
        "2021-04-02T08:14:60+07:00",
        "0000-04-02T08:14:09+07:00",
        "2021-W13-5T08:14:09+07:00",
        "٢٠٢١-04-02T08:14:09+07:00",
    ],
)
def test_another_form_of_a_time_is_refused(text: str) -> None:
    with pytest.raises(InputRefused, match="bad_time"):
        parse_time(text)


@given(days)
def test_a_written_day_is_read_back(day: date) -> None:
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "text", ["", "2021-4-2", "20210402", "2021-02-30", "0000-01-01", "2021-00-01", "2021-04-02\n", "2021-04-02T"]
)
def test_another_form_of_a_day_is_refused(text: str) -> None:
    with pytest.raises(InputRefused, match="bad_day"):
        parse_day(text)


def test_the_business_day_ends_at_four() -> None:
    assert business_day(vietnam("2021-04-02T04:00:00")) == date(2021, 4, 2)
    assert business_day(vietnam("2021-04-03T03:59:59")) == date(2021, 4, 2)
    assert business_day(vietnam("2021-04-03T04:00:00")) == date(2021, 4, 3)
    assert business_day(datetime(2021, 4, 2, 20, 59, 59, tzinfo=UTC)) == date(2021, 4, 2)
    assert business_day(datetime(2021, 4, 2, 14, 0, 0, tzinfo=timezone(timedelta(hours=-7)))) == date(2021, 4, 3)


@given(moments)
def test_a_moment_lies_within_its_business_day(moment: datetime) -> None:
    day = business_day(moment)
    assert day_ends(day - timedelta(days=1)) <= moment < day_ends(day)


@given(days, st.times().map(lambda clock: clock.replace(microsecond=0)))
def test_a_clock_time_lies_within_its_business_day(day: date, clock: time) -> None:
    moment = at_clock(day, clock)
    assert moment.time() == clock
    assert business_day(moment) == day


def test_a_window_past_midnight_belongs_to_the_day_before() -> None:
    assert format_time(at_clock(date(2021, 4, 2), time(22, 30))) == "2021-04-02T22:30:00+07:00"
    assert format_time(at_clock(date(2021, 4, 2), time(2, 0))) == "2021-04-03T02:00:00+07:00"
    assert format_time(at_clock(date(2021, 4, 2), time(4, 0))) == "2021-04-02T04:00:00+07:00"
    assert format_time(day_ends(date(2021, 4, 30))) == "2021-05-01T04:00:00+07:00"
