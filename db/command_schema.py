"""The tables that only the command's store has: what it met of its stations' bundles, and who was seen twice.

They are made beside the shared ones. Every key starts with the station.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Index, MetaData, Table

from db.schema import BYTES, FLAG, TEXT, WHOLE

metadata = MetaData()


def _table(name: str, *columns: Column[Any]) -> Table:
    """As the shared tables: the primary key is the only order on the disk."""
    return Table(name, metadata, *columns, sqlite_with_rowid=False, sqlite_strict=True)


met = _table(
    "met",
    Column("station", TEXT, primary_key=True),
    Column("epoch", WHOLE, primary_key=True, autoincrement=False),
    Column("accepted_at", TEXT, nullable=False),
    Column("highest_seq", WHOLE, nullable=False),
    Column("rollback_seq", WHOLE, nullable=False),
    Column("gap_first", WHOLE, nullable=False),
    Column("gap_last", WHOLE, nullable=False),
)
"""An epoch of which a bundle with a good signature was met. "" and 0 stand for none: the time of the last bundle that
brought new entries, the highest seq not refused, and, until a bundle brings new entries, a rolled-back seq and the
entries missing before a refused one."""

taken_bundles = _table(
    "taken_bundles",
    Column("station", TEXT, primary_key=True),
    Column("epoch", WHOLE, primary_key=True, autoincrement=False),
    Column("seq", WHOLE, primary_key=True, autoincrement=False),
    Column("sha256", TEXT, nullable=False),
    Column("first", WHOLE, nullable=False),
    Column("last", WHOLE, nullable=False),
    Column("taken_at", TEXT, nullable=False),
)
"""Bundles whose entries are all held: one digest for each seq, for ever."""

unlisted_bundles = _table(
    "unlisted_bundles",
    Column("station", TEXT, primary_key=True),
    Column("epoch", WHOLE, primary_key=True, autoincrement=False),
    Column("seq", WHOLE, primary_key=True, autoincrement=False),
    Column("sha256", TEXT, primary_key=True),
    Column("state", TEXT, nullable=False),
    Column("code", TEXT, nullable=False),
)
"""Bundles met since the last receipt: the next one lists them, and then they are forgotten here."""

forks = _table(
    "forks",
    Column("station", TEXT, primary_key=True),
    Column("epoch", WHOLE, primary_key=True, autoincrement=False),
    Column("kind", TEXT, primary_key=True),
    Column("number", WHOLE, primary_key=True, autoincrement=False),
    Column("offered", TEXT, primary_key=True),
    Column("held", TEXT, nullable=False),
    Column("file", TEXT, nullable=False),
    Column("met_at", TEXT, nullable=False),
)
"""Evidence of two histories: ``kind`` n, two heads at an entry; ``kind`` seq, two digests of a bundle."""

shared_through = _table(
    "shared_through",
    Column("station", TEXT, primary_key=True),
    Column("epoch", WHOLE, primary_key=True, autoincrement=False),
    Column("last", WHOLE, nullable=False),
)
"""The last entry of a forked epoch that all histories of it share, as far as they were met."""

told_through = _table(
    "told_through",
    Column("station", TEXT, primary_key=True),
    Column("epoch", WHOLE, primary_key=True, autoincrement=False),
    Column("last", WHOLE, nullable=False),
)
"""The highest entry of an epoch of which a bundle or a person told, held or not: what lies beyond those held is
missing."""

durable_through = _table(
    "durable_through",
    Column("station", TEXT, primary_key=True),
    Column("epoch", WHOLE, primary_key=True, autoincrement=False),
    Column("last", WHOLE, nullable=False),
    Column("backed_up_at", TEXT, nullable=False),
)
"""The last entry of an epoch that a verified backup of this store holds."""

claims = _table(
    "claims",
    Column("station", TEXT, primary_key=True),
    Column("epoch", WHOLE, primary_key=True, autoincrement=False),
    Column("n", WHOLE, primary_key=True, autoincrement=False),
    Column("person", BYTES, nullable=False),
    Column("at", TEXT, nullable=False),
    Column("day", TEXT, nullable=False),
    Column("overridden", FLAG, nullable=False),
)
"""A counted application and the person it is of: the number's mark, or else that of CMND and birth date."""
Index("claims_by_person", claims.c.person, claims.c.at)

duplicates = _table(
    "duplicates",
    Column("station", TEXT, primary_key=True),
    Column("epoch", WHOLE, primary_key=True, autoincrement=False),
    Column("n", WHOLE, primary_key=True, autoincrement=False),
    Column("day", TEXT, nullable=False),
    Column("other_station", TEXT, nullable=False),
    Column("other_epoch", WHOLE, nullable=False),
    Column("other_n", WHOLE, nullable=False),
)
"""A claim that doesn't count in the city's figures, and the earlier one that does."""
