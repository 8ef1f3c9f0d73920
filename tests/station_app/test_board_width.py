"""Large text on the board: what the graph tells anyway gives way, and nothing scrolls sideways."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_app.ui.board.view import BoardView
from ui_kit import theme

PAGE = 1286
"""The width that the rail leaves of the window."""


@pytest.mark.parametrize("scale", [1.0, 1.1, 1.25, 1.5])
def test_the_board_fits_the_window_at_every_text_size(qtbot: QtBot, scale: float) -> None:
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    theme.apply(running, scale=scale)
    try:
        view = BoardView()
        qtbot.addWidget(view)
        assert view.minimumSizeHint().width() <= PAGE
    finally:
        theme.apply(running)
