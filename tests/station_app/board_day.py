"""Thursday, 2021-04-08, until 16:07 at six devices: what the pictures of the board show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from bundle.stick import Stick
from station_app.services.close_shift import close_shift
from station_app.services.export_bundle import export_bundle
from station_app.services.run_shift import pause_shift
from station_app.services.station import Station
from tests.station_app.desks import Clock, as_user, at, copied, logged, opened, station_at

DONE = {1: 213, 2: 207, 3: 188, 4: 201, 5: 145, 6: 219}
"""Accepted by device; TB-5 has stood since 15:09."""
OPERATORS = {1: "tk.van", 2: "lt.hanh", 3: "dm.quy", 4: "pd.luong", 5: "dm.quy", 6: "lt.hanh"}
STOPS = {5: "15:09"}
BEFORE_NOON = 300 / 517
"""The part of the minutes to 16:07 that lies in the first window."""


def new_board_day(prepared_home: Path, home: Path) -> Path:
    """A home in which the day has come to 16:07, with one bundle exported at 13:05."""
    copied(prepared_home, home)
    clock = Clock(at("07:30"))
    with station_at(home, clock) as station:
        for moment, _, act in sorted(_acts(station), key=lambda act: act[:2]):
            clock.moment = moment
            act()
    return home


def _acts(station: Station) -> list[tuple[datetime, int, Callable[[], object]]]:
    acts: list[tuple[datetime, int, Callable[[], object]]] = []
    number = 200_000_000
    for place, done in DONE.items():
        device, mine = f"TB-{place}", as_user(station, OPERATORS[place])
        crew = (OPERATORS[place],)
        early = round(done * BEFORE_NOON)
        acts.append((at("07:30"), 0, partial(opened, mine, device, crew=crew)))
        acts.append((at("12:31"), 0, partial(close_shift, mine, device, early)))
        acts.append((at("12:32"), 0, partial(opened, mine, device, "ca-2", crew=crew)))
        end = at(STOPS.get(place, "16:07"))
        for since, until, count in ((at("07:31"), at("12:29"), early), (at("12:33"), end, done - early)):
            for turn in range(count):
                moment = since + (until - since) * (turn + 1) / (count + 1)
                number += 1
                acts.append((moment.replace(microsecond=0), 1, partial(_accepted, mine, device, number)))
    acts.append((at("15:09"), 2, partial(pause_shift, station, "TB-5", "fingerprint_reader_fault")))
    acts.append((at("13:05"), 2, partial(_export, station)))
    return acts


def _accepted(station: Station, device: str, number: int) -> None:
    logged(station, device=device, number=str(number), name="Trần Thị Sáu", birth_date="1961")


def _export(station: Station) -> None:
    stick = Stick(station.home / "stick")
    stick.root.mkdir()
    export_bundle(as_user(station, "pd.luong"), stick)
