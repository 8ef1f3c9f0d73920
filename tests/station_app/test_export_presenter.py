"""The export screen decides: sticks, steps, failures, copies, and what the command sends back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bundle.disk import Part
from bundle.documents import BundleRow
from bundle.stick import Stick
from campaign.refusal import StorageRefused
from station_app.bootstrap import catalogue
from station_app.services.close_shift import close_shift
from station_app.services.set_up import NewStation, set_up_station
from station_app.services.station import Station, counted_outcomes
from tests.station_app.city_side import write_plan, write_receipt
from tests.station_app.desks import (
    CAMPAIGN,
    PASSWORD,
    STATION,
    UNIT,
    Clock,
    FakeDesk,
    as_user,
    logged,
    opened,
    station_at,
    the_plan,
)
from tests.station_app.export_seat import ExportSeat


@pytest.fixture
def seat(station: Station, tmp_path: Path) -> ExportSeat:
    """A supervisor, one application logged, no stick yet."""
    opened(station)
    logged(station, "031195004417")
    made = ExportSeat(FakeDesk(as_user(station, "pd.luong")), tmp_path)
    made.presenter.shown()
    return made


def files_on(stick: Stick) -> list[str]:
    return [path.name for path in stick.root.rglob("*") if path.is_file() and path.name != "stick.json"]


def test_without_a_stick_it_says_what_would_go_and_waits_for_one(seat: ExportSeat) -> None:
    assert seat.view.button.hindrance == "no_stick"
    assert seat.view.load.load is not None
    assert (seat.view.load.load.seq, seat.view.load.load.counted, seat.view.load.load.unsealed) == (1, 1, 1)
    assert seat.states() == ["waiting"] * 4
    seat.view.go_asked.emit()
    seat.view.receive_asked.emit()
    assert (seat.view.done, seat.view.received, seat.desk.grown) == (None, None, 0)


def test_a_stick_put_in_is_noticed_by_itself(seat: ExportSeat) -> None:
    seat.plugged.append(seat.folder / "late")
    (seat.folder / "late").mkdir()
    seat.presenter.tick()
    assert not seat.view.sticks.sticks
    seat.presenter.tick()
    assert [shown.volume for shown in seat.view.sticks.sticks] == ["late"]
    seat.plugged.clear()
    seat.view.look_asked.emit()
    assert not seat.view.sticks.sticks


def test_a_strange_stick_is_left_alone_until_it_has_a_name(seat: ExportSeat) -> None:
    stick = seat.plug("KINGSTON")
    assert [shown.state for shown in seat.view.sticks.sticks] == ["stranger"]
    assert seat.view.button.hindrance == "no_usable"
    assert seat.view.sticks.naming is not None
    assert seat.view.sticks.naming.volume == "KINGSTON"
    seat.view.named.emit("   ")
    assert seat.view.sticks.naming.sentence == ""
    seat.view.named.emit("hai\ndòng")
    assert seat.view.sticks.naming.sentence == "not_canonical"
    seat.view.picked.emit(1)
    assert seat.view.sticks.naming.sentence == ""
    seat.view.named.emit("USB số 03")
    (shown,) = seat.view.sticks.sticks
    assert (shown.state, shown.part, shown.label) == ("usable", "main", "USB số 03")
    assert seat.view.sticks.naming is None
    assert seat.view.button.hindrance == ""
    assert files_on(stick) == []


def test_the_digit_chooses_and_another_known_stick_takes_the_second_copy(seat: ExportSeat) -> None:
    seat.plug("A", "USB số 03")
    seat.plug("B", "USB số 05")
    seat.plug("C")
    assert [shown.part for shown in seat.view.sticks.sticks] == ["main", "second", "none"]
    seat.view.picked.emit(2)
    assert [shown.part for shown in seat.view.sticks.sticks] == ["second", "main", "none"]
    seat.view.picked.emit(3)
    seat.view.picked.emit(9)
    assert [shown.part for shown in seat.view.sticks.sticks] == ["second", "main", "none"]
    assert (seat.view.load.second, seat.view.load.second_wanted) == ("USB số 03", True)
    seat.view.second_toggled.emit()
    assert [shown.part for shown in seat.view.sticks.sticks] == ["none", "main", "none"]
    assert len(seat.view.work.steps) == 4


def test_an_export_is_shown_step_by_step_and_proved_on_both_sticks(seat: ExportSeat, clock: Clock) -> None:
    first, second = seat.plug("KINGSTON", "USB số 03"), seat.plug("TRANSCEND", "USB số 05")
    clock.set("17:58")
    seat.view.go_asked.emit()
    done = seat.view.done
    assert done is not None
    assert (done.slip.seq, done.slip.first, done.slip.count) == (1, 1, done.slip.last)
    assert [(copy.label, copy.sentence) for copy in done.copies] == [("USB số 03", ""), ("USB số 05", "")]
    assert [step for step, _ in done.copies[0].seconds] == ["write", "flush", "read_back"]
    assert all(seconds > 0 for copy in done.copies for _, seconds in copy.seconds)
    assert done.file == "HP-LC-07-e1-000001.bundle"
    assert (files_on(first), files_on(second)) == ([done.file], [done.file])
    assert done.slip.sticks == ("USB số 03", "USB số 05")
    assert done.slip.qr == f"ENROL HP-LC-07 E1 1 1-{done.slip.last} {done.slip.digest}"
    assert done.verified_at == clock()
    assert seat.desk.grown == 1

    seen = [tuple(step.state for step in work.steps) for work in seat.view.works]
    for place in range(5):
        assert ("done",) * place + ("current",) + ("waiting",) * (4 - place) in seen
    shares = [button.share for button in seat.view.buttons if button.mode == "running"]
    assert shares == sorted(shares)
    assert (seat.view.bundles.bundles[0].state, seat.view.funnel.exported) == ("waiting", 1)


def test_while_it_runs_nothing_else_can_be_begun(seat: ExportSeat) -> None:
    seat.plug("A", "USB số 03")
    seat.plug("B", "USB số 05")
    seat.desk.slow.held = True
    seat.view.go_asked.emit()
    for event in (seat.view.go_asked, seat.view.receive_asked, seat.view.look_asked, seat.view.second_toggled):
        event.emit()
    seat.view.picked.emit(2)
    calls = seat.desk.slow.calls
    for _ in range(20):
        seat.presenter.tick()
    assert seat.desk.slow.calls == calls
    assert (seat.view.button.mode, seat.view.sticks.locked, seat.view.load.locked) == ("running", True, True)
    assert seat.view.bundles.bundles[0].state == "running"
    assert [shown.part for shown in seat.view.sticks.sticks] == ["main", "second"]
    seat.desk.slow.release()
    assert seat.view.done is not None
    assert len(seat.view.bundles.bundles) == 1


@pytest.mark.parametrize("step", ["write", "read_back", "second_copy"])
def test_esc_stops_and_leaves_nothing_half_written(seat: ExportSeat, step: str) -> None:
    first, second = seat.plug("A", "USB số 03"), seat.plug("B", "USB số 05")
    seat.step_at(step, seat.view.left.emit)
    seat.view.go_asked.emit()
    assert files_on(second) == []
    assert any(button.stopping for button in seat.view.buttons)
    if step == "second_copy":  # the first copy stands
        assert seat.view.done is not None
        assert [copy.sentence for copy in seat.view.done.copies] == ["", "cancelled"]
        assert seat.view.done.slip.sticks == ("USB số 03",)
        return
    assert files_on(first) == []
    assert seat.view.trouble is not None
    assert (seat.view.trouble.stopped, seat.view.button.mode) == (True, "export")
    assert seat.view.trouble.skipped == (1 if step == "read_back" else None)
    seat.view.left.emit()
    assert seat.view.trouble is None
    assert seat.desk.gone == []


def test_a_stick_pulled_out_halfway_is_told_and_tried_again(seat: ExportSeat) -> None:
    stick = seat.plug("A", "USB số 03")
    other = seat.plug("B", "USB số 05")
    seat.view.second_toggled.emit()
    seat.step_at("flush", lambda: shutil.rmtree(stick.root))
    seat.view.go_asked.emit()
    assert seat.view.trouble is not None
    assert (seat.view.trouble.sentence, seat.view.trouble.stopped) == ("stick_gone", False)
    assert seat.view.button.mode == "retry"
    assert seat.states() == ["done", "failed", "waiting", "waiting"]
    assert [shown.state for shown in seat.view.sticks.sticks] == ["unreadable", "usable"]
    seat.view.go_asked.emit()
    assert seat.view.done is not None
    assert files_on(other) == [seat.view.done.file]


def test_what_reads_back_otherwise_is_removed_and_its_number_skipped(
    seat: ExportSeat, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = seat.plug("A", "USB số 03")
    publish = Part.publish

    def spoiled(part: Part) -> None:
        publish(part)
        if part.path.suffix == ".bundle":
            whole = part.path.read_bytes()
            part.path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))

    with monkeypatch.context() as patch:
        patch.setattr(Part, "publish", spoiled)
        seat.view.go_asked.emit()
    assert seat.view.trouble is not None
    assert (seat.view.trouble.sentence, seat.view.trouble.skipped) == ("read_back_differs", 1)
    assert seat.states() == ["done", "done", "failed", "waiting"]
    assert files_on(stick) == []
    assert [bundle.state for bundle in seat.view.bundles.bundles] == ["skipped"]
    seat.view.go_asked.emit()
    assert seat.view.done is not None
    assert seat.view.done.slip.seq == 2


def test_a_failed_second_copy_leaves_the_first_standing(seat: ExportSeat) -> None:
    first, second = seat.plug("A", "USB số 03"), seat.plug("B", "USB số 05")
    seat.step_at("second_copy", lambda: shutil.rmtree(second.root))
    seat.view.go_asked.emit()
    done = seat.view.done
    assert done is not None
    assert [copy.sentence for copy in done.copies] == ["", "stick_gone"]
    assert files_on(first) == [done.file]


def test_a_stick_that_took_the_place_of_the_chosen_one_is_not_written_to(seat: ExportSeat) -> None:
    stick = seat.plug("A", "USB số 03")
    shutil.rmtree(stick.root)
    stick.root.mkdir()
    seat.view.go_asked.emit()
    assert seat.view.trouble is not None
    assert seat.view.trouble.sentence == "stick_gone"
    assert files_on(stick) == []


def test_a_disk_that_is_full_is_no_end(seat: ExportSeat) -> None:
    seat.plug("A", "USB số 03")
    seat.desk.slow.refuse = StorageRefused("no_space", file="x")
    seat.view.go_asked.emit()
    assert seat.view.trouble is not None
    assert (seat.view.trouble.sentence, seat.view.trouble.skipped) == ("no_space", None)
    assert seat.states() == ["failed", "waiting", "waiting", "waiting"]
    seat.view.go_asked.emit()
    assert seat.view.done is not None


def test_one_more_copy_goes_to_a_stick_that_has_none(seat: ExportSeat) -> None:
    seat.plug("A", "USB số 03")
    seat.view.go_asked.emit()
    seat.view.copy_asked.emit()
    assert seat.view.done is None
    assert (seat.view.button.mode, seat.view.button.hindrance) == ("copy", "no_usable")
    assert [shown.state for shown in seat.view.sticks.sticks] == ["holds"]
    third = seat.plug("C", "USB số 07")
    assert (seat.view.button.hindrance, seat.view.load.second) == ("", "")
    seat.view.go_asked.emit()
    done = seat.view.done
    assert done is not None
    assert [copy.label for copy in done.copies] == ["USB số 03", "USB số 07"]
    assert files_on(third) == [done.file]
    assert done.slip.sticks == ("USB số 03", "USB số 07")

    seat.view.copy_asked.emit()
    seat.view.left.emit()
    assert seat.view.done == done
    seat.view.left.emit()
    assert (seat.view.done, seat.desk.gone) == (None, ["board"])


def test_a_further_copy_without_its_source_is_told(seat: ExportSeat) -> None:
    stick = seat.plug("A", "USB số 03")
    seat.view.go_asked.emit()
    seat.view.copy_asked.emit()
    seat.plug("C", "USB số 07")
    shutil.rmtree(stick.root)
    seat.view.go_asked.emit()
    assert seat.view.trouble is not None
    assert (seat.view.trouble.sentence, seat.states()) == ("stick_gone", ["failed"])
    seat.view.left.emit()
    assert seat.view.done is not None


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
    assert seat.view.sticks.sticks[0].orders == 3
    seat.view.receive_asked.emit()
    received = seat.view.received
    assert received is not None
    assert [(shown.kind, shown.number, shown.through) for shown in received.documents] == [
        ("plan", the_plan().version + 1, 0),
        ("receipt", 3, last),
        ("refused", 0, 0),
    ]
    assert (received.documents[2].name, received.documents[2].sentence) == ("000002.trust", "bad_envelope")
    assert (received.mark_before, received.mark) == (0, last)
    assert [(bundle.state, bundle.minutes) for bundle in seat.view.bundles.bundles] == [
        ("received", 117),
        ("received", 177),
    ]
    assert seat.view.bundles.bundles[0].withheld == 1
    assert seat.view.sticks.sticks[0].orders == 1

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


@pytest.fixture
def untrusting(tmp_path: Path, clock: Clock) -> Iterator[Station]:
    """Set up, but not yet met by the city."""
    home = tmp_path / "new"
    home.mkdir()
    new = NewStation(
        campaign=CAMPAIGN,
        station=STATION,
        unit=UNIT,
        devices=("TB-1",),
        user="nb.thinh",
        full_name="Nguyễn Bá Thịnh",
        password=PASSWORD,
        drill=False,
    )
    set_up_station(home, new, clock(), counted_outcomes(catalogue()))
    with station_at(home, clock, "nb.thinh") as station:
        yield as_user(station, "pd.luong")


def test_without_the_citys_trust_nothing_can_be_exported(untrusting: Station, tmp_path: Path) -> None:
    seat = ExportSeat(FakeDesk(untrusting), tmp_path)
    seat.plug("A", "USB số 03")
    assert seat.view.button.hindrance == "no_trust"
    seat.view.go_asked.emit()
    assert seat.view.done is None


def test_in_a_drill_a_plain_folder_is_a_stick(station: Station, tmp_path: Path) -> None:
    drilling = replace(as_user(station, "pd.luong"), identity=replace(station.identity, drill=True))
    seat = ExportSeat(FakeDesk(drilling), tmp_path)
    seat.presenter.shown()
    assert seat.view.sticks.folder is not None
    assert seat.view.sticks.folder.path == str(station.home / "stick")
    assert (seat.view.button.hindrance, seat.view.sticks.folder.sentence) == ("no_stick", "not_found")
    (tmp_path / "mine").mkdir()
    seat.view.folder_given.emit(f" {tmp_path / 'mine'} ")
    (shown,) = seat.view.sticks.sticks
    assert (shown.folder, shown.state, shown.part) == (True, "usable", "main")
    seat.plug("A")
    assert [shown.state for shown in seat.view.sticks.sticks] == ["usable", "stranger"]
    seat.view.go_asked.emit()
    assert seat.view.done is not None
    assert seat.view.done.slip.drill
    assert seat.view.done.slip.sticks == ("mine",)


def test_a_real_station_takes_no_folder(seat: ExportSeat) -> None:
    assert seat.view.sticks.folder is None
    seat.view.folder_given.emit(str(seat.folder))
    assert not seat.view.sticks.sticks
