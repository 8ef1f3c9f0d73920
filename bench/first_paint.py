"""From the start of the process to the first paint: the station's window, beside a bare QWidget."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bench.measure import Measurement, alternately
from bench.prepared import OPENED
from station_app.practice import prepare_practice

# What each process does, told as a program; both end from within the window's first paint.
_BARE = """
import os
from PySide6.QtWidgets import QApplication, QWidget

class Bare(QWidget):
    def paintEvent(self, event):
        os._exit(0)

application = QApplication([])
window = Bare()
window.resize(1366, 696)
window.show()
application.exec()
"""
_STATION = """
import os, sys
import station_app.__main__ as program

class Watched(program.Desktop):
    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.frame.painted.connect(lambda: os._exit(0))

program.Desktop = Watched
sys.argv = ["station-app", "--home", sys.argv[1], "--drill"]
program.main()
"""


def first_paint(folder: Path, runs: int) -> Measurement:
    """Whole processes, so the interpreter's own start is in both."""
    home = folder / "first-paint"
    prepare_practice(home, OPENED)
    return alternately(
        "first paint / a bare QWidget",
        lambda number: _run(_STATION, str(home)),
        lambda number: _run(_BARE),
        runs,
    )


def _run(program: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-c", program, *arguments], check=True, timeout=60)
