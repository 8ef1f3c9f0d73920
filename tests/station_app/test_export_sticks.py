"""The export screen finds sticks: known ones, strange ones, a drill's folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bundle.stick import find_bundles
from station_app.bootstrap import catalogue
from station_app.services.set_up import NewStation, set_up_station
from station_app.services.station import Station
from station_app.ui.export.shown import FolderShown
from tests.station_app.desks import (
    CAMPAIGN,
    PASSWORD,
    STATION,
    UNIT,
    Clock,
    FakeDesk,
    as_user,
    station_at,
)
from tests.station_app.export_seat import ExportSeat, files_on, seat_at


@pytest.fixture
def seat(station: Station, tmp_path: Path) -> ExportSeat:
    return seat_at(station, tmp_path)


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
    set_up_station(home, new, clock(), catalogue().outcome_rules)
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


def test_a_real_station_exports_to_any_folder_that_is_asked_for(seat: ExportSeat) -> None:
    place = seat.folder / "handed-over"
    place.mkdir()
    assert seat.view.sticks.folder is None
    seat.view.folder_given.emit(str(place))
    assert not seat.view.sticks.sticks
    seat.view.folder_asked.emit()
    assert seat.view.sticks.folder == FolderShown("", "")
    assert seat.view.button.hindrance == "no_stick"
    seat.view.folder_given.emit(str(place / "missing"))
    assert seat.view.sticks.folder == FolderShown(str(place / "missing"), "not_found")
    seat.view.folder_given.emit(str(place))
    (shown,) = seat.view.sticks.sticks
    assert (shown.folder, shown.state, shown.part) == (True, "usable", "main")
    seat.view.go_asked.emit()
    assert seat.view.done is not None
    assert (seat.view.done.slip.sticks, seat.view.done.pull.state) == (("handed-over",), "folder")
    (file,) = find_bundles(place).found
    assert file.path.name == seat.view.done.file


def test_a_folder_that_was_asked_for_goes_when_asked_again(seat: ExportSeat) -> None:
    seat.view.folder_asked.emit()
    seat.view.folder_given.emit(str(seat.folder))
    assert len(seat.view.sticks.sticks) == 1
    seat.view.folder_asked.emit()
    assert seat.view.sticks.folder is None
    assert not seat.view.sticks.sticks


def test_a_folder_on_a_strange_stick_does_not_pass_by_its_registration(seat: ExportSeat) -> None:
    stranger = seat.plug("A")
    (stranger.root / "inside").mkdir()
    link = seat.folder / "link"
    link.symlink_to(stranger.root / "inside")
    seat.view.folder_asked.emit()
    for path in (stranger.root, stranger.root / "inside", link):
        seat.view.folder_given.emit(str(path))
        assert seat.view.sticks.folder == FolderShown(str(path), "folder_on_stick")
        assert [shown.state for shown in seat.view.sticks.sticks] == ["stranger"]
    seat.view.folder_given.emit(str(seat.station.home / "store"))
    assert seat.view.sticks.folder == FolderShown(str(seat.station.home / "store"), "not_found")
