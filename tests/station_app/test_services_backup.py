"""Backups are bundles: verified, bounded in number, readable by the city, and never half there."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundle.stick import Stick, find_bundles
from campaign.refusal import InputRefused, NotPermitted, StorageRefused
from db.reads.shifts import sealed_but_unexported
from station_app.services.backup import back_up, copy_aside
from station_app.services.close_shift import close_shift
from station_app.services.copy_bundle import copy_bundle
from station_app.services.export_bundle import export_bundle
from station_app.services.orders import receive_orders
from station_app.services.sending import Sending
from station_app.services.show_board import board_figures
from station_app.services.show_export import export_figures
from station_app.services.show_standing import waiting_of
from station_app.services.station import Station
from station_app.services.status import station_status
from tests.station_app.city_side import write_receipt
from tests.station_app.desks import as_user, logged, opened


@pytest.fixture
def administrator(station: Station) -> Station:
    opened(station)
    logged(station, "031195004417")
    return as_user(station, "nb.thinh")


def funnel(station: Station) -> list[int]:
    return list(station_status(station).to_dict()["funnel"].values())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "copies"
    folder.mkdir()
    return folder


def test_a_backup_is_a_bundle_of_all_that_is_not_acknowledged(administrator: Station, folder: Path) -> None:
    steps: list[tuple[int, int]] = []
    made = back_up(administrator, folder, lambda done, total: steps.append((done, total)))
    (found,) = find_bundles(folder).found
    assert str(found.path) == made.file
    assert found.path.read_bytes().startswith(b"ENROL-BUNDLE/1\n")
    assert (made.first, made.seq) == (1, 1)
    assert steps[-1][0] == steps[-1][1]


def test_whoever_seals_a_shift_has_it_copied_aside_but_only_administrators_ask(
    administrator: Station, folder: Path
) -> None:
    operator = as_user(administrator, "tk.van")
    with pytest.raises(NotPermitted, match="role_may_not"):
        back_up(operator, folder)
    assert Path(copy_aside(operator, folder).file).exists()


def bundles(folder: Path) -> list[int]:
    return [found.numbers[1] for found in find_bundles(folder).found]


def test_the_oldest_make_room_only_once_the_command_has_received_them(administrator: Station, folder: Path) -> None:
    """However little room there is, what the command may lack stays."""
    (folder / "notes.txt").write_text("mine")
    first = back_up(administrator, folder, room=0)
    second = back_up(administrator, folder, room=0)
    assert (bundles(folder), second.beyond) == ([1, 2], first.bytes + second.bytes)

    stick = Stick(administrator.home / "city-stick")
    write_receipt(stick, administrator, 1, first.last)
    receive_orders(as_user(administrator, "pd.luong"), stick)
    logged(as_user(administrator, "tk.van"), "031195004418")
    third = back_up(administrator, folder, room=second.bytes)
    assert (bundles(folder), third.first) == ([2, 3], first.last + 1)
    assert third.beyond == third.bytes
    assert back_up(administrator, folder, room=2**20).beyond == 0
    assert bundles(folder) == [2, 3, 4]
    assert (folder / "notes.txt").read_text() == "mine"


def test_what_the_journal_does_not_know_is_left_alone(administrator: Station, folder: Path) -> None:
    """Such as a bundle of a clone, or of another point."""
    made = Path(back_up(administrator, folder).file)
    strangers = [made.with_name(name) for name in ("HP-LC-07-e1-000099.bundle", "HP-LC-07-e1-000001.part")]
    for stranger in strangers:
        stranger.write_bytes(b"?")
    stick = Stick(administrator.home / "city-stick")
    write_receipt(stick, administrator, 1, 5)
    receive_orders(as_user(administrator, "pd.luong"), stick)
    back_up(administrator, folder, room=0)
    assert all(stranger.exists() for stranger in strangers)


def test_a_backup_is_no_export(administrator: Station, folder: Path, tmp_path: Path) -> None:
    """It stays at the point: the funnel, the desk's list, the board and the checklist go on asking for a stick."""
    close_shift(as_user(administrator, "tk.van"), "TB-1", 1)
    supervisor = as_user(administrator, "pd.luong")
    for _ in range(9):
        made = back_up(administrator, folder)
    assert funnel(administrator) == [1, 1, 0, 0]
    with administrator.store.read() as snapshot:
        assert Sending.of(administrator, snapshot).state(1, 10**6) == "unsent"
        assert waiting_of(administrator, snapshot).bundle is None
        assert sealed_but_unexported(snapshot, "HP-LC-07", 1, "2021-04-08") == 1
    assert board_figures(administrator).bundle is None
    figures = export_figures(supervisor)
    assert (figures.bundles, figures.load and figures.load.seq) == ((), made.seq + 1)

    stick = Stick(tmp_path / "usb")
    stick.root.mkdir()
    exported = export_bundle(supervisor, stick)
    back_up(administrator, folder)
    assert exported.seq == made.seq + 1
    assert funnel(administrator) == [1, 1, 1, 0]
    assert [bundle.seq for bundle in export_figures(supervisor).bundles] == [exported.seq]


def test_a_backup_that_is_copied_to_a_stick_is_an_export(administrator: Station, folder: Path, tmp_path: Path) -> None:
    made = back_up(administrator, folder)
    stick = Stick(tmp_path / "usb")
    stick.root.mkdir()
    copy_bundle(as_user(administrator, "pd.luong"), made.seq, Stick(folder), stick)
    assert funnel(administrator) == [1, 0, 1, 0]
    (bundle,) = export_figures(as_user(administrator, "pd.luong")).bundles
    assert (bundle.seq, bundle.verified) == (made.seq, True)


def test_a_stopped_backup_leaves_nothing(administrator: Station, folder: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise InputRefused("backup_stopped")

    with pytest.raises(InputRefused, match="backup_stopped"):
        back_up(administrator, folder, stop)
    assert not find_bundles(folder).found
    assert Path(back_up(administrator, folder).file).exists()


def test_a_folder_that_is_none_or_the_stores_own_is_refused(administrator: Station, folder: Path) -> None:
    for wrong in (folder / "nowhere", administrator.home / "store"):
        with pytest.raises((InputRefused, StorageRefused)):
            back_up(administrator, wrong)
