"""What asks for attention: each rule at its threshold, what is known of it, and who knows of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.attention import Difference, Explained, Watched, concerns
from campaign.calendar import VIETNAM
from campaign.concern import RULES, Acknowledgement, Concern, Rule, acknowledgement_of
from campaign.hours import Hour
from campaign.pace import Pace
from campaign.plan import Attention, Sync
from campaign.quota import WindowPlan

DAY = date(2021, 4, 8)
PLANNED = Attention()
SHIFT = "2021-04-08.TB-1.ca-1.1"


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2021-04-08T{clock}").replace(tzinfo=VIETNAM)


NOW = at("10:30")
PACE = Pace(done=70, quota=350, plan_to_now=70, planned_minutes=900)
CALM = Watched(device="TB-1", pace=PACE, downtime={}, ran=True, by_outcome={}, shift=SHIFT)
MORNING = WindowPlan("ca-1", "Ca 1", at("07:30"), at("12:30"), ((at("07:30"), at("12:30")),), 117)
NOON = WindowPlan("ca-2", "Ca 2", at("12:30"), at("17:30"), ((at("12:30"), at("17:30")),), 117)


def told(
    *devices: Watched,
    now: datetime = NOW,
    unsent_since: datetime | None = None,
    usual: dict[str, int] | None = None,
    attention: Attention = PLANNED,
) -> list[Concern]:
    return concerns(
        devices, now=now, day=DAY, unsent_since=unsent_since, usual=usual or {}, attention=attention, sync=Sync()
    )


def only(*devices: Watched, now: datetime = NOW) -> Concern:
    (line,) = told(*devices, now=now)
    return line


def behind(minutes: int, *, hours: Sequence[int] = (11, 10, 10), lost: int = 0, **more: object) -> Watched:
    """Behind by so many minutes at 10:30; some twenty are planned in each hour from 07:00."""
    ahead = -round(minutes * 350 / 900)
    pace = replace(PACE, done=70 + ahead, ahead_minutes=-minutes, lost=lost)
    counted = tuple(Hour(7 + place, count, 11.7 if not place else 23.3) for place, count in enumerate(hours))
    return replace(CALM, pace=pace, hours=counted, **more)  # type: ignore[arg-type]  # any of the fields


def test_a_calm_day_says_nothing() -> None:
    assert told(CALM, replace(CALM, device="TB-2")) == []
    assert told() == []


def test_behind_by_more_than_the_plans_minutes() -> None:
    assert told(behind(15)) == []
    line = only(behind(16))
    assert (line.rule, line.device, line.figure, line.beside) == ("behind", "TB-1", 16, 15)
    assert told(behind(40), attention=Attention(behind_minutes=40)) == []


def test_a_device_that_has_not_run_is_not_behind() -> None:
    assert told(replace(behind(60), ran=False)) == []


def test_when_the_planned_day_is_over_there_is_nothing_to_catch_up_but_a_cause_to_tell() -> None:
    evening = behind(60)
    evening = replace(evening, pace=replace(evening.pace, done=327, plan_to_now=350))
    assert only(evening).act == "say_why"
    assert told(replace(evening, zero_reason="Mưa lớn")) == []


def test_a_cause_is_asked_for_when_plan_and_actual_have_parted_for_an_hour() -> None:
    line = only(behind(60))
    assert (line.act, line.ask_since, line.since, line.cause) == ("say_why", at("09:00"), at("08:00"), "")
    line = only(behind(20, hours=(11, 23, 15)))
    assert (line.act, line.ask_since) == ("catch_up", None)


def test_it_is_not_asked_where_pauses_explain_half_of_it() -> None:
    line = only(behind(60, lost=12, downtime={"calibration": 5, "power_cut": 30}))
    assert (line.act, line.cause, line.ask_since) == ("catch_up", "power_cut", None)
    line = only(behind(60, lost=11, downtime={"power_cut": 27}))
    assert (line.act, line.cause) == ("say_why", "")


def test_it_is_not_asked_where_a_zero_report_says_why() -> None:
    line = only(behind(60, zero_reason="Cán bộ tập huấn"))
    assert (line.act, line.reason) == ("catch_up", "Cán bộ tập huấn")


def test_it_is_asked_once_and_again_when_they_part_anew() -> None:
    answered = Explained(at("09:00"), at("10:05"), "no_citizens")
    line = only(behind(60, explained=(answered,)))
    assert (line.act, line.cause) == ("catch_up", "no_citizens")
    earlier = Explained(at("07:30"), at("08:00"), "no_citizens")
    assert only(behind(60, explained=(earlier,))).act == "say_why"


def test_the_last_cause_that_was_told_holds() -> None:
    told_twice = (
        Explained(at("09:00"), at("10:05"), "other"),
        Explained(at("09:00"), at("10:10"), "network_to_centre"),
    )
    assert only(behind(60, explained=told_twice)).cause == "network_to_centre"


def test_no_entry_for_ten_minutes_in_an_open_shift() -> None:
    assert told(replace(CALM, quiet_since=at("10:20:01"))) == []
    line = only(replace(CALM, quiet_since=at("10:20")))
    assert (line.rule, line.figure, line.beside, line.act, line.shift) == ("silent", 10, 10, "ask_crew", SHIFT)


def test_a_pause_that_lasts_names_its_cause() -> None:
    assert told(replace(CALM, paused_since=at("10:16"), pause_cause="power_cut")) == []
    line = only(replace(CALM, paused_since=at("10:15"), pause_cause="power_cut"))
    assert (line.rule, line.figure, line.cause, line.act) == ("paused", 15, "power_cut", "run_again")


def test_a_device_that_is_planned_but_not_opened() -> None:
    idle = replace(CALM, ran=False, shift="", missing=(MORNING, NOON))
    assert told(idle, now=at("07:34")) == []
    line = only(idle, now=at("07:35"))
    assert (line.rule, line.window, line.figure, line.act) == ("not_opened", "Ca 1", 5, "open_shift")
    line = only(idle, now=at("12:32"))
    assert (line.window, line.figure, line.act) == ("Ca 1", 300, "report_zero")
    line = only(idle, now=at("12:35"))
    assert (line.window, line.figure, line.act) == ("Ca 2", 5, "open_shift")


def test_a_window_without_quota_is_not_missed() -> None:
    assert told(replace(CALM, ran=False, shift="", missing=(replace(MORNING, quota=0),))) == []


def test_a_running_shift_is_not_told_to_open_another_but_to_report_the_missed_one() -> None:
    assert told(replace(CALM, missing=(MORNING,))) == []
    line = only(replace(CALM, missing=(MORNING, NOON)), now=at("13:00"))
    assert (line.window, line.act, line.shift) == ("Ca 1", "report_zero", "")


def test_a_shift_that_runs_on_past_its_window() -> None:
    assert told(replace(CALM, ends_at=at("10:01"))) == []
    line = only(replace(CALM, ends_at=at("10:00")))
    assert (line.rule, line.figure, line.beside, line.act) == ("close_late", 30, 30, "close_shift")


def test_an_overdue_shift_is_told_at_once() -> None:
    line = only(replace(CALM, overdue_since=at("10:30"), ends_at=at("09:00")))
    assert (line.rule, line.figure, line.act) == ("overdue", 0, "close_shift")


def test_a_difference_at_closing_with_its_reason() -> None:
    line = only(replace(CALM, differences=(Difference(SHIFT, "Ca 1", -2, "Ghi trùng", at("10:00")),)))
    assert (line.rule, line.figure, line.reason, line.shift, line.window, line.act) == (
        "difference",
        -2,
        "Ghi trùng",
        SHIFT,
        "Ca 1",
        "count_again",
    )


def test_entries_faster_than_a_person_can_take_them() -> None:
    slow = [NOW - timedelta(seconds=45 * turn) for turn in range(8)][::-1]
    assert told(replace(CALM, recent=slow)) == []
    assert told(replace(CALM, recent=slow[-1:] + [slow[-1] + timedelta(seconds=turn) for turn in range(1, 5)])) == []
    fast = [at("09:00") + timedelta(seconds=10 * turn) for turn in range(7)]
    line = only(replace(CALM, recent=[*fast, *slow]))
    assert (line.rule, line.figure, line.beside, line.since) == ("too_fast", 10, 45, fast[-1])


def test_an_unusual_share_beside_the_last_days_and_the_other_devices() -> None:
    odd = replace(CALM, by_outcome={"accepted": 40, "missing_papers": 20})
    other = replace(CALM, device="TB-2", by_outcome={"accepted": 25})
    (line,) = told(odd, other, usual={"accepted": 70, "missing_papers": 5})
    assert (line.rule, line.device, line.outcome, line.figure, line.beside) == (
        "outcome_share",
        "TB-1",
        "missing_papers",
        33,
        5,
    )
    assert told(odd, usual={"accepted": 600, "missing_papers": 400}) == []


def test_what_is_unsent_for_as_long_as_the_plan_allows() -> None:
    since = NOW - timedelta(hours=12)
    assert told(unsent_since=since + timedelta(seconds=1)) == []
    (line,) = told(unsent_since=since)
    assert (line.rule, line.device, line.figure, line.beside, line.act) == ("unsent", "", 12, 12, "export")


def test_the_gravest_rule_comes_first_and_its_largest_figure() -> None:
    lines = told(
        behind(20, hours=(11, 23, 15)),
        replace(CALM, device="TB-2", quiet_since=at("10:10")),
        replace(behind(90, zero_reason="Mưa"), device="TB-3"),
        unsent_since=NOW - timedelta(hours=20),
    )
    assert [(line.rule, line.device) for line in lines] == [
        ("silent", "TB-2"),
        ("behind", "TB-3"),
        ("behind", "TB-1"),
        ("unsent", ""),
    ]


QUIET = only(replace(CALM, quiet_since=at("10:15")))


def knows(**changes: object) -> Acknowledgement:
    known = Acknowledgement("silent", "TB-1", SHIFT, 15, "pd.luong", at("10:30"))
    return replace(known, **changes)  # type: ignore[arg-type]  # any of the fields


def test_who_knows_of_a_line() -> None:
    assert acknowledgement_of(QUIET, [knows(rule="behind"), knows()]) == knows()


@pytest.mark.parametrize(
    "other", [{"rule": "paused"}, {"device": "TB-2"}, {"shift": ""}, {"figure": 7}, {"at": at("10:14")}]
)
def test_another_line_a_worse_or_a_later_one_is_news(other: dict[str, object]) -> None:
    assert acknowledgement_of(QUIET, [knows(**other)]) is None
    assert acknowledgement_of(QUIET, []) is None


minutes = st.integers(0, 600)
moments = st.one_of(st.none(), minutes.map(lambda ago: NOW - timedelta(minutes=ago)))
watched = st.builds(
    Watched,
    device=st.sampled_from(["TB-1", "TB-2"]),
    pace=st.builds(
        Pace, done=minutes, quota=st.just(350), planned_minutes=st.just(900), ahead_minutes=st.integers(-600, 600)
    ),
    hours=st.lists(st.builds(Hour, hour=st.integers(0, 23), counted=st.integers(0, 40), planned=st.just(23.3))),
    downtime=st.dictionaries(st.sampled_from(["power_cut", "other"]), minutes),
    ran=st.booleans(),
    shift=st.sampled_from(["", SHIFT]),
    overdue_since=moments,
    ends_at=moments,
    quiet_since=moments,
    paused_since=moments,
    missing=st.sampled_from([(), (MORNING,), (MORNING, NOON)]),
    recent=st.lists(minutes.map(lambda ago: NOW - timedelta(seconds=ago)), max_size=12).map(sorted),
    by_outcome=st.dictionaries(st.sampled_from(["accepted", "duplicate"]), minutes),
)


@given(st.lists(watched, max_size=3), moments, st.builds(Attention, behind_minutes=minutes, silent_minutes=minutes))
def test_every_line_is_beyond_its_threshold_and_began_before_now(
    devices: list[Watched], unsent: datetime | None, attention: Attention
) -> None:
    lines = told(*devices, unsent_since=unsent, attention=attention)
    beyond: dict[Rule, bool] = {}
    for line in lines:
        higher = line.figure < line.beside if line.rule == "too_fast" else line.figure >= line.beside
        beyond[line.rule] = beyond.get(line.rule, True) and higher
        assert line.since <= NOW
        assert line.ask_since is None or line.since < line.ask_since <= NOW
    assert all(beyond.values())
    places = [RULES.index(line.rule) for line in lines]
    assert places == sorted(places)


@given(st.lists(watched, max_size=1), moments)
def test_what_was_just_acknowledged_is_no_news(devices: list[Watched], unsent: datetime | None) -> None:
    for line in told(*devices, unsent_since=unsent):
        known = Acknowledgement(line.rule, line.device, line.shift, line.figure, "pd.luong", NOW)
        assert acknowledgement_of(line, [known]) == known
