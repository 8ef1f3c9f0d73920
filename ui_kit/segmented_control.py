"""A row of segments of which one is in force."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui_kit import strokes, theme, tokens

_SIDE = 18


class SegmentedControl(QWidget):
    """Segments 40 px high and equally wide; Left and Right move, `changed` tells the new index."""

    changed = Signal(int)

    def __init__(self, labels: Sequence[str], name: str, *, current: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels = tuple(labels)
        self._current = current
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._labels[current])

    def current(self) -> int:
        """Return the index of the segment in force."""
        return self._current

    def set_current(self, index: int) -> None:
        """Put another segment in force, telling `changed` when it differs."""
        index = max(0, min(index, len(self._labels) - 1))
        if index != self._current:
            self._current = index
            self.setAccessibleDescription(self._labels[index])
            self.update()
            self.changed.emit(index)

    def set_labels(self, labels: Sequence[str]) -> None:
        """Change the words; the number of segments stays."""
        self._labels = tuple(labels)
        self.setAccessibleDescription(self._labels[self._current])
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        font = theme.font(tokens.CELL, tokens.SEMIBOLD)
        widest = max(strokes.text_width(font, label) for label in self._labels)
        return QSize((round(widest) + 2 * _SIDE) * len(self._labels), theme.scaled(tokens.SEGMENT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Left:
            self.set_current(self._current - 1)
        elif event.key() == Qt.Key.Key_Right:
            self.set_current(self._current + 1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.set_current(int(event.position().x() * len(self._labels) / self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        around = QRectF(self.rect())
        strokes.box(painter, around, tokens.CONTROL_RADIUS, theme.colour("sunken"), theme.colour("border"))
        width = around.width() / len(self._labels)
        for index, label in enumerate(self._labels):
            segment = QRectF(round(index * width), 0, round(width), around.height())
            chosen = index == self._current
            if chosen:
                strokes.box(painter, segment, tokens.CONTROL_RADIUS, theme.colour("surface"), theme.colour("blue"), 2)
            font = theme.font(tokens.CELL, tokens.SEMIBOLD if chosen else tokens.MEDIUM)
            ink = theme.colour("blue_text" if chosen else "text2")
            strokes.line(painter, segment, label, font, ink, strokes.CENTRE)
