"""The round label that tells a state: `Đang chạy`."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.marks import Mark, paint_mark

_HEIGHT = 24
_SIDE = 8
_MARK = 9
_GAP = 5


class Chip(QWidget):
    """A mark and words on the soft ground of the mark's colour."""

    def __init__(self, mark: Mark, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark, self._text = mark, text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_status(self, mark: Mark, text: str) -> None:
        """Show another state."""
        if (mark, text) == (self._mark, self._text):
            return
        self._mark, self._text = mark, text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = strokes.text_width(theme.font(tokens.CAPTION, tokens.MEDIUM), self._text)
        return QSize(round(words) + theme.scaled(_MARK) + _GAP + 2 * _SIDE, theme.scaled(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        around = QRectF(self.rect())
        soft = {"blue_text": "blue_soft", "amber": "amber_soft", "orange_text": "orange_soft"}
        ground = soft.get(self._mark.text_role, "sunken")
        strokes.box(painter, around, around.height() / 2, theme.colour(ground))
        size = theme.scaled(_MARK)
        paint_mark(painter, self._mark, QPointF(_SIDE + size / 2, around.center().y()), size)
        words = around.adjusted(_SIDE + size + _GAP, 0, 0, 0)
        font = theme.font(tokens.CAPTION, tokens.MEDIUM)
        strokes.line(painter, words, self._text, font, theme.colour(self._mark.text_role))
