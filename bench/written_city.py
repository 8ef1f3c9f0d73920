"""A founded city whose stations are written ones, and stores of its command to import into."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

import resources
from bench.people import Population
from bench.written_station import CAMPAIGN, FIRST_DAY, UNIT, WrittenStation
from bundle.documents import Request
from bundle.keys import public_key
from bundle.stick import Stick
from campaign.calendar import VIETNAM, format_time
from command_app.bootstrap import catalogue, open_city
from command_app.key_files import KeyFiles
from command_app.services.city import trust_of
from command_app.services.enrol_station import enrol_stations
from command_app.services.found_city import found_city
from command_app.store_places import OWN_META, FilePlace, ServerPlace, slots_of
from db.copy_store import copy_store
from station_app.services.request_enrolment import write_request

PASSWORD = "dien-tap"
NOW = datetime(2021, 6, 1, 8, tzinfo=VIETNAM)


@dataclass(frozen=True)
class WrittenCity:
    """``store`` is the file of a command that has enrolled everybody and met no bundle, ``sticks`` holds those."""

    store: Path
    sticks: Path
    identity: str
    bundles: list[Path]

    def in_a_file(self, path: Path) -> str:
        """A copy of the command's store; its URL."""
        shutil.copy(self.store, path)
        shutil.copy(slots_of(self.store), slots_of(path))
        return f"sqlite:///{path.as_posix()}"

    def on_a_server(self, url: str) -> str:
        """The same in an empty database."""
        with open_city(f"sqlite:///{self.store.as_posix()}", PASSWORD, lambda **_: lambda: NOW) as city:
            point = FilePlace(self.store).slots().point
            with city.store.read() as snapshot:
                ServerPlace(url).make(point, PASSWORD, lambda tx: copy_store(snapshot, tx, OWN_META))
        return url


def written_city(folder: Path, stations: int, entries: int) -> WrittenCity:
    """``entries`` of each station in a bundle on a stick."""
    folder.mkdir()
    keys = KeyFiles(folder / "keys", True, PASSWORD, {})
    store = folder / "command.db"
    found_city(
        FilePlace(store),
        keys,
        PASSWORD,
        campaign=CAMPAIGN,
        roots=3,
        threshold=2,
        now=NOW,
        example_plan=resources.read("data/plan_example.toml"),
    )
    guests = Population(catalogue().units, Random(0), FIRST_DAY)
    everybody = [guests.citizen() for _ in range(50)]
    points = [WrittenStation(number, everybody) for number in range(1, stations + 1)]
    stick = Stick(folder / "requests")
    stick.root.mkdir()
    for point in points:
        request = Request(
            campaign=CAMPAIGN,
            drill=True,
            station=point.code,
            unit=UNIT,
            epoch=1,
            key=public_key(point.key).hex(),
            devices=(),
            created_at=format_time(NOW),
        )
        write_request(stick, request, point.key)
    with open_city(f"sqlite:///{store.as_posix()}", PASSWORD, lambda **_: lambda: NOW) as city:
        enrolling = enrol_stations(city, stick, keys.officer(None), {})
        assert not enrolling.refused, enrolling.refused
        with city.store.read() as snapshot:
            recipients = trust_of(snapshot).recipients
    sticks = folder / "sticks"
    to = [recipients.city, recipients.recovery]
    bundles = [point.write(sticks / point.code, entries, to) for point in points]
    return WrittenCity(store, sticks, keys.identity(), bundles)
