"""The export screen decides: steps, failures, second and further copies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bundle.disk import Part
from campaign.refusal import StorageRefused
from station_app.services.station import Station
from tests.station_app.desks import (
    Clock,
)
from tests.station_app.export_seat import ExportSeat, files_on, seat_at


@pytest.fixture
def seat(station: Station, tmp_path: Path) -> ExportSeat:
    return seat_at(station, tmp_path)


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
