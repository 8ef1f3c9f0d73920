"""The strip that says on every screen: this is practice."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui_kit import strokes, theme, tokens


class DrillStrip(QWidget):
    """An amber strip 24 px high with a word in its middle."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return QSize(200, max(tokens.DRILL_HEIGHT, theme.scaled(20)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("amber_soft"))
        edge = theme.colour("amber")
        painter.fillRect(0, 0, self.width(), 1, edge)
        painter.fillRect(0, self.height() - 1, self.width(), 1, edge)
        font = theme.font(tokens.CELL, tokens.SEMIBOLD)
        strokes.line(painter, QRectF(self.rect()), self._text, font, edge, strokes.CENTRE)
