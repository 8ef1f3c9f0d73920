"""At the intake screen: keys log what was read, and doubts are met in place."""

from __future__ import annotations

import pytest

from station_app.ui.intake.shown import (
    CaseTypes,
    PressAgain,
    ReasonsWanted,
    Saved,
    ScanFirst,
)
from tests.station_app.desks import FakeDesk, logged, opened
from tests.station_app.intake_surface import AN, BINH, CHI, QR, Hands, entries, proposed


@pytest.fixture
def hands(desk: FakeDesk) -> Hands:
    opened(desk.station)
    return Hands(desk)


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
