"""At the intake screen: what comes in by scanner and by hand becomes one form at a time."""

from __future__ import annotations

import pytest

from campaign.refusal import StorageRefused
from db.reads.applications import applications_before
from station_app.ui.intake.communes import find_commune, plain, unit_shown
from station_app.ui.intake.form import iso_birth_date
from station_app.ui.intake.shown import BadScan, FormTaken, FormUsed, Note, PersonShown, Replaced, UnitShown
from tests.station_app.desks import Clock, FakeDesk, logged, opened
from tests.station_app.intake_surface import AN, BINH, MRZ, QR, Hands


@pytest.fixture
def hands(desk: FakeDesk) -> Hands:
    """An operator at a device whose shift is open."""
    opened(desk.station)
    return Hands(desk)


def test_a_number_tells_year_and_sex_and_nothing_more(hands: Hands, clock: Clock) -> None:
    hands.scan(AN + "\r\n")
    person = hands.sees.person
    assert person is not None
    assert (person.name, person.born, person.sex, person.commune) == ("", "1995", "female", None)
    assert (person.source, person.read_at, person.place, person.looked_up) == ("barcode", clock(), 1, True)
    assert hands.seen.number == AN
    assert (hands.sees.field.mode, hands.sees.field.hint, hands.focused()) == ("read", "keys", "scan")


def test_digits_that_a_hand_typed_are_not_called_a_barcode(hands: Hands) -> None:
    hands.scan("031 195 004 417", by_hand=True)
    assert hands.sees.person is not None
    assert hands.sees.person.source == "typed"


def test_a_card_fills_everything_and_its_address_proposes_the_commune(hands: Hands) -> None:
    hands.scan(QR)
    person = hands.sees.person
    assert person is not None
    assert (person.name, person.born, person.sex) == ("Phạm Thị Thu Huyền", "1988-03-04", "female")
    assert person.commune == UnitShown("Dư Hàng", "ward")
    assert person.warnings == ("has_chip_card",)
    assert person.case_type.id == "exchange_on_request"
    assert hands.seen.number == "031188000862"


def test_an_mrz_comes_in_three_lines(hands: Hands) -> None:
    for line, hint in zip(MRZ, ("lines", "lines", "keys"), strict=True):
        hands.scan(line)
        assert hands.sees.field.hint == hint
    assert hands.sees.person is not None
    assert (hands.sees.person.source, hands.sees.person.name) == ("mrz", "NGUYEN THI MAI AN")
    assert "name_without_diacritics" in hands.sees.person.warnings


def test_escape_forgets_the_lines_of_an_mrz_and_another_scan_too(hands: Hands) -> None:
    hands.scan(MRZ[0])
    hands.escape()
    assert hands.sees.field.hint == "ready"
    hands.scan(MRZ[0])
    hands.scan(AN)
    assert hands.seen.number == AN


def test_what_is_no_number_is_refused_in_place_and_the_next_scan_clears_it(hands: Hands) -> None:
    hands.scan("03119500441")
    assert hands.panel() == BadScan("unknown_format")
    assert (hands.sees.field.mode, hands.seen.number, hands.sees.person) == ("wrong", "03119500441", None)
    hands.press("accepted")
    assert hands.rows == ()
    hands.scan(AN)
    assert hands.panel() is None
    assert hands.seen.number == AN


def test_escape_clears_a_refused_scan(hands: Hands) -> None:
    hands.scan("abc")
    hands.escape()
    assert hands.panel() is None
    assert (hands.seen.number, hands.sees.field.hint) == ("", "ready")


def test_a_bad_scan_does_not_take_the_place_of_one_that_waits(hands: Hands) -> None:
    hands.scan(AN)
    hands.scan("0311950")
    assert hands.seen.number == AN
    assert hands.row() == Note("unknown_format")
    hands.press("accepted")
    assert [row.last_digits for row in hands.rows] == ["4417"]


def test_a_scan_while_another_is_unsaved_replaces_it_and_says_so(hands: Hands) -> None:
    hands.scan(AN)
    hands.scan(BINH)
    assert hands.seen.number == BINH
    assert hands.row() == Replaced("4417")
    hands.press("accepted")
    assert [row.last_digits for row in hands.rows] == ["8815"]


def test_the_same_card_scanned_again_keeps_what_was_chosen(hands: Hands) -> None:
    hands.scan(QR)
    hands.seen.case_types_asked.emit()
    hands.digit("5")
    hands.scan(QR)
    assert hands.sees.person is not None
    assert hands.sees.person.case_type.id == "exchange_damaged"
    assert hands.row() is None


def test_two_numbers_in_one_burst_are_refused(hands: Hands) -> None:
    hands.scan(f"{AN}\r\n{BINH}")
    assert hands.panel() == BadScan("multiple_scans")


def test_somebody_seen_before_is_named_and_told_of(hands: Hands, clock: Clock) -> None:
    logged(hands.desk.station, AN, outcome="missing_papers", reason="no_old_card", name="Nguyễn Thị Mai An",
           birth_date="1995-03-12", commune="11395")  # fmt: skip
    clock.advance(minutes=5)
    hands.scan(AN)
    person = hands.sees.person
    assert person is not None
    assert person.name == "Nguyễn Thị Mai An"
    assert person.seen is not None
    assert (person.seen.outcome, person.seen.device) == ("missing_papers", "Thiết bị 1")
    assert person.commune is not None
    assert hands.panel() is None


def test_a_look_up_that_comes_late_belongs_to_its_own_form(hands: Hands) -> None:
    logged(hands.desk.station, AN, name="Nguyễn Thị Mai An")
    hands.desk.read.held = True
    hands.scan(AN)
    hands.scan(BINH)
    hands.desk.read.release()
    assert hands.sees.person is not None
    assert (hands.sees.person.name, hands.panel()) == ("", None)


def test_nine_digits_ask_for_name_and_birth_date(hands: Hands) -> None:
    hands.scan("145670243", by_hand=True)
    assert hands.sees.typing
    assert hands.focused() == "name"
    hands.press("accepted")
    assert (hands.row(), hands.sees.bad, hands.focused()) == (Note("name_and_birth_date_needed"), "name", "name")
    hands.type(name="Đoàn Hữu Phước")
    assert (hands.row(), hands.sees.bad) == (None, None)
    hands.press("accepted")
    assert (hands.sees.bad, hands.focused()) == ("birth_date", "birth_date")
    hands.type(birth_date="31/02/1960")
    hands.press("accepted")
    assert (hands.row(), hands.sees.bad) == (Note("birth_date_invalid"), "birth_date")
    hands.type(birth_date="2/9/1960", sex="male", commune="du hang kenh")
    assert hands.sees.person is not None
    assert hands.sees.person.case_type.id == "from_cmnd9"
    hands.press("accepted")
    (row,) = hands.rows
    assert (row.last_digits, row.name, row.born) == ("0243", "Đoàn Hữu Phước", "1960-09-02")
    assert row.commune == UnitShown("Dư Hàng Kênh", "ward")
    assert hands.seen.fields == ("", "", "", "", "")


def test_enter_goes_through_the_fields_and_logs_after_the_last(hands: Hands) -> None:
    hands.scan("145670243")
    for name, text, then in (("name", "Vũ Thị Lụa", "birth_date"), ("birth_date", "1956", "commune")):
        hands.type(**{name: text})
        hands.seen.field_ended.emit(name)
        assert hands.focused() == then
    hands.seen.field_ended.emit("commune")
    assert [row.name for row in hands.rows] == ["Vũ Thị Lụa"]
    assert hands.focused() == "scan"


def test_an_unknown_commune_is_said_at_its_field(hands: Hands) -> None:
    hands.scan(AN)
    hands.seen.typing_asked.emit()
    assert (hands.sees.typing, hands.focused()) == (True, "name")
    hands.type(commune="An Dương")  # a ward, and a township elsewhere
    hands.press("accepted")
    assert (hands.row(), hands.sees.bad, hands.focused()) == (Note("unknown_commune"), "commune", "commune")
    hands.type(commune="An Dương, Lê Chân")
    hands.press("accepted")
    assert [row.commune for row in hands.rows] == [UnitShown("An Dương", "ward")]


FORM = "TK-2021-000123"


def test_a_paper_form_scanned_first_is_that_of_who_comes_next(hands: Hands) -> None:
    hands.scan(FORM)
    assert hands.row() == FormTaken(FORM, next=True)
    hands.scan("abc")
    hands.scan(AN)
    assert person(hands).form_id == FORM
    hands.press("accepted")
    hands.scan(BINH)
    assert person(hands).form_id == ""
    assert form_ids(hands) == [FORM]


def test_a_paper_form_scanned_later_is_that_of_who_stands_there(hands: Hands) -> None:
    hands.scan(AN)
    hands.scan(FORM + "\r\n")
    assert hands.row() == FormTaken(FORM, next=False)
    hands.type(name="Nguyễn Thị Mai An")
    assert (person(hands).form_id, hands.seen.number) == (FORM, AN)
    hands.press("accepted")
    assert form_ids(hands) == [FORM]


def test_a_paper_form_that_was_used_is_refused_at_once_and_its_record_named(hands: Hands) -> None:
    hands.scan(FORM)
    hands.scan(AN)
    hands.press("accepted")
    for who in ((), (BINH,)):
        for number in who:
            hands.scan(number)
        hands.scan(FORM)
        row = hands.row()
        assert isinstance(row, FormUsed)
        assert row.record is not None
        assert (row.form_id, row.last_digits, row.record.place, row.record.device) == (FORM, "4417", 1, "Thiết bị 1")
    assert person(hands).form_id == ""
    hands.press("accepted")
    first, second = form_ids(hands)
    assert (first, second != FORM) == (FORM, True)


def test_the_answer_finds_the_form_that_has_opened_meanwhile(hands: Hands) -> None:
    hands.scan(FORM)
    hands.scan(AN)
    hands.press("accepted")
    hands.desk.read.held = True
    hands.scan(FORM)
    hands.scan(BINH)
    hands.desk.read.release()
    assert isinstance(hands.row(), FormUsed)
    assert person(hands).form_id == ""
    hands.desk.read.held = True
    hands.scan(FORM)
    hands.scan("TK-2021-000124")
    hands.desk.read.release()
    assert person(hands).form_id == "TK-2021-000124"


def test_a_paper_form_of_an_application_that_is_being_saved_is_in_use(hands: Hands) -> None:
    hands.desk.write.held = True
    hands.scan(FORM)
    hands.scan(AN)
    hands.press("accepted")
    hands.scan(FORM)
    assert hands.row() == FormUsed(FORM, "4417", None)
    hands.scan(BINH)
    assert person(hands).form_id == ""


def test_what_could_not_be_saved_keeps_its_id_and_another_paper_form_is_the_next_ones(hands: Hands) -> None:
    hands.desk.write.refuse = StorageRefused("disk_full")
    hands.scan(FORM)
    hands.scan(AN)
    hands.press("accepted")
    hands.scan(FORM)
    assert hands.row() == FormTaken(FORM, next=False)
    hands.scan("TK-2021-000124")
    assert person(hands).form_id == FORM
    hands.enter()
    hands.scan(BINH)
    assert person(hands).form_id == "TK-2021-000124"
    hands.press("accepted")
    assert form_ids(hands) == [FORM, "TK-2021-000124"]


def test_escape_forgets_a_paper_form_for_the_next_one(hands: Hands) -> None:
    hands.scan(FORM)
    hands.scan("abc")
    hands.escape()
    assert hands.row() == FormTaken(FORM, next=True)
    hands.escape()
    assert hands.row() is None
    hands.scan(AN)
    assert person(hands).form_id == ""


def person(hands: Hands) -> PersonShown:
    assert hands.sees.person is not None
    return hands.sees.person


def form_ids(hands: Hands) -> list[str]:
    """Of what was logged, oldest first."""
    station = hands.desk.station
    with station.store.read() as snapshot:
        found = applications_before(snapshot, station.identity.station, station.identity.epoch, limit=99)
    return [shown.application.form_id for shown in reversed(found)]


def test_nothing_is_typed_or_ended_without_a_form(hands: Hands) -> None:
    hands.type(name="Vũ Thị Lụa")
    hands.seen.field_ended.emit("commune")
    hands.seen.typing_asked.emit()
    assert (hands.sees.person, hands.rows) == (None, ())


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("4/3/1992", "1992-03-04"),
        ("04.03.1992", "1992-03-04"),
        ("04031992", "1992-03-04"),
        (" 3-1992 ", "1992-03"),
        ("1992", "1992"),
        ("1992-03-04", "1992-03-04"),
        ("", ""),
        ("khoảng 1992", "khoảng 1992"),
    ],
)
def test_birth_dates_are_read_as_people_write_them(typed: str, iso: str) -> None:
    assert iso_birth_date(typed) == iso


def test_communes_are_found_by_code_and_by_name_with_or_without_marks(desk: FakeDesk) -> None:
    units = desk.station.catalogue.units
    code = find_commune(units, "Dư Hàng Kênh")
    assert code is not None
    assert find_commune(units, "phuong  du hang kenh") == find_commune(units, code) == code
    assert find_commune(units, "Lê Lợi") is None  # in two districts
    assert find_commune(units, "Hà Nội") is None
    assert find_commune(units, "bach long vi") == "318"
    assert unit_shown(units, "318") == UnitShown("Bạch Long Vĩ", "district_rural")
    assert unit_shown(units, "") is unit_shown(units, "99999") is None
    assert plain("Đằng Giang") == "dang giang"
