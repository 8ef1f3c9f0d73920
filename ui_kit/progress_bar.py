"""A plain bar for a share done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui_kit import strokes, theme


def paint_progress(painter: QPainter, rect: QRectF, share: float, *, ink: str = "blue", ground: str = "track") -> None:
    """Paint a round-ended bar filled to `share`, from 0 to 1."""
    strokes.smooth(painter)
    radius = rect.height() / 2
    strokes.box(painter, rect, radius, theme.colour(ground))
    if share > 0:
        done = QRectF(rect.topLeft(), rect.size())
        done.setWidth(max(rect.height(), rect.width() * min(share, 1.0)))
        strokes.box(painter, done, radius, theme.colour(ink))


class ProgressBar(QWidget):
    """A bar 8 px high; `alternative` says in words what it shows."""

    def __init__(self, share: float = 0.0, alternative: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_share(share, alternative)

    def set_share(self, share: float, alternative: str = "") -> None:
        """Show a share from 0 to 1."""
        self._share = share
        self.setAccessibleName(alternative)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_progress(QPainter(self), QRectF(self.rect()), self._share)
