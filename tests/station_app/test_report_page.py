"""The report is handed in: seen as it prints, turned from day to day, saved, and held back where wrong."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campaign.refusal import StorageRefused
from paper.files import as_file
from paper.table import Paper
from station_app.services.close_shift import close_shift
from station_app.services.station import Station
from station_app.ui.report.presenter import ReportPresenter
from station_app.ui.report.shown import HandedIn, ReportShown
from station_app.ui.report.view import ReportView
from tests.golden import assert_golden
from tests.station_app.desks import Bell, Clock, FakeDesk, as_user
from tests.station_app.test_pages import GOLDEN, settled, shown
from ui_kit import theme
from ui_kit.action_button import ActionButton
from ui_kit.text_field import TextField

pytestmark = [pytest.mark.qt_log_ignore("propagateSizeHints"), pytest.mark.usefixtures("application")]


@dataclass
class FakeView:
    moved: Bell = field(default_factory=Bell)
    report_chosen: Bell = field(default_factory=Bell)
    moment_chosen: Bell = field(default_factory=Bell)
    save_asked: Bell = field(default_factory=Bell)
    print_asked: Bell = field(default_factory=Bell)
    where: str = ""
    printer: bool = True
    seen: list[ReportShown] = field(default_factory=list)
    handed_in: list[HandedIn] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    printed: list[Paper] = field(default_factory=list)

    def folder(self) -> str:
        return self.where

    def show_report(self, shown: ReportShown) -> None:
        self.seen.append(shown)

    def show_late(self, late: bool) -> None: ...

    def show_refusal(self, words: str) -> None:
        self.refused.append(words)

    def show_handed_in(self, handed_in: HandedIn) -> None:
        self.handed_in.append(handed_in)

    def print_paper(self, paper: Paper) -> bool:
        if self.printer:
            self.printed.append(paper)
        return self.printer

    @property
    def last(self) -> ReportShown:
        return self.seen[-1]


@dataclass
class Desk:
    view: FakeView
    presenter: ReportPresenter


@pytest.fixture
def evening(afternoon: Station, tmp_path: Path) -> Desk:
    desk = FakeDesk(as_user(afternoon, "pd.luong"))
    view = FakeView(where=str(tmp_path))
    presenter = ReportPresenter(view, desk, as_file)
    presenter.shown()
    return Desk(view, presenter)


def test_the_day_stands_there_with_what_is_not_sealed_yet(evening: Desk) -> None:
    shown = evening.view.last
    assert (shown.day, shown.later, shown.before.sealed, shown.before.opened) == (date(2021, 4, 8), False, 6, 12)
    assert (shown.before.counted, shown.before.agrees, shown.before.final) == (1173, True, False)
    total = shown.paper.tables[0].total
    assert total is not None
    assert total[2:4] == (2100, 1173)


def test_one_moves_back_to_earlier_days_and_never_into_tomorrow(evening: Desk) -> None:
    evening.view.moved.emit(1)
    assert evening.view.last.day == date(2021, 4, 8)
    evening.view.moved.emit(-1)
    assert (evening.view.last.day, evening.view.last.later) == (date(2021, 4, 7), True)
    assert evening.view.last.before.opened == 0
    evening.view.moved.emit(1)
    assert evening.view.last.before.counted == 1173


def test_the_shift_book_is_another_report_of_the_same_day(evening: Desk) -> None:
    evening.view.report_chosen.emit(1)
    assert [table.title for table in evening.view.last.paper.tables] == ["Các ca", "Theo cán bộ"]


@pytest.mark.parametrize("kind", ["pdf", "xlsx", "csv"])
def test_a_file_is_saved_where_one_says(evening: Desk, tmp_path: Path, kind: str) -> None:
    evening.view.save_asked.emit(kind)
    path = tmp_path / f"bao-cao-ngay-2021-04-08.{kind}"
    assert evening.view.handed_in == [HandedIn("saved", str(path))]
    assert path.stat().st_size > 500
    assert kind != "xlsx" or zipfile.is_zipfile(path)


def test_a_folder_that_is_not_there_is_said_in_place(evening: Desk) -> None:
    evening.view.where = "/no/such/folder"
    evening.view.save_asked.emit("csv")
    assert evening.view.handed_in[0].what == "refused"
    assert evening.view.handed_in[0].words


def test_without_a_printer_one_is_told(evening: Desk) -> None:
    evening.view.print_asked.emit()
    evening.view.printer = False
    evening.view.print_asked.emit()
    assert [handed.what for handed in evening.view.handed_in] == ["printed", "no_printer"]
    assert len(evening.view.printed) == 1


def test_totals_that_differ_from_the_log_are_not_handed_in(
    evening: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("station_app.services.report_day.counted_on", lambda *_: 1174)
    evening.presenter.shown()
    assert not evening.view.last.before.agrees
    evening.view.save_asked.emit("csv")
    evening.view.print_asked.emit()
    assert not evening.view.handed_in
    assert not list(tmp_path.glob("*.csv"))


def test_what_can_not_be_read_leaves_the_last_report_standing(evening: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def failed(*_: object, **__: object) -> None:
        raise StorageRefused("storage_failed")

    monkeypatch.setattr("station_app.ui.report.presenter.report_day", failed)
    evening.view.moved.emit(-1)
    assert len(evening.view.seen) == 1
    assert evening.view.refused


# The page


def _page(qtbot: QtBot, station: Station, folder: str) -> tuple[ReportView, ReportPresenter]:
    view = ReportView()
    presenter = ReportPresenter(view, FakeDesk(as_user(station, "pd.luong")), as_file)
    (field,) = view.findChildren(TextField)
    field.setText(folder)
    presenter.shown()
    shown(qtbot, view)
    return view, presenter


def test_the_report_looks_as_drawn(qtbot: QtBot, afternoon: Station) -> None:
    view, _presenter = _page(qtbot, afternoon, "D:\\Bao cao")
    assert_golden(settled(view), GOLDEN / "report.png")


def test_the_report_in_the_dark_is_still_paper(qtbot: QtBot, afternoon: Station, application: QApplication) -> None:
    theme.apply(application, dark=True)
    view, _presenter = _page(qtbot, afternoon, "D:\\Bao cao")
    assert_golden(settled(view), GOLDEN / "report_dark.png")


def test_days_are_turned_and_files_saved_by_keyboard(
    qtbot: QtBot, afternoon: Station, clock: Clock, tmp_path: Path
) -> None:
    close_shift(as_user(afternoon, "tk.van"), "TB-1", 89)
    view, _presenter = _page(qtbot, afternoon, str(tmp_path))
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    button = next(one for one in view.findChildren(ActionButton) if one.text() == "CSV")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert [path.name for path in tmp_path.glob("*.csv")] == ["bao-cao-ngay-2021-04-07.csv"]
