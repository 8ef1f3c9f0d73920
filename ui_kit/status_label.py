"""A mark and its words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.marks import Mark, paint_mark
from ui_kit.tokens import Role


class StatusLabel(QWidget):
    """A mark followed by words in its colour, or in `role`. The words are the accessible name.
    Without a mark there is nothing to see, and no room is taken.

    `column` is the width kept for the mark where several stand under one another, as 24.
    """

    def __init__(
        self,
        mark: Mark | None,
        text: str,
        pixels: int = tokens.CAPTION,
        weight: int = tokens.MEDIUM,
        *,
        role: Role | None = None,
        column: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pixels, self._weight, self._column = pixels, weight, column
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._mark, self._text, self._role = mark, text, role
        self.setAccessibleName(text)

    def set_status(self, mark: Mark | None, text: str, *, role: Role | None = None) -> None:
        """Show another state."""
        if (mark, text, role) == (self._mark, self._text, self._role):
            return
        self._mark, self._text, self._role = mark, text, role
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._mark is None:
            return QSize(0, theme.scaled(self._pixels + 6))
        font = theme.font(self._pixels, self._weight)
        width = mark_room(self._pixels, self._column) + strokes.text_width(font, self._text)
        return QSize(round(width + 1), theme.scaled(self._pixels + 6))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme.scaled(48)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._mark is None:
            return
        paint_status(
            QPainter(self),
            QRectF(self.rect()),
            self._mark,
            self._text,
            self._pixels,
            self._weight,
            self._role,
            self._column,
        )


def mark_room(pixels: int, column: int = 0) -> float:
    """Return the width that a mark takes before words of size `pixels`."""
    return theme.scaled(column) if column else theme.scaled(pixels) * 0.8 + 7


def paint_status(
    painter: QPainter,
    rect: QRectF,
    mark: Mark,
    text: str,
    pixels: int = tokens.CAPTION,
    weight: int = tokens.MEDIUM,
    role: Role | None = None,
    column: int = 0,
) -> float:
    """Paint a mark and its words from the left of `rect`, in its middle; return the width used."""
    size = theme.scaled(pixels) * 0.8
    room = mark_room(pixels, column)
    middle = theme.scaled(column) / 3 if column else size / 2 + 0.5
    paint_mark(painter, mark, QPointF(rect.left() + middle, rect.center().y()), size)
    words = rect.adjusted(room, 0, 0, 0)
    return room + strokes.line(painter, words, text, theme.font(pixels, weight), theme.colour(role or mark.text_role))
