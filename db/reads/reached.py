"""How far a station's earlier epochs have come, by how far its own has."""

from __future__ import annotations

from msgspec import UNSET
from sqlalchemy import bindparam, select

from campaign.entry import read_entry
from campaign.events import JournalStarted, Point
from campaign.rows import HousekeepingRow
from db.history import History
from db.schema import PROJECTIONS
from db.statement import Statement
from db.transaction import Snapshot

WHOLE = 2**53
"""Beyond any entry."""
_H = PROJECTIONS[HousekeepingRow].c
_FIRST_DOCUMENT = Statement(
    select(_H.n)
    .where(_H.station == bindparam("station"), _H.epoch == bindparam("epoch"), _H.n > bindparam("n"))
    .order_by(_H.n)
    .limit(1)
)


def reached(snapshot: Snapshot, station: str, epoch: int, through: int) -> dict[int, int]:
    """By epoch, up to which entry all have come where ``epoch`` has come to ``through``.

    An epoch goes on from an entry that the command holds. What its machine had written beyond that is told again in the
    later epoch, all of it before the enrolment, and has come when that has.
    """
    found = {epoch: through}
    for later in range(epoch, 1, -1):
        point = _goes_on_from(snapshot, station, later)
        told_again = snapshot.one(_FIRST_DOCUMENT, station=station, epoch=later, n=1)
        whole = point is None or (told_again is not None and found[later] >= told_again[0] - 1 > 1)
        found[later - 1] = WHOLE if whole or point is None else point.n
    return found


def _goes_on_from(snapshot: Snapshot, station: str, epoch: int) -> Point | None:
    data = History(snapshot, station, epoch).entry(1)
    body = read_entry(data).body if data else None
    return body.continues if isinstance(body, JournalStarted) and body.continues is not UNSET else None
