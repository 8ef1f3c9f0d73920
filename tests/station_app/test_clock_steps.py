"""A computer's clock that is set while the program runs: noticed, told to the journal, and no reason to stop."""

from __future__ import annotations

from datetime import datetime, timedelta

from campaign.entry import read_entry
from campaign.events import ClockStepped
from db.history import History
from station_app.services.clock_steps import tell_clock_step
from station_app.services.run_shift import pause_shift, resume_shift
from station_app.services.station import Station
from station_app.services.verify import verify_station
from station_app.ui.clock_watch import ClockWatch, since_start
from tests.station_app.desks import Clock, at, logged, opened


class Started:
    """Seconds since the computer was started."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def looked(clock: Clock, started: Started, watch: ClockWatch, ran: float, shown: float) -> object:
    """So many seconds have run, and the clock shows so many more."""
    started.seconds += ran
    clock.advance(seconds=shown)
    return watch.look()


def test_a_clock_that_goes_with_the_computer_is_no_step(clock: Clock) -> None:
    started = Started()
    watch = ClockWatch(clock, started)
    for ran, shown in ((1, 1), (1, 0), (60, 62), (8 * 3600, 8 * 3600), (1, 121)):
        assert looked(clock, started, watch, ran, shown) is None


def test_a_set_clock_is_a_step_once(clock: Clock) -> None:
    started = Started()
    watch = ClockWatch(clock, started)
    assert looked(clock, started, watch, 1, 3601) == (at("07:30:01"), at("08:30:01"))
    assert looked(clock, started, watch, 1, 1) is None
    assert looked(clock, started, watch, 1, -3599) == (at("08:30:03"), at("07:30:03"))


def test_the_computers_own_time_runs_forward() -> None:
    first = since_start()
    assert since_start() >= first > 0


def test_entries_go_back_with_a_told_step_and_intake_goes_on(station: Station, clock: Clock) -> None:
    opened(station)
    clock.set("08:31")
    logged(station, "031195004417")
    clock.set("07:31")
    tell_clock_step(station, at("08:31"), at("07:31"))
    after = logged(station, "031072008815")
    assert after.at == "2021-04-08T07:31:00+07:00"
    clock.advance(minutes=1)
    pause_shift(station, "TB-1", "power_cut", since=at("07:31:30"))
    clock.advance(minutes=1)
    resume_shift(station, "TB-1")
    with station.store.read() as snapshot:
        history = History(snapshot, station.identity.station, station.identity.epoch)
        data = history.entry(after.n - 1)
    assert data is not None
    entry = read_entry(data)
    assert entry.body == ClockStepped(before="2021-04-08T08:31:00+07:00", after="2021-04-08T07:31:00+07:00")
    assert entry.header.at == "2021-04-08T08:31:00+07:00"
    assert verify_station(station).ok


def test_a_clock_that_went_back_untold_lets_entries_wait_at_the_last_ones_time(station: Station, clock: Clock) -> None:
    opened(station)
    clock.set("08:31")
    logged(station, "031195004417")
    clock.set("07:31")
    assert logged(station, "031072008815").at == "2021-04-08T08:31:00+07:00"


def test_a_step_forward_is_told_at_its_new_time(station: Station, clock: Clock) -> None:
    before: datetime = clock()
    clock.advance(hours=2)
    tell_clock_step(station, before, before + timedelta(hours=2))
    with station.store.read() as snapshot:
        history = History(snapshot, station.identity.station, station.identity.epoch)
        data = history.entry(history.last())
    assert data is not None
    assert read_entry(data).header.at == "2021-04-08T09:30:00+07:00"
