"""Export of a journal, beside the bare stages: read, zstd, age, SHA-256, write, fsync."""

from __future__ import annotations

import os
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pyrage
import zstandard

from bench.measure import Measurement, alternately
from bench.prepared import OPENED, OPERATOR, SUPERVISOR, fill, open_for, station_at
from bench.saved_entry import bare_connection
from bundle.stick import Stick
from bundle.writer import _LEVEL
from station_app.home import STORE, STORE_FILE
from station_app.services.export_bundle import export_bundle
from station_app.services.trusted import trusted_city

ROWS = """SELECT journal.entry, subjects.salt, subjects.subject FROM journal LEFT JOIN subjects
USING (station, epoch, n) WHERE journal.station = ? AND journal.epoch = 1 ORDER BY n"""


def filled_home(folder: Path, entries: int) -> Path:
    """A practice station with so many applications in one shift."""
    home = folder / "exporting"
    with station_at(home, OPERATOR, OPENED) as station:
        fill(station, open_for(station, "TB-1", "ca-1"), entries, seed=2)
    return home


def exporting(home: Path, entries: int, runs: int) -> Measurement:
    """Each run exports all of it anew."""
    target = home / "exported"
    target.mkdir()
    with station_at(home, SUPERVISOR, OPENED) as station:
        with station.store.read() as snapshot:
            recipients = trusted_city(snapshot, station.identity).current.recipients
        keys = [pyrage.x25519.Recipient.from_str(key) for key in (recipients.city, recipients.recovery)]
        code = station.identity.station

        def bare(number: int) -> None:
            connection = bare_connection(home / STORE / STORE_FILE, station.keys.store)
            rows = connection.execute(ROWS, (code,)).fetchall()
            lines = []
            for entry, salt, subject in rows:
                lines.append(b"E " + entry + b"\n")
                if salt is not None:
                    lines.append(b"S " + salt.hex().encode() + b" " + subject + b"\n")
            payload = b"".join(lines)
            sha256(payload)
            encrypted = BytesIO()
            packed = zstandard.ZstdCompressor(level=_LEVEL).compress(payload)
            pyrage.encrypt_io(BytesIO(packed), encrypted, keys)
            data = encrypted.getvalue()
            sha256(data)
            with (target / f"{number}.bare").open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            connection.close()

        return alternately(
            f"export of {entries} entries / read, zstd, age, SHA-256, write, fsync",
            lambda number: export_bundle(station, Stick(target)),
            bare,
            runs,
        )
