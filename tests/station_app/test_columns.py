"""Where text grown large puts a page's parts one under another, what was asked for comes into view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from station_app.ui.columns import Columns, bring_into_view


@pytest.fixture
def parts(qtbot: QtBot) -> tuple[QScrollArea, QWidget, QWidget]:
    """Room for one of two parts."""
    first, second = QWidget(), QWidget()
    for part in (first, second):
        part.setMinimumSize(300, 300)
    page = QScrollArea()
    page.setWidgetResizable(True)
    page.setWidget(Columns(((first, 300), (second, 300))))
    page.resize(400, 320)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    QApplication.processEvents()
    return page, first, second


def top(page: QScrollArea, part: QWidget) -> int:
    return part.mapTo(page.viewport(), QPoint()).y()


def test_a_part_below_comes_to_the_top(parts: tuple[QScrollArea, QWidget, QWidget]) -> None:
    page, first, second = parts
    assert top(page, second) > 300
    bring_into_view(second)
    assert 0 <= top(page, second) < 30
    bring_into_view(first)
    assert 0 <= top(page, first) < 30


def test_what_is_in_view_stays_where_it_is(parts: tuple[QScrollArea, QWidget, QWidget]) -> None:
    page, first, _ = parts
    page.resize(700, 320)
    page.verticalScrollBar().setValue(0)
    QApplication.processEvents()
    before = top(page, first)
    bring_into_view(first)
    assert top(page, first) == before


def test_a_part_outside_any_page_is_left_alone(qtbot: QtBot) -> None:
    alone = QWidget()
    qtbot.addWidget(alone)
    bring_into_view(alone)
