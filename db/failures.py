"""What the database says went wrong, as our refusals: the one place where SQLite's error codes are known."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from campaign.refusal import Refusal, StorageRefused, StoreBroken

# Primary result codes, the low byte of an extended one (https://www.sqlite.org/rescode.html).
_BUSY, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 8, 10, 11, 13, 14, 26


def refusal_of(error: Exception) -> Refusal | None:
    """The refusal that a driver's error means; None where it is a bug of ours, which then shows as one."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    match getattr(cause, "sqlite_errorcode", 0) & 0xFF:
        case code if code == _FULL:
            return StorageRefused("disk_full")
        case code if code == _READONLY:
            return StorageRefused("read_only")
        case code if code == _BUSY:
            return StorageRefused("store_in_use")
        case code if code in (_IOERR, _CANTOPEN):
            return StorageRefused("storage_failed")
        case code if code == _CORRUPT:
            return StoreBroken("store_damaged")
        case code if code == _NOTADB:  # or another key than its own
            return StoreBroken("store_unreadable")
    return None


@contextmanager
def told_as_refusals() -> Iterator[None]:
    """Raises StorageRefused `disk_full`, `read_only`, `store_in_use`, `storage_failed`, StoreBroken."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        refusal = refusal_of(error)
        if refusal is None:
            raise
        raise refusal from error
