"""The command's store on a PostgreSQL server: the same tables, guards and transactions as in a file.

Subjects lie there as the server keeps them: its roles and its disk protect them (docs/bundle-format.md, section 6).
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine, MetaData, create_engine, text
from sqlalchemy.pool import NullPool

from campaign.refusal import InputRefused, StorageRefused
from db.failures import told_as_refusals
from db.store import Begin, Store, Upgrade, check_version, make_tables, upgrade_older
from db.transaction import Transaction

SERVER = "postgresql+psycopg://"
ON_A_SERVER = Begin(
    write="BEGIN", read="BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", anew="VACUUM (FULL) subjects"
)
CONNECT_SECONDS = 10

_ONE_PROGRAM = 0x656E726F6C  # an arbitrary number, by which programs of this kind agree within a database


def create_on_server(url: str, fill: Callable[[Transaction], None], *more: MetaData) -> None:
    """Makes the tables and what ``fill`` puts into them in one transaction.

    Raises InputRefused("store_exists"), StorageRefused, NotPermitted("server_refused").
    """
    with told_as_refusals(), _engine(url).connect() as connection:
        _be_the_only_one(connection)
        if is_on_server(connection):
            raise InputRefused("store_exists")
        connection.exec_driver_sql(ON_A_SERVER.write)
        make_tables(connection, more)
        tx = Transaction(connection)
        fill(tx)
        tx.flush()
        connection.exec_driver_sql("COMMIT")


def open_on_server(url: str, *, read_only: bool = False, upgrade: Upgrade | None = None) -> Store:
    """An existing store, with the meaning and refusals of `Store.open`."""
    engine = _engine(url)
    with told_as_refusals():
        writer = engine.connect()
        try:
            if not is_on_server(writer):
                raise StorageRefused("store_missing")
            if not read_only:
                _be_the_only_one(writer)  # until the connection ends
                if upgrade is not None:
                    upgrade_older(writer, upgrade, ON_A_SERVER)
            check_version(writer)
        except BaseException:
            writer.close()
            raise
    if read_only:
        writer.close()
    return Store(engine, None if read_only else writer, begin=ON_A_SERVER)


def is_on_server(connection: Connection) -> bool:
    """Whether the database holds a store."""
    return bool(connection.scalar(text("SELECT to_regclass('meta') IS NOT NULL")))


def connect_to_server(url: str) -> Connection:
    """A connection of its own, for what is read and written beside the store. Raises as `open_on_server`."""
    with told_as_refusals():
        return _engine(url).connect()


def _be_the_only_one(connection: Connection) -> None:
    if not connection.scalar(text("SELECT pg_try_advisory_lock(:number)"), {"number": _ONE_PROGRAM}):
        raise StorageRefused("store_in_use")


def _engine(url: str) -> Engine:
    """Each transaction says its own BEGIN, parameters stand by position, text is UTF-8, nothing waits for ever.

    A statement is planned each time it runs: a plan made at the beginning of a great import, when the tables were
    empty, would walk them whole at its end.
    """
    given = {
        "connect_timeout": CONNECT_SECONDS,
        "client_encoding": "utf8",
        "application_name": "commandctl",
        "options": "-c plan_cache_mode=force_custom_plan -c random_page_cost=1.1",  # and pages are on no turning disk
    }
    return create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT", paramstyle="format", connect_args=given)
