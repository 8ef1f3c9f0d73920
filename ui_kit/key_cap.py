"""The cap that names the key for an action."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui_kit import strokes, theme, tokens

_HEIGHT = 21
_EDGE = 2
_PADDING = 6
_NARROWEST = 24


def cap_size(text: str) -> QSize:
    """Return the size of a cap, its lower edge included."""
    width = strokes.text_width(theme.font(tokens.CAPTION, tokens.SEMIBOLD), text) + 2 * _PADDING
    return QSize(max(theme.scaled(_NARROWEST), round(width)), theme.scaled(_HEIGHT) + _EDGE)


def paint_cap(painter: QPainter, left: float, middle: float, text: str, *, on_blue: bool = False) -> float:
    """Paint a cap whose face is centred on height `middle`; return its width. On a blue fill it is an outline only."""
    strokes.smooth(painter)
    size = cap_size(text)
    height = size.height() - _EDGE
    face = QRectF(round(left), round(middle - height / 2), size.width(), height)
    ink = theme.colour("on_blue" if on_blue else "text2")
    if on_blue:
        strokes.box(painter, face, tokens.TIGHT, None, ink)
    else:
        strokes.box(painter, face.translated(0, 1.5), tokens.TIGHT, theme.blend("ctl", "surface", 0.6))
        strokes.box(painter, face, tokens.TIGHT, theme.colour("surface"), theme.colour("ctl"))
    strokes.line(painter, face, text, theme.font(tokens.CAPTION, tokens.SEMIBOLD), ink, strokes.CENTRE)
    return size.width()


class KeyCap(QWidget):
    """A key cap on its own. `text` is how the key is printed: `F1`, `Ctrl Enter`."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        return cap_size(self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_cap(QPainter(self), 0, (self.height() - _EDGE) / 2, self._text)
