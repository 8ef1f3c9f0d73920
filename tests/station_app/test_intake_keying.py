"""At the intake screen: keys log what was read; duplicates, doubts and failures are met in place."""

from __future__ import annotations

import pytest

from campaign.refusal import StorageRefused
from db.reads.applications import applications_before
from station_app.services.close_shift import close_shift
from station_app.services.station import Station
from station_app.ui.intake.shown import (
    CaseTypes,
    Duplicate,
    DuplicateActions,
    Note,
    NotSaved,
    OverrideAsked,
    PressAgain,
    ReasonsWanted,
    Saved,
    ScanFirst,
    TakenBack,
    Waits,
)
from tests.station_app.desks import PASSWORD, Clock, FakeDesk, as_user, logged, opened
from tests.station_app.intake_surface import AN, BINH, CHI, QR, Hands


@pytest.fixture
def hands(desk: FakeDesk) -> Hands:
    opened(desk.station)
    return Hands(desk)


def entries(station: Station) -> list[tuple[str, str, str, str]]:
    """Outcome, reason, case type and warnings of what the journal holds, oldest first."""
    with station.store.read() as snapshot:
        shown = applications_before(snapshot, station.identity.station, 1, limit=99)
    rows = [one.application for one in reversed(shown)]
    return [(row.outcome, row.reason, row.case_type, row.warnings) for row in rows]


def proposed(hands: Hands) -> list[str]:
    return [outcome.choice.id for outcome in hands.sees.outcomes if outcome.proposed]


# One dossier after another


def test_one_key_logs_and_frees_the_field(hands: Hands) -> None:
    hands.scan(AN)
    hands.wait(1.8)
    hands.press("accepted")
    (row,) = hands.rows
    assert (row.place, row.last_digits, row.outcome.id, row.state, row.undoable) == (
        1,
        "4417",
        "accepted",
        "unsent",
        True,
    )
    saved = hands.row()
    assert isinstance(saved, Saved)
    assert (saved.place, saved.outcome.key, saved.reason, saved.took_ms, saved.warnings) == (1, "F1", None, 2800, ())
    assert (hands.seen.number, hands.focused(), hands.sees.field.hint) == ("", "scan", "ready")
    assert (hands.gauges().done, hands.desk.grown) == (1, 1)


def test_enter_logs_the_proposed_outcome_but_not_as_the_scanners_second_line_end(hands: Hands) -> None:
    assert proposed(hands) == ["accepted"]
    hands.seen.scanned.emit(AN, False)
    hands.enter()
    assert hands.rows == ()
    hands.wait(0.3)
    hands.enter()
    assert entries(hands.desk.station) == [("accepted", "", "exchange_on_request", "")]
    hands.enter()
    assert len(hands.rows) == 1


def test_a_number_typed_without_enter_is_read_by_the_outcome_key(hands: Hands) -> None:
    hands.seen.half_typed = AN
    hands.press("accepted")
    assert [row.last_digits for row in hands.rows] == ["4417"]
    hands.seen.half_typed = "0311"
    hands.press("accepted")
    assert len(hands.rows) == 1
    assert hands.sees.field.mode == "wrong"


def test_an_outcome_key_without_anything_to_log_says_so(hands: Hands) -> None:
    hands.press("accepted")
    assert hands.row() == ScanFirst()


def test_a_reason_is_one_digit_more(hands: Hands) -> None:
    hands.scan(AN)
    hands.press("population_data_mismatch")
    wanted = hands.row()
    assert isinstance(wanted, ReasonsWanted)
    assert [reason.key for reason in wanted.reasons] == list("12345")
    assert (hands.sees.field.hint, hands.sees.field.choices) == ("reason", "12345")
    assert [outcome.choice.id for outcome in hands.sees.outcomes if outcome.chosen] == ["population_data_mismatch"]
    assert proposed(hands) == []
    hands.enter()
    assert hands.rows == ()
    hands.digit("2")
    assert entries(hands.desk.station) == [("population_data_mismatch", "name_differs", "exchange_on_request", "")]
    shown = hands.row()
    assert isinstance(shown, Saved)
    assert shown.reason is not None
    assert shown.reason.id == "name_differs"
    assert hands.gauges().done == 0


def test_another_outcome_key_changes_the_mind_and_escape_takes_back_step_by_step(hands: Hands) -> None:
    hands.scan(AN)
    hands.press("missing_papers")
    hands.press("biometric_quality")
    shown = hands.row()
    assert isinstance(shown, ReasonsWanted)
    assert shown.outcome == "biometric_quality"
    hands.escape()
    assert (hands.row(), hands.seen.number) == (None, AN)
    hands.seen.half_typed = "0"
    hands.escape()
    assert hands.seen.number == AN
    hands.escape()
    assert (hands.seen.number, hands.sees.person) == ("", None)
    hands.digit("1")
    assert hands.rows == ()


def test_the_field_is_free_while_the_disk_is_slow(hands: Hands) -> None:
    hands.desk.write.held = True
    hands.scan(AN)
    hands.press("accepted")
    hands.scan(BINH)
    hands.press("accepted")
    assert [(row.place, row.last_digits, row.state, row.n) for row in hands.rows] == [
        (2, "8815", "saving", 0),
        (1, "4417", "saving", 0),
    ]
    hands.scan(CHI)
    assert hands.sees.person is not None
    assert hands.sees.person.place == 3
    hands.desk.write.release()
    assert [(row.place, row.last_digits, row.state) for row in hands.rows] == [
        (2, "8815", "unsent"),
        (1, "4417", "unsent"),
    ]
    assert hands.seen.number == CHI


def test_what_is_durable_stands_in_the_list_before_the_figures_come(hands: Hands) -> None:
    hands.desk.read.held = True
    hands.scan(AN)
    hands.press("accepted")
    before = [(row.place, row.last_digits, row.state, row.undoable) for row in hands.rows]
    assert before == [(1, "4417", "unsent", True)]
    hands.desk.read.release()
    assert [(row.place, row.last_digits, row.state, row.undoable) for row in hands.rows] == before


def test_case_types_are_on_keys(hands: Hands) -> None:
    hands.seen.case_types_asked.emit()
    assert hands.panel() is None
    hands.scan(AN)
    hands.seen.case_types_asked.emit()
    panel = hands.panel()
    assert isinstance(panel, CaseTypes)
    assert [choice.key for choice in panel.choices] == list("123456789ABCDE")
    assert (hands.sees.field.choices, panel.current) == ("123456789ABCDE", "exchange_on_request")
    hands.enter()
    hands.escape()
    assert hands.panel() is None
    hands.seen.case_types_asked.emit()
    hands.digit("C")
    hands.press("accepted")
    assert entries(hands.desk.station) == [("accepted", "", "reissue_lost", "")]


# Doubts


def test_a_chip_card_proposes_the_duplicate_and_wants_f1_twice(hands: Hands) -> None:
    hands.scan(QR)
    assert proposed(hands) == ["duplicate"]
    hands.press("accepted")
    assert hands.row() == PressAgain("F1", ("has_chip_card",))
    assert (hands.rows, proposed(hands)) == ((), ["accepted"])
    hands.escape()
    assert proposed(hands) == ["duplicate"]
    hands.press("accepted")
    hands.press("accepted")
    assert entries(hands.desk.station) == [("accepted", "", "exchange_on_request", "has_chip_card")]


def test_enter_logs_a_chip_cards_holder_as_a_duplicate(hands: Hands) -> None:
    hands.scan(QR)
    hands.enter()
    assert entries(hands.desk.station)[0][:2] == ("duplicate", "has_valid_chip_card")


def test_an_exchange_that_was_chosen_settles_the_chip_card(hands: Hands) -> None:
    hands.scan(QR)
    hands.seen.case_types_asked.emit()
    hands.digit("5")
    assert proposed(hands) == ["accepted"]
    hands.enter()
    assert entries(hands.desk.station) == [("accepted", "", "exchange_damaged", "has_chip_card")]


def test_a_name_that_an_input_method_may_have_spoiled_wants_the_key_twice_and_keeps_its_warning(hands: Hands) -> None:
    hands.scan("145670243")
    hands.type(name="Nguyeexn Văn Lộc", birth_date="1972")
    hands.press("missing_papers")
    assert hands.row() == PressAgain("F2", ("name_suspect_ime",))
    hands.press("accepted")
    assert hands.row() == PressAgain("F1", ("name_suspect_ime",))
    hands.enter()
    assert entries(hands.desk.station) == [("accepted", "", "from_cmnd9", "name_suspect_ime")]


def test_what_earlier_entries_tell_is_said_after_saving(hands: Hands) -> None:
    logged(hands.desk.station, number="145670243", name="Vũ Thị Lụa", birth_date="1956")
    hands.scan("145670243")
    hands.type(name="Vũ Thị Lụa", birth_date="1956")
    hands.press("accepted")
    shown = hands.row()
    assert isinstance(shown, Saved)
    assert shown.warnings == ("cmnd_seen_before",)


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
