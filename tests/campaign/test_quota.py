"""What a device owes on a day and in each of its windows."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from campaign.plan import Plan
from campaign.quota import day_windows, largest_remainder, plan_in_force, window_of, windows_of
from tests.campaign.plans import DAY, at, example, plans, written

LC = "HP-LC-01"
SMALL = """
[[window]]
id = "sang"
label = "Sáng"
start = 07:30:00
end = 11:30:00
breaks = [{ start = 09:00:00, end = 09:15:00 }, { start = 09:15:00, end = 09:30:00 }]
[[window]]
id = "dem"
label = "Đêm"
start = 22:00:00
end = 01:30:00
"""


def quotas(plan: Plan, station: str, device: str, day: date = DAY) -> dict[str, int]:
    return {window.id: window.quota for window in windows_of(plan, station, device, day)}


def test_350_over_three_equal_windows() -> None:
    assert quotas(example(), LC, "TB-1") == {"ca-1": 117, "ca-2": 117, "ca-3": 116}
    assert quotas(example(), "HP-XX-09", "TB-1") == {"ca-1": 117, "ca-2": 117, "ca-3": 116}


def test_a_device_that_differs_does_so_from_its_day_on() -> None:
    assert quotas(example(), LC, "TB-2", date(2021, 3, 19)) == {"ca-1": 117, "ca-2": 117, "ca-3": 116}
    assert quotas(example(), LC, "TB-2", date(2021, 3, 20)) == {"ca-1": 120, "ca-2": 120}
    assert quotas(example(), "HP-XX-09", "TB-2") == {"ca-1": 117, "ca-2": 117, "ca-3": 116}


def test_a_device_may_differ_until_a_day_and_in_one_thing_only() -> None:
    row = '[[device]]\nstation = "HP-1"\nid = "TB-1"\nuntil = 2021-04-08\n'
    plan = written(row + 'windows = ["ca-3"]\n')
    assert quotas(plan, "HP-1", "TB-1", date(2021, 4, 7)) == {"ca-3": 350}
    assert sum(quotas(plan, "HP-1", "TB-1").values()) == 350
    assert len(quotas(plan, "HP-1", "TB-1")) == 3
    assert quotas(written(row + "per_device_day = 0\n"), "HP-1", "TB-1", date(2021, 4, 7)) == {
        "ca-1": 0,
        "ca-2": 0,
        "ca-3": 0,
    }


def test_a_device_that_moved_away_owes_nothing() -> None:
    plan = written('[[device]]\nstation = "HP-1"\nid = "TB-1"\nwindows = []\n')
    assert windows_of(plan, "HP-1", "TB-1", DAY) == ()


def test_outside_its_days_a_plan_has_windows_without_quota() -> None:
    for day in (date(2021, 3, 12), date(2021, 5, 1)):
        windows = windows_of(example(), LC, "TB-1", day)
        assert [(window.quota, window.planned_minutes) for window in windows] == [(0, 300)] * 3


def test_breaks_are_no_planned_minutes_and_windows_may_cross_midnight() -> None:
    sang, dem = windows_of(written(SMALL), "HP-1", "TB-1", DAY)
    assert (sang.start, sang.end, sang.label) == (at("07:30"), at("11:30"), "Sáng")
    assert sang.pieces == ((at("07:30"), at("09:00")), (at("09:30"), at("11:30")))
    assert (sang.planned_minutes, dem.planned_minutes) == (210, 210)
    assert (dem.start, dem.end) == (at("22:00"), at("01:30", DAY + timedelta(days=1)))
    assert (sang.quota, dem.quota) == (175, 175)


def test_what_a_shift_opens_with() -> None:
    window = window_of(example(), LC, "TB-2", DAY, "ca-2")
    assert window is not None
    assert (window.quota, window.planned_minutes) == (120, 300)
    extra = window_of(example(), LC, "TB-2", DAY, "ca-3")
    assert extra is not None
    assert (extra.quota, extra.planned_minutes, extra.start) == (0, 0, at("17:30"))
    assert window_of(example(), LC, "TB-2", DAY, "ca-4") is None


def version(number: int, since: date, per_day: int = 350) -> Plan:
    plan = written(f"[quota]\nper_device_day = {per_day}\n")
    return msgspec.structs.replace(plan, version=number, effective_from=since)


def test_the_highest_version_in_force_counts() -> None:
    first, second, third = (
        version(1, date(2021, 3, 13)),
        version(2, date(2021, 4, 10)),
        version(3, date(2021, 4, 1)),
    )
    every = [second, third, first]
    assert plan_in_force(every, date(2021, 3, 12)) is None
    assert plan_in_force(every, date(2021, 3, 31)) is first
    assert plan_in_force(every, date(2021, 4, 1)) is third
    assert plan_in_force(every, date(2021, 4, 10)) is third
    assert plan_in_force([], DAY) is None


def test_a_shift_keeps_the_plan_that_it_was_opened_with() -> None:
    known = [version(1, date(2021, 3, 13)), version(2, DAY, 300)]
    windows = day_windows(known, LC, "TB-1", DAY, {"ca-2": 1})
    assert [(window.id, window.quota) for window in windows] == [("ca-1", 100), ("ca-2", 117), ("ca-3", 100)]
    assert sum(window.quota for window in day_windows(known, LC, "TB-1", DAY, {})) == 300


def test_a_window_opened_without_a_plan_counts_nothing() -> None:
    assert day_windows([], LC, "TB-1", DAY, {"ca-1": 0}) == ()
    later = day_windows([version(1, DAY)], LC, "TB-1", DAY, {"ca-1": 0})
    assert [window.id for window in later] == ["ca-2", "ca-3"]


def test_parts_of_nothing() -> None:
    assert largest_remainder(350, []) == []
    assert largest_remainder(350, [0, 0]) == [0, 0]


@given(st.integers(0, 10_000), st.lists(st.integers(0, 1440), min_size=1).filter(any))
def test_parts_add_up_and_are_off_by_less_than_one(total: int, weights: list[int]) -> None:
    parts = largest_remainder(total, weights)
    assert sum(parts) == total
    assert all(
        abs(part * sum(weights) - total * weight) < sum(weights) for part, weight in zip(parts, weights, strict=True)
    )


@given(plans(), st.data())
def test_window_quotas_add_up_to_the_days(plan: Plan, data: st.DataObject) -> None:
    known = [(row.station, row.id) for row in plan.device]
    station, device = data.draw(st.sampled_from([*known, ("HP-XX-09", "TB-9")]))
    day = data.draw(st.dates(plan.effective_from - timedelta(days=2), plan.deadline + timedelta(days=2)))
    windows = windows_of(plan, station, device, day)
    row = next((row for row in plan.device if (row.station, row.id) == (station, device)), None)
    asked = plan.quota.per_device_day
    if row is not None and isinstance(row.per_device_day, int):
        asked = row.per_device_day
    assert sum(window.quota for window in windows) == (asked if windows and plan.counts_on(day) else 0)
    assert all(window.planned_minutes > 0 for window in windows)
    assert all(before.end <= after.start for before, after in pairwise(windows))
