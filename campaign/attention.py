"""Attention, not alarms: what of a point's day somebody should look at (issue "Shifts, live gauges and the forecast").

Pure: figures in, lines out. Thresholds are the plan's ([attention] and [sync]) where it has them, others stand
here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from campaign.calendar import day_ends
from campaign.concern import RULES, Act, Concern, Rule
from campaign.hours import Hour
from campaign.outcome_share import unusual_share
from campaign.pace import Pace
from campaign.parting import Parting, parting_of
from campaign.plan import Attention, Sync
from campaign.quota import WindowPlan
from campaign.stretch import HOUR, MINUTE

NOT_OPENED_MINUTES = 5
"""How late a window may be opened. The rules say "within minutes": a proposal of this project."""
PARTED_MINUTES = 60
"""How long plan and actual have parted before a cause is asked for: a proposal of this project."""
FAST_SECONDS = 45
"""Nobody takes an application in less (simulated_days.json, service_seconds.minimum)."""
FAST_RUN = 6
"""How many in a row tell: one saved late and one early are no run."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A closed shift whose device counted otherwise than was logged; ``since`` it was sealed."""

    shift: str
    window: str
    applications: int
    reason: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Explained:
    """A cause that was told for a stretch of time."""

    since: datetime
    until: datetime
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A device's day as the rules see it.

    ``pace``, ``hours`` and ``downtime`` (whole minutes by cause) of the whole day; ``ran``: a shift was opened.
    ``shift`` is the unsealed one, "" if none; ``overdue_since`` its day has been over, ``ends_at`` its window ends.
    ``quiet_since``: the last entry of a running shift, or when that began to run. ``paused_since``, ``pause_cause``: of
    a pause that lasts. ``missing``: the windows of the day without a shift and without a zero report;
    ``zero_reason``: a zero report's. ``recent``: when the counted ones of the last running hour were logged, in order.
    ``by_outcome``: unvoided applications. ``differences``: of shifts that nobody has reopened.
    """

    device: str
    pace: Pace
    hours: Sequence[Hour] = ()
    downtime: Mapping[str, int]
    ran: bool
    shift: str = ""
    overdue_since: datetime | None = None
    ends_at: datetime | None = None
    quiet_since: datetime | None = None
    paused_since: datetime | None = None
    pause_cause: str = ""
    missing: Sequence[WindowPlan] = ()
    zero_reason: str = ""
    recent: Sequence[datetime] = ()
    by_outcome: Mapping[str, int]
    differences: Sequence[Difference] = ()
    explained: Sequence[Explained] = ()


def concerns(
    devices: Sequence[Watched],
    *,
    now: datetime,
    day: date,
    unsent_since: datetime | None,
    usual: Mapping[str, int],
    attention: Attention,
    sync: Sync,
) -> list[Concern]:
    """All lines in the order of `concern.RULES`, the larger figures of a rule first.

    ``unsent_since``: the time of the oldest entry that the command has not confirmed; ``usual``: unvoided applications
    of the point's last days by outcome.
    """
    found = [line for device in devices for line in _of(device, now, day, attention)]
    found += _shares(devices, usual, day)
    if unsent_since is not None and (hours := (now - unsent_since) // HOUR) >= sync.amber_hours:
        found.append(
            Concern(rule="unsent", device="", figure=hours, beside=sync.amber_hours, since=unsent_since, act="export")
        )
    return sorted(found, key=lambda line: (RULES.index(line.rule), -abs(line.figure)))


def unopened_window(missing: Iterable[WindowPlan], now: datetime, *, busy: bool) -> WindowPlan | None:
    """The last window that should have been opened by now: by ``busy`` devices, whose shift is unsealed, one that is
    over.
    """
    late = (window for window in missing if window.start + NOT_OPENED_MINUTES * MINUTE <= now)
    return max(
        (window for window in late if window.quota and not (busy and now < window.end)),
        key=lambda window: window.start,
        default=None,
    )


def _of(device: Watched, now: datetime, day: date, attention: Attention) -> Iterator[Concern]:
    yield from _closing(device, now, attention)
    yield from _unopened(device, now)
    yield from _standing_still(device, now, attention)
    if device.ran and (parting := parting_of(day, device.hours, device.pace, now, attention.behind_minutes)):
        yield from _behind(device, parting, now, attention)
    yield from _fast(device)


def _closing(device: Watched, now: datetime, attention: Attention) -> Iterator[Concern]:
    """An overdue shift stops intake (campaign rules, Shift); how long one may run on past its window is the plan's."""
    if device.overdue_since is not None:
        yield _lasting("overdue", device, 0, device.overdue_since, now, "close_shift")
    elif device.ends_at is not None and now - device.ends_at >= attention.close_late_minutes * MINUTE:
        yield _lasting("close_late", device, attention.close_late_minutes, device.ends_at, now, "close_shift")
    for one in device.differences:
        yield Concern(
            rule="difference",
            device=device.device,
            figure=one.applications,
            beside=0,
            since=one.since,
            act="count_again",
            shift=one.shift,
            window=one.window,
            reason=one.reason,
        )


def _unopened(device: Watched, now: datetime) -> Iterator[Concern]:
    window = unopened_window(device.missing, now, busy=bool(device.shift))
    if window is not None:
        act: Act = "open_shift" if now < window.end else "report_zero"
        until = min(now, window.end)
        line = _lasting("not_opened", device, NOT_OPENED_MINUTES, window.start, until, act)
        yield replace(line, shift="", window=window.label)


def _standing_still(device: Watched, now: datetime, attention: Attention) -> Iterator[Concern]:
    quiet, paused = device.quiet_since, device.paused_since
    if quiet is not None and now - quiet >= attention.silent_minutes * MINUTE:
        yield _lasting("silent", device, attention.silent_minutes, quiet, now, "ask_crew")
    if paused is not None and now - paused >= attention.pause_minutes * MINUTE:
        line = _lasting("paused", device, attention.pause_minutes, paused, now, "run_again")
        yield replace(line, cause=device.pause_cause)


def _behind(device: Watched, parting: Parting, now: datetime, attention: Attention) -> Iterator[Concern]:
    """A cause is asked for where neither a person has told one nor pauses, or a zero report, explain half of it.

    When the day's planned time is over there is nothing to catch up any more, only a cause to tell.
    """
    told = [one.cause for one in device.explained if one.until > parting.well_until]
    by_pauses = 2 * device.pace.lost >= -device.pace.ahead
    cause = told[-1] if told else max(device.downtime, key=device.downtime.__getitem__, default="") if by_pauses else ""
    long = now - parting.since >= PARTED_MINUTES * MINUTE
    asked = long and not cause and not device.zero_reason
    if asked or device.pace.plan_to_now < device.pace.quota:
        yield Concern(
            rule="behind",
            device=device.device,
            figure=-device.pace.ahead_minutes,
            beside=attention.behind_minutes,
            since=parting.well_until,
            act="say_why" if asked else "catch_up",
            cause=cause,
            reason=device.zero_reason,
            ask_since=parting.since if asked else None,
        )


def _fast(device: Watched) -> Iterator[Concern]:
    """The last run of entries that nobody can have taken one after the other."""
    gaps = FAST_RUN - 1
    for first, last in reversed([*zip(device.recent, device.recent[gaps:], strict=False)]):
        if last - first < gaps * timedelta(seconds=FAST_SECONDS):
            seconds = (last - first) // (gaps * timedelta(seconds=1))
            yield Concern(
                rule="too_fast",
                device=device.device,
                figure=seconds,
                beside=FAST_SECONDS,
                since=last,
                act="look_at_entries",
            )
            return


def _shares(devices: Sequence[Watched], usual: Mapping[str, int], day: date) -> Iterator[Concern]:
    """Each device beside the point's last days and what the other devices have had today."""
    everything = Counter(usual)
    for device in devices:
        everything.update(device.by_outcome)
    for device in devices:
        others = {outcome: count - device.by_outcome.get(outcome, 0) for outcome, count in everything.items()}
        share = unusual_share(device.by_outcome, others)
        if share is not None:
            yield Concern(
                rule="outcome_share",
                device=device.device,
                figure=share.percent,
                beside=share.usual,
                since=day_ends(day - timedelta(days=1)),
                act="look_at_entries",
                outcome=share.outcome,
            )


def _lasting(rule: Rule, device: Watched, beside: int, since: datetime, now: datetime, act: Act) -> Concern:
    return Concern(
        rule=rule,
        device=device.device,
        figure=(now - since) // MINUTE,
        beside=beside,
        since=since,
        act=act,
        shift=device.shift,
    )
