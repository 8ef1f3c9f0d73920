"""A difference from plan: a triangle that says which way, and the signed number."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui_kit import formats, strokes, theme, tokens
from ui_kit.marks import Mark, paint_mark


def delta_mark(text: str) -> Mark:
    """Return the mark for a number written by `formats.signed`."""
    if text.startswith(formats.MINUS):
        return Mark.BEHIND
    return Mark.AHEAD if text.startswith("+") else Mark.EVEN


def delta_width(text: str, pixels: int, weight: int = tokens.SEMIBOLD) -> float:
    """Return the width of a difference, shape included."""
    return _shape(pixels) + _gap(pixels) + strokes.text_width(theme.font(pixels, weight), text)


def paint_delta(
    painter: QPainter,
    rect: QRectF,
    text: str,
    pixels: int = tokens.BODY,
    weight: int = tokens.SEMIBOLD,
    *,
    right: bool = False,
) -> None:
    """Paint a number written by `formats.signed` with its shape, at the left or the right of `rect`."""
    mark = delta_mark(text)
    left = rect.right() - delta_width(text, pixels, weight) if right else rect.left()
    size = _shape(pixels)
    paint_mark(painter, mark, QPointF(left + size / 2, rect.center().y()), size)
    words = rect.adjusted(left - rect.left() + size + _gap(pixels), 0, 0, 0)
    strokes.line(painter, words, text, theme.font(pixels, weight), theme.colour(mark.text_role))


class DeltaLabel(QWidget):
    """Shows blue ▲ +n, orange ▼ −n or grey ■ 0, right-aligned when `right`."""

    def __init__(
        self,
        pixels: int = tokens.BODY,
        weight: int = tokens.SEMIBOLD,
        *,
        right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pixels, self._weight, self._right = pixels, weight, right
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_value(self, value: formats.Number | None, places: int = 0, *, alternative: str = "") -> None:
        """Show a difference, or nothing for None; `alternative` says in words what it means."""
        text = "" if value is None else formats.signed(value, places)
        self.setAccessibleDescription(alternative)
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(delta_width(self._text, self._pixels, self._weight) + 1), theme.scaled(self._pixels + 6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._text:
            rect = QRectF(self.rect())
            paint_delta(QPainter(self), rect, self._text, self._pixels, self._weight, right=self._right)


def _shape(pixels: int) -> float:
    return theme.scaled(pixels) * 0.74


def _gap(pixels: int) -> float:
    return 4 if pixels >= tokens.FIGURE else 5
