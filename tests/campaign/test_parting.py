"""Since when plan and actual have parted: looked at where hours end, and forgotten where a device came back."""

from __future__ import annotations

from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from campaign.calendar import VIETNAM
from campaign.hours import Hour
from campaign.pace import Pace
from campaign.parting import Parting, parting_of

DAY = date(2021, 4, 8)


def at(clock: str, day: int = 8) -> datetime:
    return datetime.fromisoformat(f"2021-04-{day:02d}T{clock}:00").replace(tzinfo=VIETNAM)


def hours(*counted: int, first: int = 8) -> tuple[Hour, ...]:
    """Twenty planned in each."""
    return tuple(Hour((first + place) % 24, count, 20.0) for place, count in enumerate(counted))


def pace(ahead_minutes: int) -> Pace:
    """An application is planned every third minute."""
    return Pace(quota=300, planned_minutes=900, ahead_minutes=ahead_minutes)


def test_it_is_behind_since_the_first_hour_that_ended_so() -> None:
    counted = hours(20, 14, 18, 20)  # behind by 0, 18, 24, 24 minutes
    assert parting_of(DAY, counted, pace(-24), at("12:20"), 15) == Parting(at("09:00"), at("10:00"))


def test_who_came_back_parts_anew() -> None:
    counted = hours(10, 29, 14, 20)  # behind by 30, 3, 21, 21
    assert parting_of(DAY, counted, pace(-21), at("12:20"), 15) == Parting(at("10:00"), at("11:00"))


def test_before_an_hour_has_ended_it_is_behind_since_now() -> None:
    assert parting_of(DAY, hours(2), pace(-16), at("08:20"), 15) == Parting(at("04:00"), at("08:20"))


def test_after_midnight_it_is_still_the_same_day() -> None:
    counted = hours(20, 10, 20, first=22)
    assert parting_of(DAY, counted, pace(-30), at("01:30", 9), 15) == Parting(at("23:00"), at("00:00", 9))


def test_who_is_not_behind_so_far_has_not_parted() -> None:
    assert parting_of(DAY, hours(0, 0), pace(-15), at("10:20"), 15) is None
    assert parting_of(DAY, hours(0, 0), Pace(), at("10:20"), 15) is None


@given(st.lists(st.integers(0, 40), max_size=15), st.integers(-200, 200), st.integers(0, 60), st.integers(1, 59))
def test_it_lies_within_the_day_until_now(counted: list[int], ahead: int, minutes: int, past: int) -> None:
    now = at(f"{min(23, 8 + len(counted)):02d}:{past:02d}")
    parting = parting_of(DAY, hours(*counted), pace(ahead), now, minutes)
    assert (parting is None) == (-ahead <= minutes)
    if parting is not None:
        assert at("04:00") <= parting.well_until < parting.since <= now
