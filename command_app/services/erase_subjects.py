"""Retention at the command: the persons of old applications are erased once a verified backup holds them.

The plan in force says after how many days. Chains and figures stay, duplicates are still found by the marks, and a
subject that a station sends again is not stored again (docs/bundle-format.md, sections 1 and 3).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from campaign.calendar import business_day
from campaign.quota import plan_in_force
from campaign.refusal import InputRefused
from command_app.services.city import City, plans_of
from db.command_reads import all_journals
from db.durable_through import durable_of
from db.journal import Journal
from db.meta import ERASED, drop_meta, read_meta, write_meta
from db.retention import Erased, erase_due

BATCH = 5_000
"""Subjects in one transaction: it may be interrupted between two, and goes on where it was."""

Told = Callable[[str, int, int], None]
"""Hears of a step (`erase`), and of journals done and in all."""


@dataclass(frozen=True, slots=True)
class StationErased:
    """The subjects of this epoch's entries up to ``through`` are gone; ``erased`` of them only now."""

    station: str
    epoch: int
    through: int
    erased: int


@dataclass(frozen=True, slots=True)
class CityErased:
    """``days`` are the plan's; ``stations`` those of which anything was erased now."""

    days: int
    erased: int
    stations: tuple[StationErased, ...]

    def to_dict(self) -> dict[str, object]:
        """The command line's answer."""
        return asdict(self)


def erase_subjects(city: City, told: Told = lambda step, done, total: None) -> CityErased:
    """Erases all that is due, then writes the store anew, so that no byte of it stays there.

    Raises InputRefused("no_plan") and StorageRefused; what was erased before stays erased.
    """
    today = business_day(city.clock())
    with city.store.read() as snapshot:
        journals = [(row.station, row.epoch) for row in all_journals(snapshot)]
        plan = plan_in_force(plans_of(snapshot), today)
    if plan is None:
        raise InputRefused("no_plan", day=today.isoformat())
    before = today - timedelta(days=plan.retention_days)
    stations = []
    for done, (station, epoch) in enumerate(journals, 1):
        through = erased = 0
        while (batch := _erase_some(city, station, epoch, before)).more:
            through, erased = batch.through, erased + batch.count
        if through:
            stations.append(StationErased(station, epoch, through, erased))
        told("erase", done, len(journals))
    _wipe(city)
    return CityErased(plan.retention_days, sum(one.erased for one in stations), tuple(stations))


def _erase_some(city: City, station: str, epoch: int, before: date) -> Erased:
    with city.store.write() as tx:
        journal = Journal(tx, station, epoch, city.catalogue.outcome_rules, city.mark_key)
        batch = erase_due(journal, durable_of(tx, station, epoch), before, BATCH)
        if batch.more:
            write_meta(tx, ERASED, b"1")
    return batch


def _wipe(city: City) -> None:
    """Also what an earlier run was kept from wiping."""
    with city.store.read() as snapshot:
        if read_meta(snapshot, ERASED) is None:
            return
    city.store.write_anew()
    with city.store.write() as tx:
        drop_meta(tx, ERASED)
