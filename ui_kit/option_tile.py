"""A choice of two centred lines: a device, a shift."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui_kit import strokes, theme, tokens


class OptionTile(QAbstractButton):
    """A title over a detail, `height` px high (48 or 56). Checkable."""

    def __init__(
        self,
        title: str,
        detail: str,
        *,
        height: int = tokens.ACTION,
        pixels: int = tokens.SECTION,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._height, self._pixels = height, pixels
        self._detail = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_words(title, detail)

    def set_words(self, title: str, detail: str) -> None:
        """Change the two lines."""
        if (title, detail) == (self.text(), self._detail):
            return
        self.setText(title)
        self._detail = detail
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.update()

    def sizeHint(self) -> QSize:
        detail = strokes.text_width(theme.font(tokens.CELL), self._detail)
        return QSize(max(theme.scaled(52), round(detail) + 16), theme.scaled(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(52), theme.scaled(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        around = QRectF(self.rect())
        ink, small = "text", "text2"
        if not self.isEnabled():
            strokes.box(painter, around, tokens.CONTROL_RADIUS, theme.colour("sunken"), theme.colour("border"))
            ink = small = "muted"
        elif self.isChecked():
            strokes.box(painter, around, tokens.CONTROL_RADIUS, theme.colour("blue_soft"), theme.colour("blue"), 2)
            ink = small = "blue_text"
        else:
            strokes.box(painter, around, tokens.CONTROL_RADIUS, theme.colour("surface"), theme.colour("ctl"))
        half = around.height() / 2
        reach = theme.scaled(9) if self._height <= tokens.ACTION else theme.scaled(10)
        inner = around.adjusted(4, 0, -4, 0)
        upper = QRectF(inner.left(), half - reach - 10, inner.width(), 20)
        lower = QRectF(inner.left(), half + reach - 10, inner.width(), 20)
        bold = theme.font(self._pixels, tokens.SEMIBOLD)
        strokes.line(painter, upper, self.text(), bold, theme.colour(ink), strokes.CENTRE)
        pixels = tokens.CAPTION if self._height <= tokens.ACTION else tokens.CELL
        weight = tokens.MEDIUM if self.isChecked() else tokens.REGULAR
        strokes.line(painter, lower, self._detail, theme.font(pixels, weight), theme.colour(small), strokes.CENTRE)
