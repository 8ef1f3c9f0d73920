"""Who gets at a store, and when: passwords, one program at a time, a store that is newer or damaged."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from campaign.events import SignInFailed
from db.schema import OLDEST, VERSION
from station_app.home import SLOTS_FILE, STORE, STORE_FILE
from tests.station_app.cli import ADMINISTRATOR, OPERATOR, PASSWORD, SUPERVISOR, Stationctl, entries, moment, tampering
from tests.station_app.test_cli_answers import OPEN
from tests.station_app.test_cli_errors import INIT

WRITING = [
    ("log", "--device", "TB-1"),
    (*OPEN, "TB-2"),
    ("shift", "close", "--device", "TB-1", "--device-counter", "0"),
    ("void", "1", "--reason", "undo"),
    ("user", "add", "an.nv", "--role", "operator", "--full-name", "X"),
    ("request", "."),
    ("receive", "."),
    ("export", "."),
]
LOOKING = [("status",), ("verify",), ("user", "list"), ("shift", "list")]


@contextmanager
def at_work(ctl: Stationctl) -> Iterator[subprocess.Popen[bytes]]:
    """Another program that has logged one line and waits for the next."""
    with ctl.start("log", "--device", "TB-1") as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b'{"scan":"031195004417"}\n')
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["ok"] is True
        yield process


def test_a_second_program_looks_but_does_not_write(ctl: Stationctl) -> None:
    ctl = ctl.by(ADMINISTRATOR)
    assert ctl(*OPEN, "TB-1").code == 0
    with at_work(ctl) as process:
        for command in WRITING:
            in_use = ctl(*command, stdin=b'{"scan":"031195004418"}\n')
            assert (in_use.code, in_use.error) == (7, "store_in_use"), command
        for command in LOOKING:
            assert ctl(*command).code == 0, command
        assert ctl("export", ".", "--dry-run").code == 0
        assert ctl("status").document["funnel"]["logged"] == 1
        assert ctl.process("shift", "close", "--device", "TB-1", "--device-counter", "0").error == "store_in_use"
        process.send_signal(signal.SIGKILL)
    assert ctl("shift", "close", "--device", "TB-1", "--device-counter", "1").code == 0


def test_a_program_that_ends_at_its_end_of_input_lets_the_store_go(ctl: Stationctl) -> None:
    assert ctl(*OPEN, "TB-1").code == 0
    with at_work(ctl) as process:
        assert process.stdin
        process.stdin.write(b'{"scan":"031195004418"}')
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err, json.loads(out)["ok"]) == (0, b"", True)
    assert ctl("status").document["funnel"]["logged"] == 2


def failed_sign_ins(ctl: Stationctl) -> list[tuple[str, str]]:
    """User and time of each that the journal tells of."""
    bodies = [entry.body for entry in entries(ctl.home) if isinstance(entry.body, SignInFailed)]
    return [(body.user, str(body.happened_at)) for body in bodies]


def test_five_wrong_passwords_lock_a_user_out_for_ten_minutes(ctl: Stationctl) -> None:
    guesser = replace(ctl, password="falsch")
    for left in (4, 3, 2, 1):
        wrong = guesser("status")
        assert (wrong.code, wrong.error, wrong.document["error"]["left"]) == (6, "wrong_password", left)
    for clock, who in (("08:00", guesser), ("08:01", ctl), ("08:09", guesser)):
        locked = who.at(clock)("status")
        assert (locked.code, locked.error) == (6, "locked_out")
        assert locked.document["error"]["until"] == "2021-04-08T08:10:00+07:00"
    assert ctl.by(OPERATOR).at("08:01")("status").code == 0
    assert failed_sign_ins(ctl) == []
    assert ctl.by(OPERATOR).at("08:02").log().code == 0
    assert failed_sign_ins(ctl) == [(SUPERVISOR, moment("08:00"))] * 5
    assert ctl.at("08:10")("status").code == 0
    assert guesser.at("08:11")("status").document["error"]["left"] == 4


def test_a_good_password_forgets_the_wrong_ones(ctl: Stationctl) -> None:
    guesser = replace(ctl, password="falsch")
    for _ in range(3):
        assert guesser("status").document["error"]["left"] == 4
        assert ctl("status").code == 0


def test_nobody_learns_who_has_a_password(ctl: Stationctl) -> None:
    for user in ("nobody", "Nguyễn Thị Lan", "x" * 1000, "unknown"):
        wrong = ctl.by(user)("status")
        assert (wrong.code, wrong.error in ("wrong_password", "locked_out")) == (6, True)
    ctl.log()
    assert {user for user, _ in failed_sign_ins(ctl)} == {"unknown"}


def test_a_password_comes_from_a_file_the_environment_or_a_prompt(ctl: Stationctl, tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(f"{PASSWORD}\nnot this\n")
    assert replace(ctl, password="falsch")("status", "--password-file", file).code == 0
    assert replace(ctl, password=None)("status", stdin=f"{PASSWORD}\n".encode()).code == 0
    for content in (b"", b"\n", b"falsch\n"):
        file.write_bytes(content)
        assert ctl("status", "--password-file", file).error == "wrong_password"
    file.write_bytes(b"\xff")
    for unreadable in (file, tmp_path / "nothing", tmp_path):
        misused = ctl("status", "--password-file", unreadable)
        assert (misused.code, misused.error) == (2, "usage")
    nobody = replace(ctl, password=None)("status")
    assert (nobody.code, nobody.error) == (2, "usage")


def test_a_password_may_be_spelled_in_pieces(ctl: Stationctl) -> None:
    ctl = ctl.by(ADMINISTRATOR)
    adding = ("user", "add", "an.nv", "--role", "operator", "--full-name", "An")
    assert ctl(*adding, STATION_NEW_PASSWORD="Mật khẩu").code == 0
    assert replace(ctl.by("an.nv"), password="M\u00e2\u0323t kh\u00e2\u0309u")("status").code == 0


@pytest.mark.parametrize(("version", "code"), [(VERSION + 1, "store_newer"), (OLDEST - 1, "store_older")])
def test_a_store_of_another_version_is_not_touched(ctl: Stationctl, version: int, code: str) -> None:
    with tampering(ctl.home) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE name = 'schema_version'", [str(version).encode()])
    content = (ctl.home / STORE / STORE_FILE).read_bytes()
    for command in (*WRITING, *LOOKING):
        refused = ctl.by(ADMINISTRATOR)(*command)
        assert (refused.code, refused.error) == (5, code), command
    assert (ctl.home / STORE / STORE_FILE).read_bytes() == content
    assert ctl.by(ADMINISTRATOR)(*INIT).error == "already_set_up"


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def of_zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def with_a_spoiled_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)


def another(path: Path) -> None:
    connection = dbapi2.connect(str(path.with_name("other")))
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    path.with_name("other").replace(path)


DAMAGES = [emptied, cut, of_zeros, with_a_spoiled_page, another]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_store_is_told_and_left_as_it_is(ctl: Stationctl, damage: Callable[[Path], None]) -> None:
    path = ctl.home / STORE / STORE_FILE
    damage(path)
    content = path.read_bytes()
    for command in (("log", "--device", "TB-1"), ("status",), ("verify",)):
        refused = ctl(*command)
        assert (refused.code, refused.error in ("store_unreadable", "store_damaged")) == (5, True), refused
    assert path.read_bytes() == content or not content  # of an empty file the database makes an empty database


def test_a_store_that_is_not_there_is_not_made_anew(ctl: Stationctl) -> None:
    (ctl.home / STORE / STORE_FILE).rename(ctl.home / "elsewhere")
    for command in (("log", "--device", "TB-1"), ("status",)):
        missing = ctl(*command)
        assert (missing.code, missing.error) == (7, "store_missing")
    assert not (ctl.home / STORE / STORE_FILE).exists()


def test_damaged_key_slots_are_told(ctl: Stationctl) -> None:
    slots = ctl.home / STORE / SLOTS_FILE
    content = slots.read_bytes()
    slots.with_name(f"{SLOTS_FILE}.previous").unlink(missing_ok=True)
    slots.write_bytes(content[:-10])
    for command in (("status",), ("log", "--device", "TB-1")):
        broken = ctl(*command)
        assert (broken.code, broken.error) == (5, "key_slots_unreadable")
    slots.with_name(f"{SLOTS_FILE}.previous").write_bytes(content)
    assert ctl("status").code == 0
