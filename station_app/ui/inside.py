"""What fills the window: the rail on the left, a screen, the drill strip above it and the status bar below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from station_app.ui.bottom_line import BottomLine
from station_app.ui.frame import Frame
from station_app.ui.page_tabs import PageTabs
from station_app.ui.word_strip import WordStrip
from ui_kit.drill_strip import DrillStrip
from ui_kit.focus_ring import FocusRing
from ui_kit.navigation_rail import NavigationRail, RailEntry


class _Rest(QWidget):
    """Has the focus where a page's own control can't take it, so that the page's keys still work; it shows no ring."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setFixedSize(0, 0)
        self.setProperty("ringRole", "bg")


class Inside(QWidget):
    """A page takes the focus by its focus proxy when it comes into view, and scrolls where its text needs more room."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.rail: NavigationRail | None = None
        self.drill = DrillStrip(self.tr("DIỄN TẬP"))
        self.drill.hide()
        self.word = WordStrip()
        self.bottom = BottomLine()
        self._pages = QStackedWidget()
        self._tabs: PageTabs | None = None
        self._scrolls: dict[QWidget, QScrollArea] = {}
        self._rests: dict[QWidget, _Rest] = {}
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.drill)
        column.addWidget(self.word)
        self._column = column
        column.addWidget(self._pages, 1)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(0)
        self._beside.addLayout(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._beside, 1)
        whole.addWidget(self.bottom)
        frame.hold(self)
        self.ring = FocusRing(frame)

    def show_rail(self, entries: Sequence[RailEntry]) -> NavigationRail:
        """The rail of a signed-in person's screens; replaces an earlier one."""
        self.hide_rail()
        self.rail = NavigationRail(entries, self.tr("Khóa"), "Ctrl+L")
        self._beside.insertWidget(0, self.rail)
        return self.rail

    def hide_rail(self) -> None:
        if self.rail is not None:
            self._beside.removeWidget(self.rail)
            self.rail.hide()
            self.rail.deleteLater()
            self.rail = None

    def show_tabs(self, labels: Sequence[str], current: int) -> PageTabs:
        """The tabs of sibling screens, above the page; replaces earlier ones."""
        self.hide_tabs()
        self._tabs = PageTabs(labels, current)
        self._column.insertWidget(self._column.indexOf(self._pages), self._tabs)
        return self._tabs

    def hide_tabs(self) -> None:
        if self._tabs is not None:
            self._column.removeWidget(self._tabs)
            self._tabs.hide()
            self._tabs.deleteLater()
            self._tabs = None

    def add_page(self, page: QWidget) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        self._scrolls[page] = scroll
        self._rests[page] = _Rest(page)
        self._pages.addWidget(scroll)

    def show_page(self, page: QWidget) -> None:
        self._rests[page].setFocus(Qt.FocusReason.OtherFocusReason)
        self._pages.setCurrentWidget(self._scrolls[page])
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def page_area(self) -> QRect:
        """Where pages are: right of the rail, below strips and tabs, above the status bar."""
        return self._pages.geometry()

    def focus_page(self) -> None:
        """Gives the focus back to the page in view."""
        if (page := self._page()) is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round through all of the window. Qt, come round to a page that has a focus proxy, goes on behind the
        proxy and never reaches what stands on the page before it; so the page has none meanwhile.
        """
        page = self._page()
        proxy = page.focusProxy() if page is not None else None
        if page is None or proxy is None:
            return super().focusNextPrevChild(forward)
        page.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes None, its stub does not say so
        moved = super().focusNextPrevChild(forward)
        if page.focusProxy() is None:  # whoever has the focus now may have named another
            page.setFocusProxy(proxy)
        return moved

    def drop_page(self, page: QWidget) -> None:
        """Forgets a page and all that was typed into it."""
        scroll = self._scrolls.pop(page)
        del self._rests[page]
        self._pages.removeWidget(scroll)
        scroll.deleteLater()

    def _page(self) -> QWidget | None:
        """The one in view."""
        return next((page for page, scroll in self._scrolls.items() if self._pages.currentWidget() is scroll), None)
