"""The entries of one bundle beside those held: new ones are appended, held ones compared by their hash."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bundle.manifest import Manifest
from bundle.payload import ReceivedEntry
from bundle.reader import BundleRefused, OpenedBundle
from campaign.events import ApplicationVoided
from command_app.services.city import City
from db.command_reads import held_between
from db.intake import Intake
from db.journal import Journal, Received
from db.persons import take_persons
from db.transaction import Transaction


class Gap(BundleRefused):
    """Entries before the bundle's first one are missing: ``missing`` is (first, last) of them."""

    def __init__(self, manifest: Manifest, sha256: str, missing: tuple[int, int]) -> None:
        super().__init__("gap", manifest, sha256)
        self.fields["missing"] = missing


class Forked(BundleRefused):
    """Another history than the held one: at entry ``number`` (kind n), or for the bundle ``number`` (kind seq).

    Both go together through entry ``shared``.
    """

    def __init__(
        self, manifest: Manifest, sha256: str, kind: str, number: int, held: str, offered: str, shared: int
    ) -> None:
        super().__init__("fork", manifest, sha256)
        self.shared = shared
        self.kind = kind
        self.number = number
        self.held = held
        self.offered = offered


@dataclass(frozen=True, slots=True)
class Taken:
    """``held_before``: the last entry held before this bundle."""

    new: int
    known: int
    quarantined: int
    held_before: int


@dataclass(slots=True)
class _Taking:
    """What is found out while the entries stream by; acted on only when the whole file has proved sound."""

    tx: Transaction
    journal: Journal
    held: int
    through: Callable[[int], None]
    fork: tuple[int, str, str] | None = None
    gap: bool = False
    intake: Intake | None = None
    known: int = 0
    quarantined: int = 0
    voided: array[int] = field(default_factory=lambda: array("q"))
    """Of earlier bundles."""

    def take(self, batch: list[ReceivedEntry]) -> None:
        first, last = batch[0].entry.header.n, batch[-1].entry.header.n
        if first <= self.held:
            self._compare(batch, held_between(self.tx, self.journal.station, self.journal.epoch, first, last))
        if last > self.held and self.fork is None and not self.gap:
            self.intake = self.intake or Intake(self.journal)
            self.intake.take(self._new(batch))
        self.through(last)

    def _new(self, batch: list[ReceivedEntry]) -> Iterator[Received]:
        for item in batch:
            if item.entry.header.n <= self.held:
                continue
            if item.trouble is not None:
                self.quarantined += 1
            elif isinstance(item.entry.body, ApplicationVoided) and item.entry.body.entry <= self.held:
                self.voided.append(item.entry.body.entry)  # others are no claims yet
            yield Received(item.entry, item.head, item.salt, item.subject, item.trouble, item.person)

    def _compare(self, batch: list[ReceivedEntry], known: dict[int, tuple[bytes, bool]]) -> None:
        for item in batch:
            n = item.entry.header.n
            if n not in known:
                return
            held, withheld = known[n]
            if held != item.head:
                self.fork = self.fork or (n, held.hex(), item.head.hex())
                return
            self.known += 1
            if withheld and item.salt is not None and item.subject is not None:
                self._fill(n, item.salt, item.subject)

    def _fill(self, n: int, salt: bytes, subject: bytes) -> None:
        """A withheld subject that arrives later."""
        if self.journal.fill_subject(n, salt, subject):
            take_persons(self.tx, self.journal.station, self.journal.epoch, n, n, ())


def take_entries(
    tx: Transaction, city: City, opened: OpenedBundle, identity: str, told: Callable[[int], None]
) -> Taken:
    """Reads the whole bundle into the transaction; `told` hears how many entries are through.

    Raises BundleRefused, `Forked` and `Gap` among others.
    """
    manifest = opened.manifest
    journal = Journal(tx, manifest.station, manifest.epoch, city.catalogue.outcome_rules, city.mark_key)
    held = journal.last()
    taking = _Taking(tx, journal, held, lambda n: told(n - manifest.first + 1))
    before = journal.head_at(manifest.first - 1)
    taking.gap = before is None
    if before is not None and before.hex() != manifest.head_before:
        taking.fork = (manifest.first - 1, before.hex(), manifest.head_before)
    opened.read_entries(identity, taking.take)
    if taking.fork is not None:
        raise Forked(manifest, opened.sha256, "n", *taking.fork, shared=max(0, taking.fork[0] - 1))
    if taking.gap:
        raise Gap(manifest, opened.sha256, (held + 1, manifest.first - 1))
    new = taking.intake.finish() if taking.intake is not None else 0
    if new:
        take_persons(tx, manifest.station, manifest.epoch, held + 1, manifest.last, taking.voided)
    return Taken(new, taking.known, taking.quarantined, held)
