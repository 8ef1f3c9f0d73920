"""`stationctl erase`: the persons of old applications go when the plan says so."""

from __future__ import annotations

from dataclasses import asdict

import click

from shell.answers import give
from shell.options import Asked
from station_app.commands.options import SignIn, for_user
from station_app.services.erase_subjects import erase_subjects


@click.command("erase")
@for_user
def erase(request: Asked, sign_in: SignIn) -> None:
    """Erase the names and numbers of applications that are older than the plan's days and safe at the command.

    Only what the newest receipt calls durable. The window does the same by itself; here the store is also written
    anew, so that no byte of it stays. The journal stays whole, and whoever comes again is still recognised.

    Example: stationctl erase
    """
    with sign_in.station() as station:
        give(asdict(erase_subjects(station)), as_json=request.json)
