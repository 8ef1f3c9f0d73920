"""The disk of a station runs full, or can't be written to: what was acknowledged stays, nothing else is claimed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.station_app.cli import OPERATOR, Stationctl, applications
from tests.station_app.mounts import MIB, Drive, small_drive
from tests.station_app.test_cli_answers import OPEN

LINES = [{"scan": f"0311950044{number:02}", "form_id": f"form-{number}"} for number in range(40)]
CLOSE = ("shift", "close", "--device", "TB-1", "--device-counter", "0")


@pytest.fixture
def drive(tmp_path: Path) -> Iterator[Drive]:
    """Some times what a station takes."""
    with small_drive(tmp_path / "drive", 4 * MIB) as drive:
        yield drive


@pytest.fixture
def there(ctl: Stationctl, drive: Drive) -> Stationctl:
    """`stationctl` of the operator with its home on the drive, a shift open."""
    assert ctl(*OPEN, "TB-1").code == 0
    shutil.copytree(ctl.home, drive.root / "station")
    return replace(ctl.by(OPERATOR), home=drive.root / "station")


@contextmanager
def nearly_full(drive: Drive, leave: int) -> Iterator[None]:
    ballast = drive.root / "ballast"
    free = os.statvfs(drive.root)
    ballast.write_bytes(bytes(free.f_bavail * free.f_frsize - leave))
    yield
    ballast.unlink()


def test_a_full_disk_refuses_line_by_line(there: Stationctl, drive: Drive) -> None:
    if not drive.mounted:
        pytest.skip("only a drive of its own is full after some lines")
    with nearly_full(drive, 100_000):
        full = there.log(*LINES)
    assert full.code == 7
    assert [line["line"] for line in full.lines] == list(range(1, len(LINES) + 1))
    acknowledged = {line["line"]: line["n"] for line in full.lines if line["ok"]}
    refused = [line["error"] for line in full.lines if not line["ok"]]
    assert 0 < len(acknowledged) < len(LINES)
    assert refused == [{"code": "disk_full"}] * len(refused)

    again = there.log(*LINES)
    assert again.code == 0
    assert {line["line"]: line["n"] for line in again.lines if line.get("repeated")} == acknowledged
    there_now = [body.form_id for body in applications(there.home).values()]
    assert sorted(there_now) == sorted(line["form_id"] for line in LINES)
    assert there("verify").document["ok"] is True


def test_a_disk_without_any_room_lets_nothing_in_and_nothing_go(there: Stationctl, drive: Drive) -> None:
    with drive.full():
        for refused in (there.log(LINES[0]), there(*CLOSE), there.at("04:00", "2021-04-09").log(LINES[0])):
            # Where there is not even room to begin, the database says only that the disk failed.
            assert (refused.code, refused.error in ("disk_full", "storage_failed")) == (7, True)
    assert there(*CLOSE).code == 0
    assert there("verify").document["ok"] is True


def test_a_read_only_home_takes_nothing(there: Stationctl, drive: Drive) -> None:
    with drive.read_only():
        if drive.mounted or os.geteuid() != 0:
            refused = there.log(LINES[0])
            assert (refused.code, refused.error) == (7, "read_only")
        wrong = replace(there, password="falsch")("status")
        assert (wrong.code, wrong.error) == (6, "wrong_password")
    assert there.log(LINES[0]).code == 0
