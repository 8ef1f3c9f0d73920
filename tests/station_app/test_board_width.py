"""Large text on the board: what the graph tells anyway gives way, nothing scrolls sideways and no words are cut."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_app.services.show_board import board_figures
from station_app.ui.board.rendering import render
from station_app.ui.board.shown import BoardShown
from station_app.ui.board.view import BoardView
from tests.golden import assert_golden
from tests.station_app.desks import Clock, FakeDesk, at, station_at
from ui_kit import theme
from ui_kit.label import Label
from ui_kit.status_label import StatusLabel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

GOLDEN = Path(__file__).parent / "golden"
PAGE = 1286
"""The width that the rail leaves of the window."""


@pytest.fixture(scope="module")
def busy(board_home: Path) -> BoardShown:
    with station_at(board_home, Clock(at("16:07:18"))) as station:
        return render(board_figures(station), {}, FakeDesk(station))


@pytest.mark.parametrize("scale", [1.0, 1.1, 1.25, 1.5])
def test_the_board_fits_the_window_at_every_text_size(
    application: QApplication, qtbot: QtBot, busy: BoardShown, scale: float
) -> None:
    theme.apply(application, scale=scale)
    before = {one for one in QApplication.topLevelWidgets() if one.isVisible()}
    view = BoardView()
    qtbot.addWidget(view)
    assert {one for one in QApplication.topLevelWidgets() if one.isVisible()} == before  # no part is a window
    assert view.minimumSizeHint().width() <= PAGE
    received = replace(busy.funnel, received=busy.funnel.exported)
    withheld = replace(busy.funnel, withheld=1200)
    nothing = replace(busy.funnel, bundle=None, bundle_at=None, exported=0, received=0)
    for funnel in (busy.funnel, received, withheld, nothing):
        view.show_board(replace(busy, funnel=funnel))
        view.resize(PAGE, max(664, view.minimumSizeHint().height()))
        view.show()
        QApplication.processEvents()
        assert view.minimumSizeHint().width() <= PAGE
        assert view.width() == PAGE
        labels = [one for one in view.findChildren(Label) if one.isVisible() and not one.wordWrap()]
        assert not [one.text() for one in labels if one.sizeHint().width() > one.width() + 1]
        statuses = [one for one in view.findChildren(StatusLabel) if one.isVisible()]
        assert not [one.accessibleName() for one in statuses if one.sizeHint().width() > one.width() + 1]


def test_the_board_in_large_text(application: QApplication, qtbot: QtBot, busy: BoardShown) -> None:
    theme.apply(application, scale=1.5)
    view = BoardView()
    qtbot.addWidget(view)
    view.show_board(replace(busy, funnel=replace(busy.funnel, received=busy.funnel.exported)))
    view.resize(PAGE, max(664, view.minimumSizeHint().height()))
    view.show()
    QApplication.processEvents()
    assert_golden(view, GOLDEN / "board_150.png")


def test_a_text_size_that_changes_lays_the_totals_out_anew(
    application: QApplication, qtbot: QtBot, busy: BoardShown
) -> None:
    view = BoardView()
    qtbot.addWidget(view)
    view.show_board(busy)
    view.show()
    low = view.minimumSizeHint().height()
    for scale, taller in ((1.5, True), (1.0, False)):
        theme.apply(application, scale=scale)
        QApplication.processEvents()
        assert (view.minimumSizeHint().height() > low) == taller
        assert view.minimumSizeHint().width() <= PAGE
