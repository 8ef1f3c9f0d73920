"""Text in a size, weight and colour of the design."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.tokens import Role


class Label(QLabel):
    """Plain text: one line, elided with the whole in the tool tip, or wrapped when `wrap`."""

    def __init__(
        self,
        text: str = "",
        pixels: int = tokens.BODY,
        weight: int = tokens.REGULAR,
        role: Role = "text",
        *,
        wrap: bool = False,
        code: bool = False,
        align: Qt.AlignmentFlag = strokes.LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._pixels, self._weight, self._role, self._code = pixels, weight, role, code
        self._align = align
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font(pixels, weight, code=code))

    def set_role(self, role: Role) -> None:
        """Change the colour of the text."""
        if role != self._role:
            self._role = role
            self.update()

    def set_weight(self, weight: int) -> None:
        """Change the weight of the text: 400, 500 or 600."""
        self._weight = weight
        self.setFont(theme.font(self._pixels, weight, code=self._code))

    def minimumSizeHint(self) -> QSize:
        full = super().minimumSizeHint()
        return full if self.wordWrap() else QSize(min(full.width(), theme.scaled(24)), full.height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._is_elided():
            QToolTip.showText(event.globalPos(), self.text(), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFont(theme.font(self._pixels, self._weight, code=self._code))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = theme.colour(self._role if self.isEnabled() else "muted")
        if self.wordWrap():
            painter.setFont(self.font())
            painter.setPen(colour)
            flags = self._align | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect(), int(flags) | int(Qt.TextFlag.TextWordWrap), self.text())
        else:
            strokes.line(painter, QRectF(self.contentsRect()), self.text(), self.font(), colour, self._align)

    def _is_elided(self) -> bool:
        return not self.wordWrap() and strokes.text_width(self.font(), self.text()) > self.contentsRect().width() + 0.5
