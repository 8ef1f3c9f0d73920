"""The cases that wait, over a real station: who opens, arranges, closes them, and what an acceptance does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from campaign.refusal import InputRefused, NotPermitted
from station_app.services.follow_ups import Arranged, Case, Sieve, change_follow_up, follow_ups, phone_of
from station_app.services.station import Station
from station_app.services.undo_last import undo_last
from station_app.services.verify import verify_station
from station_app.services.void_application import void_application
from tests.station_app.desks import Clock, FakeDesk, as_user, logged, opened

NUMBERS = ("031195004417", "031072008815", "031088000862")
MISSING, DIFFERS = ("missing_papers", "no_old_card"), ("population_data_mismatch", "name_differs")


@pytest.fixture
def station(desk: FakeDesk, clock: Clock) -> Station:
    """A shift on TB-1; two cases and one person accepted."""
    opened(desk.station)
    clock.advance(minutes=2)
    logged(desk.station, NUMBERS[0], outcome=MISSING[0], reason=MISSING[1], phone="0912345678")
    logged(desk.station, NUMBERS[1], outcome=DIFFERS[0], reason=DIFFERS[1])
    logged(desk.station, NUMBERS[2])
    return desk.station


def cases(station: Station, limit: int = 10, **sieve: Any) -> list[Case]:
    return list(follow_ups(station, replace(Sieve(), **sieve), limit).cases)


def test_what_the_outcome_leaves_open_waits_oldest_first(station: Station) -> None:
    found = follow_ups(station, Sieve(), 1)
    assert (found.matching, found.waiting, found.late) == (2, 2, 0)
    assert found.by_reason == {MISSING: 1, DIFFERS: 1}
    assert found.by_owner == {"": 2}
    (first,) = found.cases
    assert (first.outcome, first.reason, first.last_digits, first.phone) == (*MISSING, "4417", "678")
    assert first.here
    assert [case.reason for case in cases(station, reason=DIFFERS)] == ["name_differs"]
    assert [case.reason for case in cases(station, here=True)] == ["no_old_card"]
    assert cases(station, due=True) == cases(station, owner="tk.van") == []


def test_an_acceptance_closes_a_case_and_its_undo_opens_it_again(station: Station, clock: Clock) -> None:
    clock.advance(minutes=1)
    logged(station, NUMBERS[0])
    assert [case.reason for case in cases(station)] == ["name_differs"]
    undo_last(station, "TB-1")
    assert [case.reason for case in cases(station)] == ["no_old_card", "name_differs"]
    assert verify_station(station).ok


def test_old_papers_tell_a_person_only_with_the_birth_date(station: Station) -> None:
    paper: dict[str, Any] = {"old_number": "031456789", "name": "Vũ Thị Mai"}
    logged(station, None, outcome=MISSING[0], reason=MISSING[1], birth_date="1980-05-01", **paper)
    logged(station, None, birth_date="1980-05-02", **paper)
    logged(station, None, birth_date="1980-05-01", old_number="031456780", name="Vũ Thị Mai")
    assert "Vũ Thị Mai" in [case.name for case in cases(station)]
    logged(station, None, birth_date="1980-05-01", **paper)
    assert "Vũ Thị Mai" not in [case.name for case in cases(station)]


def test_a_void_takes_the_case_with_it(station: Station) -> None:
    first = cases(station)[0]
    void_application(station, first.key[1], "wrong_person", as_user(station, "pd.luong").person)
    assert [case.reason for case in cases(station)] == ["name_differs"]
    with pytest.raises(InputRefused, match="no_such_follow_up"):
        change_follow_up(station, first.key, Arranged(owner="tk.van"))


def test_arranged_closed_and_opened_again(station: Station, clock: Clock) -> None:
    key = cases(station)[0].key
    wanted = Arranged(owner="dm.quy", next_on=date(2021, 4, 9))
    assert change_follow_up(station, key, wanted) == Arranged()
    assert change_follow_up(station, key, wanted) == wanted
    (mine,) = cases(station, owner="dm.quy")
    assert (mine.arranged, mine.owner_name, mine.late) == (wanted, "Đỗ Minh Quý", False)
    assert change_follow_up(station, key, replace(wanted, state="moved_away")) == wanted
    assert len(cases(station)) == 1
    with pytest.raises(InputRefused, match="no_such_follow_up"):
        phone_of(station, key)
    change_follow_up(station, key, wanted)
    assert len(cases(station)) == 2
    clock.set("08:00", "2021-04-09")
    assert [case.key for case in cases(station, due=True)] == [key]
    clock.set("08:00", "2021-04-11")
    assert [case.late for case in cases(station)] == [True, True]
    assert verify_station(station).ok


def test_what_cannot_be_arranged(station: Station) -> None:
    key = cases(station)[0].key
    for arranged, code in (
        (Arranged(state="lost"), "unknown_follow_up_state"),
        (Arranged(owner="nobody"), "unknown_user"),
        (Arranged(next_on=date(2021, 4, 1)), "next_day_past"),
    ):
        with pytest.raises(InputRefused, match=code):
            change_follow_up(station, key, arranged)


def test_a_whole_phone_is_for_who_calls(station: Station) -> None:
    key = cases(station)[0].key
    assert phone_of(station, key) == "0912345678"
    assert phone_of(station, cases(station)[1].key) == ""
    administrator = as_user(station, "nb.thinh")
    for asked in (lambda: phone_of(administrator, key), lambda: follow_ups(administrator, Sieve(), 1)):
        with pytest.raises(NotPermitted, match="role_may_not"):
            asked()
