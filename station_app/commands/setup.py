"""`stationctl init`: making a station, or making a dead one anew."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from bundle.manifest import parse_bundle_name
from bundle.stick import Stick
from campaign.refusal import InputRefused
from shell.answers import give
from shell.options import Asked, asked, password
from shell.progress import progress
from station_app.bootstrap import catalogue
from station_app.commands.options import PASSWORD_VARIABLE, home_of
from station_app.services.await_rebuild import FIRST_REBUILT, begin_rebuild
from station_app.services.set_up import NewStation, set_up_station
from station_app.services.take_rebuild import take_rebuild


@click.command("init")
@click.option("--campaign", metavar="C")
@click.option("--station", metavar="S", help="The station's code, such as HP-LC-01.")
@click.option("--unit", help="The unit that runs the point.")
@click.option("--device", "devices", multiple=True, metavar="D", help="Once for each device.")
@click.option("--user", required=True, envvar="STATION_USER", metavar="U", help="The administrator's login name.")
@click.option("--full-name", help="The administrator's name; the login name by default.")
@click.option("--password-file", type=click.Path(path_type=Path), help=f"Else {PASSWORD_VARIABLE}, else a prompt.")
@click.option("--drill", is_flag=True, help="A practice station, of another campaign and with its own home.")
@click.option("--rebuild", is_flag=True, help="In a dead computer's place: then request, and init --from.")
@click.option("--epoch", type=click.IntRange(2), help="With --rebuild: the epoch to go on in, 2 the first time.")
@click.option("--from", "source", type=click.Path(path_type=Path), metavar="FILE", help="The command's rebuild file.")
@click.option("--root-fingerprint", metavar="“1a2b …”", help="With --from: as told by phone; not in a drill.")
@click.pass_context
@asked
def init(
    request: Asked,
    ctx: click.Context,
    campaign: str | None,
    station: str | None,
    unit: str | None,
    devices: tuple[str, ...],
    user: str,
    full_name: str | None,
    password_file: Path | None,
    drill: bool,
    rebuild: bool,
    epoch: int | None,
    source: Path | None,
    root_fingerprint: str | None,
) -> None:
    """Make the station: its store, its signing key, and its administrator.

    In a dead computer's place: init --rebuild with the same station, request STICK, commandctl rebuild, and at last
    init --from with the file that it wrote, on its stick.

    Example: stationctl init --campaign hp-2021 --station HP-LC-01 --unit "Công an quận Lê Chân" --device TB-1 --user
    quan.tri

    After a loss: stationctl init --from /media/usb/enrol/rebuilds/HP-LC-01-e1.rebuild --user quan.tri
    """
    home = home_of(ctx)
    if source is not None:
        if rebuild:
            raise click.UsageError("--rebuild comes first, --from once the command has answered")
        secret = password(password_file, PASSWORD_VARIABLE, f"Password of {user}")
        rules = catalogue().outcome_rules
        with progress() as told:
            rebuilt = take_rebuild(
                home,
                user,
                secret,
                request.clock,
                _stick_of(source),
                rules,
                root_fingerprint,
                lambda done, total: told("rebuild", done, total),
            )
        give(asdict(rebuilt), as_json=request.json)
        return
    if campaign is None or station is None or unit is None or not (devices or rebuild):
        raise click.UsageError("name --campaign, --station, --unit and each --device")
    if epoch is not None and not rebuild:
        raise click.UsageError("--epoch is for --rebuild")
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
    now = request.clock(drill=drill)()
    if rebuild:
        made = begin_rebuild(home, new, epoch or FIRST_REBUILT)
    else:
        made = set_up_station(home, new, now, catalogue().outcome_rules)
    give(asdict(made), as_json=request.json)


def _stick_of(file: Path) -> Stick:
    """The stick on which a rebuild file lies: trust, enrolment and plans lie beside it."""
    if file.is_dir():
        return Stick(file)
    try:
        root = file.resolve().parents[2]
    except IndexError:
        root = file.resolve().parent
    if not file.exists():
        raise InputRefused("not_found", file=file.name)
    if parse_bundle_name(file.name) is not None:  # encrypted to the city, not to this computer
        raise InputRefused("bundle_for_command", file=file.name)
    return Stick(root)
