"""What the export screen asks of the store and of the sticks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bundle.layout import bundle_path
from bundle.stick import Stick
from campaign.plan import Plan
from campaign.refusal import InputRefused, NotPermitted
from station_app.hardware.drives import Drive
from station_app.services.close_shift import close_shift
from station_app.services.copy_bundle import copy_bundle
from station_app.services.export_bundle import export_bundle
from station_app.services.orders import receive_orders
from station_app.services.run_shift import pause_shift
from station_app.services.show_export import Load, export_figures
from station_app.services.show_sticks import Orders, folder_as_drive, plugged_sticks
from station_app.services.show_trail import TrailStep
from station_app.services.station import Station
from station_app.services.sticks import register_stick
from tests.station_app.city_side import write_plan, write_receipt
from tests.station_app.desks import Clock, as_user, at, logged, opened, the_plan

NUMBERS = ("031195004417", "031072008815", "031088000862")


@pytest.fixture
def supervised(station: Station) -> Station:
    return as_user(station, "pd.luong")


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    root = tmp_path / "stick"
    root.mkdir()
    return Stick(root)


def load_of(station: Station) -> Load:
    load = export_figures(station).load
    assert load is not None
    return load


def test_what_would_go_is_everything_after_the_mark_open_shifts_included(supervised: Station, clock: Clock) -> None:
    for device in ("TB-1", "TB-2"):
        opened(supervised, device)
    logged(supervised, NUMBERS[0])
    logged(supervised, NUMBERS[1], device="TB-2")
    logged(supervised, NUMBERS[2], device="TB-2", outcome="missing_papers", reason="no_old_card")
    pause_shift(supervised, "TB-1", "power_cut")
    clock.set("12:30")
    close_shift(supervised, "TB-2", 1)

    load = load_of(supervised)
    assert (load.seq, load.first) == (1, 1)
    assert load.count == load.last
    assert (load.counted, load.unsealed, load.pauses) == (2, 1, 1)
    assert [(sealed.day.day, sealed.window, sealed.devices) for sealed in load.sealed] == [(8, "Ca 1", ("TB-2",))]
    assert 0 < load.news < load.count  # the documents taken at first contact are housekeeping


def test_a_receipt_ends_the_waiting_of_every_bundle_up_to_its_entry(
    supervised: Station, stick: Stick, clock: Clock
) -> None:
    opened(supervised)
    logged(supervised, NUMBERS[0])
    clock.set("12:30")
    close_shift(supervised, "TB-1", 1)
    clock.set("13:05")
    export_bundle(supervised, stick)
    clock.set("14:00")
    opened(supervised, window="ca-2")
    entry = logged(supervised, NUMBERS[1])
    second = export_bundle(supervised, stick)
    clock.set("16:02")
    assert [bundle.received_at for bundle in export_figures(supervised).bundles] == [None, None]

    write_receipt(stick, supervised, 1, second.last, quarantined=[entry.n])
    receive_orders(supervised, stick)
    figures = export_figures(supervised)
    assert [bundle.seq for bundle in figures.bundles] == [2, 1]
    assert [bundle.received_at for bundle in figures.bundles] == [at("16:02"), at("16:02")]
    assert [bundle.withheld for bundle in figures.bundles] == [1, 0]
    assert [bundle.counted for bundle in figures.bundles] == [2, 1]
    assert [bool(bundle.sealed) for bundle in figures.bundles] == [True, True]
    assert (figures.funnel.logged, figures.funnel.sealed, figures.funnel.exported, figures.funnel.received) == (
        2,
        1,
        2,
        1,
    )
    assert figures.mark == second.last
    assert (figures.amber_hours, figures.orange_hours) == (12, 24)


def test_each_bundle_tells_what_was_done_with_it_where_when_and_by_whom(
    supervised: Station, stick: Stick, tmp_path: Path, clock: Clock
) -> None:
    other, folder = Stick(tmp_path / "other"), Stick(tmp_path / "folder")
    for made in (other, folder):
        made.root.mkdir()
    for registered, label in ((stick, "USB số 03"), (other, "USB số 05")):
        register_stick(supervised, registered, label)
    first = export_bundle(supervised, stick)
    clock.advance(minutes=1)
    copy_bundle(replace(supervised, person=replace(supervised.person, user="nb.thinh")), 1, stick, other)
    clock.advance(minutes=1)
    second = export_bundle(supervised, folder)
    clock.advance(hours=2)
    write_receipt(stick, supervised, 1, first.last)
    receive_orders(supervised, stick)
    write_receipt(stick, supervised, 2, second.last)
    clock.advance(minutes=3)
    receive_orders(supervised, stick)
    newer, older = export_figures(supervised).bundles
    luong = "Phạm Đức Lương"
    assert older.trail == (
        TrailStep("written", at("07:30"), luong, "USB số 03"),
        TrailStep("read_back", at("07:30"), luong, "USB số 03"),
        TrailStep("read_back", at("07:31"), "Nguyễn Bá Thịnh", "USB số 05"),
        TrailStep("received", at("09:32"), luong),
    )
    assert [(step.what, step.place) for step in newer.trail] == [("written", ""), ("read_back", ""), ("received", "")]
    assert newer.trail[-1].at == at("09:35")


def test_after_a_receipt_only_housekeeping_is_left_to_go(supervised: Station, stick: Stick) -> None:
    write_receipt(stick, supervised, 1, export_bundle(supervised, stick).last)
    receive_orders(supervised, stick)
    load = load_of(supervised)
    assert (load.news, load.counted, load.pauses, load.sealed) == (0, 0, 0, ())
    assert export_bundle(supervised, stick).seq == 2
    assert export_figures(supervised).bundles[0].news == 0


def test_an_operator_may_not_look(station: Station) -> None:
    with pytest.raises(NotPermitted, match="role_may_not"):
        export_figures(station)


def test_sticks_are_told_apart_by_what_they_carry(supervised: Station, stick: Stick, tmp_path: Path) -> None:
    strange, gone = tmp_path / "strange", tmp_path / "gone"
    strange.mkdir()
    register_stick(supervised, stick, "USB số 03")
    export_bundle(supervised, stick)
    write_receipt(stick, supervised, 1, 3)
    write_receipt(stick, supervised, 2, 3)
    write_plan(stick, the_plan())
    write_plan(stick, replaced_plan())
    foreign = stick.root / bundle_path("HP-NQ-02", 1, 4)
    foreign.parent.mkdir(parents=True)
    foreign.write_bytes(b"not looked into")
    (stick.root / "enrol" / "holiday.jpg").write_bytes(b"not opened")
    drives = [Drive(root, "vfat", 10**9, 2 * 10**9) for root in (stick.root, strange, gone)]
    known, unknown, pulled = plugged_sticks(supervised, drives)
    assert (known.label, known.registered, known.orders, known.bundles) == (
        "USB số 03",
        True,
        Orders(trusts=0, plans=1, receipts=2),
        frozenset({1}),
    )
    assert (known.file_system, known.others, known.ignored) == ("vfat", 1, 1)
    assert (unknown.id, unknown.registered, unknown.readable) == ("", False, True)
    assert (pulled.registered, pulled.readable) == (False, False)
    receive_orders(supervised, stick)
    assert plugged_sticks(supervised, drives)[0].orders == Orders()

    elsewhere = replace(drives[0], root=strange)
    Stick(strange).register("USB của điểm khác")
    (stranger,) = plugged_sticks(supervised, [elsewhere])
    assert (stranger.label, stranger.registered) == ("USB của điểm khác", False)


def test_a_folder_stands_for_a_stick_where_it_is_one(tmp_path: Path) -> None:
    assert folder_as_drive(tmp_path).free > 0
    (tmp_path / "file").touch()
    for path in (tmp_path / "file", tmp_path / "nowhere", Path("\0")):
        with pytest.raises(InputRefused, match="not_found"):
            folder_as_drive(path)


def replaced_plan() -> Plan:
    return the_plan(version=the_plan().version + 1)
