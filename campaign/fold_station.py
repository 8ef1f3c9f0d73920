"""What entries about the station itself change: its journal, its people, its equipment."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from campaign import events as e
from campaign.events import Header
from campaign.ledger import Ledger, Senseless
from campaign.rows import SettingRow, StationRow, StickRow, UserRow


def _journal_started(ledger: Ledger, header: Header, body: e.JournalStarted) -> None:
    if header.n != 1 or body.station != ledger.station or body.epoch != ledger.epoch:
        raise Senseless("misplaced_start")
    before = ledger.rows.get(StationRow, ledger.station)
    station = StationRow(ledger.station, ledger.epoch, body.unit, body.campaign, body.drill)
    if before is not None:
        if before.epoch >= ledger.epoch:
            raise Senseless("misplaced_start")
        # Entries are numbered anew, so the mark is; receipts go on, for a station's serials rise over its epochs.
        station.city_generation = before.city_generation
        station.receipt_serial = before.receipt_serial
        station.received_at = before.received_at
    ledger.rows.put(station)


def _user(ledger: Ledger, name: str) -> UserRow:
    user = ledger.rows.get(UserRow, ledger.station, name)
    if user is None or user.removed:
        raise Senseless("no_such_user")
    return user


def _user_added(ledger: Ledger, header: Header, body: e.UserAdded) -> None:
    known = ledger.rows.get(UserRow, ledger.station, body.user)
    if known is not None and not known.removed:
        raise Senseless("user_exists")
    ledger.rows.put(UserRow(ledger.station, body.user, body.role or "operator", body.full_name or body.user))


def _user_changed(ledger: Ledger, header: Header, body: e.UserChanged) -> None:
    user = _user(ledger, body.user)
    user.role, user.full_name = body.role or user.role, body.full_name or user.full_name
    ledger.rows.put(user)


def _user_removed(ledger: Ledger, header: Header, body: e.UserRemoved) -> None:
    user = _user(ledger, body.user)
    user.removed = True
    ledger.rows.put(user)


def _signed_in(ledger: Ledger, header: Header, body: e.SignedIn) -> None:
    user = ledger.rows.get(UserRow, ledger.station, body.user)
    if user is not None:  # who was removed meanwhile still came
        user.last_signed_in = header.at
        ledger.rows.put(user)


def _device_named(ledger: Ledger, header: Header, body: e.DeviceAdded) -> None:
    device = ledger.device(body.device)
    device.label, device.serial = body.label, body.serial or device.serial
    ledger.rows.put(device)


def _stick_registered(ledger: Ledger, header: Header, body: e.StickRegistered) -> None:
    ledger.rows.put(StickRow(ledger.station, body.stick, body.label))


def _setting_changed(ledger: Ledger, header: Header, body: e.SettingChanged) -> None:
    ledger.rows.put(SettingRow(ledger.station, body.name, body.value))


STEPS: dict[type[e.Body], Callable[[Ledger, Header, Any], None]] = {
    e.JournalStarted: _journal_started,
    e.UserAdded: _user_added,
    e.UserChanged: _user_changed,
    e.UserRemoved: _user_removed,
    e.SignedIn: _signed_in,
    e.DeviceAdded: _device_named,
    e.DeviceChanged: _device_named,
    e.StickRegistered: _stick_registered,
    e.SettingChanged: _setting_changed,
}
