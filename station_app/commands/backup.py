"""`stationctl backup`: what the command has not acknowledged yet, as a bundle in another place."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from shell.answers import give
from shell.options import Asked
from shell.progress import progress
from station_app.commands.options import SignIn, for_user
from station_app.services.backup import back_up


@click.command("backup")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@for_user
def backup(request: Asked, sign_in: SignIn, folder: Path) -> None:
    """Write everything that the command has not acknowledged as an ordinary bundle under DIR, read back and verified.

    The city's key and the recovery key can read it; `commandctl import DIR` takes it in.

    Example: stationctl backup /mnt/copies
    """
    with sign_in.station() as station:
        with progress() as told:
            made = back_up(station, folder, lambda done, total: told("backup", done, total))
        give(asdict(made), as_json=request.json)
