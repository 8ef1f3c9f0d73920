"""The station's own entries: its start in each epoch, its people and its equipment."""

from __future__ import annotations

import pytest

from campaign import events as e
from campaign.rows import DeviceRow, SettingRow, StationRow, StickRow, UserRow
from tests.journals import (
    STATION,
    WrittenJournal,
    a_journal_started,
    a_receipt_accepted,
    a_user_added,
    folded,
    ignored,
    the,
)


def folded_of(*bodies: e.Body) -> tuple[WrittenJournal, dict[int, str]]:
    journal = WrittenJournal()
    for body in bodies:
        journal.add(body)
    return journal, ignored(folded(journal.entries))


def user(*bodies: e.Body) -> UserRow:
    journal, senseless = folded_of(*bodies)
    assert senseless == {}
    return the(UserRow, folded(journal.entries), "binh.tv")


def test_a_journal_starts() -> None:
    journal, senseless = folded_of(a_journal_started())
    assert senseless == {}
    assert the(StationRow, folded(journal.entries)) == StationRow(
        station=STATION, epoch=1, unit="Công an quận Lê Chân", campaign="hp-2021", drill=True
    )


@pytest.mark.parametrize("changes", [{"station": "HP-LC-02"}, {"epoch": 2}])
def test_a_start_says_whose_journal_it_is(changes: dict[str, object]) -> None:
    journal, senseless = folded_of(a_journal_started(**changes))
    assert senseless == {1: "misplaced_start"}
    assert not folded(journal.entries).tables[StationRow]


def test_a_journal_starts_once() -> None:
    journal, senseless = folded_of(a_journal_started(), a_journal_started(unit="Công an quận Ngô Quyền"))
    assert senseless == {2: "misplaced_start"}
    assert the(StationRow, folded(journal.entries)).unit == "Công an quận Lê Chân"


def test_the_next_epoch_numbers_anew_and_its_receipts_go_on() -> None:
    first = WrittenJournal()
    first.add(a_journal_started())
    first.add(a_receipt_accepted(serial=4, through=1, city_generation=2, durable_through=1))
    second = WrittenJournal(epoch=2, at=first.at)
    second.add(a_journal_started(epoch=2, unit="Đội 3"))
    rows = folded(second.entries, folded(first.entries), epoch=2)
    assert the(StationRow, rows) == StationRow(
        station=STATION,
        epoch=2,
        unit="Đội 3",
        campaign="hp-2021",
        drill=True,
        mark=0,
        durable_through=0,
        city_generation=2,
        receipt_serial=4,
        received_at="2021-04-02T07:32:00+07:00",
    )
    second.add(a_receipt_accepted(serial=4, through=1, city_generation=2))
    second.add(a_receipt_accepted(serial=5, through=1, city_generation=2))
    rows = folded(second.entries, folded(first.entries), epoch=2)
    assert ignored(rows, epoch=2) == {2: "old_receipt"}
    assert the(StationRow, rows).mark == 1


def test_an_epoch_does_not_start_after_a_later_one() -> None:
    second = WrittenJournal(epoch=2)
    second.add(a_journal_started(epoch=2))
    first = WrittenJournal()
    first.add(a_journal_started())
    first.add(a_receipt_accepted(serial=1, through=1))
    rows = folded(first.entries, folded(second.entries, epoch=2))
    assert ignored(rows, epoch=1) == {1: "misplaced_start", 2: "no_such_epoch"}
    assert the(StationRow, rows).epoch == 2


def test_a_user_is_added_with_role_and_name() -> None:
    assert user(a_user_added(role="supervisor")) == UserRow(STATION, "binh.tv", "supervisor", "Tạ Văn Bình")


def test_a_user_without_role_or_name_is_an_operator_known_by_the_login() -> None:
    assert user(e.UserAdded(user="binh.tv")) == UserRow(STATION, "binh.tv", "operator", "binh.tv")


def test_a_user_is_changed() -> None:
    assert user(a_user_added(), e.UserChanged(user="binh.tv", role="administrator")).role == "administrator"
    assert user(a_user_added(), e.UserChanged(user="binh.tv", full_name="Tạ V. Bình")).full_name == "Tạ V. Bình"
    assert user(a_user_added(), e.PasswordReset(user="binh.tv")) == user(a_user_added())


def test_a_user_is_removed_and_may_come_back() -> None:
    removed = e.UserRemoved(user="binh.tv")
    assert user(a_user_added(), removed) == UserRow(STATION, "binh.tv", "operator", "Tạ Văn Bình", removed=True)
    assert user(a_user_added(), removed, a_user_added(role="supervisor")).removed is False


def test_a_user_was_last_seen_when_they_signed_in() -> None:
    assert user(a_user_added()).last_signed_in == ""
    came = user(a_user_added(), e.SignedIn(user="binh.tv"), e.UserChanged(user="binh.tv", role="supervisor"))
    assert (came.role, came.last_signed_in) == ("supervisor", "2021-04-02T07:32:00+07:00")
    journal, senseless = folded_of(e.SignedIn(user="binh.tv"))
    assert senseless == {}
    assert folded(journal.entries).tables[UserRow] == {}


def test_users_that_are_there_already_or_not_at_all() -> None:
    change, removal = e.UserChanged(user="binh.tv", role="supervisor"), e.UserRemoved(user="binh.tv")
    journal, senseless = folded_of(
        change, removal, a_user_added(), a_user_added(role="administrator"), removal, removal, change
    )
    assert senseless == {
        1: "no_such_user",
        2: "no_such_user",
        4: "user_exists",
        6: "no_such_user",
        7: "no_such_user",
    }
    assert the(UserRow, folded(journal.entries), "binh.tv").role == "operator"


def test_devices_sticks_and_settings_bear_their_last_word() -> None:
    journal, senseless = folded_of(
        e.DeviceAdded(device="TB-1", label="Thiết bị 1", serial="SN-77"),
        e.DeviceChanged(device="TB-1", label="Máy lưu động"),
        e.StickRegistered(stick="stick-1", label="USB đỏ"),
        e.StickRegistered(stick="stick-1", label="USB xanh"),
        e.SettingChanged(name="sound", value="on"),
        e.SettingChanged(name="sound", value="off"),
    )
    rows = folded(journal.entries)
    assert senseless == {}
    assert the(DeviceRow, rows, "TB-1") == DeviceRow(STATION, "TB-1", "Máy lưu động", serial="SN-77")
    assert the(StickRow, rows, "stick-1") == StickRow(STATION, "stick-1", "USB xanh")
    assert the(SettingRow, rows, "sound") == SettingRow(STATION, "sound", "off")
