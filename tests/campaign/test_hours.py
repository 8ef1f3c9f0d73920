"""The hour bars: counted and planned for each clock hour."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.hours import Hour, hours
from campaign.plan import Window
from campaign.quota import windows_of
from tests.campaign.plans import DAY, at, example, window_tuples, written

WINDOWS = windows_of(example(), "HP-LC-01", "TB-1", DAY)
NEXT_DAY = date(2021, 4, 9)


def test_an_afternoon() -> None:
    counted = {7: 11, 8: 25, 9: 27, 10: 26, 11: 24, 12: 20, 13: 25, 14: 27, 15: 25, 16: 3}
    bars = hours(counted, WINDOWS, at("16:07"))
    assert [(bar.hour, bar.counted) for bar in bars] == list(counted.items())
    assert [bar.planned for bar in bars] == pytest.approx([350 / 30, *[350 / 15] * 8, 350 / 15 * 7 / 60])


def test_hours_with_nothing_stand_between_those_with_something() -> None:
    bars = hours({6: 2, 23: 1}, WINDOWS, at("09:00"))
    assert [bar.hour for bar in bars] == list(range(6, 24))
    assert bars[0] == Hour(6, 2, 0.0)


def test_hours_after_midnight_come_last() -> None:
    night = written('[[window]]\nid = "dem"\nlabel = "Đêm"\nstart = 22:30:00\nend = 02:00:00\n')
    bars = hours({23: 5, 1: 2}, windows_of(night, "HP-1", "TB-1", DAY), at("01:15", NEXT_DAY))
    assert [(bar.hour, bar.counted) for bar in bars] == [(22, 0), (23, 5), (0, 0), (1, 2)]


def test_no_plan_and_nothing_done() -> None:
    assert hours({}, (), at("16:07")) == ()
    assert hours({9: 0}, WINDOWS, at("07:00")) == ()
    assert hours({9: 4}, (), at("16:07")) == (Hour(9, 4, 0.0),)


@given(window_tuples(), st.dictionaries(st.integers(0, 23), st.integers(0, 99)), st.integers(0, 24 * 3600))
def test_the_bars_add_up(windows: tuple[Window, ...], counted: dict[int, int], moment: int) -> None:
    plans = windows_of(msgspec.structs.replace(example(), window=windows, device=()), "HP-1", "TB-1", DAY)
    bars = hours(counted, plans, at("04:00") + timedelta(seconds=moment))
    assert sum(bar.counted for bar in bars) == sum(counted.values())
    planned = sum((end - start).total_seconds() for window in plans for start, end in window.pieces)
    gone = sum(
        max((min(end, at("04:00") + timedelta(seconds=moment)) - start).total_seconds(), 0)
        for window in plans
        for start, end in window.pieces
    )
    assert sum(bar.planned for bar in bars) == pytest.approx(350 * gone / planned)
    assert len({bar.hour for bar in bars}) == len(bars)
