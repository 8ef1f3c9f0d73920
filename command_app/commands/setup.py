"""`commandctl init`, `enrol`, `plan …` and `revoke`: whom and what the city vouches for."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

import resources
from bundle.stick import Stick
from command_app.commands.options import PASSWORD_VARIABLE, Opening, for_city, pairs, passwords_of, store_url, with_keys
from command_app.key_files import KeyFiles
from command_app.services.city import trust_of
from command_app.services.enrol_station import enrol_stations
from command_app.services.found_city import found_city
from command_app.services.issue_plan import current_plan, issue_plan
from command_app.services.revoke_station import revoke_station
from command_app.services.rotate_trust import rotate_trust
from command_app.store_places import place_of
from shell import exits
from shell.answers import give
from shell.options import Asked, asked, password
from shell.program import Partly


@click.command("init")
@click.option("--campaign", required=True, metavar="C")
@click.option("--keys", required=True, type=click.Path(path_type=Path, file_okay=False), help="Where the key files go.")
@click.option("--key-password", "key_passwords", multiple=True, metavar="NAME=FILE", help="A key file's own password.")
@click.option("--root-keys", default=3, show_default=True, type=click.IntRange(1, 16))
@click.option("--threshold", default=2, show_default=True, type=click.IntRange(1, 16), help="Roots that sign a trust.")
@click.option("--drill", is_flag=True, help="A practice city: unencrypted key files, and plan 1.")
@click.option("--password-file", type=click.Path(path_type=Path), help=f"Else {PASSWORD_VARIABLE}, else a prompt.")
@asked
def init(
    request: Asked,
    campaign: str,
    keys: Path,
    key_passwords: tuple[str, ...],
    root_keys: int,
    threshold: int,
    drill: bool,
    password_file: Path | None,
) -> None:
    """Begin a campaign: key files, the store, trust 1.

    Example: commandctl init --campaign hp-2021 --keys keys/
    """
    secret = password(password_file, PASSWORD_VARIABLE, "New password of the command's store", confirm=True)
    founded = found_city(
        place_of(store_url()),
        KeyFiles(keys, drill, secret, passwords_of(key_passwords)),
        secret,
        campaign=campaign,
        roots=root_keys,
        threshold=threshold,
        now=request.clock(drill=drill)(),
        example_plan=resources.read("data/plan_example.toml"),
    )
    give(asdict(founded), as_json=request.json)


@click.command("enrol")
@click.argument("stick", type=click.Path(path_type=Path))
@click.option("--accept", multiple=True, metavar="STATION=FINGERPRINT", help="As told by phone; needed but in a drill.")
@click.option("--sign-as", metavar="NAME", help="The officer; the only one there is, or a in a drill.")
@for_city
@with_keys
def enrol(
    request: Asked, opening: Opening, keys: KeyFiles, stick: Path, accept: tuple[str, ...], sign_as: str | None
) -> None:
    """Answer the requests on a stick with enrolments, trust and plans.

    Example: commandctl enrol /media/usb --keys keys/ --accept HP-LC-01="1a2b 3c4d 5e6f 7a8b"
    """
    with opening.city() as city:
        done = enrol_stations(city, Stick(stick), keys.officer(sign_as), pairs(accept, "--accept"))
        give(asdict(done), as_json=request.json)
    if done.refused:
        raise Partly(exits.REFUSED)


@click.group("plan")
def plan() -> None:
    """Issue the plan, and show it."""


@plan.command("issue")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--sign-as", multiple=True, metavar="NAME", help="As many officers as the trust asks for.")
@click.option("--stick", type=click.Path(path_type=Path), help="Also put it there.")
@for_city
@with_keys
def issue(
    request: Asked, opening: Opening, keys: KeyFiles, file: Path, sign_as: tuple[str, ...], stick: Path | None
) -> None:
    """Issue a plan from the file that an officer wrote.

    Example: commandctl plan issue plan.toml --keys keys/ --sign-as a --sign-as b
    """
    with opening.city() as city:
        signers = [keys.officer(name) for name in sign_as] or [keys.officer(None)]
        issued = issue_plan(city, file.read_bytes(), signers, Stick(stick) if stick else None)
        give(asdict(issued), as_json=request.json)


@plan.command("show")
@for_city
def show(request: Asked, opening: Opening) -> None:
    """The newest plan's payload."""
    with opening.city(read_only=True) as city:
        payload = current_plan(city)
    click.echo(payload.decode() if request.json else json.dumps(json.loads(payload), indent=2, ensure_ascii=False))


@click.command("revoke")
@click.argument("station")
@click.option("--epoch", required=True, type=click.IntRange(1), metavar="E")
@click.option("--after", required=True, type=click.IntRange(0), metavar="N", help="The last entry that counts.")
@click.option("--sign-root", "sign_roots", multiple=True, type=click.IntRange(1), metavar="K")
@for_city
@with_keys
def revoke(
    request: Asked,
    opening: Opening,
    keys: KeyFiles,
    station: str,
    epoch: int,
    after: int,
    sign_roots: tuple[int, ...],
) -> None:
    """Revoke a station's key after an entry; what came before stays good.

    Example: commandctl revoke HP-LC-01 --epoch 1 --after 17 --keys keys/ --sign-root 1 --sign-root 2
    """
    with opening.city() as city:
        with city.store.read() as snapshot:
            threshold = trust_of(snapshot).roots.threshold
        numbers = sign_roots or (tuple(range(1, threshold + 1)) if keys.drill else ())
        version = revoke_station(city, station, epoch, after, [keys.root(number) for number in numbers])
        give({"trust_version": version}, as_json=request.json)


@click.group("trust")
def trust() -> None:
    """Whom the city's stations believe."""


@trust.command("rotate")
@click.option(
    "--new-root", "new_roots", multiple=True, type=click.IntRange(1), metavar="K", help="Make this root anew."
)
@click.option("--new-officer", "new_officers", multiple=True, metavar="NAME", help="A new key for this officer.")
@click.option("--drop-officer", "drop_officers", multiple=True, metavar="NAME", help="Lost, or gone: sign no more.")
@click.option("--sign-root", "sign_roots", multiple=True, type=click.IntRange(1), metavar="K")
@for_city
@with_keys
def rotate(
    request: Asked,
    opening: Opening,
    keys: KeyFiles,
    new_roots: tuple[int, ...],
    new_officers: tuple[str, ...],
    drop_officers: tuple[str, ...],
    sign_roots: tuple[int, ...],
) -> None:
    """Issue the next trust version with new keys; with none named, every root is made anew.

    The former key files go to the folder `retired`. The next stick for a station carries the version. After a change of
    officers, issue the plan anew: who signed it may no longer be believed.

    Example: commandctl trust rotate --new-officer a --keys keys/ --sign-root 1 --sign-root 2
    """
    with opening.city() as city:
        with city.store.read() as snapshot:
            threshold = trust_of(snapshot).roots.threshold
        numbers = sign_roots or (tuple(range(1, threshold + 1)) if keys.drill else ())
        version = rotate_trust(
            city, keys, numbers, new_roots=new_roots, new_officers=new_officers, drop_officers=drop_officers
        )
        give({"trust_version": version}, as_json=request.json)
