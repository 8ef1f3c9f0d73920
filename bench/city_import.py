"""Import of stations' journals, first and once more, beside the bare stages, bundle by bundle in one run."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Protocol

from bench.bare_import import BareFile, BareServer, Rows, decode
from bench.import_run import ImportRun, run_import
from bench.measure import Measurement
from bench.written_city import NOW, PASSWORD, WrittenCity, written_city
from command_app.store_places import USER, FilePlace
from tests.servers import Server, a_server

A_COMPUTER = ("shared_buffers=512MB", "max_wal_size=4GB")
"""A server as one sets it up, not the smallest one that tests make do with."""
Used = tuple[float, float]
"""Seconds, and seconds of processors."""


class Bare(Protocol):
    """A store with the rows that another one took of a station."""

    def rows(self, station: str) -> Rows: ...

    def load(self, rows: Rows) -> None: ...

    def server_cpu(self) -> float: ...

    def close(self) -> None: ...


def city_import(folder: Path, stations: int, entries: int, runs: int, *, in_a_file: bool) -> Iterator[Measurement]:
    """``entries`` of each station into PostgreSQL, and, where asked, into SQLite before: each run into a new store."""
    city = written_city(folder, stations, entries)
    name = f"import of {stations * entries} entries of {stations} stations to"
    if in_a_file:
        yield from _measured(f"{name} SQLite", [_into_files(city, folder / str(number)) for number in range(runs)])
    with a_server(*A_COMPUTER, durable=True) as server:
        yield from _measured(f"{name} PostgreSQL", [_into_databases(city, server) for _ in range(runs)])


def _into_files(city: WrittenCity, folder: Path) -> tuple[ImportRun, Used, ImportRun]:
    folder.mkdir()
    ours, bare = folder / "ours.db", folder / "bare.db"
    city.in_a_file(bare)
    return _imported(city, city.in_a_file(ours), lambda: BareFile(ours, bare, _key_of))


def _into_databases(city: WrittenCity, server: Server) -> tuple[ImportRun, Used, ImportRun]:
    ours, bare = [city.on_a_server(server.new_database()) for _ in range(2)]
    return _imported(city, ours, lambda: BareServer(ours, bare))


def _imported(city: WrittenCity, url: str, bare: Callable[[], Bare]) -> tuple[ImportRun, Used, ImportRun]:
    """The first import, its floor, and the import of the same once more."""
    first = run_import(url, city.sticks, city.identity)
    assert first.states == {"accepted": len(city.bundles)}, first
    floor = _floor(city, bare())
    again = run_import(url, city.sticks, city.identity)
    assert (again.known, again.new) == (first.new, 0), again
    return first, floor, again


def _floor(city: WrittenCity, bare: Bare) -> Used:
    """What the bare stages use; what they load is fetched before, and doesn't count."""
    seconds = cpu = 0.0
    for bundle in city.bundles:
        rows = bare.rows(bundle.parent.name)
        gc.collect()
        start, used = perf_counter(), process_time() + bare.server_cpu()
        decode(bundle, city.identity)
        bare.load(rows)
        seconds += perf_counter() - start
        cpu += process_time() + bare.server_cpu() - used
    bare.close()
    return seconds, cpu


def _measured(name: str, runs: list[tuple[ImportRun, Used, ImportRun]]) -> Iterator[Measurement]:
    first, floor, again = zip(*runs, strict=True)
    yield _told(f"{name} / decode, hashes, marks, bulk loading of the same rows", first, floor)
    yield _told(f"{name} once more / the first time", again, [(run.seconds, run.cpu) for run in first])


def _told(name: str, runs: tuple[ImportRun, ...], floors: list[Used] | tuple[Used, ...]) -> Measurement:
    cpu, floor_cpu = median(run.cpu for run in runs), median(cpu for _, cpu in floors)
    more = {
        "rss_mb": round(max(run.rss_mb for run in runs), 1),
        "cpu_ms": round(cpu * 1000),
        "floor_cpu_ms": round(floor_cpu * 1000),
        "cpu_ratio": round(cpu / floor_cpu, 3),
    }
    value, floor = median(run.seconds for run in runs), median(seconds for seconds, _ in floors)
    return Measurement(name, value * 1000, floor * 1000, "ms", len(runs), more)


def _key_of(store: Path) -> bytes:
    return FilePlace(store).slots().unlock(USER, PASSWORD, now=NOW)
