"""A campaign's outlook: the figures of a point's picture, its edges, and what-ifs against plain reckoning."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from campaign.progress import Campaign, CampaignDay, burn_up, by_device, by_week, outlook, what_if

FIRST = date(2021, 3, 13)


def campaign(
    counts: list[int], *, days: int = 49, devices: int = 6, quota: int = 2100, target: int | None = None
) -> Campaign:
    """Begun on 13-3; as many days are closed as there are counts."""
    return Campaign(
        today=FIRST + timedelta(days=len(counts)),
        target=days * quota if target is None else target,
        days=tuple(
            CampaignDay(
                FIRST + timedelta(days=number),
                quota,
                devices if quota else 0,
                (("TB-1", counts[number]),) if number < len(counts) and counts[number] else (),
            )
            for number in range(days)
        ),
        hours=15.0,
    )


PICTURE = campaign([1943] * 18 + [2000] + [2038] * 2 + [2038, 2046, 2054, 2046, 2046])


def test_a_point_that_is_behind() -> None:
    assert (PICTURE.planned, len(PICTURE.closed), PICTURE.left) == (54_600, 26, 23)
    seen = outlook(PICTURE)
    assert seen.per_device_day == Fraction(PICTURE.remaining, 23 * 6)
    assert seen.per_day == Fraction(PICTURE.remaining, 23)
    assert seen.close < PICTURE.target
    assert seen.low is not None
    assert seen.high is not None
    assert seen.low < seen.close < seen.high
    assert seen.finished is not None
    assert seen.finished > date(2021, 4, 30)
    assert (seen.needed, seen.devices) == (7, 6)


def test_one_device_more_is_enough_where_it_says_so() -> None:
    needed = outlook(PICTURE).needed
    assert needed is not None
    assert outlook(PICTURE, devices=needed).close >= PICTURE.target > outlook(PICTURE, devices=needed - 1).close


def test_more_hours_and_a_higher_rate_count_as_they_multiply() -> None:
    seen = what_if(PICTURE, devices=6, hours=16.5, rate=22.5)
    assert seen.pace == Fraction("371.25")
    assert seen.close == PICTURE.done + 51_233


def test_under_three_days_there_is_no_band() -> None:
    assert [outlook(campaign([2000] * days)).low is None for days in range(5)] == [True, True, True, False, False]


def test_before_the_first_day_nothing_is_known_but_what_is_needed() -> None:
    seen = outlook(campaign([]))
    assert (seen.close, seen.finished, seen.needed, seen.per_device_day) == (0, None, None, Fraction(350))


def test_days_before_the_point_began_and_days_without_a_plan_tell_nothing_of_its_pace() -> None:
    begun = campaign([0, 0, 0, 2100, 2100])
    assert begun.pace == Fraction(350)
    rested = replace(begun, days=(*begun.days[:4], replace(begun.days[4], quota=0, devices=0), *begun.days[5:]))
    assert (len(rested.worked), rested.pace) == (1, Fraction(350))
    assert outlook(rested).low is None


def test_what_is_done_early_was_finished_on_its_day() -> None:
    seen = outlook(campaign([500] * 10, target=2400))
    assert (seen.finished, seen.needed, seen.per_device_day) == (FIRST + timedelta(days=4), 0, Fraction())


def test_it_may_be_finished_in_time_late_or_never() -> None:
    assert outlook(campaign([2100] * 10)).finished == FIRST + timedelta(days=48)
    assert outlook(campaign([2600] * 10)).finished == FIRST + timedelta(days=39)
    assert outlook(campaign([1] * 10)).finished is None


def test_after_the_deadline_no_pace_would_do() -> None:
    over = campaign([2000] * 49)
    seen = outlook(over)
    assert (over.left, over.devices, seen.per_day, seen.per_device_day, seen.needed) == (0, 6, None, None, None)
    assert (seen.low, seen.close, seen.high) == (98_000, 98_000, 98_000)


def test_a_plan_without_devices_asks_nobody() -> None:
    nobody = campaign([], quota=0)
    assert (nobody.devices, outlook(nobody).per_device_day, outlook(nobody).finished) == (0, None, None)


def test_weeks_begin_on_monday_and_devices_add_up() -> None:
    weeks = by_week(PICTURE.closed)
    assert list(weeks)[:2] == [date(2021, 3, 8), date(2021, 3, 15)]
    assert weeks[date(2021, 3, 8)] == (2 * 1943, 4200)
    assert by_device(PICTURE.closed) == {"TB-1": PICTURE.done}
    assert burn_up([1, 2, 3]) == (0, 1, 3, 6)


@given(st.lists(st.integers(0, 4000), max_size=49), st.integers(0, 20), st.integers(0, 500))
def test_what_ifs_are_plain_reckoning(counts: list[int], devices: int, pace: int) -> None:
    known = campaign(counts)
    seen = outlook(known, devices=devices, pace=Fraction(pace))
    left = 49 - len(counts)
    assert seen.close == sum(counts) + devices * pace * left
    if seen.low is not None and seen.high is not None:
        assert known.done <= seen.low <= seen.close <= seen.high
    remaining = max(0, 102_900 - sum(counts))
    if left and pace and remaining:
        assert seen.needed == ceil(remaining / (left * pace))
    if seen.finished and remaining:
        days = (seen.finished - known.today).days + 1
        assert devices * pace * (days - 1) < remaining <= devices * pace * days
