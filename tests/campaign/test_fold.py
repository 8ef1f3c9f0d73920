"""The fold over any journal at all: it takes everything, counts what a plain recount counts, and hides nothing."""

from __future__ import annotations

from collections import Counter
from copy import copy
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign import events as e
from campaign.entry import Entry
from campaign.fold import STEPS, Fold
from campaign.rows import (
    ApplicationRow,
    CommuneRow,
    DeviceRow,
    ExportRow,
    FormRow,
    HousekeepingRow,
    IgnoredRow,
    JournalRow,
    MemoryRows,
    Row,
    ShiftRow,
    SpanRow,
    StationRow,
    TallyRow,
)
from tests.journal_strategies import bodies, journals
from tests.journals import (
    COUNTED,
    RULES,
    STATION,
    WrittenJournal,
    a_journal_started,
    a_shift_opened,
    a_void,
    an_application,
    folded,
    heads,
    ignored,
    the,
)

R = TypeVar("R", bound=Row)


class CopiedRows(MemoryRows):
    """Rows as a table gives them: what is changed without being put is lost."""

    def get(self, shape: type[R], *key: object) -> R | None:
        return copy(super().get(shape, *key))

    def put(self, row: Row) -> None:
        super().put(copy(row))


def rows_of(shape: type[R], rows: MemoryRows) -> list[R]:
    return [row for row in rows.tables[shape].values() if isinstance(row, shape)]


@given(journals())
def test_tallies_are_a_plain_recount(journal: list[Entry]) -> None:
    rows = folded(journal)
    count: Counter[tuple[object, ...]] = Counter()
    voided: Counter[tuple[object, ...]] = Counter()
    for row in rows_of(ApplicationRow, rows):
        (voided if row.voided_n else count)[row.day, row.device, row.shift, row.hour, row.outcome] += 1
        assert row.counted == (not row.voided_n and row.outcome in COUNTED)
    tallies = {(t.day, t.device, t.shift, t.hour, t.outcome): t for t in rows_of(TallyRow, rows)}
    assert set(tallies) == set(count) | set(voided)
    assert all((tally.count, tally.voided) == (count[key], voided[key]) for key, tally in tallies.items())
    assert all(tally.count >= 0 for tally in tallies.values())


@given(journals())
def test_communes_are_a_plain_recount(journal: list[Entry]) -> None:
    rows = folded(journal)
    count: Counter[tuple[str, str]] = Counter()
    for row in rows_of(ApplicationRow, rows):
        if row.counted:
            count[row.day, row.commune] += 1
    communes = {(row.day, row.commune): row.count for row in rows_of(CommuneRow, rows)}
    assert {key: found for key, found in communes.items() if found} == count


@given(journals())
def test_an_application_is_either_a_row_or_ignored(journal: list[Entry]) -> None:
    rows = folded(journal)
    logged = {entry.header.n for entry in journal if isinstance(entry.body, e.ApplicationLogged)}
    counted = {row.n for row in rows_of(ApplicationRow, rows)}
    assert counted | (logged & set(ignored(rows))) == logged
    assert not counted & set(ignored(rows))
    assert {(form.form_id, form.n) for form in rows_of(FormRow, rows)} == {
        (row.form_id, row.n) for row in rows_of(ApplicationRow, rows)
    }


@given(journals())
def test_a_device_has_one_unsealed_shift_and_each_shift_one_open_span(journal: list[Entry]) -> None:
    rows = folded(journal)
    unsealed = {(shift.device, shift.shift) for shift in rows_of(ShiftRow, rows) if shift.state != "sealed"}
    assert {(device.device, device.shift) for device in rows_of(DeviceRow, rows) if device.shift} == unsealed
    for shift in rows_of(ShiftRow, rows):
        spans = [the(SpanRow, rows, shift.shift, k) for k in range(1, shift.spans + 1)]
        assert [bool(span.until) for span in spans] == [True] * (len(spans) - 1) + [shift.state == "sealed"]
        assert bool(spans[-1].cause) == (shift.state == "paused") or shift.state == "sealed"
        assert all(not span.until or span.since <= span.until for span in spans)
        assert bool(shift.ended_at) == bool(shift.sealed_n) == (shift.state == "sealed")
    assert len(rows_of(SpanRow, rows)) == sum(shift.spans for shift in rows_of(ShiftRow, rows))


@given(st.lists(bodies(), max_size=12), st.booleans())
def test_any_bodies_in_any_order_are_taken(several: list[e.Body], in_shift: bool) -> None:
    journal = WrittenJournal()
    for body in several:
        journal.add(body, **(journal.on() if in_shift else {}))
    rows = folded(journal.entries)
    assert the(JournalRow, rows, 1).last == len(several) if several else not rows.tables[JournalRow]


@given(journals())
def test_rows_depend_only_on_what_was_put(journal: list[Entry]) -> None:
    assert folded(journal, CopiedRows()).tables == folded(journal).tables


@given(journals(), st.data())
def test_one_by_one_or_in_one_go(journal: list[Entry], data: st.DataObject) -> None:
    """A station folds as it writes, `verify` and the command fold the whole: a fold keeps nothing to itself."""
    pause = data.draw(st.integers(0, len(journal)))
    rows = MemoryRows()
    for place, (entry, head) in enumerate(zip(journal, heads(journal), strict=True)):
        if place in (0, pause):
            fold = Fold(rows, STATION, 1, RULES)
        fold.apply(entry, head)
    assert rows.tables == folded(journal).tables


@given(journals(max_size=15), journals(station="HP-NQ-02", max_size=15))
def test_stations_do_not_touch_each_other(one: list[Entry], other: list[Entry]) -> None:
    together = folded(other, folded(one), station="HP-NQ-02")
    apart = folded(one), folded(other, station="HP-NQ-02")
    assert all(together.tables[shape] == apart[0].tables[shape] | apart[1].tables[shape] for shape in together.tables)


@given(journals(max_size=15), journals(epoch=2, max_size=15))
def test_a_second_epoch_goes_on_where_the_first_stood(one: list[Entry], two: list[Entry]) -> None:
    rows = folded(two, folded(one), epoch=2)
    for epoch, journal in ((1, one), (2, two)):
        row = rows.get(JournalRow, STATION, epoch)
        assert (row.last if row else 0) == len(journal)
    assert all(tally.count >= 0 for tally in rows_of(TallyRow, rows))


@given(journals(min_size=1))
def test_the_journal_row_says_how_far_it_goes(journal: list[Entry]) -> None:
    row = the(JournalRow, folded(journal), 1)
    header = journal[-1].header
    assert (row.last, row.head) == (header.n, list(heads(journal))[-1])
    assert (row.last_at, row.last_day, row.last_kind) == (header.at, header.day, header.kind)


@given(journals())
def test_housekeeping_is_told_apart(journal: list[Entry]) -> None:
    told = {row.n for row in rows_of(HousekeepingRow, folded(journal))}
    assert told == {entry.header.n for entry in journal if entry.header.kind in e.HOUSEKEEPING}


@pytest.mark.parametrize("kind", sorted(set(e.KINDS) - {e.kind_of(body) for body in STEPS}))
def test_some_kinds_are_only_told(kind: str) -> None:
    assert kind in {
        "clock_confirmed",
        "clock_stepped",
        "document_refused",
        "follow_up_changed",
        "password_reset",
        "sign_in_failed",
        "signed_in",
        "subject_viewed",
        "subjects_erased",
    }


def test_an_entry_in_trouble_only_advances_the_journal() -> None:
    journal = WrittenJournal()
    journal.add(a_journal_started())
    journal.add(a_shift_opened(), **journal.on())
    before = folded(journal.entries)
    journal.add_not_understood("application_logged", {"form_id": "form-1"})
    journal.add_not_understood("device_requested", {})
    after = folded(journal.entries)
    assert the(JournalRow, after, 1).last == 4
    assert {shape for shape in after.tables if after.tables[shape] != before.tables[shape]} == {JournalRow}


def test_housekeeping_in_trouble_is_housekeeping_too() -> None:
    journal = WrittenJournal()
    journal.add_not_understood("bundle_exported", {"seq": 1, "stick": "stick-1"})
    rows = folded(journal.entries)
    assert the(HousekeepingRow, rows, 1, 1).n == 1
    assert not rows.tables[ExportRow]


def test_an_entry_that_was_quarantined_at_import_is_not_counted() -> None:
    """Its subject failed its type: the importer takes the body away and says so."""
    journal = WrittenJournal()
    journal.add(a_shift_opened(), **journal.on())
    logged = journal.add(an_application(), **journal.on())
    journal.entries[-1] = Entry(logged.data, logged.header, None, "bad_subject")
    assert not folded(journal.entries).tables[ApplicationRow]


def test_what_makes_no_sense_is_listed_with_its_reason() -> None:
    journal = WrittenJournal()
    journal.add(a_journal_started())
    journal.add(a_void(1), **journal.on())
    rows = folded(journal.entries)
    assert rows_of(IgnoredRow, rows) == [IgnoredRow(STATION, 1, 2, "no_such_application")]
    assert the(StationRow, rows).unit == "Công an quận Lê Chân"
