"""What screens ask, against what the journal's rows say when all of them are looked at."""

from __future__ import annotations

import importlib
import pkgutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

import db.reads
from campaign import events as e
from campaign.entry import Entry
from campaign.events import HOUSEKEEPING
from campaign.rows import (
    AcknowledgedRow,
    ApplicationRow,
    DeviceRow,
    DocumentRow,
    ExplainedRow,
    ExportRow,
    MemoryRows,
    ReceiptRow,
    Row,
    ShiftRow,
    SpanRow,
    StationRow,
    StickRow,
    UserRow,
)
from db import history, turns, walk
from db.reads.applications import application_at, application_of_form, applications_before, last_application_by
from db.reads.attention import acknowledged_since, explained_on
from db.reads.campaign_days import outcomes_between
from db.reads.day import counted_since, funnel_of, hours_of_day
from db.reads.point import devices_of, sticks_of, users_of
from db.reads.shifts import (
    all_shifts,
    sealed_but_unexported,
    shift_totals,
    shifts_of_day,
    spans_of_day,
    spans_of_shift,
    totals_by_operator,
)
from db.reads.sync import documents_of, export_state, last_exports, last_receipts, standing_of
from db.statement import Statement
from db.store import Store
from tests.db.stores import KEY, a_subject, journal_of, receive, received
from tests.journal_strategies import journals
from tests.journals import (
    COUNTED,
    DAY,
    DEVICES,
    STATION,
    WrittenJournal,
    a_bundle_exported,
    a_journal_started,
    a_receipt_accepted,
    a_shift_id,
    a_shift_opened,
    a_void,
    an_application,
    folded,
)

R = TypeVar("R", bound=Row)


def rows(memory: MemoryRows, shape: type[R]) -> list[R]:
    return [row for row in memory.tables[shape].values() if isinstance(row, shape)]


@settings(max_examples=40)
@given(journals(min_size=5, max_size=60), st.integers(0, 40), st.sets(st.integers(1, 40), max_size=3))
def test_reads_say_what_all_rows_say(entries: list[Entry], mark: int, held_back: set[int]) -> None:
    items = received(entries)
    memory = folded([item.entry for item in items])
    applications, shifts = rows(memory, ApplicationRow), rows(memory, ShiftRow)
    exports, spans = rows(memory, ExportRow), rows(memory, SpanRow)
    with tempfile.TemporaryDirectory() as folder, Store.create(Path(folder, "store.db"), KEY) as store:
        with store.write() as tx:
            receive(journal_of(tx), items)
        with store.read() as snapshot:
            known, told = rows(memory, AcknowledgedRow), rows(memory, ExplainedRow)
            for day in {shift.day for shift in shifts} | {DAY}:
                assert {(a.rule, a.device, a.shift, a.figure) for a in acknowledged_since(snapshot, STATION, day)} == {
                    (a.rule, a.device, a.shift, a.figure) for a in known if a.day >= day
                }
                explained = explained_on(snapshot, STATION, day)
                assert {e.since for e in explained} == {e.since for e in told if e.day == day}
                assert [e.until for e in explained] == sorted(e.until for e in told if e.day == day)
                unvoided = Counter(a.outcome for a in applications if a.day < day and not a.voided_n)
                assert outcomes_between(snapshot, STATION, "", day) == unvoided
                counted = [a for a in applications if a.counted and a.day == day]
                sealed = {shift.shift for shift in shifts if shift.state == "sealed"}
                verified = [export for export in exports if export.verified_at]
                through = max(verified, key=lambda export: export.seq).last if verified else 0
                funnel = funnel_of(
                    snapshot, STATION, 1, day, mark=mark, quarantined=held_back, counted_outcomes=COUNTED
                )
                assert funnel.logged == len(counted)
                assert funnel.sealed == sum(a.shift in sealed for a in counted)
                assert funnel.exported == sum(a.n <= through for a in counted)
                assert funnel.received == sum(a.n <= mark and a.n not in held_back for a in counted)
                hours = hours_of_day(snapshot, STATION, day, COUNTED)
                for device in DEVICES:
                    here = [a for a in applications if a.device == device and a.day == day]
                    found = hours[device]
                    assert {k: v for k, v in found.by_hour.items() if v} == Counter(a.hour for a in here if a.counted)
                    assert found.counted == sum(a.counted for a in here)
                    outcomes = Counter(a.outcome for a in here if not a.voided_n)
                    assert {k: v for k, v in found.by_outcome.items() if v} == outcomes
                    times = sorted(a.at for a in here if a.counted and a.source != "paper")
                    assert counted_since(snapshot, STATION, day, device, "") == times
                    since = times[len(times) // 2] if times else ""
                    assert counted_since(snapshot, STATION, day, device, since) == [t for t in times if t >= since]
                assert {shift.shift for shift in shifts_of_day(snapshot, STATION, day)} == {
                    shift.shift for shift in shifts if shift.day == day
                }
                of_day = [span for found in spans_of_day(snapshot, STATION, day).values() for span in found]
                days = {shift.shift: shift.day for shift in shifts}
                assert sorted(map(repr, of_day)) == sorted(repr(span) for span in spans if days[span.shift] == day)
            for shift in shifts:
                here = [a for a in applications if a.shift == shift.shift]
                totals = shift_totals(snapshot, shift)
                assert totals.counts == Counter(a.outcome for a in here if not a.voided_n)
                assert totals.voided == sum(a.voided_n > 0 for a in here)
                assert spans_of_shift(snapshot, STATION, shift.shift) == [s for s in spans if s.shift == shift.shift]
                for by, counts in totals_by_operator(snapshot, STATION, shift.shift).items():
                    assert counts == Counter(a.outcome for a in here if a.by == by and not a.voided_n)
                last = max((a.n for a in here if a.by == "an.nv"), default=0)
                assert last_application_by(snapshot, STATION, 1, shift.shift, "an.nv") == last
                page = applications_before(snapshot, STATION, 1, limit=3, shift=shift.shift)
                assert [a.application for a in page] == here[::-1][:3]
            verified_through = max((export.last for export in exports if export.verified_at), default=0)
            unexported = [s for s in shifts if s.state == "sealed" and s.sealed_n > verified_through and s.day >= DAY]
            assert sealed_but_unexported(snapshot, STATION, 1, DAY) == len(unexported)
            everything = applications_before(snapshot, STATION, 1, limit=1000)
            assert [shown.application for shown in everything] == applications[::-1]
            for shown in everything:
                assert shown.subject == a_subject(shown.application.n % 7)
                assert application_at(snapshot, STATION, 1, shown.application.n) == shown
                assert application_of_form(snapshot, STATION, shown.application.form_id) == shown
            assert application_of_form(snapshot, STATION, "nothing") is None
            assert application_at(snapshot, STATION, 1, 10_000) is None
            newest_first = sorted(shifts, key=lambda s: (s.day, s.opened_at), reverse=True)
            assert [s.opened_at for s in all_shifts(snapshot, STATION)] == [s.opened_at for s in newest_first]
            assert devices_of(snapshot, STATION) == sorted(rows(memory, DeviceRow), key=lambda row: row.device)
            users = [row for row in rows(memory, UserRow) if not row.removed]
            assert users_of(snapshot, STATION) == sorted(users, key=lambda row: row.user)
            assert sticks_of(snapshot, STATION) == rows(memory, StickRow)
            newest = sorted(exports, key=lambda row: -row.seq)
            assert last_exports(snapshot, STATION, 1, 2) == newest[:2]
            receipts = sorted(rows(memory, ReceiptRow), key=lambda row: (-row.city_generation, -row.serial))
            assert last_receipts(snapshot, STATION, 2) == receipts[:2]
            documents = sorted(rows(memory, DocumentRow), key=lambda row: (row.type, row.version))
            assert documents_of(snapshot, STATION) == documents
            standing = standing_of(snapshot, STATION, 1)
            station = [row for row in rows(memory, StationRow) if row.epoch == 1]
            marked = station[0].mark if station else 0
            unsent = [i.entry for i in items[marked:] if i.entry.header.kind not in HOUSEKEEPING]
            assert (standing.last, standing.mark, standing.unsent) == (len(items), marked, len(unsent))
            assert standing.oldest_unsent_at == (unsent[0].header.at if unsent else "")


def test_a_page_goes_on_where_the_one_before_ended(store: Store) -> None:
    written = WrittenJournal()
    written.add(a_shift_opened(), **written.on())
    for n in range(2, 12):
        written.add(an_application(form_id=f"form-{n}"), **written.on())
    with store.write() as tx:
        receive(journal_of(tx), received(written.entries))
        journal_of(tx).erase_subjects(5)
    with store.read() as snapshot:
        before, pages = 2**53, []
        while page := applications_before(snapshot, STATION, 1, limit=4, before=before):
            pages.append([shown.application.n for shown in page])
            before = page[-1].application.n
        assert pages == [[11, 10, 9, 8], [7, 6, 5, 4], [3, 2]]
        erased = application_at(snapshot, STATION, 1, 5)
        assert erased is not None
        assert erased.subject is None


def test_a_subject_that_cannot_be_read_is_not_shown(store: Store) -> None:
    written = WrittenJournal()
    written.add(a_shift_opened(), **written.on())
    written.add(an_application(), **written.on())
    items = received(written.entries)
    with store.write() as tx:
        receive(journal_of(tx), [items[0], items[1]._replace(subject=b"{}{")])
    with store.read() as snapshot:
        shown = application_at(snapshot, STATION, 1, 2)
        assert shown is not None
        assert shown.subject is None
        assert history.History(snapshot, STATION, 1).subject(2) is None


def test_earlier_epochs_count_as_received(store: Store) -> None:
    older, newer = WrittenJournal(), WrittenJournal(epoch=2)
    older.add(a_journal_started())
    older.add(a_shift_opened(), **older.on())
    for n in range(3, 6):
        older.add(an_application(form_id=f"form-{n}"), **older.on())
    older.add(a_void(5), **older.on())
    newer.add(a_journal_started(epoch=2))
    newer.add(an_application(form_id="form-9"), **newer.on())
    newer.add(an_application(form_id="form-10"), **newer.on())
    newer.add(a_bundle_exported(1, 1, 2))
    newer.add(e.BundleVerified(seq=1, place="stick-1"))
    newer.add(a_receipt_accepted(1, 2))
    with store.write() as tx:
        receive(journal_of(tx), received(older.entries))
        receive(journal_of(tx, epoch=2), received(newer.entries, epoch=2))
    with store.read() as snapshot:
        funnel = funnel_of(snapshot, STATION, 2, DAY, mark=2, quarantined=[2, 3], counted_outcomes=COUNTED)
        assert (funnel.logged, funnel.sealed, funnel.exported, funnel.received) == (4, 0, 3, 2)
        [export] = last_exports(snapshot, STATION, 2, 5)
        assert [export_state(export, mark) for mark in (1, 2)] == ["verified", "received"]
        export.verified_at = ""
        assert export_state(export, 1) == "exported"
        standing = standing_of(snapshot, STATION, 2)
        assert (standing.last, standing.mark, standing.unsent) == (6, 2, 1)
        assert standing.oldest_unsent_at == newer.entries[2].header.at
        assert standing.head == received(newer.entries, epoch=2)[-1].head.hex()


def test_an_empty_store_has_nothing_to_say(store: Store) -> None:
    with store.read() as snapshot:
        standing = standing_of(snapshot, STATION, 1)
        assert (standing.last, standing.head, standing.unsent, standing.oldest_unsent_at) == (0, "", 0, "")
        funnel = funnel_of(snapshot, STATION, 1, DAY, mark=0, quarantined=[], counted_outcomes=COUNTED)
        assert (funnel.logged, funnel.sealed, funnel.exported, funnel.received) == (0, 0, 0, 0)
        assert last_application_by(snapshot, STATION, 1, a_shift_id(), "an.nv") == 0


MODULES = [
    *(importlib.import_module(f"db.reads.{found.name}") for found in pkgutil.iter_modules(db.reads.__path__)),
    history,
    turns,
    walk,
]
STATEMENTS = {
    f"{module.__name__.removeprefix('db.')} {name}": value
    for module in MODULES
    for name, value in vars(module).items()
    if type(value) is Statement
}
# What grows with the journal, and the least that must be known of the rows asked for, beyond the station.
GROWING = {
    "journal": ("epoch=?",),
    "subjects": ("n=?",),
    "marks": ("mark=?",),
    "applications": ("n=?", "n<?", "day=?", "shift=?"),
    "tallies": ("day=?", "day>? AND day<?"),  # the days of a campaign are few
    "forms": ("form_id=?",),
    "follow_ups": ("n=?",),
    "housekeeping": ("n>?",),
    "ignored": ("n=?",),
    "spans": ("shift=?",),
    "acknowledged": ("day>?", "day=?"),
    "explained": ("day=?",),
}


@pytest.mark.parametrize("name", STATEMENTS)
def test_no_answer_costs_more_as_the_journal_grows(store: Store, name: str) -> None:
    with store.read() as snapshot:
        sql = STATEMENTS[name].on(snapshot.dialect)
        cursor = snapshot._connection.cursor()
        cursor.execute(f"EXPLAIN QUERY PLAN {sql.sql}", tuple(sql.values.get(each, 1) for each in sql.parameters))
        steps = [step for *_, step in cursor.fetchall()]
    assert steps
    for step in steps:
        table = step.split()[1]
        assert not step.startswith("SCAN"), steps
        if table in GROWING:
            assert any(known in step for known in GROWING[table]), steps
        if step.startswith("USE TEMP B-TREE"):  # sorts no more than a shift's or a device's day's rows, or all shifts
            bounded = ("shift=?", "day=? AND device=?")
            assert all(any(bound in other for bound in bounded) for other in steps if "applications" in other), steps


def test_the_planner_knows_the_tables_of_a_store_that_was_reopened(store: Store, path: Path) -> None:
    store.close()
    with Store.open(path, KEY) as again, again.read() as snapshot:
        plan = snapshot.all(
            Statement(text(f"EXPLAIN QUERY PLAN SELECT * FROM shifts WHERE station = '{STATION}' AND day = '{DAY}'"))
        )
    assert "shifts_by_day (station=? AND day=?)" in plan[0][3]
