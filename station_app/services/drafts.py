"""What an operator has open and not saved, kept over a crash: in the encrypted store, outside the journal and of no
bundle.
"""

from __future__ import annotations

from campaign.refusal import StorageRefused
from campaign.rows import FormRow
from db.meta import drop_meta, read_meta, write_meta
from station_app.services.station import Station

LARGEST = 16 * 1024
"""Bytes; more is no form."""


def keep_draft(station: Station, content: bytes | None) -> bool:
    """The draft of who is signed in, in place of any other; None forgets it. False: the disk keeps none now."""
    name = _name(station)
    try:
        with station.store.write() as tx:
            if content is None or len(content) > LARGEST:
                drop_meta(tx, name)
            else:
                write_meta(tx, name, content)
    except StorageRefused:
        return False
    return True


def read_draft(station: Station) -> bytes | None:
    """What `keep_draft` kept last."""
    with station.store.read() as snapshot:
        return read_meta(snapshot, _name(station))


def is_logged(station: Station, form_id: str) -> bool:
    """Whether a form was saved after all, before the crash."""
    with station.store.read() as snapshot:
        return snapshot.get(FormRow, station.identity.station, form_id) is not None


def _name(station: Station) -> str:
    return f"draft:{station.person.user}"
