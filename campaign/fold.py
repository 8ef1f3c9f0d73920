"""The fold: what one entry changes in the projected rows. The same at a station and at the command, entry by entry or rebuilt.

It is total: an entry that makes no sense where it stands (a void of a void, a log in a sealed shift) changes no count and is
listed as ignored (docs/bundle-format.md, section 1). It asks rows only by their key, so its cost does not grow with the journal.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from msgspec import UNSET

from campaign import events as e
from campaign.calendar import parse_time
from campaign.entry import Entry
from campaign.events import HOUSEKEEPING, Header
from campaign.rows import (
    ApplicationRow,
    DeviceRow,
    DocumentRow,
    ExportRow,
    FormRow,
    HousekeepingRow,
    IgnoredRow,
    JournalRow,
    ReceiptRow,
    Rows,
    SettingRow,
    ShiftRow,
    SpanRow,
    StationRow,
    StickRow,
    TallyRow,
    UserRow,
    ZeroRow,
)


class Senseless(Exception):
    """An entry changes nothing; the argument is a stable code that says why."""


@dataclass(frozen=True, slots=True)
class Fold:
    """``counted_outcomes`` are those that count toward the quota, by the catalogue in force."""

    rows: Rows
    station: str
    epoch: int
    counted_outcomes: frozenset[str]

    def apply(self, entry: Entry, head: str) -> None:
        """Takes one entry, in order, with h(n) in hex. An entry in trouble only advances the journal."""
        header = entry.header
        self.rows.put(JournalRow(self.station, self.epoch, header.n, head, header.at, header.day, header.kind))
        if header.kind in HOUSEKEEPING:
            self.rows.put(HousekeepingRow(self.station, self.epoch, header.n))
        if entry.body is None:
            return
        step = STEPS.get(type(entry.body))
        if step is None:
            return
        try:
            step(self, header, entry.body)
        except Senseless as senseless:
            self.rows.put(IgnoredRow(self.station, self.epoch, header.n, str(senseless)))

    def open_shift(self, header: Header) -> ShiftRow:
        """The shift of the header, if the entry may still belong to it."""
        shift = self.rows.get(ShiftRow, self.station, header.shift) if header.shift else None
        if shift is None:
            raise Senseless("no_such_shift")
        if shift.device != header.device:
            raise Senseless("other_device")
        if shift.state == "sealed":
            raise Senseless("shift_sealed")
        return shift

    def end_span(self, shift: ShiftRow, at: str) -> None:
        span = self.rows.get(SpanRow, self.station, shift.shift, shift.spans)
        if span is not None and not span.until:
            # A clock that was set back gives a span of no length, never of a negative one.
            span.until = max(at, span.since)
            self.rows.put(span)

    def begin_span(self, shift: ShiftRow, at: str, cause: str = "") -> None:
        shift.spans += 1
        self.rows.put(SpanRow(self.station, shift.shift, shift.spans, cause, at))

    def tally(self, of: ApplicationRow) -> TallyRow:
        key = (self.station, of.day, of.device, of.shift, of.hour, of.outcome)
        return self.rows.get(TallyRow, *key) or TallyRow(*key)


def _journal_started(fold: Fold, header: Header, body: e.JournalStarted) -> None:
    if header.n != 1 or body.station != fold.station or body.epoch != fold.epoch:
        raise Senseless("misplaced_start")
    row = fold.rows.get(StationRow, fold.station)
    if row is not None and row.epoch >= fold.epoch:
        raise Senseless("misplaced_start")
    fold.rows.put(StationRow(fold.station, fold.epoch, body.unit, body.campaign, body.drill))


def _user_added(fold: Fold, header: Header, body: e.UserAdded) -> None:
    known = fold.rows.get(UserRow, fold.station, body.user)
    if known is not None and not known.removed:
        raise Senseless("user_exists")
    fold.rows.put(UserRow(fold.station, body.user, body.role or "operator", body.full_name or body.user))


def _user_changed(fold: Fold, header: Header, body: e.UserChanged) -> None:
    user = _user(fold, body.user)
    fold.rows.put(UserRow(fold.station, user.user, body.role or user.role, body.full_name or user.full_name))


def _user_removed(fold: Fold, header: Header, body: e.UserRemoved) -> None:
    user = _user(fold, body.user)
    fold.rows.put(UserRow(fold.station, user.user, user.role, user.full_name, removed=True))


def _user(fold: Fold, name: str) -> UserRow:
    user = fold.rows.get(UserRow, fold.station, name)
    if user is None or user.removed:
        raise Senseless("no_such_user")
    return user


def _device_named(fold: Fold, header: Header, body: e.DeviceAdded) -> None:
    device = fold.rows.get(DeviceRow, fold.station, body.device) or DeviceRow(fold.station, body.device, "")
    device.label = body.label
    fold.rows.put(device)


def _stick_registered(fold: Fold, header: Header, body: e.StickRegistered) -> None:
    fold.rows.put(StickRow(fold.station, body.stick, body.label))


def _setting_changed(fold: Fold, header: Header, body: e.SettingChanged) -> None:
    fold.rows.put(SettingRow(fold.station, body.name, body.value))


def _shift_opened(fold: Fold, header: Header, body: e.ShiftOpened) -> None:
    if header.shift is UNSET or header.device is UNSET:
        raise Senseless("no_such_shift")
    if fold.rows.get(ShiftRow, fold.station, header.shift) is not None:
        raise Senseless("shift_exists")
    device = fold.rows.get(DeviceRow, fold.station, header.device) or DeviceRow(
        fold.station, header.device, header.device
    )
    if device.shift:
        raise Senseless("shift_still_open")
    device.shift = header.shift
    fold.rows.put(device)
    shift = ShiftRow(
        station=fold.station,
        shift=header.shift,
        epoch=fold.epoch,
        day=body.day,
        device=header.device,
        window=body.window,
        plan_version=body.plan_version,
        quota=body.quota,
        planned_minutes=body.planned_minutes,
        commander=body.commander,
        state="open",
        opened_at=header.at,
        opened_n=header.n,
        operator=header.by,
        spans=0,
    )
    fold.begin_span(shift, header.at)
    fold.rows.put(shift)


def _shift_paused(fold: Fold, header: Header, body: e.ShiftPaused) -> None:
    shift = fold.open_shift(header)
    # Paused again is a change of cause: the time so far keeps the earlier one.
    shift.state = "paused"
    fold.end_span(shift, header.at)
    fold.begin_span(shift, header.at, body.cause)
    fold.rows.put(shift)


def _shift_resumed(fold: Fold, header: Header, body: e.ShiftResumed) -> None:
    shift = fold.open_shift(header)
    if shift.state != "paused":
        raise Senseless("not_paused")
    shift.state = "open"
    fold.end_span(shift, header.at)
    fold.begin_span(shift, header.at)
    fold.rows.put(shift)


def _shift_handed_over(fold: Fold, header: Header, body: e.ShiftHandedOver) -> None:
    shift = fold.open_shift(header)
    shift.operator = body.to
    fold.rows.put(shift)


def _shift_closed(fold: Fold, header: Header, body: e.ShiftClosed) -> None:
    shift = fold.open_shift(header)
    shift.device_counter = body.device_counter
    shift.counted = body.counted
    shift.difference = body.difference
    shift.difference_reason = body.reason or ""
    fold.rows.put(shift)


def _shift_sealed(fold: Fold, header: Header, body: e.ShiftSealed) -> None:
    shift = fold.open_shift(header)
    shift.state = "sealed"
    shift.ended_at = header.at
    shift.sealed_n = header.n
    fold.end_span(shift, header.at)
    fold.rows.put(shift)
    device = fold.rows.get(DeviceRow, fold.station, shift.device)
    if device is not None:
        device.shift = ""
        fold.rows.put(device)


def _shift_reopened(fold: Fold, header: Header, body: e.ShiftReopened) -> None:
    shift = fold.rows.get(ShiftRow, fold.station, header.shift) if header.shift else None
    if shift is None:
        raise Senseless("no_such_shift")
    device = fold.rows.get(DeviceRow, fold.station, shift.device)
    if shift.state != "sealed" or device is None or device.shift:
        raise Senseless("shift_still_open")
    device.shift = shift.shift
    fold.rows.put(device)
    shift.state = "open"
    shift.ended_at = ""
    fold.begin_span(shift, header.at)
    fold.rows.put(shift)


def _zero_reported(fold: Fold, header: Header, body: e.ZeroReported) -> None:
    fold.rows.put(ZeroRow(fold.station, body.day, body.device, body.window, body.reason))


def _application_logged(fold: Fold, header: Header, body: e.ApplicationLogged) -> None:
    shift = fold.open_shift(header)
    if shift.state == "paused":
        raise Senseless("shift_paused")
    if fold.rows.get(FormRow, fold.station, body.form_id) is not None:
        raise Senseless("form_id_known")
    fold.rows.put(FormRow(fold.station, body.form_id, fold.epoch, header.n))
    application = ApplicationRow(
        station=fold.station,
        epoch=fold.epoch,
        n=header.n,
        at=header.at,
        day=shift.day,
        hour=parse_time(body.happened_at or header.at).hour,
        device=shift.device,
        shift=shift.shift,
        by=header.by,
        form_id=body.form_id,
        case_type=body.case_type,
        outcome=body.outcome,
        reason=body.reason or "",
        commune=body.commune or "",
        source=body.source,
        warnings=" ".join(body.warnings),
        overridden_by=body.override.by if body.override else "",
        counted=body.outcome in fold.counted_outcomes,
        took_ms=body.took_ms or 0,
    )
    fold.rows.put(application)
    tally = fold.tally(application)
    tally.count += 1
    fold.rows.put(tally)
    device = fold.rows.get(DeviceRow, fold.station, shift.device)
    if device is not None:
        device.last_logged_at = header.at
        fold.rows.put(device)


def _application_voided(fold: Fold, header: Header, body: e.ApplicationVoided) -> None:
    application = fold.rows.get(ApplicationRow, fold.station, fold.epoch, body.entry)
    if application is None:
        raise Senseless("no_such_application")
    if application.voided_n:
        raise Senseless("voided_already")
    application.voided_n = header.n
    application.void_reason = body.reason
    application.counted = False
    fold.rows.put(application)
    tally = fold.tally(application)
    tally.count -= 1
    tally.voided += 1
    fold.rows.put(tally)


def _document_accepted(fold: Fold, header: Header, body: e.DocumentAccepted) -> None:
    fold.rows.put(DocumentRow(fold.station, body.type, body.version or 0, body.sha256, header.at))


def _bundle_exported(fold: Fold, header: Header, body: e.BundleExported) -> None:
    if fold.rows.get(ExportRow, fold.station, fold.epoch, body.seq) is not None:
        raise Senseless("seq_used")
    fold.rows.put(
        ExportRow(fold.station, fold.epoch, body.seq, body.first, body.last, body.sha256, body.place, header.at)
    )


def _bundle_verified(fold: Fold, header: Header, body: e.BundleVerified) -> None:
    export = fold.rows.get(ExportRow, fold.station, fold.epoch, body.seq)
    if export is None:
        raise Senseless("no_such_bundle")
    # A second copy is verified too; the first proof is the one that counts.
    export.verified_at = export.verified_at or header.at
    fold.rows.put(export)


def _receipt_accepted(fold: Fold, header: Header, body: e.ReceiptAccepted) -> None:
    station = fold.rows.get(StationRow, fold.station)
    if station is None or station.epoch != fold.epoch or body.mark >= header.n:
        raise Senseless("beyond_last")
    if (body.city_generation, body.serial) <= (station.city_generation, station.receipt_serial):
        raise Senseless("old_receipt")
    station.mark = body.mark
    station.durable_through = body.durable_through
    station.city_generation = body.city_generation
    station.receipt_serial = body.serial
    station.received_at = header.at
    fold.rows.put(station)
    fold.rows.put(
        ReceiptRow(
            fold.station,
            body.city_generation,
            body.serial,
            fold.epoch,
            body.accepted_through,
            body.mark,
            body.head,
            body.durable_through,
            header.at,
        )
    )


STEPS: dict[type[e.Body], Callable[[Fold, Header, Any], None]] = {
    e.JournalStarted: _journal_started,
    e.UserAdded: _user_added,
    e.UserChanged: _user_changed,
    e.UserRemoved: _user_removed,
    e.DeviceAdded: _device_named,
    e.DeviceChanged: _device_named,
    e.StickRegistered: _stick_registered,
    e.SettingChanged: _setting_changed,
    e.ShiftOpened: _shift_opened,
    e.ShiftPaused: _shift_paused,
    e.ShiftResumed: _shift_resumed,
    e.ShiftHandedOver: _shift_handed_over,
    e.ShiftClosed: _shift_closed,
    e.ShiftSealed: _shift_sealed,
    e.ShiftReopened: _shift_reopened,
    e.ZeroReported: _zero_reported,
    e.ApplicationLogged: _application_logged,
    e.ApplicationVoided: _application_voided,
    e.DocumentAccepted: _document_accepted,
    e.BundleExported: _bundle_exported,
    e.BundleVerified: _bundle_verified,
    e.ReceiptAccepted: _receipt_accepted,
}
