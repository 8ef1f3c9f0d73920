"""Figures and entries as the closing screen shows them."""

from __future__ import annotations

from dataclasses import dataclass

from campaign.calendar import parse_day
from campaign.pace import Pace
from station_app.services.close_shift import DIFFERENCE_REASONS, Closed
from station_app.services.show_shift_close import ClosingFigures
from station_app.ui.asking import Desk
from station_app.ui.shift_close.shown import (
    ClosingShown,
    DayShown,
    OutcomeLine,
    ReasonShown,
    ReceiverShown,
    ShareShown,
    SlipShown,
    StepState,
)

OTHER_REASON = len(DIFFERENCE_REASONS) + 1
"""The key of the reason that is typed."""


@dataclass(frozen=True, slots=True)
class Entered:
    """``counter`` is None until a number is typed; ``reason`` is the key of the chosen one, 0 for none."""

    counter: int | None = None
    reason: int = 0
    words: str = ""

    def reason_text(self) -> str:
        """What the journal keeps: the reason's Vietnamese words, or the typed ones."""
        if 1 <= self.reason < OTHER_REASON:
            return DIFFERENCE_REASONS[self.reason - 1].label_vi
        return self.words.strip() if self.reason == OTHER_REASON else ""


def render(
    figures: ClosingFigures, entered: Entered, desk: Desk, *, closed: Closed | None = None, failed: bool = False
) -> ClosingShown:
    """``closed`` is what the sealing answered; ``failed``: it was refused."""
    standing = figures.standing
    difference = None if entered.counter is None else entered.counter - figures.counted
    late = figures.minutes_late if figures.minutes_late >= figures.close_late_minutes else 0
    return ClosingShown(
        device=standing.label or standing.device,
        window=standing.window,
        starts=standing.starts,
        ends=standing.ends,
        operator=figures.operator,
        outcomes=tuple(
            OutcomeLine(
                outcome.key, desk.label(outcome), figures.by_outcome.get(outcome.id, 0), outcome.counts_toward_quota
            )
            for outcome in desk.station.catalogue.outcomes.values()
        ),
        logged=figures.logged,
        voided=figures.voided,
        counted=figures.counted,
        day=_day(figures.pace) if figures.pace else None,
        difference=difference,
        reasons=_reasons(entered, desk) if difference else (),
        typed_reason=bool(difference) and entered.reason == OTHER_REASON,
        overdue=standing.state == "overdue",
        late=0 if closed else late,
        steps=_steps(difference, entered, sealed=closed is not None, failed=failed),
        sealed=closed is not None,
        receivers=tuple(ReceiverShown(one.user, one.full_name) for one in figures.people),
        slip=_slip(figures, entered, desk, closed),
    )


def _shares(figures: ClosingFigures) -> tuple[ShareShown, ...]:
    shares = tuple(ShareShown(share.full_name, share.logged, share.counted) for share in figures.shares)
    return shares if len(shares) > 1 else ()


def _day(pace: Pace) -> DayShown:
    return DayShown(pace.done, pace.plan_to_now, pace.quota, pace.projected_close, pace.ahead, pace.ahead_minutes)


def _reasons(entered: Entered, desk: Desk) -> tuple[ReasonShown, ...]:
    return tuple(
        ReasonShown(key, desk.label(reason), entered.reason == key) for key, reason in enumerate(DIFFERENCE_REASONS, 1)
    )


def _reason(entered: Entered, desk: Desk) -> str:
    if 1 <= entered.reason < OTHER_REASON:
        return desk.label(DIFFERENCE_REASONS[entered.reason - 1])
    return entered.reason_text()


def _steps(
    difference: int | None, entered: Entered, *, sealed: bool, failed: bool
) -> tuple[StepState, StepState, StepState]:
    if sealed:
        return "done", "done", "done"
    if difference is None:
        return "current", "waiting", "waiting"
    if difference and not entered.reason_text():
        return "done", "current", "waiting"
    return "done", "done", "failed" if failed else "current"


def _slip(figures: ClosingFigures, entered: Entered, desk: Desk, closed: Closed | None) -> SlipShown:
    identity, standing = desk.station.identity, figures.standing
    difference = None if entered.counter is None else entered.counter - figures.counted
    return SlipShown(
        station=identity.station,
        unit=identity.unit,
        device=standing.label or standing.device,
        window=standing.window,
        day=parse_day(figures.day),
        opened_at=figures.opened_at,
        closed_at=figures.now,
        logged=figures.logged,
        counted=figures.counted,
        counter=entered.counter,
        difference=difference,
        reason=_reason(entered, desk) if difference else "",
        paused_minutes=figures.paused_minutes,
        first=figures.first,
        last=closed.n if closed else figures.last,
        head=closed.head if closed else "",
        earlier_window=figures.earlier.window if figures.earlier else "",
        earlier_head=figures.earlier.head if figures.earlier else "",
        operator=figures.operator,
        drill=identity.drill,
        shares=_shares(figures),
    )
