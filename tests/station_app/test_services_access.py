"""Who gets at a station: not another user of the computer, but its people also where nothing can be written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from campaign.refusal import NotPermitted, StorageRefused
from station_app.bootstrap import open_station
from station_app.home import SLOTS_FILE, STORE, STORE_FILE
from station_app.services.status import list_shifts, station_status
from station_app.services.verify import verify_station
from tests.station_app.desks import PASSWORD, STATION, Clock, at, copied, opened, station_at
from tests.station_app.mounts import small_drive

NOBODY = 65534


@contextmanager
def somebody_else() -> Iterator[None]:
    """Who is root may read everything, so for a while nobody is."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.parametrize("shut", [".", STORE, f"{STORE}/{SLOTS_FILE}", f"{STORE}/{STORE_FILE}"])
def test_a_folder_of_another_user_is_not_called_damaged(prepared_home: Path, shut: str) -> None:
    with TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        home = Path(folder) / "home"
        shutil.copytree(prepared_home / STORE, home / STORE)
        (home / STORE / SLOTS_FILE).chmod(0o644)
        (home / STORE / STORE_FILE).chmod(0o644)
        (home / shut).chmod(0)
        try:
            with (
                somebody_else(),
                pytest.raises(StorageRefused, match=r"^no_access$"),
                open_station(home, "tk.van", PASSWORD, lambda **_: lambda: at("07:30"), read_only=True),
            ):
                pass
        finally:
            (home / shut).chmod(0o755)


def test_a_full_disk_keeps_nobody_out(prepared_home: Path, tmp_path: Path) -> None:
    """Not even who mistyped the password before the disk was full."""
    with small_drive(tmp_path / "drive") as drive:
        drive.require_mounted()
        home = drive.root / "home"
        shutil.copytree(prepared_home / STORE, home / STORE)

        def status(password: str) -> None:
            with open_station(home, "tk.van", password, lambda **_: lambda: at("07:30"), read_only=True) as station:
                assert station_status(station).station == STATION

        with pytest.raises(NotPermitted, match=r"^wrong_password$"):
            status("falsch")
        status(PASSWORD)
        with pytest.raises(NotPermitted, match=r"^wrong_password$"):
            status("falsch")
        with drive.full():
            status(PASSWORD)


@pytest.mark.parametrize("in_use", [False, True])
def test_a_disk_that_turned_read_only_can_still_be_read(prepared_home: Path, tmp_path: Path, in_use: bool) -> None:
    """As a failing disk does, also in the midst of work: what it holds can be looked at, verified and told."""
    with small_drive(tmp_path / "drive") as drive:
        home = copied(prepared_home, drive.root / "home")
        with ExitStack() as still_open:
            clock = Clock(at("07:30"))
            if in_use:
                station = still_open.enter_context(station_at(home, clock))
                opened(station)
                copied(home, tmp_path / "as-it-was")
        if in_use:
            shutil.rmtree(home)
            copied(tmp_path / "as-it-was", home)
        with (
            drive.read_only(),
            open_station(home, "tk.van", PASSWORD, lambda **_: clock, read_only=True) as looked_at,
        ):
            assert len(list_shifts(looked_at)) == in_use
            assert verify_station(looked_at).ok
