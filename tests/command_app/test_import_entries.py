"""Entries that aren't understood, subjects that come later, and what a rehearsal tells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from bundle.documents import Receipt, read_document
from bundle.envelope import read_envelope
from bundle.stick import Stick
from campaign.entry import Entry, read_entry
from campaign.refusal import InputRefused
from command_app.services.city import City
from command_app.services.import_bundles import Imported, import_bundles
from command_app.services.issue_receipts import issue_receipts
from command_app.services.release_entry import release_entry
from command_app.services.status import city_status, list_duplicates, list_quarantine
from db.journal import Journal
from tests.bundle.city import OFFICER_A, a_key
from tests.bundle.files import CITY
from tests.command_app.cities import (
    PaperStation,
    a_city,
    a_person,
    assert_whole,
    dump,
    enrol,
    imported,
    on_stick,
    taken,
)

STORES = ("file", "server")
CODES = ["unknown_kind", "unknown_key", "bad_body", "bad_subject"]


@pytest.fixture
def station() -> PaperStation:
    return PaperStation().begun()


@pytest.fixture
def city(tmp_path: Path, station: PaperStation) -> Iterator[City]:
    with a_city(tmp_path, station) as city:
        yield city
        assert_whole(city)


def _add_what_is_not_understood(station: PaperStation) -> list[int]:
    """One entry for each reason; their numbers."""
    station.written.add_not_understood("iris_scanned", {"quality": 9})
    opened = station.entries[1].data.replace(b'"window":', b'"weather":"rain","window":')
    extra = read_entry(opened.replace(b'"n":2', b'"n":%d' % (station.last + 1)))
    assert extra.trouble == "unknown_key"
    station.entries.append(extra)
    station.written.add_not_understood("application_logged", {"form_id": "?"})
    station.log_bytes(b'{"number":"12"}')
    return [station.last - 3, station.last - 2, station.last - 1, station.last]


def test_what_is_not_understood_is_kept_uncounted_and_told(city: City, station: PaperStation, tmp_path: Path) -> None:
    station.log()
    numbers = _add_what_is_not_understood(station)
    station.log()
    (told,) = taken(city, tmp_path, station.bundle())
    assert (told["state"], told["new"], told["quarantined"]) == ("accepted", 8, 4)
    assert [(row.n, row.code) for row in list_quarantine(city)] == list(zip(numbers, CODES, strict=True))
    (row,) = city_status(city).stations
    assert (row.accepted_through, row.head, row.total) == (8, station.head(), 2)


def test_a_known_bundle_tells_of_no_quarantine_again(city: City, station: PaperStation, tmp_path: Path) -> None:
    _add_what_is_not_understood(station)
    first, again = taken(city, tmp_path, station.bundle(), station.bundle(seq=2))
    assert (first["quarantined"], again["quarantined"], again["state"]) == (4, 0, "known")


def test_each_receipt_lists_the_quarantined_entries(city: City, station: PaperStation, tmp_path: Path) -> None:
    numbers = _add_what_is_not_understood(station)
    taken(city, tmp_path, station.bundle())
    stick = Stick(tmp_path / "stick")
    stick.root.mkdir()
    for _ in range(2):
        (issued,) = issue_receipts(city, stick, OFFICER_A)
        line = Path(issued.file).read_bytes()[:-1]
        receipt = read_document(read_envelope(line, "receipt", single=True).payload, Receipt)
        assert [(row.n, row.code) for row in receipt.quarantined] == list(zip(numbers, CODES, strict=True))


def _taken_before_it_was_understood(
    city: City, station: PaperStation, folder: Path, monkeypatch: pytest.MonkeyPatch, *entries: int
) -> None:
    """Imports as an older program would have that didn't know what these entries say."""
    understood = read_entry

    def older(data: bytes) -> Entry:
        entry = understood(data)
        return structs.replace(entry, body=None, trouble="unknown_key") if entry.header.n in entries else entry

    with monkeypatch.context() as older_program:
        older_program.setattr("bundle.payload.read_entry", older)
        taken(city, folder, station.bundle())


def test_a_released_entry_counts_where_it_stands(
    city: City, station: PaperStation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = PaperStation("HP-NQ-02", key=a_key(22)).begun()
    enrol(city, other)
    n, taken_back = station.log(a_person(7)), station.log(a_person(8))
    void = station.void(taken_back)
    other.log(a_person(7), minutes=30)
    taken(city, tmp_path, other.bundle())
    _taken_before_it_was_understood(city, station, tmp_path, monkeypatch, n, void)
    assert (city_status(city).city.total, list_duplicates(city)) == (2, [])
    release_entry(city, "HP-LC-01", 1, n)
    assert city_status(city).city.total == 2
    assert [(row.station, row.other_station, row.other_n) for row in list_duplicates(city)] == [
        ("HP-NQ-02", "HP-LC-01", n)
    ]
    release_entry(city, "HP-LC-01", 1, void)
    assert (city_status(city).city.total, list_quarantine(city)) == (1, [])
    with pytest.raises(InputRefused, match="not_quarantined"):
        release_entry(city, "HP-LC-01", 1, void)


def test_what_is_still_not_understood_is_not_released(city: City, station: PaperStation, tmp_path: Path) -> None:
    numbers = _add_what_is_not_understood(station)
    taken(city, tmp_path, station.bundle())
    before = dump(city)
    for n, code in zip(numbers[:3], CODES, strict=False):
        with pytest.raises(InputRefused, match=code):
            release_entry(city, "HP-LC-01", 1, n)
    assert dump(city) == before


def test_a_void_that_is_not_understood_voids_nothing(city: City, station: PaperStation, tmp_path: Path) -> None:
    n = station.log()
    station.written.add_not_understood("application_voided", {"entry": n, "reason": "typing_error", "why": "?"})
    taken(city, tmp_path, station.bundle())
    assert city_status(city).city.total == 1


def test_a_withheld_subject_may_come_later_and_only_once(city: City, station: PaperStation, tmp_path: Path) -> None:
    n = station.log(a_person(7), withheld=True)
    salt_and_subject = PaperStation().begun()
    salt_and_subject.log(a_person(7))
    (told,) = taken(city, tmp_path, station.bundle())
    assert (told["state"], city_status(city).city.total) == ("accepted", 1)
    assert_whole(city)
    station.people[n] = salt_and_subject.people[n]
    (later,) = taken(city, tmp_path, station.bundle(seq=2))
    assert (later["state"], later["known"], later["new"]) == ("known", 3, 0)
    held = dump(city)["subjects"]
    assert held == [("HP-LC-01", 1, n, *station.people[n], 0)]
    taken(city, tmp_path, station.bundle(seq=3))
    assert dump(city)["subjects"] == held


def test_an_erased_subject_does_not_come_back(city: City, station: PaperStation, tmp_path: Path) -> None:
    n = station.log(a_person(7))
    taken(city, tmp_path, station.bundle())
    with city.store.write() as tx:
        Journal(tx, "HP-LC-01", 1, city.catalogue.outcome_rules, city.mark_key).erase_subjects(n)
    taken(city, tmp_path, station.bundle(seq=2))
    assert dump(city)["subjects"] == [("HP-LC-01", 1, n, None, None, 1)]


def test_an_erased_person_is_still_found_at_another_station(city: City, station: PaperStation, tmp_path: Path) -> None:
    other = PaperStation("HP-NQ-02", key=a_key(22)).begun()
    enrol(city, other)
    n = station.log(a_person(7))
    taken(city, tmp_path, station.bundle())
    with city.store.write() as tx:
        Journal(tx, "HP-LC-01", 1, city.catalogue.outcome_rules, city.mark_key).erase_subjects(n)
    other.log(a_person(7), minutes=9)
    taken(city, tmp_path, other.bundle())
    (twice,) = list_duplicates(city)
    assert (twice.station, twice.n, twice.other_station, twice.other_n) == ("HP-NQ-02", 3, "HP-LC-01", n)
    assert city_status(city).city.total == 1


def test_a_person_known_only_later_is_found_twice_then(city: City, station: PaperStation, tmp_path: Path) -> None:
    other = PaperStation("HP-NQ-02", key=a_key(22)).begun()
    enrol(city, other)
    n = station.log(a_person(7), withheld=True)
    other.log(a_person(7), minutes=9)
    taken(city, tmp_path, station.bundle(), other.bundle())
    assert list_duplicates(city) == []
    filled = PaperStation().begun()
    filled.log(a_person(7))
    station.people[n] = filled.people[n]
    taken(city, tmp_path, station.bundle(seq=2))
    assert [(row.station, row.n, row.other_station, row.other_n) for row in list_duplicates(city)] == [
        ("HP-NQ-02", 3, "HP-LC-01", 3)
    ]
    assert city_status(city).city.total == 1


# A rehearsal


def test_a_rehearsal_tells_what_the_real_run_does(city: City, station: PaperStation, tmp_path: Path) -> None:
    clone = station.log_many(5).twin()
    clone.log(minutes=7)
    _add_what_is_not_understood(station)
    on_stick(tmp_path / "stick", station.bundle(last=4), seq=1)
    on_stick(tmp_path / "stick", station.bundle(seq=2, first=5), seq=2)
    on_stick(tmp_path / "stick", clone.bundle(seq=3), seq=3)
    on_stick(tmp_path / "stick", station.bundle(seq=4, last=6), seq=4)
    on_stick(tmp_path / "stick", station.bundle(seq=2), seq=5)
    on_stick(tmp_path / "stick", station.log_many(3).bundle(seq=6, first=station.last), seq=6)
    on_stick(tmp_path / "stick", b"no bundle", seq=7)
    before = dump(city)
    rehearsed = imported(city, tmp_path / "stick", tmp_path / "nowhere", dry_run=True)
    assert dump(city) == before
    real = imported(city, tmp_path / "stick", tmp_path / "nowhere")
    assert rehearsed == real
    states = {(bundle.state, bundle.code) for bundle in real.bundles}
    assert states >= {("accepted", None), ("refused", "fork"), ("refused", "gap"), ("rollback", None)}
    assert states >= {("refused", "bad_magic"), ("refused", "not_found")}


@settings(max_examples=25)
@given(data=st.data())
def test_any_rehearsal_tells_what_the_real_run_does(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("any")
    honest = PaperStation().begun().log_many(3)
    clone = honest.twin()
    clone.log(minutes=8)
    honest.log_many(4)
    clone.log_many(3)
    files = data.draw(
        st.lists(
            st.tuples(
                st.sampled_from([honest, honest, clone]), st.integers(1, 9), st.integers(1, 9), st.integers(1, 4)
            ),
            min_size=1,
            max_size=6,
        )
    )
    for number, (whose, one, other, seq) in enumerate(files):
        first, last = sorted((one, other))
        on_stick(folder / "stick", whose.bundle(seq=seq, first=first, last=last), seq=number + 1)
    with a_city(folder, honest) as city:
        before = dump(city)
        rehearsed: Imported = imported(city, folder / "stick", dry_run=True)
        assert dump(city) == before
        assert imported(city, folder / "stick") == rehearsed
        assert_whole(city)
        again = imported(city, folder / "stick")
        assert again.entries == 0 or any(bundle.code == "gap" for bundle in rehearsed.bundles)


def test_a_long_import_says_how_far_it_is(city: City, station: PaperStation, tmp_path: Path) -> None:
    path = on_stick(tmp_path / "stick", station.log_many(1500).bundle())
    told: list[tuple[str, int, int]] = []
    import_bundles(city, [tmp_path / "stick"], CITY, told=lambda *how_far: told.append(how_far))
    assert len(told) > 2
    assert told[-1] == (str(path), 1502, 1502)
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)
