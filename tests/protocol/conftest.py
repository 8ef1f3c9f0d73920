"""The stations and the command that every test of the exchange begins with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.protocol.homes import Homes, new_homes
from tests.protocol.world import World


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Homes:
    """Not to be written to."""
    return new_homes(tmp_path_factory.mktemp("homes"))


@pytest.fixture
def world(homes: Homes, tmp_path: Path) -> Iterator[World]:
    world = World.begun(homes, tmp_path / "world")
    yield world
    world.end()
