"""The slip that goes with the stick, as it looks on 80 mm paper: white in both themes, with a QR code."""

from __future__ import annotations

import segno
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from station_app.ui.export.shown import SlipShown
from ui_kit import formats, strokes, theme, tokens

WIDTH, HEIGHT = 338, 500
_SIDE = 16
_QUIET = 4
"""Empty cells round a QR code, which readers need."""


def qr_cells(text: str) -> tuple[tuple[bool, ...], ...]:
    """The dark cells of a QR code, rows from the top, without its quiet zone."""
    return tuple(tuple(map(bool, row)) for row in segno.make(text, error="m", micro=False).matrix)


class SlipPaper(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slip: SlipShown | None = None
        self._cells: tuple[tuple[bool, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_slip(self, slip: SlipShown) -> None:
        if slip == self._slip:
            return
        self._slip = slip
        self._cells = qr_cells(slip.qr)
        rows = " · ".join(f"{name} {value}" for name, value in self._rows(slip))
        self.setAccessibleName(self.tr("Phiếu giao USB"))
        self.setAccessibleDescription(f"{rows} · {formats.code(slip.digest)}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(WIDTH), theme.scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._slip is None:
            return
        painter = strokes.smooth(QPainter(self))
        paper, slip = QRectF(self.rect()), self._slip
        painter.fillRect(paper, QColor(tokens.LIGHT.surface))
        painter.setPen(QPen(theme.colour("border"), 1))
        painter.drawRect(paper.adjusted(0.5, 0.5, -0.5, -0.5))
        at = self._paint_head(painter, slip, theme.scaled(12))
        self._rule(painter, at)
        at += theme.scaled(6)
        for name, value in self._rows(slip):
            at = self._pair(painter, at, name, value)
        self._rule(painter, at + theme.scaled(6))
        at = self._paint_code(painter, slip, at + theme.scaled(8))
        self._rule(painter, at)
        self._paint_hands(painter, slip, at + theme.scaled(8))

    def _rows(self, slip: SlipShown) -> tuple[tuple[str, str], ...]:
        moment = f"{formats.clock(slip.exported_at)} · {formats.date(slip.exported_at)}"
        return (
            (self.tr("Gói"), f"{slip.seq:04d}"),
            (self.tr("Bản ghi"), formats.integer(slip.count)),
            (self.tr("Từ – đến"), formats.span(slip.first, slip.last)),
            (self.tr("Xuất lúc"), moment),
            (self.tr("USB"), ", ".join(slip.sticks)),
        )

    def _paint_head(self, painter: QPainter, slip: SlipShown, at: float) -> float:
        title = self.tr("Phiếu giao gói dữ liệu")
        lines = (
            (f"{slip.unit} · {slip.station}".upper(), tokens.CAPTION),
            (self.tr("DIỄN TẬP") + f" · {title}" if slip.drill else title, tokens.SECTION),
        )
        for text, pixels in lines:
            height = theme.scaled(pixels + 8)
            row = QRectF(_SIDE, at, self._inner(), height)
            self._line(painter, row, text, pixels, tokens.SEMIBOLD, strokes.CENTRE)
            at += height
        return at + theme.scaled(4)

    def _pair(self, painter: QPainter, at: float, name: str, value: str) -> float:
        row = QRectF(_SIDE, at, self._inner(), theme.scaled(23))
        self._line(painter, row, name, tokens.CELL, tokens.REGULAR)
        self._line(painter, row.adjusted(theme.scaled(72), 0, 0, 0), value, tokens.CELL, tokens.SEMIBOLD, strokes.RIGHT)
        return row.bottom()

    def _paint_code(self, painter: QPainter, slip: SlipShown, at: float) -> float:
        cells = len(self._cells) + 2 * _QUIET
        side = max(1, theme.scaled(192) // cells)  # whole pixels: readers like sharp edges
        left = round((self.width() - side * cells) / 2) + _QUIET * side
        top = round(at) + _QUIET * side
        ink = QColor(tokens.LIGHT.text)
        for y, row in enumerate(self._cells):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(left + x * side, top + y * side, side, side, ink)
        at = top + (cells - _QUIET) * side - theme.scaled(4)
        big = QRectF(_SIDE, at, self._inner(), theme.scaled(28))
        self._line(painter, big, formats.code(slip.digest), tokens.TITLE, tokens.SEMIBOLD, strokes.CENTRE, code=True)
        small = QRectF(_SIDE, big.bottom(), self._inner(), theme.scaled(20))
        self._line(
            painter,
            small,
            self.tr("chỉ huy đối chiếu mã này khi nhận gói"),
            tokens.CAPTION,
            tokens.REGULAR,
            strokes.CENTRE,
        )
        return small.bottom() + theme.scaled(6)

    def _paint_hands(self, painter: QPainter, slip: SlipShown, at: float) -> None:
        half = self._inner() / 2
        for left, name in ((_SIDE, self.tr("Người giao")), (_SIDE + half, self.tr("Người nhận"))):
            self._line(painter, QRectF(left, at, half, theme.scaled(18)), name, tokens.CAPTION, tokens.REGULAR)
        bottom = self.height() - theme.scaled(14)
        row = QRectF(_SIDE, bottom - theme.scaled(18), half - 8, theme.scaled(18))
        self._line(painter, row, slip.giver, tokens.CELL, tokens.SEMIBOLD)
        painter.setPen(QPen(QColor(tokens.LIGHT.ctl), 1))
        painter.drawLine(round(_SIDE + half), round(bottom), round(_SIDE + 2 * half), round(bottom))

    def _rule(self, painter: QPainter, at: float) -> None:
        pen = QPen(QColor(tokens.LIGHT.ctl), 1, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(_SIDE, round(at), self.width() - _SIDE, round(at))

    def _line(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        pixels: int,
        weight: int,
        align: Qt.AlignmentFlag = strokes.LEFT,
        *,
        code: bool = False,
    ) -> None:
        ink = tokens.LIGHT.text2 if weight == tokens.REGULAR else tokens.LIGHT.text
        strokes.line(painter, rect, text, theme.font(pixels, weight, code=code), QColor(ink), align)

    def _inner(self) -> float:
        return self.width() - 2 * _SIDE
