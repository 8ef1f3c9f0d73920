"""Cards side by side, or one under another where text grown large leaves no room for that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from ui_kit import theme, tokens

_NARROW = 0.85
"""How much of its designed width a part may lose before the parts turn."""


class Columns(QWidget):
    """``parts`` are (widget, designed width in px); the width that is left goes to them in proportion."""

    def __init__(self, parts: Sequence[tuple[QWidget, int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(tokens.MARGIN)
        for widget, width in self._parts:
            self._row.addWidget(widget, width)
        self._turn()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part: then they stand one under another. As high as words wrap at this width."""
        width = max(widget.minimumSizeHint().width() for widget, _ in self._parts)
        wraps = self._row.hasHeightForWidth() and self.width() >= width
        height = self._row.minimumHeightForWidth(self.width()) if wraps else super().minimumSizeHint().height()
        return QSize(width, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._turn()

    def _turn(self) -> None:
        narrowest = [max(theme.scaled(width) * _NARROW, part.minimumSizeHint().width()) for part, width in self._parts]
        needed = sum(narrowest)
        beside = needed + (len(self._parts) - 1) * tokens.MARGIN <= self.width()
        turned = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != turned:
            self._row.setDirection(turned)
            self.updateGeometry()


def bring_into_view(part: QWidget) -> None:
    """Scrolls the page to the top of a part that is not wholly in view, as where parts stand one under another."""
    page = part.parentWidget()
    while page is not None and not isinstance(page, QScrollArea):
        page = page.parentWidget()
    inner = page.widget() if isinstance(page, QScrollArea) else None
    if isinstance(page, QScrollArea) and inner is not None and part.visibleRegion().boundingRect() != part.rect():
        page.verticalScrollBar().setValue(part.mapTo(inner, QPoint()).y() - tokens.GAP)
