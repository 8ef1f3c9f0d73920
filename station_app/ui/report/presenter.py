"""Which report of which day is seen, and how it leaves the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Protocol

from campaign.calendar import business_day
from campaign.refusal import Refusal
from db.durable import write_durably
from paper.table import FileKind, Paper
from station_app.papers.day_paper import day_paper, shifts_paper
from station_app.services.report_day import DayReport, report_day
from station_app.ui.asking import Desk, Event
from station_app.ui.report.shown import REPORTS, Before, HandedIn, ReportName, ReportShown

PAPERS = {"daily": day_paper, "shift": shifts_paper}
FILE_NAMES: dict[ReportName, str] = {"daily": "bao-cao-ngay", "shift": "so-ca"}
AsFile = Callable[[Paper, FileKind], bytes]


class ReportView(Protocol):
    """``moved`` carries days (−1, 1), ``report_chosen`` and ``moment_chosen`` a place, ``save_asked`` a file's kind."""

    @property
    def moved(self) -> Event: ...

    @property
    def report_chosen(self) -> Event: ...

    @property
    def moment_chosen(self) -> Event: ...

    @property
    def save_asked(self) -> Event: ...

    @property
    def print_asked(self) -> Event: ...

    def folder(self) -> str:
        """Where files go, as typed."""

    def show_report(self, shown: ReportShown) -> None: ...

    def show_late(self, late: bool) -> None: ...

    def show_refusal(self, words: str) -> None:
        """The report could not be made; the one on the screen stays."""

    def show_handed_in(self, handed_in: HandedIn) -> None: ...

    def print_paper(self, paper: Paper) -> bool:
        """Prints on the computer's own printer; False where it has none."""


class ReportPresenter:
    """``as_file`` makes the bytes of a paper; it is called on the lane for sticks: a folder may be one."""

    def __init__(self, view: ReportView, desk: Desk, as_file: AsFile) -> None:
        self._view, self._desk, self._as_file = view, desk, as_file
        self._day: date | None = None
        self._report: ReportName = "daily"
        self._at_two = False
        self._shown: ReportShown | None = None
        self._asked = 0
        self._waiting_since = 0
        view.moved.connect(self._move)
        view.report_chosen.connect(self._choose_report)
        view.moment_chosen.connect(self._choose_moment)
        view.save_asked.connect(self._save)
        view.print_asked.connect(self._print)

    def shown(self) -> None:
        self._look()

    def tick(self) -> None:
        if self._asked:
            self._waiting_since += 1
            self._view.show_late(self._waiting_since >= 1)

    def _today(self) -> date:
        return business_day(self._desk.now())

    def _look(self) -> None:
        station, day, at_two = self._desk.station, self._day or self._today(), self._at_two
        self._desk.read.drop(self._asked)
        self._waiting_since = 0
        self._asked = self._desk.read.ask(
            lambda: report_day(station, day, as_of="02:00" if at_two else "now"), self._seen, self._refused
        )

    def _seen(self, report: DayReport) -> None:
        self._asked = 0
        self._view.show_late(False)
        self._shown = ReportShown(
            day=report.day,
            moment=report.moment,
            at_two=self._at_two,
            report=self._report,
            later=report.day < self._today(),
            paper=PAPERS[self._report](report, self._desk.station.catalogue),
            before=Before(
                sealed=len(report.shifts) - report.unsealed,
                opened=len(report.shifts),
                counted=report.counted,
                devices=len(report.devices),
                agrees=report.agrees,
                final=report.final,
                zeroes=sum(len(device.zeroes) for device in report.devices),
            ),
        )
        self._view.show_report(self._shown)

    def _refused(self, refusal: Refusal) -> None:
        self._asked = 0
        self._view.show_late(False)
        self._view.show_refusal(self._desk.say(refusal))

    def _move(self, days: int) -> None:
        day = (self._day or self._today()) + timedelta(days=days)
        if day <= self._today():
            self._day = day
            self._look()

    def _choose_report(self, place: int) -> None:
        self._report = REPORTS[place]
        self._look()

    def _choose_moment(self, place: int) -> None:
        self._at_two = place == 1
        self._look()

    def _save(self, kind: FileKind) -> None:
        shown = self._shown
        if shown is None or not shown.before.agrees:
            return
        path = Path(self._view.folder()).expanduser() / f"{FILE_NAMES[shown.report]}-{shown.day.isoformat()}.{kind}"

        def save() -> str:
            write_durably(path, self._as_file(shown.paper, kind))
            return str(path)

        self._desk.slow.ask(
            save,
            lambda saved: self._view.show_handed_in(HandedIn("saved", saved)),
            lambda refusal: self._view.show_handed_in(HandedIn("refused", self._desk.say(refusal))),
        )

    def _print(self) -> None:
        if self._shown is not None and self._shown.before.agrees:
            printed = self._view.print_paper(self._shown.paper)
            self._view.show_handed_in(HandedIn("printed" if printed else "no_printer"))
