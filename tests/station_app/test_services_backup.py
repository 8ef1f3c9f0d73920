"""Backups are bundles: verified, bounded in number, readable by the city, and never half there."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundle.stick import find_bundles
from campaign.refusal import InputRefused, NotPermitted, StorageRefused
from station_app.services.backup import KEPT, back_up, copy_aside
from station_app.services.station import Station
from tests.station_app.desks import as_user, logged, opened


@pytest.fixture
def administrator(station: Station) -> Station:
    opened(station)
    logged(station, "031195004417")
    return as_user(station, "nb.thinh")


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


def test_the_newest_stay_and_nothing_else_is_touched(administrator: Station, folder: Path) -> None:
    (folder / "notes.txt").write_text("mine")
    made = [Path(back_up(administrator, folder).file) for _ in range(KEPT + 2)]
    assert [path.exists() for path in made] == [False, False, *[True] * KEPT]
    assert (folder / "notes.txt").read_text() == "mine"


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
