"""What becomes of a sound bundle beside what the command holds: accepted, known, gap, fork, rollback."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from command_app.services.city import City
from command_app.services.status import city_status, list_forks
from tests.command_app.cities import Clock, PaperStation, a_city, assert_whole, dump, taken

STORES = ("file", "server")


@pytest.fixture
def station() -> PaperStation:
    """Two entries and ten applications."""
    return PaperStation().begun().log_many(10)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def city(tmp_path: Path, station: PaperStation, clock: Clock) -> Iterator[City]:
    with a_city(tmp_path, station, clock=clock) as city:
        yield city
        assert_whole(city)


def state_of(city: City, code: str = "HP-LC-01") -> str:
    (station,) = city_status(city, code).stations
    return station.state


def test_a_first_bundle_is_accepted(city: City, station: PaperStation, tmp_path: Path) -> None:
    (told,) = taken(city, tmp_path, station.bundle())
    assert told == {
        "station": "HP-LC-01",
        "epoch": 1,
        "seq": 1,
        "first": 1,
        "last": 12,
        "new": 12,
        "known": 0,
        "quarantined": 0,
        "state": "accepted",
        "code": None,
    }
    (row,) = city_status(city).stations
    assert (row.accepted_through, row.head, row.total, row.by_day) == (12, station.head(), 10, {"2021-04-02": 10})


def test_the_same_file_again_changes_nothing(city: City, station: PaperStation, clock: Clock, tmp_path: Path) -> None:
    file = station.bundle()
    taken(city, tmp_path, file)
    before = dump(city)
    clock.moment += timedelta(hours=6)
    (again,) = taken(city, tmp_path, file)
    assert (again["state"], again["new"], again["known"]) == ("known", 0, 12)
    assert dump(city) == before


def test_a_cumulative_bundle_brings_what_is_new(city: City, station: PaperStation, tmp_path: Path) -> None:
    taken(city, tmp_path, station.bundle(last=7))
    (overlapping,) = taken(city, tmp_path, station.bundle(seq=2))
    assert (overlapping["state"], overlapping["known"], overlapping["new"]) == ("accepted", 7, 5)
    (from_the_mark,) = taken(city, tmp_path, station.log_many(1).bundle(seq=3, first=8))
    assert (from_the_mark["known"], from_the_mark["new"]) == (5, 1)


def test_an_older_bundle_that_comes_late_is_known(city: City, station: PaperStation, tmp_path: Path) -> None:
    later, older = taken(city, tmp_path, station.bundle(seq=2), station.bundle(seq=1, last=7))
    assert (later["state"], older["state"], older["known"]) == ("accepted", "known", 7)
    assert state_of(city) == "ok"


def test_a_missing_seq_is_never_refused(city: City, station: PaperStation, tmp_path: Path) -> None:
    file = station.bundle(seq=9, previous="ab" * 32)
    assert taken(city, tmp_path, file)[0]["state"] == "accepted"


def test_a_gap_names_what_is_missing_until_it_comes(city: City, station: PaperStation, tmp_path: Path) -> None:
    early, late = station.bundle(last=4), station.bundle(seq=3, first=9)
    _, told = taken(city, tmp_path, early, late)
    assert (told["state"], told["code"], told["missing"], told["new"]) == ("refused", "gap", [5, 8], 0)
    assert state_of(city) == "gap"
    taken(city, tmp_path, early)
    assert state_of(city) == "gap"
    between, again = taken(city, tmp_path, station.bundle(seq=2, last=8), late)
    assert (between["new"], again["state"], again["new"]) == (4, "accepted", 4)
    assert state_of(city) == "ok"


def test_a_station_of_which_only_a_later_bundle_came_has_a_gap(
    city: City, station: PaperStation, tmp_path: Path
) -> None:
    (told,) = taken(city, tmp_path, station.bundle(seq=2, first=6))
    assert told["missing"] == [1, 5]
    assert state_of(city) == "gap"


def test_a_fork_keeps_both_heads_at_the_first_difference(city: City, station: PaperStation, tmp_path: Path) -> None:
    clone = station.twin()
    taken(city, tmp_path, station.log_many(3).bundle())
    clone.log(minutes=5)
    clone.log_many(4)
    before = dump(city)["journal"]
    (told,) = taken(city, tmp_path, clone.bundle(seq=2, first=5))
    evidence = {"n": 13, "held": station.head(13), "offered": clone.head(13)}
    assert (told["state"], told["code"], told["evidence"], told["new"]) == ("refused", "fork", evidence, 0)
    assert dump(city)["journal"] == before
    assert state_of(city) == "fork"
    (fork,) = list_forks(city)
    assert (fork.station, fork.epoch, fork.evidence) == ("HP-LC-01", 1, evidence)


def test_a_gap_stays_until_all_that_was_missing_has_come(city: City, station: PaperStation, tmp_path: Path) -> None:
    taken(city, tmp_path, station.bundle(last=4), station.bundle(seq=3, first=9))
    taken(city, tmp_path, station.bundle(seq=2, first=5, last=6))
    assert state_of(city) == "gap"
    taken(city, tmp_path, station.bundle(seq=4, first=7, last=8))
    assert state_of(city) == "ok"


def test_a_fork_shows_at_the_entry_before_the_bundle(city: City, station: PaperStation, tmp_path: Path) -> None:
    clone = station.twin()
    taken(city, tmp_path, station.log_many(5).bundle())
    clone.log(minutes=5)
    clone.log_many(6)
    (told,) = taken(city, tmp_path, clone.bundle(seq=2, first=16))
    assert told["evidence"] == {"n": 15, "held": station.head(15), "offered": clone.head(15)}


def test_what_goes_on_from_the_held_history_of_a_forked_station_is_imported(
    city: City, station: PaperStation, tmp_path: Path
) -> None:
    clone = station.twin()
    clone.log(minutes=5)
    taken(city, tmp_path, station.log_many(1).bundle(), clone.bundle())
    (told,) = taken(city, tmp_path, station.log_many(2).bundle(seq=2))
    assert (told["state"], told["new"], state_of(city)) == ("accepted", 2, "fork")


def test_two_digests_of_one_seq_are_a_fork(city: City, station: PaperStation, tmp_path: Path) -> None:
    files = station.bundle(), station.bundle()  # encrypted anew, the same entries
    first, second = taken(city, tmp_path, *files)
    assert first["state"] == "accepted"
    (listed,) = list_forks(city)
    assert second["evidence"] == listed.evidence
    assert (listed.kind, listed.number) == ("seq", 1)
    assert listed.held != listed.offered
    assert second["code"] == "fork"
    assert state_of(city) == "fork"


def test_a_seq_is_asked_only_after_the_entries_agree(city: City, station: PaperStation, tmp_path: Path) -> None:
    clone = station.twin()
    clone.log(minutes=5)
    taken(city, tmp_path, station.log_many(1).bundle())
    (differing,) = taken(city, tmp_path, clone.bundle())
    assert differing["evidence"] == {"n": 13, "held": station.head(13), "offered": clone.head(13)}
    (missing,) = taken(city, tmp_path, station.log_many(4).bundle(first=16))
    assert (missing["code"], missing["missing"]) == ("gap", [14, 15])


def test_the_digest_of_a_refused_bundle_proves_no_fork(city: City, station: PaperStation, tmp_path: Path) -> None:
    gap, good = taken(city, tmp_path, station.bundle(first=9), station.bundle())
    assert (gap["code"], good["state"], state_of(city)) == ("gap", "accepted", "ok")


def test_a_station_put_back_to_an_earlier_day_is_flagged_until_it_brings_something_new(
    city: City, station: PaperStation, tmp_path: Path
) -> None:
    taken(city, tmp_path, station.bundle(seq=3))
    (told,) = taken(city, tmp_path, station.bundle(seq=4, last=6))
    assert (told["state"], told["code"], told["known"], state_of(city)) == ("rollback", None, 6, "rollback")
    (other,) = taken(city, tmp_path, station.bundle(seq=5, first=3))
    assert (other["state"], state_of(city)) == ("known", "rollback")
    taken(city, tmp_path, station.log_many(1).bundle(seq=6))
    assert state_of(city) == "ok"


def test_a_rolled_back_bundle_again_changes_nothing(city: City, station: PaperStation, tmp_path: Path) -> None:
    file = station.bundle(seq=4, last=6)
    taken(city, tmp_path, station.bundle(seq=3), file)
    before = dump(city)
    assert taken(city, tmp_path, file)[0]["state"] == "rollback"
    assert dump(city) == before


def test_a_refused_bundle_again_changes_nothing(city: City, station: PaperStation, tmp_path: Path) -> None:
    clone = station.twin()
    clone.log(minutes=5)
    station.log_many(1)
    files = [station.bundle(), clone.bundle(seq=2), station.log_many(5).bundle(seq=3, first=17)]
    for file in files:
        taken(city, tmp_path, file)
    before = dump(city)
    assert [told["code"] for told in taken(city, tmp_path, *files)] == [None, "fork", "gap"]
    assert dump(city) == before


def test_states_come_in_their_order(city: City, station: PaperStation, tmp_path: Path) -> None:
    clone = station.twin()
    clone.log(minutes=5)
    station.log_many(1)
    taken(city, tmp_path, station.bundle(), station.bundle(seq=2, last=5))
    station.log_many(5)
    taken(city, tmp_path, station.bundle(seq=3, first=17))
    assert state_of(city) == "rollback"
    taken(city, tmp_path, clone.bundle(seq=3))
    assert state_of(city) == "fork"
