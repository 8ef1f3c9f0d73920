"""How far each device is from its plan, through the day and on to its close."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui_kit import formats, strokes, theme, tokens
from ui_kit.delta_label import delta_width, paint_delta

_LEFT = 40
_RIGHT = 68
_TOP = 8
_BOTTOM = 28
_ROW = 15


@dataclass(frozen=True)
class DeviationLine:
    """One device: its label, points (minute, done less plan) up to now, and the deviation projected at the close.

    `stops` are the stretches of minutes in which it stood still: they are shaded.
    """

    label: str
    points: tuple[tuple[float, float], ...]
    projected: float | None = None
    stops: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True)
class Deviations:
    """The chart's contents. Minutes count from any common origin, as midnight.

    `first` and `last` bound the day, `now` is the present; `hours` are the labelled minutes and `shifts` the labelled
    starts of later shifts, each as (minute, words).
    """

    lines: tuple[DeviationLine, ...]
    first: float
    last: float
    now: float
    now_label: str
    hours: tuple[tuple[float, str], ...]
    shifts: tuple[tuple[float, str], ...] = ()


class DeviationChart(QWidget):
    """Solid lines to now and dashed ones to the close, with labels at the right that never overlap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Deviations | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_deviations(self, shown: Deviations, alternative: str) -> None:
        """Show a day; `alternative` says the same in words."""
        if (shown, alternative) == (self._shown, self.accessibleName()):
            return
        self._shown = shown
        self.setAccessibleName(alternative)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(480), theme.scaled(180))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter = strokes.smooth(QPainter(self))
        plot = QRectF(self.rect()).adjusted(
            theme.scaled(_LEFT), _TOP, -_label_room(self._shown) - tokens.GAP, -theme.scaled(_BOTTOM)
        )
        axis = _Axis(plot, self._shown)
        _paint_stops(painter, axis)
        _paint_grid(painter, axis)
        for line in sorted(self._shown.lines, key=lambda each: abs(each.points[-1][1]) if each.points else 0):
            _paint_line(painter, axis, line)
        _paint_labels(painter, axis, self.height())


class _Axis:
    """Where minutes and deviations lie on the plot."""

    def __init__(self, plot: QRectF, shown: Deviations) -> None:
        self.plot, self.shown = plot, shown
        values = [value for line in shown.lines for _, value in line.points]
        values += [line.projected for line in shown.lines if line.projected is not None]
        self.step = _step(max(values, default=0) - min(values, default=0))
        self.top = max(self.step, math.ceil(max(values, default=0) / self.step) * self.step)
        # The lowest line needn't lie on a grid line: a little room below it is enough.
        self.bottom = min(-self.step, min(values, default=0) - self.step * 0.15)

    def at(self, minute: float, value: float) -> QPointF:
        """Return the point of a minute and a deviation."""
        span = (minute - self.shown.first) / (self.shown.last - self.shown.first)
        drop = (self.top - value) / (self.top - self.bottom)
        return QPointF(self.plot.left() + span * self.plot.width(), self.plot.top() + drop * self.plot.height())


def _end(line: DeviationLine) -> float:
    return line.projected if line.projected is not None else line.points[-1][1]


def _label_room(shown: Deviations) -> float:
    """Return the room that the widest label at the right needs beside the gap."""
    bold = theme.font(tokens.CAPTION, tokens.SEMIBOLD)
    widths = (
        strokes.text_width(bold, line.label) + 4 + delta_width(formats.signed(_end(line)), tokens.CAPTION)
        for line in shown.lines
        if line.points
    )
    return max(float(theme.scaled(_RIGHT)), *widths, 0.0)


def _step(spread: float) -> int:
    """Return a round distance between grid lines that leaves at most six of them."""
    size = 10
    for factor in (2, 2.5, 2, 2, 2.5, 2, 2, 2.5):
        if spread / size <= 6:
            break
        size = round(size * factor)
    return size


def _paint_stops(painter: QPainter, axis: _Axis) -> None:
    """Each stretch once, however many devices stood still in it."""
    stretches: list[list[float]] = []
    for since, until in sorted(stop for line in axis.shown.lines for stop in line.stops if stop[0] < stop[1]):
        if stretches and since <= stretches[-1][1]:
            stretches[-1][1] = max(stretches[-1][1], until)
        else:
            stretches.append([since, until])
    for since, until in stretches:
        left, right = axis.at(since, 0).x(), axis.at(until, 0).x()
        painter.fillRect(QRectF(left, axis.plot.top(), right - left, axis.plot.height()), theme.colour("amber_soft"))


def _paint_grid(painter: QPainter, axis: _Axis) -> None:
    shown, plot = axis.shown, axis.plot
    small, bold = theme.font(tokens.CAPTION), theme.font(tokens.CAPTION, tokens.SEMIBOLD)
    value = axis.top
    while value >= axis.bottom:
        y = round(axis.at(shown.first, value).y())
        painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), theme.colour("text2" if value == 0 else "grid"))
        words = QRectF(0, y - 10, plot.left() - 8, 20)
        font, ink = (bold, "text") if value == 0 else (small, "muted")
        strokes.line(painter, words, formats.signed(value), font, theme.colour(ink), strokes.RIGHT)
        value -= axis.step
    for minute, label in shown.hours:
        x = axis.at(minute, 0).x()
        words = QRectF(x - 40, plot.bottom() + 4, 80, theme.scaled(_BOTTOM) - 4)
        strokes.line(painter, words, label, small, theme.colour("muted"), strokes.CENTRE)
    for minute, label in shown.shifts:
        x = round(axis.at(minute, 0).x()) + 0.5
        dashes = QPen(theme.colour("border"), 1)
        dashes.setDashPattern([3, 3])
        painter.setPen(dashes)
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        strokes.line(painter, QRectF(x + 4, plot.top() - 3, 80, 16), label, small, theme.colour("muted"))
    now = round(axis.at(shown.now, 0).x())
    painter.fillRect(QRectF(now - 1, plot.top() - 2, 2, plot.height() + 6), theme.colour("text2"))
    strokes.line(painter, QRectF(now + 5, plot.top() - 3, 80, 16), shown.now_label, bold, theme.colour("text2"))


def _paint_line(painter: QPainter, axis: _Axis, line: DeviationLine) -> None:
    if not line.points:
        return
    last = line.points[-1][1]
    ink = theme.colour("orange" if last < 0 else "blue")
    near = abs(last) < axis.step / 2
    pen = QPen(ink, 1.5 if near else 2.5)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([axis.at(minute, value) for minute, value in line.points])
    end = axis.at(*line.points[-1])
    if line.projected is not None:
        dashes = QPen(ink, 1.3)
        dashes.setDashPattern([3, 2])
        painter.setPen(dashes)
        painter.drawLine(end, axis.at(axis.shown.last, line.projected))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(end, 3.5, 3.5)


def _paint_labels(painter: QPainter, axis: _Axis, height: int) -> None:
    ends = [(line, _end(line)) for line in axis.shown.lines if line.points]
    ends.sort(key=lambda end: -end[1])
    row = theme.scaled(_ROW)
    places = spread([axis.at(axis.shown.last, value).y() for _, value in ends], row, row / 2, height - row / 2)
    bold = theme.font(tokens.CAPTION, tokens.SEMIBOLD)
    left = axis.plot.right() + 6
    for (line, value), y in zip(ends, places, strict=True):
        rect = QRectF(left, y - row / 2, theme.scaled(_RIGHT), row)
        taken = strokes.line(painter, rect, line.label, bold, theme.colour("text"))
        text = formats.signed(value)
        delta = rect.adjusted(taken + 6, 0, max(0, taken + 6 + delta_width(text, tokens.CAPTION) - rect.width()), 0)
        paint_delta(painter, delta, text, tokens.CAPTION)


def spread(wanted: Sequence[float], distance: float, lowest: float, highest: float) -> list[float]:
    """Return places as near as can be to the ascending `wanted`, `distance` apart, from `lowest` to `highest`.

    When there isn't room for all, they begin at `lowest` and run on.
    """
    placed: list[float] = []
    for want in wanted:
        placed.append(max(want, placed[-1] + distance if placed else lowest))
    limit = highest
    for index in range(len(placed) - 1, -1, -1):
        placed[index] = min(placed[index], limit)
        limit = placed[index] - distance
    if placed and placed[0] < lowest:
        return [lowest + index * distance for index in range(len(placed))]
    return placed
