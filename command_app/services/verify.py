"""Whether the command's store is whole: every chain, commitment, projection, and who counts once."""

from __future__ import annotations

from dataclasses import dataclass

from command_app.services.city import City
from db.differences import Differences
from db.persons import verify_persons
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


def verify_city(city: City) -> CityVerified:
    """Recomputes everything. Raises StoreBroken where the file itself can't be read."""
    with city.store.read() as snapshot:
        return CityVerified(verify_store(snapshot, city.counted_outcomes, city.mark_key), verify_persons(snapshot))
