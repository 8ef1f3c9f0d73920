"""What the command puts onto a stick for its stations: all trust versions and all plans."""

from __future__ import annotations

from bundle.layout import plan_path, trust_path
from bundle.stick import Stick
from db.envelopes import kept_envelopes
from db.transaction import Snapshot


def write_orders(snapshot: Snapshot, stick: Stick) -> None:
    """Trust versions are taken one by one, so all of them go; a plan in force may be older than the newest.

    Raises StorageRefused.
    """
    for kept in kept_envelopes(snapshot, "trust"):
        stick.write_document(trust_path(kept.version), kept.content)
    for kept in kept_envelopes(snapshot, "plan"):
        stick.write_document(plan_path(kept.version), kept.content)
