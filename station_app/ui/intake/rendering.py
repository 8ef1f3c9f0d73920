"""From figures, rows and attempts to what is shown beside the form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from campaign.catalogue import Catalogue
from campaign.codes import Outcome
from campaign.stretch import MINUTE
from station_app.services.look_up_person import Record
from station_app.services.show_intake import DeskFigures, RecentRow
from station_app.services.void_application import UNDO
from station_app.ui.asking import Named
from station_app.ui.intake.communes import unit_shown
from station_app.ui.intake.saving import Attempt
from station_app.ui.intake.shown import Choice, RecordShown
from station_app.ui.intake.shown_beside import (
    Closed,
    DeviceTile,
    GaugesShown,
    HeaderShown,
    ListShown,
    RecentShown,
    sent_state,
)

MOST_TILES = 9
"""Ctrl+1 … Ctrl+9."""


class Naming:
    """Ids of the catalogue as choices with its words."""

    def __init__(self, catalogue: Catalogue, label: Callable[[Named], str]) -> None:
        self.catalogue = catalogue
        self._label = label

    def outcome(self, id: str) -> Choice:
        """Also of an id that these catalogues don't have any more."""
        outcome = self.catalogue.outcomes.get(id)
        return Choice(outcome.key, id, self._label(outcome)) if outcome else Choice("", id, id)

    def reasons(self, outcome: Outcome) -> tuple[Choice, ...]:
        """On the digits, in the catalogue's order."""
        return tuple(
            Choice(str(number), reason.id, self._label(reason)) for number, reason in enumerate(outcome.reasons, 1)
        )

    def reason(self, outcome_id: str, id: str | None) -> Choice | None:
        if not id:
            return None
        outcome = self.catalogue.outcomes.get(outcome_id)
        return next((choice for choice in self.reasons(outcome) if choice.id == id), None) if outcome else None

    def case_type(self, id: str, key: str = "") -> Choice:
        return Choice(key, id, self._label(self.catalogue.case_type(id)))

    def record(self, record: Record, today: date) -> RecordShown:
        return RecordShown(
            record,
            self.outcome(record.outcome),
            unit_shown(self.catalogue.units, record.commune),
            record.day == today.isoformat(),
        )


def closed_shown(figures: DeskFigures | None) -> Closed | None:
    """None while applications may come in."""
    if figures is None or figures.device.state in ("open", "paused"):
        return None
    shift = figures.device.shift
    return Closed(
        figures.device.state,
        figures.device.label,
        shift.label if shift else "",
        shift.shift.partition(".")[0] if shift else "",
    )


def header_shown(figures: DeskFigures, now: datetime) -> HeaderShown:
    shift = figures.device.shift
    if shift is None or figures.device.state == "sealed":
        return HeaderShown(figures.device.label, "", None, None, (), None)
    windows = figures.day.plan.window if figures.day.plan else ()
    day = date.fromisoformat(shift.shift.partition(".")[0])
    starts = next((window.on(day)[0] for window in windows if window.id == shift.window), None)
    left = -((now - shift.ends_at) // MINUTE) if shift.ends_at else None
    return HeaderShown(figures.device.label, shift.label, starts, shift.ends_at, figures.crew, left)


def gauges_shown(figures: DeskFigures) -> GaugesShown:
    device, day = figures.device, figures.day
    pace = device.pace
    last = day.plan.window[-1].label if day.plan and day.plan.window else ""
    return GaugesShown(
        device=device.label,
        state=device.state,
        done=pace.done,
        quota=pace.quota,
        plan_to_now=pace.plan_to_now,
        ahead=pace.ahead,
        ahead_minutes=pace.ahead_minutes,
        projected=pace.projected_close,
        closes=(last, day.closes_at) if day.closes_at else None,
        hours=device.hours,
        planned_per_hour=pace.quota * 60 / pace.planned_minutes if pace.planned_minutes else 0.0,
        seconds_each=figures.seconds_each,
        planned_seconds=figures.planned_seconds,
        took_ms=figures.took_ms,
        stopped_minutes=pace.downtime_minutes,
        pauses=figures.pauses,
        lost=pace.lost,
    )


def tiles_shown(figures: DeskFigures) -> tuple[DeviceTile, ...]:
    return tuple(
        DeviceTile(
            number, device.device, device.label, device.state, device.pace.ahead, device.device == figures.device.device
        )
        for number, device in enumerate(figures.day.devices[:MOST_TILES], 1)
    )


def list_shown(
    naming: Naming,
    rows: Sequence[RecentRow],
    attempts: Sequence[Attempt],
    *,
    logged: int,
    more: bool,
    user: str,
    now: datetime,
) -> ListShown:
    """``attempts`` are those of the device that the list lacks, oldest first; they stand on top.

    The last of them is shown, once it is durable, as the list will show it.
    """
    waiting = [
        waiting_shown(naming, attempt, logged + number, undoable=attempt is attempts[-1] and attempt.n > 0)
        for number, attempt in enumerate(attempts, 1)
    ]
    undoable = 0 if attempts else _undoable(naming.catalogue, rows, user, now)
    shown = [_row(naming, row, undoable=row.n == undoable) for row in rows]
    return ListShown((*reversed(waiting), *shown), more)


def _undoable(catalogue: Catalogue, rows: Sequence[RecentRow], user: str, now: datetime) -> int:
    """The entry that Ctrl+Z takes back; the service has the last word."""
    minutes = catalogue.void_reason(UNDO).within_minutes or 0
    own = next((row for row in rows if row.by == user), None)
    fresh = own is not None and not own.voided and now - own.at <= timedelta(minutes=minutes)
    return own.n if own and fresh else 0


def _row(naming: Naming, row: RecentRow, *, undoable: bool) -> RecentShown:
    return RecentShown(
        n=row.n,
        place=row.place,
        at=row.at,
        last_digits=row.last_digits,
        name=row.name,
        born=row.born,
        commune=unit_shown(naming.catalogue.units, row.commune),
        outcome=naming.outcome(row.outcome),
        reason=naming.reason(row.outcome, row.reason),
        state=sent_state(row.sent, voided=row.voided),
        undoable=undoable,
        paper_hour=row.paper_hour,
    )


def waiting_shown(naming: Naming, attempt: Attempt, place: int, *, undoable: bool) -> RecentShown:
    """The row of one that the list lacks."""
    holder = attempt.entered.holder
    return RecentShown(
        n=attempt.n,
        place=place,
        at=attempt.at,
        last_digits=attempt.form.last_digits,
        name=holder.name or "",
        born=holder.birth_date or "",
        commune=unit_shown(naming.catalogue.units, attempt.entered.commune or ""),
        outcome=naming.outcome(attempt.outcome.id),
        reason=naming.reason(attempt.outcome.id, attempt.reason),
        state="failed" if attempt.refusal else "unsent" if attempt.n else "saving",
        undoable=undoable,
        paper_hour=attempt.happened_at.hour if attempt.happened_at else None,
    )
