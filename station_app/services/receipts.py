"""What the last receipt says of this station's entries."""

from __future__ import annotations

from bundle.documents import Receipt, read_document
from bundle.envelope import read_envelope
from db.envelopes import latest_envelope
from db.transaction import Snapshot
from station_app.services.station import Identity


def last_receipt(snapshot: Snapshot, identity: Identity) -> Receipt | None:
    """The newest receipt accepted for this epoch; verified when it was taken."""
    kept = latest_envelope(snapshot, "receipt", identity.station)
    if kept is None or kept.epoch != identity.epoch:
        return None
    return read_document(read_envelope(kept.content, "receipt", single=True).payload, Receipt)


def quarantined_numbers(snapshot: Snapshot, identity: Identity) -> frozenset[int]:
    """Entries that the command keeps without counting them."""
    receipt = last_receipt(snapshot, identity)
    return frozenset(row.n for row in receipt.quarantined) if receipt else frozenset()
