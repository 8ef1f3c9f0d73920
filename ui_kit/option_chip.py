"""One of a few reasons, chosen by its number."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.key_cap import cap_size, paint_cap

_LEAD = 10
_TAIL = 14


class OptionChip(QAbstractButton):
    """A key cap and words, 40 px high: round-ended in a row, or square-ended (`pill=False`) filling a grid cell.

    Checkable; put several into a QButtonGroup to let only one be chosen.
    """

    def __init__(self, key: str, text: str, *, pill: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._pill = key, pill
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        across = QSizePolicy.Policy.Fixed if pill else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        self.setProperty("ringRadius", tokens.SEGMENT // 2 if pill else tokens.CONTROL_RADIUS)

    def sizeHint(self) -> QSize:
        words = strokes.text_width(theme.font(tokens.CELL, tokens.SEMIBOLD), self.text())
        width = _LEAD + cap_size(self._key).width() + tokens.GAP + words + _TAIL
        return QSize(round(width), theme.scaled(tokens.SEGMENT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        around = QRectF(self.rect())
        radius = around.height() / 2 if self._pill else tokens.CONTROL_RADIUS
        weight, ink = tokens.MEDIUM, "text"
        if not self.isEnabled():
            strokes.box(painter, around, radius, theme.colour("sunken"), theme.colour("border"))
            ink = "muted"
        elif self.isChecked():
            strokes.box(painter, around, radius, theme.colour("blue_soft"), theme.colour("blue"), 2)
            weight, ink = tokens.SEMIBOLD, "blue_text"
        else:
            ground = "sunken" if self.isDown() else "surface"
            strokes.box(painter, around, radius, theme.colour(ground), theme.colour("ctl"))
        gap = tokens.GAP if self._pill else 6
        left = _LEAD + paint_cap(painter, _LEAD, around.center().y(), self._key) + gap
        words = around.adjusted(left, 0, -tokens.TIGHT, 0)
        strokes.line(painter, words, self.text(), theme.font(tokens.CELL, weight), theme.colour(ink))
