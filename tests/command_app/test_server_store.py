"""The command's store on a PostgreSQL server: made whole, one program at a time, guarded as the file is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from campaign.refusal import InputRefused, StorageRefused
from command_app.bootstrap import is_drill
from command_app.cli import main as commandctl
from command_app.store_places import place_of
from db.schema import OLDEST, VERSION
from db.server_store import open_on_server
from tests.command_app.cities import PaperStation, a_city, imported, on_stick
from tests.servers import Server, a_server
from tests.station_app.cli import Answer, run

STORES = ("server",)
PASSWORD = "mat-khau-chi-huy"


@dataclass
class Ctl:
    """`commandctl` with a database of its own."""

    folder: Path
    url: str

    def __call__(self, *arguments: str | Path, password: str = PASSWORD) -> Answer:
        return run(commandctl, "--store", self.url, *arguments, "--json", env={"COMMAND_PASSWORD": password})

    def init(self) -> Answer:
        return self("init", "--campaign", "hp-2021", "--keys", self.folder / "keys", "--drill")

    def sql(self, text: str) -> list[tuple[object, ...]]:
        with psycopg.connect(self.url.replace("+psycopg", ""), autocommit=True) as connection:
            found = connection.execute(text)
            return found.fetchall() if found.description else []


@pytest.fixture
def ctl(server: Server, tmp_path: Path) -> Ctl:
    return Ctl(tmp_path, server.new_database())


def test_a_city_is_founded_and_verified_on_a_server(ctl: Ctl) -> None:
    assert ctl("status").error == "not_set_up"
    assert ctl.init().code == 0
    assert is_drill(ctl.url)
    assert ctl("verify").document["ok"] is True
    assert ctl("plan", "show").document["version"] == 1
    assert ctl.init().error == "store_exists"


def test_a_wrong_password_is_counted_there_too(ctl: Ctl) -> None:
    ctl.init()
    told = [ctl("status", password="x") for _ in range(6)]
    assert [answer.code for answer in told] == [6] * 6
    assert [answer.error for answer in told] == ["wrong_password"] * 4 + ["locked_out"] * 2
    assert ctl("status").error == "locked_out"


def test_a_founding_that_fails_leaves_an_empty_database(ctl: Ctl, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise StorageRefused("disk_full")

    monkeypatch.setattr("command_app.services.found_city.keep_envelope", broken)
    assert ctl.init().error == "disk_full"
    assert ctl.sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(0,)]
    monkeypatch.undo()
    assert ctl.init().code == 0


def test_damaged_slots_have_the_ones_before_them(ctl: Ctl) -> None:
    ctl.init()
    assert ctl("status", password="x").error == "wrong_password"
    ctl.sql("UPDATE meta SET value = 'rubbish' WHERE name = 'key_slots'")
    assert ctl("status").code == 0
    ctl.sql("UPDATE meta SET value = 'rubbish' WHERE name LIKE 'key_slots%'")
    assert (ctl("status").code, ctl("status").error) == (5, "key_slots_unreadable")


def test_one_program_writes_and_others_look_on(ctl: Ctl) -> None:
    ctl.init()
    with open_on_server(ctl.url):
        refused = ctl("receipts", ctl.folder, "--keys", ctl.folder / "keys")
        assert (refused.code, refused.error) == (7, "store_in_use")
        assert ctl("status").code == ctl("verify").code == 0
    with open_on_server(ctl.url, read_only=True) as beside:
        assert ctl("receipts", ctl.folder, "--keys", ctl.folder / "keys").code == 0
        with pytest.raises(StorageRefused, match="read_only"), beside.write():
            pass


@pytest.mark.parametrize(("number", "code"), [(VERSION + 1, "store_newer"), (OLDEST - 1, "store_older")])
def test_another_version_is_refused(ctl: Ctl, number: int, code: str) -> None:
    ctl.init()
    ctl.sql(f"UPDATE meta SET value = '{number}' WHERE name = 'schema_version'")
    assert (ctl("status").code, ctl("status").error) == (5, code)


@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM journal",
        "UPDATE journal SET entry = ''",
        "TRUNCATE journal",
        "UPDATE subjects SET subject = 'another'",
        "DELETE FROM marks",
        "TRUNCATE envelopes",
    ],
)
def test_nothing_that_came_in_can_be_changed_at_the_database(store_kind: str, tmp_path: Path, change: str) -> None:
    station = PaperStation().begun().log_many(3)
    on_stick(tmp_path, station.bundle())
    with a_city(tmp_path, station) as city:
        imported(city, tmp_path)
        with pytest.raises(Exception, match="append-only"), city.store.write() as tx:
            tx._cursor.execute(change)


def test_a_server_that_nobody_reaches_or_that_refuses(ctl: Ctl) -> None:
    ctl.init()
    nowhere = Ctl(ctl.folder, f"postgresql+psycopg://postgres@/city?host={ctl.folder}")
    assert (nowhere("status").code, nowhere("status").error) == (7, "server_unreachable")
    other = Ctl(ctl.folder, ctl.url.replace("/city_", "/no_such_city_"))
    assert other("status").code in (6, 7)
    rightless = Ctl(ctl.folder, ctl.url.replace("//postgres@", "//nobody_here@"))
    assert rightless("status").code in (6, 7)


def test_a_server_lost_in_the_middle_takes_back_what_had_not_ended(tmp_path: Path) -> None:
    with a_server() as server:
        ctl = Ctl(tmp_path, server.new_database())
        ctl.init()

        def lost_while_writing() -> None:
            with open_on_server(ctl.url) as store, store.write() as tx:
                tx._cursor.execute("DELETE FROM meta WHERE name LIKE 'key_slots%'")
                ctl.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
                tx._cursor.execute("SELECT 1")

        with pytest.raises(StorageRefused, match="server_unreachable"):
            lost_while_writing()
        assert ctl("status").code == 0


def test_the_place_of_a_store_is_told_without_its_password() -> None:
    with pytest.raises(InputRefused, match="bad_store_url") as refused:
        place_of("postgresql+psycopg://user:secret@host:not-a-port/x")
    assert "secret" not in f"{refused.value!r} {refused.value.fields}"
