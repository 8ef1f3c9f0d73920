"""What the intake screen asks and does beyond logging: figures, the last applications, look-ups, undo, causes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from campaign.entered import holder_from_fields
from campaign.events import BundleExported, BundleVerified, ReceiptAccepted
from campaign.refusal import InputRefused, NotPermitted
from station_app.services.close_shift import close_shift
from station_app.services.form_id import new_form_id
from station_app.services.log_application import Application, log_application
from station_app.services.look_up_person import Record, look_up_person
from station_app.services.run_shift import change_pause_cause, hand_over_shift, pause_shift, resume_shift
from station_app.services.show_intake import DeskFigures, desk_figures, recent_page
from station_app.services.station import Station
from station_app.services.undo_last import undo_last
from tests.station_app.desks import Clock, as_user, at, logged, opened

AN, BINH, CHI = "031195004417", "031072008815", "031088000862"


def figures_of(station: Station) -> DeskFigures:
    figures = desk_figures(station, "TB-1")
    assert figures is not None
    return figures


def paused_since(station: Station) -> datetime | None:
    shift = figures_of(station).device.shift
    return shift.paused_since if shift else None


def accepted(station: Station, number: str) -> Record:
    record = look_up_person(station, number).accepted
    assert record is not None
    return record


def test_a_device_without_a_shift_has_no_rows_and_no_crew(station: Station) -> None:
    page = recent_page(station, "TB-1", limit=10)
    figures = desk_figures(station, "TB-1")
    assert (page.shift, page.rows, page.more, page.logged) == ("", (), False, 0)
    assert figures is not None
    assert (figures.device.state, figures.crew, figures.seconds_each, figures.took_ms) == ("none", (), None, None)
    assert (figures.planned_seconds, figures.pauses) == (154, 0)
    assert figures.pause_keys[0] == "network_to_centre"
    assert desk_figures(station, "TB-9") is None


def test_rows_are_numbered_through_the_day_and_come_in_pages(station: Station, clock: Clock) -> None:
    opened(station)
    logged(station, AN)
    close_shift(station, "TB-1", 1)
    opened(station, window="ca-2")
    logged(station, "031088000862|145678901|Phạm Thị Thu Huyền|04031988|Nữ|Phường Dư Hàng, Lê Chân, Hải Phòng|05032021")
    logged(
        station,
        number="145670243",
        name="Đoàn Hữu Phước",
        birth_date="1960",
        outcome="missing_papers",
        reason="no_old_card",
        commune="11401",
    )
    undo_last(station, "TB-1")

    first = recent_page(station, "TB-1", limit=1)
    (row,) = first.rows
    assert (first.more, first.logged) == (True, 3)
    assert (row.place, row.last_digits, row.name, row.born, row.commune) == (
        3,
        "0243",
        "Đoàn Hữu Phước",
        "1960",
        "11401",
    )
    assert (row.outcome, row.reason, row.by) == ("missing_papers", "no_old_card", "tk.van")
    assert (row.voided, row.sent, row.at) == (True, "unsent", clock())

    second = recent_page(station, "TB-1", limit=10, before=row.n)
    assert [(row.place, row.name) for row in second.rows] == [(2, "Phạm Thị Thu Huyền")]
    assert not second.more


def test_rows_tell_how_far_the_command_knows_them(station: Station) -> None:
    opened(station)
    first, second, _ = logged(station, AN), logged(station, BINH), logged(station, CHI)
    with station.work() as work:
        head = (work.journal.head_at(first.n) or b"").hex()
        work.append(BundleExported(seq=1, first=1, last=second.n, sha256="0" * 64, place="folder"))
        work.append(BundleVerified(seq=1, place="folder"))
        work.append(
            ReceiptAccepted(
                serial=1, city_generation=1, accepted_through=first.n, mark=first.n, head=head, durable_through=0
            )
        )
    assert [row.sent for row in recent_page(station, "TB-1", limit=10).rows] == ["unsent", "exported", "received"]


def test_the_crew_is_named_with_its_operator_first(station: Station) -> None:
    opened(station, crew=("dm.quy", "tk.van"))
    assert figures_of(station).crew == ("Trần Khánh Vân", "Đỗ Minh Quý")
    hand_over_shift(station, "TB-1", "lt.hanh")
    assert figures_of(station).crew == ("Lê Thu Hạnh",)


def test_medians_leave_pauses_and_the_time_between_shifts_out(station: Station, clock: Clock) -> None:
    opened(station)
    for number, seconds, took in ((AN, 100, 2000), (BINH, 140, 4000), (CHI, 120, None)):
        clock.advance(seconds=seconds)
        logged(station, number, took_ms=took)
    pause_shift(station, "TB-1", "power_cut")
    clock.advance(minutes=30)
    resume_shift(station, "TB-1")
    logged(station, "031199000001", took_ms=9000)

    figures = figures_of(station)
    assert (figures.seconds_each, figures.took_ms, figures.pauses) == (130, 4000, 1)


def test_a_pause_counts_from_when_the_device_stopped_and_may_change_its_cause(station: Station, clock: Clock) -> None:
    opened(station)
    clock.set("08:00")
    stopped = clock()
    clock.set("08:02")
    pause_shift(station, "TB-1", "power_cut", since=stopped)
    clock.set("08:05")
    change_pause_cause(station, "TB-1", "camera_fault")
    clock.set("08:06")

    figures = figures_of(station)
    assert figures.device.shift is not None
    assert dict(figures.device.downtime) == {"power_cut": 5, "camera_fault": 1}
    assert (figures.device.shift.pause_cause, figures.pauses) == ("camera_fault", 1)
    assert figures.stopped_since == stopped
    resume_shift(station, "TB-1")
    assert figures_of(station).stopped_since is None
    with pytest.raises(InputRefused, match=r"^shift_not_paused$"):
        change_pause_cause(station, "TB-1", "power_cut")
    with pytest.raises(InputRefused, match=r"^unknown_cause$"):
        change_pause_cause(station, "TB-1", "boredom")


def test_a_pause_never_begins_before_the_last_entry_nor_in_the_future(station: Station, clock: Clock) -> None:
    opened(station)
    clock.set("08:00")
    logged(station, AN)
    pause_shift(station, "TB-1", "power_cut", since=at("07:40"))
    assert paused_since(station) == at("08:00")
    resume_shift(station, "TB-1")
    pause_shift(station, "TB-1", "power_cut", since=at("09:00"))
    assert paused_since(station) == at("08:00")


def test_a_number_is_found_with_what_it_was_logged_as(station: Station, clock: Clock) -> None:
    opened(station)
    opened(station, "TB-2")
    assert look_up_person(station, BINH).seen is None
    clock.set("09:14")
    logged(as_user(station, "lt.hanh"), BINH, "TB-2", name="Trương Văn Lộc", birth_date="1972", commune="11380")
    clock.set("10:00")
    entry = logged(station, BINH, outcome="population_data_mismatch", reason="name_differs")

    known = look_up_person(station, BINH)
    first = accepted(station, BINH)
    assert (first.at, first.device, first.place, first.by) == (at("09:14"), "Thiết bị 2", 1, "Lê Thu Hạnh")
    assert (first.last_digits, first.name, first.born, first.commune) == ("8815", "Trương Văn Lộc", "1972", "11380")
    assert known.seen is not None
    assert (known.seen.n, known.seen.outcome) == (entry.n, "population_data_mismatch")
    assert known.person is not None
    assert known.person.name == "Trương Văn Lộc"


def test_undo_takes_the_last_own_one_once(station: Station, clock: Clock) -> None:
    with pytest.raises(InputRefused, match=r"^no_open_shift$"):
        undo_last(station, "TB-1")
    opened(station)
    with pytest.raises(InputRefused, match=r"^nothing_to_undo$"):
        undo_last(station, "TB-1")
    mine = logged(station, AN)
    logged(as_user(station, "lt.hanh"), BINH)
    assert undo_last(station, "TB-1").voided == mine.n
    assert look_up_person(station, AN).accepted is None
    with pytest.raises(InputRefused, match=r"^voided_already$"):
        undo_last(station, "TB-1")
    logged(station, CHI)
    clock.advance(minutes=6)
    with pytest.raises(InputRefused, match=r"^undo_not_possible$"):
        undo_last(station, "TB-1")


def test_an_operator_logs_what_a_supervisor_overrides(station: Station) -> None:
    opened(station)
    first = logged(station, AN)
    application = Application(
        device="TB-1",
        form_id=new_form_id(),
        entered=holder_from_fields(AN, today=station.clock().date(), rules=station.catalogue.scan_rules),
        source="typed",
        case_type="exchange_on_request",
        override_reason="hai người khác nhau",
    )
    with pytest.raises(NotPermitted, match=r"^role_may_not$"):
        log_application(station, application)
    supervisor = as_user(station, "pd.luong").person
    second = log_application(station, replace(application, supervisor=supervisor))
    assert accepted(station, AN).n == second.n != first.n
    assert accepted(station, AN).by == "Trần Khánh Vân"
