"""Erasing what is due: how far, in which order, and that not a byte of it stays in the files."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.events import ApplicationLogged
from campaign.refusal import StorageRefused
from db.retention import Erased, erase_due, erased_through
from db.store import Store
from db.transaction import Transaction
from db.verify import verify_store
from tests.db.stores import KEY, MARK_KEY, a_subject, journal_of
from tests.disk_bytes import hold
from tests.journals import DAY, RULES, a_journal_started, a_shift_id, a_shift_opened, an_application

TODAY = date.fromisoformat(DAY)
NAME = "Phùng Thị Hoài Thương"


def fill(tx: Transaction, ages: list[int | None]) -> None:
    """Entries 3 …: an application so many days old on `TODAY`, or (None) an entry without a subject."""
    journal = journal_of(tx)
    day = TODAY - timedelta(days=400)
    on: dict[str, Any] = {"at": f"{day}T08:00:00+07:00", "by": "an.nv"}
    shift: dict[str, Any] = {"shift": a_shift_id(), "device": "TB-1"}
    journal.append(a_journal_started(), day=day, **on)
    journal.append(a_shift_opened(), day=day, **on, **shift)
    for number, age in enumerate(ages):
        if age is None:
            journal.append(a_shift_opened(), day=day, **on, **shift)
        else:
            body: ApplicationLogged = an_application(form_id=f"form-{number}")
            person = a_subject(number, name=f"{NAME} {number}")
            journal.append(body, day=TODAY - timedelta(days=age), **on, **shift, subject=person)


def due(ages: list[int | None], durable_through: int, days: int) -> list[int]:
    """By the rule's own words: at or below, older than the days, and no older one after one that stays."""
    numbers = []
    for n, age in enumerate(ages[: max(0, durable_through - 2)], 3):
        if age is not None and age <= days:
            break
        if age is not None:
            numbers.append(n)
    return numbers


@settings(max_examples=40, deadline=None)
@given(
    ages=st.lists(st.none() | st.integers(0, 40), max_size=24),
    durable_through=st.integers(0, 28),
    days=st.integers(14, 30),
    batch=st.integers(1, 6),
)
def test_what_is_due_is_erased_in_batches_and_nothing_else(
    ages: list[int | None], durable_through: int, days: int, batch: int
) -> None:
    before = TODAY - timedelta(days=days)
    with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder) / "store.db", KEY) as store:
        with store.write() as tx:
            fill(tx, ages)
        told: list[Erased] = []
        while not told or told[-1].more:
            with store.write() as tx:
                told.append(erase_due(journal_of(tx), durable_through, before, batch))
        expected = due(ages, durable_through, days)
        assert sum(one.count for one in told) == len(expected)
        assert all(one.count <= batch for one in told)
        assert max(one.through for one in told) == max(expected, default=0)
        with store.write() as tx:
            journal = journal_of(tx)
            gone = [n for n, age in enumerate(ages, 3) if age is not None and journal.subject(n) is None]
            assert gone == expected
            assert erased_through(journal, durable_through) == max(expected, default=0)
        with store.read() as snapshot:
            assert verify_store(snapshot, RULES, MARK_KEY).differences == []


def test_written_anew_the_files_hold_no_byte_of_who_was_erased(path: Path, store: Store) -> None:
    with store.write() as tx:
        fill(tx, [30] * 1500)
    assert hold(path, KEY, NAME.encode()) > 50
    with store.write() as tx:
        assert erase_due(journal_of(tx), 2_000, TODAY - timedelta(days=20), 2_000).count == 1500
    assert hold(path, KEY, NAME.encode()) > 0, "the log still has them"
    store.write_anew()
    assert hold(path, KEY, NAME.encode()) == 0
    with store.read() as snapshot:
        assert verify_store(snapshot, RULES, MARK_KEY).differences == []


def temporary_files(seen: dict[str, bytes]) -> int:
    """What SQLite's own files hold at this moment; they have no name any more."""
    for number in os.listdir("/proc/self/fd"):
        with suppress(OSError):
            path = Path("/proc/self/fd", number)
            if "etilqs_" in os.readlink(path):
                seen[os.readlink(path)] = path.read_bytes()
    return 0


@pytest.mark.skipif(sys.platform != "linux", reason="only there a file without a name can be looked into")
def test_what_is_written_anew_is_never_plain_on_the_disk(path: Path, store: Store) -> None:
    with store.write() as tx:
        fill(tx, [30] * 3000)
    seen: dict[str, bytes] = {}
    writer = store._writer
    assert writer is not None
    driver = writer.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA cache_size = 10")  # so that it goes to the disk, as a large store does
    driver.set_progress_handler(lambda: temporary_files(seen), 1000)
    store.write_anew()
    driver.set_progress_handler(None, 0)
    assert sum(map(len, seen.values())) > 100_000
    assert not any(NAME.encode() in content or b"SQLite format 3" in content for content in seen.values())
    assert driver.execute("PRAGMA temp_store").fetchone() == (2,)


def test_who_reads_meanwhile_makes_it_wait(path: Path, store: Store) -> None:
    with store.write() as tx:
        fill(tx, [30])
    with Store.open(path, KEY, read_only=True) as beside:
        with pytest.raises(StorageRefused, match="read_only"):
            beside.write_anew()
        with beside.read() as snapshot:
            assert verify_store(snapshot, RULES, MARK_KEY).differences == []
            with pytest.raises(StorageRefused, match="store_in_use"):
                store.write_anew()
    store.write_anew()
