"""A window of its own that logs one number after another until it is killed: python -m tests.desk.logging_window HOME.

Reads a number from each line of its input, and says it again once the list shows it as saved, or once the desk shows
that it is there already.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from station_app.ui.intake.duplicate_panel import DuplicatePanel
from station_app.ui.intake.view import IntakeView
from tests.station_app.desks import Clock, at
from tests.station_app.scanners import Keyboard
from tests.station_app.windows import Window
from ui_kit import theme
from ui_kit.table import Table

_NUMBER, _STATE = 2, 7
"""Columns of the list."""


def main(home: Path) -> None:
    application = QApplication([])
    theme.apply(application)
    window = Window(home, Clock(at("08:00")))
    window.sign_in("tk.van")
    view = window.shown(IntakeView)
    (model,) = (table.model() for table in view.findChildren(Table))
    (duplicate,) = view.findChildren(DuplicatePanel)
    keyboard = Keyboard(window.frame)

    def shown(number: str) -> bool:
        cells = [str(model.index(0, column).data()) for column in (_NUMBER, _STATE)]
        return duplicate.isVisible() or (cells[0].endswith(number[-4:]) and cells[1] == "chưa gửi")

    for line in sys.stdin:
        number = line.strip()
        keyboard.scan(number)
        keyboard.press_amid(Qt.Key.Key_F1)
        window.until(partial(shown, number))
        print(number, flush=True)
        if duplicate.isVisible():
            keyboard.press(Qt.Key.Key_Escape)


main(Path(sys.argv[1]))
