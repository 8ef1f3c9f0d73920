"""How a command finds its station and its people."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from platformdirs import user_data_path

from campaign.refusal import NotPermitted
from shell.options import Asked, Command, asked, password
from station_app.bootstrap import open_station, person_of
from station_app.services.await_rebuild import Awaiting, open_awaiting
from station_app.services.permission import Person
from station_app.services.station import Station

PASSWORD_VARIABLE = "STATION_PASSWORD"


def home_of(ctx: click.Context) -> Path:
    """The station's folder: `--home`, or the system's place for it."""
    given: Path | None = ctx.find_root().params.get("home")
    return given or user_data_path("enrol-station", appauthor=False)


def for_user(command: Command) -> Command:
    """Gives a command `--user`, `--password-file` and the common options, and `SignIn` as its second argument."""

    @asked
    @click.option("--user", envvar="STATION_USER", help="Who works; or STATION_USER.")
    @click.option("--password-file", type=click.Path(path_type=Path), help=f"Else {PASSWORD_VARIABLE}, else a prompt.")
    @functools.wraps(command)
    def with_user(request: Asked, *args: Any, user: str | None, password_file: Path | None, **kwargs: Any) -> None:
        home = home_of(click.get_current_context())
        command(request, SignIn(home, request, user, password_file), *args, **kwargs)

    return with_user


class SignIn:
    """Opens the station for the user that the command names."""

    def __init__(self, home: Path, request: Asked, user: str | None, password_file: Path | None) -> None:
        self.home = home
        self.request = request
        self.user = user
        self.password_file = password_file
        self.password = ""
        """As given, once the station is open."""

    @contextmanager
    def station(self, *, read_only: bool = False) -> Iterator[Station]:
        """The unlocked station, closed at the end."""
        user, secret = self._asked()
        with open_station(self.home, user, secret, self.request.clock, read_only=read_only) as station:
            self.password = secret
            yield station

    @contextmanager
    def awaiting(self) -> Iterator[Awaiting]:
        """The unlocked station that waits for its journal."""
        user, secret = self._asked()
        with open_awaiting(self.home, user, secret, self.request.clock) as awaiting:
            yield awaiting

    def _asked(self) -> tuple[str, str]:
        if self.user is None:
            raise click.UsageError("name the user: --user NAME, or STATION_USER")
        return self.user, password(self.password_file, PASSWORD_VARIABLE, f"Password of {self.user}")

    @staticmethod
    def second(station: Station, user: str | None, file: Path | None) -> Person | None:
        """The second person, if one is named; raises NotPermitted for a wrong password."""
        if user is None:
            return None
        if file is None:
            raise NotPermitted("second_person_needed")
        return person_of(station, user, password(file, "", ""))
