"""Hundreds of people by keys alone: nothing is lost, nothing doubled, and nothing told of the wrong person."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from station_app.services.station import Station
from tests.desk.journalled import Logged, journalled
from tests.desk.operator import Operator
from tests.station_app.scanners import Keyboard
from tests.station_app.windows import Window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard")


def station_of(window: Window) -> Station:
    window.rest()
    assert window.desktop.station is not None
    return window.desktop.station


def told(entries: list[Logged]) -> list[Logged]:
    """Without the names that an MRZ spells in its own letters."""
    return [one._replace(name="") if one.source == "mrz" else one for one in entries]


def serves(window: Window, cable: Callable[[str], None], count: int, seed: int) -> None:
    operator = Operator(window, seed, cable)
    operator.serve(count)
    assert told(journalled(station_of(window))) == operator.expected


def test_forty_people_of_all_kinds(window: Window, cable: Callable[[str], None]) -> None:
    serves(window, cable, 40, seed=2021)


@pytest.mark.torture
def test_a_day_of_350_people_of_all_kinds(window: Window, cable: Callable[[str], None]) -> None:
    serves(window, cable, 350, seed=8)


def test_fifty_scans_one_after_another_some_of_them_unsaved(window: Window) -> None:
    """30 ms apart; every third is followed by the next scan before any outcome key."""
    keyboard = Keyboard(window.frame)
    numbers = [f"0311990{number:05}" for number in range(50)]
    for place, number in enumerate(numbers):
        keyboard.scan(number, gap=2)
        if place % 3:
            keyboard.press_amid(Qt.Key.Key_F1)
    keyboard.rest()
    there = journalled(station_of(window))
    wanted = [number for place, number in enumerate(numbers) if place % 3]
    assert [(one.number, one.outcome, one.undone) for one in there] == [(n, "accepted", False) for n in wanted]
