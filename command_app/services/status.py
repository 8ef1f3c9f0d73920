"""How the city stands: each station, and the sum in which a person counts once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, dataclass
from typing import Literal

from bundle.documents import Trust
from campaign.calendar import business_day, parse_time
from campaign.chain import first_head
from campaign.quota import plan_in_force
from campaign.refusal import InputRefused
from command_app.services.city import City, enrolments_of, plans_of, trust_of
from command_app.services.decide_fork import open_forks
from db.command_bundles import Fork, Met, all_forks, all_met
from db.command_reads import Tallied, all_journals, tallied
from db.persons import Duplicate, duplicates_by_day, duplicates_of
from db.quarantine import Quarantined, quarantined
from db.told_through import Missing, missing_entries
from db.transaction import Snapshot

State = Literal["ok", "late", "gap", "fork", "rollback", "revoked"]
SECONDS_AN_HOUR = 3600


@dataclass(frozen=True, slots=True)
class StationStands:
    """Its newest epoch.

    ``total`` and ``by_day`` are counted applications, a person once; ``by_outcome`` unvoided entries. ``missing`` is
    what is known to have been written, of any epoch, and is not held.
    """

    station: str
    epoch: int
    accepted_through: int
    head: str
    last_bundle_at: str | None
    total: int
    by_outcome: dict[str, int]
    by_day: dict[str, int]
    state: State
    missing: list[Missing]

    def to_dict(self) -> dict[str, object]:
        """The command line's row; without ``missing`` where nothing is."""
        row = asdict(self)
        row["missing"] = [{"epoch": one.epoch, "first": one.first, "last": one.last} for one in self.missing]
        return row if self.missing else {name: value for name, value in row.items() if name != "missing"}


@dataclass(frozen=True, slots=True)
class CityStands:
    """``target`` is the plan's, 0 without one; ``stations`` how many are enrolled."""

    total: int
    by_day: dict[str, int]
    target: int
    stations: int


@dataclass(frozen=True, slots=True)
class CityStatus:
    stations: list[StationStands]
    city: CityStands

    def to_dict(self) -> dict[str, object]:
        return {"stations": [station.to_dict() for station in self.stations], "city": asdict(self.city)}


def city_status(city: City, station: str | None = None) -> CityStatus:
    """Of all stations, or of one; the city's sum is always of all. Raises InputRefused("unknown_station")."""
    with city.store.read() as snapshot:
        looking = _Looking(city, snapshot)
        if station is not None and station not in looking.epochs:
            raise InputRefused("unknown_station", station=station)
        codes = sorted(looking.epochs)
        stands = [looking.station(code) for code in codes]
        by_day: dict[str, int] = defaultdict(int)
        for one in stands:
            for day, count in one.by_day.items():
                by_day[day] += count
        target = looking.target
    total = CityStands(sum(one.total for one in stands), dict(sorted(by_day.items())), target, len(codes))
    return CityStatus([one for one in stands if station in (None, one.station)], total)


class _Looking:
    """One snapshot's tables, each asked once."""

    def __init__(self, city: City, snapshot: Snapshot) -> None:
        plan = plan_in_force(plans_of(snapshot), business_day(city.clock()))
        self._now = city.clock()
        self._trust: Trust = trust_of(snapshot)
        self._late_hours = plan.sync.orange_hours if plan else None
        self.target = plan.target if plan else 0
        self.epochs: dict[str, int] = {}
        self._enrolled_at: dict[tuple[str, int], str] = {}
        for enrolment, _ in enrolments_of(snapshot):
            self.epochs[enrolment.station] = max(enrolment.epoch, self.epochs.get(enrolment.station, 0))
            self._enrolled_at[enrolment.station, enrolment.epoch] = enrolment.issued_at
        self._tallied = tallied(snapshot, city.catalogue.counted_outcomes)
        self._twice = duplicates_by_day(snapshot)
        self._journals = {(row.station, row.epoch): row for row in all_journals(snapshot)}
        self._met = {(row.station, row.epoch): row for row in all_met(snapshot)}
        self._missing = missing_entries(snapshot)
        self._forked = {(fork.station, fork.epoch) for fork in open_forks(snapshot)}

    def station(self, code: str) -> StationStands:
        epoch = self.epochs[code]
        journal = self._journals.get((code, epoch))
        met = self._met.get((code, epoch), Met(code, epoch))
        of_station = self._tallied.get(code, Tallied())
        once = {day: count - self._twice.get((code, day), 0) for day, count in sorted(of_station.by_day.items())}
        by_day = {day: count for day, count in once.items() if count}
        return StationStands(
            station=code,
            epoch=epoch,
            accepted_through=journal.last if journal else 0,
            head=journal.head if journal else first_head(code, epoch).hex(),
            last_bundle_at=met.accepted_at or None,
            total=sum(by_day.values()),
            by_outcome=dict(sorted(of_station.by_outcome.items())),
            by_day=by_day,
            state=self._state(met),
            missing=[one for one in self._missing if one.station == code],
        )

    def _state(self, met: Met) -> State:
        place = (met.station, met.epoch)
        if self._trust.revoked_after(*place) is not None:
            return "revoked"
        if place in self._forked:
            return "fork"
        if met.rollback_seq:
            return "rollback"
        if met.gap_first:
            return "gap"
        return "late" if self._is_late(met) else "ok"

    def _is_late(self, met: Met) -> bool:
        if self._late_hours is None:
            return False
        since = met.accepted_at or self._enrolled_at[met.station, met.epoch]
        hours = (self._now - parse_time(since)).total_seconds() / SECONDS_AN_HOUR
        return hours >= self._late_hours


def list_duplicates(city: City) -> list[Duplicate]:
    """Counted applications of people whom an earlier one counts."""
    with city.store.read() as snapshot:
        return duplicates_of(snapshot)


def list_quarantine(city: City) -> list[Quarantined]:
    """Entries kept without being counted."""
    with city.store.read() as snapshot:
        return quarantined(snapshot)


def list_forks(city: City, *, decided: bool = False) -> list[Fork]:
    """Evidence of two histories on which nobody has decided, or all there ever was."""
    with city.store.read() as snapshot:
        return all_forks(snapshot) if decided else open_forks(snapshot)
