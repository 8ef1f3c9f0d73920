"""Tests of a module with ``STORES`` run once for each kind of store that it names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.command_app import cities
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
