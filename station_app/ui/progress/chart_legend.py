"""What the strokes of the burn-up mean."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from station_app.ui.progress.shown import Standing
from ui_kit import strokes, theme, tokens

_ROW, _SAMPLE = 20, 28


class ChartLegend(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing: Standing = "early"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_ahead(self, standing: Standing) -> None:
        """Under three days there is no projection to explain."""
        self._standing = standing
        self.update()

    def sizeHint(self) -> QSize:
        widest = strokes.text_width(theme.font(tokens.CAPTION, tokens.MEDIUM), self.tr("dự kiến và khoảng"))
        return QSize(round(widest) + _SAMPLE + 14, 3 * theme.scaled(_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        ink = "orange" if self._standing == "late" else "blue"
        dashed, dotted = QPen(theme.colour("plan_tick"), 2), QPen(theme.colour(ink), 2)
        dashed.setDashPattern([5, 3])
        dotted.setDashPattern([2, 1.5])
        rows = [(dashed, self.tr("kế hoạch")), (QPen(theme.colour("blue"), 3), self.tr("đã thu nhận"))]
        if self._standing != "early":
            rows.append((dotted, self.tr("dự kiến và khoảng")))
        row = theme.scaled(_ROW)
        for number, (pen, words) in enumerate(rows):
            middle = number * row + row / 2
            if number == 2:
                painter.fillRect(QRectF(0, middle - 5, _SAMPLE, 10), theme.blend(ink, "surface", 0.2))
            painter.setPen(pen)
            painter.drawLine(QPointF(0, middle), QPointF(_SAMPLE, middle))
            place = QRectF(_SAMPLE + 10, number * row, self.width() - _SAMPLE - 10, row)
            strokes.line(painter, place, words, theme.font(tokens.CAPTION, tokens.MEDIUM), theme.colour("text2"))
