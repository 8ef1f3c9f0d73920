"""After a decided fork another machine's history stands; this one goes on in the next epoch from what both share.

Nothing of the journal is changed. What this machine logged beyond that point is appended again with the same form_id,
by which it is known here, and counted once wherever the entries meet (docs/decisions/0016-after-a-loss.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from msgspec import UNSET, structs

from bundle.documents import Enrolment, Request, RequestedDevice
from bundle.keys import key_id, new_private_key, public_key
from bundle.stick import Stick
from campaign import events as e
from campaign.calendar import format_time
from campaign.entry import Entry, read_entry
from campaign.events import Body, Header
from campaign.refusal import InputRefused
from campaign.subject import Subject, read_subject
from db.history import History
from db.journal import Journal
from db.meta import NEXT_SIGNING_KEY, SIGNING_KEY, drop_meta, read_meta, write_meta
from db.reads.point import devices_of
from db.transaction import Snapshot
from station_app.services.request_enrolment import Requested, write_request
from station_app.services.station import PROGRAM, Identity, Station, Work

AGAIN = (
    *(e.UserAdded, e.DeviceAdded, e.StickRegistered, e.ZeroReported),
    *(e.ShiftOpened, e.ShiftClosed, e.ShiftSealed, e.ShiftReopened),
    *(e.ApplicationLogged, e.ApplicationVoided, e.FollowUpChanged),
)
"""What the command must hear again to count the same, with changes and removals; pauses stay with the machine."""
IN_A_SHIFT = (e.ShiftOpened, e.ShiftClosed, e.ShiftSealed, e.ApplicationLogged)
REASON = "tách dòng"
"""Why a shift is opened again for what was logged in it beyond the fork."""


def request_next_epoch(station: Station, stick: Stick) -> Requested:
    """Asks to be enrolled in the next epoch, with a key of its own. Raises NotPermitted, StorageRefused."""
    station.person.require("request")
    identity = station.identity
    with station.work() as work:
        signing = read_meta(work.tx, NEXT_SIGNING_KEY) or new_private_key()
        write_meta(work.tx, NEXT_SIGNING_KEY, signing)
        devices = devices_of(work.tx, identity.station)
    request = Request(
        campaign=identity.campaign,
        drill=identity.drill,
        station=identity.station,
        unit=identity.unit,
        epoch=identity.epoch + 1,
        key=public_key(signing).hex(),
        devices=tuple(RequestedDevice(id=device.device, label=device.label) for device in devices),
        created_at=format_time(station.clock()),
    )
    return write_request(stick, request, signing)


def next_key(snapshot: Snapshot) -> bytes | None:
    """The private key that waits for its epoch."""
    return read_meta(snapshot, NEXT_SIGNING_KEY)


def go_on(work: Work, enrolment: Enrolment, signing: bytes) -> Work:
    """Begins the enrolled epoch within the same transaction; what is appended from here on belongs to it.

    Raises InputRefused("fork") where this journal doesn't hold the point to go on from, ("wrong_station") for an
    enrolment that names none.
    """
    station, point = work.station, enrolment.continues
    if point is UNSET or point.epoch != station.identity.epoch or enrolment.epoch != point.epoch + 1:
        raise InputRefused("wrong_station", epoch=enrolment.epoch)
    held = work.journal.head_at(point.n)
    if held is None or held.hex() != point.head:
        raise InputRefused("fork", n=point.n, held=held.hex() if held else "", offered=point.head)
    own = History(work.tx, work.code, point.epoch)
    last = work.last
    write_meta(work.tx, SIGNING_KEY, signing)
    drop_meta(work.tx, NEXT_SIGNING_KEY)
    new = Work(in_next_epoch(station, signing), work.tx)
    new.now = max(new.now, work.now)
    new.append(
        e.JournalStarted(
            campaign=station.identity.campaign,
            station=work.code,
            unit=station.identity.unit,
            epoch=enrolment.epoch,
            key_id=key_id(public_key(signing)),
            drill=station.identity.drill,
            program=PROGRAM,
            continues=point,
        )
    )
    again = _Again(new.journal, point.epoch, new.now)
    for data, _, subject in own.entries(point.n + 1, last):
        again.tell(read_entry(data), subject)
    return new


def in_next_epoch(station: Station, signing: bytes) -> Station:
    """The same unlocked station in the epoch that it has begun."""
    identity: Identity = replace(station.identity, epoch=station.identity.epoch + 1)
    return replace(station, identity=identity, keys=replace(station.keys, signing=signing))


@dataclass(slots=True)
class _Again:
    """Appends an earlier epoch's entries once more, where their numbers are others."""

    journal: Journal
    epoch: int
    now: str
    numbers: dict[int, int] = field(default_factory=dict)
    """By the number of before."""
    shifts: set[str] = field(default_factory=set)

    def tell(self, entry: Entry, subject: bytes | None) -> None:
        header = entry.header
        for body in self._bodies(entry):
            appended = self.journal.append(
                body,
                at=self.now,
                by=header.by,
                day=date.fromisoformat(header.day),
                shift=header.shift or None,
                device=header.device or None,
                subject=_person(subject) if isinstance(body, e.ApplicationLogged) else None,
            )
            if isinstance(body, e.ApplicationLogged):
                self.numbers[header.n] = appended.n

    def _bodies(self, entry: Entry) -> Iterator[Body]:
        """The command may hold the entry's shift as sealed: it is opened again before the first entry in it."""
        body, header = entry.body, entry.header
        told = self._told(body, header) if isinstance(body, AGAIN) else None
        if told is None:
            return
        first = isinstance(told, IN_A_SHIFT) and header.shift not in self.shifts
        if first and header.shift is not UNSET:
            self.shifts.add(header.shift)
        if isinstance(told, e.ShiftOpened):
            yield told
        if first:
            yield e.ShiftReopened(reason=REASON)
        if not isinstance(told, e.ShiftOpened):
            yield told

    def _told(self, body: Body, header: Header) -> Body | None:
        """None for what can't be said of another epoch: a void of an entry that both machines share."""
        match body:
            case e.ApplicationLogged():
                return structs.replace(body, happened_at=body.happened_at or header.at)
            case e.ApplicationVoided():
                number = self.numbers.get(body.entry)
                return None if number is None else structs.replace(body, entry=number)
            case e.FollowUpChanged():
                if body.epoch is UNSET and body.entry in self.numbers:
                    return structs.replace(body, entry=self.numbers[body.entry])
                return structs.replace(body, epoch=body.epoch or self.epoch)
        return body


def _person(subject: bytes | None) -> Subject | None:
    return None if subject is None else read_subject(subject)
