"""Where the command's store is: a SQLCipher file, or a database of a PostgreSQL server."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sqlalchemy import bindparam, delete, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from campaign.refusal import InputRefused, Refusal, StorageRefused, StoreBroken
from db import schema
from db.command_schema import metadata
from db.durable import files_told_as_refusals, flush_folder
from db.failures import told_as_refusals
from db.keyslot_file import Slots, read_slots, written_slots
from db.keyslots import KeySlots, Point
from db.meta import ERASED, SCHEMA_VERSION
from db.server_store import SERVER, connect_to_server, create_on_server, is_on_server, open_on_server
from db.statement import Statement, Upsert
from db.store import Store, Upgrade
from db.transaction import Transaction

USER = "command"
"""The command has no users: its one slot's name."""
IN_A_FILE = "sqlite:///"
Fill = Callable[[Transaction], None]


class StorePlace(Protocol):
    def is_taken(self) -> bool:
        """Whether there is a store, or what is left of one."""

    def make(self, point: Point, password: str, fill: Fill) -> None:
        """A store with what ``fill`` puts into it: there whole, or not at all. Raises InputRefused("store_exists")."""

    def slots(self) -> KeySlots:
        """Raises InputRefused("not_set_up")."""

    def open(self, key: bytes, *, read_only: bool, upgrade: Upgrade | None = None) -> Store: ...


def place_of(url: str) -> StorePlace:
    """Raises InputRefused("bad_store_url") for what this program can't open."""
    if url.startswith(IN_A_FILE) and url != IN_A_FILE:
        return FilePlace(Path(url.removeprefix(IN_A_FILE)))
    if url.startswith(SERVER):
        try:
            make_url(url)
        except (ArgumentError, ValueError):
            raise InputRefused("bad_store_url", url=SERVER) from None
        return ServerPlace(url)
    raise InputRefused("bad_store_url", url=url.split("://", 1)[0])


@dataclass(frozen=True, slots=True)
class FilePlace:
    path: Path

    def is_taken(self) -> bool:
        """Also by what is left of one that was moved: its log, or its slots without a founding."""
        beside = [self.path.with_name(f"{self.path.name}{end}") for end in ("", "-wal", "-shm")]
        moved = slots_of(self.path).exists() and not self._unfinished.exists()
        return moved or any(path.exists() for path in beside)

    def make(self, point: Point, password: str, fill: Fill) -> None:
        """Store and key slots under names of their own, which they keep until both are whole."""
        with files_told_as_refusals():
            self.path.parent.mkdir(parents=True, exist_ok=True)
        self._sweep()
        store_key = secrets.token_bytes(32)
        try:
            slots = KeySlots.create(slots_of(self._unfinished), point)
            slots.add(USER, USER, USER, password, store_key)
            with Store.create(self._unfinished, store_key, metadata) as store, store.write() as tx:
                fill(tx)
        except Refusal:
            with suppress(StorageRefused):
                self._sweep()
            raise
        with files_told_as_refusals():
            slots_of(self._unfinished).replace(slots_of(self.path))  # first: a store without its slots is lost
            self._unfinished.rename(self.path)
            flush_folder(self.path.parent)
        self._sweep()

    def slots(self) -> KeySlots:
        if not self.path.exists() or not slots_of(self.path).exists():
            raise InputRefused("not_set_up", home=str(self.path))
        return KeySlots.open(slots_of(self.path))

    def open(self, key: bytes, *, read_only: bool, upgrade: Upgrade | None = None) -> Store:
        return Store.open(self.path, key, read_only=read_only, upgrade=upgrade)

    def remove(self) -> None:
        """Takes away a store and its slots, and whatever a founding left. Raises StorageRefused."""
        self._sweep()
        with files_told_as_refusals():
            for name in (self.path.name, f"{self.path.name}-wal", f"{self.path.name}-shm", slots_of(self.path).name):
                self.path.with_name(name).unlink(missing_ok=True)

    @property
    def _unfinished(self) -> Path:
        return self.path.with_name(f"{self.path.name}.setup")

    def _sweep(self) -> None:
        """Removes what a founding leaves beside a store: its lock, logs, and all of one that was interrupted."""
        with files_told_as_refusals():
            for path in self.path.parent.iterdir():
                if path.name.startswith(self._unfinished.name):
                    path.unlink()


def slots_of(store_path: Path) -> Path:
    """The key-slot file that stands beside a store."""
    return store_path.with_name(f"{store_path.name}.keys.json")


@dataclass(frozen=True, slots=True)
class ServerPlace:
    """The slots lie in the database: whoever may read it could read the subjects anyway. They still say who may work
    with it from here, and slow guesses down.
    """

    url: str

    def is_taken(self) -> bool:
        with connect_to_server(self.url) as connection, told_as_refusals():
            return is_on_server(connection)

    def make(self, point: Point, password: str, fill: Fill) -> None:
        def all_of_it(tx: Transaction) -> None:
            slots = KeySlots(_SlotsWithin(tx))
            slots.begin(point)
            slots.add(USER, USER, USER, password, secrets.token_bytes(32))
            fill(tx)

        create_on_server(self.url, all_of_it, metadata)

    def slots(self) -> KeySlots:
        if not self.is_taken():
            raise InputRefused("not_set_up", home=SERVER)
        return KeySlots(_SlotsOnServer(self.url))

    def open(self, key: bytes, *, read_only: bool, upgrade: Upgrade | None = None) -> Store:
        return open_on_server(self.url, read_only=read_only, upgrade=upgrade)


_SLOTS, _PREVIOUS = "key_slots", "key_slots_previous"
_M = schema.meta.c
_GET = Statement(select(_M.value).where(_M.name == bindparam("name")))
_PUT = Upsert(schema.meta)
OWN_META = frozenset([SCHEMA_VERSION, ERASED, _SLOTS, _PREVIOUS])
"""What of ``meta`` says something of one store alone."""
_DROP = Statement(delete(schema.meta).where(_M.name == bindparam("name")))


class _SlotsWithin:
    """Key slots as rows of ``meta``."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    def read(self) -> Slots:
        for name in (_SLOTS, _PREVIOUS):
            found = self._tx.one(_GET, name=name)
            slots = read_slots(bytes(found[0])) if found else None
            if slots is not None:
                return slots
        raise StoreBroken("key_slots_unreadable")

    def write(self, slots: Slots) -> None:
        content = written_slots(slots)
        old = self._tx.one(_GET, name=_SLOTS)
        if old is not None:
            self._tx.run(_PUT, name=_PREVIOUS, value=bytes(old[0]))
        self._tx.run(_PUT, name=_SLOTS, value=content)

    def drop_previous(self) -> None:
        self._tx.run(_DROP, name=_PREVIOUS)


class _SlotsOnServer:
    """The same, each call on a connection of its own: a failed attempt is kept whatever becomes of the rest."""

    def __init__(self, url: str) -> None:
        self._url = url

    def read(self) -> Slots:
        with connect_to_server(self._url) as connection, told_as_refusals():
            return _SlotsWithin(Transaction(connection)).read()

    def write(self, slots: Slots) -> None:
        self._do(lambda within: within.write(slots))

    def drop_previous(self) -> None:
        self._do(lambda within: within.drop_previous())

    def _do(self, change: Callable[[_SlotsWithin], None]) -> None:
        with connect_to_server(self._url) as connection, told_as_refusals():
            connection.exec_driver_sql("BEGIN")
            change(_SlotsWithin(Transaction(connection)))
            connection.exec_driver_sql("COMMIT")
