"""The floor of an import: decoding, JSON, hashes, commitments, marks, and bulk loading of the same rows into the same
tables, one commit a bundle; nothing is checked that a hash does not check.
"""

from __future__ import annotations

import hmac
import json
from base64 import b64decode
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import psutil
import psycopg
import pyrage
import zstandard

from bench.saved_entry import bare_connection
from campaign.chain import commitment, first_head, next_head
from db.bulk import Addition
from db.copy_store import TABLES

Rows = dict[str, list[tuple[Any, ...]]]
OWN = ("meta", "envelopes")
"""Tables that no import fills."""
_KEY = b"a floor's own key, of 32 bytes .."


def decode(bundle: Path, identity: str) -> None:
    """All that is done with the bytes before the first row."""
    _, manifest_line, ciphertext = bundle.read_bytes().split(b"\n", 2)
    sha256(ciphertext)
    manifest = json.loads(b64decode(json.loads(manifest_line)["payload"]))
    packed = BytesIO()
    pyrage.decrypt_io(BytesIO(ciphertext), packed, [pyrage.x25519.Identity.from_str(identity)])
    payload = zstandard.ZstdDecompressor().decompressobj().decompress(packed.getvalue())
    sha256(payload)
    head, digest = first_head(manifest["station"], manifest["epoch"]), ""
    for line in payload.splitlines():
        if line.startswith(b"E "):
            head = next_head(head, line[2:])
            digest = msgspec.json.decode(line[2:]).get("subject", "")
        else:
            subject = msgspec.json.decode(line[35:])
            assert commitment(bytes.fromhex(line[2:34].decode()), line[35:]) == digest
            for name in ("number", "old_number", "name"):
                if name in subject:
                    hmac.digest(_KEY, subject[name].encode(), "sha256")
    assert head.hex() == manifest["head"]


class BareFile:
    """A SQLCipher file of the command, and the rows that another one took of a station."""

    def __init__(self, filled: Path, empty: Path, key_of: Callable[[Path], bytes]) -> None:
        self._filled = bare_connection(filled, key_of(filled))
        self._empty = bare_connection(empty, key_of(empty))
        self._empty.execute("PRAGMA cache_size = -32768")  # as the store has it: a page costs a decryption

    def rows(self, station: str) -> Rows:
        found = {
            table.name: self._filled.execute(f"SELECT * FROM {table.name} WHERE station = ?", (station,)).fetchall()
            for table in TABLES
            if table.name not in OWN
        }
        return {name: rows for name, rows in found.items() if rows}

    def load(self, rows: Rows) -> None:
        self._empty.execute("BEGIN IMMEDIATE")
        for table, values in rows.items():
            marks = ", ".join("?" * len(values[0]))
            self._empty.executemany(f"INSERT INTO {table} VALUES ({marks})", values)
        self._empty.execute("COMMIT")

    def server_cpu(self) -> float:
        return 0.0

    def close(self) -> None:
        self._filled.close()
        self._empty.close()


class BareServer:
    """The same of two databases on a server, by COPY."""

    def __init__(self, filled: str, empty: str) -> None:
        self._url = empty
        self._filled, self._empty = _connected(filled), _connected(empty)
        self._copies = {table.name: Addition(table) for table in TABLES if table.name not in OWN}

    def rows(self, station: str) -> Rows:
        found = {}
        for table in self._copies:
            cursor = self._filled.cursor()
            cursor.execute(f"SELECT * FROM {table} WHERE station = %s".encode(), (station,))
            found[table] = cursor.fetchall()
        return {name: rows for name, rows in found.items() if rows}

    def load(self, rows: Rows) -> None:
        cursor = self._empty.cursor()
        cursor.execute("BEGIN")
        for table, values in rows.items():
            with cursor.copy(self._copies[table].copy_text.encode()) as copy:
                copy.set_types(self._copies[table].types)
                for row in values:
                    copy.write_row(row)
        cursor.execute("COMMIT")

    def server_cpu(self) -> float:
        return server_cpu(self._url)

    def close(self) -> None:
        self._filled.close()
        self._empty.close()


def server_cpu(url: str) -> float:
    """Seconds of processors that a server on this machine has spent for the connections that a database has now."""
    with _connected(url) as connection:
        found = connection.execute(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        ).fetchall()
    return sum((times := psutil.Process(pid).cpu_times()).user + times.system for (pid,) in found)


def _connected(url: str) -> psycopg.Connection:
    return psycopg.connect(url.replace("postgresql+psycopg://", "postgresql://"), autocommit=True)
