"""What the last receipt says of this station's entries."""

from __future__ import annotations

from bundle.documents import Receipt, read_document
from bundle.envelope import read_envelope
from db.envelopes import envelopes_of_version
from db.reads.sync import last_receipts
from db.transaction import Snapshot
from station_app.services.station import Identity

SCANNED = "scanned_receipt"
"""The type under which a receipt that came by QR is kept: its empty lists say nothing of what they leave out."""
_LOOKED_AT = 100
"""Receipts back to one with lists: so many come by QR in a row only where no stick comes back for weeks."""


def last_lists(snapshot: Snapshot, identity: Identity) -> Receipt | None:
    """The newest receipt accepted for this epoch that came with its lists; verified when it was taken."""
    for row in last_receipts(snapshot, identity.station, _LOOKED_AT):
        if row.epoch != identity.epoch:
            return None
        for kept in envelopes_of_version(snapshot, "receipt", identity.station, identity.epoch, row.serial):
            receipt = read_document(read_envelope(kept.content, "receipt", single=True).payload, Receipt)
            if receipt.city_generation == row.city_generation:
                return receipt
    return None


def quarantined_numbers(snapshot: Snapshot, identity: Identity) -> frozenset[int]:
    """Entries that the command keeps without counting them."""
    receipt = last_lists(snapshot, identity)
    return frozenset(row.n for row in receipt.quarantined) if receipt else frozenset()
