"""A person's initials in a circle."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui_kit import formats, strokes, theme, tokens

_SIZE = 32


def paint_avatar(painter: QPainter, rect: QRectF, full_name: str, *, filled: bool) -> None:
    """Paint the initials of `full_name` in a circle filling `rect`; in blue when `filled`."""
    strokes.smooth(painter)
    strokes.box(painter, rect, rect.width() / 2, theme.colour("blue" if filled else "track"))
    ink = theme.colour("on_blue" if filled else "text2")
    font = theme.font(tokens.CAPTION, tokens.SEMIBOLD)
    strokes.line(painter, rect, formats.initials(full_name), font, ink, strokes.CENTRE)


class PersonAvatar(QWidget):
    """The initials of `full_name` in a circle of 32 px; in blue when `filled` (the chosen person)."""

    def __init__(self, full_name: str, *, filled: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_person(full_name, filled=filled)

    def set_person(self, full_name: str, *, filled: bool = False) -> None:
        """Show another person."""
        self._name, self._filled = full_name, filled
        self.setAccessibleName(full_name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(_SIZE), theme.scaled(_SIZE))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_avatar(QPainter(self), QRectF(self.rect()), self._name, filled=self._filled)
