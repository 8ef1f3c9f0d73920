"""What the database says went wrong, as our refusals: the one place where its error codes are known."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from campaign.refusal import NotPermitted, Refusal, StorageRefused, StoreBroken

# Primary result codes, the low byte of an extended one (https://www.sqlite.org/rescode.html).
_BUSY, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 8, 10, 11, 13, 14, 26
_CONSTRAINT, _HELD_ALREADY = 19, "UNIQUE constraint failed"
"""A row stands where the journal says that none can; the driver tells the kind of a constraint in words only."""


def refusal_of(error: Exception) -> Refusal | None:
    """The refusal that a driver's error means; None where it is a bug of ours, which then shows as one."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if type(cause).__module__.partition(".")[0] == "psycopg":  # which a station never imports
        return _refusal_of_server(getattr(cause, "sqlstate", None), type(cause).__name__)
    match getattr(cause, "sqlite_errorcode", 0) & 0xFF:
        case code if code == _FULL:
            return StorageRefused("disk_full")
        case code if code == _READONLY:
            return StorageRefused("read_only")
        case code if code == _BUSY:
            return StorageRefused("store_in_use")
        case code if code in (_IOERR, _CANTOPEN):
            return StorageRefused("storage_failed")
        case code if code == _CORRUPT or (code == _CONSTRAINT and str(cause).startswith(_HELD_ALREADY)):
            return StoreBroken("store_damaged")
        case code if code == _NOTADB:  # or another key than its own
            return StoreBroken("store_unreadable")
    return None


def _refusal_of_server(sqlstate: str | None, name: str) -> Refusal | None:
    """By class or code of https://www.postgresql.org/docs/15/errcodes-appendix.html; none where nobody answered."""
    code = sqlstate or ("08000" if name in ("OperationalError", "ConnectionTimeout") else "")
    match code:
        case "53100":
            return StorageRefused("disk_full")
        case "25006":
            return StorageRefused("read_only")
        case "42501":
            return NotPermitted("server_refused")
        case "XX001" | "XX002" | "23505":
            return StoreBroken("store_damaged")
    match code[:2]:
        case "08" | "57":
            return StorageRefused("server_unreachable")
        case "28" | "3D":  # no such user, wrong password, no such database
            return NotPermitted("server_refused")
        case "53" | "58":
            return StorageRefused("storage_failed")
    return None


@contextmanager
def told_as_refusals() -> Iterator[None]:
    """Raises StorageRefused `disk_full`, `read_only`, `store_in_use`, `storage_failed`, `server_unreachable`,
    StoreBroken, NotPermitted("server_refused").
    """
    try:
        yield
    except Exception as error:
        refusal = refusal_of(error)
        if refusal is None:
            raise
        raise refusal from error
