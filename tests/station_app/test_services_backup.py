"""Copies of the store: made beside running work, encrypted, opened by the people's passwords, never half there."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from threading import Thread

import pytest

from campaign.refusal import InputRefused, NotPermitted, StorageRefused
from db.backup import copy_store
from db.keyslots import KeySlots
from db.store import Store
from station_app.bootstrap import open_station
from station_app.home import SLOTS_FILE, STORE, STORE_FILE
from station_app.services import backup
from station_app.services.backup import KEPT, back_up, copy_aside
from station_app.services.station import Station
from station_app.services.verify import verify_station
from tests.station_app.cli import ADMINISTRATOR, OPERATOR, Stationctl
from tests.station_app.desks import PASSWORD, Clock, as_user, logged, opened


@pytest.fixture
def administrator(station: Station) -> Station:
    return as_user(station, "nb.thinh")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "copies"
    folder.mkdir()
    return folder


def test_a_copy_is_opened_by_a_users_password_and_is_whole(
    administrator: Station, folder: Path, clock: Clock, tmp_path: Path
) -> None:
    opened(as_user(administrator, "tk.van"))
    logged(as_user(administrator, "tk.van"), "031195004417")
    made = back_up(administrator, folder)
    home = tmp_path / "restored"
    home.mkdir()
    shutil.copytree(made.file, home / STORE)
    with open_station(home, "tk.van", PASSWORD, lambda **_: clock) as copy:
        verified = verify_station(copy)
    assert verified.ok
    assert verified.head == made.head


def test_nothing_in_a_copy_is_plain(administrator: Station, folder: Path) -> None:
    opened(as_user(administrator, "tk.van"))
    logged(as_user(administrator, "tk.van"), old_number="031950044", name="Trần Thị Bưởi", birth_date="1995")
    made = Path(back_up(administrator, folder).file)
    content = (made / STORE_FILE).read_bytes()
    assert not content.startswith(b"SQLite format 3")
    for text in ("Bưởi", "031950044", "application_logged", "CREATE TABLE"):
        assert text.encode() not in content
    assert sorted(path.name for path in made.iterdir()) == [SLOTS_FILE, STORE_FILE]
    assert (made / STORE_FILE).stat().st_mode & 0o077 == 0


def test_work_goes_on_while_a_copy_is_made_and_the_copy_is_of_one_moment(
    administrator: Station, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.backup.PAGES_AT_ONCE", 4)
    operator = as_user(administrator, "tk.van")
    opened(operator)
    before = back_up(administrator, folder).last
    worked = Thread(target=lambda: logged(operator, "031195004417"))
    heard: list[int] = []

    def progress(done: int, total: int) -> None:
        heard.append(done)
        if len(heard) == 2:
            worked.start()
            worked.join()

    assert back_up(administrator, folder, progress).last == before
    assert heard == sorted(heard)
    assert back_up(administrator, folder).last == before + 1


def test_only_so_many_copies_stay_and_nothing_else_is_touched(
    administrator: Station, folder: Path, clock: Clock
) -> None:
    (folder / "photos").mkdir()
    (folder / "HP-LC-07-e1-notes").mkdir()
    made = []
    for minute in range(KEPT + 3):
        clock.set(f"08:{minute:02d}")
        made.append(Path(back_up(administrator, folder).file))
    assert [path for path in made if path.exists()] == made[-KEPT:]
    assert (folder / "photos").exists()
    assert (folder / "HP-LC-07-e1-notes").exists()


def test_copies_of_one_second_stand_side_by_side(administrator: Station, folder: Path) -> None:
    assert back_up(administrator, folder).file != back_up(administrator, folder).file


def test_a_stopped_copy_leaves_nothing(administrator: Station, folder: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise InputRefused("backup_stopped")

    with pytest.raises(InputRefused, match="backup_stopped"):
        back_up(administrator, folder, stop)
    assert list(folder.iterdir()) == []


def test_what_a_crash_left_is_swept_by_the_next_copy(administrator: Station, folder: Path) -> None:
    (folder / "HP-LC-07-e1-20210401T101010.part").mkdir()
    back_up(administrator, folder)
    assert [path.suffix for path in folder.iterdir()] == [""]


def test_a_full_disk_is_a_refusal_and_leaves_nothing(
    administrator: Station, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageRefused, match="disk_full"):
        back_up(administrator, folder)
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_gone_is_a_refusal(administrator: Station, folder: Path) -> None:
    folder.rmdir()
    with pytest.raises(InputRefused, match="not_found"):
        back_up(administrator, folder)


def test_the_store_is_no_place_for_its_own_copies(administrator: Station) -> None:
    with pytest.raises(InputRefused, match="not_found"):
        back_up(administrator, administrator.home / STORE)


def test_a_copy_that_reads_back_otherwise_is_none(
    administrator: Station, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    genuine = copy_store

    def damaging(path: Path, key: bytes, to: Path, progress: backup.Progress) -> None:
        genuine(path, key, to, progress)
        content = bytearray(to.read_bytes())
        content[len(content) // 2] ^= 1
        to.write_bytes(content)

    monkeypatch.setattr(backup, "copy_store", damaging)
    with pytest.raises(StorageRefused, match="backup_differs"):
        back_up(administrator, folder)
    assert list(folder.iterdir()) == []


def test_only_administrators_ask_for_a_copy_but_the_station_makes_its_own(station: Station, folder: Path) -> None:
    with pytest.raises(NotPermitted):
        back_up(station, folder)
    assert Path(copy_aside(station, folder).file).is_dir()


def test_the_command_line_says_where_the_copy_is(ctl: Stationctl, tmp_path: Path) -> None:
    answer = ctl.by(ADMINISTRATOR)("backup", tmp_path)
    assert answer.code == 0
    copy = Path(answer.document["file"])
    slots = KeySlots.open(copy / SLOTS_FILE)
    assert slots.point.station == "HP-LC-01"
    assert ctl.by(OPERATOR)("backup", tmp_path).code == 6
    assert ctl.by(ADMINISTRATOR)("backup", tmp_path / "nowhere").code == 3


def test_another_key_opens_no_copy(administrator: Station, folder: Path) -> None:
    made = Path(back_up(administrator, folder).file)
    with pytest.raises(Exception, match="store_unreadable"):
        Store.open(made / STORE_FILE, bytes(32), read_only=True)
