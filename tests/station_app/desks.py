"""A desk at a real station, for tests of screens: its store, keys, signed plan and people are what they are at a point.

`new_home` makes the station once (some seconds: passwords are slow on purpose), `station_at` opens a copy of it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import msgspec

import resources
from bundle.documents import Enrolment, Recipients, document_bytes
from bundle.envelope import seal
from bundle.keys import new_age_identity, public_key, root_fingerprint
from bundle.layout import enrolment_path, plan_path, trust_path
from bundle.stick import Stick
from bundle.trust_versions import first_trust, officers, root_keys
from campaign.calendar import VIETNAM
from campaign.entered import holder_from_fields
from campaign.events import DeviceChanged, Role
from campaign.plan import Plan
from campaign.plan_document import plan_from_toml, plan_payload
from campaign.refusal import Refusal
from campaign.scan import read_scan
from station_app.bootstrap import catalogue, open_station, person_of, signed_in_as
from station_app.hardware.speaker import Sound
from station_app.services.form_id import new_form_id
from station_app.services.log_application import Application, Logged, log_application
from station_app.services.open_shift import Opening, ShiftChanged, open_shift
from station_app.services.orders import receive_orders
from station_app.services.readiness import Answer, Surroundings
from station_app.services.set_up import NewStation, set_up_station
from station_app.services.settings import Settings
from station_app.services.station import Station
from station_app.services.users import add_user
from station_app.ui.asking import Named

T = TypeVar("T")

CAMPAIGN = "hp-2021"
STATION = "HP-LC-07"
UNIT = "Công an quận Lê Chân"
DEVICES = ("TB-1", "TB-2", "TB-3", "TB-4", "TB-5", "TB-6")
PASSWORD = "mat-khau-7"
PEOPLE: dict[str, tuple[Role, str]] = {
    "tk.van": ("operator", "Trần Khánh Vân"),
    "dm.quy": ("operator", "Đỗ Minh Quý"),
    "lt.hanh": ("operator", "Lê Thu Hạnh"),
    "pd.luong": ("supervisor", "Phạm Đức Lương"),
}
ADMINISTRATOR = ("nb.thinh", "Nguyễn Bá Thịnh")
COMMANDER = "Phạm Đức Lương"
ALL_WELL = Surroundings(free_bytes=10**10, unknown_stick=False)
"""Around the computer: room on the disk, no strange stick."""

ROOTS = [bytes([number]) * 32 for number in (1, 2, 3)]
OFFICERS = {"a": bytes([11]) * 32, "b": bytes([12]) * 32}
CITY_IDENTITY, CITY_RECIPIENT = new_age_identity()
RECOVERY_IDENTITY, RECOVERY_RECIPIENT = new_age_identity()


def at(clock: str, day: str = "2021-04-08") -> datetime:
    """`16:07` or `16:07:18` in Vietnam, on the Thursday of the pictures."""
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=VIETNAM)


class Clock:
    """Stands still until it is set."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        return self.moment

    def set(self, clock: str, day: str = "2021-04-08") -> None:
        self.moment = at(clock, day)

    def advance(self, **of_timedelta: float) -> None:
        self.moment += timedelta(**of_timedelta)


def the_plan(**changes: Any) -> Plan:
    """The example's windows and quota for every device, or with the changes."""
    plan = plan_from_toml(resources.read("data/plan_example.toml"))
    return msgspec.structs.replace(plan, campaign=CAMPAIGN, station=(), device=(), **changes)


def new_home(home: Path, plan: Plan | None = None) -> None:
    """Sets a station up at 07:00 on 2021-04-08: devices, people, and what the city signs, taken from a stick."""
    clock = Clock(at("07:00"))
    administrator, full_name = ADMINISTRATOR
    new = NewStation(
        campaign=CAMPAIGN,
        station=STATION,
        unit=UNIT,
        devices=DEVICES,
        user=administrator,
        full_name=full_name,
        password=PASSWORD,
        drill=False,
    )
    set_up_station(home, new, clock(), catalogue().outcome_rules)
    with station_at(home, clock, administrator) as station:
        for user, (role, name) in PEOPLE.items():
            add_user(station, user, role, name, PASSWORD)
        with station.work() as work:
            for number, device in enumerate(DEVICES, 1):
                work.append(DeviceChanged(device=device, label=f"Thiết bị {number}"))
        stick = Stick(home / "city-stick")
        stick.root.mkdir()
        write_orders(stick, station, plan or the_plan())
        supervisor = signed_in_as(station, person_of(station, "pd.luong", PASSWORD))
        received = receive_orders(supervisor, stick, root_fingerprint([public_key(private) for private in ROOTS]))
        assert not received.refused, received.refused


def write_orders(stick: Stick, station: Station, *plans: Plan) -> None:
    """The city's first trust, the station's enrolment and plans, on a stick."""
    trust = first_trust(
        campaign=CAMPAIGN,
        drill=False,
        roots=root_keys([public_key(private) for private in ROOTS], 2),
        officers=officers({name: public_key(private) for name, private in OFFICERS.items()}, 2),
        recipients=Recipients(city=CITY_RECIPIENT, recovery=RECOVERY_RECIPIENT),
        issued_at="2021-03-13T07:00:00+07:00",
    )
    enrolment = Enrolment(
        campaign=CAMPAIGN,
        drill=False,
        station=STATION,
        unit=UNIT,
        epoch=station.identity.epoch,
        key=public_key(station.keys.signing).hex(),
        issued_at="2021-03-13T07:00:00+07:00",
    )
    stick.write_document(trust_path(1), seal("trust", trust, ROOTS))
    stick.write_document(
        enrolment_path(STATION, enrolment.epoch), seal("enrolment", document_bytes(enrolment), [OFFICERS["a"]])
    )
    for plan in plans:
        stick.write_document(plan_path(plan.version), seal("plan", plan_payload(plan), list(OFFICERS.values())))


@contextmanager
def station_at(home: Path, clock: Clock, user: str = "tk.van") -> Iterator[Station]:
    """The station of a home, unlocked by one of its people."""
    with open_station(home, user, PASSWORD, lambda **_: clock) as station:
        yield station


def copied(home: Path, to: Path) -> Path:
    """A home of its own for one test."""
    shutil.copytree(home, to)
    return to


def as_user(station: Station, user: str) -> Station:
    """The same station with another of its people at the desk, their password taken for granted."""
    role, full_name = PEOPLE.get(user) or ("administrator", ADMINISTRATOR[1])
    return replace(station, person=replace(station.person, user=user, role=role, full_name=full_name))


def opened(
    station: Station, device: str = "TB-1", window: str = "ca-1", crew: Sequence[str] = ("tk.van", "dm.quy")
) -> ShiftChanged:
    """Opens a shift with every check well."""
    checks = station.catalogue.readiness_checks.values()
    answers = {check.id: Answer(True) for check in checks if not check.auto}
    opening = Opening(device=device, window=window, commander=COMMANDER, answers=answers, crew=tuple(crew))
    return open_shift(station, opening, ALL_WELL)


def logged(
    station: Station,
    scan: str | None = None,
    device: str = "TB-1",
    outcome: str = "accepted",
    reason: str | None = None,
    took_ms: int | None = None,
    **fields: str,
) -> Logged:
    """Logs an application of a scan, or of the fields of `holder_from_fields`."""
    today, rules = station.clock().date(), station.catalogue.scan_rules
    read = read_scan(scan, today=today, rules=rules) if scan else None
    entered = holder_from_fields(**fields, today=today, rules=rules, scan=read)
    application = Application(
        device=device,
        form_id=new_form_id(),
        entered=entered,
        source="barcode" if scan else "typed",
        case_type=station.catalogue.default_case_type(entered.holder).id,
        outcome=outcome,
        reason=reason,
        took_ms=took_ms,
    )
    return log_application(station, application)


class Bell:
    """An event without Qt: what a fake view offers in place of a signal."""

    def __init__(self) -> None:
        self._slots: list[Callable[..., Any]] = []

    def connect(self, slot: Callable[..., Any], /) -> None:
        self._slots.append(slot)

    def emit(self, *arguments: object) -> None:
        for slot in self._slots:
            slot(*arguments)


@dataclass
class ImmediateLane:
    """Answers at once; while `held`, calls wait for `release`. A refusal in `refuse` is given to the next call."""

    held: bool = False
    refuse: Refusal | None = None
    calls: int = 0
    _waiting: list[tuple[int, Callable[[], None]]] = field(default_factory=list)

    def ask(
        self, call: Callable[[], T], then: Callable[[T], None], refused: Callable[[Refusal], None] | None = None
    ) -> int:
        self.calls += 1
        number = self.calls

        def run() -> None:
            try:
                if self.refuse is not None:
                    refusal, self.refuse = self.refuse, None
                    raise refusal
                answer = call()
            except Refusal as refusal:
                if refused is None:
                    raise
                refused(refusal)
            else:
                then(answer)

        if self.held:
            self._waiting.append((number, run))
        else:
            run()
        return number

    def ask_briefly(
        self, call: Callable[[], T], then: Callable[[T], None], refused: Callable[[Refusal], None] | None = None
    ) -> int:
        return self.ask(call, then, refused)

    def drop(self, number: int) -> None:
        self._waiting = [(asked, run) for asked, run in self._waiting if asked != number]

    def tell(self, word: Callable[[], None]) -> None:
        word()

    def release(self) -> None:
        """Answers what waits, in its order, and what comes after."""
        self.held = False
        waiting, self._waiting = self._waiting, []
        for _, run in waiting:
            run()


@dataclass
class Heard:
    """The sounds that were asked for, oldest first."""

    sounds: list[Sound] = field(default_factory=list)

    def play(self, sound: Sound) -> None:
        self.sounds.append(sound)


@dataclass
class FakeDesk:
    """The surroundings of one presenter. ``gone`` are the screens asked for, ``grown`` counts `journal_grew`."""

    station: Station
    device: str = "TB-1"
    write: ImmediateLane = field(default_factory=ImmediateLane)
    read: ImmediateLane = field(default_factory=ImmediateLane)
    slow: ImmediateLane = field(default_factory=ImmediateLane)
    sounds: Heard = field(default_factory=Heard)
    gone: list[str] = field(default_factory=list)
    grown: int = 0
    used: list[Settings] = field(default_factory=list)
    """What was set, in order."""
    picked: Callable[[], None] = lambda: None
    """Called when another device was picked: a test sets it to the presenter's `shown`."""

    def pick_device(self, device: str) -> None:
        self.device = device
        self.picked()

    def now(self) -> datetime:
        return self.station.clock()

    def go(self, screen: str) -> None:
        self.gone.append(screen)

    def use_settings(self, settings: Settings) -> None:
        self.used.append(settings)

    def journal_grew(self) -> None:
        self.grown += 1

    def say(self, refusal: Refusal) -> str:
        return refusal.code

    def label(self, named: Named) -> str:
        return named.label_vi
