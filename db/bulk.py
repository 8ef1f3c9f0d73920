"""Many new rows of one table at once, in the open transaction: COPY on a server, one prepared INSERT in a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, Boolean, Dialect, LargeBinary, Table, Text, insert

from db.statement import Statement

_FEW = 8
"""Rows up to which a server takes longer to begin and end a COPY than to take them one by one."""
_BINARY: dict[type[object], str] = {Text: "text", BigInteger: "int8", Boolean: "bool", LargeBinary: "bytea"}
"""The server's types, as psycopg names them, of the columns that `db.schema` knows."""


class Addition:
    """Rows that the table does not hold yet, as tuples of all its columns in order; one that it does hold is an error
    of the database, which takes back all of them."""

    def __init__(self, table: Table) -> None:
        self._insert = Statement(insert(table))
        columns = ", ".join(f'"{column.name}"' for column in table.c)
        self.copy_text = f"COPY {table.name} ({columns}) FROM STDIN (FORMAT BINARY)"
        self.types = [_BINARY[type(column.type)] for column in table.c]

    def run(self, dialect: Dialect, cursor: Any, rows: Sequence[tuple[object, ...]]) -> None:
        """Nothing is kept of the rows: whoever has many gives them in batches."""
        if dialect.name == "postgresql" and len(rows) > _FEW:
            with cursor.copy(self.copy_text) as copy:
                copy.set_types(self.types)
                for row in rows:
                    copy.write_row(row)
        elif len(rows) == 1:
            cursor.execute(self._insert.on(dialect).sql, rows[0])
        elif rows:
            cursor.executemany(self._insert.on(dialect).sql, rows)
