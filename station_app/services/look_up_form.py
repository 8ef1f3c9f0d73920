"""What a paper form was used for: asked when its barcode is scanned, before anything is saved."""

from __future__ import annotations

from db.reads.applications import application_of_form
from station_app.services.look_up_person import Record, record_of
from station_app.services.station import Station


def look_up_form(station: Station, form_id: str) -> Record | None:
    """The application that was logged with it at this station, in any epoch, voided ones too; None: it is free."""
    with station.store.read() as snapshot:
        shown = application_of_form(snapshot, station.identity.station, form_id)
        return record_of(snapshot, shown) if shown else None
