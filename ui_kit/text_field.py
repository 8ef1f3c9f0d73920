"""A plain line to type in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from ui_kit import theme, tokens


class TextField(QLineEdit):
    """A field 44 px high with the accessible name `name`; `secret` hides what is typed."""

    def __init__(
        self,
        name: str,
        *,
        placeholder: str = "",
        secret: bool = False,
        height: int = tokens.FIELD,
        pixels: int = tokens.BODY,
        weight: int = tokens.REGULAR,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._height, self._pixels, self._weight = height, pixels, weight
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        self._dress()

    def set_wrong(self, wrong: bool) -> None:
        """Put the orange edge of an error round the field, or take it off."""
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), theme.scaled(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(64), theme.scaled(self._height))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def _dress(self) -> None:
        self.setFont(theme.font(self._pixels, self._weight))
        self.setFixedHeight(theme.scaled(self._height))
