"""Weeks at a point for tests: whatever people do there, one act after the other, on a real station.

Every act goes through the product's services and may be refused, as for people; the journal says what came of it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from hypothesis import strategies as st

from bundle.stick import Stick
from campaign.calendar import business_day, format_time
from campaign.entered import holder_from_fields
from campaign.entry import Entry, read_entry
from campaign.plan import Break, Device, Plan, Quota, Window
from campaign.refusal import Refusal
from campaign.rows import JournalRow
from db.history import History
from station_app.bootstrap import open_station
from station_app.services.clock_steps import tell_clock_step
from station_app.services.close_shift import close_shift
from station_app.services.correct_application import Correction, correct_application
from station_app.services.export_bundle import export_bundle
from station_app.services.follow_ups import Arranged, change_follow_up
from station_app.services.form_id import new_form_id
from station_app.services.log_application import Application, log_application
from station_app.services.orders import receive_orders
from station_app.services.run_shift import (
    change_pause_cause,
    hand_over_shift,
    pause_shift,
    reopen_shift,
    report_zero,
    resume_shift,
)
from station_app.services.station import Station
from station_app.services.status import list_shifts
from station_app.services.undo_last import undo_last
from station_app.services.void_application import void_application
from tests.station_app.city_side import write_plan, write_receipt
from tests.station_app.desks import PASSWORD, STATION, Clock, as_user, at, opened, the_plan

DEVICES = ("TB-1", "TB-2", "TB-3")
OPERATORS = ("tk.van", "dm.quy", "lt.hanh")
OUTCOMES = (
    *[("accepted", None)] * 5,
    ("missing_papers", "no_old_card"),
    ("duplicate", "number_used_by_another"),
    ("duplicate", "already_logged_this_shift"),
    ("population_data_mismatch", "name_differs"),
)
CAUSES = ("power_cut", "staff_break", "no_citizens", "camera_fault")
COMMUNES = ("11404", "11407", "")
DAYTIME = (
    Window(id="ca-1", label="Sáng", start=time(7), end=time(12), breaks=(Break(start=time(9, 20), end=time(9, 40)),)),
    Window(id="ca-2", label="Chiều", start=time(12), end=time(18, 15)),
)
NIGHT = Window(id="ca-3", label="Đêm", start=time(20), end=time(2, 30), part_of_day="night")


def plans(version: int, since: date, choice: int) -> Plan:
    """One of the plans that the city may issue next, in force from ``since`` on."""
    rest = Device(station=STATION, id="TB-2", windows=(), from_day=since + timedelta(days=1))  # moves to another point
    changes: tuple[dict[str, Any], ...] = (
        {"quota": Quota(per_device_day=401)},
        {"window": (*DAYTIME, NIGHT)},
        {"window": (*DAYTIME, NIGHT), "device": (rest,)},
        {"window": DAYTIME, "device": (Device(station=STATION, id="TB-1", windows=("ca-2",), per_device_day=133),)},
        {"deadline": since + timedelta(days=2)},
    )
    return msgspec.structs.replace(the_plan(), version=version, effective_from=since, **changes[choice % 5])


@dataclass
class Point:
    """A station at work; ``numbers`` are the persons' of its applications, ``plans`` all that it has accepted."""

    station: Station
    clock: Clock
    stick: Stick
    plans: list[Plan] = field(default_factory=lambda: [the_plan()])
    numbers: dict[int, str] = field(default_factory=dict)
    withheld: list[int] = field(default_factory=list)
    receipts: int = 0

    def entries(self) -> list[Entry]:
        identity = self.station.identity
        with self.station.store.read() as snapshot:
            history = History(snapshot, identity.station, identity.epoch)
            return [read_entry(data) for data, _, _ in history.entries(1, history.last())]

    def by(self, user: str) -> Station:
        return as_user(self.station, user)

    def log(self, device: str, choice: int) -> None:
        outcome, reason = OUTCOMES[choice % len(OUTCOMES)]
        number = f"031195{choice * 7919 % 1000:06}"
        station, paper = self.by(OPERATORS[choice % 2]), choice % 6 == 5
        entered = holder_from_fields(
            number=number,
            commune=COMMUNES[choice % 3] or None,
            today=self.clock().date(),
            rules=station.catalogue.scan_rules,
        )
        application = Application(
            device=device,
            form_id=new_form_id(),
            entered=entered,
            source="typed",
            case_type=station.catalogue.default_case_type(entered.holder).id,
            outcome=outcome,
            reason=reason,
            happened_at=format_time(self.clock() - timedelta(minutes=13 * (choice % 11))) if paper else None,
        )
        self.numbers[log_application(station, application).n] = number

    def log_many(self, device: str, choice: int) -> None:
        for number in range(2 + choice % 7):
            self.clock.advance(seconds=20 + choice)
            with suppress(Refusal):
                self.log(device, choice + number)

    def open(self, device: str, choice: int) -> None:
        opened(self.by("pd.luong" if choice % 4 else "tk.van"), device, f"ca-{1 + choice % 3}")

    def close(self, device: str, choice: int) -> None:
        close_shift(self.station, device, choice, "đếm lại")

    def reopen(self, device: str, choice: int) -> None:
        shifts = [shift.shift for shift in list_shifts(self.station) if shift.device == device]
        if shifts:
            reopen_shift(self.by("pd.luong"), shifts[choice % min(2, len(shifts))], "đóng nhầm")

    def void(self, device: str, choice: int) -> None:
        if self.numbers:
            n = list(self.numbers)[choice * choice % len(self.numbers)]
            void_application(self.station, n, "wrong_person", self.by("pd.luong").person)

    def correct(self, device: str, choice: int) -> None:
        if not self.numbers:
            return
        n = list(self.numbers)[-1 - choice % min(5, len(self.numbers))]
        outcome, reason = OUTCOMES[(choice + 3) % len(OUTCOMES)]
        corrected = correct_application(
            self.by("pd.luong"),
            Correction(
                entry=n,
                form_id=new_form_id(),
                reason="wrong_outcome",
                outcome=outcome,
                outcome_reason=reason,
                case_type="first_issue",
                device=device,
                second=self.by("nb.thinh").person,
            ),
        )
        self.numbers[corrected.n] = self.numbers[n]

    def follow_up(self, device: str, choice: int) -> None:
        if self.numbers:
            n = list(self.numbers)[choice % len(self.numbers)]
            arranged = Arranged(
                state=("open", "open", "moved_away")[choice % 3],
                owner=OPERATORS[choice % 3],
                next_on=self.clock().date() + timedelta(days=choice % 3),
            )
            change_follow_up(self.station, (self.station.identity.epoch, n), arranged)

    def step_clock(self, device: str, choice: int) -> None:
        before = self.clock()
        self.clock.advance(minutes=(-95, -40, -7, 30, 80)[choice % 5])
        tell_clock_step(self.station, before, self.clock())

    def sleep(self, choice: int) -> None:
        """Until the next working day begins, or one after that: nobody writes an entry on the days between."""
        day = business_day(self.clock()) + timedelta(days=(1, 1, 1, 2, 4)[choice % 5])
        self.clock.set("07:28", day.isoformat())

    def accept_plan(self, device: str, choice: int) -> None:
        since = business_day(self.clock()) + timedelta(days=choice % 2)
        plan = plans(max(plan.version for plan in self.plans) + 1, since, choice)
        write_plan(self.stick, plan)
        received = receive_orders(self.by("pd.luong"), self.stick)
        assert not received.refused, received.refused
        self.plans.append(plan)

    def export(self, device: str, choice: int) -> None:
        export_bundle(self.by("pd.luong"), self.stick)

    def receive(self, device: str, choice: int) -> None:
        identity = self.station.identity
        with self.station.store.read() as snapshot:
            journal = snapshot.get(JournalRow, identity.station, identity.epoch)
        through = max(0, (journal.last if journal else 0) - choice)
        withheld = [n for n in list(self.numbers)[choice : choice + 1] if n <= through]
        self.receipts += 1
        write_receipt(self.stick, self.station, self.receipts, through, quarantined=withheld, bundles=[])
        received = receive_orders(self.by("pd.luong"), self.stick)
        if [taken.state for taken in received.receipts][-1:] == ["accepted"]:
            self.withheld = withheld


Act = Callable[[Point, str, int], object]

ACTS: tuple[Act, ...] = (
    *[Point.log] * 4,
    *[Point.log_many] * 8,
    *[Point.open] * 3,
    *[lambda point, device, choice: pause_shift(point.station, device, CAUSES[choice % 4])] * 2,
    lambda point, device, choice: change_pause_cause(point.station, device, CAUSES[choice % 4]),
    *[lambda point, device, choice: resume_shift(point.station, device)] * 3,
    *[lambda point, device, choice: hand_over_shift(point.station, device, OPERATORS[choice % 3])] * 2,
    *[Point.close] * 2,
    *[Point.reopen] * 3,
    *[Point.void] * 2,
    lambda point, device, choice: undo_last(point.by(OPERATORS[choice % 2]), device),
    *[Point.correct] * 2,
    *[Point.step_clock] * 2,
    Point.accept_plan,
    lambda point, device, choice: report_zero(point.station, device, f"ca-{1 + choice % 3}", "Máy đi bảo dưỡng"),
    Point.follow_up,
    Point.export,
    Point.receive,
)

Move = tuple[Act, str, int, int]
"""An act with its device, a number that chooses among variants, and minutes that pass before."""
Campaign = list[tuple[list[tuple[str, int]], list[Move], list[str]]]
"""Days: what is opened in the morning, what happens, and which devices are closed when people go home."""

_moves = st.tuples(
    st.sampled_from(ACTS), st.sampled_from(DEVICES), st.integers(0, 29), st.sampled_from([0, 1, 2, 5, 20, 45, 130])
)
_day = st.tuples(
    st.lists(st.tuples(st.sampled_from(DEVICES), st.integers(1, 29)), min_size=1, max_size=4),
    st.lists(_moves, min_size=10, max_size=35),
    st.lists(st.sampled_from(DEVICES), max_size=4),
)
campaigns: st.SearchStrategy[Campaign] = st.lists(_day, min_size=1, max_size=3)


def happen(point: Point, campaign: Campaign) -> Iterator[None]:
    """Everything in turn; what makes no sense is refused. It stops in the midst of each day, and at its end."""
    for openings, moves, closings in campaign:
        for device, choice in openings:
            _made(point, Point.open, device, choice)
        for place, (act, device, choice, minutes) in enumerate(moves):
            point.clock.advance(minutes=minutes, seconds=choice)
            _made(point, act, device, choice)
            if place == len(moves) // 2:
                yield
        for device in closings:
            _made(point, Point.close, device, 40)
        yield
        point.sleep(len(moves))


def _made(point: Point, act: Act, device: str, choice: int) -> None:
    with suppress(Refusal):
        act(point, device, choice)


@contextmanager
def point_at(home: Path) -> Iterator[Point]:
    """A copy of a home of `desks.new_home`, on the morning of the pictures."""
    clock = Clock(at("07:30"))
    with TemporaryDirectory() as folder:
        copy, stick = Path(folder) / "home", Path(folder) / "stick"
        shutil.copytree(home, copy)
        stick.mkdir()
        with open_station(copy, "tk.van", PASSWORD, lambda **_: clock) as station:
            yield Point(station, clock, Stick(stick))
