"""The head of a page: its title, a line below, and room for its own controls."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui_kit import theme, tokens
from ui_kit.label import Label


class PageHeader(QWidget):
    """A strip 56 px high; `controls` is the layout at its right. The title names the page for screen readers."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(title, tokens.TITLE, tokens.SEMIBOLD)
        self.subtitle = Label(subtitle, tokens.CAPTION, tokens.REGULAR, "text2")
        words = QVBoxLayout()
        words.setContentsMargins(0, 9, 0, 4)
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        words.addStretch(1)
        self.controls = QHBoxLayout()
        self.controls.setSpacing(tokens.GAP)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.GAP, 0, 0, 0)
        row.setSpacing(tokens.MARGIN)
        row.addLayout(words, 1)
        row.addLayout(self.controls)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, theme.scaled(tokens.HEADER_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(0, theme.scaled(tokens.HEADER_HEIGHT)))

    def set_words(self, title: str, subtitle: str = "") -> None:
        """Change both lines."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
