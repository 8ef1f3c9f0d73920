"""An export that is cut at each of its steps, and what may be found afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from bundle.keys import key_id, public_key
from bundle.reader import EnrolledKey, open_bundle
from bundle.stick import Stick, open_file
from campaign.refusal import StorageRefused
from command_app.services.import_bundles import import_bundles
from db.history import History
from db.reads.sync import last_exports, standing_of
from station_app.services.copy_bundle import copy_bundle
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
    folder, desk = world.new_disk(), world.desks[0]
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
    for number in count():
        with _copied(world) as (folder, station):
            stick = FailingStick(folder / "stick", failure, number)
            stick.root.mkdir()
            with watched(stick), suppress(PowerCut, StorageRefused):
                export_bundle(station, Stick(stick.root))
            for loss in LOSSES:
                look_at(station, Stick(stick.survivor(folder / loss, loss)))
            go_on(world, folder, station, Stick(folder / "half"))
            if not stick.stopped:
                return


def cut_the_second_copy(world: World) -> None:
    """The same of a copy: the first one stands whatever happens."""
    for number in count():
        with _copied(world) as (folder, station):
            first, second = Stick(folder / "first"), FailingStick(folder / "stick", "power", number)
            for root in (first.root, second.root):
                root.mkdir()
            exported = export_bundle(station, first)
            with watched(second), suppress(PowerCut):
                copy_bundle(station, exported.seq, first, Stick(second.root))
            look_at(station, first)
            for loss in LOSSES:
                found = whole_bundles(station, Stick(second.survivor(folder / loss, loss)))
                assert found or _verified(station) == 1, "believed, and not there"
            if not second.stopped:
                return


def _verified(station: Station) -> int:
    """How often the journal says that a bundle was read back."""
    identity = station.identity
    with station.store.read() as snapshot:
        history = History(snapshot, identity.station, identity.epoch)
        last = standing_of(snapshot, identity.station, identity.epoch).last
        return sum(b'"kind":"bundle_verified"' in entry for entry, _, _ in history.entries(1, last))


def whole_bundles(station: Station, stick: Stick) -> dict[int, int]:
    """Seq and last entry of what bears a bundle's name: each whole, and told to the journal."""
    identity, public = station.identity, public_key(station.keys.signing)
    with station.store.read() as snapshot:
        exports = last_exports(snapshot, identity.station, identity.epoch, 99)
    told = {row.seq: row.sha256 for row in exports}
    found = {}
    for file in stick.listing().of("bundle"):
        with open_file(file.path) as stream:
            keys = {key_id(public): EnrolledKey(identity.station, identity.epoch, public)}
            opened = open_bundle(stream, keys=keys, campaign=identity.campaign, drill=identity.drill)
        assert told.get(opened.manifest.seq) == opened.sha256, "not told to the journal"
        found[opened.manifest.seq] = opened.manifest.last
    return found


def look_at(station: Station, stick: Stick) -> None:
    """What the journal calls verified is there, and nothing else is believed to be."""
    found = whole_bundles(station, stick)
    with station.store.read() as snapshot:
        exports = last_exports(snapshot, station.identity.station, station.identity.epoch, 99)
        believed = Sending.of(station, snapshot).exported[station.identity.epoch]
    verified = [row.seq for row in exports if row.verified_at]
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
