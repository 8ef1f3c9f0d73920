"""Whether the command's store is whole: every chain, commitment, projection, and who counts once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from campaign.outcome_rules import OutcomeRules
from command_app.services.city import City
from db.command_reads import all_journals
from db.differences import Differences
from db.persons import verify_persons
from db.transaction import Snapshot
from db.verify import Verified, VerifiedChain, verify_store


@dataclass(frozen=True, slots=True)
class CityVerified:
    found: Verified
    persons: Differences

    @property
    def ok(self) -> bool:
        return self.found.ok and not self.persons.found

    def to_dict(self) -> dict[str, object]:
        """The command line's answer."""
        chains: list[VerifiedChain] = self.found.chains
        more = self.found.more + self.persons.more
        answer: dict[str, object] = {
            "ok": self.ok,
            "entries": self.found.entries,
            "heads": [{"station": chain.station, "epoch": chain.epoch, "head": chain.head} for chain in chains],
            "differences": [*self.found.differences, *self.persons.found],
            "ignored": self.found.ignored,
        }
        return answer | ({"more": more} if more else {})


def verify_city(city: City, told: Callable[[int, int], None] = lambda done, total: None) -> CityVerified:
    """Recomputes everything; `told` hears of entries done and in all.

    Raises StoreBroken where the file itself can't be read.
    """
    with city.store.read() as snapshot:
        return verify_snapshot(snapshot, city.catalogue.outcome_rules, city.mark_key, told)


def verify_snapshot(
    snapshot: Snapshot,
    outcomes: OutcomeRules,
    mark_key: bytes,
    told: Callable[[int, int], None] = lambda done, total: None,
) -> CityVerified:
    """As `verify_city`, of a store that is no city's yet."""
    total = sum(journal.last for journal in all_journals(snapshot))
    done = 0

    def further(entries: int) -> None:
        nonlocal done
        done += entries
        told(done, total)

    found = verify_store(snapshot, outcomes, mark_key, further)
    return CityVerified(found, verify_persons(snapshot))
