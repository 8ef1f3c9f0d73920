"""Every command says what it does, with an example, and explains each option of its own."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from station_app.cli import stationctl


def commands(group: click.Group, *path: str) -> Iterator[tuple[str, ...]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, *path, name)
        else:
            yield *path, name


@pytest.mark.parametrize("path", list(commands(stationctl)), ids=" ".join)
def test_help_has_an_example_of_the_command_itself(path: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(stationctl, [*path, "--help"])
    assert shown.exit_code == 0
    words = " ".join(shown.output.split())
    assert "Example:" in words
    assert f"stationctl {' '.join(path)} " in words.split("Example:")[1]
    assert "--json" in words
    assert "--now TIME" in words
