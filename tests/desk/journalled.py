"""What the journal says of the applications that a desk has logged."""

from __future__ import annotations

from typing import NamedTuple

from db.reads.applications import applications_before
from station_app.services.station import Station


class Logged(NamedTuple):
    """``number``: the personal number, or the old one; ``name``: "" where no card and no hand told it."""

    device: str
    number: str
    name: str
    source: str
    outcome: str
    undone: bool


def journalled(station: Station) -> list[Logged]:
    """Oldest first."""
    with station.store.read() as snapshot:
        found = applications_before(snapshot, station.identity.station, station.identity.epoch, limit=10_000)
    return [
        Logged(
            one.application.shift.split(".")[1],
            one.subject.number or one.subject.old_number or "",
            one.subject.name or "",
            one.application.source,
            one.application.outcome,
            bool(one.application.voided_n),
        )
        for one in reversed(found)
        if one.subject
    ]
