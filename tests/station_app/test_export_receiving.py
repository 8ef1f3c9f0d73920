"""The export screen takes what the command sends back, and waiting bundles become received ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundle.documents import BundleRow
from campaign.refusal import StorageRefused
from station_app.services.close_shift import close_shift
from station_app.services.station import Station
from tests.station_app.city_side import write_plan, write_receipt
from tests.station_app.desks import (
    Clock,
    the_plan,
)
from tests.station_app.export_seat import ExportSeat, seat_at


@pytest.fixture
def seat(station: Station, tmp_path: Path) -> ExportSeat:
    return seat_at(station, tmp_path)


def test_a_receipt_turns_what_waited_into_received(seat: ExportSeat, clock: Clock) -> None:
    stick = seat.plug("A", "USB số 03")
    clock.set("12:30")
    close_shift(seat.station, "TB-1", 1)
    clock.set("13:05")
    seat.view.go_asked.emit()
    seat.view.left.emit()
    clock.set("14:05")
    seat.presenter.shown()
    seat.view.go_asked.emit()
    assert seat.view.done is not None
    last = seat.view.done.slip.last
    seat.view.left.emit()
    clock.set("16:02")
    seat.presenter.tick()
    assert [(bundle.state, bundle.minutes) for bundle in seat.view.bundles.bundles] == [
        ("waiting", 117),
        ("waiting", 177),
    ]

    write_receipt(stick, seat.station, 3, last, quarantined=[last])
    write_plan(stick, the_plan(version=the_plan().version + 1))
    (stick.root / "enrol" / "trust").mkdir()
    (stick.root / "enrol" / "trust" / "000002.trust").write_bytes(b"no document\n")
    seat.view.look_asked.emit()
    assert seat.view.sticks.sticks[0].orders.total == 3
    offered = seat.view.received
    assert offered is not None
    assert (offered.offered, offered.mark_before, offered.mark) == (True, 0, last)
    assert [bundle.state for bundle in seat.view.bundles.bundles] == ["waiting", "waiting"]
    seat.view.receive_asked.emit()
    received = seat.view.received
    assert received is not None
    assert [(shown.kind, shown.number, shown.through) for shown in received.documents] == [
        ("plan", the_plan().version + 1, 0),
        ("receipt", 3, last),
        ("refused", 0, 0),
    ]
    assert (received.documents[2].name, received.documents[2].sentence) == ("000002.trust", "bad_envelope")
    assert (received.mark_before, received.mark, received.offered) == (0, last, False)
    assert received.documents == offered.documents
    assert [(bundle.state, bundle.minutes) for bundle in seat.view.bundles.bundles] == [
        ("received", 117),
        ("received", 177),
    ]
    assert seat.view.bundles.bundles[0].withheld == 1
    assert seat.view.sticks.sticks[0].orders.total == 1

    seat.view.left.emit()
    assert seat.view.received is None
    seat.view.receive_asked.emit()
    assert seat.view.received is not None
    assert [(shown.kind, shown.number) for shown in seat.view.received.documents] == [
        ("refused", 0),
        ("old_receipts", 1),
    ]


def test_a_stick_that_brings_nothing_says_so(seat: ExportSeat) -> None:
    seat.plug("A", "USB số 03")
    seat.view.receive_asked.emit()
    assert seat.view.received is not None
    assert (seat.view.received.documents, seat.view.received.sentence) == ((), "")
    seat.desk.slow.refuse = StorageRefused("stick_gone", file="A")
    seat.view.receive_asked.emit()
    assert seat.view.received.sentence == "stick_gone"
    seat.view.go_asked.emit()
    assert seat.view.received is None
    assert seat.view.done is not None


def test_a_receipt_of_another_history_leaves_the_mark(seat: ExportSeat) -> None:
    stick = seat.plug("A", "USB số 03")
    write_receipt(stick, seat.station, 1, 2, head="00" * 32)
    seat.view.receive_asked.emit()
    assert seat.view.received is not None
    assert [shown.sentence for shown in seat.view.received.documents] == ["fork"]
    assert seat.view.received.mark == 0


def test_a_gap_at_the_command_sends_the_entries_again(seat: ExportSeat) -> None:
    stick = seat.plug("A", "USB số 03")
    write_receipt(stick, seat.station, 1, 4)
    seat.view.receive_asked.emit()
    row = BundleRow(seq=1, sha256="ab" * 32, state="refused", code="gap")
    write_receipt(stick, seat.station, 2, 2, bundles=[row])
    seat.view.receive_asked.emit()
    assert seat.view.received is not None
    assert (seat.view.received.mark_before, seat.view.received.mark) == (4, 2)
    assert seat.view.load.load is not None
    assert seat.view.load.load.first == 3


def test_ages_colour_by_the_plan_and_housekeeping_has_none(seat: ExportSeat, clock: Clock) -> None:
    stick = seat.plug("A", "USB số 03")
    clock.set("17:52")
    seat.view.go_asked.emit()
    assert seat.view.done is not None
    last = seat.view.done.slip.last
    seat.view.left.emit()
    states = []
    for hours in (11, 1, 11, 1):
        clock.advance(hours=hours)
        seat.presenter.tick()
        states.append(seat.view.bundles.bundles[0].state)
    assert states == ["waiting", "amber", "amber", "orange"]
    assert seat.view.bundles.bundles[0].minutes == 24 * 60
    write_receipt(stick, seat.station, 1, last)
    seat.view.receive_asked.emit()
    write_receipt(stick, seat.station, 2, last + 2)  # all but the receipt's own entry and what followed
    seat.view.receive_asked.emit()
    seat.view.go_asked.emit()
    clock.advance(hours=30)
    seat.presenter.tick()
    assert [bundle.state for bundle in seat.view.bundles.bundles] == ["quiet", "received"]


def test_what_is_offered_is_turned_down_or_left_for_an_export(seat: ExportSeat) -> None:
    stick = seat.plug("A", "USB số 03")
    write_receipt(stick, seat.station, 3, 2)
    seat.view.look_asked.emit()
    assert seat.view.received is not None
    seat.view.left.emit()
    assert seat.desk.gone == []
    assert seat.view.received is None
    seat.view.look_asked.emit()
    assert seat.view.received is None  # once is enough

    other = seat.plug("B", "USB số 05")
    write_receipt(other, seat.station, 4, 2)
    seat.view.look_asked.emit()
    assert seat.view.received is None  # the chosen one is asked alone
    seat.view.picked.emit(2)
    assert seat.view.received is not None
    assert seat.view.received.stick == "USB số 05"
    seat.view.go_asked.emit()
    assert seat.view.done is not None
    assert all(work.steps for work in seat.view.works)


def test_a_stick_that_is_pulled_while_it_is_asked_offers_nothing(
    seat: ExportSeat, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = seat.plug("A", "USB số 03")
    write_receipt(stick, seat.station, 3, 2)

    def gone(*_: object) -> None:
        raise StorageRefused("stick_gone")

    monkeypatch.setattr("station_app.ui.export.offering.rehearse_orders", gone)
    seat.view.look_asked.emit()
    assert seat.view.received is None
