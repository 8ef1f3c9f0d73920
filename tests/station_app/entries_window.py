"""The list of the logged in the program's window, with a real station behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from station_app.services.station import Station
from station_app.services.void_application import void_application
from station_app.ui.entries.entries_table import EntriesTable
from station_app.ui.entries.presenter import EntriesPresenter
from station_app.ui.entries.view import EntriesView
from station_app.ui.frame import Frame
from station_app.ui.inside import Inside
from tests.station_app.desks import Clock, FakeDesk, as_user, at, station_at
from tests.station_app.intake_day import new_day
from ui_kit.label import Label

PAGE = (1286, 664)
"""The window without rail and status bar."""
CTRL = Qt.KeyboardModifier.ControlModifier
W = TypeVar("W", bound=QWidget)


def new_entries_day(prepared_home: Path, home: Path) -> Path:
    """The day of the pictures until 16:07, one application of it voided."""
    new_day(prepared_home, home)
    with station_at(home, Clock(at("16:06"))) as station:
        void_application(station, wrong_one(station), "wrong_outcome", as_user(station, "pd.luong").person)
    return home


def wrong_one(station: Station) -> int:
    """The entry that was logged at 15:57."""
    from db.reads.entries import NEWEST, entries_between, keys_of_day

    with station.store.read() as snapshot:
        code = station.identity.station
        keys = keys_of_day(snapshot, code, "2021-04-08", NEWEST, limit=8)
        found = entries_between(snapshot, code, "2021-04-08", keys[0], keys[-1])
    return next(one.application.n for one in found if one.subject and one.subject.name == "Trịnh Gia Bảo")


class EntriesPage:
    def __init__(self, qtbot: QtBot, desk: FakeDesk, *, size: tuple[int, int] = PAGE) -> None:
        self.view, self.desk = EntriesView(), desk
        self.presenter = EntriesPresenter(self.view, desk)
        frame = Frame()
        qtbot.addWidget(frame, before_close_func=lambda _: frame.let_go())
        inside = Inside(frame)
        inside.bottom.hide()
        inside.add_page(self.view)
        frame.resize(*size)
        self.presenter.shown()
        inside.show_page(self.view)
        inside.show_tabs(["Hồ sơ đã ghi", "Theo dõi"], 0)
        frame.show()
        self.window = frame
        self.settle()

    @property
    def table(self) -> EntriesTable:
        return self.view.findChildren(EntriesTable)[0]

    def settle(self) -> QWidget:
        """Layouts and rows asked for have found their place."""
        for _ in range(6):
            QTest.qWait(2)
        return self.window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.view, key, modifier)
        self.settle()

    def write(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.view, text)
        self.settle()

    def texts(self) -> str:
        """All labels that are to be seen."""
        return "\n".join(label.text() for label in self.view.findChildren(Label) if label.isVisible())

    def cell(self, row: int, column: int) -> str:
        return str(self.table.model().index(row, column).data())

    def names(self) -> list[str]:
        return [self.cell(row, 4) for row in range(self.table.model().rowCount())]
