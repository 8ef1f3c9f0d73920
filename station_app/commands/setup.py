"""`stationctl init`: making a station."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from shell.answers import give
from shell.options import Asked, asked, password
from station_app.bootstrap import catalogue
from station_app.commands.options import PASSWORD_VARIABLE, home_of
from station_app.services.set_up import NewStation, set_up_station


@click.command("init")
@click.option("--campaign", required=True, metavar="C")
@click.option("--station", required=True, metavar="S", help="The station's code, such as HP-LC-01.")
@click.option("--unit", required=True, help="The unit that runs the point.")
@click.option("--device", "devices", multiple=True, required=True, metavar="D", help="Once for each device.")
@click.option("--user", required=True, envvar="STATION_USER", metavar="U", help="The administrator's login name.")
@click.option("--full-name", help="The administrator's name; the login name by default.")
@click.option("--password-file", type=click.Path(path_type=Path), help=f"Else {PASSWORD_VARIABLE}, else a prompt.")
@click.option("--drill", is_flag=True, help="A practice station, of another campaign and with its own home.")
@click.pass_context
@asked
def init(
    request: Asked,
    ctx: click.Context,
    campaign: str,
    station: str,
    unit: str,
    devices: tuple[str, ...],
    user: str,
    full_name: str | None,
    password_file: Path | None,
    drill: bool,
) -> None:
    """Make the station: its store, its signing key, and its administrator.

    Example: stationctl init --campaign hp-2021 --station HP-LC-01 --unit "Công an quận Lê Chân" --device TB-1 --user
    quan.tri
    """
    new = NewStation(
        campaign=campaign,
        station=station,
        unit=unit,
        devices=devices,
        user=user,
        full_name=full_name or user,
        password=password(password_file, PASSWORD_VARIABLE, f"New password of {user}", confirm=True),
        drill=drill,
    )
    made = set_up_station(home_of(ctx), new, request.clock(drill=drill)(), catalogue().outcome_rules)
    give(asdict(made), as_json=request.json)
