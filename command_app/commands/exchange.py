"""`commandctl import` and `receipts`: what comes from the stations, and what goes back."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from bundle.stick import Stick
from campaign.refusal import Refusal
from command_app.commands.options import Opening, for_city, with_keys
from command_app.key_files import KeyFiles
from command_app.receipt_code import KINDS, TERMINAL, draw_code, show_code
from command_app.services.import_bundles import import_bundles
from command_app.services.issue_receipts import issue_receipts, issue_scanned_receipt
from shell import exits
from shell.answers import give, give_refusal
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
    for code, station in sorted({(one.warning, one.station) for one in imported.bundles if one.warning}):
        give_refusal(Refusal(code, station=station), as_json=False)
    if any(bundle.state == "refused" for bundle in imported.bundles):
        raise Partly(exits.REFUSED)
    if any(bundle.quarantined for bundle in imported.bundles):
        raise Partly(exits.PARTLY)


@click.command("receipts")
@click.argument("stick", required=False, type=click.Path(path_type=Path))
@click.option("--qr", metavar="FILE", help="Instead of a stick: a .png, .svg or .pdf of one code, - for the terminal.")
@click.option("--station", metavar="S", help="With --qr: whose; else the only one there is.")
@click.option("--sign-as", metavar="NAME", help="The officer; the only one there is, or a in a drill.")
@for_city
@with_keys
def receipts(
    request: Asked,
    opening: Opening,
    keys: KeyFiles,
    stick: Path | None,
    qr: str | None,
    station: str | None,
    sign_as: str | None,
) -> None:
    """Write a signed receipt for every station of which a bundle was met; or one as a code for the station's scanner.

    \b
    Example: commandctl receipts /media/usb --keys keys/
             commandctl receipts --qr receipt.png --station HP-LC-07 --keys keys/
    """
    if (stick is None) == (qr is None) or (station is not None and qr is None):
        raise click.UsageError("Give a STICK, or --qr FILE and perhaps --station.")
    if qr is not None and qr != TERMINAL and Path(qr).suffix.lower() not in KINDS:
        raise click.UsageError(f"--qr {qr}: write a name in {', '.join(KINDS)}, or {TERMINAL}")
    with opening.city() as city:
        if stick is not None:
            rows = [asdict(row) for row in issue_receipts(city, Stick(stick), keys.officer(sign_as))]
        elif qr is not None:
            texts: list[str] = []

            def hand_out(text: str) -> None:
                texts.append(text)
                if qr != TERMINAL:
                    draw_code(text, Path(qr))

            issued = issue_scanned_receipt(city, keys.officer(sign_as), station, hand_out)
            file = "" if qr == TERMINAL else str(Path(qr).absolute())
            rows = [asdict(issued) | {"file": file, "text": text} for text in texts]
    if qr == TERMINAL and not request.json:
        show_code(rows[0].pop("text"))
    give({"receipts": rows}, as_json=request.json)
