"""A practice station with its practice city, and as many logged applications as a measurement needs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import msgspec

from bench.people import Document, Population, line_of
from campaign.calendar import VIETNAM, format_time
from campaign.entered import holder_from_fields
from campaign.events import ApplicationLogged
from campaign.rows import ShiftRow
from campaign.scan import read_scan
from station_app.bootstrap import open_station
from station_app.practice import PASSWORDS, prepare_practice
from station_app.services.form_id import new_form_id
from station_app.services.log_application import SOURCES, Application
from station_app.services.open_shift import Opening, open_shift
from station_app.services.readiness import Answer, Surroundings
from station_app.services.station import Station

DAY = date(2021, 4, 8)
OPENED = datetime(2021, 4, 8, 7, 30, tzinfo=VIETNAM)
DEVICE = "TB-1"
OPERATOR, SUPERVISOR = "tk.van", "pd.luong"
PLENTY = Surroundings(free_bytes=1 << 40, unknown_stick=False)


@contextmanager
def station_at(home: Path, user: str, moment: datetime) -> Iterator[Station]:
    """The practice station in `home`, made if it isn't there, with a clock that stands still."""
    prepare_practice(home, OPENED)
    with open_station(home, user, PASSWORDS[user], lambda **_: lambda: moment) as station:
        yield station


def open_for(station: Station, device: str, window: str) -> str:
    """Opens a shift with all checks answered well."""
    answers = {check.id: Answer(True) for check in station.catalogue.readiness_checks.values() if not check.auto}
    opening = Opening(device=device, window=window, commander="Phạm Đức Lương", answers=answers)
    return open_shift(station, opening, PLENTY).shift


def applications(station: Station, count: int, seed: int) -> list[Application]:
    """People whom nobody has seen before, with the documents of the campaign."""
    random = Random(seed)
    population = Population(station.catalogue.units, random, DAY)
    kinds: tuple[Document, ...] = ("cmnd9_typed", "barcode_number_only", "qr_chip_card", "mrz")
    return [
        application_of(station, DEVICE, line_of(population.citizen(), random.choices(kinds, (60, 30, 7, 3))[0], random))
        for _ in range(count)
    ]


def application_of(
    station: Station,
    device: str,
    line: dict[str, object],
    *,
    outcome: str = "accepted",
    reason: str | None = None,
    at: str | None = None,
) -> Application:
    """A line of the desk as the application that it means."""
    rules = station.catalogue.scan_rules
    fields = {name: value for name, value in line.items() if name != "scan"}
    scanned = read_scan(str(line["scan"]), today=DAY, rules=rules) if "scan" in line else None
    entered = holder_from_fields(**msgspec.convert(fields, dict[str, str]), today=DAY, rules=rules, scan=scanned)
    return Application(
        device=device,
        form_id=new_form_id(),
        entered=entered,
        source=SOURCES[scanned.format] if scanned else "typed",
        case_type=station.catalogue.default_case_type(entered.holder).id,
        outcome=outcome,
        reason=reason,
        at=at,
    )


def fill(station: Station, shift: str, count: int, seed: int) -> None:
    """Logs many applications in one transaction: what `log_application` would have appended one by one."""
    moment = OPENED
    with station.work() as work:
        row = work.rows.get(ShiftRow, work.code, shift)
        for application in applications(station, count, seed):
            moment += timedelta(seconds=1)
            body = ApplicationLogged(
                form_id=application.form_id,
                case_type=application.case_type,
                outcome="accepted",
                source=application.source,
                warnings=list(application.entered.warnings),
            )
            work.append(body, shift=row, subject=application.entered.subject(), at=format_time(moment))
