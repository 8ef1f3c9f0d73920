"""`stationctl` as its callers meet it: arguments and input in, documents and an exit code out.

`run` calls the program within this process, its whole way from `main` to `sys.exit`; `start` as a process of its own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from click.testing import CliRunner
from sqlcipher3 import dbapi2

from campaign.calendar import VIETNAM, parse_time
from campaign.entry import Entry, read_entry
from campaign.events import ApplicationLogged
from command_app.cli import main as commandctl
from db.history import History
from db.keyslots import Cost, KeySlots
from db.store import Store
from station_app.cli import main as stationctl
from station_app.home import SLOTS_FILE, STORE, STORE_FILE

CAMPAIGN = "hp-2021"
STATION = "HP-LC-01"
UNIT = "Công an quận Lê Chân"
DEVICES = ("TB-1", "TB-2")
ADMINISTRATOR, SUPERVISOR, OPERATOR, OTHER_OPERATOR = "quan.tri", "pd.luong", "tk.van", "lt.hanh"
PASSWORD = "mat-khau-7"
SECONDS_TO_START = 60
QUICK = Cost(memory=8, time=1)
"""Passwords are slow to try on purpose; a test that unlocks often has no time for it."""

Program = Callable[[], None]


def moment(clock: str, day: str = "2021-04-08") -> str:
    """`07:33` as the command line takes it, on Thursday, 2021-04-08."""
    return f"{day}T{clock}:00+07:00"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a program said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        """The documents of standard output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def document(self) -> Any:
        """The only one."""
        (document,) = self.lines
        return document

    @property
    def error(self) -> str:
        """The code of the error that is the whole answer."""
        error = self.document["error"]
        assert list(error)[:4] == ["code", "message", "hint", "file"]
        assert error["message"]
        return str(error["code"])


def run(program: Program, *arguments: str | Path, stdin: bytes = b"", env: Mapping[str, str | None]) -> Answer:
    """The program's answer; its output is read as the bytes that it wrote."""
    argv = [program.__module__, *map(str, arguments)]
    code = 0
    with CliRunner().isolation(stdin, env) as (out, err, _), patch.object(sys, "argv", argv):
        try:
            program()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        sys.stdout.flush()
        sys.stderr.flush()
        said = out.getvalue(), err.getvalue()
    return Answer(code, said[0].decode(), said[1].decode())


@dataclass(frozen=True)
class Stationctl:
    """`stationctl` at a home, by a user, at a time of the drill (None: now)."""

    home: Path
    user: str | None = SUPERVISOR
    now: str | None = moment("08:00")
    password: str | None = PASSWORD

    def by(self, user: str | None) -> Stationctl:
        return replace(self, user=user)

    def at(self, clock: str | None, day: str = "2021-04-08") -> Stationctl:
        return replace(self, now=clock and moment(clock, day))

    def __call__(self, *arguments: str | Path, stdin: bytes = b"", **env: str) -> Answer:
        return run(stationctl, *self._arguments(arguments), stdin=stdin, env={**self._env(), **env})

    def log(self, *lines: Mapping[str, Any] | bytes, device: str = "TB-1") -> Answer:
        """`log` of lines: objects as JSON, bytes as they are."""
        return self("log", "--device", device, stdin=json_lines(lines))

    def start(self, *arguments: str | Path, **env: str) -> subprocess.Popen[bytes]:
        """A process of its own, with pipes."""
        command = [Path(sys.executable).with_name("stationctl"), *self._arguments(arguments)]
        told = {name: text for name, text in {**os.environ, **self._env(), **env}.items() if text is not None}
        pipe = subprocess.PIPE
        return subprocess.Popen(command, env=told, stdin=pipe, stdout=pipe, stderr=pipe)

    def redirected(self, how: str, *arguments: str | Path, stdin: bytes) -> Answer:
        """A process whose standard streams go where a shell sends them, such as `>&-`."""
        program = Path(sys.executable).with_name("stationctl")
        command: list[str | Path] = ["sh", "-c", f'exec "$@" {how}', "sh", program, *self._arguments(arguments)]
        told = {name: text for name, text in {**os.environ, **self._env()}.items() if text is not None}
        ended = subprocess.run(command, env=told, input=stdin, capture_output=True, check=False)
        return Answer(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    def process(self, *arguments: str | Path, stdin: bytes = b"", **env: str) -> Answer:
        with self.start(*arguments, **env) as process:
            out, err = process.communicate(stdin, timeout=SECONDS_TO_START)
        return Answer(process.returncode, out.decode(), err.decode())

    def _arguments(self, arguments: tuple[str | Path, ...]) -> list[str | Path]:
        now = ["--now", self.now] if self.now else []
        return ["--home", self.home, *arguments, "--json", *now]

    def _env(self) -> dict[str, str | None]:
        return {
            "STATION_USER": self.user,
            "STATION_PASSWORD": self.password,
            "STATION_NEW_PASSWORD": PASSWORD,
            "COMMAND_PASSWORD": None,
        }


@dataclass(frozen=True, slots=True)
class Second:
    """Options that name a second person; ``file`` gets their password."""

    file: Path

    def __call__(self, user: str, password: str = PASSWORD) -> tuple[str | Path, ...]:
        self.file.write_text(password)
        return ("--second-user", user, "--second-password-file", self.file)


@dataclass(frozen=True)
class Commandctl:
    """`commandctl` in a folder: its key files, and its store unless that is on a server."""

    folder: Path
    now: str = moment("08:00")
    server: str = ""
    """The URL of the store's database."""

    def __call__(self, *arguments: str | Path) -> Answer:
        asked = ["--store", self.store, *arguments, "--json", "--now", self.now]
        return run(commandctl, *asked, env={"COMMAND_PASSWORD": PASSWORD})

    @property
    def store(self) -> str:
        return self.server or f"sqlite:///{self.folder}/command.db"

    @property
    def keys(self) -> Path:
        return self.folder / "keys"


def json_lines(lines: tuple[Mapping[str, Any] | bytes, ...]) -> bytes:
    return b"".join((line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines)


def new_drill(folder: Path, server: str = "") -> None:
    """A practice station in `folder`/station with its people, a city in `folder`/city, and what it signed received."""
    ctl = Stationctl(folder / "station", ADMINISTRATOR, moment("07:00"))
    city = Commandctl(folder / "city", moment("07:10"), server)
    stick = folder / "stick"
    for made in (stick, city.folder):
        made.mkdir()
    _done(ctl("init", "--campaign", CAMPAIGN, "--station", STATION, "--unit", UNIT, *_devices(), "--drill"))
    for user, role, name in (
        (SUPERVISOR, "supervisor", "Phạm Đức Lương"),
        (OPERATOR, "operator", "Trần Khánh Vân"),
        (OTHER_OPERATOR, "operator", "Lê Thu Hạnh"),
    ):
        _done(ctl("user", "add", user, "--role", role, "--full-name", name))
    _done(ctl("request", stick))
    _done(
        replace(city, now=moment("08:00", "2021-03-13"))("init", "--campaign", CAMPAIGN, "--keys", city.keys, "--drill")
    )
    _done(city("enrol", stick, "--keys", city.keys))
    _done(ctl.at("07:20")("receive", stick))
    unlock_quickly(ctl.home)


def unlock_quickly(home: Path) -> None:
    """Gives the people of a home slots that open at once, with the same passwords."""
    slots = KeySlots.open(home / STORE / SLOTS_FILE, QUICK)
    key = store_key(home)
    for user in slots.users:
        slots.add(user.user, user.full_name, user.role, PASSWORD, key)


def store_key(home: Path, user: str = ADMINISTRATOR) -> bytes:
    now = parse_time(moment("08:00")).astimezone(VIETNAM)
    return KeySlots.open(home / STORE / SLOTS_FILE).unlock(user, PASSWORD, now=now)


def entries(home: Path) -> list[Entry]:
    """The station's journal as it is on the disk, entry 1 first."""
    with Store.open(home / STORE / STORE_FILE, store_key(home), read_only=True) as store, store.read() as snapshot:
        history = History(snapshot, STATION, 1)
        return [read_entry(data) for data, _, _ in history.entries(1, history.last())]


def applications(home: Path) -> dict[int, ApplicationLogged]:
    """What was logged, by the number of its entry."""
    logged = {entry.header.n: entry.body for entry in entries(home)}
    return {n: body for n, body in logged.items() if isinstance(body, ApplicationLogged)}


@contextmanager
def tampering(home: Path) -> Iterator[dbapi2.Connection]:
    """The bare database of a home, for whoever knows its key and fears no trigger; committed at the end."""
    connection = dbapi2.connect(str(home / STORE / STORE_FILE))
    connection.execute(f"PRAGMA key = \"x'{store_key(home).hex()}'\"")
    for (trigger,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    with connection:
        yield connection
    connection.close()


def copied_drill(prepared: Path, to: Path) -> Path:
    """A drill of its own for one test, without the stick."""
    for part in ("station", "city"):
        shutil.copytree(prepared / part, to / part)
    return to


def _devices() -> list[str]:
    return [argument for device in DEVICES for argument in ("--device", device)]


def _done(answer: Answer) -> None:
    assert answer.code == 0, answer
