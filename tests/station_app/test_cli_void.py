"""`void`: one's own last application at once, any other with a reason and a second person."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from campaign.events import ApplicationVoided
from tests.station_app.cli import (
    ADMINISTRATOR,
    OPERATOR,
    OTHER_OPERATOR,
    SUPERVISOR,
    Answer,
    Second,
    Stationctl,
    entries,
)
from tests.station_app.test_cli_answers import OPEN

LINE = {"scan": "031195004417"}


@pytest.fixture
def desk(ctl: Stationctl) -> Stationctl:
    """The operator's at 08:00, a shift open on TB-1."""
    assert ctl(*OPEN, "TB-1").code == 0
    return ctl.by(OPERATOR)


def logged(desk: Stationctl, number: int = 4417) -> str:
    answer = desk.log({"scan": f"03119500{number}"})
    assert answer.code == 0, answer
    return str(answer.document["n"])


def undo(desk: Stationctl, n: str) -> Answer:
    return desk("void", n, "--reason", "undo")


def close(desk: Stationctl, counter: int) -> None:
    assert desk("shift", "close", "--device", "TB-1", "--device-counter", str(counter)).code == 0


def refusal(answer: Answer) -> tuple[int, str]:
    return answer.code, answer.error


def done(desk: Stationctl) -> list[int]:
    return [device["done"] for device in desk("status").document["devices"]]


def test_the_last_one_is_taken_back_within_five_minutes(desk: Stationctl) -> None:
    n = logged(desk)
    assert done(desk) == [1, 0]
    assert undo(desk.at("08:05"), n).document == {"n": int(n) + 1, "voided": int(n)}
    assert done(desk) == [0, 0]
    again = desk.log(LINE)
    assert (again.code, again.document["warnings"]) == (0, [])
    assert refusal(undo(desk, n)) == (3, "voided_already")
    too_late = replace(desk, now="2021-04-08T08:10:01+07:00")
    assert refusal(undo(too_late, str(again.document["n"]))) == (3, "undo_not_possible")


def test_only_the_last_own_one_is_taken_back_at_once(desk: Stationctl) -> None:
    first, second = logged(desk), logged(desk, 4418)
    assert refusal(undo(desk, first)) == (3, "undo_not_possible")
    assert refusal(undo(desk.by(OTHER_OPERATOR), second)) == (6, "undo_not_own")
    theirs = logged(desk.by(OTHER_OPERATOR), 4419)
    assert refusal(undo(desk, theirs)) == (6, "undo_not_own")
    assert undo(desk, second).code == 0
    close(desk, 2)
    assert refusal(undo(desk.by(OTHER_OPERATOR), theirs)) == (3, "undo_not_possible")


def test_a_reason_needs_a_second_person(desk: Stationctl, second: Second, tmp_path: Path) -> None:
    n = logged(desk)
    void = ("void", n, "--reason", "wrong_person")
    for witness in (
        (),
        ("--second-user", SUPERVISOR),
        second(OTHER_OPERATOR),
        second(OPERATOR),
    ):
        assert refusal(desk(*void, *witness)) == (6, "second_person_needed")
    assert refusal(desk.by(SUPERVISOR)(*void, *second(SUPERVISOR))) == (6, "second_person_needed")
    assert refusal(desk(*void, *second(SUPERVISOR, "falsch"))) == (6, "wrong_password")
    assert refusal(desk(*void, *second("nobody"))) == (6, "wrong_password")
    unreadable = ("--second-user", SUPERVISOR, "--second-password-file", tmp_path / "nothing")
    assert refusal(desk(*void, *unreadable)) == (2, "usage")
    assert done(desk) == [1, 0]

    assert desk(*void, *second(SUPERVISOR)).code == 0
    body = [entry.body for entry in entries(desk.home) if isinstance(entry.body, ApplicationVoided)][-1]
    assert (body.entry, body.reason, body.second) == (int(n), "wrong_person", SUPERVISOR)


def test_a_supervisor_is_seconded_by_an_administrator(desk: Stationctl, second: Second) -> None:
    n = logged(desk)
    assert desk.by(SUPERVISOR)("void", n, "--reason", "typing_error", *second(ADMINISTRATOR)).code == 0


def test_whenever_it_is_taken_back_it_counts_where_it_was_logged(desk: Stationctl, second: Second, stick: Path) -> None:
    n = logged(desk)
    logged(desk, 4418)
    close(desk, 2)
    assert desk.by(SUPERVISOR)("export", stick).code == 0
    later = desk.at("09:00", "2021-04-09")
    assert later(*OPEN, "TB-2").code == 0
    assert later("void", n, "--reason", "wrong_person", *second(SUPERVISOR)).code == 0
    assert done(later) == [0, 0]
    assert later("status").document["funnel"]["logged"] == 0
    assert later.log(LINE, device="TB-2").document["warnings"] == []
    assert done(later) == [0, 1]
    (yesterday, today) = sorted(later("shift", "list").document["shifts"], key=lambda row: str(row["day"]))
    assert (yesterday["state"], today["state"]) == ("sealed", "open")
    voided = [entry for entry in entries(desk.home) if isinstance(entry.body, ApplicationVoided)]
    assert [(entry.header.day, entry.header.shift) for entry in voided] == [("2021-04-08", yesterday["shift"])]
    assert json.loads(later("verify").out)["ok"] is True


def test_what_is_no_application_is_not_taken_back(desk: Stationctl, second: Second) -> None:
    n = logged(desk)
    for entry, code in (
        ("1", "not_an_application"),
        (str(int(n) + 1), "no_such_entry"),
        ("1000000000000", "no_such_entry"),
    ):
        for reason in (("--reason", "undo"), ("--reason", "wrong_person", *second(SUPERVISOR))):
            assert refusal(desk("void", entry, *reason)) == (3, code)
