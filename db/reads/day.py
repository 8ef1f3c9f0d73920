"""What a business day has come to: tallies by device and hour, the times of the last applications, the funnel."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, bindparam, case, func, select

from campaign.rows import ApplicationRow, ExportRow, ShiftRow, TallyRow
from db.reads.reached import reached
from db.schema import PROJECTIONS
from db.statement import Statement
from db.transaction import Snapshot

_TALLIES, _APPLICATIONS, _EXPORTS = PROJECTIONS[TallyRow].c, PROJECTIONS[ApplicationRow].c, PROJECTIONS[ExportRow].c
_SHIFTS = PROJECTIONS[ShiftRow].c

_HOURS = Statement(
    select(_TALLIES.device, _TALLIES.hour, _TALLIES.outcome, func.sum(_TALLIES.count))
    .where(_TALLIES.station == bindparam("station"), _TALLIES.day == bindparam("day"))
    .group_by(_TALLIES.device, _TALLIES.hour, _TALLIES.outcome)
)
_RECENT = Statement(
    select(_APPLICATIONS.at, _APPLICATIONS.source)
    .where(
        _APPLICATIONS.station == bindparam("station"),
        _APPLICATIONS.day == bindparam("day"),
        _APPLICATIONS.device == bindparam("device"),
        _APPLICATIONS.at >= bindparam("since"),
        _APPLICATIONS.counted.is_(True),
        _APPLICATIONS.source != "paper",
    )
    .order_by(_APPLICATIONS.at)
)
_COUNTED = and_(
    _APPLICATIONS.station == bindparam("station"),
    _APPLICATIONS.day == bindparam("day"),
    _APPLICATIONS.counted.is_(True),
)


def _through(name: str) -> ColumnElement[int]:
    """How many are at or below an entry."""
    return func.coalesce(func.sum(case((_APPLICATIONS.n <= bindparam(name), 1), else_=0)), 0)


_STAGES = Statement(
    select(func.count(), _through("exported"), _through("mark")).where(
        _COUNTED, _APPLICATIONS.epoch == bindparam("epoch")
    )
)
_SEALED = Statement(
    select(_TALLIES.outcome, func.sum(_TALLIES.count))
    .select_from(
        PROJECTIONS[TallyRow].join(
            PROJECTIONS[ShiftRow], and_(_TALLIES.station == _SHIFTS.station, _TALLIES.shift == _SHIFTS.shift)
        )
    )
    .where(
        _TALLIES.station == bindparam("station"),
        _TALLIES.day == bindparam("day"),
        _SHIFTS.state == "sealed",
    )
    .group_by(_TALLIES.outcome)
)
_VERIFIED = Statement(
    select(_EXPORTS.last)
    .where(_EXPORTS.station == bindparam("station"), _EXPORTS.epoch == bindparam("epoch"), _EXPORTS.verified_at != "")
    .order_by(_EXPORTS.seq.desc())
    .limit(1)
)
_AMONG = Statement(
    select(_APPLICATIONS.n).where(
        _COUNTED, _APPLICATIONS.epoch == bindparam("epoch"), _APPLICATIONS.n == bindparam("n")
    )
)


@dataclass(frozen=True, slots=True)
class Funnel:
    """Counted applications of a business day, each stage on its own (campaign rules, Funnel)."""

    logged: int
    sealed: int
    exported: int
    received: int


@dataclass(frozen=True, slots=True)
class DeviceHours:
    """A device's unvoided applications of a day by clock hour and by outcome."""

    by_hour: dict[int, int]
    by_outcome: dict[str, int]

    @property
    def counted(self) -> int:
        return sum(self.by_hour.values())


def hours_of_day(
    snapshot: Snapshot, station: str, day: str, counted_outcomes: Collection[str]
) -> dict[str, DeviceHours]:
    """By device; ``by_hour`` holds counted outcomes only."""
    devices: dict[str, DeviceHours] = defaultdict(lambda: DeviceHours({}, {}))
    for device, hour, outcome, count in snapshot.all(_HOURS, station=station, day=day):
        hours = devices[device]
        hours.by_outcome[outcome] = hours.by_outcome.get(outcome, 0) + int(count)
        if outcome in counted_outcomes:
            hours.by_hour[hour] = hours.by_hour.get(hour, 0) + int(count)
    return devices


def counted_since(snapshot: Snapshot, station: str, day: str, device: str, since: str) -> list[str]:
    """When the counted applications of a device since a moment were logged; paper entries tell of another hour."""
    return [row[0] for row in snapshot.all(_RECENT, station=station, day=day, device=device, since=since)]


def funnel_of(
    snapshot: Snapshot,
    station: str,
    epoch: int,
    day: str,
    *,
    mark: int,
    quarantined: Collection[int],
    counted_outcomes: Collection[str],
) -> Funnel:
    """``mark`` and ``quarantined`` (entry numbers) as the last receipt tells them; earlier epochs by `reached`."""
    verified = snapshot.one(_VERIFIED, station=station, epoch=epoch)
    here = {"station": station, "day": day, "epoch": epoch}
    marks = reached(snapshot, station, epoch, mark)
    exports = reached(snapshot, station, epoch, verified[0] if verified else 0)
    stages = [
        snapshot.one(_STAGES, station=station, day=day, epoch=of, mark=marks[of], exported=exports[of]) for of in marks
    ]
    logged, exported, received = (sum(int(row[stage]) for row in stages if row) for stage in range(3))
    held_back = [n for n in quarantined if n <= mark and snapshot.one(_AMONG, **here, n=n)]
    sealed = sum(
        int(found) for outcome, found in snapshot.all(_SEALED, station=station, day=day) if outcome in counted_outcomes
    )
    return Funnel(logged=logged, sealed=sealed, exported=exported, received=received - len(held_back))
