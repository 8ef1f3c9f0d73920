"""The stations and the command that every test of the exchange begins with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from tests.protocol.homes import Homes, new_folder, new_homes, quick_passwords
from tests.protocol.world import World


@pytest.fixture(scope="module")
def homes() -> Iterator[Homes]:
    """Not to be written to."""
    folder = new_folder()
    with quick_passwords():
        yield new_homes(folder / "homes")
    shutil.rmtree(folder)


@pytest.fixture
def world(homes: Homes) -> Iterator[World]:
    folder = new_folder()
    world = World.begun(homes, folder / "world")
    yield world
    world.end()
    shutil.rmtree(folder)
