"""A window of its own in which somebody is typing, until it is killed: python -m tests.desk.drafting_window HOME.

Says `kept` once the open form is in the store.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from station_app.services.drafts import read_draft
from tests.station_app.desks import Clock, at
from tests.station_app.scanners import Keyboard
from tests.station_app.windows import Window
from ui_kit import theme


def main(home: Path) -> None:
    application = QApplication([])
    theme.apply(application)
    window = Window(home, Clock(at("08:00")))
    window.sign_in("tk.van")
    keyboard = Keyboard(window.frame)

    def kept() -> bool:
        station = window.desktop.station
        return station is not None and b"1961" in (read_draft(station) or b"")

    keyboard.type("145670243")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type("Tran Thi Buoi")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type("1961")
    window.until(kept)
    print("kept", flush=True)
    application.exec()


main(Path(sys.argv[1]))
