"""The intake screen in a window of its own, with real keys; used by its tests."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from campaign.refusal import Refusal
from station_app.services.settings import Settings
from station_app.services.station import Station
from station_app.ui.asking import Named, ScreenName
from station_app.ui.intake.presenter import IntakePresenter
from station_app.ui.intake.view import IntakeView
from station_app.ui.lanes import Lane
from station_app.ui.scanning.wedge_filter import WedgeFilter
from tests.station_app.desks import FakeDesk, Heard
from tests.station_app.intake_surface import Timer, a_person_of
from tests.station_app.scanners import Keyboard
from ui_kit.focus_ring import FocusRing
from ui_kit.table import Table

PAGE = (1286, 664)
"""The window without rail and status bar."""


class LiveDesk:
    """A desk with the window's own two threads."""

    def __init__(self, station: Station) -> None:
        self.station = station
        self.read, self.write, self.slow = Lane("read"), Lane("write"), Lane("slow")
        self.sounds = Heard()
        self.device = "TB-1"
        self.gone: list[ScreenName] = []

    def pick_device(self, device: str) -> None:
        self.device = device

    def now(self) -> datetime:
        return self.station.clock()

    def go(self, screen: ScreenName) -> None:
        self.gone.append(screen)

    def use_settings(self, settings: Settings) -> None: ...

    def journal_grew(self) -> None: ...

    def say(self, refusal: Refusal) -> str:
        return refusal.code

    def label(self, named: Named) -> str:
        return named.label_vi


class Window(QWidget):
    """Holds the view as the station's window does."""

    def __init__(self, view: IntakeView) -> None:
        super().__init__()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(view)
        self.ring = FocusRing(self)
        self.setFixedSize(*PAGE)


def shown(qtbot: QtBot, view: IntakeView) -> Window:
    window = Window(view)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def settle() -> None:
    """A layout tells the one around it by an event: until the outermost knows, however slow the machine."""
    for _ in range(12):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


class Keys:
    """Keys go where the focus is, and a scanner's to the presenter, whatever has it."""

    def __init__(self, window: QWidget, presenter: IntakePresenter, timer: Timer) -> None:
        handle = window.windowHandle()
        assert handle is not None
        WedgeFilter(handle, window).scanned.connect(presenter.scanned)
        self._keyboard, self._timer = Keyboard(window), timer

    def scan(self, text: str, end: str = "\r") -> None:
        """A burst with its end, then a breath."""
        self._keyboard.scan(text, end)
        self._timer.seconds += 2.8

    def type(self, text: str) -> None:
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self._focused(), letter)
            else:  # QTest knows no such keys
                event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self._focused(), event)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self._focused(), key, modifier)

    def undo(self) -> None:
        self.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    @staticmethod
    def _focused() -> QWidget:
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused


class Screen:
    """The view in a window at a desk whose lanes answer at once."""

    def __init__(self, qtbot: QtBot, desk: FakeDesk) -> None:
        self.view, self.desk, timer = IntakeView(), desk, Timer()
        self.window = shown(qtbot, self.view)
        self.presenter = IntakePresenter(self.view, desk, a_person_of, timer)
        self.keys = Keys(self.window, self.presenter, timer)
        desk.picked = self.presenter.shown
        self.presenter.shown()

    def table(self) -> Table:
        (table,) = self.view.findChildren(Table)
        return table

    def cell(self, row: int, column: int) -> str:
        return str(self.table().model().index(row, column).data())

    def results(self) -> list[str]:
        return [self.cell(row, 6) for row in range(self.table().model().rowCount())]
