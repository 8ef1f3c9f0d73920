"""The band around what is still to come, at and between the hours at which it was measured."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.projection import BAND, rate_per_minute, still_to_come


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
