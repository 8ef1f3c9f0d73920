"""`commandctl rebuild`, `backup` and `restore`: what there is to do after a loss, and before one."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from bundle.documents import Trust
from bundle.stick import Stick
from campaign.refusal import Refusal
from command_app.bootstrap import catalogue
from command_app.commands.options import PASSWORD_VARIABLE, Opening, for_city, passwords_of, store_url, with_keys
from command_app.key_files import KeyFiles
from command_app.services.back_up import back_up, newest_backup
from command_app.services.rebuild_station import rebuild_station
from command_app.services.restore_city import restore_city
from command_app.store_places import place_of
from shell.answers import give, give_refusal
from shell.options import Asked, asked, password
from shell.progress import progress


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
    if rebuilt.not_durable:
        give_refusal(Refusal("back_up_now", station=station), as_json=False)


@click.command("backup")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@for_city
def backup(request: Asked, opening: Opening, folder: Path) -> None:
    """Back the store up into DIR, under the store's own password, and verify it: chains, subjects, figures.

    From then on receipts tell stations what they may erase. Keep DIR on another machine; older backups may go.

    Example: commandctl backup /mnt/copies
    """
    with opening.city() as city, progress() as told:
        made = back_up(city, folder, opening.password, told)
    give(asdict(made), as_json=request.json)


@click.command("restore")
@click.argument("source", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--keys", required=True, type=click.Path(path_type=Path, file_okay=False), help="The key files.")
@click.option("--key-password", "key_passwords", multiple=True, metavar="NAME=FILE", help="A key's own password.")
@click.option("--sign-root", "sign_roots", multiple=True, type=click.IntRange(1), metavar="K")
@click.option(
    "--stick", type=click.Path(path_type=Path), help="Any later one from the command: what it was given stands."
)
@click.option("--password-file", type=click.Path(path_type=Path), help=f"Else {PASSWORD_VARIABLE}, else a prompt.")
@asked
def restore(
    request: Asked,
    source: Path,
    keys: Path,
    key_passwords: tuple[str, ...],
    sign_roots: tuple[int, ...],
    stick: Path | None,
    password_file: Path | None,
) -> None:
    """Make the store at --store from the newest backup in DIR, or from one file, and raise the city's generation.

    The stations learn it with their next receipts, and send again what the backup doesn't hold.

    Example: commandctl --store sqlite:///command.db restore /mnt/copies --keys keys/ --sign-root 1 --sign-root 2
    """
    found = newest_backup(source)
    drill = found.slots().point.drill
    secret = password(password_file, PASSWORD_VARIABLE, "Password of the command's store")
    files = KeyFiles(keys, drill, secret, passwords_of(key_passwords))

    def sign(trust: Trust) -> list[bytes]:
        numbers = sign_roots or (tuple(range(1, trust.roots.threshold + 1)) if drill else ())
        return [files.root(number) for number in numbers]

    with progress() as told:
        restored = restore_city(
            place_of(store_url()),
            found,
            secret,
            sign,
            request.clock(drill=drill)(),
            catalogue().outcome_rules,
            Stick(stick) if stick else None,
            told,
        )
    give(asdict(restored), as_json=request.json)
