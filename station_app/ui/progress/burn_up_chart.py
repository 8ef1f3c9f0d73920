"""Counted applications through the campaign against the plan, and where they will come to, with an 80 % band."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from station_app.ui.progress.shown import BurnUpShown
from ui_kit import formats, strokes, theme, tokens
from ui_kit.delta_label import delta_width, paint_delta
from ui_kit.marks import paint_diamond
from ui_kit.tokens import Role

_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 92, 28, 26
_ROW = 17
_STEPS = 6


class BurnUpChart(QWidget):
    """A dashed plan, a blue line of what was counted, a dotted one of what it comes to; all labels are written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: BurnUpShown | None = None
        self._target = self._plan = self._projected = self._until = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_words(self, target: str, plan: str, projected: str) -> None:
        """What the lines are called: the target's takes its figure at {0}."""
        self._target, self._plan, self._projected = target, plan, projected

    def set_burn_up(self, shown: BurnUpShown, until: str, alternative: str) -> None:
        """``until`` is written beside the last closed day; `alternative` says the same in words."""
        self._shown, self._until = shown, until
        self.setAccessibleName(alternative)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(480), theme.scaled(220))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter = strokes.smooth(QPainter(self))
        scale = theme.scaled
        plot = QRectF(self.rect()).adjusted(scale(_LEFT), scale(_TOP), -scale(_RIGHT), -scale(_BOTTOM))
        axis = _Axis(plot, self._shown)
        _paint_grid(painter, axis)
        _paint_target(painter, axis, self._target.format(formats.integer(self._shown.target)))
        _paint_ahead(painter, axis)
        _paint_done(painter, axis, self._until)
        _paint_plan(painter, axis)
        _paint_now(painter, axis)
        self._paint_ends(painter, axis)

    def _paint_ends(self, painter: QPainter, axis: _Axis) -> None:
        shown = axis.shown
        ends: list[tuple[float, list[tuple[str, int, Role]]]] = [
            (shown.plan[-1], [(self._plan, 400, "text2"), (formats.integer(shown.plan[-1]), 600, "text")])
        ]
        if shown.close is not None and shown.low is not None and shown.high is not None:
            ink: Role = _ink(shown)
            said: list[tuple[str, int, Role]] = [(self._projected, 500, ink), (formats.integer(shown.close), 600, ink)]
            said.append((f"{formats.integer(shown.low)} –", 400, "text2"))
            said.append((formats.integer(shown.high), 400, "text2"))
            ends.append((shown.close, said))
        ends.sort(key=lambda end: -end[0])
        row, left, top = theme.scaled(_ROW), axis.plot.right() + 10, 0.0
        for value, said in ends:
            top = max(top, axis.at(axis.days, value).y() - row)
            top = min(top, axis.plot.bottom() - row * len(said))
            for number, (text, weight, role) in enumerate(said):
                words = QRectF(left, top + number * row, self.width() - left, row)
                strokes.line(painter, words, text, theme.font(tokens.CAPTION, weight), theme.colour(role))
            top += row * len(said) + 8


class _Axis:
    """Where days and counts lie on the plot: 0 is the morning of the first day."""

    def __init__(self, plot: QRectF, shown: BurnUpShown) -> None:
        self.plot, self.shown = plot, shown
        self.days = max(1, len(shown.plan) - 1)
        most = max(shown.target, shown.plan[-1], shown.done[-1], shown.high or 0, 1)
        self.step = _step(most)
        self.top = most * 1.04

    def at(self, day: float, count: float) -> QPointF:
        return QPointF(
            self.plot.left() + day / self.days * self.plot.width(),
            self.plot.bottom() - count / self.top * self.plot.height(),
        )


def _step(most: int) -> int:
    """A round distance between grid lines that leaves at most six of them."""
    size = 1
    while most / size > _STEPS:
        size = size * 5 // 2 if str(size).startswith("2") else size * 2
    return size


def _ink(shown: BurnUpShown) -> Role:
    return "orange_text" if shown.close is not None and shown.close < shown.target else "blue_text"


def _paint_grid(painter: QPainter, axis: _Axis) -> None:
    plot, small = axis.plot, theme.font(tokens.CAPTION)
    for count in range(0, int(axis.top) + 1, axis.step):
        y = round(axis.at(0, count).y())
        painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), theme.colour("grid" if count else "text2"))
        words = QRectF(0, y - 10, plot.left() - 8, 20)
        strokes.line(painter, words, formats.integer(count), small, theme.colour("muted"), strokes.RIGHT)
    every = 7 * max(1, round(axis.days / 49))
    marks = [*range(0, axis.days - every // 2, every), axis.days]
    for day in marks:
        x = axis.at(day, 0).x()
        painter.fillRect(QRectF(round(x), plot.bottom(), 1, 5), theme.colour("text2"))
        words = QRectF(x - 40, plot.bottom() + 5, 80, theme.scaled(_BOTTOM) - 5)
        date = formats.short_date(axis.shown.first + timedelta(days=day))
        strokes.line(painter, words, date, small, theme.colour("muted"), strokes.CENTRE)


def _paint_target(painter: QPainter, axis: _Axis, text: str) -> None:
    y = round(axis.at(0, axis.shown.target).y())
    painter.fillRect(QRectF(axis.plot.left(), y - 1, axis.plot.width(), 2), theme.colour("text2"))
    bold = theme.font(tokens.CAPTION, tokens.SEMIBOLD)
    words = QRectF(axis.plot.left() + 8, y - 3 - theme.scaled(18), axis.plot.width() / 2, theme.scaled(18))
    strokes.line(painter, words, text, bold, theme.colour("text"))


def _paint_plan(painter: QPainter, axis: _Axis) -> None:
    pen = QPen(theme.colour("plan_tick"), 2)
    pen.setDashPattern([5, 3])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline([axis.at(day, count) for day, count in enumerate(axis.shown.plan)])


def _paint_ahead(painter: QPainter, axis: _Axis) -> None:
    """The band opens as a day's spread adds up: with the root of the days at first, then straight."""
    shown = axis.shown
    if shown.close is None or shown.low is None or shown.high is None:
        return
    ink = "orange" if shown.close < shown.target else "blue"
    since, done, days = len(shown.done) - 1, shown.done[-1], axis.days
    left = days - since
    lower, upper = [], []
    for day in range(left + 1):
        share = day / left if left else 1.0
        middle, open_to = done + (shown.close - done) * share, ((share + share**2 * left / 7) / (1 + left / 7)) ** 0.5
        lower.append(axis.at(since + day, max(done, middle - (shown.close - shown.low) * open_to)))
        upper.append(axis.at(since + day, middle + (shown.high - shown.close) * open_to))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.blend(ink, "surface", 0.2))
    painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
    pen = QPen(theme.colour(ink), 2)
    pen.setDashPattern([2, 1.5])
    painter.setPen(pen)
    painter.drawLine(axis.at(since, done), axis.at(days, shown.close))
    paint_diamond(painter, axis.at(days, shown.close), 5.5, theme.colour(ink))


def _paint_done(painter: QPainter, axis: _Axis, until: str) -> None:
    shown, small = axis.shown, theme.font(tokens.CAPTION, tokens.MEDIUM)
    points = [axis.at(day, count) for day, count in enumerate(shown.done)]
    end, blue = points[-1], theme.colour("blue")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.blend("blue", "surface", 0.1))
    painter.drawPolygon(QPolygonF([QPointF(points[0].x(), axis.plot.bottom()), *points, axis.at(len(points) - 1, 0)]))
    dashes = QPen(theme.colour("text2"), 1)
    dashes.setDashPattern([3, 3])
    painter.setPen(dashes)
    x = round(end.x()) + 0.5
    painter.drawLine(QPointF(x, axis.plot.top()), QPointF(x, axis.plot.bottom()))
    pen = QPen(blue, 3)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(points)
    half = theme.scaled(9)
    near_left = end.x() < axis.plot.left() + 100
    low = axis.plot.bottom() - end.y() < 4 * half
    height = axis.at(0, shown.target).y() + 6 if low else axis.plot.bottom() - 2 * half - 4
    place = QRectF(x + 6 if near_left else x - 106, height, 100, 2 * half)
    strokes.line(painter, place, until, small, theme.colour("text2"), strokes.LEFT if near_left else strokes.RIGHT)
    planned = shown.plan[len(shown.done) - 1]
    if len(points) == 1:
        return
    bold = theme.font(tokens.CELL, tokens.SEMIBOLD)
    below = QRectF(end.x() + 14, end.y() - half + (0 if low else 8), 120, 2 * half)
    strokes.line(painter, below, formats.integer(shown.done[-1]), bold, theme.colour("blue_text"))
    text = formats.signed(shown.done[-1] - planned)
    width = delta_width(text, tokens.CELL)
    if end.x() - width - 12 > axis.plot.left():
        above = min(end.y(), axis.at(len(points) - 1, planned).y()) - 2 * half - 4
        paint_delta(painter, QRectF(end.x() - width - 12, above, width, 2 * half), text, tokens.CELL)


def _paint_now(painter: QPainter, axis: _Axis) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("blue"))
    painter.drawEllipse(axis.at(len(axis.shown.done) - 1, axis.shown.done[-1]), 5.5, 5.5)
