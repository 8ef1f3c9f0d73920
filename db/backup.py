"""A copy of an open store, as encrypted as the store is and under the same key."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from campaign.refusal import StoreBroken
from db.durable import files_told_as_refusals
from db.engine import open_engine
from db.failures import told_as_refusals

PAGES_AT_ONCE = 256
"""1 MiB: so often progress is told, and a stop is heard."""

Progress = Callable[[int, int], None]
"""Hears (bytes done, bytes in all) between steps; what it raises stops the copy."""


def copy_store(path: Path, key: bytes, to: Path, progress: Progress = lambda done, total: None) -> None:
    """Copies the store at ``path``, as it is at one moment, into the new file ``to``; the disk has it on return.

    The writer goes on meanwhile: the copy reads one snapshot. Raises StorageRefused, StoreBroken, and what
    ``progress`` raises; then an unfinished ``to`` is left.
    """

    def step(_: int, remaining: int, pages: int) -> None:
        progress((pages - remaining) * page_bytes, pages * page_bytes)

    with told_as_refusals(), open_engine(path, key, read_only=True).connect() as reader:
        source = reader.connection.driver_connection
        assert source is not None
        page_bytes = int(source.execute("PRAGMA page_size").fetchone()[0])  # SQLCipher answers in text
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # from here on one snapshot
        with files_told_as_refusals():
            os.close(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        with closing(dbapi2.connect(str(to), isolation_level=None)) as target:
            target.execute("PRAGMA cipher_log_level = NONE")
            target.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            source.backup(target, pages=PAGES_AT_ONCE, progress=step)
            target.execute("PRAGMA journal_mode = DELETE")  # all of it in this one file
        source.execute("COMMIT")
    with files_told_as_refusals():
        handle = os.open(to, os.O_RDWR)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def check_pages(path: Path, key: bytes) -> None:
    """Reads a store's file to its end, each page against its own seal. Raises StoreBroken("store_damaged")."""
    with told_as_refusals(), open_engine(path, key, read_only=True).connect() as reader:
        if reader.exec_driver_sql("PRAGMA cipher_integrity_check").first() is not None:
            raise StoreBroken("store_damaged")
