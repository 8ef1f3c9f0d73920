"""A point's campaign by day: some rows for each device and day, however many entries a day has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import bindparam, func, select

from campaign.rows import CommuneRow, ShiftRow, TallyRow
from db.schema import PROJECTIONS
from db.statement import Statement
from db.transaction import Snapshot

_TALLIES, _SHIFTS, _COMMUNES = PROJECTIONS[TallyRow].c, PROJECTIONS[ShiftRow].c, PROJECTIONS[CommuneRow].c

_COUNTS = Statement(
    select(_TALLIES.day, _TALLIES.device, _TALLIES.outcome, func.sum(_TALLIES.count))
    .where(
        _TALLIES.station == bindparam("station"), _TALLIES.day >= bindparam("first"), _TALLIES.day < bindparam("end")
    )
    .group_by(_TALLIES.day, _TALLIES.device, _TALLIES.outcome)
    .order_by(_TALLIES.day, _TALLIES.device)
)
_OUTCOMES = Statement(
    select(_TALLIES.outcome, func.sum(_TALLIES.count))
    .where(
        _TALLIES.station == bindparam("station"), _TALLIES.day >= bindparam("first"), _TALLIES.day < bindparam("end")
    )
    .group_by(_TALLIES.outcome)
    .order_by(_TALLIES.outcome)
)
_OPENED = Statement(
    select(_SHIFTS.day, _SHIFTS.device, _SHIFTS.window, _SHIFTS.plan_version)
    .where(_SHIFTS.station == bindparam("station"), _SHIFTS.day >= bindparam("first"), _SHIFTS.day < bindparam("end"))
    .order_by(_SHIFTS.day, _SHIFTS.epoch, _SHIFTS.opened_n)
)
_BY_COMMUNE = Statement(
    select(_COMMUNES.commune, func.sum(_COMMUNES.count))
    .where(
        _COMMUNES.station == bindparam("station"),
        _COMMUNES.day >= bindparam("first"),
        _COMMUNES.day < bindparam("end"),
    )
    .group_by(_COMMUNES.commune)
    .order_by(_COMMUNES.commune)
)


def counted_by_day(
    snapshot: Snapshot, station: str, first: str, end: str, counted_outcomes: Collection[str]
) -> dict[str, dict[str, int]]:
    """Counted outcomes less voids of the days ``first`` <= day < ``end``, by day and device."""
    days: dict[str, dict[str, int]] = defaultdict(dict)
    for day, device, outcome, count in snapshot.all(_COUNTS, station=station, first=first, end=end):
        if outcome in counted_outcomes and count:
            days[day][device] = days[day].get(device, 0) + int(count)
    return days


def outcomes_between(snapshot: Snapshot, station: str, first: str, end: str) -> dict[str, int]:
    """Unvoided applications of the days ``first`` <= day < ``end`` by outcome."""
    found = snapshot.all(_OUTCOMES, station=station, first=first, end=end)
    return {outcome: int(count) for outcome, count in found if count}


def versions_by_day(snapshot: Snapshot, station: str, first: str, end: str) -> dict[tuple[str, str], dict[str, int]]:
    """By (day, device): the plan version that each window's (last) shift was opened with."""
    opened: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for day, device, window, version in snapshot.all(_OPENED, station=station, first=first, end=end):
        opened[day, device][window] = int(version)
    return opened


def counted_by_commune(snapshot: Snapshot, station: str, first: str, end: str) -> dict[str, int]:
    """Counted outcomes less voids of the days ``first`` <= day < ``end`` by commune's code, "" where none was said."""
    found = snapshot.all(_BY_COMMUNE, station=station, first=first, end=end)
    return {commune: int(count) for commune, count in found if count}
