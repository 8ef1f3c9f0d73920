"""Everything about one application that its list may show: no whole number, no whole telephone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from msgspec import UNSET, UnsetType

from campaign.calendar import format_time, parse_time
from campaign.entry import read_entry
from campaign.events import ApplicationLogged, ApplicationVoided, Fee
from campaign.refusal import InputRefused
from campaign.rows import ApplicationRow, DeviceRow, ShiftRow
from campaign.subject import Subject
from db.history import History
from db.reads.applications import application_at
from db.reads.device_day import place_in_day
from db.reads.entries import Key
from db.transaction import Snapshot
from station_app.services.colleagues import full_name
from station_app.services.run_shift import is_overdue
from station_app.services.sending import Sending, Sent
from station_app.services.station import Station


@dataclass(frozen=True, slots=True)
class VoidOf:
    """``by`` took it back, ``second`` stood by ("" for an undo): full names."""

    n: int
    at: datetime
    by: str
    second: str
    reason: str


@dataclass(frozen=True, slots=True)
class EntryDetails:
    """``number``, ``old_number`` and ``phone`` are last digits. ``place``: the how manieth of its device and day.

    ``window`` is the shift's; ``takes_more``: the shift may still hold a correction. ``happened_at``: where the entry
    tells of an earlier hour. ``erased``: the person is no longer ``held`` because the plan's days are over.
    ``changeable``: it can be voided or corrected here, for it is of this epoch and stands.
    """

    epoch: int
    n: int
    place: int
    at: datetime
    happened_at: datetime | None
    day: date
    device: str
    device_label: str
    window: str
    takes_more: bool
    by: str
    number: str
    old_number: str
    name: str
    born: str
    sex: str
    commune: str
    phone: str
    held: bool
    erased: bool
    case_type: str
    outcome: str
    reason: str
    source: str
    warnings: tuple[str, ...]
    overridden_by: str
    fee: Fee | None
    form_id: str
    sent: Sent
    void: VoidOf | None
    changeable: bool


def entry_details(station: Station, key: Key) -> EntryDetails:
    """Raises InputRefused("not_an_application")."""
    epoch, n = key
    code = station.identity.station
    with station.store.read() as snapshot:
        shown = application_at(snapshot, code, epoch, n)
        if shown is None:
            raise InputRefused("not_an_application", n=n)
        application = shown.application
        shift = snapshot.get(ShiftRow, code, application.shift)
        device = snapshot.get(DeviceRow, code, application.device)
        body = logged_body(snapshot, application)
        subject = shown.subject or Subject()
        return EntryDetails(
            epoch=epoch,
            n=n,
            place=place_in_day(snapshot, application),
            at=parse_time(application.at),
            happened_at=parse_time(body.happened_at) if body and body.happened_at else None,
            day=date.fromisoformat(application.day),
            device=application.device,
            device_label=device.label if device else application.device,
            window=_window(station, snapshot, shift) if shift else "",
            takes_more=shift is not None and _takes_more(shift, format_time(station.clock())),
            by=full_name(snapshot, code, application.by),
            number=_end(subject.number),
            old_number=_end(subject.old_number),
            name=subject.name or "",
            born=subject.birth_date or "",
            sex=subject.sex or "",
            commune=application.commune,
            phone=_end(subject.phone),
            held=shown.subject is not None,
            erased=shown.subject is None and History(snapshot, code, epoch).is_erased(n),
            case_type=application.case_type,
            outcome=application.outcome,
            reason=application.reason,
            source=application.source,
            warnings=tuple(application.warnings.split()),
            overridden_by=full_name(snapshot, code, application.overridden_by) if application.overridden_by else "",
            fee=body.fee or None if body else None,
            form_id=application.form_id,
            sent=Sending.of(station, snapshot).state(epoch, n),
            void=_void_of(snapshot, application),
            changeable=not application.voided_n and epoch == station.identity.epoch,
        )


def logged_body(snapshot: Snapshot, application: ApplicationRow) -> ApplicationLogged | None:
    """What the journal says of an application beyond its row."""
    data = History(snapshot, application.station, application.epoch).entry(application.n)
    body = read_entry(data).body if data else None
    return body if isinstance(body, ApplicationLogged) else None


def _takes_more(shift: ShiftRow, now: str) -> bool:
    return shift.state != "sealed" and not is_overdue(shift, now)


def _window(station: Station, snapshot: Snapshot, shift: ShiftRow) -> str:
    """Its label by the plan that the shift was opened with."""
    plan = next((plan for plan in station.plans(snapshot) if plan.version == shift.plan_version), None)
    labels = {window.id: window.label for window in plan.window} if plan else {}
    return labels.get(shift.window, shift.window)


def _void_of(snapshot: Snapshot, application: ApplicationRow) -> VoidOf | None:
    code, n = application.station, application.voided_n
    data = History(snapshot, code, application.epoch).entry(n) if n else None
    if data is None:
        return None
    entry = read_entry(data)
    second = entry.body.second if isinstance(entry.body, ApplicationVoided) else UNSET
    return VoidOf(
        n=n,
        at=parse_time(entry.header.at),
        by=full_name(snapshot, code, entry.header.by),
        second=full_name(snapshot, code, second) if second else "",
        reason=application.void_reason,
    )


def _end(number: str | UnsetType) -> str:
    return (number or "")[-4:]
