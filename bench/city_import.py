"""Import of a whole city's journals, first and once more, beside the bare stages, station by station in one run."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter, process_time
from typing import Protocol

from bench.bare_import import BareFile, BareServer, Rows, decode
from bench.import_run import ImportRun, run_import
from bench.measure import Measurement
from bench.written_city import NOW, PASSWORD, WrittenCity, written_city
from command_app.store_places import USER, FilePlace
from tests.servers import a_server

A_COMPUTER = ("shared_buffers=512MB", "max_wal_size=4GB")
"""A server as one sets it up, not the smallest one that tests make do with."""


class Bare(Protocol):
    def rows(self, station: str) -> Rows: ...

    def load(self, rows: Rows) -> None: ...

    def server_cpu(self) -> float: ...

    def close(self) -> None: ...


def city_import(folder: Path, stations: int, entries: int, *, in_a_file: bool) -> Iterator[Measurement]:
    """``entries`` of each station: into PostgreSQL, and, where asked, into SQLite before."""
    city = written_city(folder, stations, entries)
    name = f"import of {stations * entries} entries of {stations} stations"
    if in_a_file:
        ours, empty = folder / "ours.db", folder / "bare.db"
        urls = [city.in_a_file(path) for path in (ours, empty)]
        yield from _measured(f"{name} to SQLite", city, urls[0], lambda: BareFile(ours, empty, _key_of))
    with a_server(*A_COMPUTER, durable=True) as server:
        urls = [city.on_a_server(server.new_database()) for _ in range(2)]
        yield from _measured(f"{name} to PostgreSQL", city, urls[0], lambda: BareServer(*urls))


def _measured(name: str, city: WrittenCity, url: str, bare_of: Callable[[], Bare]) -> Iterator[Measurement]:
    first = run_import(url, city.sticks, city.identity)
    assert first.states == {"accepted": len(city.bundles)}, first
    bare = bare_of()
    floor = _floor(city, bare)
    again = run_import(url, city.sticks, city.identity)
    assert (again.known, again.new) == (first.new, 0), again
    stages = "decode, hashes, marks, bulk loading of the same rows"
    yield _told(f"{name} / {stages}", first, floor)
    yield _told(f"{name} once more / the first time", again, (first.seconds, first.cpu))


def _floor(city: WrittenCity, bare: Bare) -> tuple[float, float]:
    """Seconds of the bare stages, and of processors; what they load is fetched before, and doesn't count."""
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


def _told(name: str, run: ImportRun, floor: tuple[float, float]) -> Measurement:
    seconds, cpu = floor
    more = {
        "rss_mb": round(run.rss_mb, 1),
        "cpu_ms": round(run.cpu * 1000),
        "floor_cpu_ms": round(cpu * 1000),
        "cpu_ratio": round(run.cpu / cpu, 3),
    }
    return Measurement(name, run.seconds * 1000, seconds * 1000, "ms", 1, more)


def _key_of(store: Path) -> bytes:
    return FilePlace(store).slots().unlock(USER, PASSWORD, now=NOW)
