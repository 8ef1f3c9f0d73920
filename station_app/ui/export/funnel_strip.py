"""How far today's applications have got: logged, sealed, exported, received."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from db.reads.day import Funnel
from ui_kit import formats, strokes, theme, tokens
from ui_kit.icons import paint_icon
from ui_kit.progress_bar import paint_progress

_STAGE = 136
_ARROW = 24


class FunnelStrip(QWidget):
    """Four stages beside one another; each bar is the share of what was logged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages: tuple[tuple[str, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_funnel(self, funnel: Funnel) -> None:
        self._stages = (
            (self.tr("Đã ghi"), funnel.logged),
            (self.tr("Đã niêm phong"), funnel.sealed),
            (self.tr("Đã xuất"), funnel.exported),
            (self.tr("Đã nhận"), funnel.received),
        )
        self.setAccessibleName(", ".join(f"{name} {formats.integer(count)}" for name, count in self._stages))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(4 * theme.scaled(_STAGE) + 3 * _ARROW, theme.scaled(tokens.HEADER_HEIGHT - 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        width = theme.scaled(_STAGE)
        logged = max(1, self._stages[0][1]) if self._stages else 1
        for place, (name, count) in enumerate(self._stages):
            left = place * (width + _ARROW)
            line = QRectF(left, 8, width, theme.scaled(24))
            number = formats.integer(count)
            taken = strokes.line(
                painter, line, number, theme.font(tokens.SECTION, tokens.SEMIBOLD), theme.colour("text"), strokes.RIGHT
            )
            caption = theme.font(tokens.CAPTION)
            strokes.line(painter, line.adjusted(0, 0, -taken - 4, 0), name, caption, theme.colour("text2"))
            paint_progress(painter, QRectF(left, line.bottom() + 4, width, 5), min(1.0, count / logged))
            if place:
                spot = QRectF(left - _ARROW / 2 - 6, self.height() / 2 - 6, 12, 12)
                paint_icon(painter, "chevron_right", spot, theme.colour("text2"))
