"""Retention at a real station: who is erased, when, and what still works with them gone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bundle.stick import Stick, find_bundles
from campaign.entry import Entry, read_entry
from campaign.events import SubjectsErased
from campaign.refusal import InputRefused, NotPermitted, StorageRefused
from campaign.searching import wanted
from db.history import History
from station_app.home import STORE, STORE_FILE
from station_app.services import erase_subjects as erasing
from station_app.services.close_shift import close_shift
from station_app.services.erase_subjects import Retention, erase_some, erase_subjects, wipe_erased
from station_app.services.export_bundle import export_bundle
from station_app.services.follow_ups import Sieve as OfFollowUps
from station_app.services.follow_ups import follow_ups, phone_of
from station_app.services.orders import receive_orders
from station_app.services.search_entries import Sieve, search_entries
from station_app.services.show_entries import entries_of
from station_app.services.show_entry import entry_details
from station_app.services.sign_in import tell_sign_in
from station_app.services.station import Station
from station_app.services.verify import verify_station
from station_app.services.view_subject import view_subject
from station_app.ui.retention import Retention as Erasing
from tests.disk_bytes import hold
from tests.station_app.city_side import write_plan, write_receipt
from tests.station_app.desks import Clock, FakeDesk, ImmediateLane, as_user, logged, opened, the_plan

DAY = date(2021, 4, 8)
PEOPLE = {"031195004417": "Phùng Thị Hoài Thương", "031092000012": "Tống Khánh Ngân"}
TODAY = "2021-07-08"
"""The first day that is more than 90 days after `DAY`."""

Receive = Callable[..., None]


@pytest.fixture
def worked(station: Station, clock: Clock) -> list[int]:
    """A sealed shift: two people, the second one with a case that waits."""
    opened(station)
    clock.set("08:00")
    (first, name), (second, other) = PEOPLE.items()
    numbers = [
        logged(station, number=first, name=name).n,
        logged(
            station, number=second, name=other, phone="0912345678", outcome="missing_papers", reason="no_old_card"
        ).n,
    ]
    close_shift(station, "TB-1", 1, None)
    return numbers


@pytest.fixture
def receive(station: Station, tmp_path: Path) -> Receive:
    """A receipt for all that there is, of which ``durable`` entries are in a verified backup."""
    stick = Stick(tmp_path / "stick")
    stick.root.mkdir()
    serials = iter(range(1, 9))

    def receive(durable: int) -> None:
        write_receipt(stick, station, next(serials), last(station), durable=durable)
        assert not receive_orders(as_user(station, "pd.luong"), stick).refused

    return receive


def last(station: Station) -> int:
    with station.store.read() as snapshot:
        return History(snapshot, station.identity.station, station.identity.epoch).last()


def journal(station: Station) -> list[Entry]:
    with station.store.read() as snapshot:
        history = History(snapshot, station.identity.station, station.identity.epoch)
        return [read_entry(data) for data, _, _ in history.entries(1, history.last())]


def named(station: Station, *numbers: int) -> list[str]:
    return [entry_details(station, (station.identity.epoch, n)).name for n in numbers]


def erasures(station: Station) -> list[SubjectsErased]:
    return [entry.body for entry in journal(station) if isinstance(entry.body, SubjectsErased)]


def bytes_of(station: Station) -> int:
    """Pages of the store's files that hold a person's name."""
    path = station.home / STORE / STORE_FILE
    return sum(hold(path, station.keys.store, name.encode()) for name in PEOPLE.values())


def test_whoever_is_durable_and_older_than_the_days_is_erased_for_good(
    station: Station, clock: Clock, worked: list[int], receive: Receive
) -> None:
    receive(durable=worked[1])
    assert bytes_of(station) > 0
    clock.set("07:00", TODAY)
    assert erase_subjects(station) == Retention(erased=2, through=worked[1])
    assert named(station, *worked) == ["", ""]
    assert bytes_of(station) == 0
    assert erasures(station) == [SubjectsErased(through=worked[1], count=2)]
    assert verify_station(station).ok
    assert erase_subjects(station) == Retention(erased=0, through=0)
    assert len(erasures(station)) == 1


@pytest.mark.parametrize(
    ("durable", "day", "left"),
    [
        ("all", "2021-07-07", [1, 1]),  # the ninetieth day is not over
        ("all", TODAY, [0, 0]),
        ("first", TODAY, [0, 1]),
        ("none", "2022-07-08", [1, 1]),
    ],
)
def test_neither_the_days_nor_the_backup_alone_are_enough(
    station: Station, clock: Clock, worked: list[int], receive: Receive, durable: str, day: str, left: list[int]
) -> None:
    receive(durable={"all": worked[1], "first": worked[0], "none": 0}[durable])
    clock.set("07:00", day)
    erase_subjects(station)
    assert [bool(name) for name in named(station, *worked)] == [bool(stays) for stays in left]


def test_the_plan_in_force_says_after_how_many_days(
    station: Station, clock: Clock, worked: list[int], receive: Receive, tmp_path: Path
) -> None:
    plans = Stick(tmp_path / "plans")
    plans.root.mkdir()
    write_plan(plans, the_plan(version=2, effective_from=DAY + timedelta(days=20), retention_days=14))
    receive_orders(as_user(station, "pd.luong"), plans)
    receive(durable=worked[1])
    clock.set("07:00", "2021-04-23")
    assert erase_subjects(station).erased == 0
    clock.set("07:00", "2021-04-28")
    assert erase_subjects(station).erased == 2


def test_an_erasure_goes_in_batches_that_are_each_whole(
    station: Station, clock: Clock, worked: list[int], receive: Receive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasing, "BATCH", 1)
    receive(durable=worked[1])
    clock.set("07:00", TODAY)
    assert erase_some(station).more
    assert [bool(name) for name in named(station, *worked)] == [False, True]
    told: list[int] = []
    assert erase_subjects(station, told.append) == Retention(erased=1, through=worked[1])
    assert told == [1]
    assert [(body.through, body.count) for body in erasures(station)] == [(n, 1) for n in worked]


def test_the_bytes_are_wiped_only_at_rest_and_after_a_crash_too(
    station: Station, clock: Clock, worked: list[int], receive: Receive
) -> None:
    receive(durable=worked[1])
    clock.set("07:30", TODAY)
    assert erase_some(station).count == 2  # and then the program was killed
    opened(station)
    assert not wipe_erased(station, only_at_rest=True)
    assert bytes_of(station) > 0
    close_shift(station, "TB-1", 0, None)
    assert wipe_erased(station, only_at_rest=True)
    assert bytes_of(station) == 0
    assert not wipe_erased(station)


def test_who_comes_again_is_still_recognised(
    station: Station, clock: Clock, worked: list[int], receive: Receive
) -> None:
    receive(durable=worked[1])
    clock.set("07:30", TODAY)
    erase_subjects(station)
    opened(station)
    with pytest.raises(InputRefused, match="duplicate"):
        logged(station, number=next(iter(PEOPLE)))
    assert verify_station(station).ok


def test_lists_searches_and_cases_do_with_what_is_left(
    station: Station, clock: Clock, worked: list[int], receive: Receive
) -> None:
    receive(durable=worked[1])
    searched = Sieve(wanted=wanted("Hoài Thương"))
    assert [n for _, n in search_entries(station, DAY, searched).found] == [worked[0]]
    clock.set("07:30", TODAY)
    erase_subjects(station)
    assert search_entries(station, DAY, searched).found == ()
    rows = entries_of(station, [(1, n) for n in worked])
    assert [(row.n, row.name, row.last_digits) for row in rows] == [(n, "", "") for n in worked]
    details = entry_details(station, (1, worked[0]))
    assert (details.held, details.erased, details.outcome) == (False, True, "accepted")
    (case,) = follow_ups(station, OfFollowUps(), 9).cases
    assert (case.name, case.phone, case.last_digits, case.reason) == ("", "", "", "no_old_card")
    assert phone_of(station, case.key) == ""
    with pytest.raises(InputRefused, match="subject_not_held"):
        view_subject(as_user(station, "pd.luong"), worked[0])


def test_what_is_sent_again_comes_without_them(
    station: Station, clock: Clock, worked: list[int], receive: Receive, tmp_path: Path
) -> None:
    receive(durable=worked[1])
    clock.set("07:30", TODAY)
    erase_subjects(station)
    with station.store.read() as snapshot:
        held = list(History(snapshot, station.identity.station, 1).entries(worked[0], worked[1]))
    assert [(salt, subject) for _, salt, subject in held] == [(None, None)] * 2
    stick = Stick(tmp_path / "out")
    stick.root.mkdir()
    export_bundle(as_user(station, "pd.luong"), stick)
    assert len(find_bundles(stick.root).found) == 1


def test_the_window_erases_by_itself_between_what_is_saved(
    station: Station, clock: Clock, worked: list[int], receive: Receive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasing, "BATCH", 1)
    desk, retention = FakeDesk(station), Erasing(ImmediateLane())
    receive(durable=worked[1])
    clock.set("07:30", TODAY)
    tell_sign_in(station)
    retention.tick(desk)
    assert (named(station, *worked), desk.grown) == (list(PEOPLE.values()), 0), "is the clock right?"
    receive(durable=worked[1])
    clock.advance(hours=1)
    for left in ([0, 1], [0, 0], [0, 0]):
        retention.tick(desk)
        assert [bool(name) for name in named(station, *worked)] == [bool(stays) for stays in left]
    assert (desk.grown, bytes_of(station)) == (2, 0)


def test_the_window_waits_for_a_moment_at_rest_to_wipe_the_bytes(
    station: Station, clock: Clock, worked: list[int], receive: Receive
) -> None:
    desk, lane = FakeDesk(station), ImmediateLane()
    retention = Erasing(lane)
    clock.set("07:30", TODAY)
    receive(durable=worked[1])
    opened(station)
    for _ in range(9):
        retention.tick(desk)
    assert named(station, *worked) == ["", ""]
    assert (bytes_of(station) > 0, lane.calls) == (True, 3)  # a batch, one that finds no more, a look at the shifts
    close_shift(station, "TB-1", 0, None)
    clock.advance(hours=1)
    retention.tick(desk)
    assert bytes_of(station) == 0


def test_a_full_disk_is_no_word_for_whoever_works(station: Station, clock: Clock) -> None:
    desk, lane = FakeDesk(station), ImmediateLane(refuse=StorageRefused("disk_full"))
    retention = Erasing(lane)
    retention.tick(desk)
    retention.tick(desk)
    assert lane.calls == 1
    clock.advance(hours=1)
    retention.tick(desk)
    assert lane.calls == 3


def test_a_temporary_password_starts_nothing(station: Station) -> None:
    with pytest.raises(NotPermitted, match="password_temporary"):
        erase_some(replace(station, person=replace(station.person, temporary=True)))
