"""How the progress of the campaign looks and takes keys, in the program's window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campaign.progress import Campaign
from station_app.ui.progress.device_rows import DeviceRows
from station_app.ui.progress.rendering import break_down, first_wish, render
from station_app.ui.progress.view import ProgressView
from tests.golden import assert_golden
from tests.station_app.campaigns import AHEAD, BEHIND, DEADLINE, campaign
from tests.station_app.test_pages import settled, shown
from ui_kit import theme
from ui_kit.segmented_control import SegmentedControl
from ui_kit.table import Table

GOLDEN = Path(__file__).parent / "golden"


def show(view: ProgressView, known: Campaign) -> None:
    view.show_progress(render(known, DEADLINE, first_wish(known)))


@pytest.mark.parametrize("dark", [False, True])
def test_a_point_that_is_behind(qtbot: QtBot, qapp: QApplication, dark: bool) -> None:
    theme.apply(qapp, dark=dark)
    view = ProgressView()
    window = shown(qtbot, view)
    show(view, campaign(BEHIND))
    assert_golden(settled(window), GOLDEN / f"progress{'_dark' if dark else ''}.png")
    theme.apply(qapp)


def test_after_two_days_more_figures_are_wanted(qtbot: QtBot) -> None:
    view = ProgressView()
    window = shown(qtbot, view)
    show(view, campaign(BEHIND[:2]))
    assert_golden(settled(window), GOLDEN / "progress_early.png")


def test_a_point_that_is_ahead_whose_new_figures_failed(qtbot: QtBot) -> None:
    view = ProgressView()
    window = shown(qtbot, view)
    show(view, campaign(AHEAD))
    view.show_refusal("Không đọc được kho.")
    assert_golden(settled(window), GOLDEN / "progress_ahead_failed.png")


@pytest.mark.parametrize("kind", ["day", "week", "device", "commune"])
def test_the_same_counts_in_rows(qtbot: QtBot, kind: str) -> None:
    view = ProgressView()
    window = shown(qtbot, view)
    known = campaign(BEHIND)
    show(view, known)
    view.show_breakdown(break_down(known, {"Phường An Biên": 31_050, "": 210, "Phường Cát Dài": 20_058}))
    (parted,) = view.findChildren(SegmentedControl)
    for _ in range(["day", "week", "device", "commune"].index(kind) + 1):
        QTest.keyClick(parted, Qt.Key.Key_Right)
    settled(window)
    (table,) = [table for table in view.findChildren(Table) if table.isVisible()]
    first = [table.model().index(0, at).data() for at in range(table.model().columnCount())]
    assert (
        first
        == {
            "day": ["T4  07/04/2021", "2.058", "2.100", "−42"],
            "week": ["T2  05/04/2021", "6.174", "6.300", "−126"],
            "device": ["TB-1", "8.553", "16,7%"],
            "commune": ["Phường An Biên", "31.050", "60,5%"],
        }[kind]
    )
    if kind == "day":
        assert_golden(window, GOLDEN / "progress_days.png")


def test_every_state_fits_in_its_window(qtbot: QtBot) -> None:
    view = ProgressView()
    window = shown(qtbot, view)
    for known in (campaign([]), campaign(BEHIND), campaign(AHEAD), campaign([2_100] * 48), campaign([2_100] * 49)):
        show(view, known)
        settled(window)
        assert view.minimumSizeHint().height() <= view.height()
    show(view, campaign([], date(2021, 4, 29)))
    view.show_no_plan()
    settled(window).grab()


def test_keys_ask_what_if(qtbot: QtBot) -> None:
    view = ProgressView()
    shown(qtbot, view)
    show(view, campaign(BEHIND))
    asked: list[tuple[str, float]] = []
    view.devices_moved.connect(lambda by: asked.append(("devices", by)))
    view.hours_moved.connect(lambda by: asked.append(("hours", by)))
    view.rate_moved.connect(lambda by: asked.append(("rate", by)))
    view.setFocus()
    rows = QApplication.focusWidget()
    assert isinstance(rows, DeviceRows)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        QTest.keyClick(rows, key)
    assert asked == [("devices", 1), ("devices", -1), ("hours", 0.5), ("hours", -0.5), ("rate", 0.5), ("rate", -0.5)]
