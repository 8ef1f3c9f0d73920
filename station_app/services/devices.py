"""The point's enrolment devices: which there are, what people call them, and the maker's number on them."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import UNSET, ValidationError, convert

from campaign.canonical import nfc
from campaign.events import DeviceAdded, DeviceChanged
from campaign.refusal import InputRefused
from campaign.rows import DeviceRow
from campaign.shapes import DeviceId
from db.reads.point import devices_of
from station_app.services.station import Station


@dataclass(frozen=True, slots=True)
class DeviceShown:
    """``serial`` is "" where it isn't known."""

    device: str
    label: str
    serial: str


def add_device(station: Station, device: str, label: str = "", serial: str = "") -> list[DeviceShown]:
    """A further device, called by its id unless ``label`` says otherwise; returns all.

    Its quota comes with the next plan. Raises InputRefused("device_exists", "bad_device", "bad_body"), NotPermitted.
    """
    station.person.require("settings")
    try:
        convert(device, DeviceId)
    except ValidationError:
        raise InputRefused("bad_device", devices=[device]) from None
    label, serial = nfc(label.strip()) or device, nfc(serial.strip())
    with station.work() as work:
        if work.rows.get(DeviceRow, work.code, device) is not None:
            raise InputRefused("device_exists", device=device)
        work.append(DeviceAdded(device=device, label=label, serial=serial or UNSET))
    return list_devices(station)


def change_device(
    station: Station, device: str, label: str | None = None, serial: str | None = None
) -> list[DeviceShown]:
    """Another label or maker's number; None or "" leaves it, and where nothing changes nothing is appended.

    Raises InputRefused("unknown_device", "bad_body"), NotPermitted.
    """
    station.person.require("settings")
    with station.work() as work:
        row = work.device(device)
        wanted = nfc((label or "").strip()) or row.label, nfc((serial or "").strip()) or row.serial
        if wanted != (row.label, row.serial):
            work.append(DeviceChanged(device=device, label=wanted[0], serial=wanted[1] or UNSET))
    return list_devices(station)


def list_devices(station: Station) -> list[DeviceShown]:
    """By id."""
    with station.store.read() as snapshot:
        rows = devices_of(snapshot, station.identity.station)
    return [DeviceShown(row.device, row.label, row.serial) for row in rows if row.label]
