"""Applications by the hour against the hourly plan."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui_kit import formats, strokes, theme, tokens

_GAP = 5.33
_PLOT, _LOWEST_PLOT = 48, 10
"""Pixels of the highest bar: where the page is low, as under the strip of a drill, the numbers still say it."""
MINI_WIDTH, MINI_HEIGHT = 74, 20
_MINI_BAR, _MINI_PITCH = 6, 8
_STRIPE = 4
"""Pixels between the stripes of a small bar below its plan: it is told without colour."""


@dataclass(frozen=True)
class HourBar:
    """One hour: its label (`7h`), what was done in it, and what was planned for the running part of it."""

    label: str
    done: float
    plan: float


class HourBars(QWidget):
    """A bar for each hour with its number, a line at its plan and its label; below plan it is orange and hatched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[HourBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def set_bars(self, bars: Sequence[HourBar], alternative: str) -> None:
        """Show hours, oldest first; `alternative` says the same in words."""
        if (tuple(bars), alternative) == (self._bars, self.accessibleName()):
            return
        self._bars = tuple(bars)
        self.setAccessibleName(alternative)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(240), _PLOT + theme.scaled(38))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, _LOWEST_PLOT + theme.scaled(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bars:
            return
        painter = strokes.smooth(QPainter(self))
        above, below = theme.scaled(18), theme.scaled(20)
        base = self.height() - below
        highest = max(max(bar.done, bar.plan) for bar in self._bars) or 1
        unit = (base - above) / highest
        pitch = (self.width() + _GAP) / len(self._bars)
        every = self._every(pitch)
        for index, bar in enumerate(self._bars):
            column = QRectF(index * pitch, base - bar.done * unit, pitch - _GAP, bar.done * unit)
            self._paint_bar(painter, column, bar, base - bar.plan * unit)
            top = min(column.top(), base - bar.plan * unit)
            number = QRectF(column.left() - 4, top - theme.scaled(19), column.width() + 8, theme.scaled(16))
            bold = theme.font(tokens.CAPTION, tokens.SEMIBOLD)
            strokes.line(painter, number, formats.integer(bar.done), bold, theme.colour("text"), strokes.CENTRE)
            if (len(self._bars) - 1 - index) % every == 0:
                self._paint_hour(painter, QRectF(column.left(), base + 2, column.width(), below - 2), bar.label)

    def _every(self, pitch: float) -> int:
        """Of so many hours one is labelled, the latest always: all of them where there is room."""
        small = theme.font(tokens.CAPTION)
        widest = max(strokes.text_width(small, bar.label) for bar in self._bars)
        return math.ceil((widest + tokens.TIGHT) / pitch)

    def _paint_hour(self, painter: QPainter, place: QRectF, label: str) -> None:
        """Under the middle of its bar, and never beyond the widget."""
        small = theme.font(tokens.CAPTION)
        width = strokes.text_width(small, label)
        left = min(max(0.0, place.center().x() - width / 2), self.width() - width)
        words = QRectF(left, place.top(), width + 1, place.height())
        strokes.line(painter, words, label, small, theme.colour("muted"))

    def _paint_bar(self, painter: QPainter, column: QRectF, bar: HourBar, plan_y: float) -> None:
        behind = bar.done < bar.plan
        if column.height() > 0:
            strokes.box(painter, column, 2, theme.colour("orange" if behind else "blue"))
            if behind:
                strokes.hatch(painter, column.adjusted(1, 1, -1, -1), theme.colour("hatch"))
        if bar.plan > 0:
            rule = QRectF(round(column.left()) - 2, round(plan_y), round(column.width()) + 3, 2)
            if not behind:
                painter.fillRect(rule.adjusted(0, -1, 0, 0), theme.colour("surface"))
            painter.fillRect(rule, theme.colour("plan_tick"))


def paint_mini_bars(painter: QPainter, place: QRectF, bars: Sequence[HourBar]) -> None:
    """Paint the latest nine hours as they fit into a table row: bars against one line at the full plan of an hour."""
    latest = bars[-9:]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    plan = max((bar.plan for bar in latest), default=0) or 1
    top = round(place.center().y() - MINI_HEIGHT / 2) + 2
    base = top + MINI_HEIGHT - 2
    left = round(place.left())
    for index, bar in enumerate(latest):
        # A bar may rise a little above the plan, never out of its row.
        height = round(min(bar.done / plan, 1.12) * (base - top))
        column = QRectF(left + 2 + index * _MINI_PITCH, base - height, _MINI_BAR, height)
        behind = bar.done < bar.plan
        painter.fillRect(column, theme.blend("orange" if behind else "blue", "surface", 0.85))
        if behind:
            for y in range(base - _STRIPE, base - height, -_STRIPE):
                painter.fillRect(QRectF(column.left(), y, _MINI_BAR, 1), theme.colour("surface"))
    painter.fillRect(QRectF(left, top, MINI_WIDTH, 1), theme.colour("plan_tick"))


class MiniHourBars(QWidget):
    """The latest nine hours in 74 x 20 px."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[HourBar, ...] = ()
        self.setFixedSize(MINI_WIDTH, MINI_HEIGHT)

    def set_bars(self, bars: Sequence[HourBar], alternative: str) -> None:
        """Show hours, oldest first; `alternative` says the same in words."""
        self._bars = tuple(bars)
        self.setAccessibleName(alternative)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_mini_bars(QPainter(self), QRectF(self.rect()), self._bars)
