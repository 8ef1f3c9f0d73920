"""A device's shifts, from the checklist to the seal and after it, by the command line alone."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any, TypeVar

import pytest

from campaign.events import Body, ClockConfirmed, ShiftClosed, ShiftHandedOver, ShiftOpened, ShiftReopened
from tests.station_app.cli import (
    ADMINISTRATOR,
    CAMPAIGN,
    OPERATOR,
    OTHER_OPERATOR,
    SUPERVISOR,
    Answer,
    Commandctl,
    Second,
    Stationctl,
    entries,
    moment,
)
from tests.station_app.test_cli_answers import OPEN, SHIFT

B = TypeVar("B", bound=Body)

UNCHECKED = ("shift", "open", "--device", "TB-1", "--window", "ca-1", "--commander", "Phạm Đức Lương")
MANUAL = [
    *("power_and_cabling", "backup_power", "fire_and_exit", "epidemic_kit", "disk_encrypted_and_locked"),
    *("capture_devices_tested", "link_to_centre", "roster_complete"),
]
WHY = ("--override-reason", "Có công văn")


def last(ctl: Stationctl, shape: type[B]) -> B:
    return [entry.body for entry in entries(ctl.home) if isinstance(entry.body, shape)][-1]


def close(ctl: Stationctl, counter: int, *more: str, device: str = "TB-1") -> Answer:
    return ctl("shift", "close", "--device", device, "--device-counter", str(counter), *more)


def refusal(answer: Answer) -> tuple[int, str]:
    return answer.code, answer.error


def state(ctl: Stationctl, device: int = 0) -> dict[str, Any]:
    row: dict[str, Any] = ctl("status").document["devices"][device]
    return row


def test_the_quota_of_a_day_is_spread_over_its_windows(ctl: Stationctl) -> None:
    for window, clock in (("ca-1", "07:30"), ("ca-2", "12:30"), ("ca-3", "17:30")):
        there = ctl.at(clock)
        assert there(*OPEN, "TB-1", "--window", window).code == 0
        assert close(there, 0).code == 0
    shifts = ctl("shift", "list").document["shifts"]
    assert [(row["window"], row["quota"], row["planned_minutes"]) for row in reversed(shifts)] == [
        ("ca-1", 117, 300),
        ("ca-2", 117, 300),
        ("ca-3", 116, 300),
    ]
    figures = state(ctl.at("23:00"))
    assert (figures["state"], figures["quota"], figures["plan_to_now"], figures["ahead"]) == ("sealed", 350, 350, -350)


@pytest.mark.parametrize(("clock", "plan_to_now"), [("07:30", 0), ("12:30", 117), ("17:30", 233), ("22:30", 350)])
def test_the_plan_goes_on_whoever_works(ctl: Stationctl, clock: str, plan_to_now: int) -> None:
    assert state(ctl.at(clock))["plan_to_now"] == plan_to_now


def test_after_the_deadline_nothing_is_asked_but_work_goes_on(ctl: Stationctl) -> None:
    later = ctl.at("08:00", "2021-05-01")
    assert later(*OPEN, "TB-1").code == 0
    assert later.log({"scan": "031195004417"}).code == 0
    figures = state(later.at("12:00", "2021-05-01"))
    assert (figures["quota"], figures["plan_to_now"], figures["done"]) == (0, 0, 1)
    assert later("shift", "list").document["shifts"][0]["quota"] == 0


def test_before_the_first_day_of_the_plan_too(tmp_path: Path) -> None:
    early = Stationctl(tmp_path / "station", ADMINISTRATOR, moment("08:00", "2021-03-12"))
    city, stick = Commandctl(tmp_path / "city", moment("08:00", "2021-03-13")), tmp_path / "stick"
    for folder in (city.folder, stick):
        folder.mkdir()
    init = ("init", "--campaign", CAMPAIGN, "--station", "HP-LC-01", "--unit", "u", "--device", "TB-1", "--drill")
    assert early(*init).code == 0
    assert refusal(early(*OPEN, "TB-1")) == (3, "no_plan")
    assert early.log({"scan": "031195004417"}).document["error"]["code"] == "no_open_shift"
    for answer in (
        early("request", stick),
        city("init", "--campaign", CAMPAIGN, "--keys", city.keys, "--drill"),
        city("enrol", stick, "--keys", city.keys),
        early("receive", stick),
        early(*OPEN, "TB-1"),
        early.log({"scan": "031195004417"}),
    ):
        assert answer.code == 0, answer
    assert early("shift", "list").document["shifts"][0]["quota"] == 0


def test_every_check_is_answered(ctl: Stationctl) -> None:
    missing = ctl(*UNCHECKED)
    assert refusal(missing) == (3, "check_missing")
    assert missing.document["error"]["checks"] == MANUAL
    answers = [text for name in MANUAL[1:] for text in ("--check", f"{name}=ok")]
    missing = ctl(*UNCHECKED, *answers)
    assert missing.document["error"]["checks"] == MANUAL[:1]
    assert ctl(*UNCHECKED, *answers, "--check", f"{MANUAL[0]}=ok").code == 0
    checks = last(ctl, ShiftOpened).checks
    assert len(checks) == 15
    assert {check.state for check in checks if check.id not in ("last_bundle_handed_over",)} == {"ok"}


def test_a_check_that_does_not_block_keeps_its_note(ctl: Stationctl) -> None:
    note = unicodedata.normalize("NFD", "Máy phát hỏng: chờ thợ")
    assert ctl(*OPEN, "TB-1", "--check", f"backup_power=failed:{note}").code == 0
    check = next(check for check in last(ctl, ShiftOpened).checks if check.id == "backup_power")
    assert (check.state, check.reason) == ("failed", "Máy phát hỏng: chờ thợ")


def test_a_failed_check_opens_with_a_supervisor_and_a_reason(ctl: Stationctl, second: Second) -> None:
    failing = (*OPEN, "TB-1", "--check", "power_and_cabling=failed:Mất điện")
    operator = ctl.by(OPERATOR)
    for refused in (
        ctl(*failing),
        ctl(*failing, "--override-reason", " "),
        operator(*failing, *WHY),
        operator(*failing, *second(SUPERVISOR)),
        operator(*failing, *WHY, *second(OTHER_OPERATOR)),
    ):
        assert refusal(refused) == (6, "override_needed")
    assert refusal(operator(*failing, *WHY, *second(SUPERVISOR, "falsch"))) == (6, "wrong_password")
    assert refusal(operator(*failing, *WHY, "--second-user", SUPERVISOR)) == (6, "second_person_needed")
    assert state(ctl)["state"] == "none"
    assert operator(*failing, *WHY, *second(SUPERVISOR)).code == 0
    opened = last(ctl, ShiftOpened)
    assert opened.override
    assert (opened.override.by, opened.override.reason, opened.crew) == (SUPERVISOR, WHY[1], [OPERATOR])


def test_what_is_measured_stands_whatever_is_ticked(ctl: Stationctl) -> None:
    assert ctl(*OPEN, "TB-1").code == 0
    behind = ctl.at("07:00")
    ticked = behind(*OPEN, "TB-2", "--check", "clock_correct=ok")
    assert refusal(ticked) == (6, "override_needed")
    assert ticked.document["error"]["checks"] == ["clock_correct"]
    assert ctl(*OPEN, "TB-2", "--check", "record_chain_intact=failed:x").code == 0


def test_a_device_has_one_unsealed_shift(ctl: Stationctl) -> None:
    assert ctl(*OPEN, "TB-1").code == 0
    for window in ("ca-1", "ca-2"):
        assert refusal(ctl(*OPEN, "TB-1", "--window", window)) == (3, "shift_still_open")
    assert refusal(ctl("shift", "reopen", SHIFT, "--reason", "x")) == (3, "shift_still_open")
    assert ctl(*OPEN, "TB-2").code == 0
    assert close(ctl, 0).code == 0
    assert ctl(*OPEN, "TB-1").document["shift"] == SHIFT[:-1] + "2"


def test_an_overdue_shift_is_only_closed(ctl: Stationctl) -> None:
    assert ctl(*OPEN, "TB-1").code == 0
    assert ctl.log({"scan": "031195004417"}).code == 0
    before = ctl.at("03:59", "2021-04-09")
    assert (state(before)["state"], before("status").document["day"]) == ("open", "2021-04-08")
    after = ctl.at("04:00", "2021-04-09")
    assert state(after)["state"] == "overdue"
    assert "shift_overdue" in after("status").document["warnings"]
    for command in (
        ("shift", "pause", "--device", "TB-1", "--cause", "power_cut"),
        ("shift", "hand-over", "--device", "TB-1", "--to", OTHER_OPERATOR),
    ):
        assert refusal(after(*command)) == (3, "shift_overdue")
    assert refusal(after(*OPEN, "TB-1")) == (3, "shift_still_open")
    assert close(after, 1).document["counted"] == 1
    assert refusal(after("shift", "reopen", SHIFT, "--reason", "x")) == (3, "shift_overdue")
    assert after(*OPEN, "TB-1").document["shift"] == "2021-04-09.TB-1.ca-1.1"
    days = {row["shift"]: (row["day"], row["state"]) for row in after("shift", "list").document["shifts"]}
    assert days[SHIFT] == ("2021-04-08", "sealed")


def test_a_day_too_far_away_is_confirmed_by_a_supervisor(ctl: Stationctl, second: Second) -> None:
    assert ctl(*OPEN, "TB-1").code == 0
    assert close(ctl, 0).code == 0
    assert ctl.by(OPERATOR).at("08:00", "2021-04-09")(*OPEN, "TB-2").code == 0
    assert close(ctl.at("08:00", "2021-04-09"), 0, device="TB-2").code == 0
    operator = ctl.by(OPERATOR).at("08:00", "2021-04-11")
    assert refusal(operator(*OPEN, "TB-1")) == (6, "clock_unconfirmed")
    assert refusal(operator(*OPEN, "TB-1", *second(OTHER_OPERATOR))) == (6, "clock_unconfirmed")
    assert operator(*OPEN, "TB-1", *second(SUPERVISOR)).code == 0
    assert [entry.header.by for entry in entries(ctl.home) if isinstance(entry.body, ClockConfirmed)] == [SUPERVISOR]
    assert operator(*OPEN, "TB-2").code == 0


def test_a_pause_ends_when_the_shift_is_closed(ctl: Stationctl) -> None:
    assert ctl(*OPEN, "TB-1").code == 0
    pause = ("shift", "pause", "--device", "TB-1", "--cause", "power_cut")
    assert ctl.at("09:00")(*pause).document["state"] == "paused"
    assert refusal(ctl.at("09:01")(*pause)) == (3, "shift_paused")
    assert state(ctl.at("09:30"))["downtime_minutes"] == 30
    assert close(ctl.at("10:00"), 0).code == 0
    kinds = [entry.header.kind for entry in entries(ctl.home)][-4:]
    assert kinds == ["shift_paused", "shift_resumed", "shift_closed", "shift_sealed"]
    assert last(ctl, ShiftClosed).paused_minutes == {"power_cut": 60}
    figures = state(ctl.at("11:00"))
    assert (figures["downtime_minutes"], figures["quota"]) == (60, 350)


def test_a_shift_that_runs_is_not_resumed(ctl: Stationctl) -> None:
    assert ctl(*OPEN, "TB-1").code == 0
    assert refusal(ctl("shift", "resume", "--device", "TB-1")) == (3, "shift_not_paused")


def test_a_difference_needs_a_reason(ctl: Stationctl) -> None:
    assert ctl(*OPEN, "TB-1").code == 0
    assert ctl.log({"scan": "031195004417"}, {"scan": "031195004418"}).code == 0
    for counter, difference in ((3, 1), (0, -2)):
        for more in ((), ("--difference-reason", ""), ("--difference-reason", " \u00a0")):
            refused = close(ctl, counter, *more)
            assert refusal(refused) == (3, "difference_reason_needed")
            assert refused.document["error"]["difference"] == difference
    assert state(ctl)["state"] == "open"
    reason = "Lập lại do mất điện"
    closed = close(ctl, 3, "--difference-reason", unicodedata.normalize("NFD", f"  {reason} ")).document
    assert (closed["counted"], closed["device_counter"], closed["difference"]) == (2, 3, 1)
    assert last(ctl, ShiftClosed).reason == reason


def test_closing_tells_what_was_logged(ctl: Stationctl) -> None:
    assert ctl(*OPEN, "TB-1").code == 0
    n = ctl.log({"scan": "031195004417"}).document["n"]
    ctl.log({"scan": "031195004417", "outcome": "duplicate", "reason": "already_logged_this_shift"})
    ctl.log(*({"scan": f"03119500450{k}", "outcome": "missing_papers", "reason": "no_old_card"} for k in range(2)))
    undone = ctl.log({"scan": "031195004419"}).document["n"]
    assert ctl("void", str(undone), "--reason", "undo").code == 0
    closed = close(ctl, 1).document
    assert closed["totals"] == {"accepted": 1, "duplicate": 1, "missing_papers": 2}
    assert (closed["counted"], closed["voided"], closed["state"]) == (1, 1, "sealed")
    assert closed["n"] == n + 7


def test_a_sealed_shift_is_opened_again_by_a_supervisor(ctl: Stationctl) -> None:
    assert ctl(*OPEN, "TB-1").code == 0
    ctl.log({"scan": "031195004417"})
    close(ctl, 1)
    reopen = ("shift", "reopen", SHIFT, "--reason")
    assert refusal(ctl.by(OPERATOR)(*reopen, "x")) == (6, "role_may_not")
    assert refusal(ctl(*reopen, " ")) == (3, "reason_needed")
    reason = "Quên một hồ sơ"
    assert ctl(*reopen, unicodedata.normalize("NFD", reason)).document["shift"] == SHIFT
    assert last(ctl, ShiftReopened).reason == reason
    assert ctl.log({"scan": "031195004418"}).code == 0
    assert close(ctl, 2).document["totals"] == {"accepted": 2}
    shifts = ctl("shift", "list").document["shifts"]
    assert [(row["shift"], row["state"]) for row in shifts] == [(SHIFT, "sealed")]


def test_a_device_that_did_not_run_is_reported(ctl: Stationctl) -> None:
    report = ("shift", "zero", "--device", "TB-2", "--window", "ca-1", "--reason", "Máy hỏng")
    first = ctl.by(OPERATOR)(*report)
    assert (first.code, first.document["state"]) == (0, "zero")
    assert ctl(*OPEN, "TB-1").code == 0
    worked = ("shift", "zero", "--device", "TB-1", "--window", "ca-1", "--reason", "x")
    assert refusal(ctl(*worked)) == (3, "shift_exists")
    assert ctl("shift", "zero", "--device", "TB-1", "--window", "ca-2", "--reason", "x").code == 0
    unknown = ("shift", "zero", "--device", "TB-9", "--window", "ca-1", "--reason", "x")
    assert refusal(ctl(*unknown)) == (3, "unknown_device")


def test_handing_over_keeps_what_each_has_done(ctl: Stationctl) -> None:
    operator, other = ctl.by(OPERATOR), ctl.by(OTHER_OPERATOR)
    assert operator(*OPEN, "TB-1", "--crew", OPERATOR, "--crew", OTHER_OPERATOR).code == 0
    operator.log({"scan": "031195004401"}, {"scan": "031195004402"})
    operator.log({"scan": "031195004403", "outcome": "missing_papers", "reason": "no_old_card"})
    hand_over = ("shift", "hand-over", "--device", "TB-1", "--to")
    assert refusal(operator(*hand_over, "nobody")) == (3, "unknown_user")
    assert operator(*hand_over, OTHER_OPERATOR).code == 0
    first = last(ctl, ShiftHandedOver)
    assert (first.from_user, first.to, first.totals) == (OPERATOR, OTHER_OPERATOR, {"accepted": 2, "missing_papers": 1})
    other.log({"scan": "031195004404"})
    assert other(*hand_over, OPERATOR).code == 0
    assert last(ctl, ShiftHandedOver).totals == {"accepted": 1}
    assert close(operator, 3).document["totals"] == {"accepted": 3, "missing_papers": 1}


def test_who_is_in_the_crew_is_known(ctl: Stationctl) -> None:
    assert refusal(ctl(*OPEN, "TB-1", "--crew", "nobody")) == (3, "unknown_user")
