"""A person counts once in the city, and a station's own figures never change by it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Executable, delete, update

from campaign.events import DuplicateOverride, OtherEntry
from command_app.services.city import City
from command_app.services.status import city_status, list_duplicates
from command_app.services.verify import verify_city
from db.command_schema import claims, duplicates
from db.statement import Statement
from tests.bundle.city import a_key
from tests.command_app.cities import PaperStation, a_city, a_person, an_old_paper, assert_whole, taken

STORES = ("file", "server")


def three_stations() -> list[PaperStation]:
    """The same people at several of them, one overridden, one voided, some known by old papers alone."""
    here, there, far = (
        PaperStation(code, key=a_key(21 + number)).begun()
        for number, code in enumerate(("HP-LC-01", "HP-NQ-02", "HP-TN-03"))
    )
    override = DuplicateOverride(by="hanh.tt", reason="reissued", other=OtherEntry(epoch=1, n=3))
    here.log(a_person(1), minutes=2)
    here.log(an_old_paper(9))
    here.void(here.log(a_person(2)))
    there.log(a_person(1), minutes=1)
    there.log(an_old_paper(9), minutes=9)
    there.log(an_old_paper(9, born="1962"))
    there.log(a_person(2))
    far.log(a_person(1), minutes=5)
    far.log(a_person(1), override=override)
    far.log(a_person(2))
    far.log(a_person(2), outcome="not_qualified")
    return [here, there, far]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_whoever_comes_in_first_the_city_counts_the_same(tmp_path: Path, order: tuple[int, ...]) -> None:
    stations = three_stations()
    with a_city(tmp_path, *stations) as city:
        for number in order:
            taken(city, tmp_path, stations[number].bundle(last=4), stations[number].bundle(seq=2, first=3))
        found = [(row.station, row.n, row.other_station, row.other_n) for row in list_duplicates(city)]
        assert found == [
            ("HP-LC-01", 3, "HP-NQ-02", 3),
            ("HP-NQ-02", 4, "HP-LC-01", 4),
            ("HP-NQ-02", 6, "HP-TN-03", 5),
            ("HP-TN-03", 3, "HP-NQ-02", 3),
        ]
        status = city_status(city)
        assert [(row.station, row.total) for row in status.stations] == [
            ("HP-LC-01", 1),
            ("HP-NQ-02", 2),
            ("HP-TN-03", 2),
        ]
        assert (status.city.total, status.city.by_day) == (5, {"2021-04-02": 5})
        assert [sum(row.by_outcome.values()) for row in status.stations] == [2, 4, 4]
        assert_whole(city)


def test_a_day_on_which_nobody_new_came_is_no_day(tmp_path: Path) -> None:
    early, late = (PaperStation(code, key=a_key(21 + n)).begun() for n, code in enumerate(("HP-LC-01", "HP-NQ-02")))
    early.log(a_person(1))
    late.log(a_person(1), minutes=5)
    with a_city(tmp_path, early, late) as city:
        taken(city, tmp_path, early.bundle(), late.bundle())
        assert [(row.total, row.by_day) for row in city_status(city).stations] == [(1, {"2021-04-02": 1}), (0, {})]


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    stations = three_stations()
    with a_city(tmp_path, *stations) as city:
        taken(city, tmp_path, *(station.bundle() for station in stations))
        yield city


@pytest.mark.parametrize(
    ("change", "table"),
    [
        (delete(duplicates).where(duplicates.c.station == "HP-LC-01"), "duplicates"),
        (update(duplicates).values(other_n=99), "duplicates"),
        (update(claims).where(claims.c.n == 3).values(person=b"somebody else"), "claims"),
        (delete(claims).where(claims.c.n == 5), "claims"),
    ],
    ids=str,
)
def test_who_counts_is_verified(city: City, change: Executable, table: str) -> None:
    assert verify_city(city).ok
    with city.store.write() as tx:
        tx.run(Statement(change))
    verified = verify_city(city)
    assert not verified.ok
    assert table in {difference["table"] for difference in verified.persons.found}


def test_a_verification_says_how_far_it_is(city: City) -> None:
    told: list[tuple[int, int]] = []
    entries = verify_city(city, lambda *how_far: told.append(how_far)).found.entries
    assert told[-1] == (entries, entries)
