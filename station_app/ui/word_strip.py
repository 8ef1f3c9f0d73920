"""One calm line over the screen: what concerns no screen alone, such as a bug of ours or the end of the program."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui_kit import tokens
from ui_kit.action_button import ActionButton
from ui_kit.inline_panel import InlinePanel, Kind


class WordStrip(QWidget):
    """Hidden until `say`; the person dismisses what may be dismissed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(tokens.MARGIN, tokens.GAP, tokens.MARGIN, 0)
        self._panel: InlinePanel | None = None
        self.hide()

    def say(self, kind: Kind, title: str, text: str = "", *, dismissible: bool = True) -> None:
        """Shows a word in place of an earlier one."""
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
        self._panel = InlinePanel(kind, title, text)
        if dismissible:
            close = ActionButton(self.tr("Đã rõ"), height=tokens.SEGMENT)
            close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            close.clicked.connect(self.hide)
            self._panel.row.addWidget(close)
        self._row.addWidget(self._panel)
        self.show()
