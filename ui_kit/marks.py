"""The shapes that tell a state without colour: discs, rings, ticks, squares, triangles."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ui_kit import strokes, theme
from ui_kit.tokens import Role


class Mark(Enum):
    """A state and its shape; never told by colour alone."""

    AHEAD = "ahead"  # blue triangle up
    EVEN = "even"  # grey square
    BEHIND = "behind"  # orange triangle down
    WAITING = "waiting"  # amber half-disc
    RECEIVED = "received"  # blue disc
    OPEN = "open"  # grey ring
    DONE = "done"  # blue tick
    PAUSED = "paused"  # amber square
    FAILED = "failed"  # orange square, struck through

    @property
    def text_role(self) -> Role:
        """The colour of the words beside the mark."""
        return _TEXT_ROLES[self]


_TEXT_ROLES: dict[Mark, Role] = {
    Mark.AHEAD: "blue_text",
    Mark.EVEN: "text2",
    Mark.BEHIND: "orange_text",
    Mark.WAITING: "amber",
    Mark.RECEIVED: "blue_text",
    Mark.OPEN: "text2",
    Mark.DONE: "blue_text",
    Mark.PAUSED: "amber",
    Mark.FAILED: "orange_text",
}
_FILL_ROLES = {
    Mark.AHEAD: "blue",
    Mark.EVEN: "text2",
    Mark.BEHIND: "orange",
    Mark.RECEIVED: "blue",
    Mark.PAUSED: "amber",
    Mark.FAILED: "orange",
}


def paint_mark(painter: QPainter, mark: Mark, centre: QPointF, size: float) -> None:
    """Paint `mark` round `centre`, `size` pixels wide."""
    strokes.smooth(painter)
    half = size / 2
    around = QRectF(centre.x() - half, centre.y() - half, size, size)
    if mark is Mark.DONE:
        paint_tick(painter, centre, size, theme.colour("blue"))
    elif mark is Mark.WAITING:
        _paint_half_disc(painter, around)
    elif mark is Mark.OPEN:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("text2"), 2))
        painter.drawEllipse(around.adjusted(1, 1, -1, -1))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(_FILL_ROLES[mark]))
        if mark is Mark.RECEIVED:
            painter.drawEllipse(centre, half * 0.9, half * 0.9)
        elif mark in (Mark.AHEAD, Mark.BEHIND):
            painter.drawPolygon(_triangle(centre, size, up=mark is Mark.AHEAD))
        else:
            side = round(size * 0.86)
            square = QRectF(round(centre.x() - side / 2), round(centre.y() - side / 2), side, side)
            painter.drawRect(square)
            if mark is Mark.FAILED:
                painter.setPen(QPen(theme.colour("surface"), max(1.5, size * 0.16)))
                painter.drawLine(square.bottomLeft(), square.topRight())


def paint_tick(painter: QPainter, centre: QPointF, size: float, colour: QColor) -> None:
    """Paint a tick `size` pixels wide."""
    pen = QPen(colour, max(1.5, size * 0.17))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(
        [
            QPointF(centre.x() - size * 0.40, centre.y() + size * 0.04),
            QPointF(centre.x() - size * 0.12, centre.y() + size * 0.32),
            QPointF(centre.x() + size * 0.40, centre.y() - size * 0.28),
        ]
    )


def paint_diamond(painter: QPainter, centre: QPointF, half: float, colour: QColor) -> None:
    """Paint a diamond reaching `half` pixels from `centre`."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    x, y = centre.x(), centre.y()
    painter.drawPolygon(
        QPolygonF([QPointF(x - half, y), QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half)])
    )


def _triangle(centre: QPointF, width: float, *, up: bool) -> QPolygonF:
    half, rise = width / 2, width * (0.43 if up else -0.43)
    x, y = centre.x(), centre.y()
    return QPolygonF([QPointF(x, y - rise), QPointF(x + half, y + rise), QPointF(x - half, y + rise)])


def _paint_half_disc(painter: QPainter, around: QRectF) -> None:
    ring = around.adjusted(0.75, 0.75, -0.75, -0.75)
    left = QPainterPath(ring.center())
    left.arcTo(ring, 90, 180)
    left.closeSubpath()
    painter.fillPath(left, theme.colour("amber_fill"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("amber"), 1.5))
    painter.drawEllipse(ring)
