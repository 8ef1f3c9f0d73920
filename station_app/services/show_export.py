"""What the export screen shows of the store: what would go now, the last bundles and their receipts, the funnel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from campaign.calendar import business_day, format_time, parse_day, parse_time
from campaign.entry import read_entry
from campaign.plan import Plan, Sync
from campaign.quota import plan_in_force
from campaign.rows import ExportRow, ShiftRow
from db.history import History
from db.reads.between import (
    counted_between,
    first_receipt_for,
    news_between,
    pauses_since,
    sealed_between,
    unsealed_shifts,
)
from db.reads.day import Funnel, funnel_of
from db.reads.sync import last_carried, last_exports, standing_of
from db.transaction import Snapshot
from station_app.services.receipts import quarantined_numbers
from station_app.services.show_trail import TrailStep, trails_of
from station_app.services.station import Station
from station_app.services.trusted import trusted_city

RECENT = 7
"""Bundles that the screen lists."""


@dataclass(frozen=True, slots=True)
class SealedWindow:
    """The devices whose shift of a window is sealed; ``window`` is its label."""

    day: date
    window: str
    devices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """What an export would carry now: every entry after the mark, open shifts included.

    ``news``: entries that are no housekeeping; ``counted``: counted applications; ``unsealed``: shifts still open.
    """

    seq: int
    first: int
    last: int
    count: int
    news: int
    counted: int
    sealed: tuple[SealedWindow, ...]
    unsealed: int
    pauses: int


@dataclass(frozen=True, slots=True)
class RecentBundle:
    """``received_at`` is None until the mark has reached ``last``; ``withheld``: entries not counted there.

    ``news`` is 0 where it carries housekeeping alone: then its age means nothing. Not ``verified``: its number is
    skipped.
    """

    seq: int
    first: int
    last: int
    news: int
    counted: int
    sealed: tuple[SealedWindow, ...]
    exported_at: datetime
    verified: bool
    received_at: datetime | None
    withheld: int
    trail: tuple[TrailStep, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportFigures:
    """``trusted``: whether the city's recipients are known, without which nothing can be exported.

    ``load`` is None where the mark has reached the last entry. ``bundles`` are the newest first.
    """

    now: datetime
    trusted: bool
    mark: int
    load: Load | None
    bundles: tuple[RecentBundle, ...]
    funnel: Funnel
    amber_hours: int
    orange_hours: int


def export_figures(station: Station) -> ExportFigures:
    """All of it from one consistent snapshot. Raises NotPermitted."""
    station.person.require("export")
    with station.store.read() as snapshot:
        return _Look(station, snapshot).figures()


class _Look:
    def __init__(self, station: Station, snapshot: Snapshot) -> None:
        self._station, self._snapshot = station, snapshot
        self._code, self._epoch = station.identity.station, station.identity.epoch
        self._standing = standing_of(snapshot, self._code, self._epoch)
        self._now = parse_time(max(format_time(station.clock()), self._standing.last_at))
        self._plans: Mapping[int, Plan] = {plan.version: plan for plan in station.plans(snapshot)}
        self._quarantined = quarantined_numbers(snapshot, station.identity)
        self._exports = last_carried(snapshot, self._code, self._epoch, RECENT)
        self._trails = trails_of(snapshot, station.identity, self._exports)
        self._last = last_exports(snapshot, self._code, self._epoch, 1)

    def figures(self) -> ExportFigures:
        day = business_day(self._now)
        plan = plan_in_force(self._plans.values(), day)
        sync = plan.sync if plan else Sync()
        mark = self._standing.mark
        return ExportFigures(
            now=self._now,
            trusted=trusted_city(self._snapshot, self._station.identity).trust is not None,
            mark=mark,
            load=self._load() if self._standing.last > mark else None,
            bundles=tuple(map(self._bundle, self._exports)),
            funnel=funnel_of(
                self._snapshot,
                self._code,
                self._epoch,
                day.isoformat(),
                mark=mark,
                quarantined=self._quarantined,
                counted_outcomes=self._station.catalogue.counted_outcomes,
            ),
            amber_hours=sync.amber_hours,
            orange_hours=sync.orange_hours,
        )

    def _load(self) -> Load:
        first, last = self._standing.mark + 1, self._standing.last
        return Load(
            seq=self._last[0].seq + 1 if self._last else 1,
            first=first,
            last=last,
            count=last - first + 1,
            news=self._standing.unsent,
            counted=counted_between(self._snapshot, self._code, self._epoch, first, last),
            sealed=self._sealed(first, last),
            unsealed=unsealed_shifts(self._snapshot, self._code),
            pauses=self._pauses(first),
        )

    def _bundle(self, row: ExportRow) -> RecentBundle:
        received = row.last <= self._standing.mark
        here = (self._snapshot, self._code, self._epoch)
        told = first_receipt_for(*here, row.last) or self._standing.received_at
        return RecentBundle(
            seq=row.seq,
            first=row.first,
            last=row.last,
            news=news_between(*here, row.first, row.last),
            counted=counted_between(*here, row.first, row.last),
            sealed=self._sealed(row.first, row.last),
            exported_at=parse_time(row.exported_at),
            verified=bool(row.verified_at),
            received_at=parse_time(told) if received else None,
            withheld=sum(row.first <= n <= row.last for n in self._quarantined),
            trail=self._trails[row.seq],
        )

    def _pauses(self, first: int) -> int:
        entry = History(self._snapshot, self._code, self._epoch).entry(first)
        return pauses_since(self._snapshot, self._code, read_entry(entry).header.at) if entry else 0

    def _sealed(self, first: int, last: int) -> tuple[SealedWindow, ...]:
        return _by_window(sealed_between(self._snapshot, self._code, self._epoch, first, last), self._plans)


def _by_window(shifts: Iterable[ShiftRow], plans: Mapping[int, Plan]) -> tuple[SealedWindow, ...]:
    """In the order of their opening, each window of a day once."""
    devices: dict[tuple[str, str], list[str]] = {}
    for shift in shifts:
        devices.setdefault((shift.day, _label(shift, plans)), []).append(shift.device)
    return tuple(SealedWindow(parse_day(day), window, tuple(sorted(set(of)))) for (day, window), of in devices.items())


def _label(shift: ShiftRow, plans: Mapping[int, Plan]) -> str:
    plan = plans.get(shift.plan_version)
    windows = plan.window if plan else ()
    return next((window.label for window in windows if window.id == shift.window), shift.window)
