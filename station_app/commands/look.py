"""`stationctl status` and `verify`: how the station stands, and whether its journal is whole."""

from __future__ import annotations

import click

from shell import exits
from shell.answers import give
from shell.options import Asked
from shell.program import Partly
from shell.progress import progress
from station_app.commands.options import SignIn, for_user
from station_app.services.status import station_status
from station_app.services.verify import verify_station


@click.command("status")
@for_user
def status(request: Asked, sign_in: SignIn) -> None:
    """How the day, each device and the way to the command stand.

    Example: stationctl status --json
    """
    with sign_in.station(read_only=True) as station:
        give(station_status(station).to_dict(), as_json=request.json)


@click.command("verify")
@for_user
def verify(request: Asked, sign_in: SignIn) -> None:
    """Recompute the chain, the commitments and every projection from the journal.

    Example: stationctl verify --json
    """
    with sign_in.station(read_only=True) as station, progress() as told:
        verified = verify_station(station, lambda done, total: told("verify", done, total))
    give(verified.to_dict(), as_json=request.json)
    if not verified.ok:
        raise Partly(exits.STORE_BROKEN)
