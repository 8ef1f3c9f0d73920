"""`commandctl` where something isn't as it should be: passwords, keys, stores, times; and what people see."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from command_app.bootstrap import is_drill, open_city
from command_app.cli import main as commandctl
from command_app.services.issue_plan import current_plan
from db.keyslots import KeySlots
from tests.command_app.cities import Clock, a_plan
from tests.db.stores import tampering
from tests.station_app.cli import Answer, run

PASSWORD = "mat-khau-chi-huy"


@dataclass
class Ctl:
    """`commandctl` in a folder, with nothing given that a test doesn't give."""

    folder: Path
    env: dict[str, str | None] = field(default_factory=lambda: {"COMMAND_PASSWORD": PASSWORD})

    @property
    def store(self) -> Path:
        return self.folder / "command.db"

    @property
    def keys(self) -> Path:
        return self.folder / "keys"

    def __call__(self, *arguments: str | Path, json: bool = True, **env: str | None) -> Answer:
        asked = ["--store", f"sqlite:///{self.store}", *arguments, *(["--json"] if json else [])]
        return run(commandctl, *asked, env={**self.env, **env})

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text + "\n", encoding="utf-8")
        return path


@pytest.fixture
def ctl(tmp_path: Path) -> Ctl:
    """Nothing is set up."""
    return Ctl(tmp_path)


@pytest.fixture
def drill(ctl: Ctl) -> Ctl:
    assert init(ctl, "--drill").code == 0
    return ctl


@pytest.fixture(scope="module")
def founded_in_earnest(tmp_path_factory: pytest.TempPathFactory) -> Ctl:
    """Not to be written to: encrypting two age files takes seconds."""
    ctl = Ctl(tmp_path_factory.mktemp("real"))
    answer = init(ctl, "--key-password", f"a={ctl.file('a.password', 'khoa cua a')}")
    assert answer.code == 0, answer
    return ctl


def init(ctl: Ctl, *more: str | Path) -> Answer:
    return ctl("init", "--campaign", "hp-2021", "--keys", ctl.keys, *more)


# Founding


def test_a_drill_is_founded_with_one_answer(ctl: Ctl) -> None:
    answer = init(ctl, "--drill", "--now", "2021-04-08T08:00:00+07:00")
    assert (answer.code, list(answer.document)) == (
        0,
        ["campaign", "drill", "trust_version", "root_fingerprint", "keys"],
    )
    assert answer.document["keys"] == sorted(path.name for path in ctl.keys.iterdir())
    assert init(ctl, "--drill").error == "store_exists"
    assert is_drill(f"sqlite:///{ctl.store}")
    assert ctl.store.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in ctl.keys.iterdir())


def test_other_numbers_of_roots(ctl: Ctl) -> None:
    refused = init(ctl, "--drill", "--root-keys", "1")
    assert (refused.code, refused.error) == (3, "bad_threshold")
    assert init(ctl, "--drill", "--root-keys", "5", "--threshold", "3").code == 0
    assert (ctl.keys / "root-5.pem").exists()


@pytest.mark.parametrize("url", ["mysql://db/enrol", "postgresql://db/e", "sqlite://", "sqlite:///", "command.db"])
def test_a_store_of_another_kind_cannot_be_opened(ctl: Ctl, url: str) -> None:
    answer = run(commandctl, "--store", url, "status", "--json", env=ctl.env)
    assert (answer.code, answer.error) == (3, "bad_store_url")
    assert "city" not in answer.out  # a URL may hold a password


def test_nothing_is_set_up(ctl: Ctl) -> None:
    for arguments in (["status"], ["import", "stick", "--keys", "keys"], ["plan", "show"], ["verify"]):
        answer = ctl(*arguments)
        assert (answer.code, answer.error) == (3, "not_set_up")
    assert list(ctl.folder.iterdir()) == []


# Times


def test_a_time_is_given_in_a_drill_only(drill: Ctl, founded_in_earnest: Ctl, tmp_path: Path) -> None:
    now = ["--now", "2021-04-08T08:00:00+07:00"]
    assert drill("status", *now).code == 0
    refused = founded_in_earnest("status", *now)
    assert (refused.code, refused.error) == (2, "usage")
    other = Ctl(tmp_path / "other")
    other.folder.mkdir()
    assert init(other, *now).code == 2
    assert list(other.folder.iterdir()) == []


# Passwords


def test_a_password_comes_from_a_file_before_the_environment(drill: Ctl) -> None:
    right, wrong = drill.file("right", PASSWORD), drill.file("wrong", "not it")
    assert drill("status", COMMAND_PASSWORD=None).code != 0
    assert drill("status", "--password-file", right, COMMAND_PASSWORD="not it").code == 0
    refused = drill("status", "--password-file", wrong)
    assert (refused.code, refused.error) == (6, "wrong_password")
    assert drill("status", "--password-file", drill.folder / "nowhere").code == 2


def test_too_many_wrong_passwords_lock(drill: Ctl) -> None:
    errors = [drill("status", COMMAND_PASSWORD="not it").error for _ in range(5)]
    assert errors == ["wrong_password"] * 4 + ["locked_out"]
    assert drill("status").error == "locked_out"


def test_key_files_have_the_stores_password_or_their_own(founded_in_earnest: Ctl, tmp_path: Path) -> None:
    ctl = founded_in_earnest
    own = ["--key-password", f"a={ctl.folder / 'a.password'}"]
    plan = ctl.file("plan.toml", a_plan(campaign="hp-2021").decode())
    issue: list[str | Path] = ["plan", "issue", plan, "--keys", ctl.keys]
    (tmp_path / "stick").mkdir()
    receipts: list[str | Path] = ["receipts", tmp_path / "stick", "--keys", ctl.keys]
    unclear = ctl(*receipts)
    assert (unclear.code, unclear.error) == (3, "sign_as_needed")
    refused = ctl(*receipts, "--sign-as", "a")
    assert (refused.code, refused.error) == (6, "wrong_key_password")
    assert refused.document["error"]["file"] == "officer-a.pem"
    assert ctl(*receipts, "--sign-as", "a", *own).document == {"receipts": []}
    assert ctl(*receipts, "--sign-as", "b").code == 0
    assert ctl(*issue, "--sign-as", "a", "--sign-as", "b", *own).code == 0
    assert ctl(*receipts, "--sign-as", "a", "--key-password", "a").code == 2
    revoke: list[str | Path] = ["revoke", "HP-LC-01", "--epoch", "1", "--after", "0", "--keys", ctl.keys]
    assert ctl(*revoke, "--sign-root", "9").error == "key_missing"
    assert ctl(*revoke, "--sign-root", "1").error == "unknown_station"


def test_keys_of_another_city_read_nothing(drill: Ctl, tmp_path: Path) -> None:
    missing = drill("import", tmp_path, "--keys", tmp_path / "nowhere")
    assert (missing.code, missing.error) == (3, "key_missing")
    assert missing.document["error"]["file"] == "city.agekey"
    (drill.keys / "city.agekey").write_bytes(b"no key")
    assert drill("import", tmp_path, "--keys", drill.keys).error == "bad_key_file"


# Stores


@pytest.fixture
def store_key(drill: Ctl) -> bytes:
    slots = KeySlots.open(drill.folder / "command.db.keys.json")
    return slots.unlock("command", PASSWORD, now=Clock().moment)


def test_a_store_of_a_newer_program_is_left_alone(drill: Ctl, store_key: bytes) -> None:
    with tampering(drill.store, store_key) as connection:
        connection.execute("UPDATE meta SET value = CAST('99' AS BLOB) WHERE name = 'schema_version'")
    answer = drill("status")
    assert (answer.code, answer.error) == (5, "store_newer")


def test_a_tampered_store_is_told_by_verify(drill: Ctl, store_key: bytes) -> None:
    assert drill("verify").document == {"ok": True, "entries": 0, "heads": [], "differences": [], "ignored": []}
    with tampering(drill.store, store_key) as connection:
        connection.execute("INSERT INTO duplicates VALUES ('HP-LC-01', 1, 3, '2021-04-02', 'HP-NQ-02', 1, 3)")
    answer = drill("verify")
    assert (answer.code, answer.document["ok"]) == (5, False)
    assert [row["table"] for row in answer.document["differences"]] == ["duplicates"]


@pytest.mark.parametrize("name", ["command.db", "command.db.keys.json"])
def test_a_store_that_cannot_be_read_is_broken(drill: Ctl, name: str) -> None:
    (drill.folder / name).write_bytes(b"no store" * 1000)
    assert drill("status").code == 5


def test_a_stick_that_is_not_there_is_a_matter_of_storage(drill: Ctl) -> None:
    for command in ("enrol", "receipts"):
        answer = drill(command, drill.folder / "nowhere", "--keys", drill.keys)
        assert (answer.code, answer.error) == (7, "stick_gone")


# What is shown


def test_the_plan_is_shown_byte_for_byte(drill: Ctl) -> None:
    with open_city(f"sqlite:///{drill.store}", PASSWORD, lambda **_: Clock(), read_only=True) as city:
        payload = current_plan(city)
    assert drill("plan", "show").out.encode() == payload + b"\n"
    assert '"deadline": ' in drill("plan", "show", json=False).out


def test_a_station_that_is_not_enrolled_has_no_status(drill: Ctl) -> None:
    answer = drill("status", "--station", "HP-XX-99")
    assert (answer.code, answer.error) == (3, "unknown_station")


def test_people_get_tables_and_sentences(drill: Ctl, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "notes.txt").write_text("no bundle")
    answer = drill("import", tmp_path / "stick", "nowhere", "--keys", drill.keys, json=False)
    assert answer.code == 3
    assert "not_found" in answer.out
    assert "imported: 0" in answer.out
    refused = drill("status", json=False, COMMAND_PASSWORD="not it")
    assert (refused.out, "mật khẩu" in refused.err) == ("", True)
    for command in (["status"], ["verify"], ["duplicates"], ["quarantine", "list"], ["fork", "list"]):
        assert drill(*command, json=False).code == 0


def test_help_has_an_example_for_what_changes_something(ctl: Ctl) -> None:
    for command in (["init"], ["enrol"], ["plan", "issue"], ["import"], ["receipts"], ["revoke"], ["status"]):
        answer = ctl(*command, "--help", json=False)
        assert (answer.code, "Example: commandctl" in answer.out) == (0, True), command
