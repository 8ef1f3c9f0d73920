"""Debian's PostgreSQL, started for the tests on a socket in a private folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg

PROGRAMS = max(Path("/usr/lib/postgresql").glob("*/bin"), default=Path("/usr/lib/postgresql/missing"))
_SETTINGS = ("listen_addresses=", "max_connections=20", "shared_buffers=32MB", "synchronous_commit=on")


@dataclass
class Server:
    folder: Path
    _numbers: Iterator[int] = field(default_factory=count)

    def new_database(self) -> str:
        """The URL of an empty database."""
        name = f"city_{next(self._numbers)}"
        with psycopg.connect(f"host={self.folder} dbname=postgres user=postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0")
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"


@contextmanager
def a_server(*settings: str, durable: bool = False) -> Iterator[Server]:
    """``settings`` as `name=value`. Where not ``durable``, a test of what a power cut leaves can't be made with it."""
    # PostgreSQL refuses to run as root; a path in the system's own temporary folder is short enough for a socket.
    user = "postgres" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    if user:
        shutil.chown(folder, user)
    data = folder / "data"

    def run(*command: str) -> None:
        done = subprocess.run(
            [str(PROGRAMS / command[0]), *command[1:]],
            user=user,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(folder)},
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()

    try:
        run(
            "initdb",
            "--no-sync",
            "--auth=trust",
            "--username=postgres",
            "--encoding=UTF8",
            "--locale=C",
            "-D",
            str(data),
        )
        all_of_them = [*_SETTINGS, f"unix_socket_directories={folder}", *([] if durable else ["fsync=off"]), *settings]
        options = " ".join(f"-c {setting}" for setting in all_of_them)
        run("pg_ctl", "--wait", "-D", str(data), "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield Server(folder)
        finally:
            run("pg_ctl", "--wait", "-D", str(data), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
