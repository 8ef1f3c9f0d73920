"""`commandctl status`, `verify` and the lists: how the city stands."""

from __future__ import annotations

from dataclasses import asdict

import click

from command_app.commands.options import Opening, for_city
from command_app.services.release_entry import release_entry
from command_app.services.status import city_status, list_duplicates, list_forks, list_quarantine
from command_app.services.verify import verify_city
from shell import exits
from shell.answers import give
from shell.options import Asked
from shell.program import Partly
from shell.progress import progress


@click.command("status")
@click.option("--station", metavar="S", help="This station alone.")
@for_city
def status(request: Asked, opening: Opening, station: str | None) -> None:
    """Each station and the city's sum, in which a person counts once.

    Example: commandctl status --json
    """
    with opening.city(read_only=True) as city:
        give(city_status(city, station).to_dict(), as_json=request.json)


@click.command("verify")
@for_city
def verify(request: Asked, opening: Opening) -> None:
    """Recompute every chain, commitment and projection."""
    with opening.city(read_only=True) as city, progress() as told:
        verified = verify_city(city, lambda done, total: told("verify", done, total))
    give(verified.to_dict(), as_json=request.json)
    if not verified.ok:
        raise Partly(exits.STORE_BROKEN)


@click.command("duplicates")
@for_city
def duplicates(request: Asked, opening: Opening) -> None:
    """Counted applications of people whom an earlier one counts."""
    with opening.city(read_only=True) as city:
        rows = [
            {
                "station": row.station,
                "epoch": row.epoch,
                "n": row.n,
                "with": {"station": row.other_station, "epoch": row.other_epoch, "n": row.other_n},
            }
            for row in list_duplicates(city)
        ]
        give({"duplicates": rows}, as_json=request.json)


@click.group("quarantine")
def quarantine() -> None:
    """Entries that are kept without being counted."""


@quarantine.command("list")
@for_city
def quarantine_list(request: Asked, opening: Opening) -> None:
    """All of them, with the reason."""
    with opening.city(read_only=True) as city:
        give({"quarantined": [asdict(row) for row in list_quarantine(city)]}, as_json=request.json)


@quarantine.command("release")
@click.argument("station")
@click.argument("epoch", type=click.IntRange(1))
@click.argument("n", type=click.IntRange(1))
@for_city
def quarantine_release(request: Asked, opening: Opening, station: str, epoch: int, n: int) -> None:
    """Count an entry after all, once this program understands it; the rest of the list is told.

    Example: commandctl quarantine release HP-LC-01 1 17
    """
    with opening.city() as city:
        release_entry(city, station, epoch, n)
        give({"quarantined": [asdict(row) for row in list_quarantine(city)]}, as_json=request.json)


@click.group("fork")
def fork() -> None:
    """Two histories of one journal."""


@fork.command("list")
@for_city
def fork_list(request: Asked, opening: Opening) -> None:
    """The evidence: both heads, or both digests."""
    with opening.city(read_only=True) as city:
        rows = [
            {"station": row.station, "epoch": row.epoch, "evidence": row.evidence, "file": row.file}
            for row in list_forks(city)
        ]
        give({"forks": rows}, as_json=request.json)
