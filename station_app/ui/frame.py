"""The window: the rail on the left, a screen, the drill strip above it and the status bar below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from station_app.ui.bottom_line import BottomLine
from station_app.ui.word_strip import WordStrip
from ui_kit.drill_strip import DrillStrip
from ui_kit.focus_ring import FocusRing
from ui_kit.navigation_rail import NavigationRail, RailEntry

SIZE = (1366, 696)
"""The client area of a 1366 x 768 laptop with its task bar and title bar."""
_SMALLEST = (960, 600)


class Frame(QWidget):
    """A page takes the focus by its focus proxy when it comes into view, and scrolls where large text needs more room.

    ``painted`` comes once, after the first paint. ``closing`` comes instead of the window's end: whoever writes ends
    its work first and then calls `let_go`. ``device_asked`` carries the place of a device, from 0, on Ctrl+1 … Ctrl+9.
    """

    painted = Signal()
    closing = Signal()
    device_asked = Signal(int)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.resize(*SIZE)
        self.setMinimumSize(*_SMALLEST)
        self.rail: NavigationRail | None = None
        self.drill = DrillStrip(self.tr("DIỄN TẬP"))
        self.drill.hide()
        self.word = WordStrip()
        self.bottom = BottomLine()
        self._pages = QStackedWidget()
        self._scrolls: dict[QWidget, QScrollArea] = {}
        self._painted = self._let_go = False
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.drill)
        column.addWidget(self.word)
        column.addWidget(self._pages, 1)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(0)
        self._beside.addLayout(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._beside, 1)
        whole.addWidget(self.bottom)
        self.ring = FocusRing(self)
        for place in range(9):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{place + 1}"), self)
            shortcut.activated.connect(lambda place=place: self.device_asked.emit(place))

    def show_rail(self, entries: Sequence[RailEntry]) -> NavigationRail:
        """The rail of a signed-in person's screens; replaces an earlier one."""
        self.hide_rail()
        self.rail = NavigationRail(entries, self.tr("Khóa"))
        self._beside.insertWidget(0, self.rail)
        return self.rail

    def hide_rail(self) -> None:
        if self.rail is not None:
            self._beside.removeWidget(self.rail)
            self.rail.hide()
            self.rail.deleteLater()
            self.rail = None

    def add_page(self, page: QWidget) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        self._scrolls[page] = scroll
        self._pages.addWidget(scroll)

    def show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(self._scrolls[page])
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop_page(self, page: QWidget) -> None:
        """Forgets a page and all that was typed into it."""
        scroll = self._scrolls.pop(page)
        self._pages.removeWidget(scroll)
        scroll.deleteLater()

    def let_go(self) -> None:
        """Closes the window for good."""
        self._let_go = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._let_go:
            super().closeEvent(event)
            return
        event.ignore()
        self.closing.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()
