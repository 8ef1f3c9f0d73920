"""`stationctl follow-up …`: the cases that wait."""

from __future__ import annotations

import sys

import click

from campaign.calendar import format_time
from shell.answers import give
from shell.options import Asked
from station_app.commands.options import SignIn, for_user
from station_app.services.follow_ups import Case, Sieve, follow_ups


@click.group("follow-up")
def follow_up() -> None:
    """List the cases that wait for papers, corrections or another day."""


@follow_up.command("list")
@click.option("--owner", metavar="NAME", help="Those that this user follows; an empty name: those that nobody does.")
@click.option("--due", is_flag=True, help="Those whose next day has come, or that are late.")
@click.option("--here", is_flag=True, help="Those that can be done at the desk when the person comes.")
@for_user
def list_(request: Asked, sign_in: SignIn, owner: str | None, due: bool, here: bool) -> None:
    """The cases that wait, oldest first; numbers and phones by their last digits.

    Example: stationctl follow-up list --due --json
    """
    with sign_in.station(read_only=True) as station:
        found = follow_ups(station, Sieve(owner=owner, due=due, here=here), sys.maxsize)
    rows = [_row(case) for case in found.cases]
    give({"waiting": found.waiting, "late": found.late, "follow_ups": rows}, as_json=request.json)


def _row(case: Case) -> dict[str, object]:
    epoch, n = case.key
    next_on = case.arranged.next_on
    return {
        "epoch": epoch,
        "n": n,
        "at": format_time(case.at),
        "age_days": case.age,
        "outcome": case.outcome,
        "reason": case.reason,
        "name": case.name,
        "last_digits": case.last_digits,
        "phone_ends": case.phone,
        "commune": case.commune,
        "owner": case.arranged.owner,
        "next_on": next_on.isoformat() if next_on else None,
        "here": case.here,
        "due": case.due,
        "late": case.late,
    }
