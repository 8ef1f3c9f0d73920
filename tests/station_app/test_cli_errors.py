"""What a command says no with: an error document, a sentence for people, and the exit code that tells which kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from station_app.cli import main as program
from tests.station_app.cli import ADMINISTRATOR, OPERATOR, PASSWORD, STATION, UNIT, Stationctl, run
from tests.station_app.test_cli_answers import OPEN, SHIFT

INIT = ("init", "--campaign", "c", "--station", STATION, "--unit", UNIT, "--device", "TB-1", "--drill")

USAGE: list[tuple[str, ...]] = [
    (),
    ("nonsense",),
    ("status", "--nonsense"),
    ("log",),
    ("log", "--device", "TB-1", "--file", "/no/such/file"),
    ("shift", "open", "--device", "TB-1"),
    ("shift", "open", "--device", "TB-1", "--window", "ca-1", "--commander", "X", "--check", "nonsense"),
    ("shift", "close", "--device", "TB-1"),
    ("shift", "close", "--device", "TB-1", "--device-counter", "-1"),
    ("shift", "close", "--device", "TB-1", "--device-counter", "many"),
    ("void", "0", "--reason", "undo"),
    ("void", "one", "--reason", "undo"),
    ("user", "add", "an.nv", "--role", "king", "--full-name", "X"),
    ("init",),
    ("request",),
    ("receive",),
    ("export",),
    ("scan", "--file", "/no/such/file"),
]


@pytest.mark.parametrize("arguments", USAGE, ids=" ".join)
def test_misuse_is_told_as_such(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    misused = run(
        program, *arguments, "--json", env={"STATION_USER": "x", "STATION_PASSWORD": "x", "LC_ALL": "C.UTF-8"}
    )
    assert misused.code == 2
    assert misused.error == "usage"
    assert misused.err


@pytest.mark.parametrize("now", ["today", "2021-04-08", "2021-04-08T08:00:00", "2021-04-31T08:00:00+07:00", ""])
def test_a_time_has_its_date_and_its_offset(ctl: Stationctl, now: str) -> None:
    misused = ctl.at(None)("status", "--now", now)
    assert (misused.code, misused.error) == (2, "usage")


def test_a_real_station_keeps_to_the_real_time(prepared_home: Path) -> None:
    ctl = Stationctl(prepared_home)
    misused = ctl("status")
    assert (misused.code, misused.error) == (2, "usage")
    assert ctl.at(None)("status").code == 0
    new = Stationctl(prepared_home.with_name("another"), ADMINISTRATOR)
    misused = new(*INIT[:-1])
    assert (misused.code, misused.error) == (2, "usage")
    assert not new.home.exists()


def test_without_a_user_nobody_is_asked_for_a_password(ctl: Stationctl) -> None:
    misused = ctl.by(None)("status")
    assert (misused.code, misused.error) == (2, "usage")


REFUSED: list[tuple[str, tuple[str, ...]]] = [
    ("already_set_up", INIT),
    ("unknown_device", ("shift", "open", "--device", "TB-9", *OPEN[2:-1])),
    ("unknown_window", ("shift", "open", "--device", "TB-1", *OPEN[2:-1], "--window", "ca-9")),
    ("commander_needed", (*OPEN, "TB-1", "--commander", " ")),
    ("check_missing", (*OPEN[:-2], "--device", "TB-1")),
    ("unknown_check", (*OPEN, "TB-1", "--check", "nonsense=ok")),
    ("no_open_shift", ("shift", "pause", "--device", "TB-1", "--cause", "power_cut")),
    ("unknown_cause", ("shift", "pause", "--device", "TB-1", "--cause", "rain")),
    ("no_open_shift", ("shift", "resume", "--device", "TB-1")),
    ("no_open_shift", ("shift", "hand-over", "--device", "TB-1", "--to", OPERATOR)),
    ("no_open_shift", ("shift", "close", "--device", "TB-1", "--device-counter", "0")),
    ("no_such_shift", ("shift", "reopen", SHIFT, "--reason", "X")),
    ("reason_needed", ("shift", "zero", "--device", "TB-1", "--window", "ca-1", "--reason", " ")),
    ("unknown_window", ("shift", "zero", "--device", "TB-1", "--window", "ca-9", "--reason", "X")),
    ("no_such_entry", ("void", "9999", "--reason", "undo")),
    ("not_an_application", ("void", "1", "--reason", "undo")),
    ("unknown_reason", ("void", "1", "--reason", "boredom")),
]


@pytest.mark.parametrize(("code", "arguments"), REFUSED, ids=[f"{code}:{' '.join(args[:2])}" for code, args in REFUSED])
def test_a_rule_that_says_no_ends_with_3(ctl: Stationctl, code: str, arguments: tuple[str, ...]) -> None:
    before = ctl("status").document["last"]
    refused = ctl(*arguments)
    assert (refused.code, refused.error) == (3, code)
    assert ctl("status").document["last"] == before


def test_people_are_told_in_their_language(ctl: Stationctl) -> None:
    told: dict[str, str] = {}
    for language in ("vi_VN.UTF-8", "en_US.UTF-8"):
        env = {"STATION_USER": OPERATOR, "STATION_PASSWORD": PASSWORD, "LC_ALL": language}
        asked = run(program, "--home", ctl.home, "log", "--device", "TB-1", "--file", "/dev/null", env=env)
        assert (asked.code, asked.out, asked.err) == (0, "", "")
        refused = run(program, "--home", ctl.home, "request", ctl.home, env=env)
        assert (refused.code, refused.out) == (6, "")
        told[language] = refused.err
    assert told["vi_VN.UTF-8"] != told["en_US.UTF-8"]
    assert all(len(said.splitlines()) in (1, 2) for said in told.values())


def test_a_home_without_a_station_says_so(tmp_path: Path) -> None:
    ctl = Stationctl(tmp_path / "nowhere")
    for arguments in (("status",), ("verify",), ("log", "--device", "TB-1")):
        refused = ctl(*arguments)
        assert (refused.code, refused.error) == (3, "not_set_up")
    assert not ctl.home.exists()


BAD_SETUPS = [
    ("bad_station_code", ("--station", "hp lc")),
    ("bad_station_code", ("--station", "../up")),
    ("bad_device", ("--device", "TB-1")),
    ("bad_device", ("--device", "TB 2")),
    ("bad_device", ("--device", "")),
    ("bad_key_slot", ("--user", "Quản trị")),
    ("bad_key_slot", ("--user", "")),
    ("bad_body", ("--unit", "Đơn\nvị")),
    ("bad_body", ("--campaign", "hp\x1b2021")),
]


@pytest.mark.parametrize(("code", "more"), BAD_SETUPS)
def test_a_set_up_that_makes_no_sense_makes_nothing(tmp_path: Path, code: str, more: tuple[str, ...]) -> None:
    ctl = Stationctl(tmp_path / "home", ADMINISTRATOR)
    refused = ctl(*INIT, *more)
    assert (refused.code, refused.error) == (3, code)
    assert ctl("status").error == "not_set_up"


def test_a_real_station_wants_a_real_password(tmp_path: Path) -> None:
    ctl = Stationctl(tmp_path / "home", ADMINISTRATOR, now=None, password="kurz")
    refused = ctl(*INIT[:-1])
    assert (refused.code, refused.error) == (3, "password_too_short")
    assert not (ctl.home / "store").exists()


def test_a_user_is_added_once(ctl: Stationctl) -> None:
    refused = ctl.by(ADMINISTRATOR)("user", "add", OPERATOR, "--role", "operator", "--full-name", "X")
    assert (refused.code, refused.error) == (3, "user_exists")


BAD_USERS = [("bad_body", "An", "X"), ("bad_body", "an", ""), ("bad_body", "an", "X" * 65)]


@pytest.mark.parametrize(("code", "user", "name"), BAD_USERS)
def test_a_user_has_a_name_that_can_be_one(ctl: Stationctl, code: str, user: str, name: str) -> None:
    refused = ctl.by(ADMINISTRATOR)("user", "add", user, "--role", "operator", "--full-name", name)
    assert (refused.code, refused.error) == (3, code)
    assert len(ctl("user", "list").document["users"]) == 4


NOT_PERMITTED = [
    ("user", "add", "an.nv", "--role", "operator", "--full-name", "X"),
    ("request", "."),
    ("receive", "."),
    ("export", "."),
    ("export", ".", "--dry-run"),
    ("shift", "reopen", SHIFT, "--reason", "X"),
]


@pytest.mark.parametrize("arguments", NOT_PERMITTED, ids=" ".join)
def test_an_operator_may_not(ctl: Stationctl, arguments: tuple[str, ...]) -> None:
    refused = ctl.by(OPERATOR)(*arguments)
    assert (refused.code, refused.error) == (6, "role_may_not")


def test_in_a_drill_the_administrator_does_everything(ctl: Stationctl, stick: Path) -> None:
    administrator = ctl.by(ADMINISTRATOR)
    assert administrator(*OPEN, "TB-1").code == 0
    assert administrator.log({"scan": "031195004417"}).code == 0
    assert administrator("shift", "close", "--device", "TB-1", "--device-counter", "1").code == 0
    assert administrator("export", stick).code == 0


def test_in_a_real_campaign_the_administrator_logs_nothing(prepared_home: Path) -> None:
    refused = Stationctl(prepared_home, "nb.thinh", now=None).log({"scan": "031195004417"})
    assert (refused.code, refused.error) == (6, "role_may_not")
