"""Sticks are let go by the system, or people are told why not: at real drives where this user may mount one."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from campaign.refusal import StorageRefused
from station_app.hardware.ejecting import eject
from tests.station_app.mounts import Drive, small_drive


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Drive]:
    with small_drive(tmp_path / "usb") as made:
        made.require_mounted()
        yield made


def test_an_ejected_drive_is_gone_and_its_files_with_it(drive: Drive) -> None:
    (drive.root / "bundle").write_bytes(b"written")
    eject(drive.root)
    assert not os.path.ismount(drive.root)
    assert list(drive.root.iterdir()) == []


def test_one_in_use_stays_and_is_let_go_once_nobody_uses_it(drive: Drive) -> None:
    with (drive.root / "bundle").open("wb"), pytest.raises(StorageRefused, match="eject_busy"):
        eject(drive.root)
    assert os.path.ismount(drive.root)
    eject(drive.root)
    assert not os.path.ismount(drive.root)


def test_a_folder_is_no_drive(tmp_path: Path) -> None:
    for root in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(StorageRefused, match="eject_impossible"):
            eject(root)


def test_a_system_without_means_says_so(drive: Drive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(StorageRefused, match="eject_impossible"):
        eject(drive.root)
    assert os.path.ismount(drive.root)


def test_the_desktops_service_is_asked_first_and_switches_the_stick_off(
    drive: Drive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whose mounts an ordinary user may unmount, as udisks does; here a program that speaks as it does."""
    said = tmp_path / "said"
    programs = tmp_path / "programs"
    programs.mkdir()
    service = programs / "udisksctl"
    service.write_text(f'#!/bin/sh\necho "$@" >> {said}\n[ "$1" = power-off ] || /bin/umount {drive.root}\n')
    service.chmod(service.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    eject(drive.root)
    assert [line.split()[0] for line in said.read_text().splitlines()] == ["unmount", "power-off"]
