"""Tests of a module with ``STORES`` run once for each kind of store that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.command_app import cities
from tests.command_app.losses import sent_once
from tests.servers import Server, a_server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    with a_server() as server:
        yield server


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if kinds := getattr(metafunc.module, "STORES", ()):
        metafunc.fixturenames.insert(0, "store_kind")
        metafunc.parametrize("store_kind", kinds, indirect=True, scope="function")


@pytest.fixture
def store_kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """``file`` or ``server``: where `cities.a_city` puts its store."""
    kind = str(request.param)
    if kind == "server":
        monkeypatch.setattr(cities, "new_database", request.getfixturevalue("server").new_database)
    return kind


@pytest.fixture
def a_database(store_kind: str) -> Callable[[], str]:
    """Gives the URL of an empty database, "" where the command's store is a file."""
    return cities.new_database if store_kind == "server" and cities.new_database else lambda: ""


@pytest.fixture
def database(a_database: Callable[[], str]) -> str:
    """That of the command at first."""
    return a_database()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As `losses.sent_once` makes it. Not to be written to."""
    folder = tmp_path_factory.mktemp("sent-once")
    sent_once(folder)
    return folder
