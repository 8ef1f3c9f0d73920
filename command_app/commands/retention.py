"""`commandctl erase`: the persons of old applications go when the plan says so."""

from __future__ import annotations

import click

from command_app.commands.options import Opening, for_city
from command_app.services.erase_subjects import erase_subjects
from shell.answers import give
from shell.options import Asked
from shell.progress import progress


@click.command("erase")
@for_city
def erase(request: Asked, opening: Opening) -> None:
    """Erase the names and numbers of applications that are older than the plan's days and in a verified backup.

    Figures and chains stay, and whoever comes again is still found twice. Earlier backups hold the erased persons:
    make a new one, then destroy those.

    Example: commandctl erase
    """
    with opening.city() as city, progress() as told:
        erased = erase_subjects(city, told)
    give(erased.to_dict(), as_json=request.json)
