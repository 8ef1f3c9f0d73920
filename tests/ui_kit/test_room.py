"""Widgets take the room that their words need, and give way where a page is low."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui_kit.card import Card
from ui_kit.hour_bars import HourBars
from ui_kit.inline_panel import InlinePanel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

FAILED = "Chưa đạt: Ổ đĩa mã hóa, khóa màn hình hoạt động, Máy ảnh, vân tay, máy quét, máy in chạy thử đạt."


@pytest.mark.parametrize("width", [240, 280, 400, 640])
def test_a_panel_is_as_high_as_its_words_are_at_its_width(qtbot: QtBot, width: int) -> None:
    card, panel = Card(), InlinePanel("error", "Phụ trách điểm cho mở", FAILED, edge=False)
    card.body.addWidget(panel)
    card.body.addStretch(1)
    qtbot.addWidget(card)
    card.resize(width, 400)
    card.show()
    qtbot.waitUntil(lambda: panel.text.height() >= panel.text.heightForWidth(panel.text.width()))
    panel.set_words("Phụ trách điểm cho mở", f"{FAILED} {FAILED}")
    qtbot.waitUntil(lambda: panel.text.height() >= panel.text.heightForWidth(panel.text.width()))


def test_hour_bars_give_way_before_the_words_about_them(qtbot: QtBot) -> None:
    page, bars = QWidget(), HourBars()
    column = QVBoxLayout(page)
    column.addWidget(bars)
    qtbot.addWidget(page)
    heights = []
    for height in (300, 90):
        page.resize(300, height)
        page.show()
        qtbot.wait(10)
        heights.append(bars.height())
    assert heights[0] == bars.sizeHint().height()
    assert bars.minimumSizeHint().height() <= heights[1] < heights[0]
