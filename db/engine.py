"""Opening the store's file: what holds on every connection to it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from campaign.refusal import StoreBroken

KEY_BYTES = 32
OLDEST_SQLITE = (3, 51, 3)  # before it, resetting the write-ahead log can lose committed data
BUSY_SECONDS = 5.0

_EACH_CONNECTION = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # else INSERT OR REPLACE would slip past the triggers that guard the journal
    "PRAGMA temp_store = MEMORY",  # no plaintext on the disk
    "PRAGMA secure_delete = ON",  # an erased subject leaves no bytes in its page
)
_WRITING = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -32768",  # KiB: an import goes to and fro between tables, each page costs a decryption
)


def open_engine(path: Path, key: bytes, *, read_only: bool) -> Engine:
    """Connections to the SQLCipher file at ``path`` by its raw 32-byte ``key``, a new one for each `connect`.

    They begin and commit nothing by themselves and may pass between threads. Raises StoreBroken("sqlite_too_old").
    """
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise StoreBroken("sqlite_too_old", found=dbapi2.sqlite_version)
    if len(key) != KEY_BYTES:
        raise ValueError("a store key has 32 bytes")
    uri = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    if read_only and _nobody_writes(path):
        uri += "&immutable=1"

    def connect() -> Any:
        connection = dbapi2.connect(
            uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        # The key comes first; a wrong one is told by a refusal, not by the library on standard error.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in (*_EACH_CONNECTION, *(() if read_only else _WRITING)):
            connection.execute(pragma)
        return connection

    # "Autocommit": each transaction says its own BEGIN; SQLAlchemy's would be deferred and could fork the chain.
    return create_engine("sqlite://", module=dbapi2, creator=connect, poolclass=NullPool, isolation_level="AUTOCOMMIT")


def leave_one_file(path: Path, key: bytes) -> None:
    """A store that is only read from now on: whoever reads it leaves no log beside it, until somebody writes again."""
    with open_engine(path, key, read_only=False).connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = DELETE")


def _nobody_writes(path: Path) -> bool:
    """Where nothing can be made, the files can't be by which readers and a writer agree; without a log none writes."""
    return not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
