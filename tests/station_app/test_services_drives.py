"""Which plugged-in drives are sticks, as systems tell them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from bundle.stick import Stick
from campaign.refusal import StorageRefused
from station_app import bootstrap
from station_app.hardware import drives
from station_app.hardware.drives import removable_drives
from station_app.services.station import Station
from station_app.services.sticks import register_stick
from tests.station_app.desks import as_user


def plugged(patch: pytest.MonkeyPatch, *partitions: tuple[str, str], platform: str = "linux") -> None:
    """(mount point, options) of each; those under "gone" can't be asked for their room."""

    def usage(mount: str) -> SimpleNamespace:
        if "gone" in mount:
            raise OSError
        return SimpleNamespace(free=5, total=9)

    rows = [SimpleNamespace(mountpoint=mount, opts=options, fstype="vfat") for mount, options in partitions]
    patch.setattr(psutil, "disk_partitions", lambda all: rows)
    patch.setattr(psutil, "disk_usage", usage)
    patch.setattr(os.path, "ismount", lambda mount: "folder" not in mount)
    patch.setattr(sys, "platform", platform)


def test_linux_mounts_sticks_where_desktops_do(monkeypatch: pytest.MonkeyPatch) -> None:
    plugged(
        monkeypatch,
        *(
            ("/", "rw"),
            ("/home", "rw"),
            ("/media/van/USB", "rw"),
            ("/run/media/van/KINGSTON", "rw"),
            ("/mnt/usb1", "rw"),
        ),
        *(("/media/van/gone", "rw"), ("/media/van/folder", "rw"), ("/mediator", "rw")),
    )
    found = removable_drives()
    assert [str(drive.root) for drive in found] == ["/media/van/USB", "/run/media/van/KINGSTON", "/mnt/usb1"]
    assert (found[0].free, found[0].size, found[0].file_system) == (5, 9, "vfat")


def test_windows_says_which_drives_are_removable(monkeypatch: pytest.MonkeyPatch) -> None:
    plugged(monkeypatch, ("C:\\", "rw,fixed"), ("E:\\", "rw,removable"), ("F:\\", "removable"), platform="win32")
    assert [str(drive.root) for drive in removable_drives()] == ["E:\\", "F:\\"]


def test_a_system_that_tells_no_drives_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(all: bool) -> list[SimpleNamespace]:
        raise PermissionError

    monkeypatch.setattr(psutil, "disk_partitions", refused)
    assert removable_drives() == []


def test_a_stranger_among_the_sticks_is_noticed(
    station: Station, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, stranger = Stick(tmp_path / "known"), Stick(tmp_path / "stranger")
    for stick in (known, stranger):
        stick.root.mkdir()
    register_stick(as_user(station, "pd.luong"), known, "USB của điểm")
    monkeypatch.setattr(drives, "_MEDIA", (str(tmp_path),))
    for mounted, unknown in (([], False), ([known], False), ([known, stranger], True), ([stranger], True)):
        plugged(monkeypatch, *((str(stick.root), "rw") for stick in mounted))
        assert bootstrap.surroundings(station).unknown_stick is unknown
    plugged(monkeypatch, (str(tmp_path / "missing"), "rw"))
    assert bootstrap.surroundings(station).unknown_stick is True


def test_a_home_that_is_gone_is_told(station: Station, tmp_path: Path) -> None:
    station.home = tmp_path / "gone"
    with pytest.raises(StorageRefused, match=r"^storage_failed$"):
        bootstrap.surroundings(station)
