"""A shift's life in the journal, from its opening to its sealing and on, and what can't happen in it."""

from __future__ import annotations

import pytest

from campaign import events as e
from campaign.rows import ApplicationRow, DeviceRow, ShiftRow, SpanRow, TallyRow, ZeroRow
from tests.journals import (
    DAY,
    WrittenJournal,
    a_shift_closed,
    a_shift_handed_over,
    a_shift_id,
    a_shift_opened,
    an_application,
    folded,
    ignored,
    the,
)

SHIFT = a_shift_id()


@pytest.fixture
def journal() -> WrittenJournal:
    """A shift on TB-1, open since 07:31."""
    journal = WrittenJournal()
    journal.add(a_shift_opened(), **journal.on())
    return journal


def spans(journal: WrittenJournal, shift: str = SHIFT) -> list[tuple[str, str, str]]:
    """Cause, since and until, as clock times."""
    rows = folded(journal.entries)
    found = [the(SpanRow, rows, shift, k) for k in range(1, the(ShiftRow, rows, shift).spans + 1)]
    return [(span.cause, span.since[11:16], span.until[11:16]) for span in found]


def test_opened(journal: WrittenJournal) -> None:
    rows = folded(journal.entries)
    assert the(ShiftRow, rows, SHIFT) == ShiftRow(
        station="HP-LC-01",
        shift=SHIFT,
        epoch=1,
        day=DAY,
        device="TB-1",
        window="ca-1",
        plan_version=1,
        quota=117,
        planned_minutes=300,
        commander="Trần Thị Hạnh",
        state="open",
        opened_at="2021-04-02T07:31:00+07:00",
        opened_n=1,
        operator="an.nv",
        spans=1,
    )
    assert the(DeviceRow, rows, "TB-1").shift == SHIFT
    assert spans(journal) == [("", "07:31", "")]


def test_a_device_is_known_by_its_id_until_it_is_named(journal: WrittenJournal) -> None:
    assert the(DeviceRow, folded(journal.entries), "TB-1").label == "TB-1"
    journal.add(e.DeviceAdded(device="TB-1", label="Thiết bị số 1"))
    device = the(DeviceRow, folded(journal.entries), "TB-1")
    assert (device.label, device.shift) == ("Thiết bị số 1", SHIFT)


def test_paused_and_resumed(journal: WrittenJournal) -> None:
    journal.add(e.ShiftPaused(cause="power_cut"), **journal.on(), minutes=59)
    assert the(ShiftRow, folded(journal.entries), SHIFT).state == "paused"
    journal.add(e.ShiftResumed(), **journal.on(), minutes=45)
    assert the(ShiftRow, folded(journal.entries), SHIFT).state == "open"
    assert spans(journal) == [("", "07:31", "08:30"), ("power_cut", "08:30", "09:15"), ("", "09:15", "")]


def test_paused_for_another_cause(journal: WrittenJournal) -> None:
    journal.add(e.ShiftPaused(cause="power_cut"), **journal.on(), minutes=59)
    journal.add(e.ShiftPaused(cause="no_citizens"), **journal.on(), minutes=15)
    assert spans(journal) == [("", "07:31", "08:30"), ("power_cut", "08:30", "08:45"), ("no_citizens", "08:45", "")]
    assert ignored(folded(journal.entries)) == {}


def test_a_clock_set_back_during_a_pause_makes_it_no_shorter_than_nothing(journal: WrittenJournal) -> None:
    journal.add(e.ShiftPaused(cause="power_cut"), **journal.on(), minutes=59)
    journal.add(e.ClockStepped(before="2021-04-02T08:31:00+07:00", after="2021-04-02T07:31:00+07:00"), minutes=-60)
    journal.add(e.ShiftResumed(), **journal.on())
    assert spans(journal) == [("", "07:31", "08:30"), ("power_cut", "08:30", "08:30"), ("", "07:31", "")]


def test_handed_over(journal: WrittenJournal) -> None:
    journal.add(a_shift_handed_over(to="binh.tv"), **journal.on())
    shift = the(ShiftRow, folded(journal.entries), SHIFT)
    assert (shift.operator, shift.state) == ("binh.tv", "open")


def test_closed_and_sealed(journal: WrittenJournal) -> None:
    body = a_shift_closed(device_counter=13, counted=12, difference=1, reason="Mẫu thử đầu ca")
    journal.add(body, **journal.on(), minutes=299)
    journal.add(e.ShiftSealed(), **journal.on(), minutes=0)
    rows = folded(journal.entries)
    shift = the(ShiftRow, rows, SHIFT)
    assert (shift.state, shift.ended_at, shift.sealed_n) == ("sealed", "2021-04-02T12:30:00+07:00", 3)
    assert (shift.device_counter, shift.counted, shift.difference) == (13, 12, 1)
    assert shift.difference_reason == "Mẫu thử đầu ca"
    assert the(DeviceRow, rows, "TB-1").shift == ""
    assert spans(journal) == [("", "07:31", "12:30")]


def test_sealed_while_paused(journal: WrittenJournal) -> None:
    journal.add(e.ShiftPaused(cause="power_cut"), **journal.on(), minutes=59)
    journal.add(e.ShiftSealed(), **journal.on(), minutes=30)
    assert spans(journal) == [("", "07:31", "08:30"), ("power_cut", "08:30", "09:00")]
    assert ignored(folded(journal.entries)) == {}


def test_the_next_shift_of_the_device(journal: WrittenJournal) -> None:
    journal.add(e.ShiftSealed(), **journal.on())
    afternoon = journal.on(window="ca-2")
    journal.add(a_shift_opened(window="ca-2"), **afternoon)
    rows = folded(journal.entries)
    assert the(DeviceRow, rows, "TB-1").shift == afternoon["shift"]
    assert the(ShiftRow, rows, afternoon["shift"]).window == "ca-2"


def test_reopened_it_counts_on_and_is_sealed_again(journal: WrittenJournal) -> None:
    journal.add(an_application(form_id="form-1"), **journal.on())
    journal.add(a_shift_closed(device_counter=2, counted=1, difference=1, reason="Đếm nhầm"), **journal.on())
    journal.add(e.ShiftSealed(), **journal.on(), minutes=0)
    journal.add(e.ShiftReopened(reason="Còn một hồ sơ"), **journal.on(), minutes=17)
    rows = folded(journal.entries)
    shift = the(ShiftRow, rows, SHIFT)
    assert (shift.state, shift.ended_at, shift.sealed_n) == ("open", "", 0)
    assert the(DeviceRow, rows, "TB-1").shift == SHIFT
    journal.add(an_application(form_id="form-2"), **journal.on())
    journal.add(a_shift_closed(device_counter=2, counted=2, difference=0), **journal.on())
    journal.add(e.ShiftSealed(), **journal.on(), minutes=0)
    rows = folded(journal.entries)
    shift = the(ShiftRow, rows, SHIFT)
    assert (shift.state, shift.sealed_n, shift.counted, shift.difference_reason) == ("sealed", 8, 2, "")
    assert the(TallyRow, rows, DAY, "TB-1", SHIFT, 7, "accepted").count == 2
    assert spans(journal) == [("", "07:31", "07:33"), ("", "07:50", "07:52")]
    assert ignored(rows) == {}


def test_a_device_whose_name_was_changed_can_be_reopened(journal: WrittenJournal) -> None:
    journal.add(e.ShiftSealed(), **journal.on())
    journal.add(e.DeviceChanged(device="TB-1", label="Máy lưu động"))
    journal.add(e.ShiftReopened(reason="Đếm lại"), **journal.on())
    device = the(DeviceRow, folded(journal.entries), "TB-1")
    assert (device.label, device.shift) == ("Máy lưu động", SHIFT)


@pytest.mark.parametrize(
    "body",
    [
        e.ShiftPaused(cause="power_cut"),
        e.ShiftResumed(),
        a_shift_handed_over(),
        a_shift_closed(),
        e.ShiftSealed(),
        an_application(),
    ],
)
def test_nothing_happens_in_a_sealed_shift(journal: WrittenJournal, body: e.Body) -> None:
    journal.add(e.ShiftSealed(), **journal.on())
    before = folded(journal.entries)
    journal.add(body, **journal.on())
    after = folded(journal.entries)
    assert ignored(after) == {3: "shift_sealed"}
    assert after.tables[ShiftRow] == before.tables[ShiftRow]
    assert after.tables[ApplicationRow] == {}


@pytest.mark.parametrize(
    "body",
    [
        e.ShiftPaused(cause="power_cut"),
        e.ShiftResumed(),
        a_shift_handed_over(),
        a_shift_closed(),
        e.ShiftSealed(),
        e.ShiftReopened(reason="Đếm lại"),
        an_application(),
    ],
)
def test_an_entry_belongs_to_a_shift_of_its_device(journal: WrittenJournal, body: e.Body) -> None:
    journal.add(body, **journal.on(k=2))
    journal.add(body, shift=SHIFT, device="TB-2")
    journal.add(body, shift=SHIFT)
    journal.add(body, device="TB-1")
    journal.add(body)
    rows = folded(journal.entries)
    assert ignored(rows) == {
        2: "no_such_shift",
        3: "other_device",
        4: "other_device",
        5: "no_such_shift",
        6: "no_such_shift",
    }
    assert rows.tables[ShiftRow] == folded(journal.entries[:1]).tables[ShiftRow]


def test_an_opening_names_shift_and_device() -> None:
    journal = WrittenJournal()
    journal.add(a_shift_opened(), device="TB-1")
    journal.add(a_shift_opened(), shift=SHIFT)
    rows = folded(journal.entries)
    assert ignored(rows) == {1: "no_such_shift", 2: "no_such_shift"}
    assert not rows.tables[ShiftRow]
    assert not rows.tables[DeviceRow]


def test_a_shift_is_opened_once(journal: WrittenJournal) -> None:
    journal.add(a_shift_opened(quota=350), **journal.on())
    journal.add(e.ShiftSealed(), **journal.on())
    journal.add(a_shift_opened(quota=350), **journal.on())
    rows = folded(journal.entries)
    assert ignored(rows) == {2: "shift_exists", 4: "shift_exists"}
    assert the(ShiftRow, rows, SHIFT).quota == 117


def test_a_device_has_one_unsealed_shift(journal: WrittenJournal) -> None:
    journal.add(a_shift_opened(window="ca-2"), **journal.on(window="ca-2"))
    journal.add(a_shift_opened(), **journal.on("TB-2"))
    rows = folded(journal.entries)
    assert ignored(rows) == {2: "shift_still_open"}
    assert the(DeviceRow, rows, "TB-1").shift == SHIFT
    assert the(DeviceRow, rows, "TB-2").shift == a_shift_id("TB-2")


def test_only_a_paused_shift_is_resumed(journal: WrittenJournal) -> None:
    journal.add(e.ShiftResumed(), **journal.on())
    assert ignored(folded(journal.entries)) == {2: "not_paused"}


def test_an_open_shift_is_not_reopened(journal: WrittenJournal) -> None:
    journal.add(e.ShiftReopened(reason="Đếm lại"), **journal.on())
    journal.add(e.ShiftSealed(), **journal.on())
    journal.add(a_shift_opened(window="ca-2"), **journal.on(window="ca-2"))
    journal.add(e.ShiftReopened(reason="Đếm lại"), **journal.on())
    rows = folded(journal.entries)
    assert ignored(rows) == {2: "shift_still_open", 5: "shift_still_open"}
    assert the(ShiftRow, rows, SHIFT).state == "sealed"


def test_ids_may_be_any_that_the_format_admits() -> None:
    journal = WrittenJournal()
    odd = {"shift": "0000-99-99.-.---.999999", "device": "-"}
    journal.add(a_shift_opened(window="---"), shift=odd["shift"], device=odd["device"])
    journal.add(an_application(form_id="-"), shift=odd["shift"], device=odd["device"])
    rows = folded(journal.entries)
    assert the(TallyRow, rows, DAY, "-", odd["shift"], 7, "accepted").count == 1


def test_a_zero_report() -> None:
    journal = WrittenJournal()
    journal.add(e.ZeroReported(device="TB-3", window="ca-3", day=DAY, reason="Mất điện"))
    journal.add(e.ZeroReported(device="TB-3", window="ca-3", day=DAY, reason="Mất điện cả khu"))
    rows = folded(journal.entries)
    assert the(ZeroRow, rows, DAY, "TB-3", "ca-3").reason == "Mất điện cả khu"
    assert len(rows.tables[ZeroRow]) == 1
