"""The band around what is still to come, at and between the hours at which it was measured."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.projection import BAND, STOPS_AHEAD, band_together, rate_per_minute, still_to_come


def edges(minutes: float) -> tuple[float, float]:
    expected, low, high = still_to_come(0.4, minutes)
    return (expected - low) / sqrt(expected), (high - expected) / sqrt(expected)


def test_the_band_is_the_measured_one_at_every_hour() -> None:
    for minutes, below, above in BAND:
        assert edges(minutes) == pytest.approx((below, above))


def test_between_two_hours_it_lies_between() -> None:
    (_, *one), (_, *other) = BAND[:2]
    assert edges(90) == pytest.approx([(a + b) / 2 for a, b in zip(one, other, strict=True)])


def test_beyond_the_measured_hours_the_outermost_goes_on() -> None:
    assert edges(30) == pytest.approx(BAND[0][1:])
    assert edges(1400) == pytest.approx(BAND[-1][1:])


def test_a_rate_without_a_plan_is_what_was_counted() -> None:
    assert rate_per_minute(planned=0, done=0, running=0, recent=0, recent_running=0) == 0
    assert rate_per_minute(planned=0, done=30, running=100, recent=18, recent_running=60) == pytest.approx(0.3)


@given(st.floats(0, 5), st.floats(0, 1440))
def test_the_band_holds_what_is_expected(rate: float, minutes: float) -> None:
    expected, low, high = still_to_come(rate, minutes)
    assert 0 <= low <= expected <= high


def test_some_stops_are_to_be_expected_of_the_rest_of_the_day_too() -> None:
    rates = [
        rate_per_minute(planned=0.4, done=100, running=250, recent=24, recent_running=60, stopped=minutes)
        for minutes in (0, 10, STOPS_AHEAD, 200)
    ]
    assert rates[0] > rates[1] > rates[2] == rates[3]


def test_bands_of_devices_add_up_as_squares() -> None:
    assert band_together([(330, 350, 370)]) == (330, 370)
    assert band_together([(330, 350, 370)] * 4) == (1360, 1440)
    assert band_together([(330, 350, 370), (300, 300, 300)]) == (630, 670)
    assert band_together([]) == (0, 0)


def test_what_leans_to_one_side_leans_together() -> None:
    low, high = band_together([(320, 350, 360)] * 4)
    assert (low, high) == (4 * 350 - 40 - 40, 4 * 350 - 40 + 40)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 400), st.integers(0, 60)), max_size=20))
def test_the_band_of_all_holds_what_is_expected_and_is_no_wider_than_the_sum(parts: list[tuple[int, int, int]]) -> None:
    bands = [(middle - below, middle, middle + above) for below, middle, above in parts]
    low, high = band_together(bands)
    expected = sum(middle for _, middle, _ in bands)
    assert low <= expected <= high
    assert high - low <= sum(high - low for low, _, high in bands) + 2
