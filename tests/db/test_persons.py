"""A person counts once in the city, whoever comes in first: as a plain recount by the rule finds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.chain import commitment, first_head, next_head
from campaign.events import ApplicationVoided, DuplicateOverride, OtherEntry
from campaign.rows import ApplicationRow
from campaign.subject import Subject, subject_bytes
from db.command_schema import metadata
from db.journal import Received
from db.persons import Duplicate, duplicates_by_day, duplicates_of, take_persons, verify_persons
from db.store import Store
from db.transaction import Transaction
from tests.db.stores import KEY, journal_of, receive, tampering
from tests.journals import WrittenJournal, a_journal_started, a_shift_opened, a_void, an_application, folded

STATIONS = ("HP-HB-01", "HP-LC-01", "HP-NQ-02")
OVERRIDE = DuplicateOverride(by="hanh.tt", reason="reissued", other=OtherEntry(epoch=1, n=3))
PEOPLE = [
    Subject(number="031092000001", name="Nguyễn Thị Hạnh", birth_date="1992-03-04"),
    Subject(number="031092000002", old_number="031000002", birth_date="1992-03-04"),
    Subject(old_number="031000002", name="Trần Văn Bình", birth_date="1992-03-04"),
    Subject(old_number="031000002", name="Trần Văn Bình", birth_date="1961"),
    Subject(name="Nguyễn Thị Hạnh", birth_date="1992-03-04"),
    None,
]
"""With a number; with a number and a CMND; the CMND alone, with two birth dates; with neither; withheld."""


def person_of(subject: Subject | None) -> object:
    """The 12-digit number, or else the CMND with the birth date."""
    if subject is None or not (subject.number or subject.old_number):
        return None
    return subject.number or (subject.old_number, subject.birth_date)


@dataclass
class Point:
    """A station's journal with who came."""

    code: str
    written: WrittenJournal = field(default_factory=WrittenJournal)
    people: dict[int, Subject | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.written.add(a_journal_started(station=self.code))
        self.written.add(a_shift_opened(), **self.written.on())

    def log(self, subject: Subject | None, minutes: int = 1, **changes: Any) -> int:
        n = len(self.written.entries) + 1
        promise = commitment(self._salt(n), subject_bytes(subject) if subject else b"withheld")
        body = an_application(**{"form_id": f"{self.code}-{n}"} | changes)
        self.written.add(body, minutes=minutes, subject=promise, **self.written.on())
        self.people[n] = subject
        return n

    def void(self, n: int) -> None:
        self.written.add(a_void(n), minutes=0, **self.written.on())

    def received(self) -> Iterator[Received]:
        head = first_head(self.code, 1)
        for entry in self.written.entries:
            head = next_head(head, entry.data)
            subject, salt = self.people.get(entry.header.n), self._salt(entry.header.n)
            yield Received(entry, head, salt if subject else None, subject_bytes(subject) if subject else None)

    def _salt(self, n: int) -> bytes:
        return sha256(f"{self.code}.{n}".encode()).digest()[:16]


def take(tx: Transaction, point: Point, first: int, last: int) -> None:
    receive(journal_of(tx, point.code), list(point.received())[first - 1 : last])
    entries = point.written.entries[first - 1 : last]
    voided = [entry.body.entry for entry in entries if isinstance(entry.body, ApplicationVoided)]
    take_persons(tx, point.code, 1, first, last, voided)


def recount(points: list[Point]) -> list[Duplicate]:
    """Every counted application of all journals, person by person, the earliest first."""
    of_person: dict[object, list[tuple[tuple[str, str, int, int], str, bool]]] = defaultdict(list)
    for point in points:
        for row in folded(point.written.entries, station=point.code).tables[ApplicationRow].values():
            assert isinstance(row, ApplicationRow)
            person = person_of(point.people[row.n])
            if row.counted and person is not None:
                of_person[person].append(((row.at, row.station, 1, row.n), row.day, bool(row.overridden_by)))
    twice = []
    for applications in of_person.values():
        (earliest, _, _), *later = sorted(applications)
        for (_, station, epoch, n), day, overridden in later:
            if not overridden:
                twice.append(Duplicate(station, epoch, n, day, *earliest[1:]))
    return sorted(twice, key=lambda one: (one.station, one.epoch, one.n))


logs = st.tuples(
    st.sampled_from(PEOPLE),
    st.integers(0, 2),
    st.sampled_from(["accepted", "accepted", "not_qualified"]),
    st.booleans(),
)
steps = st.lists(st.one_of(logs, logs, st.integers(0, 5)), max_size=8)
"""An application, or a void of the application so many back."""


def pointed(code: str, drawn: list[Any]) -> Point:
    point = Point(code)
    logged: list[int] = []
    for step in drawn:
        if isinstance(step, int):
            if logged:
                point.void(logged[-1 - step % len(logged)])
        else:
            subject, minutes, outcome, overridden = step
            changes = {"override": OVERRIDE} if overridden else {}
            logged.append(point.log(subject, minutes, outcome=outcome, **changes))
    return point


@settings(max_examples=150)
@given(data=st.data(), drawn=st.tuples(steps, steps, steps))
def test_any_order_of_import_finds_what_a_recount_finds(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, drawn: tuple[list[Any], ...]
) -> None:
    points = [pointed(code, of_station) for code, of_station in zip(STATIONS, drawn, strict=True)]
    path = tmp_path_factory.mktemp("city") / "store.db"
    with Store.create(path, KEY, metadata) as store:
        left = {point.code: len(point.written.entries) for point in points}
        at = dict.fromkeys(left, 0)
        while waiting := [point for point in points if at[point.code] < left[point.code]]:
            point = data.draw(st.sampled_from(waiting), label="next")
            last = data.draw(st.integers(at[point.code] + 1, left[point.code]), label="through")
            with store.write() as tx:
                take(tx, point, at[point.code] + 1, last)
            at[point.code] = last
        with store.read() as snapshot:
            assert duplicates_of(snapshot) == recount(points)
            by_day = duplicates_by_day(snapshot)
            assert sum(by_day.values()) == len(recount(points))
            assert verify_persons(snapshot).found == []


@pytest.fixture
def city(tmp_path: Path) -> Iterator[Store]:
    """One person three times at two stations, and somebody else."""
    with Store.create(tmp_path / "store.db", KEY, metadata) as store, store.write() as tx:
        for code, who in (("HP-LC-01", (0, 0, 1)), ("HP-NQ-02", (0,))):
            point = Point(code)
            for number in who:
                point.log(PEOPLE[number], outcome="accepted")
            take(tx, point, 1, len(point.written.entries))
    with Store.open(tmp_path / "store.db", KEY, read_only=True) as store:
        yield store


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("DELETE FROM duplicates WHERE n = 4", {"duplicates missing HP-LC-01 4"}),
        (
            "INSERT INTO duplicates VALUES ('HP-LC-01', 1, 5, '2021-04-02', 'HP-LC-01', 1, 3)",
            {"duplicates extra HP-LC-01 5"},
        ),
        ("UPDATE duplicates SET other_n = 9 WHERE station = 'HP-NQ-02'", {"duplicates changed HP-NQ-02 3"}),
        ("UPDATE duplicates SET day = '2021-04-03' WHERE station = 'HP-NQ-02'", {"duplicates changed HP-NQ-02 3"}),
        ("UPDATE claims SET day = '2021-04-03' WHERE n = 5", {"claims changed HP-LC-01 5"}),
        ("UPDATE claims SET overridden = 1 WHERE n = 5", {"claims changed HP-LC-01 5"}),
        ("DELETE FROM claims WHERE n = 5", {"claims missing HP-LC-01 5"}),
        (
            "INSERT INTO claims VALUES ('HP-LC-01', 1, 1, x'00', '2021-04-02T08:00:00+07:00', '2021-04-02', 0)",
            {"claims extra HP-LC-01 1"},
        ),
        (
            "UPDATE claims SET person = x'00' WHERE station = 'HP-NQ-02'",
            {"claims changed HP-NQ-02 3", "duplicates extra HP-NQ-02 3"},
        ),
        ("UPDATE claims SET at = CAST(x'ff' AS TEXT)", {"claims unreadable", "duplicates unreadable"}),
    ],
)
def test_what_was_tampered_with_is_found(city: Store, tmp_path: Path, change: str, found: set[str]) -> None:
    with city.read() as snapshot:
        assert len(duplicates_of(snapshot)) == 2
        assert verify_persons(snapshot).found == []
    with tampering(tmp_path / "store.db") as connection:
        connection.execute(change)
    with city.read() as snapshot:
        assert {_said(difference) for difference in verify_persons(snapshot).found} == found


def _said(difference: dict[str, Any]) -> str:
    station, _, n = difference.get("key", ("", 0, ""))
    return f"{difference['table']} {difference['code']} {station} {n}".strip()


def test_differences_are_bounded(tmp_path: Path) -> None:
    with Store.create(tmp_path / "store.db", KEY, metadata) as store:
        with tampering(tmp_path / "store.db") as connection:
            rows = [("HP-LC-01", 1, n, b"", "", "", 0) for n in range(1, 1201)]
            connection.executemany("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        with store.read() as snapshot:
            found = verify_persons(snapshot)
    assert (len(found.found), found.more) == (1000, 200 + 1199)
