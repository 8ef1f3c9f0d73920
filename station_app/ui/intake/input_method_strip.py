"""A Vietnamese input method is on: what a scanner sends as keys may arrive changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtGui import QGuiApplication

from ui_kit.inline_panel import InlinePanel
from ui_kit.key_cap import KeyCap


class InputMethodStrip(InlinePanel):
    """It may stand for long, and goes by itself. ``turned`` [on]: what the system tells when the keyboard changes."""

    turned = Signal(bool)

    def __init__(self) -> None:
        super().__init__(
            "notice",
            QCoreApplication.translate("InputMethodStrip", "Bộ gõ tiếng Việt đang bật."),
            QCoreApplication.translate("InputMethodStrip", "Mã quét có thể bị đổi ký tự; tắt bộ gõ rồi quét lại."),
            icon="keyboard",
            strip=True,
        )
        self.row.addWidget(KeyCap("Ctrl Shift"))
        self.hide()
        QGuiApplication.inputMethod().localeChanged.connect(lambda: self.turned.emit(self.is_told))

    @property
    def is_told(self) -> bool:
        """The system knows of its own keyboards, and of no method that hooks into them."""
        return QGuiApplication.inputMethod().locale().language() == QLocale.Language.Vietnamese
