"""From an outcome key to a durable entry and a repainted row, beside bare sqlcipher3 and a bare widget.

Two real windows take turns, one over a station that begins, one over a station with years of entries: what the machine
does meanwhile hurts all alike.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench.measure import Measurement, timed
from bench.prepared import DEVICE, OPENED, OPERATOR, application_of, applications, open_for, station_at
from bench.saved_entry import Said, bare_connection, recorded, replay
from campaign.calendar import format_time
from campaign.events import ApplicationLogged
from campaign.rows import ShiftRow
from station_app.hardware.serial_scanner import OFF
from station_app.home import STORE, STORE_FILE
from station_app.practice import PASSWORDS
from station_app.services.close_shift import close_shift
from station_app.ui.desktop import Desktop, Homes
from station_app.ui.frame import SIZE
from station_app.ui.intake.recent_list import RecentList
from station_app.ui.intake.row_below import RowBelow
from station_app.ui.speech import Speech
from ui_kit import theme
from ui_kit.status_label import StatusLabel
from ui_kit.table import Table

TODAY = OPENED + timedelta(days=1)
FEW = 350
"""Entries of a station's first day."""
WARM_UP = 20
PER_SECOND = 20
"""Entries of the day before that share a second of it: all find room within its hours."""


def desk_key(folder: Path, many: int, count: int) -> list[Measurement]:
    """`count` keys in each of two windows, over `FEW` and over `many` entries."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application)
    numbers = [f"0311990{number:05}" for number in range(count + WARM_UP)]
    with _at_desk(folder / "few", FEW, numbers) as few, _at_desk(folder / "many", many, numbers) as lots:
        for place in range(count + WARM_UP):
            for desk in (few, lots):
                desk.turn(place)
    told = []
    for desk in (few, lots):
        value, floor = desk.values[WARM_UP:], desk.floors[WARM_UP:]
        name = f"key to durable to repaint at {desk.entries} entries"
        told.append(Measurement(name, median(value) * 1000, median(floor) * 1000, "ms", count))
        told.append(Measurement(f"{name}, 99th percentile", _p99(value), _p99(floor), "ms", count))
    name = f"key to durable to repaint at {many} entries / at {FEW}"
    told.append(Measurement(name, told[2].value, told[0].value, "ms", count))
    return told


def _p99(seconds: list[float]) -> float:
    return quantiles(seconds, n=100)[98] * 1000


@dataclass
class _AtDesk:
    """A window over one of the stations, and the floor beside it."""

    entries: int
    numbers: list[str]
    desktop: Desktop
    watch: _Watch
    bare: _Bare
    connection: Any
    statements: list[list[Said]]
    values: list[float] = field(default_factory=list)
    floors: list[float] = field(default_factory=list)

    def turn(self, place: int) -> None:
        self.desktop.frame.activateWindow()
        _scan(self.desktop, self.numbers[place])
        rest(self.desktop)
        self.values.append(self.watch.press(self.numbers[place]))
        rest(self.desktop)
        self.floors.append(timed(lambda: self._floor(place)))

    def _floor(self, place: int) -> None:
        replay(self.connection, self.statements[place])
        self.bare.repaint_through_events()


@contextmanager
def _at_desk(folder: Path, entries: int, numbers: list[str]) -> Iterator[_AtDesk]:
    original = folder / "measured"
    filled_yesterday(original, entries)
    for name in ("recorded", "replayed"):
        shutil.copytree(original, folder / name)
    with station_at(folder / "recorded", OPERATOR, TODAY) as station:
        people = [application_of(station, DEVICE, {"scan": number}) for number in numbers]
    statements = list(recorded(folder / "recorded", people, TODAY))
    desktop = window_at(original, OPERATOR, lambda: TODAY)
    QTest.keyClick(desktop.frame.windowHandle(), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    rest(desktop)
    assert desktop.station is not None
    connection = bare_connection(folder / "replayed" / STORE / STORE_FILE, desktop.station.keys.store)
    yield _AtDesk(entries, numbers, desktop, _Watch(desktop), _Bare(), connection, statements)
    connection.close()
    end(desktop)


def filled_yesterday(home: Path, entries: int) -> None:
    """A sealed shift of the day before with so many applications; a shift is open for today."""
    with station_at(home, OPERATOR, OPENED) as station:
        shift = open_for(station, DEVICE, "ca-1")
        with station.work() as work:
            row = work.rows.get(ShiftRow, work.code, shift)
            for place, one in enumerate(applications(station, entries, seed=5)):
                body = ApplicationLogged(
                    form_id=one.form_id, case_type=one.case_type, outcome="accepted", source=one.source,
                    warnings=list(one.entered.warnings),
                )  # fmt: skip
                moment = OPENED + timedelta(seconds=place // PER_SECOND)
                work.append(body, shift=row, subject=one.entered.subject(), at=format_time(moment))
    with station_at(home, OPERATOR, OPENED + timedelta(hours=5)) as station:
        close_shift(station, DEVICE, entries)
    with station_at(home, OPERATOR, TODAY) as station:
        open_for(station, DEVICE, "ca-1")


def window_at(home: Path, user: str, clock: Callable[[], datetime]) -> Desktop:
    """The program's window with somebody at the desk."""
    homes = Homes(real=home, practice=home.with_name("practice"))
    desktop = Desktop(homes, Speech("vi"), lambda **_: clock, practising=False)
    desktop.gear.listen(OFF)
    desktop.frame.show()
    desktop.frame.activateWindow()
    rest(desktop)
    desktop.enter(desktop.unlock(user, PASSWORDS[user]))
    rest(desktop)
    return desktop


def end(desktop: Desktop) -> None:
    """The window closes, and its lanes end."""
    desktop.frame.close()
    rest_for(200)
    desktop.end()


class _Watch(QObject):
    """Knows when an entry is painted as saved, in the row under the keys and in the list."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        (row,) = desktop.frame.findChildren(RowBelow)
        (listed,) = desktop.frame.findChildren(RecentList)
        (self._table,) = listed.findChildren(Table)
        self._word = row.findChildren(StatusLabel)[0]
        self._word.installEventFilter(self)
        self._table.viewport().installEventFilter(self)
        self._window = desktop.frame.windowHandle()
        self._loop = QEventLoop()
        self._missing: set[object] = set()
        self._digits = ""
        self._end = 0.0

    def press(self, number: str) -> float:
        """Seconds from F1 to the end of the paint in which the last of both came."""
        self._missing, self._digits, self._end = {self._word, self._table.viewport()}, number[-4:], 0.0
        start = perf_counter()
        QTest.keyClick(self._window, Qt.Key.Key_F1)
        if not self._end:
            self._loop.exec()
        return self._end - start

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched in self._missing and self._is_saved(watched):
            self._missing.remove(watched)
            if not self._missing:
                # Of the haste of the paint that has begun, which paints all that has changed: it comes right after it.
                QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), Qt.EventPriority.LowEventPriority.value)
        return False

    def customEvent(self, event: QEvent) -> None:
        self._end = perf_counter()
        self._loop.quit()

    def _is_saved(self, watched: QObject) -> bool:
        if watched is self._word:
            return self._word.accessibleName().startswith("Đã ghi")
        *_, state = top = [str(self._table.model().index(0, at).data()) for at in range(8)]
        return state == "chưa gửi" and top[2].endswith(self._digits)


class _Bare(QWidget):
    """As large as the window; one colour."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(*SIZE)
        self.show()
        self._loop = QEventLoop()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor("white"))
        QTimer.singleShot(0, self._loop.quit)

    def repaint_through_events(self) -> None:
        self.update()
        self._loop.exec()


_clock = [5_000]


def _scan(desktop: Desktop, number: str) -> None:
    """A burst of keys, each 12 ms after the one before by its own time."""
    for letter in number + "\r":
        _clock[0] += 12
        key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter))
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            event.setTimestamp(_clock[0])
            QApplication.sendEvent(desktop.frame.windowHandle(), event)
    _clock[0] += 1_000


def rest(desktop: Desktop) -> None:
    """Until the lanes have answered what they were asked, and what that led to."""
    for _ in range(3):
        for lane in (desktop.read, desktop.write):
            loop = QEventLoop()
            lane.ask(partial(bool), partial(_quit, loop))
            loop.exec()
    rest_for(60)


def _quit(loop: QEventLoop, _: object) -> None:
    loop.quit()


def rest_for(milliseconds: int) -> None:
    QTest.qWait(milliseconds)
