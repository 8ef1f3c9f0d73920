"""The kit's widgets are tested in the light theme unless a test asks for another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui_kit import theme


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> Iterator[QApplication]:
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    # A blinking caret would make pictures differ.
    running.setCursorFlashTime(0)
    theme.apply(running)
    yield running
    theme.apply(running)
