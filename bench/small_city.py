"""`make demo`: one day of a small city, from enrolment to the receipts, without a window.

Four stations with ten devices, some 350 applications a device, every outcome, downtime, people seen at two stations,
and one lost stick that costs nothing. Everything runs through the services that the programs use, on real files in a
temporary folder.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from random import Random
from time import perf_counter

from rich.console import Console
from rich.table import Table

import resources
from bench.people import Citizen, Population
from bench.point_desk import Clock, PointDesk
from bench.simulated_day import SimulatedDay, Stopped
from bundle.stick import Stick
from campaign.calendar import VIETNAM
from command_app.bootstrap import open_city
from command_app.key_files import KeyFiles
from command_app.services.city import City
from command_app.services.enrol_station import enrol_stations
from command_app.services.found_city import found_city
from command_app.services.import_bundles import import_bundles
from command_app.services.issue_receipts import issue_receipts
from command_app.services.status import CityStatus, city_status, list_duplicates
from command_app.services.verify import verify_city
from command_app.store_places import FilePlace
from station_app.bootstrap import catalogue, open_station
from station_app.services.export_bundle import export_bundle
from station_app.services.orders import receive_orders
from station_app.services.request_enrolment import request_enrolment
from station_app.services.set_up import NewStation, set_up_station
from station_app.services.station import Station
from station_app.services.status import station_status
from ui_kit.formats import integer, signed

CAMPAIGN = "dien-tap-nho"
DAY = date(2021, 4, 8)
FOUNDED = datetime(2021, 3, 13, 8, 0, tzinfo=VIETNAM)
Point = tuple[str, str, int]
"""A station's code, its unit, and how many devices it has."""

POINTS: tuple[Point, ...] = (
    ("HP-LC-07", "Công an quận Lê Chân", 4),
    ("HP-NQ-02", "Công an quận Ngô Quyền", 3),
    ("HP-TN-01", "Công an huyện Thuỷ Nguyên", 2),
    ("HP-CH-01", "Công an huyện Cát Hải", 1),
)
LOST_STICK = "HP-TN-01"
USER, PASSWORD = "can.bo", "dien-tap"
SEED = 8
QUOTA = 350
"""Of a device and day: the floor of the plan that a drill begins with."""
WIDTH = 110


@dataclass(frozen=True, slots=True)
class Stage:
    name: str
    seconds: float
    told: str


class SmallCity:
    """The city and its points in one folder."""

    def __init__(self, folder: Path, points: tuple[Point, ...] = POINTS) -> None:
        self.folder = folder
        self.points = points
        self.random = Random(SEED)
        self.clock = Clock(FOUNDED)
        self.keys = KeyFiles(folder / "keys", True, PASSWORD, {})
        self.store = f"sqlite:///{(folder / 'command.db').as_posix()}"
        self.population = Population(catalogue().units, self.random, DAY)
        self.stages: list[Stage] = []
        self.logged = 0
        self.refused = 0

    @contextmanager
    def stage(self, name: str) -> Iterator[list[str]]:
        """Times what happens in it; what is appended is told beside the time."""
        told: list[str] = []
        start = perf_counter()
        yield told
        self.stages.append(Stage(name, perf_counter() - start, " ".join(told)))

    @contextmanager
    def city(self) -> Iterator[City]:
        with open_city(self.store, PASSWORD, lambda **_: self.clock) as city:
            yield city

    @contextmanager
    def station(self, code: str) -> Iterator[Station]:
        with open_station(self.folder / code, USER, PASSWORD, lambda **_: self.clock) as station:
            yield station

    def stick(self, code: str) -> Stick:
        root = self.folder / "sticks" / code
        root.mkdir(parents=True, exist_ok=True)
        return Stick(root)

    def found(self) -> None:
        found_city(
            FilePlace(self.folder / "command.db"),
            self.keys,
            PASSWORD,
            campaign=CAMPAIGN,
            roots=3,
            threshold=2,
            now=FOUNDED,
            example_plan=resources.read("data/plan_example.toml"),
        )
        self.clock.advance(datetime(2021, 4, 8, 6, 0, tzinfo=VIETNAM))
        for code, unit, devices in self.points:
            new = NewStation(
                campaign=CAMPAIGN,
                station=code,
                unit=unit,
                devices=[f"TB-{number}" for number in range(1, devices + 1)],
                user=USER,
                full_name="Cán bộ diễn tập",
                password=PASSWORD,
                drill=True,
            )
            set_up_station(self.folder / code, new, self.clock(), catalogue().outcome_rules)
            stick = self.stick(code)
            with self.station(code) as station:
                request_enrolment(station, stick)
                with self.city() as city:
                    enrol_stations(city, stick, self.keys.officer(None), {})
                receive_orders(station, stick)

    def work_a_day(
        self, code: str, devices: int, guest: Citizen | None = None, until: datetime | None = None
    ) -> Citizen:
        """Logs a simulated day of every device, in the order of time; returns somebody who was accepted there.

        With ``until`` the day is left at that moment, its shifts open.
        """
        days = {f"TB-{number}": SimulatedDay(DAY, self.random) for number in range(1, devices + 1)}
        happenings = sorted(
            [(served.at, device, served) for device, day in days.items() for served in day.served]
            + [(stop.since, device, stop) for device, day in days.items() for stop in day.stops],
            key=lambda happening: happening[:2],
        )
        accepted: Citizen | None = None
        self.clock = Clock(datetime(2021, 4, 8, 7, 25, tzinfo=VIETNAM))
        with self.station(code) as station:
            desk = PointDesk(station, self.clock, list(days))
            for at, device, happening in happenings:
                if until is not None and at >= until:
                    break
                self.clock.advance(at)
                desk.change_windows(at)
                if isinstance(happening, Stopped):
                    desk.stop(device, happening)
                    continue
                citizen = self.population.citizen()
                if guest is not None and happening.outcome == "accepted" and happening.document != "cmnd9_typed":
                    citizen, guest = guest, None
                if desk.log(device, happening, citizen, self.random):
                    self.logged += 1
                    if happening.outcome == "accepted" and happening.document != "cmnd9_typed":
                        accepted = accepted or citizen
                else:
                    self.refused += 1
            if until is None:
                desk.close_all()
            else:
                self.clock.advance(until)
        assert accepted is not None, "a day without anybody accepted"
        return accepted


def main() -> None:
    """Runs the day and prints it."""
    console = Console(width=WIDTH)
    with tempfile.TemporaryDirectory() as folder:
        small = SmallCity(Path(folder))
        status, twice = run(small)
        console.print(_stations(status))
        total, due = status.city.total, sum(devices for _, _, devices in POINTS) * QUOTA
        console.print(
            f"Toàn thành phố: {integer(total)} hồ sơ, kế hoạch trong ngày {integer(due)} ({signed(total - due)}); "
            f"chỉ tiêu cả đợt {integer(status.city.target)}; {twice} người ghi ở hai điểm tính một lần."
        )
        console.print(_stages(small.stages))


def run(small: SmallCity) -> tuple[CityStatus, int]:
    """The whole day; returns how the command stands and how many were seen twice."""
    with small.stage("lập thành phố, đăng ký 4 trạm"):
        small.found()
    with small.stage("ghi hồ sơ cả ngày") as told:
        guest: Citizen | None = None
        for code, _, devices in POINTS:
            guest = small.work_a_day(code, devices, guest)
        told.append(f"{small.logged} hồ sơ, {small.refused} bị từ chối vì trùng")
    small.clock.advance(datetime(2021, 4, 8, 22, 45, tzinfo=VIETNAM))
    with small.stage("xuất và kiểm tra 4 gói") as told:
        for code, _, _ in POINTS:
            with small.station(code) as station:
                told.append(f"{export_bundle(station, small.stick(code)).bytes // 1024} KiB")
    (small.stick(LOST_STICK).root).rename(small.folder / "rơi-mất")
    with small.stage("nhập 3 gói, một USB bị mất") as told, small.city() as city:
        imported = import_bundles(city, [small.folder / "sticks"], small.keys.identity())
        told.append(f"{imported.entries} bản ghi")
    with small.stage("xuất lại gói bị mất, nhập") as told, small.station(LOST_STICK) as station:
        export_bundle(station, small.stick(LOST_STICK))
        with small.city() as city:
            imported = import_bundles(city, [small.stick(LOST_STICK).root], small.keys.identity())
            told.append(f"{imported.entries} bản ghi")
    with small.stage("phát và nhận biên nhận"), small.city() as city:
        for code, _, _ in POINTS:
            issue_receipts(city, small.stick(code), small.keys.officer(None))
            with small.station(code) as station:
                receive_orders(station, small.stick(code))
                assert station_status(station).standing.unsent == 0, "something is still unsent"
    with small.stage("kiểm tra toàn bộ kho của chỉ huy") as told, small.city() as city:
        verified = verify_city(city)
        assert verified.ok, verified.to_dict()
        told.append(f"{verified.found.entries} bản ghi, không sai lệch")
    with small.stage("bảng của chỉ huy"), small.city() as city:
        return city_status(city), len(list_duplicates(city))


def _stations(status: CityStatus) -> Table:
    table = Table(title="Thành phố ngày 08/04/2021 (diễn tập)", title_justify="left")
    columns = ("Trạm", "Kỳ", "Nhận đến", "Tính một lần", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "Tình trạng")
    for place, column in enumerate(columns):
        table.add_column(column, justify="left" if place in (0, len(columns) - 1) else "right")
    for station in status.stations:
        outcomes = [str(station.by_outcome.get(outcome, 0)) for outcome in catalogue().outcomes]
        table.add_row(
            station.station,
            str(station.epoch),
            str(station.accepted_through),
            str(station.total),
            *outcomes,
            station.state,
        )
    return table


def _stages(stages: list[Stage]) -> Table:
    table = Table(title="Thời gian", title_justify="left")
    table.add_column("Việc")
    table.add_column("giây", justify="right")
    table.add_column("")
    for stage in stages:
        table.add_row(stage.name, f"{stage.seconds:.2f}", stage.told)
    return table


if __name__ == "__main__":
    main()
