"""A switch between off and on, for the rail's ground."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui_kit import strokes, theme
from ui_kit.marks import paint_tick

_WIDTH, _HEIGHT = 44, 24


class ToggleSwitch(QAbstractButton):
    """A checkable switch drawn light on dark; on is a filled track with a tick. `name` is its accessible name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setProperty("ringRadius", _HEIGHT // 2)
        self.setProperty("ringRole", "rail_on")

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        around = QRectF(0, (self.height() - _HEIGHT) / 2, _WIDTH, _HEIGHT)
        on = self.isChecked()
        ink = theme.colour("rail_on" if on else "rail_text")
        strokes.box(painter, around, _HEIGHT / 2, ink if on else None, ink, 1.5)
        knob = QPointF(around.right() - 12 if on else around.left() + 12, around.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("rail") if on else ink)
        painter.drawEllipse(knob, 7, 7)
        if on:
            paint_tick(painter, QPointF(around.left() + 14, knob.y()), 10, theme.colour("rail"))
