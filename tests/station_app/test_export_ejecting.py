"""Once a bundle is proved its sticks are let go, and people are told which may be pulled."""

from __future__ import annotations

from pathlib import Path

import pytest

from station_app.services.station import Station
from station_app.ui.export.ejecting import Ejecting
from station_app.ui.export.shown import PullShown
from tests.station_app.desks import FakeDesk
from tests.station_app.export_seat import ExportSeat, seat_at


@pytest.fixture
def seat(station: Station, tmp_path: Path) -> ExportSeat:
    return seat_at(station, tmp_path)


def pull(seat: ExportSeat) -> PullShown:
    assert seat.view.done is not None
    return seat.view.done.pull


def test_both_sticks_are_let_go_at_once(seat: ExportSeat) -> None:
    for name, label in (("A", "USB số 03"), ("B", "USB số 05")):
        seat.plug(name, label)
    seat.view.go_asked.emit()
    assert pull(seat) == PullShown("ready", 2, "")
    seat.desk.slow.held = True
    seat.view.eject_asked.emit()
    seat.view.eject_asked.emit()
    assert pull(seat) == PullShown("ejecting", 2, "")
    seat.desk.slow.release()
    assert pull(seat) == PullShown("ejected", 2, "")
    assert (seat.plugged, seat.view.sticks.sticks) == ([], ())
    calls = seat.desk.slow.calls
    seat.view.eject_asked.emit()
    assert seat.desk.slow.calls == calls


def test_one_in_use_is_told_while_the_other_goes(seat: ExportSeat) -> None:
    first, second = seat.plug("A", "USB số 03"), seat.plug("B", "USB số 05")
    seat.view.go_asked.emit()
    seat.used = {first.root}
    seat.view.eject_asked.emit()
    assert pull(seat) == PullShown("failed", 2, "eject_busy")
    assert seat.plugged == [first.root]
    seat.used = set()
    seat.view.eject_asked.emit()
    assert pull(seat) == PullShown("ejected", 2, "")
    assert second.root not in seat.plugged


def test_only_a_stick_that_carries_the_bundle_is_let_go(seat: ExportSeat) -> None:
    """A stranger, and a second stick whose copy was stopped, stay."""
    seat.plug("A", "USB số 03")
    other, stranger = seat.plug("B", "USB số 05"), seat.plug("C")
    seat.step_at("second_copy", seat.view.left.emit)
    seat.view.go_asked.emit()
    seat.view.eject_asked.emit()
    assert (pull(seat), seat.plugged) == (PullShown("ejected", 1, ""), [other.root, stranger.root])


def test_a_further_copy_is_let_go_as_well(seat: ExportSeat) -> None:
    seat.plug("A", "USB số 03")
    seat.view.go_asked.emit()
    seat.plug("B", "USB số 05")
    seat.view.copy_asked.emit()
    seat.view.go_asked.emit()
    assert pull(seat) == PullShown("ready", 2, "")
    seat.view.eject_asked.emit()
    assert seat.plugged == []


def test_a_next_bundle_begins_anew(seat: ExportSeat) -> None:
    stick = seat.plug("A", "USB số 03")
    seat.view.go_asked.emit()
    seat.view.eject_asked.emit()
    seat.view.left.emit()
    seat.plugged.append(stick.root)
    seat.presenter.shown()
    seat.view.go_asked.emit()
    assert pull(seat) == PullShown("ready", 1, "")


def test_a_folder_that_stands_for_a_stick_has_nothing_to_let_go(station: Station) -> None:
    asked: list[Path] = []
    ejecting = Ejecting(FakeDesk(station), asked.append, lambda: None)
    ejecting.offer([], [station.home / "stick"])
    ejecting.start()
    assert (ejecting.shown(), asked) == (PullShown("folder", 0, ""), [])
