"""What a point's journal adds up to, reckoned the plain way: a list of entries is read from the first to the last.

Nothing here knows the fold, the tables or the services. Plans are laid out minute by minute. Only the forecast's
formula is the product's own (`campaign.projection`), given what is counted here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

from campaign import events as e
from campaign.calendar import parse_time
from campaign.entry import Entry
from campaign.plan import Plan
from campaign.projection import rate_per_minute, still_to_come
from tests.station_app.desks import PEOPLE
from tests.station_app.plain_plan import Planned, by_plan, in_force, midnight, nearest, overlap, seconds

COUNTED = "accepted"
NAMES = {user: name for user, (_, name) in PEOPLE.items()}
REDUCING = {"power_cut", "camera_fault"}
FOLLOWED_UP = {"missing_papers", "population_data_mismatch"}


@dataclass
class Application:
    n: int
    day: str
    hour: int
    at: str
    device: str
    shift: str
    by: str
    outcome: str
    reason: str
    commune: str
    paper: bool
    voided: bool = False

    @property
    def counts(self) -> bool:
        return self.outcome == COUNTED and not self.voided


@dataclass
class Stretch:
    """Seconds since 1970; ``until`` is None while it lasts."""

    cause: str
    since: int
    until: int | None
    over: int
    """When its business day is: it lasts no longer."""

    def so_far(self, now: int) -> tuple[int, int]:
        end = min(now, self.over, now if self.until is None else self.until)
        return self.since, max(self.since, end)


@dataclass
class Shift:
    id: str
    n: int
    day: str
    device: str
    window: str
    version: int
    operator: str
    commander: str
    opened_at: str
    state: str = "open"
    stretches: list[Stretch] = field(default_factory=list)
    sealed_n: int = 0
    sealed_at: str = ""
    counter: int = 0
    difference: int = 0
    reason: str = ""

    def begin(self, at: str, cause: str = "") -> None:
        self.end(at)
        self.stretches.append(Stretch(cause, seconds(at), None, midnight(self.day) + 28 * 3600))

    def end(self, at: str) -> None:
        if self.stretches and self.stretches[-1].until is None:
            self.stretches[-1].until = max(seconds(at), self.stretches[-1].since)


@dataclass
class Told:
    """All that a journal tells. Dictionaries keep the journal's order."""

    applications: dict[int, Application] = field(default_factory=dict)
    shifts: dict[str, Shift] = field(default_factory=dict)
    open: dict[str, str] = field(default_factory=dict)
    last_logged: dict[str, str] = field(default_factory=dict)
    zeroes: dict[tuple[str, str, str], str] = field(default_factory=dict)
    exports: dict[int, int] = field(default_factory=dict)
    verified: int = 0
    mark: int = 0
    arranged: dict[int, e.FollowUpChanged] = field(default_factory=dict)

    def of(self, day: str, device: str | None = None) -> list[Application]:
        return [one for one in self.applications.values() if one.day == day and device in (None, one.device)]

    def shifts_of(self, day: str, device: str | None = None) -> list[Shift]:
        return [one for one in self.shifts.values() if one.day == day and device in (None, one.device)]

    def stretches(self, day: str, device: str) -> list[Stretch]:
        return [stretch for shift in self.shifts_of(day, device) for stretch in shift.stretches]


def told_by(entries: Iterable[Entry]) -> Told:
    told = Told()
    for entry in entries:
        _take(told, entry)
    return told


def _take(told: Told, entry: Entry) -> None:
    header, body = entry.header, entry.body
    shift, device = told.shifts.get(str(header.shift)), str(header.device)
    match body:
        case e.ApplicationLogged():
            told.applications[header.n] = Application(
                n=header.n,
                day=header.day,
                hour=parse_time(body.happened_at or header.at).hour,
                at=header.at,
                device=device,
                shift=str(header.shift),
                by=header.by,
                outcome=body.outcome,
                reason=body.reason or "",
                commune=body.commune or "",
                paper=body.source == "paper",
            )
            told.last_logged[device] = header.at
        case e.ApplicationVoided():
            told.applications[body.entry].voided = True
        case e.ShiftOpened():
            opened = Shift(
                id=str(header.shift),
                n=header.n,
                day=body.day,
                device=device,
                window=body.window,
                version=body.plan_version,
                operator=header.by,
                commander=body.commander,
                opened_at=header.at,
            )
            opened.begin(header.at)
            told.shifts[opened.id] = opened
            told.open[device] = opened.id
        case e.ShiftPaused() if shift:
            shift.state = "paused"
            shift.begin(header.at, body.cause)
        case e.ShiftResumed() if shift:
            shift.state = "open"
            shift.begin(header.at)
        case e.ShiftReopened() if shift:
            shift.state, shift.sealed_n, shift.sealed_at = "open", 0, ""
            shift.begin(header.at)
            told.open[device] = shift.id
        case e.ShiftHandedOver() if shift:
            shift.operator = body.to
        case e.ShiftClosed() if shift:
            shift.counter, shift.difference, shift.reason = body.device_counter, body.difference, body.reason or ""
        case e.ShiftSealed() if shift:
            shift.state, shift.sealed_n, shift.sealed_at = "sealed", header.n, header.at
            shift.end(header.at)
            del told.open[device]
        case e.ZeroReported():
            told.zeroes[body.day, body.device, body.window] = body.reason
        case e.BundleExported():
            told.exports[body.seq] = body.last
        case e.BundleVerified():
            told.verified = max(told.verified, told.exports[body.seq])
        case e.ReceiptAccepted():
            told.mark = body.mark
        case e.FollowUpChanged():
            told.arranged[body.entry] = body


def planned(told: Told, plans: Sequence[Plan], station: str, device: str, day: str) -> list[Planned]:
    """Each window by the plan that its last shift was opened with, the others by the plan in force."""
    version = {shift.window: shift.version for shift in told.shifts_of(day, device)}
    now = in_force(plans, day)
    found = [one for one in (by_plan(now, station, device, day) if now else ()) if one.window not in version]
    for plan in plans:
        found += [one for one in by_plan(plan, station, device, day) if version.get(one.window) == plan.version]
    return sorted(found, key=lambda one: one.start)


def pace(told: Told, windows: Sequence[Planned], day: str, device: str, now: str) -> dict[str, int]:
    """Every figure of `campaign.pace.Pace` by its name."""
    moment = seconds(now)
    minutes = [at for window in windows for at in window.minutes]
    quota, whole = sum(window.quota for window in windows), len(minutes)
    per_minute = Fraction(quota, whole) if whole else Fraction()
    gone = overlap(minutes, 0, moment)
    done = sum(one.counts for one in told.of(day, device))
    stretches = told.stretches(day, device)
    lasted = [(stretch.cause, *stretch.so_far(moment)) for stretch in stretches]
    running = sum(until - since for cause, since, until in lasted if not cause)
    before_now = [at for at in minutes if at < moment]
    paused = [(cause, overlap(before_now, since, min(until, moment))) for cause, since, until in lasted if cause]
    recently, since = 0, moment
    for begins, ends in sorted([(begins, ends) for cause, begins, ends in lasted if not cause], reverse=True):
        if recently < 3600 and begins < ends:
            since = max(begins, ends - (3600 - recently))
            recently += ends - since
    recent = sum(one.counts and not one.paper and since <= seconds(one.at) <= moment for one in told.of(day, device))
    stopped = sum(until - since for cause, since, until in lasted if cause)
    rates = [
        rate_per_minute(
            planned=float(per_minute),
            done=done,
            running=running // 60,
            recent=recent,
            recent_running=recently / 60,
            stopped=minutes,
        )
        for minutes in (0, stopped // 60)
    ]
    expected, low, high = still_to_come(rates[1], (whole * 60 - gone) / 60)
    plan_to_now = nearest(per_minute * Fraction(gone, 60))
    return {
        "done": done,
        "quota": quota,
        "plan_to_now": plan_to_now,
        "ahead": done - plan_to_now,
        "ahead_minutes": nearest((done - plan_to_now) / per_minute) if per_minute else 0,
        "rate_per_hour": nearest(rates[0] * 60),
        "projected_close": done + nearest(expected),
        "projected_low": done + nearest(low),
        "projected_high": done + nearest(high),
        "downtime_minutes": stopped // 60,
        "lost": nearest(per_minute * Fraction(sum(time for _, time in paused), 60)),
        "planned_minutes": whole,
        "available_minutes": max(0, gone - sum(time for cause, time in paused if cause in REDUCING)) // 60,
        "running_minutes": running // 60,
    }


def downtime(stretches: Iterable[Stretch], now: str) -> dict[str, int]:
    """Whole minutes by cause."""
    time: Counter[str] = Counter()
    causes = set()
    for stretch in stretches:
        if stretch.cause:
            since, until = stretch.so_far(seconds(now))
            time[stretch.cause] += until - since
            causes.add(stretch.cause)
    return {cause: time[cause] // 60 for cause in causes}


def by_outcome(applications: Iterable[Application]) -> dict[str, int]:
    return dict(Counter(one.outcome for one in applications if not one.voided))


def waiting(told: Told, numbers: Mapping[int, str]) -> list[int]:
    """The follow-ups that nobody has closed and whose person was not accepted since."""
    counted = [one.n for one in told.applications.values() if one.counts]
    return [
        n
        for n, one in told.applications.items()
        if not one.voided
        and (one.outcome in FOLLOWED_UP or one.reason == "number_used_by_another")
        and (n not in told.arranged or told.arranged[n].state == "open")
        and not any(later > n and numbers[later] == numbers[n] for later in counted)
    ]


def days_between(first: date, end: date) -> list[str]:
    return [(first + timedelta(days=number)).isoformat() for number in range((end - first).days)]


def by_operator(told: Told, shift: str) -> dict[str, dict[str, int]]:
    mine = [one for one in told.applications.values() if one.shift == shift and not one.voided]
    return {NAMES[by]: dict(Counter(one.outcome for one in mine if one.by == by)) for by in {one.by for one in mine}}
