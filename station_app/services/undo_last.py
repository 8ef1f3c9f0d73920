"""Take back one's own last application on a device: what Ctrl+Z does."""

from __future__ import annotations

from campaign.refusal import InputRefused
from campaign.rows import DeviceRow
from db.reads.applications import last_application_by
from station_app.services.station import Station
from station_app.services.void_application import UNDO, Voided, void_application


def undo_last(station: Station, device: str) -> Voided:
    """Voids the last application that who is signed in has logged in the device's unsealed shift.

    Which one that is, is asked when the undo's turn comes: what was saved just before it counts. Raises
    InputRefused("no_open_shift", "nothing_to_undo"), and as `void_application`.
    """
    with station.store.read() as snapshot:
        row = snapshot.get(DeviceRow, station.identity.station, device)
        shift = row.shift if row else ""
        n = last_application_by(snapshot, station.identity.station, station.identity.epoch, shift, station.person.user)
    if not shift:
        raise InputRefused("no_open_shift", device=device)
    if not n:
        raise InputRefused("nothing_to_undo")
    return void_application(station, n, UNDO)
