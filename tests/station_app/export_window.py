"""A window for the export screen, as large as the frame leaves it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from station_app.ui.export.view import ExportView


@contextmanager
def framed(qtbot: QtBot) -> Iterator[ExportView]:
    """As large as the frame of 1366 x 696 leaves it, and scrolled as there."""
    view = ExportView()
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(view)
    scroll.resize(1286, 664)
    qtbot.addWidget(scroll)
    with qtbot.waitExposed(scroll):
        scroll.show()
    view.setFocus()
    yield view
    scroll.hide()
