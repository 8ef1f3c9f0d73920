"""Signing in: the right password, wrong ones, a lock, and power cuts while the file is written."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from argon2 import low_level
from pyrage import decrypt, x25519

from campaign.calendar import VIETNAM, format_time
from campaign.refusal import InputRefused, NotPermitted, StorageRefused, StoreBroken
from db import durable, wrapping
from db.keyslots import STANDARD_COST, Cost, FailedSignIn, KeySlots, Point, SlotUser
from tests.db.stores import KEY

CHEAP = Cost(memory=64, time=1)
POINT = Point(station="HP-LC-01", unit="Công an quận Lê Chân", campaign="hp-2021", drill=True)
NOW = datetime(2021, 4, 2, 8, 0, tzinfo=VIETNAM)
PASSWORD = "mật khẩu"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "keys.json"


@pytest.fixture
def slots(file: Path) -> KeySlots:
    slots = KeySlots.create(file, POINT, CHEAP)
    slots.add("an.nv", "Nguyễn Văn An", "administrator", PASSWORD, KEY)
    slots.add("binh.tv", "Tạ Văn Bình", "operator", "other", KEY)
    return slots


def refused(slots: KeySlots, user: str, password: str, now: datetime = NOW) -> tuple[str, dict[str, object]]:
    with pytest.raises(NotPermitted) as no:
        slots.unlock(user, password, now=now)
    return no.value.code, no.value.fields


def test_each_user_opens_the_store_with_their_own_password(slots: KeySlots, file: Path) -> None:
    for reader in (slots, KeySlots.open(file)):
        assert reader.unlock("an.nv", PASSWORD, now=NOW) == KEY
        assert reader.unlock("binh.tv", "other", now=NOW) == KEY
        assert reader.unlock("an.nv", "mâ\u0323t kha\u0302\u0309u", now=NOW) == KEY  # typed in another way
    assert refused(slots, "binh.tv", PASSWORD)[0] == "wrong_password"


def test_before_sign_in_the_point_and_its_users_are_known_and_no_secret(slots: KeySlots, file: Path) -> None:
    assert slots.point == POINT
    assert slots.users == [
        SlotUser(user="an.nv", full_name="Nguyễn Văn An", role="administrator"),
        SlotUser(user="binh.tv", full_name="Tạ Văn Bình", role="operator"),
    ]
    content = file.read_bytes()
    assert KEY not in content
    assert PASSWORD.encode() not in content
    assert file.stat().st_mode & 0o077 == 0


def test_a_guess_costs_what_the_design_says() -> None:
    assert (STANDARD_COST.memory, STANDARD_COST.time, STANDARD_COST.parallelism) == (64 * 1024, 3, 1)


def test_passwords_roles_and_users_change(slots: KeySlots) -> None:
    slots.add("binh.tv", "Tạ Văn Bình", "operator", "new", KEY)
    assert refused(slots, "binh.tv", "other")[0] == "wrong_password"
    assert slots.unlock("binh.tv", "new", now=NOW) == KEY
    slots.describe("binh.tv", "Tạ Thị Bình", "supervisor")
    assert slots.users[1] == SlotUser(user="binh.tv", full_name="Tạ Thị Bình", role="supervisor")
    assert slots.unlock("binh.tv", "new", now=NOW) == KEY
    slots.remove("binh.tv")
    assert [user.user for user in slots.users] == ["an.nv"]
    assert refused(slots, "binh.tv", "new")[0] == "wrong_password"
    with pytest.raises(InputRefused) as no:
        slots.describe("binh.tv", "x", "operator")
    assert no.value.code == "no_such_user"


@pytest.mark.parametrize(("user", "full_name"), [("An", "An"), ("an", ""), ("an", "\n"), ("", "An")])
def test_a_name_that_is_none_never_spoils_the_file(slots: KeySlots, user: str, full_name: str) -> None:
    with pytest.raises(InputRefused) as no:
        slots.add(user, full_name, "operator", "x", KEY)
    assert no.value.code == "bad_key_slot"
    assert slots.unlock("an.nv", PASSWORD, now=NOW) == KEY


def test_a_slot_of_one_user_or_station_is_of_no_use_to_another(slots: KeySlots, file: Path, tmp_path: Path) -> None:
    theirs = KeySlots.create(
        tmp_path / "theirs.json", Point(station="HP-AD-01", unit="", campaign="hp-2021", drill=True)
    )
    theirs.add("an.nv", "An", "administrator", "theirs", bytes(32))
    spoiled = slots._file.read()
    moved = {"binh.tv": spoiled.slots["an.nv"], "an.nv": theirs._file.read().slots["an.nv"]}
    slots._file.write(type(spoiled)(point=POINT, slots=moved))
    assert refused(slots, "binh.tv", PASSWORD)[0] == "wrong_password"
    assert refused(slots, "an.nv", "theirs")[0] == "wrong_password"


def test_five_wrong_passwords_lock_for_ten_minutes(slots: KeySlots, file: Path) -> None:
    moments = [NOW + timedelta(seconds=n) for n in range(5)]
    assert [refused(slots, "an.nv", "x", now) for now in moments] == [
        *(("wrong_password", {"left": left}) for left in (4, 3, 2, 1)),
        ("locked_out", {"until": format_time(moments[-1] + timedelta(minutes=10))}),
    ]
    again = KeySlots.open(file, CHEAP)  # starting the program anew doesn't help
    later = moments[-1] + timedelta(minutes=9, seconds=59)
    assert refused(again, "an.nv", PASSWORD, later)[0] == "locked_out"
    assert again.unlock("binh.tv", "other", now=later) == KEY  # the others go on
    assert again.unlock("an.nv", PASSWORD, now=later + timedelta(seconds=1)) == KEY
    assert refused(again, "an.nv", "x", later)[1] == {"left": 4}


def test_after_a_lock_the_count_begins_again(slots: KeySlots) -> None:
    for _ in range(5):
        refused(slots, "an.nv", "x")
    assert refused(slots, "an.nv", "x", NOW + timedelta(minutes=10)) == ("wrong_password", {"left": 4})


def test_a_good_unlock_forgets_wrong_ones(slots: KeySlots) -> None:
    for _ in range(3):
        for _ in range(4):
            refused(slots, "an.nv", "x")
        assert slots.unlock("an.nv", PASSWORD, now=NOW) == KEY


def test_a_clock_set_back_locks_no_longer_than_ten_minutes(slots: KeySlots) -> None:
    for _ in range(5):
        refused(slots, "an.nv", "x")
    earlier = NOW - timedelta(days=400)
    assert refused(slots, "an.nv", PASSWORD, earlier)[1] == {"until": format_time(earlier + timedelta(minutes=10))}
    assert slots.unlock("an.nv", PASSWORD, now=earlier + timedelta(minutes=10)) == KEY


def test_an_administrator_lifts_a_lock_with_a_new_password(slots: KeySlots) -> None:
    for _ in range(5):
        refused(slots, "binh.tv", "x")
    slots.add("binh.tv", "Tạ Văn Bình", "operator", "new", KEY)
    assert slots.unlock("binh.tv", "new", now=NOW) == KEY


def test_an_unknown_user_is_told_the_same_after_the_same_work(
    slots: KeySlots, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work: list[dict[str, Any]] = []
    derive = low_level.hash_secret_raw

    def counting(*args: Any, **cost: Any) -> bytes:
        work.append(cost)
        return derive(*args, **cost)

    monkeypatch.setattr(wrapping, "hash_secret_raw", counting)
    answers = [[refused(slots, user, "x") for _ in range(6)] for user in ("an.nv", "nobody")]
    assert answers[0] == answers[1]
    assert len(work) == 10
    assert work[:5] == work[5:]
    assert refused(KeySlots.create(file, POINT), "nobody", "x")[0] == "wrong_password"


def test_failed_sign_ins_wait_for_the_journal(slots: KeySlots, file: Path) -> None:
    refused(slots, "an.nv", "x")
    refused(slots, "hunter2", "x", NOW + timedelta(seconds=1))  # a password, typed as a name
    waiting = [
        FailedSignIn(user="an.nv", at=format_time(NOW)),
        FailedSignIn(user="unknown", at=format_time(NOW + timedelta(seconds=1))),
    ]
    assert b"hunter2" not in file.read_bytes()
    slots.unlock("an.nv", PASSWORD, now=NOW)
    again = KeySlots.open(file)
    assert again.failures == waiting
    assert again.take_failures() == waiting
    assert again.failures == again.take_failures() == []


def test_the_city_can_recover_the_key(slots: KeySlots) -> None:
    assert slots.recovery is None
    city = x25519.Identity.generate()
    slots.set_recovery(str(city.to_public()), KEY)
    assert slots.recovery is not None
    assert decrypt(slots.recovery, [city]) == KEY
    assert slots.unlock("an.nv", PASSWORD, now=NOW) == KEY
    with pytest.raises(InputRefused) as no:
        slots.set_recovery("age1nobody", KEY)
    assert no.value.code == "bad_recipient"


class PowerCut(BaseException):
    pass


# Every call of a change: first the old file is kept aside, then the new one put in its place.
CALLS = {"open": 4, "fsync": 4, "replace": 2, "flush_folder": 2}


@pytest.mark.parametrize(("step", "call"), [(step, n + 1) for step, calls in CALLS.items() for n in range(calls)])
def test_a_power_cut_leaves_the_old_file_or_the_new(
    slots: KeySlots, file: Path, monkeypatch: pytest.MonkeyPatch, step: str, call: int
) -> None:
    seen = 0
    place = durable if step == "flush_folder" else os
    proper = getattr(place, step)

    def cut(*args: Any, **options: Any) -> Any:
        nonlocal seen
        seen += 1
        if seen == call:
            raise PowerCut
        return proper(*args, **options)

    with monkeypatch.context() as power:
        power.setattr(place, step, cut)
        with pytest.raises(PowerCut):
            slots.add("binh.tv", "Tạ Văn Bình", "operator", "new", KEY)
    after = KeySlots.open(file, CHEAP)
    assert after.unlock("an.nv", PASSWORD, now=NOW) == KEY
    opened = [password for password in ("other", "new") if not is_refused(after, "binh.tv", password)]
    assert len(opened) == 1
    after.add("binh.tv", "Tạ Văn Bình", "operator", "newer", KEY)
    assert after.unlock("binh.tv", "newer", now=NOW) == KEY


def is_refused(slots: KeySlots, user: str, password: str) -> bool:
    try:
        return slots.unlock(user, password, now=NOW) != KEY
    except NotPermitted:
        return True


@pytest.mark.parametrize("spoil", ["cut", "empty", "gone", "rubbish", "one bit"])
def test_a_damaged_file_is_stood_in_for_by_the_one_before(slots: KeySlots, file: Path, spoil: str) -> None:
    content = file.read_bytes()
    match spoil:
        case "cut":
            file.write_bytes(content[: len(content) // 2])
        case "empty":
            file.write_bytes(b"")
        case "gone":
            file.unlink()
        case "rubbish":
            file.write_bytes(os.urandom(4000))
        case _:
            file.write_bytes(content.replace(b"an.nv", b"ao.nv"))
    again = KeySlots.open(file, CHEAP)
    assert again.unlock("an.nv", PASSWORD, now=NOW) == KEY
    again.add("binh.tv", "Tạ Văn Bình", "operator", "once more", KEY)
    assert KeySlots.open(file).unlock("binh.tv", "once more", now=NOW) == KEY


def test_the_file_before_goes_with_the_next_good_unlock(slots: KeySlots, file: Path) -> None:
    previous = file.with_name("keys.json.previous")
    slots.add("binh.tv", "Tạ Văn Bình", "operator", "new", KEY)
    assert previous.exists()
    refused(slots, "binh.tv", "other")
    assert previous.exists()
    slots.unlock("binh.tv", "new", now=NOW)
    assert not previous.exists()
    file.write_bytes(b"")
    for broken in (lambda: KeySlots.open(file), lambda: slots.unlock("an.nv", PASSWORD, now=NOW)):
        with pytest.raises(StoreBroken) as no:
            broken()
        assert no.value.code == "key_slots_unreadable"


def test_a_full_or_read_only_disk_keeps_nobody_out(slots: KeySlots, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_space(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    assert refused(slots, "an.nv", "x") == ("wrong_password", {"left": 4})
    assert slots.unlock("an.nv", PASSWORD, now=NOW) == KEY
    with pytest.raises(StorageRefused) as no:
        slots.add("binh.tv", "Tạ Văn Bình", "operator", "new", KEY)
    assert no.value.code == "disk_full"
    for number, code in ((30, "read_only"), (5, "storage_failed")):
        monkeypatch.setattr(os, "fsync", lambda _, number=number: (_ for _ in ()).throw(OSError(number, "")))
        with pytest.raises(StorageRefused) as no:
            slots.remove("binh.tv")
        assert no.value.code == code


def test_the_commands_store_has_no_station(tmp_path: Path) -> None:
    point = Point(station="", unit="", campaign="hp-2021", drill=True)
    assert KeySlots.create(tmp_path / "keys.json", point).point == point
