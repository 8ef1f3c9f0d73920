"""The projected rows as the fold sees them within one transaction: read when asked for, written once at its end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, TypeVar, cast

from msgspec import structs
from sqlalchemy import Dialect, bindparam, select

from campaign.rows import KEYS, CommuneRow, Row, TallyRow, key_of
from db.bulk import Addition
from db.schema import PROJECTIONS
from db.statement import SelectSome, Statement, Upsert, select_by_key

R = TypeVar("R", bound=Row)

PREFETCH = 250
"""Keys asked for in one statement."""
_FORGET_BEYOND = 20_000  # rows kept in memory by an import of any length

_GET = {shape: select_by_key(table) for shape, table in PROJECTIONS.items()}
_ADD = {shape: Addition(table) for shape, table in PROJECTIONS.items()}
_SOME = {shape: SelectSome(table, PREFETCH) for shape, table in PROJECTIONS.items()}
_OF_DAY: dict[type[Row], Statement] = {
    shape: Statement(select(table).where(table.c.station == bindparam("station"), table.c.day == bindparam("day")))
    for shape, table in PROJECTIONS.items()
    if shape in (CommuneRow, TallyRow)
}
_PREFIX = {shape: [column.name for column in table.primary_key][:-1] for shape, table in PROJECTIONS.items()}
_PARTS = [f"part_{place}" for place in range(PREFETCH)]
_PUT = {shape: Upsert(table) for shape, table in PROJECTIONS.items()}
_FLAGS = {
    shape: tuple(place for place, field in enumerate(structs.fields(shape)) if field.type is bool)
    for shape in PROJECTIONS
}


def row_from(shape: type[R], values: Sequence[Any]) -> R:
    """A table's columns, in order, as its row."""
    row = shape(*values)
    for place in _FLAGS[shape]:  # SQLite has no type of its own for them
        name = shape.__struct_fields__[place]
        setattr(row, name, bool(getattr(row, name)))
    return row


class TableRows:
    """`campaign.rows.Rows` over a write transaction's tables. It lives no longer than the transaction."""

    def __init__(self, dialect: Dialect, cursor: Any) -> None:
        self._dialect = dialect
        self._cursor = cursor
        self._known: defaultdict[type[Row], dict[tuple[object, ...], Row | None]] = defaultdict(dict)
        self._changed: defaultdict[type[Row], dict[tuple[object, ...], Row]] = defaultdict(dict)
        self._waiting: set[int] = set()
        """The `id` of each changed row: some are put again by entry after entry."""
        self._absent: defaultdict[type[Row], set[tuple[object, ...]]] = defaultdict(set)
        """Keys of which the tables are known to hold no row."""
        self._whole: defaultdict[type[Row], set[tuple[object, ...]]] = defaultdict(set)
        """Days of stations of which all rows are known."""

    def get(self, shape: type[R], *key: object) -> R | None:
        known = self._known[shape]
        try:
            row = known[key]
        except KeyError:
            values = None
            if key[:2] not in self._whole[shape]:
                self._cursor.execute(_GET[shape].on(self._dialect).sql, key)
                values = self._cursor.fetchone()
            if values is None:
                self._absent[shape].add(key)
            row = known[key] = None if values is None else row_from(shape, values)
        return cast("R | None", row)

    def put(self, row: Row) -> None:
        if id(row) in self._waiting:  # the same row, changed again
            return
        shape = type(row)
        key = KEYS[shape](row)
        known = self._known[shape]
        if shape.OF_ENTRY and key not in known:
            self._absent[shape].add(key)
        changed = self._changed[shape]
        if (before := changed.get(key)) is not None:
            self._waiting.discard(id(before))
        self._waiting.add(id(row))
        known[key] = changed[key] = row

    def prefetch(self, shape: type[Row], prefix: tuple[object, ...], last: Sequence[object]) -> None:
        """Asks at once for the rows whose key is ``prefix`` and one of ``last``: no `get` of them asks again."""
        known, absent = self._known[shape], self._absent[shape]
        missing = [part for part in last if (*prefix, part) not in known]
        given = dict(zip(_PREFIX[shape], prefix, strict=True))
        for start in range(0, len(missing), PREFETCH):
            parts = missing[start : start + PREFETCH]
            keys = [(*prefix, part) for part in parts]
            known.update(dict.fromkeys(keys))
            absent.update(keys)
            given.update(zip(_PARTS, [*parts, *parts[-1:] * (PREFETCH - len(parts))], strict=True))
            text = _SOME[shape].on(self._dialect)
            self._cursor.execute(text.sql, text.bind(given))
            for values in self._cursor.fetchall():
                row = row_from(shape, values)
                known[key_of(row)] = row
                absent.discard(key_of(row))

    def prefetch_day(self, shape: type[CommuneRow] | type[TallyRow], station: str, day: str) -> None:
        """Asks at once for all rows of a day: no `get` of them, there or not, asks again."""
        if (station, day) in self._whole[shape]:
            return
        self._cursor.execute(_OF_DAY[shape].on(self._dialect).sql, (station, day))
        for values in self._cursor.fetchall():
            row = row_from(shape, values)
            self._known[shape].setdefault(key_of(row), row)
        self._whole[shape].add((station, day))

    def flush(self) -> None:
        """Writes what was put since the last time: new rows in bulk, others over those that may stand there."""
        for shape, rows in self._changed.items():
            absent = self._absent[shape]
            _ADD[shape].run(
                self._dialect, self._cursor, [structs.astuple(row) for key, row in rows.items() if key in absent]
            )
            changed = [structs.astuple(row) for key, row in rows.items() if key not in absent]
            sql = _PUT[shape].on(self._dialect).sql
            if len(changed) == 1:
                self._cursor.execute(sql, changed[0])
            elif changed:
                self._cursor.executemany(sql, changed)
            absent.difference_update(rows)
        self._changed.clear()
        self._waiting.clear()

    def relieve(self) -> None:
        """Between entries: keeps the memory of a long import bounded."""
        if sum(map(len, self._known.values())) > _FORGET_BEYOND:
            self.flush()
            self.forget()

    def forget(self) -> None:
        self._known.clear()
        self._absent.clear()
        self._whole.clear()

    def drop(self) -> None:
        """Forgets what was put, too: the transaction is going back."""
        self._changed.clear()
        self._waiting.clear()
        self.forget()
