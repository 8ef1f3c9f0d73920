"""At the intake screen: what could not be saved comes back, and what was saved is taken back."""

from __future__ import annotations

import pytest

from campaign.refusal import StorageRefused
from station_app.ui.intake.shown import (
    Note,
    NotSaved,
    TakenBack,
    Waits,
)
from tests.station_app.desks import Clock, FakeDesk, as_user, logged, opened
from tests.station_app.intake_surface import AN, BINH, Hands, entries, proposed


@pytest.fixture
def hands(desk: FakeDesk) -> Hands:
    opened(desk.station)
    return Hands(desk)


# Failures


def test_a_failed_write_stays_in_the_field_and_enter_retries_without_counting_twice(hands: Hands) -> None:
    hands.scan(AN)
    hands.press("biometric_quality")
    hands.desk.write.refuse = StorageRefused("disk_full")
    hands.digit("1")
    assert hands.panel() == NotSaved("disk_full", "4417")
    assert (hands.seen.number, hands.sees.field.hint, proposed(hands)) == (AN, "retry", ["biometric_quality"])
    assert [(row.last_digits, row.state) for row in hands.rows] == [("4417", "failed")]
    hands.desk.write.refuse = StorageRefused("disk_full")
    hands.enter()
    assert hands.panel() == NotSaved("disk_full", "4417")
    hands.enter()
    assert entries(hands.desk.station) == [("biometric_quality", "fingerprint_worn", "exchange_on_request", "")]
    assert (hands.panel(), hands.seen.number) == (None, "")
    assert [row.state for row in hands.rows] == ["unsent"]


def test_a_failed_one_may_be_logged_otherwise_or_dropped(hands: Hands) -> None:
    hands.desk.write.refuse = StorageRefused("disk_full")
    hands.scan(AN)
    hands.press("accepted")
    hands.escape()
    assert (hands.panel(), hands.rows, hands.seen.number) == (None, (), "")
    hands.desk.write.refuse = StorageRefused("disk_full")
    hands.scan(BINH)
    hands.press("accepted")
    hands.press("device_fault")
    hands.digit("1")
    assert [row.outcome.id for row in hands.rows] == ["device_fault"]


def test_a_scan_sets_a_failed_one_aside_until_the_field_is_free(hands: Hands) -> None:
    hands.desk.write.refuse = StorageRefused("disk_full")
    hands.scan(AN)
    hands.press("accepted")
    hands.scan(BINH)
    assert (hands.seen.number, hands.row()) == (BINH, Waits("4417", 1, ""))
    hands.press("accepted")
    assert hands.seen.number == AN
    hands.enter()
    assert [row.last_digits for row in hands.rows] == ["4417", "8815"]


def test_a_failed_one_comes_back_on_its_own_device_only(hands: Hands) -> None:
    opened(hands.desk.station, "TB-2")
    hands.presenter.shown()
    hands.desk.write.held = True
    hands.desk.write.refuse = StorageRefused("disk_full")
    hands.scan(AN)
    hands.press("accepted")
    hands.seen.device_asked.emit(2)
    hands.desk.write.release()
    assert (hands.seen.number, hands.rows, hands.row()) == ("", (), Waits("4417", 1, "TB-1"))
    hands.seen.device_asked.emit(1)
    assert hands.seen.number == AN
    hands.enter()
    assert [row.last_digits for row in hands.rows] == ["4417"]


def test_a_failed_one_waits_until_half_typed_text_is_gone(hands: Hands) -> None:
    hands.desk.write.held = True
    hands.desk.write.refuse = StorageRefused("disk_full")
    hands.scan(AN)
    hands.press("accepted")
    hands.seen.half_typed = "0310"
    hands.desk.write.release()
    assert hands.seen.number == ""
    hands.seen.half_typed = ""
    hands.presenter.tick()
    assert hands.seen.number == AN


# Undo


def test_undo_takes_back_the_last_own_entry(hands: Hands, clock: Clock) -> None:
    hands.scan(AN)
    hands.press("accepted")
    hands.seen.undo_asked.emit()
    assert hands.row() == TakenBack(1)
    assert [(row.state, row.undoable) for row in hands.rows] == [("voided", False)]
    assert hands.gauges().done == 0
    hands.seen.undo_asked.emit()
    assert hands.row() == Note("voided_already")
    hands.scan(AN)
    hands.press("accepted")
    assert [row.place for row in hands.rows] == [2, 1]


def test_undo_right_after_the_key_takes_back_what_is_still_being_saved(hands: Hands) -> None:
    hands.desk.write.held = True
    hands.scan(AN)
    hands.press("accepted")
    hands.seen.undo_asked.emit()
    hands.desk.write.release()
    assert [row.state for row in hands.rows] == ["voided"]


def test_undo_is_offered_for_five_minutes_and_only_for_ones_own(hands: Hands, clock: Clock) -> None:
    hands.scan(AN)
    hands.press("accepted")
    logged(as_user(hands.desk.station, "lt.hanh"), BINH)
    hands.presenter.shown()
    assert [row.undoable for row in hands.rows] == [False, True]
    clock.advance(minutes=5, seconds=1)
    hands.presenter.tick()
    assert [row.undoable for row in hands.rows] == [False, False]
    hands.seen.undo_asked.emit()
    assert hands.row() == Note("undo_not_possible")
