"""The window is killed while it saves, again and again: what had been shown as saved is there, and once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.desk.journalled import journalled
from tests.station_app.desks import Clock, at, station_at

ROOT = Path(__file__).parents[2]


def killed(home: Path, numbers: list[str], after: int, seconds: float) -> list[str]:
    """The numbers that were shown as saved before the kill, which comes so long after the ``after``-th."""
    command = [sys.executable, "-m", "tests.desk.logging_window", str(home)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("".join(f"{number}\n" for number in numbers))
        process.stdin.close()
        said = [process.stdout.readline() for _ in range(after)]
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        said += process.stdout.readlines()
    assert len(said) >= after
    return [line.strip() for line in said if line.endswith("\n")]


def survives(home: Path, chance: Random, kills: int) -> None:
    numbers = [f"0311990{number:05}" for number in range(kills * 12)]
    done = 0
    for _ in range(kills):
        shown = killed(home, numbers[done:], chance.randrange(1, 9), chance.uniform(0, 0.06))
        assert shown == numbers[done : done + len(shown)]
        done += len(shown)
        with station_at(home, Clock(at("08:10"))) as station:
            there = [one.number for one in journalled(station)]
        # At most the one that was on its way is there without having been shown.
        assert there in (numbers[:done], numbers[: done + 1])
    assert done >= kills


def test_a_desk_killed_three_times(home: Path) -> None:
    survives(home, Random(4), 3)


@pytest.mark.torture
def test_a_desk_killed_twenty_times(home: Path) -> None:
    survives(home, Random(), 20)
