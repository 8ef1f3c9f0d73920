"""How the window looks by its settings: light or dark, and how large its text is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from station_app.services.settings import Settings, Theme


def is_dark(theme: Theme) -> bool:
    """Whether a theme is dark now; "system" is what the computer's other programs have."""
    if theme == "system":
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return theme == "dark"


def wear(settings: Settings) -> None:
    """Puts theme and text size in force at once, in every widget there is."""
    from ui_kit import theme

    application = QApplication.instance()
    if isinstance(application, QApplication):
        theme.apply(application, dark=is_dark(settings.theme), scale=settings.text_size / 100)
