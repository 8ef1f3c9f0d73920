"""Which screens there are, who may open them, where the rail has them, and how each is made.

A screen's modules are imported when it is first opened.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from station_app.ui.asking import Desk, Screen, ScreenName
from ui_kit.navigation_rail import RailEntry

if TYPE_CHECKING:
    from station_app.services.permission import Person, Right

Made = tuple[QWidget, Screen]


@dataclass(frozen=True, slots=True)
class Place:
    """``entry`` is the rail's, ``right`` what a person needs to open the screen; None: whoever is signed in.

    ``tab`` gives the label of a screen that shares its entry with others: they stand as tabs above each of them.
    """

    screen: ScreenName
    entry: ScreenName
    right: Right | None
    make: Callable[[Desk], Made]
    tab: Callable[[], str] | None = None

    def open_to(self, person: Person) -> bool:
        return self.right is None or person.may(self.right)


def rail_entries(places: tuple[Place, ...], person: Person) -> list[RailEntry]:
    """The entries of the screens that a person may open."""
    entries = (
        RailEntry("shift", 1, "clock", QCoreApplication.translate("Rail", "Ca")),
        RailEntry("intake", 2, "scan", QCoreApplication.translate("Rail", "Ghi hồ sơ")),
        RailEntry("board", 3, "dispatch", QCoreApplication.translate("Rail", "Điều độ")),
        RailEntry("progress", 4, "progress", QCoreApplication.translate("Rail", "Tiến độ")),
        RailEntry("export", 5, "usb", QCoreApplication.translate("Rail", "Xuất USB")),
        RailEntry("report", 7, "report", QCoreApplication.translate("Rail", "Báo cáo")),
        RailEntry("book", 8, "book", QCoreApplication.translate("Rail", "Sổ")),
        RailEntry("settings", 9, "settings", QCoreApplication.translate("Rail", "Cài đặt")),
    )
    open_ones = {place.entry for place in places if place.open_to(person)}
    return [entry for entry in entries if entry.screen in open_ones]


def _readiness(desk: Desk) -> Made:
    from station_app.ui.readiness.presenter import ReadinessPresenter
    from station_app.ui.readiness.view import ReadinessView

    view = ReadinessView()
    return view, ReadinessPresenter(view, desk)


def _shift_close(desk: Desk) -> Made:
    from station_app.ui.shift_close.presenter import ShiftClosePresenter
    from station_app.ui.shift_close.view import ShiftCloseView

    view = ShiftCloseView()
    return view, ShiftClosePresenter(view, desk)


def _intake(desk: Desk) -> Made:
    from station_app.ui.intake.presenter import IntakePresenter
    from station_app.ui.intake.view import IntakeView

    view = IntakeView()
    return view, IntakePresenter(view, desk)


def _export(desk: Desk) -> Made:
    from station_app.ui.export.presenter import ExportPresenter
    from station_app.ui.export.view import ExportView

    view = ExportView()
    return view, ExportPresenter(view, desk)


def _board(desk: Desk) -> Made:
    from station_app.ui.board.presenter import BoardPresenter
    from station_app.ui.board.view import BoardView

    view = BoardView()
    return view, BoardPresenter(view, desk)


def _progress(desk: Desk) -> Made:
    from station_app.ui.progress.presenter import ProgressPresenter
    from station_app.ui.progress.view import ProgressView

    view = ProgressView()
    return view, ProgressPresenter(view, desk)


def _report(desk: Desk) -> Made:
    from paper.files import as_file
    from station_app.ui.report.presenter import ReportPresenter
    from station_app.ui.report.view import ReportView

    view = ReportView()
    return view, ReportPresenter(view, desk, as_file)


def _report_tab() -> str:
    return QCoreApplication.translate("Tabs", "Báo cáo ngày")


def _history(desk: Desk) -> Made:
    from station_app.ui.history.presenter import HistoryPresenter
    from station_app.ui.history.view import HistoryView

    view = HistoryView()
    return view, HistoryPresenter(view, desk)


def _history_tab() -> str:
    return QCoreApplication.translate("Tabs", "Xem lại")


def _entries(desk: Desk) -> Made:
    from station_app.ui.entries.presenter import EntriesPresenter
    from station_app.ui.entries.view import EntriesView

    view = EntriesView()
    return view, EntriesPresenter(view, desk)


def _entries_tab() -> str:
    return QCoreApplication.translate("Tabs", "Hồ sơ đã ghi")


def _settings(desk: Desk) -> Made:
    from station_app.ui.settings.presenter import SettingsPresenter
    from station_app.ui.settings.view import SettingsView

    view = SettingsView()
    return view, SettingsPresenter(view, desk)


def _settings_tab() -> str:
    return QCoreApplication.translate("Tabs", "Cài đặt")


def _enrolment(desk: Desk) -> Made:
    from station_app.ui.enrolment.presenter import EnrolmentPresenter
    from station_app.ui.enrolment.view import EnrolmentView

    view = EnrolmentView()
    return view, EnrolmentPresenter(view, desk)


def _enrolment_tab() -> str:
    return QCoreApplication.translate("Tabs", "Đăng ký trạm")


def _people(desk: Desk) -> Made:
    from station_app.ui.people.presenter import PeoplePresenter
    from station_app.ui.people.view import PeopleView

    view = PeopleView()
    return view, PeoplePresenter(view, desk)


def _people_tab() -> str:
    return QCoreApplication.translate("Tabs", "Người dùng")


def _follow_ups(desk: Desk) -> Made:
    from station_app.ui.follow_ups.presenter import FollowUpPresenter
    from station_app.ui.follow_ups.view import FollowUpView

    view = FollowUpView()
    return view, FollowUpPresenter(view, desk)


def _follow_ups_tab() -> str:
    return QCoreApplication.translate("Tabs", "Hồ sơ chờ bổ sung")


PLACES = (
    Place("readiness", "shift", "run_shift", _readiness),
    Place("shift_close", "shift", "run_shift", _shift_close),
    Place("intake", "intake", "log", _intake),
    Place("board", "board", None, _board),
    Place("progress", "progress", "report", _progress),
    Place("export", "export", "export", _export),
    Place("entries", "book", "log", _entries, _entries_tab),
    Place("follow_ups", "book", "log", _follow_ups, _follow_ups_tab),
    Place("report", "report", "report", _report, _report_tab),
    Place("history", "report", "report", _history, _history_tab),
    Place("settings", "settings", "own_view", _settings, _settings_tab),
    Place("people", "settings", "manage_users", _people, _people_tab),
    Place("enrolment", "settings", "request", _enrolment, _enrolment_tab),
)
