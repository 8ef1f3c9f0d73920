"""`stationctl init` and `user …`: making a station and its people."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from campaign.events import Role
from shell.answers import give
from shell.options import Asked, asked, password
from station_app.bootstrap import catalogue
from station_app.commands.options import PASSWORD_VARIABLE, SignIn, for_user, home_of
from station_app.services.set_up import NewStation, set_up_station
from station_app.services.station import counted_outcomes
from station_app.services.users import add_user, list_users

NEW_PASSWORD_VARIABLE = "STATION_NEW_PASSWORD"


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
    made = set_up_station(home_of(ctx), new, request.clock(drill=drill)(), counted_outcomes(catalogue()))
    give(asdict(made), as_json=request.json)


@click.group("user")
def user() -> None:
    """Add and list the station's users."""


@user.command("add")
@click.argument("name")
@click.option("--role", required=True, type=click.Choice(["operator", "supervisor", "administrator"]))
@click.option("--full-name", required=True)
@click.option(
    "--new-password-file", type=click.Path(path_type=Path), help=f"Else {NEW_PASSWORD_VARIABLE}, else a prompt."
)
@for_user
def add(request: Asked, sign_in: SignIn, name: str, role: Role, full_name: str, new_password_file: Path | None) -> None:
    """Add a user with a password of their own.

    Example: stationctl user add tk.van --role operator --full-name "Trần Khánh Vân"
    """
    with sign_in.station() as station:
        station.person.require("manage_users")
        secret = password(new_password_file, NEW_PASSWORD_VARIABLE, f"New password of {name}", confirm=True)
        users = add_user(station, name, role, full_name, secret)
        give({"users": [asdict(row) for row in users]}, as_json=request.json)


@user.command("list")
@for_user
def list_(request: Asked, sign_in: SignIn) -> None:
    """The station's users.

    Example: stationctl user list --json
    """
    with sign_in.station(read_only=True) as station:
        give({"users": [asdict(row) for row in list_users(station)]}, as_json=request.json)
