"""What the pictures show: a point with six devices on the afternoon of Thursday, 8 April 2021."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bench.people import Citizen
from bench.point_desk import counted_in
from bench.prepared import application_of
from bench.small_city import PASSWORD, SmallCity
from campaign.calendar import VIETNAM
from campaign.events import Role
from command_app.services.import_bundles import import_bundles
from command_app.services.issue_receipts import issue_receipts
from station_app.bootstrap import person_of, signed_in_as
from station_app.services.close_shift import close_shift
from station_app.services.export_bundle import export_bundle
from station_app.services.figures import day_figures
from station_app.services.follow_ups import Arranged, Sieve, change_follow_up, follow_ups
from station_app.services.log_application import log_application
from station_app.services.orders import receive_orders
from station_app.services.run_shift import hand_over_shift, pause_shift
from station_app.services.station import Station
from station_app.services.users import add_user

CODE, UNIT, DEVICES = "HP-LC-07", "Công an quận Lê Chân", 6
NOW = datetime(2021, 4, 8, 16, 7, 24, tzinfo=VIETNAM)
OPERATOR, SUPERVISOR = "tk.van", "pd.luong"
PEOPLE: tuple[tuple[str, Role, str], ...] = (
    (OPERATOR, "operator", "Trần Khánh Vân"),
    ("dm.quy", "operator", "Đỗ Minh Quý"),
    ("lt.hanh", "operator", "Lê Thu Hạnh"),
    (SUPERVISOR, "supervisor", "Phạm Đức Lương"),
)


AT_DESK: tuple[dict[str, object], ...] = (
    {"number": "031195004401", "name": "Phạm Thị Hương", "birth_date": "1995-03-12"},
    {"number": "031092004402", "name": "Lê Văn Đạt", "birth_date": "1992-07-25"},
    {"number": "031188004403", "name": "Nguyễn Thị Bích Ngọc", "birth_date": "1988-11-02", "phone": "0912345678"},
)
"""Whom the operator has served since they took the first device over; the last one's papers are missing."""


@dataclass(frozen=True, slots=True)
class Scene:
    """``home`` is the point's at `NOW`, ``new`` a folder for homes that are still to be made.

    ``somebody`` was accepted at the point; ``stick`` is a folder that stands for an empty one.
    """

    home: Path
    new: Path
    stick: Path
    somebody: Citizen


def seed(folder: Path) -> Scene:
    """The point's day until `NOW`, a first bundle received."""
    small = SmallCity(folder, ((CODE, UNIT, DEVICES),))
    small.found()
    with small.station(CODE) as station:
        for user, role, name in PEOPLE:
            add_user(station, user, role, name, PASSWORD)
    somebody = small.work_a_day(CODE, DEVICES, until=NOW)
    (folder / CODE / "stick").mkdir()  # the folder that stands for a stick in a drill
    stick = small.stick(CODE)
    with small.station(CODE) as station:
        export_bundle(station, stick)
        with small.city() as city:
            import_bundles(city, [stick.root], small.keys.identity())
            issue_receipts(city, stick, small.keys.officer(None))
        supervisor = signed_in_as(station, person_of(station, SUPERVISOR, PASSWORD))
        receive_orders(supervisor, stick)
        hand_over_shift(supervisor, "TB-1", OPERATOR)
        _serve(signed_in_as(station, person_of(station, OPERATOR, PASSWORD)))
        pause_shift(supervisor, "TB-5", "fingerprint_reader_fault")
        with station.store.read() as snapshot:
            sealed = day_figures(station, snapshot).device("TB-6")
        assert sealed is not None
        assert sealed.shift is not None
        close_shift(supervisor, "TB-6", counted_in(station, sealed.shift.shift))
    empty = folder / "KINGSTON"
    empty.mkdir()
    return Scene(folder / CODE, folder / "new", empty, somebody)


def _serve(operator: Station) -> None:
    """At the first device; and somebody follows the cases that have waited longest."""
    *accepted, last = AT_DESK
    for line in accepted:
        log_application(operator, application_of(operator, "TB-1", line))
    log_application(
        operator, application_of(operator, "TB-1", last, outcome="missing_papers", reason="no_residence_proof")
    )
    for case, days in zip(follow_ups(operator, Sieve(), 2).cases, (1, 3), strict=True):
        change_follow_up(operator, case.key, Arranged(owner=OPERATOR, next_on=NOW.date() + timedelta(days=days)))
