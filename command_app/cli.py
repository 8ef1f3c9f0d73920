"""`commandctl`: the city command."""

from __future__ import annotations

from pathlib import Path

import click
from platformdirs import user_log_path

from command_app.commands.exchange import import_, receipts
from command_app.commands.look import duplicates, fork, quarantine, status, verify
from command_app.commands.loss import backup, rebuild, restore
from command_app.commands.retention import erase
from command_app.commands.setup import enrol, init, plan, revoke, trust
from shell.program import run


@click.group()
@click.option(
    "--store", metavar="URL", help="sqlite:///FILE, by default sqlite:///command.db; or postgresql+psycopg://…"
)
def commandctl(store: str | None) -> None:
    """The city command: enrols stations, issues plans, takes bundles in, answers with receipts.

    The store's password: --password-file, else COMMAND_PASSWORD, else a prompt.
    """


COMMANDS = (
    *(init, enrol, plan, import_, receipts, status, duplicates, quarantine, fork),
    *(revoke, trust, rebuild, backup, restore, erase, verify),
)
for command in COMMANDS:
    commandctl.add_command(command)


def main() -> None:
    """The program's entry point."""
    run(commandctl, log_folder)


def log_folder() -> Path:
    """Where a trace goes."""
    return user_log_path("enrol-command", appauthor=False)
