"""Import of a bundle, beside decoding, hashes and bulk INSERTs into the same tables by bare sqlcipher3."""

from __future__ import annotations

import hmac
import json
import shutil
from base64 import b64decode
from contextlib import ExitStack
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pyrage
import zstandard

from bench.measure import Measurement, alternately
from bench.prepared import OPENED, SUPERVISOR, station_at
from bench.saved_entry import bare_connection
from bundle.stick import Stick
from campaign.chain import commitment, first_head, next_head
from command_app.bootstrap import open_city
from command_app.key_files import KeyFiles
from command_app.services.import_bundles import import_bundles
from command_app.store_places import slots_of
from db.keyslots import KeySlots
from station_app.practice import ADMINISTRATOR, CITY, PASSWORDS
from station_app.services.export_bundle import export_bundle

Rows = dict[str, list[tuple[Any, ...]]]


def importing(home: Path, entries: int, runs: int) -> Measurement:
    """Each run imports all of it into a fresh copy of the command's store."""
    password = PASSWORDS[ADMINISTRATOR]
    folder = home / "importing"
    folder.mkdir()
    stick = Stick(folder)
    with station_at(home, SUPERVISOR, OPENED) as station:
        bundle = Path(export_bundle(station, stick).file)
    identity = KeyFiles(home / CITY / "keys", True, password, {}).identity()
    for number in range(runs + 2):
        for source in (home / CITY / "command.db", slots_of(home / CITY / "command.db")):
            for copy in ("ours", "bare"):
                shutil.copy(source, folder / source.name.replace("command", f"{copy}-{number}"))
    store_key = KeySlots.open(slots_of(home / CITY / "command.db")).unlock("command", password, now=OPENED)

    with ExitStack() as opened:
        cities = [
            opened.enter_context(
                open_city(
                    f"sqlite:///{(folder / f'ours-{number}.db').as_posix()}", password, lambda **_: lambda: OPENED
                )
            )
            for number in range(runs + 2)
        ]

        def ours(number: int) -> None:
            taken = import_bundles(cities[number], [bundle], identity).bundles[0]
            assert taken.state == "accepted", taken

        ours(runs + 1)
        rows = _rows_of(folder / f"ours-{runs + 1}.db", store_key)
        text = bundle.read_bytes()
        return alternately(
            f"import of {entries} entries / decode, hashes, bulk INSERTs by bare sqlcipher3",
            ours,
            lambda number: _bare(text, identity, bare_connection(folder / f"bare-{number}.db", store_key), rows),
            runs,
        )


def _bare(text: bytes, identity: str, connection: Any, rows: Rows) -> None:
    _, manifest_line, ciphertext = text.split(b"\n", 2)
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
            msgspec.json.decode(line[35:])
            assert commitment(bytes.fromhex(line[2:34].decode()), line[35:]) == digest
    assert head.hex() == manifest["head"]
    for _, _, _, kind, mark in rows["marks"]:
        hmac.digest(mark, kind.encode(), "sha256")
    connection.execute("BEGIN IMMEDIATE")
    for table, values in rows.items():
        marks = ", ".join("?" * len(values[0]))
        connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", values)
    connection.execute("COMMIT")
    connection.close()


def _rows_of(store: Path, key: bytes) -> Rows:
    """What an import leaves in the tables."""
    connection = bare_connection(store, key)
    kept = ("meta", "envelopes")
    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith("sqlite_") and name not in kept
    ]
    found = {table: [tuple(row) for row in connection.execute(f"SELECT * FROM {table}")] for table in tables}
    connection.close()
    return {table: rows for table, rows in found.items() if rows}
