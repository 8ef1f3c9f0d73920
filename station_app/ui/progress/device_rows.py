"""How many devices it would take: three rows, the one that is asked about framed, moved by keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from station_app.ui.progress.shown import DeviceRowShown, WhatIfShown
from ui_kit import formats, strokes, theme, tokens
from ui_kit.delta_label import paint_delta

_ROW, _HEAD = 32, 22
_STEPS = {
    Qt.Key.Key_Up: ("devices", -1.0),
    Qt.Key.Key_Down: ("devices", 1.0),
    Qt.Key.Key_Left: ("hours", -0.5),
    Qt.Key.Key_Right: ("hours", 0.5),
    Qt.Key.Key_Minus: ("rate", -0.5),
    Qt.Key.Key_Plus: ("rate", 0.5),
    Qt.Key.Key_Equal: ("rate", 0.5),
}


class DeviceRows(QWidget):
    """``moved`` carries what ("devices", "hours", "rate") and by how much."""

    moved = Signal(str, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: WhatIfShown | None = None
        self._pace = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, shown: WhatIfShown, pace: int) -> None:
        self._shown, self._pace = shown, pace
        self.setAccessibleName(self.tr("Cần bao nhiêu thiết bị"))
        self.setAccessibleDescription(
            "; ".join(self.tr("{0} thiết bị: nhịp cần {1}").format(row.devices, row.needed) for row in shown.rows)
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(300), theme.scaled(_HEAD) + 3 * theme.scaled(_ROW) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.moved.emit(*step)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._shown is None:
            return
        place = int((event.position().y() - theme.scaled(_HEAD)) // theme.scaled(_ROW))
        if 0 <= place < len(self._shown.rows):
            self.moved.emit("devices", float(self._shown.rows[place].devices - self._shown.devices))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter = strokes.smooth(QPainter(self))
        small, role = theme.font(tokens.CAPTION, tokens.MEDIUM), theme.colour("text2")
        head = QRectF(0, 0, self.width(), theme.scaled(_HEAD))
        strokes.line(painter, head, self.tr("Thiết bị"), small, role)
        strokes.line(painter, self._needed(head), self.tr("Nhịp cần"), small, role, strokes.RIGHT)
        title = self.tr("So với nhịp {0}").format(self._pace) if self._pace else ""
        strokes.line(painter, head, title, small, role, strokes.RIGHT)
        painter.fillRect(QRectF(0, head.bottom() - 1, self.width(), 1), theme.colour("grid"))
        for number, row in enumerate(self._shown.rows):
            place = QRectF(0, head.bottom() + 2 + number * theme.scaled(_ROW), self.width(), theme.scaled(_ROW))
            self._paint_row(painter, place, row, chosen=row.devices == self._shown.devices)

    def _needed(self, row: QRectF) -> QRectF:
        return QRectF(row.left(), row.top(), row.width() * 0.58, row.height())

    def _paint_row(self, painter: QPainter, place: QRectF, row: DeviceRowShown, *, chosen: bool) -> None:
        if chosen:
            strokes.box(painter, place, tokens.CONTROL_RADIUS, theme.colour("blue_soft"), theme.colour("blue"), 2)
        inner = place.adjusted(12, 0, -8, 0)
        large = theme.font(18, tokens.SEMIBOLD)
        ink = theme.colour("blue_text" if chosen else "text")
        taken = strokes.line(painter, inner, str(row.devices), large, ink)
        words = self.tr("đang có") if row.now else self.tr("đủ") if row.enough else self.tr("giả định")
        beside = inner.adjusted(max(24, taken + 10), 0, 0, 0)
        colour = theme.colour("blue_text" if chosen else "text2")
        strokes.line(painter, beside, words, theme.font(tokens.CELL, tokens.MEDIUM), colour)
        needed = "–" if row.needed is None else formats.integer(row.needed)
        bold = theme.font(tokens.BODY, tokens.SEMIBOLD)
        strokes.line(painter, self._needed(place), needed, bold, theme.colour("text"), strokes.RIGHT)
        if row.against is not None and self._pace:
            paint_delta(painter, inner, formats.signed(row.against), tokens.BODY, right=True)
