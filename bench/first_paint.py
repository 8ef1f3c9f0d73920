"""From the start of the process to the first paint: the station's window, beside a bare QWidget."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bench.measure import Measurement, alternately
from bench.prepared import OPENED
from station_app.practice import prepare_practice

# What each process does, told as a program: `painted` ends it at the first paint of the window.
_ENDS_AT_FIRST_PAINT = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            os._exit(0)
        return False

watch = Watch()

def painted(application):
    application.installEventFilter(watch)
"""
_BARE = """
application = QApplication([])
painted(application)
window = QWidget()
window.resize(1366, 696)
window.show()
application.exec()
"""
_STATION = """
import station_app.__main__ as program
make = program.QApplication
def watched(arguments):
    application = make(arguments)
    painted(application)
    return application
program.QApplication = watched
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
    subprocess.run([sys.executable, "-c", _ENDS_AT_FIRST_PAINT + program, *arguments], check=True, timeout=60)
