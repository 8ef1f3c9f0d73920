"""The store: one program that writes to it, one writer at a time, readers beside it. Here over a SQLCipher file;
`db.server_store` opens the same store on a PostgreSQL server.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, MetaData
from sqlcipher3 import dbapi2

from campaign.refusal import InputRefused, StorageRefused, StoreBroken
from db import guards, planning, schema
from db.durable import files_told_as_refusals, flush_folder
from db.engine import open_engine
from db.failures import told_as_refusals
from db.meta import SCHEMA_VERSION, read_meta, write_meta
from db.transaction import Snapshot, Transaction

Upgrade = Callable[[Connection], None]


@dataclass(frozen=True, slots=True)
class Begin:
    """How a kind of database is told to begin a transaction, and ``anew`` to leave nothing of what was erased.

    ``before`` and ``after`` frame that, whatever comes of it.
    """

    write: str
    read: str
    anew: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


IN_A_FILE = Begin(
    write="BEGIN IMMEDIATE",
    read="BEGIN",
    # A page that was split keeps copies of its rows in free space, whatever `secure_delete` does later; and so does
    # the log. What is being written anew lies in an encrypted file meanwhile, since memory would be as large.
    anew="VACUUM",
    before=("PRAGMA temp_store = FILE",),
    after=("PRAGMA temp_store = MEMORY",),
)
_EMPTY_LOG = "PRAGMA wal_checkpoint(TRUNCATE)"


class Store:
    """Opened once per program; `close` it, or use it as a context. Readers and the writer may be different threads."""

    def __init__(
        self,
        reader: Engine,
        writer: Connection | None,
        let_go: Callable[[], None] | None = None,
        begin: Begin = IN_A_FILE,
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._let_go = let_go
        self._begin = begin
        self._idle_readers: list[Connection] = []
        self._one_writer = threading.Lock()
        self._writing_thread: int | None = None

    @classmethod
    def create(cls, path: Path, key: bytes, *more: MetaData) -> Self:
        """A new, empty store at ``path``, open for writing; it is there whole or not at all.

        Raises InputRefused("store_exists") and StorageRefused.
        """
        with _locked(path) as lock:
            if path.exists():
                raise InputRefused("store_exists")
            unfinished = path.with_name(f"{path.name}.new")
            with files_told_as_refusals():
                for leftover in path.parent.glob(f"{unfinished.name}*"):
                    leftover.unlink()
                with told_as_refusals(), open_engine(unfinished, key, read_only=False).connect() as connection:
                    _fill(connection, more)
                unfinished.chmod(0o600)
                os.replace(unfinished, path)
                flush_folder(path.parent)
            return cls._over(path, key, lock)

    @classmethod
    def open(cls, path: Path, key: bytes, *, read_only: bool = False, upgrade: Upgrade | None = None) -> Self:
        """An existing store. A read-only opening stands beside a writing one, of this program or another.

        ``upgrade`` makes an older store one of this version, in one transaction; without it, or read-only, such a
        store is refused.

        Raises StorageRefused `store_missing`, `store_in_use` and those of `db.failures`; StoreBroken `store_unreadable`
        (not its key, or no store at all), `store_newer`, `store_older`, `store_damaged`.
        """
        if not path.exists():
            raise StorageRefused("store_missing")
        if read_only:
            return cls._over(path, key, None)
        with _locked(path) as lock:
            return cls._over(path, key, lock, upgrade)

    @classmethod
    def _over(cls, path: Path, key: bytes, lock: FileLock | None, upgrade: Upgrade | None = None) -> Self:
        writer = None if lock is None else open_engine(path, key, read_only=False)
        reader = open_engine(path, key, read_only=True)
        with _first_look(), (writer or reader).connect() as connection:
            if upgrade is not None and writer is not None:
                upgrade_older(connection, upgrade, IN_A_FILE)
            check_version(connection)
        return cls(reader, writer.connect() if writer else None, lock.release if lock else None)

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """One transaction; taken back when the body raises. Durable when it has ended.

        Other threads wait for their turn; a write within a write is a bug. Raises StorageRefused `read_only` and
        those of `db.failures`.
        """
        if self._writer is None:
            raise StorageRefused("read_only")
        if self._writing_thread == threading.get_ident():
            raise RuntimeError("a write within a write")
        with self._one_writer, told_as_refusals():
            self._writing_thread = threading.get_ident()
            try:
                yield from _written(self._writer, self._begin.write)
            finally:
                self._writing_thread = None

    @contextmanager
    def read(self) -> Iterator[Snapshot]:
        """One consistent state, whatever is written meanwhile."""
        with told_as_refusals():
            try:
                connection = self._idle_readers.pop()
            except IndexError:
                connection = self._reader.connect()
            try:
                cursor = connection.connection.cursor()
                cursor.execute(self._begin.read)
                snapshot = Snapshot(connection)
                yield snapshot
                snapshot.close()
                cursor.execute("COMMIT")
            except BaseException:
                connection.close()
                raise
            self._idle_readers.append(connection)

    def write_anew(self) -> None:
        """Leaves no byte of what was erased in the store's free space, nor in a file's log.

        It takes a second for each 50,000 entries of a station, and other writers wait. Raises StorageRefused, also
        `store_in_use` where somebody reads beside it: then it is to be done again.
        """
        if self._writer is None:
            raise StorageRefused("read_only")
        with self._one_writer, told_as_refusals():
            try:
                for statement in (*self._begin.before, self._begin.anew):
                    self._writer.exec_driver_sql(statement)
            finally:
                for statement in self._begin.after:
                    self._writer.exec_driver_sql(statement)
            if self._begin is IN_A_FILE and self._writer.exec_driver_sql(_EMPTY_LOG).scalar_one():
                raise StorageRefused("store_in_use")

    def close(self) -> None:
        """What was committed is safe; a server that is lost has closed its end already."""
        try:
            with told_as_refusals():
                while self._idle_readers:
                    self._idle_readers.pop().close()
                if self._writer is not None:
                    self._writer.close()
        except StorageRefused as refusal:
            if refusal.code != "server_unreachable":
                raise
        if self._let_go is not None:
            self._let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def _locked(path: Path) -> Iterator[FileLock]:
    """The lock of a store's one program, kept by whoever got it unless the body raises."""
    lock = FileLock(f"{path}.lock", timeout=0, thread_local=False, fallback_to_soft=False)
    with files_told_as_refusals():
        try:
            lock.acquire()
        except Timeout:
            raise StorageRefused("store_in_use") from None
    try:
        yield lock
    except BaseException:
        lock.release()
        raise


@contextmanager
def _first_look() -> Iterator[None]:
    """A database without our tables is no store."""
    try:
        with told_as_refusals():
            yield
    except dbapi2.OperationalError as error:
        raise StoreBroken("store_unreadable") from error


def upgrade_older(connection: Connection, upgrade: Upgrade, begin: Begin) -> None:
    """Upgrades a store of an earlier version whose sources are still those of this one."""
    if not schema.OLDEST <= _version(connection) < schema.VERSION:
        return
    connection.exec_driver_sql(begin.write)
    try:
        upgrade(connection)
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise
    connection.exec_driver_sql("COMMIT")


def _version(connection: Connection) -> int:
    return int(read_meta(Snapshot(connection), SCHEMA_VERSION) or 0)


def check_version(connection: Connection) -> None:
    """Raises StoreBroken `store_newer`, `store_older`."""
    version = _version(connection)
    if version != schema.VERSION:
        code = "store_newer" if version > schema.VERSION else "store_older"
        raise StoreBroken(code, found=version, known=schema.VERSION)


def make_tables(connection: Connection, more: tuple[MetaData, ...]) -> None:
    """Within a transaction: all that a new store begins with."""
    for tables in (schema.metadata, *more):
        tables.create_all(connection)
    for statement in [*guards.triggers(connection.dialect), *planning.statistics(connection.dialect)]:
        connection.exec_driver_sql(statement)
    write_meta(Transaction(connection), SCHEMA_VERSION, str(schema.VERSION).encode())


def _fill(connection: Connection, more: tuple[MetaData, ...]) -> None:
    connection.exec_driver_sql(IN_A_FILE.write)
    make_tables(connection, more)
    connection.exec_driver_sql("COMMIT")


def _written(connection: Connection, begin: str) -> Iterator[Transaction]:
    cursor = connection.connection.cursor()
    cursor.execute(begin)
    try:
        transaction = Transaction(connection)
        yield transaction
        transaction.flush()
        transaction.close()
        cursor.execute("COMMIT")
    except BaseException:
        with suppress(Exception):  # a full disk has rolled it back already, a lost server too
            cursor.execute("ROLLBACK")
        raise
