"""What the journal says of the applications that a desk has logged."""

from __future__ import annotations

from typing import NamedTuple

from db.reads.applications import applications_before
from station_app.services.station import Station


class Logged(NamedTuple):
    """``number``: the personal number, or the old one; ``name``: "" where no card and no hand told it.

    ``form``: a paper form's id, "" where the program made one.
    """

    device: str
    number: str
    name: str
    source: str
    outcome: str
    undone: bool
    form: str = ""
    hour: int = 8


def is_of_paper(form_id: str) -> bool:
    """The printed forms of these tests."""
    return form_id.startswith("TK-")


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
            one.application.form_id if is_of_paper(one.application.form_id) else "",
            one.application.hour,
        )
        for one in reversed(found)
        if one.subject
    ]
