"""Listing, searching, voiding and correcting a day's applications, at a real station."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaign.entered import holder_from_fields
from campaign.entry import read_entry
from campaign.events import ApplicationLogged, ApplicationVoided, Fee, SubjectViewed
from campaign.refusal import InputRefused, NotPermitted
from campaign.rows import ApplicationRow, JournalRow
from campaign.searching import wanted
from db.history import History
from db.reads.entries import NEWEST, Key
from station_app.services import correct_application as correcting
from station_app.services.close_shift import close_shift
from station_app.services.correct_application import Correction, correct_application
from station_app.services.form_id import new_form_id
from station_app.services.log_application import Application, Logged, log_application
from station_app.services.run_shift import pause_shift
from station_app.services.search_entries import Sieve, State, search_entries
from station_app.services.show_entries import (
    EntryRow,
    Place,
    day_of_entries,
    entries_at,
    entries_of,
    from_newest,
    from_oldest,
)
from station_app.services.show_entry import entry_details
from station_app.services.station import Station
from station_app.services.verify import verify_station
from station_app.services.view_subject import view_subject
from station_app.services.void_application import void_application
from tests.station_app.desks import Clock, as_user, logged, opened

DAY = date(2021, 4, 8)
NAMES = ("Nguyễn Thị Mai An", "Trần Văn Đức", "Lê Thị Thủy", "Phạm An Bình", "Ngô Đức Thuận")
STATES: tuple[State | None, ...] = (None, "counted", "voided", "warned", "paper", "unsent", "exported", "received")


def supervisor(station: Station) -> Any:
    return as_user(station, "pd.luong").person


def last(station: Station) -> int:
    with station.store.read() as snapshot:
        row = snapshot.get(JournalRow, station.identity.station, station.identity.epoch)
    return row.last if row else 0


def application(station: Station, n: int) -> ApplicationRow:
    with station.store.read() as snapshot:
        row = snapshot.get(ApplicationRow, station.identity.station, station.identity.epoch, n)
    assert row is not None
    return row


def body(station: Station, n: int) -> object:
    with station.store.read() as snapshot:
        entry = History(snapshot, station.identity.station, station.identity.epoch).entry(n)
    assert entry is not None
    return read_entry(entry).body


def correction(station: Station, n: int, **changes: Any) -> Correction:
    """What stands now, with the changes."""
    row = application(station, n)
    kept = Correction(
        entry=n,
        form_id=new_form_id(),
        reason="typing_error",
        outcome=row.outcome,
        outcome_reason=row.reason or None,
        case_type=row.case_type,
        device=row.device,
        second=supervisor(station),
    )
    return replace(kept, **changes)


@pytest.fixture
def an(station: Station, clock: Clock) -> Logged:
    """Logged at 07:40 on TB-1."""
    opened(station)
    clock.set("07:40")
    return logged(station, "031195004417", name="Nguyễn Thị Mai An", birth_date="1995", phone="0912345678")


def test_a_correction_stands_in_the_originals_shift_and_hour(station: Station, an: Logged, clock: Clock) -> None:
    clock.set("09:10")
    done = correct_application(station, correction(station, an.n, fields={"name": "Nguyễn Thị Mai Anh"}))
    old, new = application(station, an.n), application(station, done.n)
    assert (done.voided, done.void_n, done.n, done.moved) == (an.n, an.n + 1, an.n + 2, False)
    assert (old.voided_n, old.counted, old.void_reason) == (done.void_n, False, "typing_error")
    assert (new.counted, new.day, new.hour, new.shift, new.device) == (True, old.day, 7, old.shift, "TB-1")
    assert new.source == "typed"
    void = body(station, done.void_n)
    assert isinstance(void, ApplicationVoided)
    assert void.second == "pd.luong"
    told = body(station, done.n)
    assert isinstance(told, ApplicationLogged)
    assert told.happened_at == old.at
    shown = entry_details(station, (1, done.n))
    assert (shown.name, shown.number, shown.phone, shown.born) == ("Nguyễn Thị Mai Anh", "4417", "5678", "1995")


def test_what_is_corrected_beside_the_person_keeps_where_it_came_from(station: Station, an: Logged) -> None:
    done = correct_application(
        station, correction(station, an.n, outcome="missing_papers", outcome_reason="no_old_card")
    )
    new = application(station, done.n)
    assert (new.outcome, new.reason, new.counted, new.source) == ("missing_papers", "no_old_card", False, "barcode")


def test_a_correction_frees_the_number_and_takes_the_right_one(station: Station, an: Logged) -> None:
    correct_application(station, correction(station, an.n, fields={"number": "031195004418"}))
    assert logged(station, "031195004417").counted
    with pytest.raises(InputRefused, match="duplicate"):
        logged(station, "031195004418")


def test_a_number_that_somebody_else_has_is_refused_and_nothing_is_half_done(station: Station, an: Logged) -> None:
    other = logged(station, "031072008815")
    before = last(station)
    with pytest.raises(InputRefused, match="duplicate"):
        correct_application(station, correction(station, other.n, fields={"number": "031195004417"}))
    assert last(station) == before
    assert application(station, other.n).counted


def test_an_old_number_or_telephone_can_be_taken_away(station: Station, an: Logged) -> None:
    done = correct_application(station, correction(station, an.n, fields={"phone": "", "birth_date": "1995-03-04"}))
    shown = entry_details(station, (1, done.n))
    assert (shown.phone, shown.born) == ("", "1995-03-04")


@pytest.mark.parametrize("second", [None, "tk.van", "dm.quy"])
def test_a_correction_wants_a_second_person_who_may(station: Station, an: Logged, second: str | None) -> None:
    before = last(station)
    person = as_user(station, second).person if second else None
    with pytest.raises(NotPermitted, match="second_person_needed"):
        correct_application(station, correction(station, an.n, second=person, fields={"name": "Nguyễn An"}))
    assert last(station) == before


def test_administrators_neither_correct_nor_look(station: Station, an: Logged) -> None:
    administrator = as_user(station, "nb.thinh")
    with pytest.raises(NotPermitted, match="role_may_not"):
        correct_application(administrator, correction(station, an.n, fields={"name": "Nguyễn An"}))
    with pytest.raises(NotPermitted, match="role_may_not"):
        view_subject(administrator, an.n)


def test_what_equals_the_original_is_no_correction(station: Station, an: Logged) -> None:
    with pytest.raises(InputRefused, match="nothing_to_correct"):
        correct_application(station, correction(station, an.n, fields={"name": "Nguyễn Thị Mai An"}))
    assert application(station, an.n).counted


def test_after_sealing_the_new_entry_goes_to_the_open_shift(station: Station, an: Logged, clock: Clock) -> None:
    close_shift(station, "TB-1", 1)
    changed = correction(station, an.n, fields={"name": "Nguyễn Anh"})
    with pytest.raises(InputRefused, match="no_open_shift"):
        correct_application(station, changed)
    assert application(station, an.n).counted
    clock.set("08:20", "2021-04-09")
    opened(station)
    done = correct_application(station, changed)
    old, new = application(station, an.n), application(station, done.n)
    assert (done.moved, old.counted, old.day, new.day, new.hour) == (True, False, "2021-04-08", "2021-04-09", 8)


def test_a_paused_shift_takes_no_correction(station: Station, an: Logged) -> None:
    pause_shift(station, "TB-1", "power_cut")
    with pytest.raises(InputRefused, match="shift_paused"):
        correct_application(station, correction(station, an.n, fields={"name": "Nguyễn Anh"}))
    assert application(station, an.n).counted


def test_a_wrong_device_is_corrected_on_the_right_one(station: Station, an: Logged) -> None:
    opened(station, "TB-2")
    done = correct_application(station, correction(station, an.n, reason="wrong_device", device="TB-2"))
    assert (application(station, done.n).device, done.moved) == ("TB-2", True)


def test_a_correction_can_be_corrected_and_an_original_only_once(station: Station, an: Logged) -> None:
    once = correct_application(station, correction(station, an.n, fields={"name": "Nguyễn Anh"}))
    with pytest.raises(InputRefused, match="voided_already"):
        correct_application(station, correction(station, an.n, fields={"name": "Nguyễn Ánh"}))
    twice = correct_application(station, correction(station, once.n, fields={"name": "Nguyễn Ánh"}))
    assert [application(station, n).counted for n in (an.n, once.n, twice.n)] == [False, False, True]
    assert verify_station(station).ok


def test_a_crash_between_void_and_entry_leaves_the_original(
    station: Station, an: Logged, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_: object) -> Logged:
        raise MemoryError

    before = last(station)
    monkeypatch.setattr(correcting, "log_within", cut)
    with pytest.raises(MemoryError):
        correct_application(station, correction(station, an.n, fields={"name": "Nguyễn Anh"}))
    assert last(station) == before
    assert application(station, an.n).counted


def test_a_look_at_a_number_is_an_entry_of_a_supervisor(station: Station, an: Logged) -> None:
    with pytest.raises(NotPermitted, match="role_may_not"):
        view_subject(station, an.n)
    assert last(station) == an.n
    subject = view_subject(as_user(station, "pd.luong"), an.n)
    assert (subject.number, subject.phone) == ("031195004417", "0912345678")
    seen = body(station, an.n + 1)
    assert isinstance(seen, SubjectViewed)
    assert seen.entry == an.n
    for n, code in ((an.n + 9, "no_such_entry"), (an.n - 1, "not_an_application")):
        with pytest.raises(InputRefused, match=code):
            view_subject(as_user(station, "pd.luong"), n)


def test_rows_and_particulars_hold_no_whole_number(station: Station, an: Logged) -> None:
    rows = entries_at(station, DAY, from_newest(0, 10))
    told = repr(rows) + repr(entry_details(station, (1, an.n)))
    assert "031195004417" not in told
    assert "0912345678" not in told
    assert [row.last_digits for row in rows] == ["4417"]


def test_a_void_tells_who_and_why(station: Station, an: Logged) -> None:
    void_application(station, an.n, "wrong_person", supervisor(station))
    shown = entry_details(station, (1, an.n))
    assert shown.void is not None
    assert (shown.void.reason, shown.void.by, shown.void.second) == (
        "wrong_person",
        "Trần Khánh Vân",
        "Phạm Đức Lương",
    )
    assert not shown.changeable
    with pytest.raises(InputRefused, match="not_an_application"):
        entry_details(station, (1, an.n + 1))


def test_a_void_after_sealing_and_on_another_day_subtracts_from_the_originals_day(
    station: Station, an: Logged, clock: Clock
) -> None:
    logged(station, "031072008815")
    close_shift(station, "TB-1", 2)
    clock.set("08:20", "2021-04-09")
    void_application(station, an.n, "wrong_person", supervisor(station))
    yesterday, today = day_of_entries(station, DAY), day_of_entries(station, DAY + timedelta(days=1))
    assert (yesterday.logged, yesterday.voided, yesterday.unvoided) == (2, 1, {"accepted": 1})
    assert (today.logged, today.voided) == (0, 0)
    assert [row.voided for row in entries_at(station, DAY, from_newest(0, 10))] == [False, True]
    opened(station)
    assert logged(station, "031195004417").counted


def test_a_corrected_fee_and_a_paper_hour_stay(station: Station, an: Logged, clock: Clock) -> None:
    clock.set("09:00")
    fee = Fee(due=30_000, taken=30_000, receipt="AA-001")
    rules = station.catalogue.scan_rules
    paper = log_application(
        station,
        Application(
            device="TB-1",
            form_id=new_form_id(),
            entered=holder_from_fields("031072008815", today=DAY, rules=rules),
            source="typed",
            case_type="exchange_on_request",
            fee=fee,
            happened_at="2021-04-08T08:15:00+07:00",
        ),
    )
    done = correct_application(station, correction(station, paper.n, fields={"name": "Trương Văn Lộc"}))
    shown = entry_details(station, (1, done.n))
    assert (shown.source, shown.fee) == ("paper", fee)
    assert shown.happened_at is not None
    assert (shown.happened_at.hour, application(station, done.n).hour) == (8, 8)


@pytest.fixture
def busy(station: Station, clock: Clock) -> Station:
    """A day of two devices and people, some voided, some warned."""
    for device in ("TB-1", "TB-2"):
        opened(station, device)
    people = {0: station, 1: as_user(station, "dm.quy")}
    for place in range(60):
        clock.advance(minutes=1)
        outcome = ("accepted", "missing_papers")[place % 3 == 2]
        done = logged(
            people[place % 2],
            device=f"TB-{1 + place % 4 // 2}",
            outcome=outcome,
            reason="no_old_card" if outcome == "missing_papers" else None,
            name=NAMES[place % 5],
            number=f"03119500{4000 + place * 7}" if place % 4 else f"1{31950000 + place}",
            birth_date="1995",
        )
        if place % 11 == 3:
            void_application(station, done.n, "wrong_person", supervisor(station))
    return station


def everything(station: Station) -> tuple[EntryRow, ...]:
    return entries_at(station, DAY, from_newest(0, 10**6))


def test_a_days_list_is_as_long_as_its_tallies_and_reached_from_any_row(busy: Station) -> None:
    rows = everything(busy)
    day = day_of_entries(busy, DAY)
    assert (len(rows), day.logged, day.voided) == (60, 60, sum(row.voided for row in rows))
    assert [row.n for row in rows] == sorted((row.n for row in rows), reverse=True)
    assert entries_at(busy, DAY, from_newest(17, 5)) == rows[17:22]
    assert entries_at(busy, DAY, from_oldest(3, 5)) == rows[52:57]
    assert entries_at(busy, DAY, Place(rows[20].key, 4, 6)) == rows[24:30]
    assert entries_at(busy, DAY, Place(rows[20].key, 4, 6, upwards=True)) == rows[11:17]
    assert entries_of(busy, [rows[5].key, rows[2].key]) == (rows[5], rows[2])
    assert entries_at(busy, DAY - timedelta(days=1), from_newest(0, 5)) == ()
    assert day_of_entries(busy, DAY - timedelta(days=1)).logged == 0


def found(station: Station, sieve: Sieve, piece: int) -> list[Key]:
    keys: list[Key] = []
    below: Key | None = NEWEST
    while below is not None:
        answer = search_entries(station, DAY, sieve, below=below, piece=piece)
        assert answer.looked <= piece
        keys += answer.found
        below = answer.then
    return keys


def plainly(row: EntryRow, sieve: Sieve, state: State | None, text: str, number: str) -> bool:
    holds = {
        None: True,
        "counted": row.outcome == "accepted" and not row.voided,
        "voided": row.voided,
        "warned": row.warned,
        "paper": row.paper,
    }
    people = {"tk.van": "Trần Khánh Vân", "dm.quy": "Đỗ Minh Quý", "": row.by}
    devices = {"TB-1": "Thiết bị 1", "TB-2": "Thiết bị 2", "": row.device}
    return (
        sieve.outcome in ("", row.outcome)
        and people[sieve.by] == row.by
        and devices[sieve.device] == row.device
        and holds.get(state, row.sent == state)
        and (not text or number.endswith(text) or text.casefold() in row.name.casefold().split())
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    outcome=st.sampled_from(["", "accepted", "missing_papers", "duplicate"]),
    by=st.sampled_from(["", "tk.van", "dm.quy"]),
    device=st.sampled_from(["", "TB-1", "TB-2"]),
    state=st.sampled_from(STATES),
    text=st.sampled_from(["", "Thị", "đức", "An", "4021", "0000", "50008"]),
    piece=st.sampled_from([1, 7, 60, 2000]),
)
def test_a_search_equals_a_plain_look_at_every_row(
    busy: Station, outcome: str, by: str, device: str, state: State | None, text: str, piece: int
) -> None:
    sieve = Sieve(outcome=outcome, by=by, device=device, state=state, wanted=wanted(text))
    numbers = {}
    with busy.store.read() as snapshot:
        for row in everything(busy):
            subject = History(snapshot, busy.identity.station, row.epoch).subject(row.n)
            assert subject is not None
            numbers[row.key] = subject.number or subject.old_number or ""
    expected = [row.key for row in everything(busy) if plainly(row, sieve, state, text, str(numbers[row.key]))]
    assert found(busy, sieve, piece) == expected
