"""A box to tick."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.marks import paint_tick

SIZE = 20
_GAP = 10


def paint_check(painter: QPainter, rect: QRectF, *, checked: bool, edge: str = "ctl") -> None:
    """Paint the box itself, empty with `edge` (a palette field) round it, or in blue with a tick."""
    strokes.smooth(painter)
    if checked:
        strokes.box(painter, rect, tokens.TIGHT, theme.colour("blue"))
        paint_tick(painter, rect.center(), rect.width() * 0.55, theme.colour("on_blue"))
    else:
        strokes.box(painter, rect, tokens.TIGHT, theme.colour("surface"), theme.colour(edge), 2)


class CheckBox(QAbstractButton):
    """A box and its words; Space ticks it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        words = strokes.text_width(theme.font(tokens.BODY, tokens.MEDIUM), self.text())
        return QSize(round(SIZE + _GAP + words + 2), max(24, theme.scaled(24)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() / 2
        paint_check(painter, QRectF(0, middle - SIZE / 2, SIZE, SIZE), checked=self.isChecked())
        words = QRectF(self.rect()).adjusted(SIZE + _GAP, 0, 0, 0)
        ink = theme.colour("text" if self.isEnabled() else "muted")
        strokes.line(painter, words, self.text(), theme.font(tokens.BODY, tokens.MEDIUM), ink)
