"""The real window over a real station, for tests that press keys in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from station_app.hardware.serial_scanner import OFF
from station_app.ui.desktop import Desktop, Homes
from station_app.ui.speech import Speech
from tests.station_app.desks import PASSWORD, Clock

Page = TypeVar("Page", bound=QWidget)

LONGEST_WAIT = 20.0
"""Seconds: passwords are slow on purpose, and the machine may be busy."""


class Window:
    """The program's window with a clock that stands still; its seconds pass by `second`."""

    def __init__(self, home: Path, clock: Clock, practice: Path | None = None) -> None:
        self.clock = clock
        homes = Homes(real=home, practice=practice or home.with_name("practice"))
        self.desktop = Desktop(homes, Speech("vi"), lambda **_: clock, practising=False)
        self.desktop.gear.listen(OFF)  # whatever is plugged in at this computer
        self.frame = self.desktop.frame
        self.frame.show()
        self.until(lambda: self.frame.was_painted)
        self.rest()

    def until(self, holds: Callable[[], bool]) -> None:
        end = monotonic() + LONGEST_WAIT
        while not holds():
            assert monotonic() < end, "waited in vain"
            QTest.qWait(5)

    def rest(self) -> None:
        """All lanes have answered, and what their answers led to is done."""
        for _ in range(4):
            for lane in (self.desktop.read, self.desktop.slow, self.desktop.write):
                self._ended = False
                lane.ask(lambda: True, self._end)
                self.until(lambda: self._ended)
            QTest.qWait(1)

    def _end(self, ended: bool) -> None:
        self._ended = ended

    def sign_in(self, user: str, password: str = PASSWORD) -> None:
        """By keys, from whatever card is open."""
        order = ["lt.hanh", "pd.luong", "dm.quy", "nb.thinh", "tk.van"]
        for _ in order:
            self.press(Qt.Key.Key_Up)
        for _ in range(order.index(user)):
            self.press(Qt.Key.Key_Down)
        self.write(password)
        self.press(Qt.Key.Key_Return)
        self.rest()

    def write(self, text: str) -> None:
        QTest.keyClicks(self.focused(), text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focused(), key, modifier)
        QApplication.processEvents()

    def go(self, entry: Qt.Key) -> None:
        self.press(entry, Qt.KeyboardModifier.AltModifier)
        self.rest()

    def pick(self, device: Qt.Key) -> None:
        self.press(device, Qt.KeyboardModifier.ControlModifier)
        self.rest()

    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.frame

    def shown(self, kind: type[Page]) -> Page:
        """The shown page, which must be of that kind."""
        pages: list[Page] = [page for page in self.frame.findChildren(kind) if page.isVisible()]
        assert len(pages) == 1, f"{kind.__name__} is not shown"
        return pages[0]

    def bottom(self) -> str:
        return self.desktop.inside.bottom.accessibleName()

    def rail(self) -> list[str]:
        rail = self.desktop.inside.rail
        names = [button.accessibleName() for button in rail.findChildren(QWidget)] if rail else []
        return [name for name in names if name]

    def close(self) -> None:
        self.frame.close()
        self.until(lambda: not self.frame.isVisible())
        self.desktop.end()
        self.frame.deleteLater()
