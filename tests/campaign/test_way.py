"""The deviation lines of a day."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from campaign.hours import Hour
from campaign.way import minute_of, way_of


def test_each_hour_ends_where_it_has_come_to() -> None:
    day = (Hour(7, 10, 12.0), Hour(8, 30, 24.0), Hour(9, 20, 24.0))
    assert way_of(day, 450, 600) == ((450, 0.0), (480, -2.0), (540, 4.0), (600, 0.0))


def test_a_day_that_is_not_over_ends_now() -> None:
    assert way_of((Hour(7, 10, 12.0), Hour(8, 30, 24.0)), 450, 500) == ((450, 0.0), (480, -2.0), (500, 4.0))


def test_what_came_after_the_end_is_at_the_end() -> None:
    assert way_of((Hour(21, 10, 10.0), Hour(22, 5, 0.0), Hour(23, 1, 0.0)), 1260, 1350)[-1] == (1350, 6.0)


def test_what_came_before_the_first_hour_is_with_it() -> None:
    assert way_of((Hour(6, 3, 0.0), Hour(7, 10, 12.0)), 450, 480) == ((450, 0.0), (480, 1.0))


def test_the_night_follows_the_evening() -> None:
    assert [minute_of(hour) for hour in (4, 23, 0, 3)] == [240, 1380, 1440, 1620]


def test_a_day_without_hours_stands_still() -> None:
    assert way_of((), 450, 480) == ((450, 0.0),)


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), min_size=1, max_size=18))
def test_the_last_point_is_the_whole_difference_and_minutes_rise(counts: list[tuple[int, int]]) -> None:
    day = [Hour((5 + place) % 24, done, float(plan)) for place, (done, plan) in enumerate(counts)]
    points = way_of(day, 300, 300 + 60 * len(day))
    assert points[-1][1] == sum(done - plan for done, plan in counts)
    assert [minute for minute, _ in points] == sorted({minute for minute, _ in points})
