"""The few strokes every painted widget is made of: a box, a hatch, a line of text."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

LEFT = Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignRight
CENTRE = Qt.AlignmentFlag.AlignHCenter

_HATCH_PERIOD = 5.0
_LINES = 1024
"""More lines of text than a screen shows: they are measured once, not at each paint."""


def smooth(painter: QPainter) -> QPainter:
    """Return `painter` with antialiasing on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1,
) -> None:
    """Draw a rounded box whose edge lies wholly inside `rect`, on whole pixels."""
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(rect, radius, radius)
        return
    painter.setPen(QPen(edge, width))
    inset = width / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


def hatch(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Draw rising lines over `rect`: below plan must be told from above without colour."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(colour, 1.5))
    height = rect.height()
    start = rect.left() - height
    while start < rect.right():
        painter.drawLine(QPointF(start, rect.bottom()), QPointF(start + height, rect.top()))
        start += _HATCH_PERIOD
    painter.restore()


def line(
    painter: QPainter,
    rect: QRectF,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = LEFT,
) -> float:
    """Write one line of `text` into the middle of `rect`, elided when it doesn't fit; return the width written."""
    shown, width, rise = _fitted(font, text, rect.width())
    left = rect.left()
    if align == RIGHT:
        left = rect.right() - width
    elif align == CENTRE:
        left += (rect.width() - width) / 2
    baseline = round(rect.center().y() + rise)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(QPointF(left, baseline), shown)
    return width


@lru_cache(_LINES)
def text_width(font: QFont, text: str) -> float:
    """Return the width of one line of `text`."""
    return QFontMetricsF(font).horizontalAdvance(text)


@lru_cache(_LINES)
def _fitted(font: QFont, text: str, room: float) -> tuple[str, float, float]:
    """Return what of `text` fits, its width, and how far its baseline lies below the middle of its capitals."""
    metrics, width = QFontMetricsF(font), text_width(font, text)
    if width > room + 0.5:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room + 0.5)
        width = metrics.horizontalAdvance(text)
    return text, width, metrics.capHeight() / 2
