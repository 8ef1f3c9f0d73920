"""The keys F1 to F7 that log an outcome."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.key_cap import paint_cap
from ui_kit.marks import paint_tick


class OutcomeKey(QAbstractButton):
    """A card with a key cap and one or two lines; checked means selected and adds a tick.

    A press only emits `clicked`: the screen answers with `setChecked`, since pressing may log at once. `set_proposed`
    fills the key in blue: the outcome that Enter will log.
    """

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._proposed = False
        self._aside = ""
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        self.setProperty("ringRadius", tokens.CARD_RADIUS)

    def set_proposed(self, proposed: bool, aside: str = "") -> None:
        """Fill the key in blue, with the word `aside` (as `Enter`) in its corner."""
        if (proposed, aside) != (self._proposed, self._aside):
            self._proposed, self._aside = proposed, aside
            self.update()

    def nextCheckState(self) -> None:
        """Leave the choice to the screen."""

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(113), theme.scaled(tokens.OUTCOME_KEY))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        around = QRectF(self.rect())
        filled = self._proposed and self.isEnabled() and not self.isChecked()
        if not self.isEnabled():
            fill, edge, width, ink = "sunken", "border", 1, "muted"
        elif self.isChecked():
            fill, edge, width, ink = "blue_soft", "blue", 2, "blue_text"
        elif filled:
            fill, edge, width, ink = "blue", "blue", 1, "on_blue"
        else:
            fill, edge, width, ink = "sunken" if self.isDown() else "surface", "ctl", 1, "text"
        strokes.box(painter, around, tokens.CARD_RADIUS, theme.colour(fill), theme.colour(edge), width)
        middle = 9 + theme.scaled(21) / 2
        paint_cap(painter, 10, middle, self._key, on_blue=filled)
        if self.isChecked():
            paint_tick(painter, QPointF(around.right() - 18, middle), 14, theme.colour("blue"))
        elif filled and self._aside:
            corner = QRectF(0, middle - 12, around.width() - 12, 24)
            font = theme.font(tokens.CAPTION, tokens.MEDIUM)
            strokes.line(painter, corner, self._aside, font, theme.colour(ink), strokes.RIGHT)
        painter.setFont(theme.font(tokens.BODY, tokens.SEMIBOLD))
        painter.setPen(theme.colour(ink))
        top = round(middle) + theme.scaled(21) // 2 + 1
        words = QRect(11, top, self.width() - 17, self.height() - top - 2)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, int(flags) | int(Qt.TextFlag.TextWordWrap), self.text())
