"""A large number, alone, out of another, or with its unit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui_kit import theme, tokens

_TAIL_SIZES = {tokens.HERO: tokens.TITLE}


class Figure(QWidget):
    """`213 / 350` or `138 giây`: the number in `pixels`, the tail smaller on the same baseline.

    A stale figure keeps its place in muted ink while the new one is being reckoned.
    """

    def __init__(
        self,
        number: str = "",
        tail: str = "",
        pixels: int = tokens.HERO,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pixels = pixels
        self._stale = False
        self._number = self._tail = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_number(number, tail)

    def set_number(self, number: str, tail: str = "") -> None:
        """Show a number already written out, and what follows it: `/ 350`, `giây`."""
        self.set_stale(False)
        if (number, tail) == (self._number, self._tail):
            return
        self._number, self._tail = number, tail
        self.setAccessibleName(f"{number} {tail}".strip())
        self.updateGeometry()
        self.update()

    def set_stale(self, stale: bool) -> None:
        """Mute the number, or show it in full ink again."""
        if stale != self._stale:
            self._stale = stale
            self.update()

    def sizeHint(self) -> QSize:
        head, tail = self._metrics()
        width = head.horizontalAdvance(self._number)
        if self._tail:
            width += self._gap() + tail.horizontalAdvance(self._tail)
        return QSize(round(width + 2), round(head.capHeight() + 0.36 * theme.scaled(self._pixels)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        head, _ = self._metrics()
        baseline = round(self.height() / 2 + head.capHeight() / 2)
        painter.setFont(theme.font(self._pixels, tokens.SEMIBOLD))
        painter.setPen(theme.colour("muted" if self._stale else "text"))
        painter.drawText(QPointF(0, baseline), self._number)
        if self._tail:
            painter.setFont(theme.font(self._tail_pixels(), tokens.MEDIUM))
            painter.setPen(theme.colour("muted"))
            painter.drawText(QPointF(head.horizontalAdvance(self._number) + self._gap(), baseline), self._tail)

    def _metrics(self) -> tuple[QFontMetricsF, QFontMetricsF]:
        return (
            QFontMetricsF(theme.font(self._pixels, tokens.SEMIBOLD)),
            QFontMetricsF(theme.font(self._tail_pixels(), tokens.MEDIUM)),
        )

    def _tail_pixels(self) -> int:
        return _TAIL_SIZES.get(self._pixels, tokens.CELL)

    def _gap(self) -> float:
        return tokens.GAP if self._pixels == tokens.HERO else 6
