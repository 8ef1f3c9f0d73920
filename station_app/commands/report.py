"""`stationctl report`: what is handed in, as a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

import resources
from campaign.calendar import business_day, parse_day
from db.durable import write_durably
from paper.files import FILE_KINDS, as_file
from paper.table import FileKind, Paper
from shell.answers import give
from shell.options import Asked
from station_app.commands.options import SignIn, for_user
from station_app.papers.day_paper import day_paper, shifts_paper
from station_app.papers.progress_paper import progress_paper
from station_app.services.report_day import AsOf, report_day
from station_app.services.show_progress import progress_figures
from station_app.services.station import Station

FONTS = ("fonts/Inter-Regular.ttf", "fonts/Inter-SemiBold.ttf")
Made = Callable[[Station, date, AsOf, str | None], Paper]


@click.group("report")
def report() -> None:
    """What is handed in: the day, its shifts, the campaign's progress."""


def _report(name: str, what: str, made: Made) -> None:
    @report.command(
        name, help=f"{what}\n\nExample: stationctl report {name} --date 2021-04-08 --format xlsx --out day.xlsx"
    )
    @click.option("--date", "day", metavar="D", help="The business day, such as 2021-04-08; else today's.")
    @click.option("--device", metavar="D", help="This device alone.")
    @click.option("--as-of", type=click.Choice(["now", "02:00"]), default="now", show_default=True)
    @click.option("--format", "kind", type=click.Choice(FILE_KINDS), default="json", show_default=True)
    @click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
    @for_user
    def command(
        request: Asked,
        sign_in: SignIn,
        day: str | None,
        device: str | None,
        as_of: AsOf,
        kind: FileKind,
        out: Path,
    ) -> None:
        with sign_in.station(read_only=True) as station:
            chosen = parse_day(day) if day else business_day(station.clock())
            paper = made(station, chosen, as_of, device)
        _hand_in(request, paper, kind, out)


_report(
    "daily",
    "The day per device and per shift, by outcome, downtime and difference.",
    lambda station, day, as_of, device: day_paper(
        report_day(station, day, as_of=as_of, device=device), station.catalogue
    ),
)


@report.command("progress")
@click.option("--date", "day", metavar="D", help="As of the beginning of this business day; else today's.")
@click.option("--device", metavar="D", help="This device alone.")
@click.option("--format", "kind", type=click.Choice(FILE_KINDS), default="json", show_default=True)
@click.option("--out", required=True, type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@for_user
def progress(request: Asked, sign_in: SignIn, day: str | None, device: str | None, kind: FileKind, out: Path) -> None:
    """How far the campaign is by day, device and commune, and what it will come to.

    Example: stationctl report progress --format xlsx --out progress.xlsx
    """
    with sign_in.station(read_only=True) as station:
        figures = progress_figures(station, parse_day(day) if day else None, device)
        paper = progress_paper(figures, station.identity, station.catalogue)
    _hand_in(request, paper, kind, out)


def _hand_in(request: Asked, paper: Paper, kind: FileKind, out: Path) -> None:
    write_durably(out, as_file(paper, kind, [resources.read(font) for font in FONTS] if kind == "pdf" else ()))
    give({"file": str(out.absolute())}, as_json=request.json)


_report(
    "shift",
    "Each shift of the day with its counter, people and slip, and what each operator has logged.",
    lambda station, day, as_of, device: shifts_paper(
        report_day(station, day, as_of=as_of, device=device), station.catalogue
    ),
)
