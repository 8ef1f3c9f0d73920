"""`stationctl user …`: the station's people and their passwords."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from campaign.events import Role
from shell.answers import give
from shell.options import Asked, password
from station_app.commands.options import SignIn, for_user
from station_app.services.passwords import change_password, reset_password
from station_app.services.users import UserShown, add_user, change_user, list_users, remove_user

NEW_PASSWORD_VARIABLE = "STATION_NEW_PASSWORD"

_roles = click.Choice(["operator", "supervisor", "administrator"])
_new_password = click.option(
    "--new-password-file", type=click.Path(path_type=Path), help=f"Else {NEW_PASSWORD_VARIABLE}, else a prompt."
)


@click.group("user")
def user() -> None:
    """Add, change, remove and list the station's users, and set passwords."""


@user.command("add")
@click.argument("name")
@click.option("--role", required=True, type=_roles)
@click.option("--full-name", required=True)
@_new_password
@for_user
def add(request: Asked, sign_in: SignIn, name: str, role: Role, full_name: str, new_password_file: Path | None) -> None:
    """Add a user with a password of their own.

    Example: stationctl user add tk.van --role operator --full-name "Trần Khánh Vân"
    """
    with sign_in.station() as station:
        station.person.require("manage_users")
        _give(request, add_user(station, name, role, full_name, _asked_for(new_password_file, name)))


@user.command("change")
@click.argument("name")
@click.option("--role", type=_roles)
@click.option("--full-name")
@for_user
def change(request: Asked, sign_in: SignIn, name: str, role: Role | None, full_name: str | None) -> None:
    """Give a user another role or another full name.

    Example: stationctl user change tk.van --role supervisor
    """
    if role is None and full_name is None:
        raise click.UsageError("say what to change: --role, --full-name")
    with sign_in.station() as station:
        _give(request, change_user(station, name, role, full_name))


@user.command("remove")
@click.argument("name")
@for_user
def remove(request: Asked, sign_in: SignIn, name: str) -> None:
    """Keep a user out from now on; what they did stays theirs.

    Example: stationctl user remove tk.van
    """
    with sign_in.station() as station:
        _give(request, remove_user(station, name))


@user.command("reset")
@click.argument("name")
@click.option("--temporary", is_flag=True, help="Make a password up, which must be changed at the first sign-in.")
@_new_password
@for_user
def reset(request: Asked, sign_in: SignIn, name: str, temporary: bool, new_password_file: Path | None) -> None:
    """Give a user a new password, which also ends a lock-out. Their PIN is forgotten.

    Example: stationctl user reset tk.van --temporary
    """
    with sign_in.station() as station:
        station.person.require("manage_users")
        made_up = reset_password(station, name, None if temporary else _asked_for(new_password_file, name))
        give({"user": name} | ({"temporary_password": made_up} if made_up else {}), as_json=request.json)


@user.command("password")
@_new_password
@for_user
def password_(request: Asked, sign_in: SignIn, new_password_file: Path | None) -> None:
    """Change one's own password.

    Example: stationctl user password --user tk.van
    """
    with sign_in.station() as station:
        name = station.person.user
        change_password(station, sign_in.password, _asked_for(new_password_file, name))
        give({"user": name}, as_json=request.json)


@user.command("list")
@for_user
def list_(request: Asked, sign_in: SignIn) -> None:
    """The station's users.

    Example: stationctl user list --json
    """
    with sign_in.station(read_only=True) as station:
        _give(request, list_users(station))


def _asked_for(file: Path | None, name: str) -> str:
    return password(file, NEW_PASSWORD_VARIABLE, f"New password of {name}", confirm=True)


def _give(request: Asked, users: list[UserShown]) -> None:
    give({"users": [asdict(row) for row in users]}, as_json=request.json)
