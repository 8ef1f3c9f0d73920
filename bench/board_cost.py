"""What the board of 20 devices costs: a second of it, beside painting the same page, and its opening.

Two real windows take turns, one over a station that begins, one over a station with years of entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bench.desk_key import FEW, TODAY, end, filled_yesterday, rest, window_at
from bench.measure import Measurement
from bench.prepared import SUPERVISOR, applications, open_for, station_at
from campaign.calendar import format_time
from campaign.events import ApplicationLogged
from campaign.rows import ShiftRow
from station_app.services.devices import add_device, list_devices
from station_app.ui.board.view import BoardView
from station_app.ui.desktop import Desktop
from ui_kit import theme

DEVICES = 20
EACH = 60
"""Applications of a device so far today."""
NOW = TODAY + timedelta(hours=3)
WARM_UP = 5


def board_cost(folder: Path, many: int, seconds: int) -> list[Measurement]:
    """CPU of all threads in ms for one second of the board, and ms until it is open, over `FEW` and `many` entries."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application)
    # Both are filled before a window is opened: one that waits for years of entries to be written locks itself.
    homes = folder / "few-board", folder / "many-board"
    for home, entries in zip(homes, (FEW, many), strict=True):
        filled_yesterday(home, entries)
        _fill_today(home)
    with _board(homes[0], FEW) as few, _board(homes[1], many) as lots:
        for _ in range(seconds + WARM_UP):
            for board in (few, lots):
                board.second()
        for _ in range(seconds + WARM_UP):
            for board in (few, lots):
                board.open()
    told = [
        Measurement(
            f"CPU of a second of the board of {DEVICES} devices at {board.entries} entries / painting the page",
            median(board.refreshed[WARM_UP:]) * 1000,
            median(board.painted[WARM_UP:]) * 1000,
            "ms",
            seconds,
        )
        for board in (few, lots)
    ]
    name = f"opening the board at {many} entries / at {FEW}"
    opened = [median(board.opened[WARM_UP:]) * 1000 for board in (lots, few)]
    return [*told, Measurement(name, opened[0], opened[1], "ms", seconds)]


@dataclass
class _Board:
    entries: int
    desktop: Desktop
    clock: list[datetime]
    refreshed: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)
    opened: list[float] = field(default_factory=list)

    def second(self) -> None:
        self.desktop.frame.activateWindow()
        (page,) = self.desktop.frame.findChildren(BoardView)
        picture = QPixmap(page.size())
        self.clock[0] += timedelta(seconds=1)
        start = process_time()
        self.desktop.tick()
        rest(self.desktop)
        self.refreshed.append(process_time() - start)
        start = process_time()
        page.render(picture)
        self.painted.append(process_time() - start)

    def open(self) -> None:
        self.desktop.frame.activateWindow()
        self._press(Qt.Key.Key_2)
        self.clock[0] += timedelta(seconds=1)
        start = perf_counter()
        self._press(Qt.Key.Key_3)
        self.opened.append(perf_counter() - start)

    def _press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.desktop.frame.windowHandle(), key, Qt.KeyboardModifier.AltModifier)
        rest(self.desktop)


@contextmanager
def _board(home: Path, entries: int) -> Iterator[_Board]:
    clock = [NOW]
    desktop = window_at(home, SUPERVISOR, lambda: clock[0])
    board = _Board(entries, desktop, clock)
    board.open()
    board.opened.clear()
    yield board
    end(desktop)


def _fill_today(home: Path) -> None:
    with station_at(home, "nb.thinh", TODAY) as station:
        devices = [one.device for one in list_devices(station)]
        for number in range(len(devices) + 1, DEVICES + 1):
            add_device(station, f"TB-{number}")
        devices = [one.device for one in list_devices(station)]
    with station_at(home, "tk.van", TODAY) as station:
        shifts = [open_for(station, device, "ca-1") for device in devices[1:]]
        with station.work() as work:
            rows = [work.rows.get(ShiftRow, work.code, shift) for shift in shifts]
            for place, one in enumerate(applications(station, EACH * len(rows), seed=6)):
                body = ApplicationLogged(
                    form_id=one.form_id, case_type=one.case_type, outcome="accepted", source=one.source,
                    warnings=list(one.entered.warnings),
                )  # fmt: skip
                moment = TODAY + (NOW - TODAY) * place / (EACH * len(rows))
                work.append(body, shift=rows[place % len(rows)], subject=one.entered.subject(), at=format_time(moment))
