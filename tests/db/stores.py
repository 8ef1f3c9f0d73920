"""Stores for tests: real SQLCipher files, filled through the journal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from msgspec import structs
from sqlalchemy import select
from sqlcipher3 import dbapi2

from campaign.chain import commitment, first_head, next_head
from campaign.entry import Entry, make_entry
from campaign.rows import MemoryRows, Row
from campaign.subject import Subject, subject_bytes
from db.intake import Intake
from db.journal import Journal, Received
from db.schema import PROJECTIONS
from db.statement import Statement
from db.transaction import Snapshot, Transaction
from tests.journals import RULES, STATION

KEY = sha256(b"a store's key").digest()
MARK_KEY = sha256(b"a mark's key").digest()


def journal_of(tx: Transaction, station: str = STATION, epoch: int = 1) -> Journal:
    return Journal(tx, station, epoch, RULES, MARK_KEY)


def receive(journal: Journal, items: Iterable[Received]) -> int:
    """Takes entries in as an import does; returns how many."""
    intake = Intake(journal)
    intake.take(items)
    return intake.finish()


def a_subject(number: int = 1, **changes: Any) -> Subject:
    person = Subject(number=f"031092{number:06}", name=f"Nguyễn Thị {number}", birth_date="1992-03-04", sex="female")
    return structs.replace(person, **changes)


def received(
    entries: Iterable[Entry], station: str = STATION, epoch: int = 1, *, withheld: bool = False
) -> list[Received]:
    """As a verified bundle gives them: each logged application with a subject of its own, committed to."""
    items = []
    head = first_head(station, epoch)
    for entry in entries:
        header, salt, data = entry.header, None, None
        if header.kind == "application_logged" and entry.body is not None:
            data = subject_bytes(a_subject(header.n % 7))
            salt = sha256(f"{epoch}.{header.n}".encode()).digest()[:16]
            facts = {"shift": header.shift or None, "device": header.device or None}
            day, promise = date.fromisoformat(header.day), commitment(salt, data)
            entry = make_entry(header.n, header.at, day, header.by, entry.body, **facts, subject=promise)
        head = next_head(head, entry.data)
        kept = (None, None) if withheld else (salt, data)
        items.append(Received(entry, head, *kept, entry.trouble))
    return items


def rows_of(snapshot: Snapshot) -> dict[type[Row], set[tuple[object, ...]]]:
    """All projected rows of the store."""
    return {shape: set(snapshot.all(Statement(select(table)))) for shape, table in PROJECTIONS.items()}


def rows_in(memory: MemoryRows) -> dict[type[Row], set[tuple[object, ...]]]:
    return {shape: {structs.astuple(row) for row in rows.values()} for shape, rows in memory.tables.items()}


@contextmanager
def tampering(path: Path, key: bytes = KEY) -> Iterator[dbapi2.Connection]:
    """Someone who has the key and a database tool, and has taken the guards away."""
    connection = dbapi2.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    try:
        yield connection
    finally:
        connection.close()
