"""`commandctl import` and `receipts`: what comes from the stations, and what goes back."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from bundle.stick import Stick
from command_app.commands.options import Opening, for_city, with_keys
from command_app.key_files import KeyFiles
from command_app.services.import_bundles import import_bundles
from command_app.services.issue_receipts import issue_receipts
from shell import exits
from shell.answers import give
from shell.options import Asked
from shell.program import Partly
from shell.progress import progress


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Tell exactly what the real run will do, change nothing.")
@for_city
@with_keys
def import_(request: Asked, opening: Opening, keys: KeyFiles, paths: tuple[Path, ...], dry_run: bool) -> None:
    """Check bundles and take them in: files, sticks, or a folder of sticks.

    Example: commandctl import /media/usb --keys keys/ --dry-run
    """
    with opening.city() as city, progress() as told:
        imported = import_bundles(city, paths, keys.identity(), dry_run=dry_run, told=told)
    give(imported.to_dict(), as_json=request.json)
    if any(bundle.state == "refused" for bundle in imported.bundles):
        raise Partly(exits.REFUSED)
    if any(bundle.quarantined for bundle in imported.bundles):
        raise Partly(exits.PARTLY)


@click.command("receipts")
@click.argument("stick", type=click.Path(path_type=Path))
@click.option("--sign-as", metavar="NAME", help="The officer; the only one there is, or a in a drill.")
@for_city
@with_keys
def receipts(request: Asked, opening: Opening, keys: KeyFiles, stick: Path, sign_as: str | None) -> None:
    """Write a signed receipt for every station of which a bundle was met.

    Example: commandctl receipts /media/usb --keys keys/
    """
    with opening.city() as city:
        issued = issue_receipts(city, Stick(stick), keys.officer(sign_as))
        give({"receipts": [asdict(row) for row in issued]}, as_json=request.json)
