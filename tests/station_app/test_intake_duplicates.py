"""At the intake screen: a number that was accepted before, and a supervisor's word."""

from __future__ import annotations

import pytest

from db.reads.applications import applications_before
from station_app.services.close_shift import close_shift
from station_app.services.station import Station
from station_app.ui.intake.shown import (
    Duplicate,
    DuplicateActions,
    OverrideAsked,
    ReasonsWanted,
    Waits,
)
from tests.station_app.desks import PASSWORD, Clock, FakeDesk, as_user, logged, opened
from tests.station_app.intake_surface import BINH, CHI, Hands, entries


@pytest.fixture
def hands(desk: FakeDesk) -> Hands:
    opened(desk.station)
    return Hands(desk)


# Duplicates


def accepted_before(hands: Hands, clock: Clock) -> None:
    station = hands.desk.station
    opened(station, "TB-2")
    logged(as_user(station, "lt.hanh"), BINH, "TB-2", name="Trương Văn Lộc", birth_date="1972")
    clock.advance(minutes=10)
    hands.presenter.shown()


def test_a_duplicate_names_the_other_record_and_enter_logs_it(hands: Hands, clock: Clock) -> None:
    accepted_before(hands, clock)
    hands.scan(BINH)
    panel = hands.panel()
    assert isinstance(panel, Duplicate)
    assert panel.other is not None
    record = panel.other.record
    assert (record.device, record.place, record.last_digits, record.by) == ("Thiết bị 2", 1, "8815", "Lê Thu Hạnh")
    assert (hands.sees.field.mode, hands.sees.field.hint) == ("wrong", "duplicate")
    first, fifth = hands.sees.outcomes[0], hands.sees.outcomes[4]
    assert (first.enabled, fifth.chosen) == (False, True)
    shown = hands.row()
    assert isinstance(shown, DuplicateActions)
    assert shown.reason.id == "already_logged_this_shift"

    hands.press("accepted")
    assert hands.rows == ()
    hands.enter()
    assert entries(hands.desk.station)[1][:2] == ("duplicate", "already_logged_this_shift")
    assert entries(hands.desk.station)[1][3] == "number_seen_before"
    assert hands.panel() is None


def test_an_earlier_days_record_has_another_reason(hands: Hands, clock: Clock) -> None:
    logged(hands.desk.station, BINH)
    close_shift(hands.desk.station, "TB-1", 1)
    clock.set("07:30", day="2021-04-09")
    opened(hands.desk.station)
    hands.presenter.shown()
    hands.scan(BINH)
    shown = hands.row()
    assert isinstance(shown, DuplicateActions)
    assert shown.reason.id == "already_accepted_elsewhere"


def test_f5_lets_the_duplicates_reason_be_chosen_and_escape_drops_it(hands: Hands, clock: Clock) -> None:
    accepted_before(hands, clock)
    hands.scan(BINH)
    hands.press("duplicate")
    assert isinstance(hands.row(), ReasonsWanted)
    hands.digit("4")
    assert entries(hands.desk.station)[1][:2] == ("duplicate", "number_used_by_another")
    hands.scan(BINH)
    hands.escape()
    assert (hands.seen.number, hands.panel()) == ("", None)
    assert len(entries(hands.desk.station)) == 2


def test_a_bad_scan_clears_a_duplicate(hands: Hands, clock: Clock) -> None:
    accepted_before(hands, clock)
    hands.scan(BINH)
    hands.scan("0311")
    assert hands.sees.field.mode == "wrong"
    assert hands.sees.person is None


def test_a_duplicate_that_only_the_save_finds_comes_back_when_the_field_is_free(hands: Hands, clock: Clock) -> None:
    accepted_before(hands, clock)
    hands.desk.read.held = hands.desk.write.held = True
    hands.scan(BINH)
    hands.press("accepted")  # before the look-up has answered
    hands.scan(CHI)
    hands.desk.write.release()
    hands.desk.read.release()
    assert hands.seen.number == CHI
    assert [(row.last_digits, row.state) for row in hands.rows] == [("8815", "failed")]
    assert hands.row() == Waits("8815", 1, "")
    hands.press("accepted")
    assert hands.seen.number == BINH
    panel = hands.panel()
    assert isinstance(panel, Duplicate)
    assert panel.other is not None
    hands.enter()
    assert [row.outcome.id for row in hands.rows] == ["duplicate", "accepted"]
    assert [row.state for row in hands.rows] == ["unsent", "unsent"]


# A supervisor's word


def test_a_supervisor_overrides_with_password_and_reason(hands: Hands, clock: Clock) -> None:
    hands.seen.override_asked.emit()
    assert hands.panel() is None
    accepted_before(hands, clock)
    hands.scan(BINH)
    hands.seen.override_asked.emit()
    panel = hands.panel()
    assert isinstance(panel, OverrideAsked)
    assert (panel.supervisors, panel.sentence, hands.focused()) == (
        (("pd.luong", "Phạm Đức Lương"),),
        "",
        "override",
    )
    hands.enter()
    for password, reason, sentence in (("x", "", "reason_needed"), ("x", "hai người", "wrong_password")):
        hands.seen.override_given.emit("pd.luong", password, reason)
        panel = hands.panel()
        assert isinstance(panel, OverrideAsked)
        assert panel.sentence == sentence
    hands.seen.override_given.emit("pd.luong", PASSWORD, " hai người  khác nhau ")
    assert entries(hands.desk.station)[1][:2] == ("accepted", "")
    assert [row.state for row in hands.rows] == ["unsent"]
    assert hands.panel() is None
    with hands.desk.station.store.read() as snapshot:
        (shown, *_) = applications_before(snapshot, "HP-LC-07", 1, limit=1)
    assert (shown.application.by, shown.application.overridden_by) == ("tk.van", "pd.luong")


def test_a_word_without_a_name_is_refused_until_the_names_are_known(hands: Hands, clock: Clock) -> None:
    accepted_before(hands, clock)
    hands.scan(BINH)
    hands.seen.override_asked.emit()
    hands.seen.override_given.emit("", PASSWORD, "hai người khác nhau")
    panel = hands.panel()
    assert isinstance(panel, OverrideAsked)
    assert (panel.sentence, panel.own) == ("second_person_needed", False)


def test_a_password_that_comes_late_overrides_nothing(hands: Hands, clock: Clock) -> None:
    accepted_before(hands, clock)
    hands.scan(BINH)
    hands.seen.override_asked.emit()
    hands.desk.write.held = True
    hands.seen.override_given.emit("pd.luong", PASSWORD, "hai người khác nhau")
    panel = hands.panel()
    assert isinstance(panel, OverrideAsked)
    assert panel.busy
    hands.seen.override_given.emit("pd.luong", PASSWORD, "hai người khác nhau")
    hands.escape()
    assert isinstance(hands.panel(), Duplicate)
    hands.desk.write.release()
    assert hands.rows == ()


def test_a_supervisor_at_the_desk_gives_only_a_reason(station: Station, clock: Clock) -> None:
    opened(station)
    logged(station, BINH)
    hands = Hands(FakeDesk(as_user(station, "pd.luong")))
    hands.scan(BINH)
    hands.seen.override_asked.emit()
    panel = hands.panel()
    assert isinstance(panel, OverrideAsked)
    assert panel.own
    hands.seen.override_given.emit("", "", "hai người khác nhau")
    assert [row.last_digits for row in hands.rows] == ["8815", "8815"]
