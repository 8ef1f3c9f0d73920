"""What a shift has logged, outcome by outcome."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from station_app.ui.shift_close.shown import OutcomeLine
from ui_kit import formats, strokes, theme, tokens
from ui_kit.key_cap import cap_size, paint_cap

_ROW = 30
_BAR_LEFT = 210
_BAR_HEIGHT = 10
_NUMBER = 48


class OutcomeBars(QWidget):
    """A row for each outcome: its key, its words, a bar of its share of all that was logged, and the number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[OutcomeLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_lines(self, lines: tuple[OutcomeLine, ...]) -> None:
        self._lines = lines
        self.setAccessibleName(", ".join(f"{line.label} {line.count}" for line in lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(_BAR_LEFT) + 140, max(1, len(self._lines)) * theme.scaled(_ROW))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        height = theme.scaled(_ROW)
        most = max(sum(line.count for line in self._lines), 1)
        for at, line in enumerate(self._lines):
            row = QRectF(0, at * height, self.width(), height)
            self._paint_row(painter, row, line, line.count / most)
            if at + 1 < len(self._lines):
                left = cap_size(line.key).width() + 10
                painter.fillRect(QRectF(left, row.bottom() - 1, row.width() - left, 1), theme.colour("grid"))

    def _paint_row(self, painter: QPainter, row: QRectF, line: OutcomeLine, share: float) -> None:
        left = paint_cap(painter, 0, row.center().y(), line.key) + 10
        font = theme.font(tokens.BODY, tokens.SEMIBOLD if line.counts else tokens.REGULAR)
        bar_left = theme.scaled(_BAR_LEFT)
        words = QRectF(left, row.top(), bar_left - left - tokens.GAP, row.height())
        strokes.line(painter, words, line.label, font, theme.colour("text"))
        right = row.right() - theme.scaled(_NUMBER)
        track = QRectF(bar_left, row.center().y() - _BAR_HEIGHT / 2, right - bar_left, _BAR_HEIGHT)
        strokes.box(painter, track, tokens.BAR_RADIUS, theme.colour("sunken"))
        if line.count:
            done = QRectF(track)
            done.setWidth(max(3.0, track.width() * share))
            strokes.box(painter, done, 2, theme.colour("blue" if line.counts else "text2"))
        pixels = tokens.SECTION if line.counts else tokens.BODY
        number = theme.font(pixels, tokens.SEMIBOLD)
        ink = theme.colour("text" if line.count else "muted")
        strokes.line(painter, row, formats.integer(line.count), number, ink, strokes.RIGHT)
