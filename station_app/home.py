"""The station's folder: what lies where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

STORE = "store"
"""A folder that is there whole or not at all: the store and its key slots."""
UNFINISHED = "setup"
"""Where `STORE` is made before it gets its name."""
REBUILD = "rebuild"
"""A store that waits for what the command holds of a station whose computer is dead."""
LOCK = "setup.lock"
"""Keeps two programs from setting the station up at once."""
STORE_FILE = "station.db"
SLOTS_FILE = "keys.json"
LOG = "log"


@dataclass(frozen=True, slots=True)
class Homes:
    """The folders of the real and of the practice station, which share nothing; None: the system's place."""

    real: Path | None = None
    practice: Path | None = None

    def folder(self, *, practising: bool) -> Path:
        given = self.practice if practising else self.real
        if given is not None:
            return given
        from platformdirs import user_data_path

        return user_data_path("enrol-station-practice" if practising else "enrol-station", appauthor=False)
