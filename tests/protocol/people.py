"""Who counts where, by the text: a person once in the city, by the earliest entry (at, station, epoch, n)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

Place = tuple[str, int]
"""A station and an entry of it."""


@dataclass(frozen=True)
class Logged:
    person: int
    at: str


@dataclass
class Told:
    """What the entries say, by their heads: a head stands for one entry at one place of one history."""

    logged: dict[str, Logged] = field(default_factory=dict)
    voided: dict[str, int] = field(default_factory=dict)

    def standing(self, history: list[str]) -> dict[int, Logged]:
        """Applications of a history that no later entry takes back, by n."""
        gone = {self.voided[head] for head in history if head in self.voided}
        return {n: self.logged[head] for n, head in enumerate(history, 1) if head in self.logged and n not in gone}

    def counted(self, histories: dict[str, list[str]]) -> Counter[str]:
        """By station, how many people its entries count for the city."""
        counts = Counter({code: len(self.standing(history)) for code, history in histories.items()})
        counts.subtract(Counter(code for code, _ in self.duplicates(histories)))
        return counts

    def duplicates(self, histories: dict[str, list[str]]) -> dict[Place, Place]:
        """What counts no more, each beside the entry that counts the person."""
        claims = [
            (one.at, code, n, one.person)
            for code, history in histories.items()
            for n, one in self.standing(history).items()
        ]
        first: dict[int, Place] = {}
        found = {}
        for _, code, n, person in sorted(claims):
            if first.setdefault(person, (code, n)) != (code, n):
                found[code, n] = first[person]
        return found
