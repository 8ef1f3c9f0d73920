"""Appending, receiving, finding again, and what nobody may do to a journal."""

from __future__ import annotations

import hmac
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlcipher3 import dbapi2

from campaign import events as e
from campaign.calendar import format_time
from campaign.chain import commitment, first_head, next_head
from campaign.entry import Entry
from campaign.refusal import InputRefused, StoreBroken
from campaign.rows import ApplicationRow, JournalRow, ShiftRow
from campaign.subject import Subject, mark_texts, subject_bytes
from db import schema
from db.history import History, find_marks
from db.quarantine import Quarantined, quarantined, release
from db.statement import Statement
from db.store import Store
from db.transaction import Transaction
from db.verify import verify_store
from tests.db.stores import MARK_KEY, a_subject, journal_of, receive, received, tampering
from tests.journal_strategies import journals
from tests.journals import (
    DAY,
    RULES,
    STATION,
    WrittenJournal,
    a_journal_started,
    a_shift_id,
    a_shift_opened,
    an_application,
)

TODAY = date.fromisoformat(DAY)
SOURCES = (schema.journal, schema.subjects, schema.marks, schema.quarantine, schema.turns)
IN_SHIFT: dict[str, Any] = {"shift": a_shift_id(), "device": "TB-1"}


def at(minute: int) -> str:
    return f"{DAY}T08:{minute:02}:00+07:00"


def open_a_shift(tx: Transaction) -> None:
    journal = journal_of(tx)
    journal.append(a_journal_started(), at=at(0), by="an.nv", day=TODAY)
    journal.append(a_shift_opened(), at=at(1), by="an.nv", day=TODAY, **IN_SHIFT)


def test_an_application_is_saved_with_its_subject_and_marks(store: Store) -> None:
    person = a_subject(old_number="031824175")
    with store.write() as tx:
        open_a_shift(tx)
        logged = journal_of(tx).append(an_application(), at=at(2), by="an.nv", day=TODAY, **IN_SHIFT, subject=person)
    assert logged.n == 3
    with store.read() as snapshot:
        history = History(snapshot, STATION, 1)
        assert history.last() == 3
        assert history.head_at(3) == bytes.fromhex(logged.head)
        assert history.head_at(4) is None
        assert history.entry(4) is None
        assert history.subject(3) == person
        assert history.subject(2) is None
        [(data, salt, subject)] = history.entries(3, 3)
        assert data == logged.entry.data == history.entry(3)
        assert salt is not None
        assert subject == subject_bytes(person)
        assert logged.entry.header.subject == commitment(salt, subject)
        assert str(person.number) not in str(data)
        for kind, text in mark_texts(person):
            assert find_marks(snapshot, MARK_KEY, kind, text) == [(STATION, 1, 3)]
        assert find_marks(snapshot, MARK_KEY, "number", "031092000002") == []
        assert find_marks(snapshot, b"another store's key", "number", str(person.number)) == []
        application = snapshot.get(ApplicationRow, STATION, 1, 3)
        assert application is not None
        assert application.counted


def test_a_mark_is_as_the_format_says(store: Store) -> None:
    person = a_subject(old_number="031824175")
    with store.write() as tx:
        open_a_shift(tx)
        journal_of(tx).append(an_application(), at=at(2), by="an.nv", day=TODAY, **IN_SHIFT, subject=person)
    with store.read() as snapshot:
        found = snapshot.all(Statement(select(schema.marks.c.kind, schema.marks.c.mark)))
    texts = {
        b"number": b"031092000001",
        b"cmnd": b"031824175|1992-03-04",
        b"person": "nguyễn thị 1|1992-03-04".encode(),
    }
    assert dict(found) == {
        kind.decode(): hmac.new(MARK_KEY, kind + b"\x00" + text, "sha256").digest() for kind, text in texts.items()
    }


def test_saving_and_importing_ask_few_questions(store: Store) -> None:
    asked: list[str] = []
    written = WrittenJournal()
    written.add(a_shift_opened(), **written.on())
    for place in range(1000):
        written.add(an_application(form_id=f"form-{place}"), **written.on())
    items = received(written.entries)
    with store.write() as tx:
        driver = tx._connection.driver_connection
        assert driver is not None
        driver.set_trace_callback(asked.append)
        receive(journal_of(tx), items)
    assert sum(statement.startswith("SELECT") for statement in asked) < 50  # a thousand forms in five
    asked.clear()
    with store.write() as tx:
        now = format_time(written.at)
        body = an_application(form_id="form-new")
        journal_of(tx).append(body, at=now, by="an.nv", day=TODAY, **IN_SHIFT, subject=a_subject())
    driver.set_trace_callback(None)
    assert len(asked) == 21, asked  # BEGIN and COMMIT among them


def test_two_salts_are_never_the_same(store: Store) -> None:
    with store.write() as tx:
        open_a_shift(tx)
        promises = {
            journal_of(tx)
            .append(
                an_application(form_id=f"form-{n}"), at=at(2), by="an.nv", day=TODAY, **IN_SHIFT, subject=a_subject()
            )
            .entry.header.subject
            for n in range(20)
        }
    assert len(promises) == 20


def test_time_may_go_back_only_right_after_a_step_of_the_clock(store: Store) -> None:
    with store.write() as tx:
        journal = journal_of(tx)
        journal.append(a_journal_started(), at=at(30), by="an.nv", day=TODAY)
        with pytest.raises(InputRefused) as refused:
            journal.append(e.ClockConfirmed(), at=at(29), by="an.nv", day=TODAY)
        assert refused.value.code == "time_before_last"
        assert refused.value.fields == {"last_at": at(30)}
        journal.append(e.ClockStepped(before=at(30), after=at(10)), at=at(30), by="an.nv", day=TODAY)
        journal.append(e.ClockConfirmed(), at=at(10), by="an.nv", day=TODAY)
        with pytest.raises(InputRefused):
            journal.append(e.ClockConfirmed(), at=at(9), by="an.nv", day=TODAY)


@pytest.mark.parametrize(
    ("body", "changes", "code"),
    [
        (e.ClockConfirmed(), {"by": "An"}, "bad_entry"),
        (e.ClockConfirmed(), {"shift": "one"}, "bad_entry"),
        (e.SettingChanged(name="sound", value="e\u0302"), {}, "bad_entry"),
        (e.SettingChanged(name="Sound", value="on"), {}, "bad_body"),
        (an_application(), {"subject": Subject(number="1")}, "bad_subject"),
        (an_application(), {"subject": Subject(name="e\u0302")}, "bad_subject"),
    ],
)
def test_what_nobody_could_read_back_is_not_written(
    store: Store, body: e.Body, changes: dict[str, Any], code: str
) -> None:
    with store.write() as tx:
        journal = journal_of(tx)
        with pytest.raises(InputRefused) as refused:
            journal.append(body, **{"at": at(1), "by": "an.nv", "day": TODAY, **changes})
        assert refused.value.code == code
        assert journal.last() == 0


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE journals SET last = 1",
        "UPDATE journals SET head = 'x'",
        "DELETE FROM journals",
        "DELETE FROM journal WHERE n = 2",
        "DELETE FROM journal",
    ],
)
def test_nothing_is_built_on_a_chain_that_the_tables_deny(store: Store, path: Path, change: str) -> None:
    with store.write() as tx:
        open_a_shift(tx)
    with tampering(path) as database:
        database.execute(change)
    with pytest.raises(StoreBroken) as broken, store.write() as tx:
        journal_of(tx).append(e.ClockConfirmed(), at=at(5), by="an.nv", day=TODAY)
    assert broken.value.code == "store_damaged"
    with pytest.raises(StoreBroken), store.write() as tx:
        receive(journal_of(tx), received(withheld_journal().entries))


def test_several_entries_of_one_transaction_are_written_once(store: Store) -> None:
    with store.write() as tx:
        open_a_shift(tx)
        assert tx.rows._changed[JournalRow]
    with store.read() as snapshot:
        assert snapshot.get(ShiftRow, STATION, a_shift_id()) is not None


@settings(max_examples=15)
@given(journals(min_size=3), st.data())
def test_received_entries_must_follow_the_held_ones(entries: list[Entry], data: st.DataObject) -> None:
    items = received(entries)
    held = data.draw(st.integers(0, len(items) - 1))
    wrong = data.draw(st.sampled_from(["gap", "other head", "other entry", "again"]))
    item = items[held]
    offered = {
        "gap": items[held + 1 :] or [item._replace(head=b"")],
        "other head": [item._replace(head=bytes(32))],
        "other entry": [item._replace(entry=Entry(item.entry.data + b" ", item.entry.header, item.entry.body))],
        "again": items[:held] or [item._replace(head=b"")],
    }[wrong]
    with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder, "store.db"), bytes(32)) as store:
        with store.write() as tx:
            receive(journal_of(tx), items[:held])
        with pytest.raises(InputRefused) as refused, store.write() as tx:
            receive(journal_of(tx), offered)
        assert refused.value.code == "bad_chain"
        with store.read() as snapshot:
            assert History(snapshot, STATION, 1).last() == held


def test_a_journal_read_in_pieces_is_the_journal(store: Store) -> None:
    written = WrittenJournal()
    for place in range(1203):
        written.add(an_application(form_id=f"form-{place}"), **written.on())
    items = received(written.entries)
    with store.write() as tx:
        assert receive(journal_of(tx), iter(items)) == 1203
    with store.read() as snapshot:
        history = History(snapshot, STATION, 1)
        assert list(history.entries(1, 1203)) == [(item.entry.data, item.salt, item.subject) for item in items]
        assert [data for data, _, _ in history.entries(500, 501)] == [items[499].entry.data, items[500].entry.data]
        assert list(history.entries(1204, 1300)) == []
        head = first_head(STATION, 1)
        for n, (data, _, _) in enumerate(history.entries(1, 1203), 1):
            head = next_head(head, data)
            assert history.head_at(n) == head


def withheld_journal() -> WrittenJournal:
    written = WrittenJournal()
    written.add(a_journal_started())
    written.add(a_shift_opened(), **written.on())
    written.add(an_application(form_id="form-1"), **written.on())
    written.add(an_application(form_id="form-2"), **written.on())
    return written


def test_a_withheld_subject_is_filled_in_once(store: Store) -> None:
    whole, withheld = received(withheld_journal().entries), received(withheld_journal().entries, withheld=True)
    salt, subject = whole[2].salt, whole[2].subject
    assert salt is not None
    assert subject is not None
    with store.write() as tx:
        journal = journal_of(tx)
        receive(journal, withheld)
        assert journal.subject(3) is None
        assert not journal.fill_subject(2, salt, subject)  # an entry without one
        assert journal.fill_subject(3, salt, subject)
        assert not journal.fill_subject(3, salt, subject)
        assert journal.subject(3) == a_subject(3)
        assert find_marks(tx, MARK_KEY, "number", str(a_subject(3).number)) == [(STATION, 1, 3)]
    with store.read() as snapshot:
        assert verify_store(snapshot, RULES, MARK_KEY).differences == []


@pytest.mark.parametrize("withheld", [False, True])
def test_an_erased_subject_never_comes_back_but_is_still_recognised(store: Store, withheld: bool) -> None:
    whole = received(withheld_journal().entries)
    salt, subject = whole[2].salt, whole[2].subject
    assert salt is not None
    assert subject is not None
    with store.write() as tx:
        journal = journal_of(tx)
        receive(journal, received(withheld_journal().entries, withheld=withheld))
        assert journal.erase_subjects(3) == (0 if withheld else 1)
        assert journal.erase_subjects(3) == 0
        assert not journal.fill_subject(3, salt, subject)
        assert journal.subject(3) is None
        assert [held for _, _, held in journal.entries(3, 4)] == [None, None if withheld else whole[3].subject]
        seen = find_marks(tx, MARK_KEY, "number", str(a_subject(3).number))
        assert seen == ([] if withheld else [(STATION, 1, 3)])
    with store.read() as snapshot:
        assert verify_store(snapshot, RULES, MARK_KEY).differences == []


def test_what_was_not_understood_waits_in_quarantine(store: Store) -> None:
    written = withheld_journal()
    written.add_not_understood("device_requested", {"device": "TB-1"})
    items = received(written.entries)
    items[2] = items[2]._replace(trouble="bad_subject")
    with store.write() as tx:
        receive(journal_of(tx), items)
    with store.read() as snapshot:
        waiting = [Quarantined(STATION, 1, 3, "bad_subject"), Quarantined(STATION, 1, 5, "unknown_kind")]
        assert quarantined(snapshot) == quarantined(snapshot, STATION) == waiting
        assert quarantined(snapshot, "HP-AD-01") == []
        assert snapshot.get(ApplicationRow, STATION, 1, 3) is None
        journal_row = snapshot.get(JournalRow, STATION, 1)
        assert journal_row is not None
        assert journal_row.last == 5
        assert verify_store(snapshot, RULES, MARK_KEY).ok
    with store.write() as tx:
        release(tx, STATION, 1, 3, at=at(59), outcomes=RULES)
    for n, code in ((3, "not_quarantined"), (4, "not_quarantined"), (5, "unknown_kind")):
        with pytest.raises(InputRefused) as refused, store.write() as tx:
            release(tx, STATION, 1, n, at=at(59), outcomes=RULES)
        assert refused.value.code == code
    with store.read() as snapshot:
        assert quarantined(snapshot) == waiting[1:]
        assert snapshot.get(ApplicationRow, STATION, 1, 3) is not None
        assert verify_store(snapshot, RULES, MARK_KEY).ok


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET entry = entry",
        "DELETE FROM journal",
        "DELETE FROM journal WHERE n = 3",
        "INSERT OR REPLACE INTO journal SELECT station, epoch, n, head, entry FROM journal WHERE n = 3",
        "UPDATE subjects SET subject = x'00'",
        "UPDATE subjects SET salt = NULL",
        "UPDATE subjects SET n = n + 10",
        "UPDATE subjects SET erased = 0",
        "UPDATE subjects SET salt = x'00', subject = x'00', erased = 0 WHERE n = 3",
        "UPDATE subjects SET salt = x'00', subject = x'00' WHERE n = 4",
        "DELETE FROM subjects",
        "UPDATE marks SET mark = x'00'",
        "DELETE FROM marks",
        "UPDATE quarantine SET code = 'bad_body'",
        "UPDATE quarantine SET n = 4, released_at = '2021'",
        "DELETE FROM quarantine",
        "UPDATE turns SET first = 2",
        "DELETE FROM turns",
        "INSERT INTO journal VALUES ('HP-LC-01', 1, 'six', x'00', x'00')",
        "INSERT INTO journal VALUES ('HP-LC-01', 1, 6, NULL, x'00')",
    ],
)
def test_the_database_itself_refuses_to_change_a_source(store: Store, statement: str) -> None:
    items = received(withheld_journal().entries)
    items[2] = items[2]._replace(trouble="bad_subject")
    with store.write() as tx:
        receive(journal_of(tx), items)
        journal_of(tx).erase_subjects(3)
    with store.read() as snapshot:
        before = [snapshot.all(Statement(select(table))) for table in SOURCES]
    with pytest.raises(dbapi2.IntegrityError), store.write() as tx:
        tx.run(Statement(text(statement)))
    with store.read() as snapshot:
        assert [snapshot.all(Statement(select(table))) for table in SOURCES] == before


def test_no_number_of_a_journal_is_given_twice(store: Store) -> None:
    with store.write() as tx:
        receive(journal_of(tx), received(withheld_journal().entries))
    again = "INSERT INTO journal SELECT station, epoch, n, entry, head FROM journal WHERE n = 3"
    with pytest.raises(StoreBroken) as broken, store.write() as tx:
        tx.run(Statement(text(again)))
    assert broken.value.code == "store_damaged"
