"""The real window, worked by keys, its clock standing still."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

import resources
from bench.screenshots.scene import NOW
from bench.small_city import PASSWORD
from shell.sentences import Language
from station_app.ui.desktop import Desktop, Homes
from station_app.ui.speech import Speech
from ui_kit import theme

LONGEST_WAIT = 20.0
"""Seconds until the window must have come to rest."""
ROUNDS, ROUND_MILLISECONDS = 4, 60
"""An answer may lead to a further question: so often the lanes are waited for."""
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@dataclass(frozen=True, slots=True)
class Look:
    """One set of the pictures; ``suffix`` ends their names."""

    suffix: str
    dark: bool = False
    language: Language = "vi"
    scale: float = 1.0


LOOKS = (Look(""), Look("-dark", dark=True), Look("-en", language="en"), Look("-150", scale=1.5))


class Studio:
    """``home`` is open first."""

    def __init__(self, application: QApplication, home: Path, out: Path, look: Look) -> None:
        self._application, self._out, self.look = application, out, look
        self.desktop = self._opened(home)

    def move(self, home: Path) -> None:
        """Closes the window and opens another over another home, which need not be there yet."""
        self.end()
        self.desktop = self._opened(home)

    def rest(self) -> None:
        """Lets the lanes end what they were asked, and what that led to, and the window paint."""
        self._rest(self.desktop)

    def grab(self, name: str) -> None:
        self.rest()
        path = self._out / f"{name}{self.look.suffix}.png"
        if not self.desktop.frame.grab().save(str(path)):
            raise OSError(f"{path.name} can't be written")

    def sit(self, user: str) -> None:
        self.desktop.enter(self.desktop.unlock(user, PASSWORD))
        self.rest()

    def go(self, entry: Qt.Key, device: Qt.Key = Qt.Key.Key_1) -> None:
        """To a screen and a device by their keys: Alt and the rail's number, Ctrl and the device's place."""
        self.press(device, CTRL)
        self.press(entry, ALT)

    def turn_page(self) -> None:
        """To the sibling at the right."""
        self.press(Qt.Key.Key_PageDown, CTRL)

    def type(self, text: str) -> None:
        QTest.keyClicks(self._focused(), text)
        self.rest()

    def fill(self, *texts: str) -> None:
        """The field with the focus and those that Tab reaches from it; pressed keys know no Vietnamese letters."""
        for text in texts:
            field = self._focused()
            if not isinstance(field, QLineEdit):
                raise TypeError(f"{field.accessibleName()} is no field")
            field.setText(text)
            QTest.keyClick(field, Qt.Key.Key_Tab)
        self.rest()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._focused(), key, modifier)
        self.rest()

    def end(self) -> None:
        self.desktop.frame.close()
        self.rest()
        self.desktop.end()
        # Another look follows in the same program, and each is dressed anew with all windows that there are.
        for window in self._application.topLevelWidgets():
            window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _opened(self, home: Path) -> Desktop:
        homes = Homes(real=home, practice=home.with_name("luyện-tập"))
        desktop = Desktop(homes, Speech(self.look.language), lambda **_: lambda: NOW, practising=False)
        desktop.frame.show()
        self._rest(desktop)
        return desktop

    def _rest(self, desktop: Desktop) -> None:
        for _ in range(ROUNDS):
            ended: list[str] = []
            lanes = (desktop.read, desktop.write, desktop.slow)
            for lane in lanes:
                lane.ask(lambda: "ended", ended.append)
            until = monotonic() + LONGEST_WAIT
            while len(ended) < len(lanes):
                if monotonic() > until:
                    raise TimeoutError("the window does not come to rest")
                self._application.processEvents()
            QTest.qWait(ROUND_MILLISECONDS)

    def _focused(self) -> QWidget:
        return self._application.focusWidget() or self.desktop.frame


def application() -> QApplication:
    """Qt, at nobody's own folder: a report's is in its picture."""
    os.environ["HOME"] = "/home/tram"
    return QApplication([])


@contextmanager
def studio(running: QApplication, home: Path, out: Path, look: Look, kind: type[Studio] = Studio) -> Iterator[Studio]:
    """``kind`` may do something else in each named state than take a picture."""
    theme.apply(running, dark=look.dark, scale=look.scale)
    translator = QTranslator()
    if look.language != "vi":
        words = resources.read(f"translations/station_{look.language}.qm")  # a translator reads them where they are
        translator.load(words)
        running.installTranslator(translator)
    opened = kind(running, home, out, look)
    try:
        yield opened
    finally:
        opened.end()
        running.removeTranslator(translator)
