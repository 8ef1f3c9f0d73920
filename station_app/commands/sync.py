"""`stationctl request`, `receive` and `export`: what goes between a station and the command on a stick."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

import click

from bundle.stick import Stick
from campaign.refusal import InputRefused
from shell import exits
from shell.answers import give
from shell.options import Asked
from shell.program import Partly
from shell.progress import progress
from station_app.commands.options import SignIn, for_user
from station_app.services.await_rebuild import is_awaited, request_rebuild
from station_app.services.export_bundle import export_bundle, plan_export
from station_app.services.next_epoch import request_next_epoch
from station_app.services.orders import DocumentLeft, Received, receive_orders, tell_standing
from station_app.services.receive_scanned import LONGEST, NAME, receive_scanned
from station_app.services.request_enrolment import request_enrolment
from station_app.services.station import Station

a_folder = click.Path(path_type=Path, file_okay=False)
stick_argument = click.argument("stick", type=a_folder)


@click.command("request")
@stick_argument
@click.option("--next-epoch", is_flag=True, help="After a decided fork: to go on from what both histories share.")
@for_user
def request(request: Asked, sign_in: SignIn, stick: Path, next_epoch: bool) -> None:
    """Write the request for enrolment onto a stick; tell the fingerprint by another way.

    Example: stationctl request /media/usb
    """
    if is_awaited(sign_in.home):
        with sign_in.awaiting() as awaiting:
            give(asdict(request_rebuild(awaiting, Stick(stick))), as_json=request.json)
        return
    with sign_in.station() as station:
        if next_epoch:
            give(asdict(request_next_epoch(station, Stick(stick))), as_json=request.json)
            return
        give(asdict(request_enrolment(station, Stick(stick))), as_json=request.json)


@click.command("receive")
@click.argument("stick", required=False, type=a_folder)
@click.option("--root-fingerprint", metavar="“1a2b …”", help="As told by phone; needed for the first trust.")
@click.option(
    "--qr", type=click.File("rb"), metavar="FILE", help="Instead of a stick: a receipt's code as text; - reads stdin."
)
@for_user
def receive(
    request: Asked, sign_in: SignIn, stick: Path | None, root_fingerprint: str | None, qr: BinaryIO | None
) -> None:
    """Take trust, enrolment, plans and receipts from a stick, or the one receipt of a code that was scanned.

    Example: stationctl receive /media/usb --root-fingerprint "1a2b 3c4d 5e6f 7a8b"
    """
    if (stick is None) == (qr is None):
        raise click.UsageError("Give a STICK, or --qr FILE.")
    with sign_in.station() as station:
        if stick is not None:
            received = receive_orders(station, Stick(stick), root_fingerprint)
        elif qr is not None:
            received = _scanned(station, qr.read(LONGEST).decode(errors="replace").strip("\r\n"))
        give(asdict(received), as_json=request.json)
    if received.refused:
        raise Partly(exits.REFUSED)


def _scanned(station: Station, text: str) -> Received:
    received = Received()
    try:
        received.receipts.append(receive_scanned(station, text))
    except InputRefused as refusal:
        received.refused.append(DocumentLeft(NAME, refusal.code))
    tell_standing(station, received)
    return received


@click.command("export")
@stick_argument
@click.option("--second-copy", type=a_folder, metavar="DIR", help="Another stick's root.")
@click.option("--dry-run", is_flag=True, help="Say what would go, write nothing.")
@for_user
def export(request: Asked, sign_in: SignIn, stick: Path, second_copy: Path | None, dry_run: bool) -> None:
    """Write everything after the mark as a signed, encrypted bundle, and verify it.

    Example: stationctl export /media/usb --second-copy /media/usb2
    """
    with sign_in.station(read_only=dry_run) as station:
        if dry_run:
            give(asdict(plan_export(station)), as_json=request.json)
            return
        with progress() as told:
            second = Stick(second_copy) if second_copy else None
            exported = export_bundle(station, Stick(stick), second, progress=told)
        give(asdict(exported), as_json=request.json)
