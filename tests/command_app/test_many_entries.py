"""However many entries come in at once, the tables hold what they would hold had they come one by one."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from random import Random

from msgspec import UNSET

from db.bulk import Addition
from db.command_schema import metadata
from db.schema import quarantine
from tests.command_app.cities import PaperStation, a_city, a_person, assert_whole, dump, taken

STORES = ("file", "server")
OF_BUNDLES = {"met", "taken_bundles", "unlisted_bundles"}
"""What is said of the files themselves, of which there are more or fewer."""


def a_long_journal(entries: int = 4700) -> PaperStation:
    """More than two batches: some people come again, some are sent away first, some are voided."""
    random, station = Random(6), PaperStation().begun()
    logged: list[int] = []
    while station.last < entries:
        chance = random.random()
        if chance < 0.03 and logged:
            station.void(random.choice(logged))
        elif chance < 0.04:
            station.written.add_not_understood("device_requested", {"device": "TB-1"})
        else:
            outcome, reason = ("missing_papers", "no_old_card") if chance < 0.14 else ("accepted", UNSET)
            logged.append(station.log(a_person(random.randrange(3000)), outcome=outcome, reason=reason))
    return station


def test_one_great_bundle_leaves_what_many_small_ones_leave(tmp_path: Path) -> None:
    station = a_long_journal()
    cuts = [0, 1, 700, 701, 2701, 3500, station.last]
    pieces = [station.bundle(seq, first + 1, last) for seq, (first, last) in enumerate(pairwise(cuts), start=1)]
    tables = []
    for number, files in enumerate(([station.bundle()], pieces, [pieces[0], pieces[1], station.bundle(9)])):
        folder = tmp_path / str(number)
        folder.mkdir()
        with a_city(folder, station) as city:
            assert {row["state"] for row in taken(city, folder, *files)} == {"accepted"}
            assert_whole(city)
            (again,) = taken(city, folder, station.bundle(10))
            assert (again["state"], again["known"], again["new"]) == ("known", station.last, 0)
            tables.append({name: rows for name, rows in dump(city).items() if name not in OF_BUNDLES | {"meta"}})
    assert tables[0] == tables[1] == tables[2]
    for name in ("open_follow_ups", "quarantine", "duplicates", "ignored"):
        assert tables[0][name], f"nothing in {name}: the journal shows too little"


def test_a_great_bundle_that_is_refused_leaves_nothing(tmp_path: Path) -> None:
    station = a_long_journal(3000)
    with a_city(tmp_path, station) as city:
        before = dump(city)
        (refused,) = taken(city, tmp_path, station.forged(head="00" * 32))
        assert (refused["state"], refused["code"]) == ("refused", "bad_chain")
        after = dump(city)
        assert {name for name in before if before[name] != after[name]} == {"met", "unlisted_bundles"}
        (accepted,) = taken(city, tmp_path, station.bundle())
        assert accepted["new"] == station.last


def test_rows_come_back_from_the_tables_as_they_were_given(tmp_path: Path) -> None:
    """Of every type that the tables know, few rows and many: nothing is lost on either way in."""
    table = metadata.tables["claims"]
    rows = [
        ("HP-LC-01", 2**40, n, bytes([n % 256, 0, 255]), 'Đỗ\t"\\N', "2021-04-02", n % 2 == 0) for n in range(1, 2500)
    ]
    with a_city(tmp_path) as city:
        with city.store.write() as tx:
            for few in (rows[:1], rows[1:4], rows[4:]):
                tx.add(Addition(table), few)
            tx.add(Addition(quarantine), [])
        assert dump(city)["claims"] == sorted(rows, key=repr)
