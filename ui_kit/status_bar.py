"""The strip along the bottom: who and where on the left, how things stand on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.marks import Mark
from ui_kit.status_label import mark_room, paint_status

_SIDE = 16
_RULE = 16


@dataclass(frozen=True)
class StatusPart:
    """Words at the right of the bar, with the mark of their state."""

    text: str
    mark: Mark


class StatusBar(QWidget):
    """A strip 32 px high. Parts on the left are cut off where the right begins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left: tuple[str, ...] = ()
        self._right: tuple[StatusPart, ...] = ()
        self._date = self._time = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_left(self, parts: Sequence[str]) -> None:
        """Show point, person, shift; the first is set in bold."""
        if tuple(parts) != self._left:
            self._left = tuple(parts)
            self._changed()

    def set_right(self, parts: Sequence[StatusPart]) -> None:
        """Show the oldest bundle without a receipt, the chain, and so on."""
        if tuple(parts) != self._right:
            self._right = tuple(parts)
            self._changed()

    def set_clock(self, date: str, time: str) -> None:
        """Show date and time, already written out."""
        if (date, time) != (self._date, self._time):
            self._date, self._time = date, time
            self._changed()

    def sizeHint(self) -> QSize:
        return QSize(600, max(tokens.STATUS_HEIGHT, theme.scaled(26)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("status"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("border"))
        edge = self._paint_right(painter)
        self._paint_left(painter, edge)

    def _paint_left(self, painter: QPainter, edge: float) -> None:
        left = float(_SIDE)
        for index, text in enumerate(self._left):
            if index:
                self._paint_rule(painter, left + _RULE)
                left += 2 * _RULE
            font = theme.font(tokens.CAPTION, tokens.REGULAR if index else tokens.SEMIBOLD)
            rect = QRectF(left, 0, edge - _SIDE - left, self.height())
            left += strokes.line(painter, rect, text, font, theme.colour("text2" if index else "text"))

    def _paint_right(self, painter: QPainter) -> float:
        """Paint from the right edge leftwards; return where the parts begin."""
        bar = QRectF(0, 0, self.width() - _SIDE, self.height())
        bold = theme.font(tokens.CELL, tokens.SEMIBOLD)
        right = bar.right() - strokes.line(painter, bar, self._time, bold, theme.colour("text"), strokes.RIGHT)
        bar.setRight(right - 9)
        small = theme.font(tokens.CAPTION)
        right = bar.right() - strokes.line(painter, bar, self._date, small, theme.colour("text2"), strokes.RIGHT)
        medium = theme.font(tokens.CAPTION, tokens.MEDIUM)
        for part in reversed(self._right):
            self._paint_rule(painter, right - _RULE)
            width = mark_room(tokens.CAPTION) + strokes.text_width(medium, part.text)
            right -= 2 * _RULE + width
            paint_status(painter, QRectF(right, 0, width + 1, self.height()), part.mark, part.text)
        return right

    def _paint_rule(self, painter: QPainter, x: float) -> None:
        painter.fillRect(QRectF(round(x), self.height() / 2 - 6, 1, 13), theme.colour("ctl"))

    def _changed(self) -> None:
        words = [*self._left, *(part.text for part in self._right), self._date, self._time]
        self.setAccessibleName(" | ".join(word for word in words if word))
        self.update()
