"""The store's tables: the sources, which are the truth, and the projections, which the fold makes of them.

Every table has its primary key as its only order on the disk, so that one saved entry touches few pages.
"""

from __future__ import annotations

from typing import Any

from msgspec import structs
from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, MetaData, Table, Text
from sqlalchemy.types import TypeEngine

from campaign.rows import TABLES, Row

VERSION = 3
"""Of the tables' form: a store with a higher one is refused, one with a lower one is upgraded (`db.upgrade`)."""
OLDEST = 1
"""The first version whose sources are those of this one."""

# STRICT tables of SQLite know few type names; PostgreSQL shall order text by its bytes, as SQLite does.
TEXT: TypeEngine[Any] = Text().with_variant(Text(collation="C"), "postgresql")
WHOLE: TypeEngine[Any] = BigInteger().with_variant(Integer(), "sqlite")
FLAG: TypeEngine[Any] = Boolean().with_variant(Integer(), "sqlite")
BYTES: TypeEngine[Any] = LargeBinary()

_TYPES: dict[object, TypeEngine[Any]] = {str: TEXT, int: WHOLE, bool: FLAG}

metadata = MetaData()


def _table(
    name: str, key: dict[str, TypeEngine[Any]], others: dict[str, TypeEngine[Any]], nullable: tuple[str, ...] = ()
) -> Table:
    columns = [
        *(Column(column, shape, primary_key=True, autoincrement=False) for column, shape in key.items()),
        *(Column(column, shape, nullable=column in nullable) for column, shape in others.items()),
    ]
    return Table(name, metadata, *columns, sqlite_with_rowid=False, sqlite_strict=True)


def _projection(name: str, shape: type[Row]) -> Table:
    fields = {field.name: _TYPES[field.type] for field in structs.fields(shape)}
    key = dict(list(fields.items())[: shape.KEY])
    table = _table(name, key, {column: of for column, of in fields.items() if column not in key})
    for columns in shape.INDEXES:
        Index(f"{name}_by_{'_'.join(columns[1:])}", *(table.c[column] for column in columns))
    return table


_ENTRY = {"station": TEXT, "epoch": WHOLE, "n": WHOLE}

journal = _table("journal", _ENTRY, {"entry": BYTES, "head": BYTES})
"""Each entry's exact bytes and h(n)."""

subjects = _table("subjects", _ENTRY, {"salt": BYTES, "subject": BYTES, "erased": FLAG}, ("salt", "subject"))
"""A row for each entry with a commitment: held, withheld (no bytes, not erased) or erased (no bytes for ever)."""

marks = _table("marks", {**_ENTRY, "kind": TEXT}, {"mark": BYTES})
"""By which a person is found again, also after erasure: HMACs of `campaign.subject.mark_texts`."""
Index("marks_by_mark", marks.c.kind, marks.c.mark)

quarantine = _table("quarantine", _ENTRY, {"code": TEXT, "released_at": TEXT})
"""Entries that were not understood when they came: decided then, so that a newer program recomputes the same figures.

``released_at`` is "" until an officer releases the entry to be counted.
"""

turns = _table("turns", {"station": TEXT, "k": WHOLE}, {"epoch": WHOLE, "first": WHOLE})
"""The order in which a station's epochs came in: turn k began with entry ``first`` of ``epoch``.

A station's epochs share its rows, so what they add up to depends on it; the journals alone do not tell.
"""

envelopes = _table(
    "envelopes",
    {"sha256": TEXT},
    {"type": TEXT, "station": TEXT, "epoch": WHOLE, "version": WHOLE, "content": BYTES},
)
"""Accepted and issued documents as their exact bytes.

``station`` is "" where it is for all, ``epoch`` 0 where it is for any; ``version`` is a receipt's serial.
"""
Index("envelopes_by_type", envelopes.c.type, envelopes.c.station, envelopes.c.epoch, envelopes.c.version)

meta = _table("meta", {"name": TEXT}, {"value": BYTES})
"""What the store itself needs: its schema version, its keys."""

PROJECTIONS: dict[type[Row], Table] = {shape: _projection(name, shape) for name, shape in TABLES.items()}

open_follow_ups = _table("open_follow_ups", _ENTRY, {})
"""Follow-ups that wait: open, and nobody of that person was accepted later. What is closed costs a list nothing."""
