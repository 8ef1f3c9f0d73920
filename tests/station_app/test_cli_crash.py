"""`log` is killed at any moment: what it had acknowledged is there once, and sending it all again doubles nothing."""

from __future__ import annotations

import json
import random
import signal
import time
from typing import Any

import pytest

from tests.station_app.cli import Stationctl, applications, json_lines
from tests.station_app.test_cli_answers import OPEN

ROUND = 40
"""New lines in each round, which are sent after those of the round before."""


def lines_of(rounds: range) -> list[dict[str, Any]]:
    numbers = range(max(0, rounds.start) * ROUND, rounds.stop * ROUND)
    return [{"scan": f"03119500{number:04}", "form_id": f"form-{number}"} for number in numbers]


def killed(ctl: Stationctl, lines: list[dict[str, Any]], after_answers: int, after_seconds: float) -> dict[str, int]:
    """The entry of each form that was acknowledged before the kill."""
    with ctl.start("log", "--device", "TB-1") as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(json_lines(tuple(lines)))
        process.stdin.close()
        said = [process.stdout.readline() for _ in range(after_answers)]
        time.sleep(after_seconds)
        process.send_signal(signal.SIGKILL)
        said += process.stdout.readlines()
    return acknowledged(lines, [json.loads(line) for line in said if line.endswith(b"\n")])


def acknowledged(lines: list[dict[str, Any]], answers: list[dict[str, Any]]) -> dict[str, int]:
    assert all(answer["ok"] for answer in answers), answers
    return {lines[answer["line"] - 1]["form_id"]: answer["n"] for answer in answers}


def survives(ctl: Stationctl, chance: random.Random, rounds: int) -> None:
    assert ctl(*OPEN, "TB-1").code == 0
    known: dict[str, int] = {}
    for number in range(rounds):
        lines = lines_of(range(number - 1, number + 1))
        # One round in four is killed on its way to its first answer.
        answers = chance.choice([0, *[chance.randrange(1, len(lines))] * 3])
        for form, n in killed(ctl, lines, answers, chance.uniform(0, 0.02 if answers else 1.5)).items():
            assert known.setdefault(form, n) == n
        there = applications(ctl.home)
        assert known.items() <= {body.form_id: n for n, body in there.items()}.items()
        assert len({body.form_id for body in there.values()}) == len(there)
    lines = lines_of(range(rounds))
    again = ctl.log(*lines)
    assert again.code == 0
    assert known.items() <= acknowledged(lines, again.lines).items()
    assert sorted(body.form_id for body in applications(ctl.home).values()) == sorted(line["form_id"] for line in lines)
    assert ctl("status").document["funnel"]["logged"] == len(lines)
    assert ctl("verify").document["ok"] is True


def test_a_killed_log_keeps_what_it_acknowledged(ctl: Stationctl) -> None:
    survives(ctl, random.Random(2021), rounds=5)


@pytest.mark.torture
def test_a_log_killed_again_and_again_keeps_what_it_acknowledged(ctl: Stationctl) -> None:
    survives(ctl, random.Random(), rounds=200)
