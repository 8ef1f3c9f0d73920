"""Shifts by their rules: who opens one in spite of what, on which day, for which window, and how it ends."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from campaign.entry import read_entry
from campaign.events import (
    ClockConfirmed,
    ShiftClosed,
    ShiftHandedOver,
    ShiftOpened,
    ShiftPaused,
    ShiftReopened,
    ShiftResumed,
    ShiftSealed,
    ZeroReported,
)
from campaign.refusal import NotPermitted
from db.history import History
from station_app.services.run_shift import hand_over_shift
from station_app.services.station import Station
from station_app.services.status import list_shifts, station_status
from tests.station_app.cli import ADMINISTRATOR, OPERATOR, OTHER_OPERATOR, PASSWORD, SUPERVISOR, Stationctl, entries
from tests.station_app.desks import opened, the_plan
from tests.station_app.test_cli_answers import OPEN, SHIFT

MANUAL = ["power_and_cabling", "backup_power", "fire_and_exit", "epidemic_kit", "disk_encrypted_and_locked"]
MANUAL += ["capture_devices_tested", "link_to_centre", "roster_complete"]
COMMANDER = ("--commander", "Phạm Đức Lương")


@pytest.fixture
def desk(ctl: Stationctl) -> Stationctl:
    """The operator's at 08:00."""
    return ctl.by(OPERATOR)


@pytest.fixture
def witness(tmp_path: Path) -> tuple[str | Path, ...]:
    """The supervisor as the second person."""
    file = tmp_path / "password"
    file.write_text(f"{PASSWORD}\n")
    return "--second-user", SUPERVISOR, "--second-password-file", file


def open_with(desk: Stationctl, *more: str | Path, device: str = "TB-1", window: str = "ca-1") -> Any:
    return desk("shift", "open", "--device", device, "--window", window, *COMMANDER, *more)


def last_body(ctl: Stationctl, kind: type) -> Any:
    return [entry.body for entry in entries(ctl.home) if isinstance(entry.body, kind)][-1]


def last_of(station: Station) -> ShiftOpened:
    with station.store.read() as snapshot:
        history = History(snapshot, station.identity.station, 1)
        body = read_entry(history.entry(history.last()) or b"").body
    assert isinstance(body, ShiftOpened)
    return body


def codes(ctl: Stationctl, *arguments: str | Path) -> tuple[int, str]:
    answer = ctl(*arguments)
    return answer.code, answer.error


def test_every_check_is_answered_or_measured(desk: Stationctl) -> None:
    refused = open_with(desk)
    assert (refused.code, refused.error) == (3, "check_missing")
    assert sorted(refused.document["error"]["checks"]) == sorted(MANUAL)
    answers = [argument for name in MANUAL for argument in ("--check", f"{name}=ok")]
    assert open_with(desk, *answers[:-2]).document["error"]["checks"] == ["roster_complete"]
    assert open_with(desk, *answers).code == 0
    checks = last_body(desk, ShiftOpened).checks
    assert {check.id for check in checks} > set(MANUAL)
    assert all(check.state == "ok" for check in checks)


def test_a_failed_check_that_does_not_block_is_noted(desk: Stationctl) -> None:
    assert open_with(desk, "--all-checks-ok", "--check", "backup_power=failed:UPS hỏng: đang sửa").code == 0
    checks = {check.id: check for check in last_body(desk, ShiftOpened).checks}
    assert (checks["backup_power"].state, checks["backup_power"].reason) == ("failed", "UPS hỏng: đang sửa")
    assert not last_body(desk, ShiftOpened).override


def test_a_failed_check_that_blocks_needs_a_supervisor_and_a_reason(
    desk: Stationctl, witness: tuple[str | Path, ...]
) -> None:
    failed = ("--all-checks-ok", "--check", "power_and_cabling=failed:dây hở")
    reason = ("--override-reason", "đã cô lập dây")
    for missing in ((), reason, witness, (*witness, "--override-reason", " ")):
        refused = open_with(desk, *failed, *missing)
        assert (refused.code, refused.error) == (6, "override_needed"), missing
        assert refused.document["error"]["checks"] == ["power_and_cabling"]
    supervisor = desk.by(SUPERVISOR)
    assert open_with(supervisor, *failed).error == "override_needed"
    assert open_with(desk, *failed, *reason, *witness).code == 0
    override = last_body(desk, ShiftOpened).override
    assert (override.by, override.reason) == (SUPERVISOR, "đã cô lập dây")
    assert entries(desk.home)[-1].header.by == OPERATOR
    assert open_with(supervisor, *failed, *reason, device="TB-2").code == 0
    assert last_body(desk, ShiftOpened).override.by == SUPERVISOR


def test_the_second_person_gives_the_right_password(desk: Stationctl, witness: tuple[str | Path, ...]) -> None:
    failed = ("--all-checks-ok", "--check", "power_and_cabling=failed:x", "--override-reason", "y")
    Path(witness[-1]).write_text("falsch")
    refused = open_with(desk, *failed, *witness)
    assert (refused.code, refused.error) == (6, "wrong_password")
    refused = open_with(desk, *failed, "--second-user", SUPERVISOR)
    assert (refused.code, refused.error) == (6, "second_person_needed")
    Path(witness[-1]).write_text(PASSWORD)
    refused = open_with(desk, *failed, "--second-user", OTHER_OPERATOR, *witness[2:])
    assert (refused.code, refused.error) == (6, "override_needed")


def test_what_is_ticked_does_not_outvote_what_is_measured(desk: Stationctl) -> None:
    open_with(desk, "--all-checks-ok")
    desk.at("12:30")("shift", "close", "--device", "TB-1", "--device-counter", "0")
    opened = open_with(desk.at("12:31"), "--all-checks-ok", "--check", "last_bundle_handed_over=ok", window="ca-2")
    assert opened.code == 0
    checks = {check.id: check for check in last_body(desk, ShiftOpened).checks}
    assert checks["last_bundle_handed_over"].state == "failed"


def test_a_clock_behind_the_journal_needs_an_override(desk: Stationctl, witness: tuple[str | Path, ...]) -> None:
    open_with(desk, "--all-checks-ok")
    early = desk.at("07:00")
    refused = open_with(early, "--all-checks-ok", device="TB-2")
    assert (refused.code, refused.error) == (6, "override_needed")
    assert open_with(early, "--all-checks-ok", *witness, "--override-reason", "đã chỉnh", device="TB-2").code == 0
    assert entries(desk.home)[-1].header.at == entries(desk.home)[-2].header.at


def test_a_day_more_than_one_from_the_last_waits_for_a_supervisor(
    desk: Stationctl, witness: tuple[str | Path, ...]
) -> None:
    later = desk.at("08:00", "2021-04-10")
    refused = open_with(later, "--all-checks-ok")
    assert (refused.code, refused.error) == (6, "clock_unconfirmed")
    before = entries(desk.home)
    assert open_with(later, "--all-checks-ok", *witness).code == 0
    confirmed, opened = entries(desk.home)[len(before) :]
    assert isinstance(confirmed.body, ClockConfirmed)
    assert (confirmed.header.by, opened.header.by) == (SUPERVISOR, OPERATOR)
    assert opened.header.day == "2021-04-10"
    assert open_with(later, "--all-checks-ok", device="TB-2").code == 0
    assert open_with(desk.at("08:00", "2021-04-11"), "--all-checks-ok", device="TB-2").error == "shift_still_open"


def test_the_next_day_needs_nobody(desk: Stationctl) -> None:
    assert open_with(desk.at("08:00", "2021-04-09"), "--all-checks-ok").code == 0
    assert not [entry for entry in entries(desk.home) if isinstance(entry.body, ClockConfirmed)]


def test_a_device_has_one_shift_at_a_time(desk: Stationctl) -> None:
    open_with(desk, "--all-checks-ok")
    refused = open_with(desk, "--all-checks-ok", window="ca-2")
    assert (refused.code, refused.error) == (3, "shift_still_open")
    assert refused.document["error"]["shift"] == SHIFT
    assert open_with(desk, "--all-checks-ok", device="TB-2").code == 0
    desk("shift", "close", "--device", "TB-1", "--device-counter", "0")
    again = open_with(desk, "--all-checks-ok")
    assert again.document["shift"] == "2021-04-08.TB-1.ca-1.2"


def test_a_shift_may_be_opened_at_any_hour_of_its_business_day(desk: Stationctl) -> None:
    for clock, day, window, shift in (
        ("04:00", "2021-04-09", "ca-3", "2021-04-09.TB-1.ca-3.1"),
        ("23:59", "2021-04-09", "ca-1", "2021-04-09.TB-1.ca-1.1"),
        ("03:59", "2021-04-10", "ca-2", "2021-04-09.TB-1.ca-2.1"),
    ):
        then = desk.at(clock, day)
        opened = open_with(then, "--all-checks-ok", window=window)
        assert opened.code == 0, opened
        assert opened.document["shift"] == shift
        assert then("shift", "close", "--device", "TB-1", "--device-counter", "0").code == 0


def test_the_quota_of_a_day_is_spread_whole_over_its_windows(ctl: Stationctl) -> None:
    for window in ("ca-1", "ca-2", "ca-3"):
        assert open_with(ctl, "--all-checks-ok", window=window).code == 0
        ctl("shift", "close", "--device", "TB-1", "--device-counter", "0")
    shifts = sorted(ctl("shift", "list").document["shifts"], key=lambda row: str(row["window"]))
    assert [(row["quota"], row["planned_minutes"]) for row in shifts] == [(117, 300), (117, 300), (116, 300)]
    device = ctl.at("23:00")("status").document["devices"][0]
    assert (device["quota"], device["plan_to_now"], device["ahead"]) == (350, 350, -350)


def test_after_the_deadline_a_shift_opens_without_a_quota(ctl: Stationctl) -> None:
    outside = ctl.at("08:00", "2022-01-01")
    assert open_with(outside, "--all-checks-ok").code == 0
    (shift,) = outside("shift", "list").document["shifts"]
    assert (shift["quota"], shift["planned_minutes"], shift["day"]) == (0, 300, "2022-01-01")
    total = outside.at("23:00", "2022-01-01")("status").document["station_total"]
    assert (total["quota"], total["plan_to_now"], total["ahead_minutes"]) == (0, 0, 0)


def test_before_the_first_plan_begins_a_shift_opens_without_a_quota(
    station: Station, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = [the_plan(effective_from=date(2021, 4, day), version=day) for day in (20, 10, 15)]
    monkeypatch.setattr(station, "plans", lambda _: plans)
    opened(station)
    (shift,) = list_shifts(station)
    assert (shift.quota, shift.planned_minutes) == (0, 300)
    assert last_of(station).plan_version == 10
    total = station_status(station).to_dict()["station_total"]
    assert (total["quota"], total["plan_to_now"]) == (0, 0)


def test_after_four_a_shift_takes_nothing_but_its_end(desk: Stationctl) -> None:
    open_with(desk, "--all-checks-ok")
    desk.at("09:00").log({"scan": "031195004417"})
    desk.at("10:00")("shift", "pause", "--device", "TB-1", "--cause", "power_cut")
    late = desk.at("04:00", "2021-04-09")
    device = late("status").document["devices"][0]
    assert (device["state"], device["shift"]) == ("overdue", SHIFT)
    assert late("status").document["warnings"] == ["shift_overdue", "sync_due"]
    for verb in (("resume",), ("pause", "--cause", "power_cut"), ("hand-over", "--to", OTHER_OPERATOR)):
        assert codes(late, "shift", verb[0], "--device", "TB-1", *verb[1:]) == (3, "shift_overdue")
    assert open_with(late, "--all-checks-ok").error == "shift_still_open"
    closed = late("shift", "close", "--device", "TB-1", "--device-counter", "1")
    assert closed.code == 0
    assert last_body(desk, ShiftClosed).paused_minutes == {"power_cut": 18 * 60}
    assert entries(desk.home)[-1].header.day == "2021-04-08"
    assert codes(late.by(SUPERVISOR), "shift", "reopen", SHIFT, "--reason", "x") == (3, "shift_overdue")
    assert open_with(late, "--all-checks-ok").document["shift"] == "2021-04-09.TB-1.ca-1.1"


def test_a_shift_pauses_and_resumes_once(desk: Stationctl) -> None:
    open_with(desk, "--all-checks-ok")
    assert codes(desk, "shift", "resume", "--device", "TB-1") == (3, "shift_not_paused")
    assert desk("shift", "pause", "--device", "TB-1", "--cause", "power_cut").document["state"] == "paused"
    assert codes(desk, "shift", "pause", "--device", "TB-1", "--cause", "power_cut") == (3, "shift_paused")
    assert desk.at("08:10")("status").document["devices"][0]["state"] == "paused"
    assert desk.at("08:10")("status").document["devices"][0]["downtime_minutes"] == 10
    assert desk.at("08:11")("shift", "resume", "--device", "TB-1").document["state"] == "open"


def test_closing_resumes_and_seals_in_one_step(desk: Stationctl) -> None:
    opened = open_with(desk, "--all-checks-ok").document["n"]
    desk("shift", "pause", "--device", "TB-1", "--cause", "power_cut")
    closed = desk.at("08:30")("shift", "close", "--device", "TB-1", "--device-counter", "0")
    assert closed.document["n"] == opened + 4
    assert [type(entry.body) for entry in entries(desk.home)[opened:]] == [
        *(ShiftPaused, ShiftResumed, ShiftClosed, ShiftSealed)
    ]
    assert last_body(desk, ShiftClosed).paused_minutes == {"power_cut": 30}


def test_a_difference_needs_a_reason_and_nothing_is_written_without(desk: Stationctl) -> None:
    open_with(desk, "--all-checks-ok")
    desk.log({"scan": "031195004417"}, {"scan": "031195004418", "outcome": "duplicate", "reason": "no_old_card"})
    desk("shift", "pause", "--device", "TB-1", "--cause", "power_cut")
    before = len(entries(desk.home))
    for reason in ((), ("--difference-reason", ""), ("--difference-reason", " ")):
        refused = desk("shift", "close", "--device", "TB-1", "--device-counter", "3", *reason)
        assert (refused.code, refused.error) == (3, "difference_reason_needed")
        error = refused.document["error"]
        assert (error["device_counter"], error["counted"], error["difference"]) == (3, 1, 2)
    assert len(entries(desk.home)) == before
    closed = desk("shift", "close", "--device", "TB-1", "--device-counter", "3", "--difference-reason", "hai lần thử")
    assert closed.document["difference"] == 2
    assert last_body(desk, ShiftClosed).reason == "hai lần thử"


def test_a_reopened_shift_adds_up(ctl: Stationctl) -> None:
    open_with(ctl, "--all-checks-ok")
    ctl.log({"scan": "031195004417"})
    ctl("shift", "close", "--device", "TB-1", "--device-counter", "1")
    assert codes(ctl.by(OPERATOR), "shift", "reopen", SHIFT, "--reason", "x") == (6, "role_may_not")
    assert codes(ctl, "shift", "reopen", SHIFT, "--reason", " ") == (3, "reason_needed")
    assert ctl("shift", "reopen", SHIFT, "--reason", "đóng nhầm").code == 0
    assert codes(ctl, "shift", "reopen", SHIFT, "--reason", "x") == (3, "shift_still_open")
    ctl.log({"scan": "031195004418"})
    closed = ctl("shift", "close", "--device", "TB-1", "--device-counter", "2")
    assert (closed.document["shift"], closed.document["counted"]) == (SHIFT, 2)
    open_with(ctl, "--all-checks-ok", window="ca-2")
    assert codes(ctl, "shift", "reopen", SHIFT, "--reason", "x") == (3, "shift_still_open")


def test_a_shift_is_handed_over_with_what_was_done(desk: Stationctl) -> None:
    open_with(desk, "--all-checks-ok")
    desk.log({"scan": "031195004417"}, {"scan": "031195004418"})
    assert codes(desk, "shift", "hand-over", "--device", "TB-1", "--to", "nobody") == (3, "unknown_user")
    assert desk("shift", "hand-over", "--device", "TB-1", "--to", OTHER_OPERATOR).code == 0
    body = last_body(desk, ShiftHandedOver)
    assert (body.from_user, body.to, body.totals) == (OPERATOR, OTHER_OPERATOR, {"accepted": 2})


def test_who_may_not_log_takes_no_shift(station: Station) -> None:
    """In the real campaign an administrator logs nothing."""
    opened(station)
    with pytest.raises(NotPermitted, match=r"^role_may_not$"):
        hand_over_shift(station, "TB-1", "nb.thinh")


def test_a_crew_is_of_people_of_the_station(desk: Stationctl) -> None:
    refused = open_with(desk, "--all-checks-ok", "--crew", OPERATOR, "--crew", "nobody")
    assert (refused.code, refused.error) == (3, "unknown_user")
    assert open_with(desk, "--all-checks-ok", "--crew", OPERATOR, "--crew", OTHER_OPERATOR).code == 0
    assert last_body(desk, ShiftOpened).crew == [OPERATOR, OTHER_OPERATOR]


def test_a_device_that_did_not_run_is_reported_once_for_a_window(desk: Stationctl) -> None:
    zero = ("shift", "zero", "--device", "TB-2", "--window", "ca-1", "--reason", "máy  hỏng")
    assert desk(*zero).document["state"] == "zero"
    body = last_body(desk, ZeroReported)
    assert (body.device, body.window, body.day, body.reason) == ("TB-2", "ca-1", "2021-04-08", "máy hỏng")
    assert entries(desk.home)[-1].header.shift is entries(desk.home)[0].header.shift
    open_with(desk, "--all-checks-ok")
    assert codes(desk, "shift", "zero", "--device", "TB-1", "--window", "ca-1", "--reason", "x") == (3, "shift_exists")


def test_text_is_kept_composed_whatever_keyboard_typed_it(ctl: Stationctl, witness: tuple[str | Path, ...]) -> None:
    """An input method may send letters and marks apart; the journal has one spelling."""
    told = "Đã sửa ở tổ điện"
    apart = unicodedata.normalize("NFD", told)
    assert apart != told
    opened = ctl(
        *("shift", "open", "--device", "TB-1", "--window", "ca-1", "--all-checks-ok"),
        *("--commander", unicodedata.normalize("NFD", "Phạm  Đức Lương")),
        *("--check", f"power_and_cabling=failed:{apart}", "--override-reason", apart),
    )
    assert opened.code == 0, opened
    body = last_body(ctl, ShiftOpened)
    assert (body.commander, body.override.reason) == ("Phạm Đức Lương", told)
    assert next(check.reason for check in body.checks if check.id == "power_and_cabling") == told
    assert ctl("shift", "close", "--device", "TB-1", "--device-counter", "1", "--difference-reason", apart).code == 0
    assert last_body(ctl, ShiftClosed).reason == told
    assert ctl("shift", "reopen", SHIFT, "--reason", apart).code == 0
    assert last_body(ctl, ShiftReopened).reason == told
    assert ctl("shift", "zero", "--device", "TB-2", "--window", "ca-1", "--reason", apart).code == 0
    assert last_body(ctl, ZeroReported).reason == told
    added = ctl.by(ADMINISTRATOR)("user", "add", "an.nv", "--role", "operator", "--full-name", f" {apart} ")
    assert added.code == 0
    assert told in json.dumps(added.document, ensure_ascii=False)


BAD_TEXTS = {"escape": ("a\x1b[2Jb", 3), "delete": ("a\x7fb", 3), "long": ("x" * 70_000, 3), "no text": ("a\udcffb", 2)}


@pytest.mark.parametrize(("text", "code"), BAD_TEXTS.values(), ids=list(BAD_TEXTS))
def test_text_that_cannot_be_kept_is_refused_and_changes_nothing(ctl: Stationctl, text: str, code: int) -> None:
    open_with(ctl, "--all-checks-ok")
    before = len(entries(ctl.home))
    for arguments in (
        ("shift", "close", "--device", "TB-1", "--device-counter", "1", "--difference-reason", text),
        ("shift", "zero", "--device", "TB-2", "--window", "ca-1", "--reason", text),
        ("shift", "pause", "--device", text, "--cause", "power_cut"),
        ("shift", "pause", "--device", "TB-1", "--cause", text),
        ("shift", "reopen", text, "--reason", "x"),
        ("shift", "hand-over", "--device", "TB-1", "--to", text),
        (*OPEN[:3], text, *OPEN[4:], "TB-2"),
        (*OPEN[:5], text, *OPEN[6:], "TB-2"),
        ("void", "1", "--reason", text),
    ):
        refused = ctl(*arguments)
        assert refused.code == code, (arguments, refused)
        assert refused.error
    assert len(entries(ctl.home)) == before
