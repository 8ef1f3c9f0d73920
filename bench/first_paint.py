"""From the start of the process to the first paint: the station's window, beside a bare QWidget."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
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
_PAINTED = """
import os, sys
import station_app.__main__ as program

class Watched(program.Frame):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.painted.connect(lambda: os._exit(0))

program.Frame = Watched
sys.argv = ["station-app", "--home", sys.argv[1], "--drill"]
program.main()
"""
_READY = """
import os, sys
import station_app.__main__ as program
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit

def look():
    if isinstance(QApplication.focusWidget(), QLineEdit):
        os._exit(0)

class Watched(program.Frame):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.timer = QTimer(interval=1)
        self.timer.timeout.connect(look)
        self.timer.start()

program.Frame = Watched
sys.argv = ["station-app", "--home", sys.argv[1], "--drill"]
program.main()
"""


def first_paint(folder: Path, runs: int) -> list[Measurement]:
    """Whole processes, so the interpreter's own start is in both.

    The window paints its ground first and is filled afterwards, so the moment at which a password can be typed is told
    too.
    """
    home = folder / "first-paint"
    prepare_practice(home, OPENED)
    names = {
        "first paint / a bare QWidget": _PAINTED,
        "ready for a password / the first paint of a bare QWidget": _READY,
    }
    return [alternately(name, _start(program, str(home)), _start(_BARE), runs) for name, program in names.items()]


def _start(program: str, *arguments: str) -> Callable[[int], None]:
    def start(number: int) -> None:
        subprocess.run([sys.executable, "-c", program, *arguments], check=True, timeout=60)

    return start
