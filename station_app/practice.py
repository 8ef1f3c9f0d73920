"""The prepared practice station: a drill campaign of its own, enrolled by a practice city, in a home folder of its own.

The city is made by the real `commandctl` beside this program, so that what is practised is what the command does; its
keys and store stay in the practice home, ready for `commandctl import`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from bundle.stick import Stick
from campaign.calendar import format_time
from station_app.bootstrap import catalogue, open_station
from station_app.home import STORE
from station_app.services.orders import receive_orders
from station_app.services.request_enrolment import request_enrolment
from station_app.services.set_up import NewStation, set_up_station
from station_app.services.users import add_user

CAMPAIGN = "dien-tap"
STATION = "HP-LC-07"
UNIT = "Công an quận Lê Chân"
DEVICES = ("TB-1", "TB-2")
ADMINISTRATOR = "nb.thinh"
PASSWORDS = {"tk.van": "van123", "pd.luong": "luong123", ADMINISTRATOR: "thinh123"}
"""Shown on the practice station's sign-in screen, and only there."""
DAYS_BEFORE_TODAY = 25
"""Today is day 26 of the 49 days of the plan (campaign rules, Drill)."""
CITY = "city"
STICK = "stick"
READY = "ready"


def prepare_practice(home: Path, now: datetime, tell: Callable[[str], None] = lambda step: None) -> None:
    """Makes the practice station in `home` unless it is there; an interrupted preparation is begun anew.

    `tell` hears the code of each step. Raises StorageRefused, and RuntimeError where `commandctl` fails.
    """
    if (home / STORE).exists() and is_practice(home):
        return
    for leftover in (home / STORE, home / CITY, home / STICK):
        shutil.rmtree(leftover, ignore_errors=True)
    for folder in (home / CITY, home / STICK):
        folder.mkdir(parents=True)
    tell("city")
    _command(home, "init", "--campaign", CAMPAIGN, "--drill", at=now - timedelta(days=DAYS_BEFORE_TODAY))
    tell("station")
    new = NewStation(
        campaign=CAMPAIGN,
        station=STATION,
        unit=UNIT,
        devices=DEVICES,
        user=ADMINISTRATOR,
        full_name="Nguyễn Bá Thịnh",
        password=PASSWORDS[ADMINISTRATOR],
        drill=True,
    )
    set_up_station(home, new, now, catalogue().outcome_rules)
    stick = Stick(home / STICK)
    with open_station(home, ADMINISTRATOR, PASSWORDS[ADMINISTRATOR], lambda **_: lambda: now) as station:
        add_user(station, "tk.van", "operator", "Trần Khánh Vân", PASSWORDS["tk.van"])
        add_user(station, "pd.luong", "supervisor", "Phạm Đức Lương", PASSWORDS["pd.luong"])
        request_enrolment(station, stick)
        tell("enrol")
        _command(home, "enrol", str(home / STICK), at=now)
        receive_orders(station, stick)
    (home / CITY / READY).touch()


def is_practice(home: Path) -> bool:
    """Whether the station in `home` is the prepared one, whose passwords anybody may read."""
    return (home / CITY / READY).exists()


def _command(home: Path, name: str, *arguments: str, at: datetime) -> None:
    program = [sys.executable, "-m", "command_app"]
    beside = Path(sys.executable).with_name("commandctl" + Path(sys.executable).suffix)
    if beside.exists():
        program = [str(beside)]
    store = (home / CITY / "command.db").absolute().as_posix()
    options = ["--keys", str(home / CITY / "keys"), "--now", format_time(at), "--json"]
    done = subprocess.run(
        [*program, "--store", f"sqlite:///{store}", name, *arguments, *options],
        env={**os.environ, "COMMAND_PASSWORD": PASSWORDS[ADMINISTRATOR]},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"commandctl {name}: exit {done.returncode}")
