"""The ring shows where the keyboard is, and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui_kit.action_button import ActionButton
from ui_kit.focus_ring import FocusRing

# The offscreen platform says so of every window of a limited size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def window_with_buttons(qtbot: QtBot) -> tuple[QWidget, list[ActionButton], FocusRing]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    buttons = [ActionButton("một"), ActionButton("hai")]
    for button in buttons:
        column.addWidget(button)
    ring = FocusRing(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window, buttons, ring


def around(button: QWidget, window: QWidget) -> QRect:
    return QRect(button.mapTo(window, button.rect().topLeft()), button.size()).adjusted(-4, -4, 4, 4)


def test_the_ring_follows_the_focus_also_after_a_click(qtbot: QtBot) -> None:
    window, (first, second), ring = window_with_buttons(qtbot)
    first.setFocus()
    qtbot.waitUntil(lambda: ring.isVisible() and ring.geometry() == around(first, window))
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ring.geometry() == around(second, window))


def test_the_ring_moves_with_its_control_and_goes_with_it(qtbot: QtBot) -> None:
    window, (first, second), ring = window_with_buttons(qtbot)
    second.setFocus()
    first.hide()
    qtbot.waitUntil(lambda: ring.isVisible() and ring.geometry() == around(second, window))
    second.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    second.hide()
    qtbot.waitUntil(lambda: not ring.isVisible())


def test_a_deleted_control_takes_the_ring_along(qtbot: QtBot) -> None:
    window, (first, second), ring = window_with_buttons(qtbot)
    first.setFocus()
    qtbot.waitUntil(ring.isVisible)
    second.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    first.setParent(None)
    first.deleteLater()
    qtbot.waitUntil(lambda: not ring.isVisible())
    window.repaint()


def test_a_control_scrolled_out_of_sight_has_no_ring(qtbot: QtBot) -> None:
    window, area, page = QWidget(), QScrollArea(), QWidget()
    qtbot.addWidget(window)
    inside = QVBoxLayout(page)
    buttons = [ActionButton(str(number)) for number in range(20)]
    for button in buttons:
        inside.addWidget(button)
    area.setWidget(page)
    QVBoxLayout(window).addWidget(area)
    window.resize(300, 200)
    ring = FocusRing(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    buttons[0].setFocus()
    qtbot.waitUntil(ring.isVisible)
    area.verticalScrollBar().setValue(400)
    qtbot.waitUntil(lambda: not ring.isVisible())
