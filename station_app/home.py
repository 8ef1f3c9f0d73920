"""The station's folder: what lies where."""

from __future__ import annotations

STORE = "store"
"""A folder that is there whole or not at all: the store and its key slots."""
UNFINISHED = "setup"
"""Where `STORE` is made before it gets its name."""
LOCK = "setup.lock"
"""Keeps two programs from setting the station up at once."""
STORE_FILE = "station.db"
SLOTS_FILE = "keys.json"
LOG = "log"
