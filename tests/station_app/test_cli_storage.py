"""The disk of a station runs full, or can't be written to: what was acknowledged stays, nothing else is claimed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.station_app.cli import ADMINISTRATOR, OPERATOR, STATION, UNIT, Stationctl, applications
from tests.station_app.disks import Disk, a_disk
from tests.station_app.test_cli_answers import OPEN

LINES = [{"scan": f"0311950044{number:02}", "form_id": f"form-{number}"} for number in range(40)]
INIT = ("init", "--campaign", "c", "--station", STATION, "--unit", UNIT, "--device", "TB-1", "--drill")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Two mebibytes, of which a station takes a tenth."""
    with a_disk(tmp_path / "disk", 2048) as disk:
        yield disk


@pytest.fixture
def there(ctl: Stationctl, disk: Disk) -> Stationctl:
    """`stationctl` of the operator with its home on the disk, a shift open."""
    assert ctl(*OPEN, "TB-1").code == 0
    shutil.copytree(ctl.home, disk.root / "station")
    return replace(ctl.by(OPERATOR), home=disk.seen_at / "station", enter=disk.enter)


def test_a_full_disk_refuses_line_by_line(there: Stationctl, disk: Disk, tmp_path: Path) -> None:
    disk.fill(leave=100_000)
    full = there.log_process(*LINES)
    assert full.code == 7
    assert [line["line"] for line in full.lines] == list(range(1, len(LINES) + 1))
    acknowledged = {line["line"]: line["n"] for line in full.lines if line["ok"]}
    refused = [line["error"] for line in full.lines if not line["ok"]]
    assert 0 < len(acknowledged) < len(LINES)
    assert refused == [{"code": "disk_full"}] * len(refused)
    assert not full.err

    disk.make_room()
    again = there.log_process(*LINES)
    assert again.code == 0
    assert {line["line"]: line["n"] for line in again.lines if line.get("repeated")} == acknowledged
    shutil.copytree(disk.root / "station", tmp_path / "copy")
    assert [body.form_id for body in applications(tmp_path / "copy").values()] == [line["form_id"] for line in LINES]
    assert replace(there, home=tmp_path / "copy")("verify").document["ok"] is True


def test_a_disk_without_any_room_lets_nothing_in_and_nothing_go(there: Stationctl, disk: Disk) -> None:
    disk.fill()
    close = ("shift", "close", "--device", "TB-1", "--device-counter", "0")
    for refused in (there.log_process(LINES[0]), there.process(*close)):
        # Where there is not even room to begin, the database says only that the disk failed.
        assert (refused.code, refused.error in ("disk_full", "storage_failed")) == (7, True)
    disk.make_room()
    assert there.process(*close).code == 0


def test_a_read_only_home_takes_nothing(there: Stationctl, disk: Disk) -> None:
    disk.protect()
    refused = there.log_process(LINES[0])
    assert (refused.code, refused.error) == (7, "read_only")
    wrong = replace(there, password="falsch").process("status")
    assert (wrong.code, wrong.error) == (6, "wrong_password")
    disk.release()
    assert there.log_process(LINES[0]).code == 0


def test_a_set_up_without_a_place_makes_nothing(disk: Disk) -> None:
    new = Stationctl(disk.seen_at / "station", ADMINISTRATOR, enter=disk.enter)
    for leave in (0, 50_000):
        disk.fill(leave)
        refused = new.process(*INIT)
        assert (refused.code, refused.error) == (7, "disk_full")
        assert new.process("status").error == "not_set_up"
        disk.make_room()
    disk.protect()
    refused = new.process(*INIT)
    assert (refused.code, refused.error) == (7, "read_only")
    assert new.process("status").error == "not_set_up"
    disk.release()
    assert new.process(*INIT).code == 0
    assert new.process("user", "list").code == 0
