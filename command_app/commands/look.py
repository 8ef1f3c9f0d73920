"""`commandctl status`, `verify` and the lists: how the city stands."""

from __future__ import annotations

from dataclasses import asdict

import click

from command_app.commands.options import Opening, for_city, with_keys
from command_app.key_files import KeyFiles
from command_app.services.decide_fork import decide_fork
from command_app.services.release_entry import release_entry
from command_app.services.status import city_status, list_duplicates, list_forks, list_quarantine
from command_app.services.verify import verify_city
from db.command_bundles import Fork
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
@click.option("--all", "decided", is_flag=True, help="What was decided too.")
@for_city
def fork_list(request: Asked, opening: Opening, decided: bool) -> None:
    """The evidence: both heads, or both digests."""
    with opening.city(read_only=True) as city:
        give(_forks(list_forks(city, decided=decided)), as_json=request.json)


@fork.command("decide")
@click.argument("station")
@click.option("--sign-as", metavar="NAME", help="The officer; the only one there is, or a in a drill.")
@for_city
@with_keys
def fork_decide(request: Asked, opening: Opening, keys: KeyFiles, station: str, sign_as: str | None) -> None:
    """Let the history that the command holds stand; the rest of the evidence is told.

    The other machine then asks for its next epoch (stationctl request STICK --next-epoch), enrol answers, and what it
    logged by itself comes again.

    Example: commandctl fork decide HP-LC-01 --keys keys/
    """
    with opening.city() as city:
        give(_forks(decide_fork(city, station, keys.officer(sign_as))), as_json=request.json)


def _forks(forks: list[Fork]) -> dict[str, object]:
    rows = [{"station": row.station, "epoch": row.epoch, "evidence": row.evidence, "file": row.file} for row in forks]
    return {"forks": rows}
