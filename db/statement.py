"""Statements written with SQLAlchemy, compiled once for each kind of database, run on the driver's own cursor.

Compiling a construct costs about as much as the transaction that it is part of; `exec_driver_sql` with its result
objects costs 10 to 20 microseconds a statement, of which one saved entry needs fifteen: a third of its time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import (
    Dialect,
    Executable,
    Table,
    and_,
    bindparam,
    column,
    insert,
    literal_column,
    select,
    true,
    values,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ClauseElement


@dataclass(frozen=True, slots=True)
class Text:
    """SQL for one kind of database; parameters stand by position, ``values`` are those that it brings itself."""

    sql: str
    parameters: tuple[str, ...]
    values: Mapping[str, object]

    def bind(self, given: Mapping[str, object]) -> tuple[object, ...]:
        """The parameters in order. Raises KeyError for one that is missing."""
        return tuple([given[name] if name in given else self.values[name] for name in self.parameters])


class Statement:
    """A construct with named `bindparam`s."""

    def __init__(self, construct: Executable) -> None:
        self._construct = construct
        self._texts: dict[str, Text] = {}

    def construct(self, dialect: Dialect) -> Executable:
        return self._construct

    def on(self, dialect: Dialect) -> Text:
        text = self._texts.get(dialect.name)
        if text is None:
            text = self._texts[dialect.name] = _compiled(self.construct(dialect), dialect)
        return text


class Upsert(Statement):
    """Adds a row, or replaces that of the same primary key; parameters are the table's columns in order."""

    def __init__(self, table: Table) -> None:
        super().__init__(insert(table))
        self._table = table

    def construct(self, dialect: Dialect) -> Executable:
        # Two classes with the same methods, but without a common base.
        statement = sqlite.insert(self._table) if dialect.name == "sqlite" else postgresql.insert(self._table)
        changed = {column.name: statement.excluded[column.name] for column in self._table.c if not column.primary_key}
        key = [column.name for column in self._table.primary_key]
        if not changed:
            return statement.on_conflict_do_nothing(index_elements=key)
        return statement.on_conflict_do_update(index_elements=key, set_=changed)


def select_by_key(table: Table) -> Statement:
    """All columns of one row; parameters are the primary key's columns in order."""
    return Statement(select(table).where(and_(*(column == bindparam(column.name) for column in table.primary_key))))


class SelectSome(Statement):
    """All columns of the rows whose primary key begins with the values of its columns but the last, by their names, and
    ends with one of ``count`` values ``part_0`` ….

    A server is told to look for each key by itself: what it believes of a table that is just being filled would have it
    walk the whole station for each batch.
    """

    def __init__(self, table: Table, count: int) -> None:
        self._table = table
        *prefix, self._last = table.primary_key
        self._prefix = [column == bindparam(column.name) for column in prefix]
        self._parts = [bindparam(f"part_{place}", type_=self._last.type) for place in range(count)]
        super().__init__(select(table).where(*self._prefix, self._last.in_(self._parts)))

    def construct(self, dialect: Dialect) -> Executable:
        if dialect.name == "sqlite":
            return super().construct(dialect)
        keys = values(column("part", self._last.type), name="keys").data([(part,) for part in self._parts])
        one = select(self._table).where(*self._prefix, self._last == keys.c.part).limit(literal_column("1")).lateral()
        return select(one).select_from(keys.join(one, true()))


def _compiled(construct: Executable, dialect: Dialect) -> Text:
    assert isinstance(construct, ClauseElement)
    compiled = construct.compile(dialect=dialect)
    assert isinstance(compiled, SQLCompiler)
    assert compiled.positional, "the driver's parameters must stand by position"
    values = {name: bound.value for name, bound in compiled.binds.items() if not bound.required}
    return Text(str(compiled), tuple(compiled.positiontup or ()), values)
