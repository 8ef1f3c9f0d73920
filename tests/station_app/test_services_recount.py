"""Whatever people do at a point: `status` tells what a plain recount of the journal tells, `verify` finds nothing."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random, randrange
from tempfile import TemporaryDirectory

import pytest

from bundle.documents import BundleRow
from bundle.stick import Stick
from campaign.calendar import format_time, parse_time
from campaign.entry import Entry, read_entry
from campaign.refusal import Refusal
from db.history import History
from station_app.bootstrap import open_station
from station_app.services.close_shift import close_shift
from station_app.services.export_bundle import export_bundle
from station_app.services.follow_ups import Sieve, follow_ups
from station_app.services.orders import receive_orders
from station_app.services.run_shift import change_pause_cause, hand_over_shift, pause_shift, reopen_shift, resume_shift
from station_app.services.station import Station
from station_app.services.status import list_shifts, station_status
from station_app.services.undo_last import undo_last
from station_app.services.verify import verify_station
from station_app.services.void_application import void_application
from tests.station_app.city_side import write_receipt
from tests.station_app.desks import PASSWORD, Clock, as_user, at, logged, opened
from tests.station_app.recount import Recount, outcome, recount

DEVICES = ("TB-1", "TB-2")
OUTCOMES = [("accepted", None)] * 4 + [("missing_papers", "no_old_card"), ("duplicate", "already_logged_this_shift")]
ZEROS = "0" * 64


@dataclass
class Point:
    """One station with its stick; every verb may be refused, as for people."""

    station: Station
    clock: Clock
    stick: Stick
    serial: int = 0
    quarantined: list[int] = field(default_factory=list)
    numbers: dict[int, int] = field(default_factory=dict)
    """Whose application an entry is."""

    def log(self, device: str, number: int, what: int) -> None:
        kind, reason = OUTCOMES[what]
        self.clock.advance(seconds=20)
        self.numbers[logged(self.station, f"0311950000{number:02}", device, kind, reason).n] = number

    def close(self, device: str) -> None:
        closed = close_shift(self.station, device, 0, "đếm lại")
        counted = recount(entries(self.station))
        of_shift = {n: entry for n, entry in counted.logged.items() if entry.header.shift == closed.shift}
        assert closed.totals == Counter(outcome(entry) for n, entry in of_shift.items() if n not in counted.voided)
        assert closed.voided == len(of_shift.keys() & counted.voided)
        assert closed.counted == closed.totals.get("accepted", 0) == -closed.difference
        assert closed.head == station_status(self.station).standing.head

    def reopen(self, which: int) -> None:
        shifts = list_shifts(self.station)
        if shifts:
            reopen_shift(as_user(self.station, "pd.luong"), shifts[which % len(shifts)].shift, "đóng nhầm")

    def void(self, which: int) -> None:
        numbers = list(recount(entries(self.station)).logged)
        if numbers:
            witness = as_user(self.station, "pd.luong").person
            void_application(self.station, numbers[which % len(numbers)], "wrong_person", witness)

    def export(self) -> None:
        export_bundle(as_user(self.station, "pd.luong"), self.stick)

    def receive(self, back: int, quarantine: int, gap: bool) -> None:
        """A receipt for all but the last entries; of those acknowledged one may be quarantined."""
        counted = recount(entries(self.station))
        through = max(0, counted.last - back)
        held_back = [n for n in list(counted.logged)[quarantine : quarantine + 1] if n <= through]
        missing = [BundleRow(seq=1, sha256=ZEROS, state="refused", code="gap")] if gap else []
        self.serial += 1
        write_receipt(self.stick, self.station, self.serial, through, quarantined=held_back, bundles=missing)
        received = receive_orders(as_user(self.station, "pd.luong"), self.stick)
        assert not received.refused
        assert [taken.state for taken in received.receipts][-1] == "accepted"
        self.quarantined = held_back


def entries(station: Station) -> list[Entry]:
    identity = station.identity
    with station.store.read() as snapshot:
        history = History(snapshot, identity.station, identity.epoch)
        return [read_entry(data) for data, _, _ in history.entries(1, history.last())]


def somebody_acts(point: Point, chance: Random) -> None:
    """One thing out of those that people do, mostly logging; whether it makes sense is for the station to say."""
    station, device, which = point.station, chance.choice(DEVICES), chance.randrange(100)
    window = chance.choice(["ca-1", "ca-2", "ca-3"])
    acts: dict[Callable[[], object], int] = {
        lambda: point.log(device, which, chance.randrange(len(OUTCOMES))): 40,
        lambda: point.clock.advance(minutes=chance.randrange(40)): 10,
        lambda: opened(station, device, window): 10,
        lambda: pause_shift(station, device, chance.choice(["power_cut", "staff_break"])): 4,
        lambda: change_pause_cause(station, device, "camera_fault"): 2,
        lambda: resume_shift(station, device): 10,
        lambda: hand_over_shift(station, device, "dm.quy"): 2,
        lambda: point.close(device): 3,
        lambda: undo_last(station, device): 5,
        lambda: point.reopen(which): 2,
        lambda: point.void(which): 4,
        point.export: 3,
        lambda: point.receive(chance.randrange(12), chance.randrange(20), chance.random() < 0.2): 3,
    }
    (act,) = chance.choices(list(acts), list(acts.values()))
    with suppress(Refusal):
        act()


@contextmanager
def point_at(home: Path) -> Iterator[Point]:
    clock = Clock(at("07:30"))
    with TemporaryDirectory() as folder:
        copy, stick = Path(folder) / "home", Path(folder) / "stick"
        shutil.copytree(home, copy)
        stick.mkdir()
        with open_station(copy, "tk.van", PASSWORD, lambda **_: clock) as station:
            yield Point(station, clock, Stick(stick))


def agrees(point: Point, counted: Recount) -> None:
    status = station_status(point.station).to_dict()
    day, now = status["day"], parse_time(max(format_time(point.clock()), entries(point.station)[-1].header.at))
    assert status["funnel"] == counted.funnel(day, point.quarantined)
    assert (status["last"], status["acknowledged"]) == (counted.last, counted.mark)
    assert status["unsent"] == len(counted.unsent)
    assert status["oldest_unsent_at"] == (counted.unsent[0].header.at if counted.unsent else None)
    done = counted.done(day)
    devices = {row["device"]: row for row in status["devices"]}
    for device in DEVICES:
        row = devices[device]
        assert row["done"] == done[device]
        assert row["ahead"] == row["done"] - row["plan_to_now"]
        assert row["downtime_minutes"] == counted.downtime(day, device, now)
        if row["state"] in ("open", "paused", "sealed"):
            assert counted.shifts[row["shift"]] == row["state"]
        else:
            assert row["state"] == "overdue" or not any(
                shift.startswith(f"{day}.{device}.") for shift in counted.shifts
            )
    assert status["station_total"]["done"] == sum(done.values()) == status["funnel"]["logged"]


def cases_agree(point: Point, counted: Recount) -> None:
    standing = {n: outcome(entry) for n, entry in counted.logged.items() if n not in counted.voided}
    accepted = [n for n, what in standing.items() if what == "accepted"]
    waiting = [
        n
        for n, what in standing.items()
        if what == "missing_papers"
        and not any(later > n and point.numbers[later] == point.numbers[n] for later in accepted)
    ]
    assert [case.key[1] for case in follow_ups(point.station, Sieve(), 1000).cases] == waiting


def days_at(home: Path, chance: Random) -> None:
    with point_at(home) as point:
        for _ in range(120):
            somebody_acts(point, chance)
            if chance.random() < 0.1:
                agrees(point, recount(entries(point.station)))
        counted = recount(entries(point.station))
        agrees(point, counted)
        cases_agree(point, counted)
        verified = verify_station(point.station)
        assert verified.ok, verified.found.differences
        assert verified.entries == counted.last
        assert not verified.found.ignored


@pytest.mark.parametrize("seed", range(8))
def test_status_tells_what_a_recount_tells(quick_home: Path, seed: int) -> None:
    days_at(quick_home, Random(seed))


@pytest.mark.torture
@pytest.mark.parametrize("_", range(300))
def test_status_tells_what_a_recount_tells_whatever_happens(quick_home: Path, _: int) -> None:
    seed = randrange(2**32)
    print(f"seed {seed}")
    days_at(quick_home, Random(seed))
