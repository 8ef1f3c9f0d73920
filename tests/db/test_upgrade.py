"""A store of an earlier version opens here: its journal stays, its rows are made anew, or nothing has changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection

from campaign import events as e
from campaign.refusal import StorageRefused, StoreBroken
from db import schema
from db.store import Store
from db.upgrade import upgrade_to_this
from db.verify import verify_store
from tests.db.stores import KEY, MARK_KEY, journal_of, receive, received, rows_of, tampering
from tests.journals import RULES, WrittenJournal, a_journal_started, a_shift_opened, an_application

VERSION_2 = ("DROP TABLE acknowledged", "DROP TABLE explained")
"""What makes a store one of a version before."""
EARLIER = {1: (*VERSION_2, "ALTER TABLE users DROP COLUMN last_signed_in"), 2: VERSION_2}


@pytest.fixture(params=EARLIER)
def version(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def older(path: Path, version: int) -> Path:
    written = WrittenJournal()
    written.add(a_journal_started())
    written.add(a_shift_opened(), **written.on())
    written.add(e.AttentionAcknowledged(rule="behind", device="TB-1", figure=20))
    for number in range(5):
        written.add(an_application(form_id=f"form-{number}"), **written.on())
    with Store.create(path, KEY) as store, store.write() as tx:
        receive(journal_of(tx), received(written.entries))
    with tampering(path) as database:
        for statement in EARLIER[version]:
            database.execute(statement)
        database.execute(f"UPDATE meta SET value = CAST('{version}' AS BLOB) WHERE name = 'schema_version'")
        database.execute("UPDATE tallies SET count = count + 1")  # an older fold might have counted otherwise
    return path


def test_rows_are_made_anew_and_the_sources_stay(older: Path) -> None:
    with Store.open(older, KEY, upgrade=upgrade_to_this(RULES)) as store, store.read() as snapshot:
        assert verify_store(snapshot, RULES, MARK_KEY).ok
    with Store.open(older, KEY) as store, store.read() as snapshot:
        assert rows_of(snapshot)


def test_an_older_store_is_refused_by_who_only_reads(older: Path, version: int) -> None:
    for read_only in (True, False):
        upgrade = upgrade_to_this(RULES) if read_only else None
        with pytest.raises(StoreBroken, match="store_older") as refused:
            Store.open(older, KEY, read_only=read_only, upgrade=upgrade)
        assert refused.value.fields == {"found": version, "known": schema.VERSION}


def test_an_upgrade_that_fails_has_changed_nothing(older: Path) -> None:
    def fails(connection: Connection) -> None:
        upgrade_to_this(RULES)(connection)
        raise StorageRefused("disk_full")

    before = older.read_bytes()
    with pytest.raises(StorageRefused, match="disk_full"):
        Store.open(older, KEY, upgrade=fails)
    with pytest.raises(StoreBroken, match="store_older"):
        Store.open(older, KEY, read_only=True)
    with Store.open(older, KEY, upgrade=upgrade_to_this(RULES)) as store, store.read() as snapshot:
        assert verify_store(snapshot, RULES, MARK_KEY).ok
    assert before != older.read_bytes()


@pytest.mark.parametrize("unknown", ["0", "99"])
def test_what_is_too_old_or_newer_is_left_alone(older: Path, unknown: str) -> None:
    with tampering(older) as database:
        database.execute(f"UPDATE meta SET value = CAST('{unknown}' AS BLOB) WHERE name = 'schema_version'")
    with pytest.raises(StoreBroken, match=r"store_(older|newer)"):
        Store.open(older, KEY, upgrade=upgrade_to_this(RULES))
