"""`stationctl user …`: who may sign in, as what, by which password, and that no power cut opens or shuts a door."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest

from campaign import events as e
from campaign.refusal import StorageRefused
from db.keyslots import KeySlots
from tests.station_app.cli import (
    ADMINISTRATOR,
    OPERATOR,
    OTHER_OPERATOR,
    PASSWORD,
    SUPERVISOR,
    Stationctl,
    entries,
    moment,
)
from tests.station_app.test_cli_answers import OPEN

NEW = "mat-khau-moi"


@pytest.fixture
def admin(ctl: Stationctl) -> Stationctl:
    return ctl.by(ADMINISTRATOR)


def users(ctl: Stationctl) -> dict[str, tuple[str, str]]:
    return {row["user"]: (row["role"], row["full_name"]) for row in ctl("user", "list").document["users"]}


def gets_in(ctl: Stationctl, user: str, password: str) -> bool:
    return replace(ctl.by(user), password=password)("status").code == 0


def has_a_slot(ctl: Stationctl, user: str) -> bool:
    """In the file of key slots, or in the one before it."""
    return any(user.encode() in file.read_bytes() for file in (ctl.home / "store").glob("keys.json*"))


def last(ctl: Stationctl, kind: type[e.Body]) -> tuple[str, e.Body]:
    """Who appended the last entry of a kind, and what it says."""
    return [(entry.header.by, entry.body) for entry in entries(ctl.home) if isinstance(entry.body, kind)][-1]


def test_role_and_name_change(admin: Stationctl) -> None:
    changed = admin("user", "change", OPERATOR, "--role", "supervisor", "--full-name", "  Trần  Thị Vân ")
    assert changed.code == 0
    assert users(admin)[OPERATOR] == ("supervisor", "Trần Thị Vân")
    _, body = last(admin, e.UserChanged)
    assert body == e.UserChanged(user=OPERATOR, role="supervisor", full_name="Trần Thị Vân")
    count = len(entries(admin.home))
    assert admin("user", "change", OPERATOR, "--role", "supervisor").code == 0
    assert len(entries(admin.home)) == count
    assert gets_in(admin, OPERATOR, PASSWORD)
    assert admin("user", "change", OPERATOR).code == 2
    assert admin("user", "change", "nobody", "--role", "operator").error == "unknown_user"


def test_a_changed_role_is_in_force_at_once(admin: Stationctl) -> None:
    assert admin.by(OPERATOR)("export", ".").error == "role_may_not"
    assert admin("user", "change", OPERATOR, "--role", "supervisor").code == 0
    assert admin.by(OPERATOR)("export", "nowhere").error != "role_may_not"


def test_who_is_removed_is_out_at_once_and_may_come_back(admin: Stationctl) -> None:
    assert OPERATOR not in {row["user"] for row in admin("user", "remove", OPERATOR).document["users"]}
    assert last(admin, e.UserRemoved) == (ADMINISTRATOR, e.UserRemoved(user=OPERATOR))
    assert not gets_in(admin, OPERATOR, PASSWORD)
    assert not has_a_slot(admin, OPERATOR)
    assert admin("user", "remove", OPERATOR).error == "unknown_user"
    assert admin("user", "add", OPERATOR, "--role", "operator", "--full-name", "Trần Khánh Vân").code == 0
    assert gets_in(admin, OPERATOR, PASSWORD)


def test_the_last_administrator_stays_and_nobody_undoes_themselves(admin: Stationctl) -> None:
    demotion = ("user", "change", ADMINISTRATOR, "--role", "operator")
    commands: list[tuple[str, ...]] = [demotion, ("user", "remove", ADMINISTRATOR)]
    for command in commands:
        refused = admin(*command)
        assert (refused.code, refused.error) == (3, "last_administrator")
    assert admin("user", "change", SUPERVISOR, "--role", "administrator").code == 0
    for command in [*commands, ("user", "reset", ADMINISTRATOR, "--temporary")]:
        refused = admin(*command)
        assert (refused.code, refused.error) == (3, "own_account")
    assert admin.by(SUPERVISOR)("user", "remove", ADMINISTRATOR).code == 0
    assert not gets_in(admin, ADMINISTRATOR, PASSWORD)


@pytest.mark.parametrize("user", [OPERATOR, SUPERVISOR])
@pytest.mark.parametrize(
    "command",
    [
        ("change", OTHER_OPERATOR, "--role", "supervisor"),
        ("remove", OTHER_OPERATOR),
        ("reset", OTHER_OPERATOR, "--temporary"),
    ],
)
def test_only_an_administrator_manages_users(ctl: Stationctl, user: str, command: tuple[str, ...]) -> None:
    refused = ctl.by(user)("user", *command)
    assert (refused.code, refused.error) == (6, "role_may_not")
    assert gets_in(ctl, OTHER_OPERATOR, PASSWORD)


def test_a_temporary_password_opens_nothing_but_the_way_to_a_new_one(admin: Stationctl) -> None:
    made_up = admin("user", "reset", OPERATOR, "--temporary").document["temporary_password"]
    assert last(admin, e.PasswordReset) == (ADMINISTRATOR, e.PasswordReset(user=OPERATOR))
    person = replace(admin.by(OPERATOR), password=made_up)
    assert not gets_in(admin, OPERATOR, PASSWORD)
    refused = person(*OPEN, "TB-1")
    assert (refused.code, refused.error) == (6, "password_temporary")
    assert person("user", "password", STATION_NEW_PASSWORD=made_up).error == "password_unchanged"
    assert person("user", "password", STATION_NEW_PASSWORD=NEW).document == {"user": OPERATOR}
    assert last(admin, e.PasswordReset) == (OPERATOR, e.PasswordReset(user=OPERATOR))
    assert not gets_in(admin, OPERATOR, made_up)
    assert replace(person, password=NEW)(*OPEN, "TB-1").code == 0


def test_temporary_passwords_differ_and_a_typed_one_is_ones_own(admin: Stationctl) -> None:
    made_up = [admin("user", "reset", OPERATOR, "--temporary").document["temporary_password"] for _ in range(3)]
    assert len({*made_up}) == 3
    assert all(len(password) == 11 for password in made_up)
    assert admin("user", "reset", OPERATOR, STATION_NEW_PASSWORD=NEW).document == {"user": OPERATOR}
    assert replace(admin.by(OPERATOR), password=NEW)(*OPEN, "TB-1").code == 0


def test_a_reset_ends_a_lock_out(admin: Stationctl) -> None:
    for _ in range(5):
        assert not gets_in(admin, OPERATOR, "falsch")
    assert replace(admin.by(OPERATOR))("status").error == "locked_out"
    assert admin("user", "reset", OPERATOR, STATION_NEW_PASSWORD=NEW).code == 0
    assert gets_in(admin, OPERATOR, NEW)


def test_ones_own_password_needs_the_old_one(ctl: Stationctl) -> None:
    person = ctl.by(OPERATOR)
    assert replace(person, password="falsch")("user", "password", STATION_NEW_PASSWORD=NEW).error == "wrong_password"
    assert person("user", "password", STATION_NEW_PASSWORD="").error == "password_too_short"
    assert person("user", "password", STATION_NEW_PASSWORD=NEW).code == 0
    assert gets_in(ctl, OPERATOR, NEW)
    assert not gets_in(ctl, OPERATOR, PASSWORD)


KILLED = """
import os, signal, sys
from station_app.cli import main
from importlib import import_module
module, name, number = sys.argv[1].rpartition(":")[0], sys.argv[1].rpartition(":")[2], int(sys.argv[2])
owner = import_module(module)
*path, last = name.split(".")
for part in path:
    owner = getattr(owner, part)
really, calls = getattr(owner, last), 0
def until_then(*given, **named):
    global calls
    calls += 1
    if calls == number:
        os.kill(os.getpid(), signal.SIGKILL)
    return really(*given, **named)
setattr(owner, last, until_then)
sys.argv = ["stationctl", *sys.argv[3:]]
main()
"""
"""`stationctl`, killed instead of calling something for the nth time."""

WRITES = "db.keyslot_file:write_durably"
COMMIT = "db.journal:Journal.append"


def killed(ctl: Stationctl, at: str, number: int, *command: str, **env: str) -> None:
    argv = [at, str(number), "--home", str(ctl.home), *command, "--now", moment("08:00")]
    told = {"STATION_USER": ADMINISTRATOR, "STATION_PASSWORD": PASSWORD, "STATION_NEW_PASSWORD": NEW, **env}
    done = subprocess.run([sys.executable, "-c", KILLED, *argv], env=told, capture_output=True, check=False)
    assert done.returncode == -9, done.stderr


ALL = {ADMINISTRATOR, SUPERVISOR, OPERATOR, OTHER_OPERATOR}


def everybody_else_gets_in(ctl: Stationctl) -> None:
    assert all(gets_in(ctl, user, PASSWORD) for user in ALL - {OPERATOR})


@pytest.mark.parametrize(
    ("at", "number"),
    [(COMMIT, 1), (WRITES, 1), (WRITES, 2), ("os:replace", 1), ("os:replace", 2), ("db.durable:flush_folder", 2)],
)
def test_a_reset_that_is_cut_off_leaves_one_way_in(admin: Stationctl, at: str, number: int) -> None:
    killed(admin, at, number, "user", "reset", OPERATOR)
    assert gets_in(admin, OPERATOR, PASSWORD) != gets_in(admin, OPERATOR, NEW)
    everybody_else_gets_in(admin)
    assert users(admin).keys() == ALL
    assert admin("user", "reset", OPERATOR, STATION_NEW_PASSWORD="mat-khau-ba").code == 0
    assert [gets_in(admin, OPERATOR, password) for password in (PASSWORD, NEW, "mat-khau-ba")] == [False, False, True]
    assert admin("verify").document["ok"] is True


@pytest.mark.parametrize(
    ("at", "number"),
    [
        (COMMIT, 1),
        ("db.keyslots:KeySlots.remove", 1),
        (WRITES, 1),
        (WRITES, 2),
        ("os:replace", 2),
        ("db.keyslot_file:KeySlotFile.drop_previous", 2),
    ],
)
def test_a_removal_that_is_cut_off_is_done_or_not_begun(admin: Stationctl, at: str, number: int) -> None:
    """Once the journal says so, they are out, whatever the key slots still hold; the next opening tidies those."""
    killed(admin, at, number, "user", "remove", OPERATOR)
    removed = OPERATOR not in users(admin)
    assert removed == (at != COMMIT)
    assert gets_in(admin, OPERATOR, PASSWORD) is not removed
    everybody_else_gets_in(admin)
    assert admin("user", "change", SUPERVISOR, "--full-name", "Phạm Lương").code == 0
    assert has_a_slot(admin, OPERATOR) is not removed


@pytest.mark.parametrize(("at", "number"), [(COMMIT, 1), (WRITES, 2), ("os:replace", 2)])
def test_an_addition_that_is_cut_off_lets_nobody_in_and_can_be_made_again(
    admin: Stationctl, at: str, number: int
) -> None:
    adding = ("user", "add", "an.nv", "--role", "operator", "--full-name", "An")
    killed(admin, at, number, *adding)
    assert not gets_in(admin, "an.nv", NEW)
    assert admin(*adding).code == 0
    assert gets_in(admin, "an.nv", PASSWORD)
    assert users(admin).keys() == {*ALL, "an.nv"}


def test_the_change_of_ones_own_password_that_is_cut_off_leaves_one_way_in(ctl: Stationctl) -> None:
    for number in (1, 2):
        killed(ctl, "os:replace", number, "user", "password", STATION_USER=OPERATOR)
        assert gets_in(ctl, OPERATOR, PASSWORD) != gets_in(ctl, OPERATOR, NEW)
    everybody_else_gets_in(ctl)


def test_a_disk_that_is_full_when_the_journal_is_committed_changes_no_password(
    admin: Stationctl, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = KeySlots.add

    def full_afterwards(slots: KeySlots, *given: Any, **named: Any) -> None:
        really(slots, *given, **named)
        raise StorageRefused("disk_full")

    with monkeypatch.context() as patched:
        patched.setattr(KeySlots, "add", full_afterwards)
        refused = admin("user", "reset", OPERATOR, STATION_NEW_PASSWORD=NEW)
        assert admin("user", "add", "an.nv", "--role", "operator", "--full-name", "An").error == "disk_full"
    assert (refused.code, refused.error) == (7, "disk_full")
    assert gets_in(admin, OPERATOR, PASSWORD)
    assert not gets_in(admin, OPERATOR, NEW)
    assert not gets_in(admin, "an.nv", PASSWORD)
