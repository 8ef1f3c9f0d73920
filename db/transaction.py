"""What a reader and a writer see of the store between BEGIN and the end: one consistent state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any, TypeVar

from sqlalchemy import Connection, Table

from campaign.rows import Row
from db.bulk import Addition
from db.projections import TableRows
from db.statement import Statement, Text

R = TypeVar("R", bound=Row)

PAGE = 500
"""Rows fetched at a time when streaming: bounds the memory, whatever a table holds."""

_MANY = 1000
"""Rows beyond which it pays to measure a table before a question is asked of it."""
_MEASURED = "SELECT relname FROM pg_class WHERE oid = ANY(%s::regclass[]) AND reltuples < %s"


class Snapshot:
    """A read transaction. Rows come as plain tuples in the order of the statement's columns."""

    def __init__(self, connection: Connection) -> None:
        self.dialect = connection.dialect
        self._connection = connection.connection
        self._cursor = self._connection.cursor()
        self._rows = TableRows(self.dialect, self._cursor)
        self._streams = count()

    def get(self, shape: type[R], *key: object) -> R | None:
        """The projected row of a primary key."""
        return self._rows.get(shape, *key)

    def one(self, statement: Statement, **parameters: object) -> tuple[Any, ...] | None:
        """The first row, or None."""
        text = self._text(statement)
        self._cursor.execute(text.sql, text.bind(parameters))
        row: tuple[Any, ...] | None = self._cursor.fetchone()
        return row

    def all(self, statement: Statement, **parameters: object) -> list[tuple[Any, ...]]:
        text = self._text(statement)
        self._cursor.execute(text.sql, text.bind(parameters))
        return [tuple(row) for row in self._cursor.fetchall()]

    def stream(self, statement: Statement, **parameters: object) -> Iterator[tuple[Any, ...]]:
        """The rows one by one, `PAGE` of them in memory. Nothing may be written meanwhile to what it reads."""
        text = self._text(statement)
        # A server's rows all come at once, unless the cursor has a name, by which it stays at the server.
        names = {} if self.dialect.name == "sqlite" else {"name": f"stream_{next(self._streams)}"}
        cursor = self._connection.cursor(**names)
        try:
            cursor.execute(text.sql, text.bind(parameters))
            while page := cursor.fetchmany(PAGE):
                yield from page
        finally:
            cursor.close()

    def close(self) -> None:
        """Lets go of what was only half read, which else would keep the state of this moment alive."""
        self._cursor.close()

    def _text(self, statement: Statement) -> Text:
        return statement.on(self.dialect)


class Transaction(Snapshot):
    """The write transaction: what it reads includes what it has written, projected rows too."""

    @property
    def rows(self) -> TableRows:
        """Where folds put rows; written before the next question to the tables, and before COMMIT."""
        return self._rows

    def source(self, statement: Statement, **parameters: object) -> tuple[Any, ...] | None:
        """As `one`, for a question to sources alone: projected rows may stay unwritten meanwhile."""
        text = statement.on(self.dialect)
        self._cursor.execute(text.sql, text.bind(parameters))
        row: tuple[Any, ...] | None = self._cursor.fetchone()
        return row

    def run(self, statement: Statement, **parameters: object) -> int:
        """Returns the number of rows changed."""
        text = statement.on(self.dialect)
        self._cursor.execute(text.sql, text.bind(parameters))
        return int(self._cursor.rowcount)

    def add(self, addition: Addition, rows: Sequence[tuple[object, ...]]) -> None:
        """New rows of one table, a batch of bounded size at a time."""
        addition.run(self.dialect, self._cursor, rows)

    def savepoint(self) -> None:
        """From here on `back_to_savepoint` can take everything back; a later savepoint takes its place."""
        self.flush()
        self._cursor.execute("SAVEPOINT here")

    def back_to_savepoint(self) -> None:
        self._rows.drop()
        self._cursor.execute("ROLLBACK TO SAVEPOINT here")

    def flush(self) -> None:
        self._rows.flush()

    def measure(self, *tables: Table, added: int) -> None:
        """After so many rows were added: a server plans by what it last measured, which it does by itself only later.

        A table of which it has seen ten times as many is left alone.
        """
        self.flush()
        if self.dialect.name != "postgresql" or added < _MANY:
            return
        self._cursor.execute(_MEASURED, ([table.name for table in tables], 10 * added))
        if names := [name for (name,) in self._cursor.fetchall()]:
            self._cursor.execute("SET LOCAL default_statistics_target = 10")  # by a look at 3,000 rows of each
            self._cursor.execute(f"ANALYZE {', '.join(names)}")

    def forget(self) -> None:
        """Writes what was put, then asks the tables anew: they are about to be changed past the rows."""
        self._rows.flush()
        self._rows.forget()

    def _text(self, statement: Statement) -> Text:
        self._rows.flush()
        return statement.on(self.dialect)
