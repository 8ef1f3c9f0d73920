"""Shifts at the edges of their rules: odd hours, late ends, clocks set back, and text of all kinds."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from campaign.entry import read_entry
from campaign.events import (
    ShiftClosed,
    ShiftOpened,
    ShiftReopened,
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


def test_a_clock_behind_the_journal_needs_an_override(desk: Stationctl, witness: tuple[str | Path, ...]) -> None:
    open_with(desk, "--all-checks-ok")
    early = desk.at("07:00")
    refused = open_with(early, "--all-checks-ok", device="TB-2")
    assert (refused.code, refused.error) == (6, "override_needed")
    assert open_with(early, "--all-checks-ok", *witness, "--override-reason", "đã chỉnh", device="TB-2").code == 0
    assert entries(desk.home)[-1].header.at == entries(desk.home)[-2].header.at


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


def test_who_may_not_log_takes_no_shift(station: Station) -> None:
    """In the real campaign an administrator logs nothing."""
    opened(station)
    with pytest.raises(NotPermitted, match=r"^role_may_not$"):
        hand_over_shift(station, "TB-1", "nb.thinh")


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
