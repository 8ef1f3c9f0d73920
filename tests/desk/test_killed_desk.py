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
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_app.ui.intake.typed_fields import TypedFields
from station_app.ui.intake.view import IntakeView
from tests.desk.journalled import journalled
from tests.station_app.desks import Clock, at, station_at
from tests.station_app.windows import Window
from ui_kit import theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard")

ROOT = Path(__file__).parents[2]


def at_window(kind: str, home: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", f"tests.desk.{kind}", str(home)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def killed(home: Path, numbers: list[str], after: int, seconds: float) -> list[str]:
    """The numbers that were shown as saved before the kill, which comes so long after the ``after``-th."""
    with at_window("logging_window", home) as process:
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


def test_what_was_being_typed_when_it_was_killed_is_there_again_and_logged_once(qtbot: QtBot, home: Path) -> None:
    with at_window("drafting_window", home) as process:
        assert process.stdout
        assert process.stdout.readline() == "kept\n"
        process.send_signal(signal.SIGKILL)
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    theme.apply(running)
    window = Window(home, Clock(at("08:10")))
    window.sign_in("tk.van")
    (fields,) = window.shown(IntakeView).findChildren(TypedFields)
    window.until(fields.isVisible)
    assert (fields.name.text(), fields.birth_date.text()) == ("Tran Thi Buoi", "1961")
    window.press(Qt.Key.Key_F1)
    window.rest()
    window.close()
    with station_at(home, Clock(at("08:20"))) as station:
        assert [(one.number, one.name) for one in journalled(station)] == [("145670243", "Tran Thi Buoi")]
