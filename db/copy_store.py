"""All of one store's rows in another, in a file or on a server: the sources, and what was made of them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from itertools import islice

from sqlalchemy import Boolean, Table, func, select

from db import schema
from db.bulk import Addition
from db.command_schema import metadata as of_command
from db.statement import Statement
from db.transaction import PAGE, Snapshot, Transaction

TABLES = [*schema.metadata.sorted_tables, *of_command.sorted_tables]
"""Of a command's store."""
_ADD = {table.name: Addition(table) for table in TABLES}
_ALL = {table.name: Statement(select(table)) for table in TABLES}
_COUNT = {table.name: Statement(select(func.count()).select_from(table)) for table in TABLES}


def copy_store(
    source: Snapshot,
    to: Transaction,
    without: Container[str],
    told: Callable[[int, int], None] = lambda done, all_: None,
) -> None:
    """Into a store that was just made. ``without`` names the rows of ``meta`` that are the other store's own; ``told``
    hears of rows done and in all.
    """
    total = sum(int((source.one(_COUNT[table.name]) or (0,))[0]) for table in TABLES)
    done = 0
    for table in TABLES:
        rows = _rows(source, table)
        if table is schema.meta:
            rows = (row for row in rows if row[0] not in without)
        while page := list(islice(rows, PAGE)):
            to.add(_ADD[table.name], page)
            done += len(page)
            told(done, total)
    to.measure(*TABLES, added=total)


def _rows(source: Snapshot, table: Table) -> Iterator[tuple[object, ...]]:
    """As both kinds of database take them: a file has no type of its own for flags."""
    flags = [place for place, column in enumerate(table.c) if isinstance(column.type, Boolean)]
    for row in source.stream(_ALL[table.name]):
        if flags:
            row = tuple(bool(value) if place in flags else value for place, value in enumerate(row))
        yield row
