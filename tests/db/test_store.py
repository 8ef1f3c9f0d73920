"""Opening and closing a store, its one writer, and what the storage may do to it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlcipher3 import dbapi2

from campaign.refusal import InputRefused, StorageRefused, StoreBroken
from db import engine
from db.envelopes import KeptEnvelope, envelope_by_digest, keep_envelope, kept_envelopes, latest_envelope
from db.history import History
from db.meta import MARK_KEY, SCHEMA_VERSION, read_meta, write_meta
from db.schema import VERSION
from db.statement import Statement
from db.store import Store
from tests.db.stores import KEY, journal_of, receive, received, tampering
from tests.journals import STATION, WrittenJournal, a_journal_started

OTHER_KEY = bytes(32)


def fill(store: Store, count: int = 1) -> None:
    written = WrittenJournal()
    for _ in range(count):
        written.add(a_journal_started())
    with store.write() as tx:
        receive(journal_of(tx), received(written.entries))


def last(store: Store) -> int:
    with store.read() as snapshot:
        return History(snapshot, STATION, 1).last()


def test_what_was_written_is_there_after_reopening(path: Path) -> None:
    with Store.create(path, KEY) as store:
        fill(store, 3)
        assert last(store) == 3
    with Store.open(path, KEY) as store:
        assert last(store) == 3
    assert b"journal_started" not in path.read_bytes()
    assert not path.read_bytes().startswith(b"SQLite format")


def test_a_store_is_never_made_over_another(store: Store, path: Path) -> None:
    store.close()
    with pytest.raises(InputRefused) as refused:
        Store.create(path, KEY)
    assert refused.value.code == "store_exists"
    Store.open(path, KEY).close()


def test_an_attempt_that_was_cut_short_is_cleared_away(path: Path) -> None:
    path.with_name("store.db.new").write_bytes(b"half")
    path.with_name("store.db.new-wal").write_bytes(b"half")
    with Store.create(path, KEY) as store:
        fill(store)
    assert {file.name for file in path.parent.iterdir()} <= {"store.db", "store.db.lock"}


def test_no_store(path: Path) -> None:
    for read_only in (False, True):
        with pytest.raises(StorageRefused) as refused:
            Store.open(path, KEY, read_only=read_only)
        assert refused.value.code == "store_missing"
    assert not path.exists()


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("spoil", ["other key", "rubbish", "empty", "cut"])
def test_a_store_that_cannot_be_read(
    path: Path, spoil: str, read_only: bool, capfd: pytest.CaptureFixture[str]
) -> None:
    Store.create(path, KEY).close()
    match spoil:
        case "rubbish":
            path.write_bytes(b"rubbish" * 1000)
        case "empty":
            path.write_bytes(b"")
        case "cut":
            path.write_bytes(path.read_bytes()[:1000])
    with pytest.raises(StoreBroken) as broken:
        Store.open(path, OTHER_KEY if spoil == "other key" else KEY, read_only=read_only)
    assert broken.value.code == "store_unreadable"
    if spoil == "other key":
        Store.open(path, KEY).close()  # the lock was given back
    assert capfd.readouterr().err == ""


def test_a_key_has_32_bytes(path: Path) -> None:
    with pytest.raises(ValueError, match="32"):
        Store.create(path, b"short")
    assert not path.exists()


def test_a_store_of_a_newer_program_is_left_alone(path: Path) -> None:
    with Store.create(path, KEY) as store, store.write() as tx:
        write_meta(tx, SCHEMA_VERSION, b"99")
    with pytest.raises(StoreBroken) as broken:
        Store.open(path, KEY)
    assert broken.value.code == "store_newer"
    assert broken.value.fields == {"found": 99, "known": VERSION}


def test_a_store_of_an_older_program_is_not_touched(path: Path) -> None:
    with Store.create(path, KEY) as store, store.write() as tx:
        write_meta(tx, SCHEMA_VERSION, b"0")
    with pytest.raises(StoreBroken) as broken:
        Store.open(path, KEY)
    assert broken.value.code == "store_older"


def test_a_database_library_that_may_lose_data_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "OLDEST_SQLITE", (99, 0, 0))
    with pytest.raises(StoreBroken) as broken:
        Store.create(path, KEY)
    assert broken.value.code == "sqlite_too_old"


def test_every_connection_is_durable_and_leaves_no_plain_text(store: Store) -> None:
    with store.write() as tx:
        settings = {
            name: tx.one(Statement(text(f"PRAGMA {name}")))
            for name in (
                "journal_mode",
                "synchronous",
                "temp_store",
                "foreign_keys",
                "recursive_triggers",
                "secure_delete",
            )
        }
    assert settings == {
        "journal_mode": ("wal",),
        "synchronous": (2,),
        "temp_store": (2,),
        "foreign_keys": (1,),
        "recursive_triggers": (1,),
        "secure_delete": (1,),
    }


def test_one_program_writes_while_others_look(store: Store, path: Path) -> None:
    fill(store)
    with pytest.raises(StorageRefused) as refused:
        Store.open(path, KEY)
    assert refused.value.code == "store_in_use"
    with Store.open(path, KEY, read_only=True) as beside:
        assert last(beside) == 1
        with pytest.raises(StorageRefused) as refused, beside.write():
            pass
        assert refused.value.code == "read_only"
    look = "import sys; from pathlib import Path; from db.store import Store; Store.open(Path(sys.argv[1]), KEY)"
    code = f"from tests.db.stores import KEY; {look}"
    other = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)
    assert "store_in_use" in other.stderr


def test_a_look_at_a_closed_store_leaves_it_openable(path: Path) -> None:
    with Store.create(path, KEY) as store:
        fill(store)
    with Store.open(path, KEY, read_only=True) as looking, Store.open(path, KEY) as store:
        assert last(looking) == last(store) == 1


def test_a_reader_sees_one_state_whatever_is_written_meanwhile(store: Store) -> None:
    with store.read() as snapshot:
        history = History(snapshot, STATION, 1)
        assert history.last() == 0
        fill(store)
        assert history.last() == 0
        with store.read() as later:
            assert History(later, STATION, 1).last() == 1


def test_the_next_look_is_at_the_state_of_its_own_moment(store: Store) -> None:
    fill(store, 3)
    entries = Statement(text("SELECT n FROM journal"))
    with store.read() as first:
        assert first.one(entries) == (1,)  # two more would follow
    with store.write() as tx:
        write_meta(tx, MARK_KEY, b"key")
    with store.read() as second:
        assert read_meta(second, MARK_KEY) == b"key"
    with pytest.raises(dbapi2.ProgrammingError):
        first.one(entries)


def test_a_write_within_a_write_is_a_bug(store: Store) -> None:
    with store.write(), pytest.raises(RuntimeError), store.write():
        pass
    with store.write() as tx:
        write_meta(tx, MARK_KEY, b"still works")


def test_what_raises_is_rolled_back(store: Store) -> None:
    def write_and_fail() -> None:
        with store.write() as tx:
            write_meta(tx, MARK_KEY, b"key")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    with store.read() as snapshot:
        assert read_meta(snapshot, MARK_KEY) is None
    with pytest.raises(dbapi2.OperationalError), store.read() as snapshot:
        snapshot.all(Statement(text("SELECT x FROM nothing")))  # a bug stays a bug


def test_writers_of_many_threads_take_turns_and_never_fork_the_chain(store: Store) -> None:
    heads: list[tuple[int, str]] = []

    def write() -> None:
        for _ in range(20):
            with store.write() as tx:
                appended = journal_of(tx).append(
                    a_journal_started(), at="2021-04-02T08:00:00+07:00", by="an.nv", day=date(2021, 4, 2)
                )
            heads.append((appended.n, appended.head))

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(n for n, _ in heads) == list(range(1, 81))
    with store.read() as snapshot:
        history = History(snapshot, STATION, 1)
        assert all(history.head_at(n) == bytes.fromhex(head) for n, head in heads)


def test_a_second_connection_that_writes_is_waited_for_then_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    with Store.create(path, KEY) as store, tampering(path) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageRefused) as refused:
            fill(store)
        assert refused.value.code == "store_in_use"
        other.execute("ROLLBACK")
        fill(store)


def test_a_full_disk_refuses_and_loses_nothing(store: Store) -> None:
    fill(store)
    with store.write() as tx:
        pages = tx.one(Statement(text("PRAGMA page_count")))
        assert pages is not None
        tx.one(Statement(text(f"PRAGMA max_page_count = {pages[0]}")))
    with pytest.raises(StorageRefused) as refused, store.write() as tx:
        write_meta(tx, MARK_KEY, bytes(100_000))
    assert refused.value.code == "disk_full"
    assert last(store) == 1
    with store.write() as tx:
        tx.one(Statement(text("PRAGMA max_page_count = 100000")))
        write_meta(tx, MARK_KEY, bytes(100_000))


def test_a_damaged_page_is_a_broken_store(path: Path) -> None:
    with Store.create(path, KEY) as store, store.write() as tx:
        write_meta(tx, MARK_KEY, os.urandom(200_000))
    content = bytearray(path.read_bytes())
    content[-5000] ^= 1
    path.write_bytes(content)
    with pytest.raises(StoreBroken) as broken, Store.open(path, KEY) as store, store.read() as snapshot:
        read_meta(snapshot, MARK_KEY)
    assert broken.value.code == "store_damaged"


def test_documents_are_kept_as_their_bytes(store: Store) -> None:
    plans = [KeptEnvelope("plan", f"{{{version}}}\n".encode(), version=version) for version in (2, 10, 1)]
    receipt = KeptEnvelope("receipt", b"{}\n", STATION, 1, 4)
    with store.write() as tx:
        assert all(keep_envelope(tx, envelope) for envelope in [*plans, receipt])
        assert not keep_envelope(tx, receipt)
    with store.read() as snapshot:
        assert [plan.version for plan in kept_envelopes(snapshot, "plan")] == [1, 2, 10]
        assert latest_envelope(snapshot, "plan") == plans[1]
        assert latest_envelope(snapshot, "receipt", STATION) == receipt
        assert latest_envelope(snapshot, "receipt") is None
        assert envelope_by_digest(snapshot, receipt.sha256) == receipt
        assert envelope_by_digest(snapshot, "x") is None
