"""`stationctl`: the station without a window, for administrators, scripts and checks."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from shell.program import run
from station_app.commands.backup import backup
from station_app.commands.devices import device
from station_app.commands.follow_ups import follow_up
from station_app.commands.intake import log, scan, void
from station_app.commands.look import status, verify
from station_app.commands.options import home_of
from station_app.commands.people import user
from station_app.commands.report import report
from station_app.commands.retention import erase
from station_app.commands.setup import init
from station_app.commands.shifts import shift
from station_app.commands.sync import export, receive, request
from station_app.home import LOG


@click.group()
@click.option("--home", type=click.Path(path_type=Path, file_okay=False), help="The station's folder.")
def stationctl(home: Path | None) -> None:
    """The enrolment station without a window.

    Passwords: --password-file, else STATION_PASSWORD, else a prompt; the user: --user, else STATION_USER.
    """


for command in (
    *(init, user, device, request, receive, shift, scan, log, void, follow_up),
    *(status, report, export, backup, erase, verify),
):
    stationctl.add_command(command)


def main() -> None:
    """The program's entry point."""
    run(stationctl, log_folder)


def log_folder() -> Path:
    """Where a trace goes: beside the store it is about."""
    with stationctl.make_context("stationctl", sys.argv[1:], resilient_parsing=True) as ctx:
        return home_of(ctx) / LOG
