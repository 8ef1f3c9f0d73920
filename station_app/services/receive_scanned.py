"""Take a receipt that came by QR, as `receive_orders` takes one from a stick (docs/bundle-format.md, section 4)."""

from __future__ import annotations

from hashlib import sha256

from bundle.qr import from_qr_text
from campaign.events import DocumentRefused
from campaign.refusal import InputRefused
from station_app.services.orders import ReceiptTaken, take_receipt
from station_app.services.receipts import SCANNED
from station_app.services.station import Station

NAME = "QR"
"""In place of a file's name."""
LONGEST = 2**17
"""Bytes of a code's text that are looked at: more than the 64 KiB of an envelope make in base45."""


def receive_scanned(station: Station, text: str) -> ReceiptTaken:
    """Moves the mark by the text of a receipt's code. An old one changes nothing; what isn't one of this station's is
    refused, and the journal says so.

    A supervisor's. Raises NotPermitted, InputRefused("code_unreadable") for what no document can be made of,
    ("bad_envelope", "unknown_key", "bad_signature", "bad_document", "wrong_campaign", "wrong_station", "trust_missing",
    "fork", "beyond_last") as for a file.
    """
    station.person.require("receive_orders")
    try:
        line = from_qr_text(text)
    except InputRefused:
        raise InputRefused("code_unreadable") from None
    try:
        with station.work() as work:
            return take_receipt(work, line, NAME, SCANNED)
    except InputRefused as refusal:
        with station.work() as work:
            work.append(DocumentRefused(name=NAME, sha256=sha256(line).hexdigest(), code=refusal.code))
        raise
