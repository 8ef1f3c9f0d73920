"""What a plan says by default, as one structure that both the officer's text and the signed document share."""

from __future__ import annotations

from datetime import date, time

from msgspec import UNSET

from tests.campaign.plans import DAY, at, example, written


def test_what_is_left_out_is_the_campaign_of_hai_phong() -> None:
    plan = written()
    assert (plan.target, plan.deadline, plan.retention_days, plan.place_code) == (
        1_681_200,
        date(2021, 5, 1),
        90,
        "031",
    )
    assert plan.quota.per_device_day == 350
    assert [(window.id, window.start, window.end, window.part_of_day) for window in plan.window] == [
        ("ca-1", time(7, 30), time(12, 30), "day"),
        ("ca-2", time(12, 30), time(17, 30), "day"),
        ("ca-3", time(17, 30), time(22, 30), "night"),
    ]
    assert (plan.station, plan.device, plan.task) == ((), (), ())
    assert (plan.principles.near_at_night, plan.principles.easy_first_until) == (True, UNSET)
    assert len(plan.pauses.keys) == 8
    assert (plan.sync.amber_hours, plan.sync.orange_hours, plan.sync.ask_reason_hours) == (12, 24, 48)
    assert plan.attention.close_late_minutes == 30
    assert plan.catalogues.emulation_scheme == 1


def test_the_example_states_the_defaults() -> None:
    plan, least = example(), written()
    for part in ("target", "deadline", "retention_days", "place_code", "quota", "window", "pauses", "sync"):
        assert getattr(plan, part) == getattr(least, part)
    assert (plan.attention, plan.catalogues) == (least.attention, least.catalogues)
    assert plan.principles.hard_case_types == least.principles.hard_case_types


def test_the_example_says_what_differs() -> None:
    plan = example()
    station = plan.station_of("HP-LC-01")
    assert station is not None
    assert (station.quota_total, station.near, station.far) == (102_900, ("11401", "11404"), ("11407",))
    assert plan.station_of("HP-LC-02") is None
    (device,) = plan.device
    assert device.windows == ("ca-1", "ca-2")
    assert device.days() == (date(2021, 3, 20), date.max)
    assert plan.task[0].units == ("*",)


def test_a_plan_has_quotas_from_its_first_day_until_before_the_deadline() -> None:
    plan = example()
    days = [date(2021, 3, 12), date(2021, 3, 13), date(2021, 4, 30), date(2021, 5, 1)]
    assert [plan.counts_on(day) for day in days] == [False, True, True, False]


def test_a_window_may_cross_midnight_and_end_with_the_business_day() -> None:
    (night,) = written('[[window]]\nid = "dem"\nlabel = "Đêm"\nstart = 22:30:00\nend = 04:00:00\n').window
    assert night.on(DAY) == (at("22:30"), at("04:00", date(2021, 4, 9)))
    (whole,) = written('[[window]]\nid = "ngay"\nlabel = "Ngày"\nstart = 04:00:00\nend = 04:00:00\n').window
    assert whole.on(DAY) == (at("04:00"), at("04:00", date(2021, 4, 9)))
