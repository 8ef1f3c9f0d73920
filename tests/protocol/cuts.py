"""An export that is cut at each of its steps, and what may be found afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bundle.keys import key_id, public_key
from bundle.reader import EnrolledKey, open_bundle
from bundle.stick import Stick, open_file
from campaign.refusal import StorageRefused
from command_app.services.import_bundles import import_bundles
from db.reads.sync import last_exports
from station_app.services.export_bundle import export_bundle
from station_app.services.sending import Sending
from station_app.services.station import Station
from tests.protocol.failing_stick import LOSSES, FailingStick, Failure, PowerCut, watched
from tests.protocol.homes import CITY_STORE, key_files
from tests.protocol.world import World

PEOPLE = 12


@contextmanager
def _copied(world: World) -> Iterator[tuple[Path, Station]]:
    """A folder, and the first station in it as it was before the export."""
    folder, desk = world._new_folder(), world.desks[0]
    shutil.copytree(desk.home, folder / "home")
    station = world.homes.open_station(desk.seat.code, folder / "home", world.clock)
    try:
        yield folder, station
    finally:
        station.store.close()
        shutil.rmtree(folder)


def steps_of(world: World) -> list[str]:
    """What an export that nothing befalls does."""
    with _copied(world) as (folder, station):
        stick = FailingStick(folder / "stick")
        stick.root.mkdir()
        with watched(stick):
            export_bundle(station, Stick(stick.root))
        return stick.steps


def cut_everywhere(world: World) -> None:
    _everywhere(world, "power")


def yank_everywhere(world: World) -> None:
    _everywhere(world, "yank")


def _everywhere(world: World, failure: Failure) -> None:
    """Once per step and once after the last, and for each thing that may be lost by it."""
    for person in range(PEOPLE):
        world.log(world.desks[0], person)
    for number in range(len(steps_of(world)) + 1):
        with _copied(world) as (folder, station):
            stick = FailingStick(folder / "stick", failure, number)
            stick.root.mkdir()
            with watched(stick), suppress(PowerCut, StorageRefused):
                export_bundle(station, Stick(stick.root))
            for loss in LOSSES:
                look_at(station, Stick(stick.survivor(folder / loss, loss)))
            go_on(world, folder, station, Stick(folder / "half"))


def look_at(station: Station, stick: Stick) -> None:
    """A bundle under its name is whole and told to the journal; what the journal calls verified is there."""
    identity, public = station.identity, public_key(station.keys.signing)
    with station.store.read() as snapshot:
        exports = {row.seq: row for row in last_exports(snapshot, identity.station, identity.epoch, 99)}
        believed = Sending.of(station, snapshot).exported
    found = {}
    for file in stick.listing().of("bundle"):
        with open_file(file.path) as stream:
            keys = {key_id(public): EnrolledKey(identity.station, identity.epoch, public)}
            opened = open_bundle(stream, keys=keys, campaign=identity.campaign, drill=identity.drill)
        assert opened.manifest.seq in exports, "not told to the journal"
        assert exports[opened.manifest.seq].sha256 == opened.sha256
        found[opened.manifest.seq] = opened.manifest.last
    verified = [row.seq for row in exports.values() if row.verified_at]
    assert set(verified) <= found.keys(), "believed, and not there"
    assert believed == max((found[seq] for seq in verified), default=0)


def go_on(world: World, folder: Path, station: Station, stick: Stick) -> None:
    """The next export carries everything, whatever lies on the stick, and the command takes all that it finds."""
    with station.store.read() as snapshot:
        told = last_exports(snapshot, station.identity.station, station.identity.epoch, 1)
    exported = export_bundle(station, stick)
    assert (exported.seq, exported.first) == (told[0].seq + 1 if told else 1, 1)
    look_at(station, stick)
    shutil.copytree((world.folder / CITY_STORE).parent, folder / "city")
    city = world.homes.open_city(folder / "city", world.clock)
    try:
        imported = import_bundles(city, [stick.root], key_files(world.folder).identity())
    finally:
        city.store.close()
    assert imported.entries == exported.last
    assert all(row.state == "accepted" for row in imported.bundles)


def a_stick_that_keeps_other_bytes(world: World) -> None:
    """It takes everything and gives something else back: nothing stays under the bundle's name."""
    with _copied(world) as (folder, station):
        stick = _Lying(folder / "stick")
        stick.root.mkdir()
        with watched(stick), suppress(StorageRefused):
            export_bundle(station, Stick(stick.root))
        look_at(station, Stick(stick.root))
        assert not Stick(stick.root).listing().of("bundle")


class _Lying(FailingStick):
    def step(self, name: str) -> bool:
        if name == "read back":
            (file,) = Stick(self.root).listing().of("bundle")
            data = file.path.read_bytes()
            file.path.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
        return super().step(name)
