"""What the frame, the readiness, closing and board screens ask of a real station."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bundle.stick import Stick
from campaign.entry import read_entry
from campaign.events import ShiftOpened, SignedIn
from campaign.refusal import NotPermitted
from db.history import History
from station_app.services.close_shift import DIFFERENCE_REASONS, close_shift
from station_app.services.export_bundle import export_bundle
from station_app.services.open_shift import Opening, open_shift
from station_app.services.readiness import Answer, Surroundings
from station_app.services.run_shift import pause_shift, report_zero
from station_app.services.show_board import board_figures
from station_app.services.show_readiness import opening_figures
from station_app.services.show_shift_close import ClosingFigures, closing_figures
from station_app.services.show_standing import chain_is_intact, show_standing
from station_app.services.sign_in import tell_sign_in
from station_app.services.station import Station
from tests.station_app.desks import ALL_WELL, COMMANDER, Clock, as_user, at, logged, opened

NUMBERS = ("031195004417", "031072008815", "031088000862")


def closing_of(station: Station, device: str = "TB-1") -> ClosingFigures:
    figures = closing_figures(station, device)
    assert figures is not None
    return figures


def test_the_frame_knows_the_shift_of_each_device(station: Station, clock: Clock) -> None:
    opened(station)
    opened(station, device="TB-2")
    pause_shift(station, "TB-2", "power_cut")
    standing = show_standing(station)
    assert [device.state for device in standing.devices] == ["open", "paused", "none", "none", "none", "none"]
    first = standing.of("TB-1")
    assert first is not None
    assert (first.label, first.window, first.starts, first.ends) == ("Thiết bị 1", "Ca 1", at("07:30"), at("12:30"))
    assert standing.of("TB-9") is None
    assert chain_is_intact(station)

    clock.set("04:00", "2021-04-09")
    assert show_standing(station).devices[0].state == "overdue"


def test_what_waits_is_as_old_as_its_oldest_entry_and_named_by_its_oldest_bundle(
    station: Station, clock: Clock
) -> None:
    opened(station)
    logged(station, NUMBERS[0])
    waiting = show_standing(station).waiting
    assert waiting.bundle is None
    assert waiting.unsent > 0

    stick = Stick(station.home / "stick")
    stick.root.mkdir()
    supervisor = as_user(station, "pd.luong")
    first = export_bundle(supervisor, stick)
    clock.advance(hours=13)
    export_bundle(supervisor, stick)
    waiting = show_standing(station).waiting
    assert waiting.bundle == first.seq
    assert (waiting.hours(clock()), waiting.amber_hours, waiting.orange_hours) == (13, 12, 24)


def test_the_readiness_screen_offers_windows_and_people_and_measures(station: Station) -> None:
    figures = opening_figures(station, "TB-1", Surroundings(free_bytes=500, unknown_stick=True))
    assert [(window.label, window.quota, window.used) for window in figures.windows] == [
        ("Ca 1", 117, False),
        ("Ca 2", 117, False),
        ("Ca 3", 116, False),
    ]
    assert (figures.proposed, figures.jumped_from, figures.revoked) == ("ca-1", None, False)
    names = [person.full_name for person in figures.people]
    assert names == ["Lê Thu Hạnh", "Phạm Đức Lương", "Đỗ Minh Quý", "Nguyễn Bá Thịnh", "Trần Khánh Vân"]
    assert [person.user for person in figures.people if not person.works] == ["nb.thinh"]
    assert [person.user for person in figures.people if person.overrides] == ["pd.luong"]
    failed = {name for name, answer in figures.measured.items() if not answer.ok}
    assert failed == {"usb_registered", "disk_space"}


def test_a_used_window_gives_way_to_the_next(station: Station, clock: Clock) -> None:
    opened(station)
    clock.set("12:00")
    close_shift(station, "TB-1", 0)
    report_zero(station, "TB-1", "ca-3", "Thiếu cán bộ")
    figures = opening_figures(station, "TB-1", ALL_WELL)
    assert figures.proposed == "ca-2"
    assert [(window.used, window.zero) for window in figures.windows] == [(True, False), (False, False), (False, True)]
    assert figures.standing is not None
    assert figures.standing.state == "none"


def test_a_look_finds_what_the_opening_refuses(station: Station, clock: Clock) -> None:
    opened(station)
    close_shift(station, "TB-1", 0)
    clock.advance(minutes=-10)
    assert not opening_figures(station, "TB-1", ALL_WELL).measured["clock_correct"].ok
    with pytest.raises(NotPermitted) as refused:
        opened(station, window="ca-2")
    assert refused.value.fields == {"checks": ["clock_correct"]}


def test_a_sign_in_does_not_hide_that_days_have_passed(station: Station, clock: Clock) -> None:
    last_at = show_standing(station).last_at
    clock.advance(days=3)
    tell_sign_in(station)
    assert opening_figures(station, "TB-1", ALL_WELL).jumped_from == last_at
    with pytest.raises(NotPermitted) as refused:
        opened(station)
    assert refused.value.code == "clock_unconfirmed"
    opened(as_user(station, "pd.luong"))
    assert opening_figures(station, "TB-2", ALL_WELL).jumped_from is None


def test_who_signed_in_stands_in_the_journal(station: Station) -> None:
    tell_sign_in(station)
    with station.store.read() as snapshot:
        history = History(snapshot, station.identity.station, station.identity.epoch)
        data = history.entry(history.last())
    assert data is not None
    assert read_entry(data).body == SignedIn(user="tk.van")


def test_what_a_person_says_to_a_measured_check_goes_with_it(station: Station) -> None:
    opened(station)
    close_shift(station, "TB-1", 0)
    manual = {check.id: Answer(True) for check in station.catalogue.readiness_checks.values() if not check.auto}
    late = {"last_bundle_handed_over": Answer(False, "Xe công văn hỏng")}
    opening = Opening(device="TB-1", window="ca-2", commander=COMMANDER, answers=manual | late)
    changed = open_shift(station, opening, ALL_WELL)
    with station.store.read() as snapshot:
        data = History(snapshot, station.identity.station, station.identity.epoch).entry(changed.n)
    assert data is not None
    body = read_entry(data).body
    assert isinstance(body, ShiftOpened)
    told = {check.id: (check.state, check.reason) for check in body.checks}
    assert told["last_bundle_handed_over"] == ("failed", "Xe công văn hỏng")


def test_the_closing_screen_knows_the_shift_and_the_one_before(station: Station, clock: Clock) -> None:
    assert closing_figures(station, "TB-1") is None
    opened(station)
    sealed = close_shift(station, "TB-1", 0)
    clock.set("12:30")
    opening = opened(station, window="ca-2")
    clock.advance(minutes=5)
    for number in NUMBERS:
        logged(station, number)
    logged(station, NUMBERS[0], outcome="missing_papers", reason="no_old_card")
    clock.set("17:20")
    pause_shift(station, "TB-1", "power_cut")
    clock.set("18:05")
    figures = closing_of(station)
    assert (figures.logged, figures.counted, figures.voided) == (4, 3, 0)
    assert dict(figures.by_outcome) == {"accepted": 3, "missing_papers": 1}
    assert (figures.paused_minutes, figures.minutes_late, figures.close_late_minutes) == (45, 35, 30)
    assert (figures.first, figures.operator, figures.commander) == (opening.n, "Trần Khánh Vân", COMMANDER)
    assert figures.earlier is not None
    assert (figures.earlier.window, figures.earlier.head) == ("Ca 1", sealed.head)
    assert figures.pace is not None
    assert (figures.pace.done, figures.pace.quota) == (3, 350)
    assert [person.user for person in figures.people] == ["lt.hanh", "pd.luong", "dm.quy"]


def test_an_overdue_shift_is_closed_without_a_pace(station: Station, clock: Clock) -> None:
    opened(station)
    clock.set("05:00", "2021-04-09")
    figures = closing_of(station)
    assert (figures.standing.state, figures.pace, figures.day) == ("overdue", None, "2021-04-08")


def test_every_usual_reason_closes_a_shift_that_differs(station: Station, clock: Clock) -> None:
    for number, reason in enumerate(DIFFERENCE_REASONS, 1):
        opened(station, device=f"TB-{number}")
        assert close_shift(station, f"TB-{number}", 1, reason.label_vi).difference == 1


def test_the_board_names_who_works_and_the_last_bundle(station: Station, clock: Clock) -> None:
    board = board_figures(station)
    assert (board.opened, board.sealed, board.bundle, board.withheld) == (0, 0, None, 0)
    opened(station)
    opened(as_user(station, "lt.hanh"), device="TB-2", crew=("lt.hanh",))
    logged(station, NUMBERS[0])
    close_shift(as_user(station, "lt.hanh"), "TB-2", 0)
    stick = Stick(station.home / "stick")
    stick.root.mkdir()
    exported = export_bundle(as_user(station, "pd.luong"), stick)
    clock.advance(hours=1)
    board = board_figures(station)
    assert dict(board.names) == {"tk.van": "Trần Khánh Vân", "lt.hanh": "Lê Thu Hạnh"}
    assert (board.opened, board.sealed) == (2, 1)
    assert board.bundle is not None
    assert (board.bundle.seq, board.bundle.at) == (exported.seq, clock() - timedelta(hours=1))
    assert board.day.funnel.exported == 1


def test_a_revoked_station_says_so(station: Station) -> None:
    assert opening_figures(replace(station, revoked=True), "TB-1", ALL_WELL).revoked
