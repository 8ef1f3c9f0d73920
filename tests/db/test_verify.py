"""Someone with the key and a database tool changes the store: verifying tells what, and never breaks down."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign import events as e
from db import schema
from db.envelopes import KeptEnvelope, keep_envelope
from db.store import Store
from db.verify import Verified, verify_store
from tests.db.stores import KEY, MARK_KEY, journal_of, receive, received, tampering
from tests.journals import RULES, STATION, WrittenJournal, a_journal_started, a_shift_opened, a_void, an_application


def a_day() -> WrittenJournal:
    """Entry 8 is not understood, entry 9 makes no sense."""
    written = WrittenJournal()
    written.add(a_journal_started())
    written.add(e.DeviceAdded(device="TB-1", label="Thiết bị 1"))
    written.add(a_shift_opened(), **written.on())
    for n in (4, 5, 6):
        written.add(an_application(form_id=f"form-{n}"), **written.on())
    written.add(a_void(5), **written.on())
    written.add_not_understood("device_requested", {"device": "TB-1"})
    written.add(a_void(5), **written.on())
    written.add(e.ShiftSealed(), **written.on())
    return written


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    with Store.create(path, KEY) as store, store.write() as tx:
        receive(journal_of(tx), received(a_day().entries))
        keep_envelope(tx, KeptEnvelope("plan", b"{}\n", version=1))
    return path


def verify(path: Path, mark_key: bytes = MARK_KEY) -> Verified:
    with Store.open(path, KEY, read_only=True) as store, store.read() as snapshot:
        return verify_store(snapshot, RULES, mark_key)


def found(verified: Verified) -> set[tuple[object, ...]]:
    """(table, code, n or key) of each difference."""
    return {(d["table"], d["code"], d.get("n", d.get("first"))) for d in verified.differences}


def test_a_store_as_it_was_left_is_whole(path: Path) -> None:
    with Store.open(path, KEY) as store, store.read() as snapshot:
        done: list[int] = []
        verified = verify_store(snapshot, RULES, MARK_KEY, done.append)
    assert verified.ok
    assert verified.more == 0
    assert verified.entries == sum(done) == 10
    [chain] = verified.chains
    assert (chain.station, chain.epoch, chain.entries) == (STATION, 1, 10)
    assert chain.head == received(a_day().entries)[-1].head.hex()
    assert verified.ignored == [{"station": STATION, "epoch": 1, "n": 9, "why": "voided_already"}]


SOURCES: dict[str, tuple[str, set[tuple[object, ...]]]] = {
    "a changed byte": (
        "UPDATE journal SET entry = CAST(replace(CAST(entry AS TEXT), 'binh.tv', 'banh.tv') AS BLOB) WHERE n = 3",
        {("journal", "bad_chain", 3)},
    ),
    "a byte that is no JSON": ("UPDATE journal SET entry = x'ff' WHERE n = 5", {("journal", "bad_entry", 5)}),
    "a removed entry": ("DELETE FROM journal WHERE n = 7", {("journal", "missing", 7)}),
    "the last entry removed": ("DELETE FROM journal WHERE n = 10", {("journals", "changed", None)}),
    "all entries removed": ("DELETE FROM journal", {("subjects", "no_entry", 4), ("quarantine", "no_entry", 8)}),
    "a swapped pair": (
        "UPDATE journal SET n = 11 WHERE n = 5; UPDATE journal SET n = 5 WHERE n = 6;"
        " UPDATE journal SET n = 6 WHERE n = 11",
        {("journal", "other_number", 5), ("journal", "other_number", 6), ("journal", "bad_chain", 5)},
    ),
    "a stored hash": ("UPDATE journal SET head = x'00' WHERE n = 4", {("journal", "bad_chain", 4)}),
    "an entry of another number": (
        "UPDATE journal SET n = 9007199254740993 WHERE n = 10",
        {("journal", "missing", 10)},
    ),
    "another subject": (
        "UPDATE subjects SET subject = CAST(replace(CAST(subject AS TEXT), 'female', 'male') AS BLOB) WHERE n = 4",
        {("subjects", "bad_commitment", 4)},
    ),
    "another salt": ("UPDATE subjects SET salt = x'00' WHERE n = 4", {("subjects", "bad_commitment", 4)}),
    "an erased subject put back": ("UPDATE subjects SET erased = 1 WHERE n = 4", {("subjects", "bad_commitment", 4)}),
    "half a subject": ("UPDATE subjects SET salt = NULL WHERE n = 4", {("subjects", "half", 4)}),
    "a subject removed": ("DELETE FROM subjects WHERE n = 4", {("subjects", "missing", 4)}),
    "a subject nobody promised": (
        "INSERT INTO subjects VALUES ('HP-LC-01', 1, 1, x'00', x'00', 0)",
        {("subjects", "extra", 1)},
    ),
    "a subject without an entry": (
        "INSERT INTO subjects VALUES ('HP-LC-01', 1, 99, x'00', x'00', 0)",
        {("subjects", "no_entry", 99)},
    ),
    "a mark removed": ("DELETE FROM marks WHERE n = 4 AND kind = 'person'", {("marks", "changed", 4)}),
    "a mark changed": ("UPDATE marks SET mark = x'00' WHERE n = 5 AND kind = 'number'", {("marks", "changed", 5)}),
    "a quarantine lifted": ("DELETE FROM quarantine", {("quarantine", "missing", 8)}),
    "a quarantine of a counted entry": (
        "INSERT INTO quarantine VALUES ('HP-LC-01', 1, 4, 'bad_body', '')",
        {("applications", "extra", None), ("tallies", "changed", None)},
    ),
    "a turn removed": ("DELETE FROM turns", {("turns", "incomplete", None)}),
    "a turn that begins late": (
        "UPDATE turns SET first = 3",
        {("journal", "missing", 1), ("turns", "incomplete", None)},
    ),
    "a document": ("UPDATE envelopes SET content = x'00'", {("envelopes", "bad_digest", None)}),
    "a station that nobody has heard of": (
        "INSERT INTO users VALUES ('HP-XX', 'x', 'administrator', 'X', 0, '')",
        {("users", "extra", None)},
    ),
    "text that is none": (
        "UPDATE shifts SET commander = CAST(x'fffe' AS TEXT)",
        {("shifts", "unreadable", None)},
    ),
    "a code that is no text": ("UPDATE quarantine SET code = CAST(x'ff' AS TEXT)", {("journal", "unreadable", None)}),
    "a kind of mark that is no text": (
        "UPDATE marks SET kind = CAST(x'ff' AS TEXT) WHERE n = 4 AND kind = 'person'",
        {("marks", "unreadable", None)},
    ),
    "a station that is no text": ("UPDATE turns SET station = CAST(x'ff' AS TEXT)", {("stations", "unreadable", None)}),
}


@pytest.mark.parametrize("what", SOURCES)
def test_a_change_to_a_source_is_found(path: Path, what: str) -> None:
    statements, expected = SOURCES[what]
    with tampering(path) as database:
        for statement in statements.split(";"):
            assert database.execute(statement).rowcount > 0
    verified = verify(path)
    assert not verified.ok
    assert found(verified) >= expected


def test_one_changed_entry_is_one_difference(path: Path) -> None:
    with tampering(path) as database:
        database.execute("UPDATE journal SET head = x'00' WHERE n = 10")
    assert found(verify(path)) == {("journal", "bad_chain", 10)}


def test_with_another_key_the_marks_differ_and_nothing_else(path: Path) -> None:
    assert found(verify(path, b"another")) == {("marks", "changed", n) for n in (4, 5, 6)}


TABLES = [(table.name, column.name) for table in schema.PROJECTIONS.values() for column in table.c]


@pytest.mark.parametrize(("table", "column"), TABLES)
def test_a_change_to_any_column_of_any_projected_row_is_found(path: Path, table: str, column: str) -> None:
    with tampering(path) as database:
        kinds = {name: kind for _, name, kind, *_ in database.execute(f"PRAGMA table_info({table})")}
        other = f'"{column}" + 100' if kinds[column] == "INTEGER" else f"\"{column}\" || 'x'"
        held = database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        if not held:  # no such row in this journal: one that came from nowhere
            database.execute(f'INSERT INTO "{table}" VALUES ({", ".join("7" for _ in kinds)})')
        else:
            database.execute(f'UPDATE "{table}" SET "{column}" = {other}')
    assert table in {difference["table"] for difference in verify(path).differences}


def test_a_removed_row_is_missing(path: Path) -> None:
    with tampering(path) as database:
        database.execute("DELETE FROM tallies")
        database.execute("UPDATE shifts SET quota = 350, counted = 3")
    differences = verify(path).differences
    assert [d for d in differences if d["table"] == "shifts"] == [
        {
            "station": STATION,
            "table": "shifts",
            "code": "changed",
            "key": [STATION, "2021-04-02.TB-1.ca-1.1"],
            "columns": ["quota", "counted"],
        }
    ]
    assert [d["code"] for d in differences if d["table"] == "tallies"] == ["missing"]


def test_a_flood_of_differences_is_cut_and_counted(path: Path) -> None:
    with tampering(path) as database:
        database.executemany("INSERT INTO forms VALUES ('HP-LC-01', ?, 1, 1)", [(f"x-{n}",) for n in range(1500)])
    verified = verify(path)
    assert len(verified.differences) == 1000
    assert verified.more == 500


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(1, 10), st.binary(max_size=40)), min_size=1, max_size=4))
def test_rubbish_in_the_journal_is_told_not_raised(
    tmp_path_factory: pytest.TempPathFactory, rubbish: list[tuple[int, bytes]]
) -> None:
    path = tmp_path_factory.mktemp("rubbish") / "store.db"
    with Store.create(path, KEY) as store, store.write() as tx:
        receive(journal_of(tx), received(a_day().entries))
    with tampering(path) as database:
        for n, content in rubbish:
            database.execute("UPDATE journal SET entry = ? WHERE n = ?", (content, n))
            database.execute("UPDATE subjects SET salt = ?, subject = ? WHERE n = ?", (content, content, n))
            database.execute("UPDATE marks SET mark = ? WHERE n = ?", (content, n))
    assert not verify(path).ok
