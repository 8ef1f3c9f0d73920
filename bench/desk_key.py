"""From an outcome key to a durable entry and its word and row painted, beside bare sqlcipher3 and a bare widget.

The floor says the same statements and paints the same words and shapes. Beside it stand two more lines: the same time
against a bare widget of one colour, and the time until all that follows is painted too (the next form, the gauges).

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

from bench.bare_desk import BareDesk
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
from station_app.ui.intake.shown import Saved
from station_app.ui.intake.shown_beside import RecentShown
from station_app.ui.intake.view import IntakeView
from station_app.ui.speech import Speech
from ui_kit import theme
from ui_kit.status_label import StatusLabel
from ui_kit.table import Table

TODAY = OPENED + timedelta(days=1)
FEW = 350
"""Entries of a station's first day."""
LISTED = 9
"""Rows that the list shows at the window's usual size."""
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
        name = f"key to durable to repaint at {desk.entries} entries"
        told.append(_median(name, desk.values, desk.floors))
        told.append(_p99(f"{name}, 99th percentile", desk.values, desk.floors))
        told.append(_median(f"{name} / one colour", desk.values, desk.blanks))
        told.append(_median(f"{name}, and all that follows", desk.wholes, desk.floors))
    name = f"key to durable to repaint at {many} entries / at {FEW}"
    told.append(Measurement(name, told[4].value, told[0].value, "ms", count))
    return told


def _median(name: str, values: list[float], floors: list[float]) -> Measurement:
    value, floor = values[WARM_UP:], floors[WARM_UP // 2 :]
    return Measurement(name, median(value) * 1000, median(floor) * 1000, "ms", len(floor))


def _p99(name: str, values: list[float], floors: list[float]) -> Measurement:
    value, floor = (quantiles(taken, n=100)[98] for taken in (values[WARM_UP:], floors[WARM_UP // 2 :]))
    return Measurement(name, value * 1000, floor * 1000, "ms", len(floors) - WARM_UP // 2)


@dataclass
class _AtDesk:
    """A window over one of the stations, and the floor beside it."""

    entries: int
    numbers: list[str]
    desktop: Desktop
    watch: _Watch
    bare: BareDesk
    blank: _Blank
    connection: Any
    statements: list[list[Said]]
    values: list[float] = field(default_factory=list)
    wholes: list[float] = field(default_factory=list)
    """With the paint of all that follows."""
    floors: list[float] = field(default_factory=list)
    blanks: list[float] = field(default_factory=list)
    """The floor with one colour in place of the words."""

    def turn(self, place: int) -> None:
        self.desktop.frame.activateWindow()
        _scan(self.desktop, self.numbers[place])
        rest(self.desktop)
        told, whole = self.watch.press(self.numbers[place])
        self.values.append(told)
        self.wholes.append(whole)
        rest(self.desktop)
        said = partial(replay, self.connection, self.statements[place])
        if place % 2:
            self.blanks.append(timed(said) + timed(self.blank.repaint_through_events))
        else:
            self.bare.activateWindow()
            rest_for(30)
            self.bare.logged = lambda: (said(), self.watch.painted())[1]
            self.floors.append(timed(self.bare.press))


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
    yield _AtDesk(entries, numbers, desktop, _Watch(desktop), BareDesk(LISTED), _Blank(), connection, statements)
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


class _Watch:
    """Knows when an entry is painted as saved: its word under the keys, and its row in the list."""

    def __init__(self, desktop: Desktop) -> None:
        (self._view,) = desktop.frame.findChildren(IntakeView)
        (row,) = desktop.frame.findChildren(RowBelow)
        (listed,) = desktop.frame.findChildren(RecentList)
        (self._table,) = listed.findChildren(Table)
        self._word = row.findChildren(StatusLabel)[0]
        self._window = desktop.frame.windowHandle()
        self._painter = _Painter({self._word, self._table.viewport()})

    def press(self, number: str) -> tuple[float, float]:
        """Seconds from F1 until word and row are painted, and until all that has changed is."""
        told: list[float] = []

        def show_saved(saved: Saved, newest: RecentShown) -> None:
            self._painter.painted.clear()
            IntakeView.show_saved(self._view, saved, newest)
            told.append(perf_counter())
            assert self._painter.painted == self._painter.awaited
            word, top = self.painted()
            assert word.startswith("Đã ghi")
            assert (top[2][-4:], top[-1]) == (number[-4:], "chưa gửi")

        self._view.show_saved = show_saved  # type: ignore[method-assign]
        start = perf_counter()
        QTest.keyClick(self._window, Qt.Key.Key_F1)
        while not told:  # a disk that took longer than a key waits
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._painter.wait()
        whole = perf_counter()
        (at,) = told
        return at - start, whole - start

    def painted(self) -> tuple[str, list[str]]:
        """The word, and the newest row's cells."""
        top = self._table.model().line(0).cells
        return self._word.accessibleName(), [cell.words() if cell else "" for cell in top]


class _Painter(QObject):
    """Hears which of those ``awaited`` are painted."""

    def __init__(self, awaited: set[QWidget]) -> None:
        super().__init__()
        self.awaited, self.painted = awaited, set[QObject]()
        self._loop = QEventLoop()
        for widget in awaited:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted.add(watched)
        return False

    def wait(self) -> None:
        """Until the paint that is due has ended: of the same haste, this comes right after it."""
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), Qt.EventPriority.LowEventPriority.value)
        self._loop.exec()

    def customEvent(self, event: QEvent) -> None:
        self._loop.quit()


class _Blank(QWidget):
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
