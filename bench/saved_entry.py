"""A saved entry through the service, beside the same statements with the same values by bare sqlcipher3."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from bench.measure import Measurement, alternately
from bench.prepared import OPENED, OPERATOR, applications, open_for, station_at
from station_app.home import STORE, STORE_FILE
from station_app.services.log_application import Application, log_application

Said = tuple[str, str, Any]
"""`execute` or `executemany`, the SQL, the parameters."""

WARM_UP = 20


def saved_entry(folder: Path, count: int) -> Measurement:
    """`count` entries by each, into three copies of one practice station: recorded, measured, replayed."""
    original = folder / "original"
    with station_at(original, OPERATOR, OPENED) as station:
        open_for(station, "TB-1", "ca-1")
        people = applications(station, count + WARM_UP, seed=1)
    for name in ("recorded", "measured", "replayed"):
        shutil.copytree(original, folder / name)
    statements = list(recorded(folder / "recorded", people))
    with station_at(folder / "measured", OPERATOR, OPENED) as station:
        bare = bare_connection(folder / "replayed" / STORE / STORE_FILE, station.keys.store)
        return alternately(
            "saved entry / the same statements by bare sqlcipher3",
            lambda number: log_application(station, people[number]),
            lambda number: replay(bare, statements[number]),
            count,
            warm_up=WARM_UP,
        )


def replay(connection: Any, statements: list[Said]) -> None:
    """Says the statements once more."""
    cursor = connection.cursor()
    for how, sql, parameters in statements:
        if how == "execute":
            cursor.execute(sql, parameters)
            if cursor.description:
                cursor.fetchall()
        else:
            cursor.executemany(sql, parameters)


def bare_connection(store: Path, key: bytes) -> Any:
    connection = dbapi2.connect(str(store), isolation_level=None, cached_statements=256)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def recorded(home: Path, people: list[Application], moment: datetime = OPENED) -> Iterator[list[Said]]:
    """The statements of each entry, as they reach the driver."""
    said: list[Said] = []
    with _recording(said), station_at(home, OPERATOR, moment) as station:
        for application in people:
            said.clear()
            log_application(station, application)
            yield list(said)


@contextmanager
def _recording(said: list[Said]) -> Iterator[None]:
    class Cursor(dbapi2.Cursor):  # type: ignore[misc]
        def execute(self, sql: str, parameters: Any = ()) -> Any:
            said.append(("execute", sql, tuple(parameters)))
            return super().execute(sql, parameters)

        def executemany(self, sql: str, parameters: Any) -> Any:
            rows = [tuple(row) for row in parameters]
            said.append(("executemany", sql, rows))
            return super().executemany(sql, rows)

    class Connection(dbapi2.Connection):  # type: ignore[misc]
        def cursor(self, factory: Any = Cursor) -> Any:
            return super().cursor(factory)

    connect = dbapi2.connect
    dbapi2.connect = lambda *args, **options: connect(*args, factory=Connection, **options)
    try:
        yield
    finally:
        dbapi2.connect = connect
