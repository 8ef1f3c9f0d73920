"""`make build`: the programs in their folder need nothing of the project's environment, and are whole."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
PASSWORD = "mat-khau-7"
LONGEST_START = 60.0
"""Seconds until the window must be on the screen: it makes its practice station first."""
LOOK = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
screen = QGuiApplication.primaryScreen().grabWindow(0).toImage()
print(len({screen.pixel(x, y) for x in range(0, screen.width(), 2) for y in range(0, screen.height(), 2)}))
"""
"""How many colours the screen shows: letters have many."""
BLANK, WRITTEN = 8, 40
"""Colours of a ground without words, at most; of the sign-in screen, at least."""


@dataclass(frozen=True)
class Built:
    """The folder of the programs, and an empty home in which they are started, without any environment of ours."""

    folder: Path
    home: Path

    def environment(self, **more: str) -> dict[str, str]:
        return {"HOME": str(self.home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **more}

    def __call__(self, program: str, *arguments: str | Path, stdin: bytes = b"") -> list[Any]:
        """The documents that a command line answers with."""
        done = subprocess.run(
            [self.folder / program, *arguments, "--json"],
            env=self.environment(STATION_PASSWORD=PASSWORD, STATION_NEW_PASSWORD=PASSWORD, COMMAND_PASSWORD=PASSWORD),
            cwd="/",
            input=stdin,
            capture_output=True,
            check=False,
            timeout=LONGEST_START,
        )
        assert done.returncode == 0, (program, arguments, done.stdout.decode(), done.stderr.decode())
        return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("built")
    places = ["--distpath", str(made), "--workpath", str(made / "work")]
    command = [sys.executable, "-m", "PyInstaller", "--log-level", "ERROR", *places, "build.spec"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=300)
    return made / "enrol-station"


@pytest.fixture
def built(folder: Path, tmp_path: Path) -> Built:
    home = tmp_path / "home"
    home.mkdir()
    return Built(folder, home)


def test_both_command_lines_make_a_drill_station_and_log_an_application(built: Built, tmp_path: Path) -> None:
    stick, keys, store = tmp_path / "stick", tmp_path / "keys", f"sqlite:///{tmp_path}/command.db"
    stick.mkdir()

    def station(*arguments: str | Path, user: str = "quan.tri", at: str = "07:00", stdin: bytes = b"") -> list[Any]:
        told = ("--user", user, "--now", f"2021-04-08T{at}:00+07:00")
        return built("stationctl", "--home", tmp_path / "station", *arguments, *told, stdin=stdin)

    def city(*arguments: str | Path, day: str = "2021-04-08") -> list[Any]:
        return built(
            "commandctl", "--store", store, *arguments, "--keys", keys, "--now", f"{day}T07:10:00+07:00",
        )  # fmt: skip

    point = ("--campaign", "hp-2021", "--station", "HP-LC-01", "--unit", "Công an quận Lê Chân", "--device", "TB-1")
    station("init", *point, "--drill")
    station("user", "add", "pd.luong", "--role", "supervisor", "--full-name", "Phạm Đức Lương")
    station("request", stick)
    city("init", "--campaign", "hp-2021", "--drill", day="2021-03-13")
    city("enrol", stick)
    station("receive", stick, at="07:20")
    opening = ("--window", "ca-1", "--commander", "Phạm Đức Lương", "--all-checks-ok")
    station("shift", "open", "--device", "TB-1", *opening, user="pd.luong", at="07:30")
    line = json.dumps({"scan": "031195004417", "outcome": "accepted"}).encode()
    (logged,) = station("log", "--device", "TB-1", user="pd.luong", at="07:40", stdin=line)
    assert logged["ok"] is True
    (verified,) = station("verify", at="07:45")
    assert verified["ok"] is True


@contextmanager
def window(built: Built, home: Path, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    command: list[str | Path] = [built.folder / "station-app", "--home", home, "--drill", *options]
    environment = built.environment(DISPLAY=os.environ["DISPLAY"])
    with subprocess.Popen(command, env=environment, cwd="/", stderr=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def colours() -> int:
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run([sys.executable, "-c", LOOK], env=environment, capture_output=True, check=True, timeout=60)
    return int(done.stdout)


@pytest.mark.usefixtures("desktop")
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_window_makes_its_practice_station_paints_itself_and_ends(
    built: Built, tmp_path: Path, language: str
) -> None:
    before = colours()
    with window(built, tmp_path / "practice", "--lang", language) as process:
        until = time.monotonic() + LONGEST_START
        while not (tmp_path / "practice" / "city" / "ready").exists() or colours() < WRITTEN:
            assert process.poll() is None
            assert time.monotonic() < until, "nothing is painted"
            time.sleep(0.2)
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=20)
    assert before < BLANK
    assert (process.returncode, said) == (0, b"")
