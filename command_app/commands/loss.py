"""`commandctl rebuild`, `backup` and `restore`: what there is to do after a loss, and before one."""

from __future__ import annotations

from pathlib import Path

import click

from bundle.stick import Stick
from command_app.commands.options import Opening, for_city, with_keys
from command_app.key_files import KeyFiles
from command_app.services.rebuild_station import rebuild_station
from shell.answers import give
from shell.options import Asked


@click.command("rebuild")
@click.argument("station")
@click.argument("stick", type=click.Path(path_type=Path))
@click.option("--accept", metavar="FINGERPRINT", help="As told by phone; needed but in a drill.")
@click.option("--known-through", type=click.IntRange(1), metavar="M", help="The dead computer's last entry, if seen.")
@click.option("--sign-as", metavar="NAME", help="The officer; the only one there is, or a in a drill.")
@for_city
@with_keys
def rebuild(
    request: Asked,
    opening: Opening,
    keys: KeyFiles,
    station: str,
    stick: Path,
    accept: str | None,
    known_through: int | None,
    sign_as: str | None,
) -> None:
    """Give a dead station's new computer back what the command holds of it, and enrol it in the next epoch.

    The new computer has asked by stationctl init --rebuild and request. What was on the dead disk alone is named.

    Example: commandctl rebuild HP-LC-01 /media/usb --keys keys/ --accept "1a2b 3c4d 5e6f 7a8b"
    """
    told = {} if accept is None else {station: accept.removeprefix(f"{station}=")}
    with opening.city() as city:
        rebuilt = rebuild_station(city, station, Stick(stick), keys.officer(sign_as), told, known_through)
        give(rebuilt.to_dict(), as_json=request.json)
