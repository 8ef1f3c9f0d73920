"""PINs and the hand-over of a desk, at a real station."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from campaign import events as e
from campaign.entry import read_entry
from campaign.refusal import InputRefused, NotPermitted, Refusal
from campaign.rows import ShiftRow, UserRow
from db.history import History
from db.meta import read_meta
from station_app.bootstrap import person_by_pin, person_of
from station_app.services.hand_over import hand_over_desk, show_hand_over
from station_app.services.passwords import change_password, reset_password
from station_app.services.permission import require_second
from station_app.services.pins import check_pin, has_pin, set_pin
from station_app.services.run_shift import pause_shift
from station_app.services.sign_in import tell_sign_in
from station_app.services.station import Station
from station_app.services.users import remove_user
from station_app.services.verify import verify_station
from tests.station_app.desks import ADMINISTRATOR, PASSWORD, Clock, as_user, logged, opened

PIN = "4071"
VAN, QUY, HANH = "tk.van", "dm.quy", "lt.hanh"
SCANS = ["031195004417", "031195004418", "031195004419"]


def bodies(station: Station, kind: type[e.Body]) -> list[e.Body]:
    with station.store.read() as snapshot:
        history = History(snapshot, station.identity.station, station.identity.epoch)
        entries = [read_entry(entry) for entry, _, _ in history.entries(1, history.last())]
    return [entry.body for entry in entries if isinstance(entry.body, kind)]


def may_use_pin(station: Station, user: str) -> bool:
    with station.store.read() as snapshot:
        return has_pin(snapshot, user)


def wrong(station: Station, user: str, pin: str) -> tuple[str, object]:
    with pytest.raises(NotPermitted) as no:
        person_by_pin(station, user, pin)
    return no.value.code, no.value.fields.get("left")


def test_a_pin_lets_its_owner_come_to_an_open_desk(station: Station) -> None:
    with pytest.raises(NotPermitted, match=r"^wrong_password$"):
        set_pin(station, "falsch", PIN)
    set_pin(station, PASSWORD, PIN)
    person = person_by_pin(as_user(station, QUY), VAN, PIN)
    assert (person.user, person.role, person.may("log")) == (VAN, "operator", True)
    assert wrong(station, QUY, PIN) == ("wrong_pin", 0)


def test_a_pin_is_no_key_and_is_not_kept_as_typed(station: Station) -> None:
    set_pin(station, PASSWORD, PIN)
    assert PIN.encode() not in (station.home / "store" / "keys.json").read_bytes()
    with station.store.read() as snapshot:
        kept = read_meta(snapshot, f"pin:{VAN}")
    assert kept is not None
    assert PIN.encode() not in kept
    assert b"$argon2id$" in kept
    with pytest.raises(NotPermitted):
        station.slots.unlock(VAN, PIN, now=station.clock())
    assert verify_station(station).ok


@pytest.mark.parametrize(
    ("pin", "code"),
    [("123", "bad_pin"), ("1234567", "bad_pin"), ("12a4", "bad_pin"), ("٤٠٧١", "bad_pin")]
    + [(pin, "easy_pin") for pin in ("0000", "1234", "456789", "9876", "0987")],
)
def test_pins_that_are_none_or_too_easy(station: Station, pin: str, code: str) -> None:
    with pytest.raises(InputRefused) as no:
        set_pin(station, PASSWORD, pin)
    assert no.value.code == code
    assert not may_use_pin(station, VAN)


def test_three_wrong_pins_want_the_password(station: Station) -> None:
    set_pin(station, PASSWORD, PIN)
    assert [wrong(station, VAN, "4072") for _ in range(3)] == [("wrong_pin", left) for left in (2, 1, 0)]
    assert wrong(station, VAN, PIN) == ("wrong_pin", 0)
    assert not may_use_pin(station, VAN)
    assert bodies(station, e.SignInFailed) == [e.SignInFailed(user=VAN, happened_at="2021-04-08T07:30:00+07:00")] * 3
    tell_sign_in(replace(station, person=person_of(station, VAN, PASSWORD)))
    assert person_by_pin(station, VAN, PIN).user == VAN


def test_a_good_pin_forgets_the_wrong_ones_before_it(station: Station) -> None:
    set_pin(station, PASSWORD, PIN)
    for _ in range(4):
        assert wrong(station, VAN, "4072") == ("wrong_pin", 2)
        check_pin(station, VAN, PIN)


def test_who_is_locked_out_is_locked_out_of_the_pin_too(station: Station, clock: Clock) -> None:
    set_pin(station, PASSWORD, PIN)
    for _ in range(5):
        with pytest.raises(NotPermitted):
            person_of(station, VAN, "falsch")
    assert wrong(station, VAN, PIN)[0] == "locked_out"
    clock.advance(minutes=10)
    assert person_by_pin(station, VAN, PIN).user == VAN


def test_a_pin_ends_with_a_reset_a_removal_or_by_ones_own_word(station: Station) -> None:
    administrator = as_user(station, ADMINISTRATOR[0])
    set_pin(station, PASSWORD, PIN)
    set_pin(station, PASSWORD, "")
    assert wrong(station, VAN, PIN) == ("wrong_pin", 0)
    set_pin(station, PASSWORD, PIN)
    temporary = reset_password(administrator, VAN)
    assert wrong(station, VAN, PIN) == ("wrong_pin", 0)
    person = person_of(station, VAN, temporary)
    with pytest.raises(NotPermitted, match=r"^password_temporary$"):
        set_pin(replace(station, person=person), temporary, PIN)
    quy = as_user(station, QUY)
    set_pin(quy, PASSWORD, PIN)
    remove_user(administrator, QUY)
    assert wrong(station, QUY, PIN) == ("wrong_pin", 0)


def test_a_password_of_digits_and_a_pin_do_not_go_together(station: Station) -> None:
    set_pin(station, PASSWORD, PIN)
    change_password(station, PASSWORD, "820471")
    assert not may_use_pin(station, VAN)
    with pytest.raises(InputRefused, match=r"^pin_is_password$"):
        set_pin(station, "820471", PIN)


def test_with_a_temporary_password_nobody_vouches_or_works(station: Station) -> None:
    temporary = reset_password(as_user(station, ADMINISTRATOR[0]), "pd.luong")
    supervisor = person_of(station, "pd.luong", temporary)
    assert not supervisor.may("override")
    for refused in (
        lambda: supervisor.require("override"),
        lambda: require_second(station.person, supervisor),
        lambda: hand_over_desk(station, supervisor),
    ):
        with pytest.raises(NotPermitted, match=r"^password_temporary$"):
            refused()
    fresh = change_password(replace(station, person=supervisor), temporary, "mat-khau-8")
    assert fresh.person.may("override")
    assert person_of(station, "pd.luong", "mat-khau-8") == fresh.person


def test_the_desk_goes_to_the_next_operator_with_every_shift_that_runs(station: Station, clock: Clock) -> None:
    for device in ("TB-1", "TB-2"):
        opened(station, device)
    opened(as_user(station, HANH), "TB-3")
    logged(station, SCANS[0])
    logged(as_user(station, QUY), SCANS[2])
    pause_shift(station, "TB-2", "power_cut")
    clock.set("12:20")
    shown = show_hand_over(station)
    assert [(shift.device, shift.label, shift.logged, shift.counted) for shift in shown.shifts] == [
        ("TB-1", "Thiết bị 1", 1, 1),
        ("TB-2", "Thiết bị 2", 0, 0),
    ]
    assert [one.user for one in shown.successors] == [HANH, "pd.luong", QUY]
    assert shown.with_pin == frozenset()
    quy = person_of(station, QUY, PASSWORD)
    changed = hand_over_desk(station, quy)
    assert [(one.shift, one.state) for one in changed] == [
        ("2021-04-08.TB-1.ca-1.1", "open"),
        ("2021-04-08.TB-2.ca-1.1", "paused"),
    ]
    assert bodies(station, e.ShiftHandedOver) == [
        e.ShiftHandedOver(from_user=VAN, to=QUY, totals={"accepted": 1}),
        e.ShiftHandedOver(from_user=VAN, to=QUY, totals={}),
    ]
    with station.store.read() as snapshot:
        operators = [
            row.operator
            for device in ("TB-1", "TB-2", "TB-3")
            if (row := snapshot.get(ShiftRow, "HP-LC-07", f"2021-04-08.{device}.ca-1.1"))
        ]
    assert operators == [QUY, QUY, HANH]
    assert hand_over_desk(station, quy) == ()
    assert verify_station(station).ok


def test_an_overdue_shift_stays_with_who_ran_it(station: Station, clock: Clock) -> None:
    opened(station)
    clock.set("05:00", "2021-04-09")
    assert hand_over_desk(station, person_of(station, QUY, PASSWORD)) == ()


def test_only_who_may_log_takes_a_desk_over(station: Station) -> None:
    opened(station)
    with pytest.raises(NotPermitted, match=r"^role_may_not$"):
        hand_over_desk(station, person_of(station, ADMINISTRATOR[0], PASSWORD))
    quy = person_of(station, QUY, PASSWORD)
    remove_user(as_user(station, ADMINISTRATOR[0]), QUY)
    with pytest.raises(Refusal, match=r"^unknown_user$"):
        hand_over_desk(station, quy)


def test_the_journal_tells_when_somebody_last_signed_in(station: Station) -> None:
    tell_sign_in(station)
    with station.store.read() as snapshot:
        row = snapshot.get(UserRow, "HP-LC-07", VAN)
    assert row is not None
    assert row.last_signed_in == "2021-04-08T07:30:00+07:00"


def test_a_pin_is_tried_within_a_breath(station: Station) -> None:
    set_pin(station, PASSWORD, PIN)
    begun = time.perf_counter()
    person_by_pin(station, VAN, PIN)
    assert time.perf_counter() - begun < 0.5
