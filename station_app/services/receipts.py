"""What the last receipt says of this station's entries."""

from __future__ import annotations

from bundle.documents import Receipt, read_document
from bundle.envelope import read_envelope
from campaign.rows import StationRow
from db.envelopes import envelopes_of_version
from db.transaction import Snapshot
from station_app.services.station import Identity


def last_receipt(snapshot: Snapshot, identity: Identity) -> Receipt | None:
    """The newest receipt accepted for this epoch; verified when it was taken."""
    row = snapshot.get(StationRow, identity.station)
    if row is None:
        return None
    kept = envelopes_of_version(snapshot, "receipt", identity.station, identity.epoch, row.receipt_serial)
    receipts = [read_document(read_envelope(one.content, "receipt", single=True).payload, Receipt) for one in kept]
    return next((receipt for receipt in receipts if receipt.city_generation == row.city_generation), None)


def quarantined_numbers(snapshot: Snapshot, identity: Identity) -> frozenset[int]:
    """Entries that the command keeps without counting them."""
    receipt = last_receipt(snapshot, identity)
    return frozenset(row.n for row in receipt.quarantined) if receipt else frozenset()
