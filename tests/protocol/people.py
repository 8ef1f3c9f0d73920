"""Who counts where, by the text: a form once at its station, a person once in the city, by the earliest entry (at,
station, epoch, n)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from campaign import events as e
from campaign.entry import read_entry

Place = tuple[str, int, int]
"""A station, an epoch and an entry of it."""
Heads = list[tuple[int, int, str]]
"""Entries of a station as (epoch, n, head), in the order in which they came."""


@dataclass(frozen=True)
class Logged:
    """``form`` is the paper's, which a machine that goes on after a fork tells of again."""

    person: int
    at: str
    form: str


def in_order(epochs: dict[int, list[str]]) -> Heads:
    """Epoch by epoch, as a station holds them."""
    return [(epoch, n, head) for epoch in sorted(epochs) for n, head in enumerate(epochs[epoch], 1)]


@dataclass
class Told:
    """What the entries say, by their heads: a head stands for one entry at one place of one history."""

    at_the_desk: int = 0
    """Whose form is logged next: an entry itself names nobody."""
    people: dict[str, int] = field(default_factory=dict)
    """By form, which keeps its person wherever it is told of again."""
    logged: dict[str, Logged] = field(default_factory=dict)
    voided: dict[str, int] = field(default_factory=dict)
    opens: set[str] = field(default_factory=set)
    """Heads of entries that open the only shift of a station."""
    taken: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Generation and serial of the receipt that an entry tells of."""

    def hear(self, head: str, data: bytes) -> None:
        entry = read_entry(data)
        match entry.body:
            case e.ApplicationLogged(form_id=form):
                self.logged[head] = Logged(self.people.setdefault(form, self.at_the_desk), entry.header.at, form)
            case e.ApplicationVoided(entry=n):
                self.voided[head] = n
            case e.ShiftOpened():
                self.opens.add(head)
            case e.ReceiptAccepted(city_generation=generation, serial=serial):
                self.taken[head] = generation, serial

    def standing(self, heads: Heads, *, is_open: bool = False) -> dict[tuple[int, int], Logged]:
        """Applications that no later entry takes back, by (epoch, n).

        A form that is known says nothing new, and what comes before its shift was opened is not counted: at a restored
        command an epoch may come without the one before (docs/decisions/0016-after-a-loss.md). ``is_open``: it was.
        """
        forms: set[str] = set()
        standing: dict[tuple[int, int], Logged] = {}
        for epoch, n, head in heads:
            is_open = is_open or head in self.opens
            if head in self.voided:
                standing.pop((epoch, self.voided[head]), None)
            elif is_open and head in self.logged and self.logged[head].form not in forms:
                forms.add(self.logged[head].form)
                standing[epoch, n] = self.logged[head]
        return standing

    def last_taken(self, heads: Heads) -> tuple[int, int] | None:
        return max((self.taken[head] for _, _, head in heads if head in self.taken), default=None)

    def forms(self, history: Iterable[str]) -> list[str]:
        return [self.logged[head].form for head in history if head in self.logged]

    def counted(self, heads: dict[str, Heads]) -> Counter[str]:
        """By station, how many people its entries count for the city."""
        counts = Counter({code: len(self.standing(of_station)) for code, of_station in heads.items()})
        counts.subtract(Counter(code for code, _, _ in self.duplicates(heads)))
        return counts

    def duplicates(self, heads: dict[str, Heads]) -> dict[Place, Place]:
        """What counts no more, each beside the entry that counts the person."""
        claims = [
            (one.at, code, epoch, n, one.person)
            for code, of_station in heads.items()
            for (epoch, n), one in self.standing(of_station).items()
        ]
        first: dict[int, Place] = {}
        found = {}
        for _, code, epoch, n, person in sorted(claims):
            place = (code, epoch, n)
            if first.setdefault(person, place) != place:
                found[place] = first[person]
        return found
