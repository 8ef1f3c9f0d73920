"""The window: the rail on the left, a screen, the drill strip above it and the status bar below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui_kit import tokens
from ui_kit.drill_strip import DrillStrip
from ui_kit.focus_ring import FocusRing
from ui_kit.navigation_rail import NavigationRail, RailEntry
from ui_kit.status_bar import StatusBar

SIZE = (1366, 696)
"""The client area of a 1366 x 768 laptop with its task bar and title bar."""


class Frame(QWidget):
    """``closing`` comes before the window goes: whoever writes ends its work first."""

    closing = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self.setObjectName("frame")
        self.resize(*SIZE)
        self.rail: NavigationRail | None = None
        self.drill = DrillStrip(self.tr("DIỄN TẬP"))
        self.drill.hide()
        self.status = StatusBar()
        self.pages = QStackedWidget()
        self._beside = QHBoxLayout()
        self._beside.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.drill)
        column.addWidget(self.pages, 1)
        self._beside.addLayout(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._beside, 1)
        whole.addWidget(self.status)
        self.ring = FocusRing(self)
        self.setMinimumSize(tokens.RAIL_WIDTH * 12, 600)

    def show_rail(self, entries: Sequence[RailEntry]) -> NavigationRail:
        """The rail of a signed-in person's screens; replaces an earlier one."""
        self.hide_rail()
        self.rail = NavigationRail(entries, self.tr("Khóa"))
        self._beside.insertWidget(0, self.rail)
        return self.rail

    def hide_rail(self) -> None:
        if self.rail is not None:
            self._beside.removeWidget(self.rail)
            self.rail.deleteLater()
            self.rail = None

    def add_page(self, page: QWidget) -> None:
        self.pages.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        self.pages.setCurrentWidget(page)

    def drop_pages(self, kept: QWidget) -> None:
        """Forgets every page but one: what a locked window must not hold any more."""
        for index in reversed(range(self.pages.count())):
            page = self.pages.widget(index)
            if page is not kept:
                self.pages.removeWidget(page)
                page.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
