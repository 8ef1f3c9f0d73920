"""What the intake screen makes of scans besides forms: what is heard, and whether an input method is on."""

from __future__ import annotations

import pytest

from campaign.refusal import StorageRefused
from db.reads.applications import applications_before
from station_app.hardware.speaker import Sound
from station_app.ui.intake.shown import BadScan, PressAgain
from tests.station_app.desks import FakeDesk, logged, opened
from tests.station_app.intake_surface import AN, BINH, CHI, MRZ, QR, Hands

SPELLED = QR.replace("Phạm Thị Thu Huyền", "Phamj Thij Thu Huyeenf")
RUN_ON = QR.replace("|", "")
FORM = "TK-2021-000123"


@pytest.fixture
def hands(desk: FakeDesk) -> Hands:
    opened(desk.station)
    return Hands(desk)


def heard(hands: Hands) -> list[Sound]:
    """Since one last listened."""
    sounds = list(hands.desk.sounds.sounds)
    hands.desk.sounds.sounds.clear()
    return sounds


def test_saved_and_refused_are_heard(hands: Hands) -> None:
    hands.scan(AN)
    assert heard(hands) == []
    hands.press("accepted")
    assert heard(hands) == ["saved"]
    hands.scan("0311950")
    assert heard(hands) == ["refused"]
    hands.scan(AN)
    assert heard(hands) == ["refused"]  # accepted already
    hands.escape()
    hands.press("accepted")
    assert heard(hands) == ["refused"]  # nobody is there
    hands.desk.write.refuse = StorageRefused("disk_full")
    hands.scan(BINH)
    hands.press("accepted")
    assert heard(hands) == ["refused"]
    hands.enter()
    assert heard(hands) == ["saved"]


def test_what_wants_a_look_is_heard(hands: Hands) -> None:
    hands.scan(QR)
    assert heard(hands) == ["warning"]  # has a chip card
    hands.press("accepted")
    assert heard(hands) == ["warning"]  # once more
    hands.press("accepted")
    assert heard(hands) == ["saved"]
    hands.scan(AN)
    hands.scan(BINH)
    assert heard(hands) == ["warning"]  # in place of another
    logged(hands.desk.station, CHI, outcome="missing_papers", reason="no_old_card")
    hands.escape()
    hands.scan(CHI)
    assert heard(hands) == ["warning"]  # seen before


def test_a_field_that_is_wrong_is_heard(hands: Hands) -> None:
    hands.scan("145670243")
    hands.press("accepted")
    assert heard(hands) == ["refused"]


def test_a_person_seen_before_by_name_is_heard_while_typing_and_when_saved(hands: Hands) -> None:
    for number in ("145670243", "145670244"):
        hands.scan(number)
        hands.type(name="Vũ Thị Lụa", birth_date="1956")
        hands.press("accepted")
    assert heard(hands) == ["saved", "warning", "warning"]


def test_a_paper_form_that_was_used_is_heard(hands: Hands) -> None:
    hands.scan(FORM)
    hands.scan(AN)
    hands.press("accepted")
    assert heard(hands) == ["saved"]
    hands.scan(FORM)
    assert heard(hands) == ["refused"]


def test_a_scan_that_cannot_be_taken_is_heard(hands: Hands) -> None:
    hands.seen.pause_asked.emit()
    heard(hands)
    hands.scan(AN)
    assert (heard(hands), hands.sees.person) == (["refused"], None)


@pytest.mark.parametrize(
    ("rubbish", "code"),
    [
        ("7" * 4096, "too_long"),
        (QR.replace("Thu", "\u202eThu"), "forbidden_characters"),
        (QR.replace("Thu", "Th\x00u"), "forbidden_characters"),
        (QR.replace("Thu", "Th\x1du"), "forbidden_characters"),
        (QR.replace("Thu", "Th\ufffdu"), "encoding"),
        (AN + BINH, "multiple_scans"),
        (f"{AN}\r\n{BINH}", "multiple_scans"),
        (RUN_ON, "unknown_format"),
        (QR.replace("|145678901|", "145678901"), "field_count"),
    ],
)
@pytest.mark.parametrize("by_keys", [True, False])
def test_rubbish_is_refused_by_its_code_and_the_next_scan_is_read(
    hands: Hands, rubbish: str, code: str, by_keys: bool
) -> None:
    hands.scan(rubbish, by_keys=by_keys)
    assert (hands.panel(), heard(hands)) == (BadScan(code), ["refused"])
    hands.scan(AN)
    assert (hands.panel(), hands.seen.number) == (None, AN)


def test_a_name_like_a_formula_is_kept_as_it_is_printed_and_warned_of(hands: Hands) -> None:
    hands.scan(QR.replace("Phạm Thị Thu Huyền", "=HYPERLINK(1)"))
    assert hands.sees.person is not None
    assert hands.sees.person.name == "=HYPERLINK(1)"
    assert "name_unusual_characters" in hands.sees.person.warnings


@pytest.mark.parametrize("spoiled", [SPELLED, RUN_ON, MRZ[0].replace("IDVNM1", "ÍDVNM")])
def test_a_spoiled_scan_shows_that_an_input_method_is_on_until_a_clean_one_comes(hands: Hands, spoiled: str) -> None:
    hands.scan(AN)
    assert not hands.sees.input_method
    hands.scan(spoiled)
    assert hands.sees.input_method
    hands.escape()
    assert hands.sees.input_method
    hands.scan(BINH)
    assert not hands.sees.input_method


def test_an_input_method_seen_at_work_is_shown_though_the_scan_can_be_read(hands: Hands) -> None:
    hands.scan(QR, disturbed=True)
    assert hands.sees.input_method
    assert hands.sees.person is not None
    hands.scan(QR)
    assert not hands.sees.input_method


def test_a_serial_scanner_tells_nothing_of_the_keyboard(hands: Hands) -> None:
    hands.scan(SPELLED, by_keys=False)
    assert not hands.sees.input_method
    hands.scan(SPELLED)
    hands.scan(AN, by_keys=False)
    assert hands.sees.input_method


def test_what_the_system_tells_of_the_keyboard_is_shown(hands: Hands) -> None:
    hands.seen.input_method_turned.emit(True)
    assert hands.sees.input_method
    hands.seen.input_method_turned.emit(False)
    assert not hands.sees.input_method


def test_a_name_that_looks_spoiled_wants_the_key_once_more_and_keeps_its_warning(hands: Hands) -> None:
    hands.scan(SPELLED)
    hands.press("missing_papers")
    assert hands.row() == PressAgain("F2", ("has_chip_card", "name_suspect_ime"))
    hands.press("missing_papers")
    hands.digit("1")
    station = hands.desk.station
    with station.store.read() as snapshot:
        (logged_one,) = applications_before(snapshot, station.identity.station, station.identity.epoch, limit=9)
    assert "name_suspect_ime" in logged_one.application.warnings
