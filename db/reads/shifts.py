"""Shifts and what was logged in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import and_, bindparam, func, select

from campaign.rows import ApplicationRow, ExportRow, ShiftRow, SpanRow, TallyRow
from db.projections import row_from
from db.schema import PROJECTIONS
from db.statement import Statement
from db.transaction import Snapshot

_SHIFTS, _SPANS = PROJECTIONS[ShiftRow], PROJECTIONS[SpanRow]
_TALLIES, _APPLICATIONS, _EXPORTS = PROJECTIONS[TallyRow].c, PROJECTIONS[ApplicationRow].c, PROJECTIONS[ExportRow].c
_MINE = _SHIFTS.c.station == bindparam("station")

# By entry, not by time: a clock that was set back does not make the later shift the earlier one.
_OPENED = (_SHIFTS.c.epoch, _SHIFTS.c.opened_n)

_ALL = Statement(select(_SHIFTS).where(_MINE).order_by(_SHIFTS.c.day.desc(), *(column.desc() for column in _OPENED)))
_OF_DAY = Statement(select(_SHIFTS).where(_MINE, _SHIFTS.c.day == bindparam("day")).order_by(*_OPENED))
_SPANS_OF_DAY = Statement(
    select(_SPANS, _SHIFTS.c.device)
    .select_from(_SPANS.join(_SHIFTS, and_(_SPANS.c.station == _SHIFTS.c.station, _SPANS.c.shift == _SHIFTS.c.shift)))
    .where(_MINE, _SHIFTS.c.day == bindparam("day"))
    .order_by(_SPANS.c.since, _SPANS.c.shift, _SPANS.c.k)
)
_SPANS_OF_SHIFT = Statement(
    select(_SPANS)
    .where(_SPANS.c.station == bindparam("station"), _SPANS.c.shift == bindparam("shift"))
    .order_by(_SPANS.c.k)
)
_TOTALS = Statement(
    select(_TALLIES.outcome, func.sum(_TALLIES.count), func.sum(_TALLIES.voided))
    .where(
        _TALLIES.station == bindparam("station"),
        _TALLIES.day == bindparam("day"),
        _TALLIES.device == bindparam("device"),
        _TALLIES.shift == bindparam("shift"),
    )
    .group_by(_TALLIES.outcome)
    .order_by(_TALLIES.outcome)
)
_BY_OPERATOR = Statement(
    select(_APPLICATIONS.by, _APPLICATIONS.outcome, func.count())
    .where(
        _APPLICATIONS.station == bindparam("station"),
        _APPLICATIONS.shift == bindparam("shift"),
        _APPLICATIONS.voided_n == 0,
    )
    .group_by(_APPLICATIONS.by, _APPLICATIONS.outcome)
    .order_by(_APPLICATIONS.by, _APPLICATIONS.outcome)
)
_LAST_EXPORTED = select(func.coalesce(func.max(_EXPORTS.last), 0)).where(
    _EXPORTS.station == bindparam("station"), _EXPORTS.epoch == bindparam("epoch"), _EXPORTS.verified_at != ""
)
_UNEXPORTED = Statement(
    select(func.count())
    .select_from(_SHIFTS)
    .where(
        _MINE,
        _SHIFTS.c.day >= bindparam("since"),
        _SHIFTS.c.epoch == bindparam("epoch"),
        _SHIFTS.c.state == "sealed",
        _SHIFTS.c.sealed_n > _LAST_EXPORTED.scalar_subquery(),
    )
)


@dataclass(frozen=True, slots=True)
class Totals:
    """Unvoided applications by outcome, and how many were voided."""

    counts: Mapping[str, int]
    voided: int


def all_shifts(snapshot: Snapshot, station: str) -> list[ShiftRow]:
    """Newest first."""
    return [row_from(ShiftRow, row) for row in snapshot.all(_ALL, station=station)]


def shifts_of_day(snapshot: Snapshot, station: str, day: str) -> list[ShiftRow]:
    """Those of a business day in the order of their opening."""
    return [row_from(ShiftRow, row) for row in snapshot.all(_OF_DAY, station=station, day=day)]


def spans_of_day(snapshot: Snapshot, station: str, day: str) -> dict[str, list[SpanRow]]:
    """By device, in the order of time."""
    spans: dict[str, list[SpanRow]] = defaultdict(list)
    for *values, device in snapshot.all(_SPANS_OF_DAY, station=station, day=day):
        spans[device].append(row_from(SpanRow, values))
    return spans


def spans_of_shift(snapshot: Snapshot, station: str, shift: str) -> list[SpanRow]:
    return [row_from(SpanRow, row) for row in snapshot.all(_SPANS_OF_SHIFT, station=station, shift=shift)]


def shift_totals(snapshot: Snapshot, shift: ShiftRow) -> Totals:
    """What a shift has logged, by outcome."""
    rows = snapshot.all(_TOTALS, station=shift.station, day=shift.day, device=shift.device, shift=shift.shift)
    counts = {outcome: int(count) for outcome, count, _ in rows if count}
    return Totals(counts, sum(int(voided) for *_, voided in rows))


def totals_by_operator(snapshot: Snapshot, station: str, shift: str) -> dict[str, dict[str, int]]:
    """Unvoided applications of a shift by operator and outcome: the sub-totals of a hand-over."""
    totals: dict[str, dict[str, int]] = defaultdict(dict)
    for by, outcome, count in snapshot.all(_BY_OPERATOR, station=station, shift=shift):
        totals[by][outcome] = int(count)
    return totals


def sealed_but_unexported(snapshot: Snapshot, station: str, epoch: int, since: str) -> int:
    """Sealed shifts of the business days from ``since`` on that no verified export covers."""
    row = snapshot.one(_UNEXPORTED, station=station, epoch=epoch, since=since)
    return int(row[0]) if row else 0
