"""What was known of a business day at a moment: applications logged by then and not taken back by then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import bindparam, func, select

from campaign.entry import read_entry
from campaign.rows import ApplicationRow, TallyRow, ZeroRow
from db.history import History
from db.projections import row_from
from db.schema import PROJECTIONS
from db.statement import Statement
from db.transaction import Snapshot

_A, _T, _Z = PROJECTIONS[ApplicationRow].c, PROJECTIONS[TallyRow].c, PROJECTIONS[ZeroRow]
_TALLIED = Statement(
    select(_T.device, _T.shift, _T.outcome, func.sum(_T.count), func.sum(_T.voided))
    .where(_T.station == bindparam("station"), _T.day == bindparam("day"))
    .group_by(_T.device, _T.shift, _T.outcome)
)
_LOGGED_BY = (_A.station == bindparam("station"), _A.day == bindparam("day"), _A.at <= bindparam("moment"))
_STANDING = Statement(select(_A.device, _A.shift, _A.outcome).where(*_LOGGED_BY, _A.voided_n == 0))
_VOIDED = Statement(select(_A.device, _A.shift, _A.outcome, _A.epoch, _A.voided_n).where(*_LOGGED_BY, _A.voided_n != 0))
_ZEROES = Statement(
    select(_Z)
    .where(_Z.c.station == bindparam("station"), _Z.c.day == bindparam("day"))
    .order_by(_Z.c.device, _Z.c.window)
)


_COUNTED = Statement(
    select(func.count()).where(_A.station == bindparam("station"), _A.day == bindparam("day"), _A.counted.is_(True))
)


@dataclass(slots=True)
class Logged:
    """Unvoided applications by outcome, and how many were taken back."""

    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    voided: int = 0


def logged_by_shift(
    snapshot: Snapshot, station: str, day: str, moment: str | None = None
) -> Mapping[tuple[str, str], Logged]:
    """By (device, shift). ``moment``: as known then; None: all that is known now, from the tallies alone."""
    found: dict[tuple[str, str], Logged] = defaultdict(Logged)
    if moment is None:
        for device, shift, outcome, count, voided in snapshot.all(_TALLIED, station=station, day=day):
            logged = found[device, shift]
            logged.counts[outcome] += int(count)
            logged.voided += int(voided)
        return found
    for device, shift, outcome in snapshot.stream(_STANDING, station=station, day=day, moment=moment):
        found[device, shift].counts[outcome] += 1
    for device, shift, outcome, epoch, n in snapshot.all(_VOIDED, station=station, day=day, moment=moment):
        entry = History(snapshot, station, epoch).entry(n)
        if entry is not None and read_entry(entry).header.at <= moment:
            found[device, shift].voided += 1
        else:
            found[device, shift].counts[outcome] += 1
    return found


def counted_on(snapshot: Snapshot, station: str, day: str) -> int:
    """The day's counted applications, one by one: what the tallies must add up to."""
    row = snapshot.one(_COUNTED, station=station, day=day)
    return int(row[0]) if row else 0


def zeroes_of_day(snapshot: Snapshot, station: str, day: str) -> list[ZeroRow]:
    """The devices that a person reported as not having run, by device and window."""
    return [row_from(ZeroRow, row) for row in snapshot.all(_ZEROES, station=station, day=day)]
