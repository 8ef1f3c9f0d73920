"""What the tables hold after any entries, in whatever pieces they came, is what the journal adds up to."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from campaign.entry import Entry
from campaign.rows import ApplicationRow, CommuneRow, FollowUpRow, FormRow, MemoryRows, ShiftRow
from db import schema
from db.rebuild import rebuild
from db.schema import PROJECTIONS
from db.statement import Statement
from db.store import Store
from db.verify import verify_store
from tests.db.stores import KEY, MARK_KEY, journal_of, receive, received, rows_in, rows_of
from tests.journal_strategies import journals
from tests.journals import RULES, STATION, folded

cuts = st.lists(st.tuples(st.integers(1, 12), st.sampled_from(["go on", "go on", "reopen", "fail first"])), max_size=8)


OPEN = Statement(select(*schema.open_follow_ups.c))


def waiting_in(rows: MemoryRows) -> set[tuple[str, int, int]]:
    """Reckoned plainly: `received` gives application n the person n % 7."""
    counted = [row.n for row in rows.tables[ApplicationRow].values() if isinstance(row, ApplicationRow) and row.counted]
    return {
        (STATION, 1, row.n)
        for row in rows.tables[FollowUpRow].values()
        if isinstance(row, FollowUpRow)
        and row.state == "open"
        and not any(n > row.n and n % 7 == row.n % 7 for n in counted)
    }


class Interrupted(Exception):
    pass


@settings(max_examples=40)
@given(journals(), cuts)
def test_incremental_rows_are_rebuilt_rows(entries: list[Entry], pieces: list[tuple[int, str]]) -> None:
    items = received(entries)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "store.db")
        store = Store.create(path, KEY)
        start = 0
        for size, then in [*pieces, (len(items), "go on")]:
            piece, start = items[start : start + size], start + size
            if then == "fail first":
                try:
                    with store.write() as tx:
                        receive(journal_of(tx), piece)
                        tx.flush()
                        raise Interrupted
                except Interrupted:
                    pass
            with store.write() as tx:
                assert receive(journal_of(tx), piece) == len(piece)
            if then == "reopen":
                store.close()
                store = Store.open(path, KEY)
        with store.read() as snapshot:
            kept = rows_of(snapshot)
            open_ones = set(snapshot.all(OPEN))
            rows = folded([item.entry for item in items])
            assert kept == rows_in(rows)
            assert open_ones == waiting_in(rows)
            verified = verify_store(snapshot, RULES, MARK_KEY)
        assert verified.ok, verified.differences
        assert verified.entries == len(items)
        with store.write() as tx:
            rebuild(tx, STATION, RULES)
        with store.read() as snapshot:
            assert rows_of(snapshot) == kept
            assert set(snapshot.all(OPEN)) == open_ones
        store.close()


@settings(max_examples=20)
@given(journals(max_size=20), journals(max_size=20, epoch=2), st.lists(st.integers(1, 8), max_size=8))
def test_epochs_that_came_in_turn_are_recomputed_in_turn(
    older: list[Entry], newer: list[Entry], sizes: list[int]
) -> None:
    waiting = {1: received(older), 2: received(newer, epoch=2)}
    with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder, "store.db"), KEY) as store:
        for place, size in enumerate([*sizes, 99, 99]):
            epoch = 1 + place % 2
            piece, waiting[epoch] = waiting[epoch][:size], waiting[epoch][size:]
            with store.write() as tx:
                receive(journal_of(tx, epoch=epoch), piece)
        with store.read() as snapshot:
            assert verify_store(snapshot, RULES, MARK_KEY).differences == []
            assert verify_store(snapshot, RULES, MARK_KEY).entries == len(older) + len(newer)


def test_a_row_is_what_was_put_until_the_transaction_ends(store: Store) -> None:
    form = FormRow(STATION, "form-1", 1, 7)
    with store.write() as tx:
        assert tx.get(FormRow, STATION, "form-1") is None
        tx.rows.prefetch(FormRow, (STATION,), ["form-1", "form-2"])
        tx.rows.put(form)
        assert tx.get(FormRow, STATION, "form-1") == form
    with store.write() as tx:
        tx.rows.prefetch(FormRow, (STATION,), ["form-2", "form-1"])
        assert tx.get(FormRow, STATION, "form-1") == form
        assert tx.get(FormRow, STATION, "form-2") is None
        assert tx.get(ShiftRow, STATION, "form-1") is None


def test_a_long_import_keeps_few_rows_in_memory(store: Store) -> None:
    with store.write() as tx:
        for n in range(60_000):
            tx.rows.put(FormRow(STATION, f"form-{n}", 1, n))
        tx.rows.relieve()
        assert not tx.rows._known
        assert tx.get(FormRow, STATION, "form-59999") == FormRow(STATION, "form-59999", 1, 59_999)
        assert MemoryRows().get(FormRow, STATION, "form-1") is None


def test_the_row_that_was_put_last_stands_whoever_was_put_before(store: Store) -> None:
    one, other = FormRow(STATION, "form-1", 1, 7), FormRow(STATION, "form-1", 1, 8)
    with store.write() as tx:
        for row in (one, other, one):
            tx.rows.put(row)
        one.n = 9
        tx.rows.put(one)
        tx.flush()
        one.n = 10
        tx.rows.put(one)
    with store.read() as snapshot:
        assert snapshot.get(FormRow, STATION, "form-1") == FormRow(STATION, "form-1", 1, 10)


def test_a_day_is_asked_for_once(store: Store) -> None:
    day = "2021-04-02"
    with store.write() as tx:
        tx.rows.put(CommuneRow(STATION, day, "11311", 3))
    asked: list[str] = []
    with store.write() as tx:
        tx.rows.put(CommuneRow(STATION, day, "11314", 1))
        driver = tx._connection.driver_connection
        assert driver is not None
        driver.set_trace_callback(asked.append)
        tx.rows.prefetch_day(CommuneRow, STATION, day)
        tx.rows.prefetch_day(CommuneRow, STATION, day)
        assert tx.rows.get(CommuneRow, STATION, day, "11311") == CommuneRow(STATION, day, "11311", 3)
        assert tx.rows.get(CommuneRow, STATION, day, "11314") == CommuneRow(STATION, day, "11314", 1)
        assert tx.rows.get(CommuneRow, STATION, day, "11317") is None
        driver.set_trace_callback(None)
        assert len(asked) == 1
        tx.rows.put(CommuneRow(STATION, day, "11317", 2))
    with store.read() as snapshot:
        assert len(snapshot.all(Statement(select(PROJECTIONS[CommuneRow])))) == 3
