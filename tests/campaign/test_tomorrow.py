"""A device's next day, from its last ones and the plan."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from campaign.tomorrow import expected_count


def test_without_a_history_the_plan_is_expected() -> None:
    assert expected_count([], quota=350, planned_minutes=900) == 350


def test_without_planned_time_nothing_is() -> None:
    assert expected_count([(340, 900)], quota=0, planned_minutes=0) == 0
    assert expected_count([], quota=0, planned_minutes=0) == 0


def test_a_shorter_day_brings_its_part() -> None:
    assert expected_count([(420, 900)] * 3, quota=140, planned_minutes=360) == 165  # 1.400 in 3.060 minutes


def test_a_failed_day_counts_as_what_it_was() -> None:
    assert expected_count([(350, 900), (0, 900)], quota=350, planned_minutes=900) == 233


@given(st.lists(st.integers(0, 600), max_size=14), st.integers(0, 600))
def test_it_lies_among_the_days_and_the_plan(counts: list[int], quota: int) -> None:
    expected = expected_count([(count, 900) for count in counts], quota=quota, planned_minutes=900)
    assert min([*counts, quota]) <= expected <= max([*counts, quota])
