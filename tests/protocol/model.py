"""What the protocol's text says, as plain values: bundles and receipts beside two histories, without files or tables.

Written from docs/bundle-format.md alone (sections 3 and 4). A history is the list of its heads, h(1) first: two heads
are equal only where everything up to them is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

Place = tuple[str, int]
"""A station and an epoch of it."""


def first_head(place: Place) -> str:
    """h(0) of an epoch."""
    code, epoch = place
    return sha256(f"ENROL-JOURNAL/1\n{code}\n{epoch}\n".encode()).hexdigest()


def head_at(place: Place, history: list[str], n: int) -> str:
    return history[n - 1] if n else first_head(place)


@dataclass(frozen=True)
class Bundle:
    """``before`` is h(first-1), ``heads`` are h(first) … h(last). ``broken`` is the code of a file that isn't whole,
    ``signed`` whether its manifest can still be read."""

    place: Place
    seq: int
    first: int
    last: int
    before: str
    heads: tuple[str, ...]
    digest: str
    broken: str = ""
    signed: bool = True


@dataclass(frozen=True)
class Trust:
    """``officer`` counts the rotations of the signing officer; ``revoked`` gives the last good entry by epoch."""

    version: int
    generation: int
    officer: int
    revoked: tuple[tuple[Place, int], ...] = ()

    def after(self, place: Place) -> int | None:
        return dict(self.revoked).get(place)


Listed = tuple[int, str, str, str]
"""Seq, digest, state and code of a bundle on a receipt."""


@dataclass(frozen=True)
class Receipt:
    place: Place
    generation: int
    serial: int
    through: int
    head: str
    bundles: frozenset[Listed]
    officer: int
    broken: bool = False


ANOTHER_HISTORY = "another_history"
"""Another head, a number beyond the last entry, or a later epoch: which of the first two it is changes with what the
station writes down while it takes a stick's other documents."""


@dataclass(frozen=True)
class ReceiptVerdict:
    """``code`` is why a receipt is refused."""

    state: Literal["accepted", "old", "refused"]
    code: str = ""


@dataclass(frozen=True)
class Point:
    """Entry ``n`` of an epoch, from which the next epoch goes on."""

    epoch: int
    n: int
    head: str


@dataclass
class Seat:
    """One computer that holds a station's journal; a clone or an old copy is a seat of its own.

    ``earlier`` are the histories of the epochs before. ``acknowledged`` gives by epoch the generation that did so, and
    the mark. ``asked`` is the fingerprint of the key that waits for the next epoch.
    """

    code: str
    history: list[str]
    trust: Trust
    epoch: int = 1
    earlier: dict[int, list[str]] = field(default_factory=dict)
    acknowledged: dict[int, tuple[int, int]] = field(default_factory=dict)
    taken: tuple[int, int] | None = None
    seq: int = 0
    """The highest that it has told its journal of."""
    asked: str = ""

    @property
    def place(self) -> Place:
        return self.code, self.epoch

    @property
    def mark(self) -> int:
        return self.acknowledged.get(self.epoch, (0, 0))[1]

    @property
    def epochs(self) -> dict[int, list[str]]:
        """All histories, oldest first."""
        return {**self.earlier, self.epoch: self.history}

    def take_trusts(self, offered: list[Trust]) -> None:
        """Versions are taken one by one."""
        for trust in sorted(offered, key=lambda one: one.version):
            if trust.version == self.trust.version + 1:
                self.trust = trust

    def holds(self, point: Point) -> bool:
        """Whether this computer may go on from there in its next epoch."""
        held = point.epoch == self.epoch and point.n <= len(self.history)
        return held and head_at(self.place, self.history, point.n) == point.head

    def go_on(self) -> None:
        """Entries and bundles are numbered anew; receipts go on, for serials rise over the epochs."""
        self.earlier[self.epoch] = self.history
        self.epoch, self.history, self.seq, self.asked = self.epoch + 1, [], 0, ""

    def take(self, receipt: Receipt) -> ReceiptVerdict:
        verdict = self._judge(receipt)
        if verdict.state == "accepted":
            back = self.taken is not None and receipt.generation > self.taken[0]
            back = back or any((state, code) == ("refused", "gap") for _, _, state, code in receipt.bundles)
            mark = receipt.through if back else max(self.mark, receipt.through)
            self.acknowledged[self.epoch] = (receipt.generation, mark)
            self.taken = (receipt.generation, receipt.serial)
        return verdict

    def _judge(self, receipt: Receipt) -> ReceiptVerdict:
        code, epoch = receipt.place
        if receipt.broken:
            return ReceiptVerdict("refused", "bad_envelope")
        if receipt.officer != self.trust.officer:
            return ReceiptVerdict("refused", "unknown_key")
        if code != self.code:
            return ReceiptVerdict("refused", "wrong_station")
        if receipt.generation > self.trust.generation:
            return ReceiptVerdict("refused", "trust_missing")
        if epoch > self.epoch:
            return ReceiptVerdict("refused", ANOTHER_HISTORY)
        if receipt.generation < self.trust.generation or epoch < self.epoch:
            return ReceiptVerdict("old")
        if self.taken is not None and (receipt.generation, receipt.serial) <= self.taken:
            return ReceiptVerdict("old")
        if receipt.through > len(self.history):
            return ReceiptVerdict("refused", ANOTHER_HISTORY)
        if receipt.head != head_at(self.place, self.history, receipt.through):
            return ReceiptVerdict("refused", ANOTHER_HISTORY)
        return ReceiptVerdict("accepted")


@dataclass(frozen=True)
class BundleVerdict:
    """``evidence`` and ``missing`` as the command shows them."""

    state: Literal["accepted", "known", "rollback", "refused"]
    code: str | None = None
    new: int = 0
    known: int = 0
    evidence: dict[str, object] | None = None
    missing: tuple[int, int] | None = None


Evidence = tuple[str, int, str]
"""Kind (n or seq), number, and what was offered."""


@dataclass
class Account:
    """What the command holds and knows of one epoch of a station.

    ``forks`` is all evidence, ``decided`` that on which an officer has. ``shared`` is how far all histories that were
    met are the same, ``through`` the highest entry of which a bundle told that could be believed.
    """

    held: list[str] = field(default_factory=list)
    digests: dict[int, str] = field(default_factory=dict)
    highest: int = 0
    met: bool = False
    forks: set[Evidence] = field(default_factory=set)
    decided: set[Evidence] = field(default_factory=set)
    shared: int | None = None
    point: Point | None = None
    through: int = 0
    rolled_back: bool = False
    gap: tuple[int, int] | None = None
    unlisted: dict[tuple[int, str], tuple[str, str]] = field(default_factory=dict)

    def take(self, bundle: Bundle, after: int | None) -> BundleVerdict:
        """``after``: the last good entry of a revoked station."""
        if not bundle.signed:
            return BundleVerdict("refused", bundle.broken)
        verdict = self._judge(bundle, after)
        self.met = True
        if verdict.evidence is not None:
            self._flag(bundle, verdict.evidence)
        self.gap = verdict.missing or self.gap
        if verdict.state != "refused" or verdict.missing:
            self.through = max(self.through, bundle.last)
        if verdict.state != "refused":
            self._keep(bundle, verdict)
        key, state = (bundle.seq, bundle.digest), "known" if verdict.state == "rollback" else verdict.state
        if self.unlisted.get(key, ("",))[0] != "accepted":
            self.unlisted[key] = (state, verdict.code or "")
        return verdict

    def _flag(self, bundle: Bundle, evidence: dict[str, object]) -> None:
        """They part before the first different head, or at the end of the shorter history of one number."""
        kind = "n" if "n" in evidence else "seq"
        number, offered = evidence[kind], evidence["offered"]
        assert isinstance(number, int)
        assert isinstance(offered, str)
        self.forks.add((kind, number, offered))
        shared = max(0, number - 1) if kind == "n" else min(len(self.held), bundle.last)
        self.shared = shared if self.shared is None else min(self.shared, shared)

    def _judge(self, bundle: Bundle, after: int | None) -> BundleVerdict:
        held = len(self.held)
        if after is not None and bundle.last > after:
            return BundleVerdict("refused", "revoked")
        if bundle.broken:
            return BundleVerdict("refused", bundle.broken)
        if bundle.first > held + 1:
            return BundleVerdict("refused", "gap", missing=(held + 1, bundle.first - 1))
        offered = [(bundle.first - 1, bundle.before), *enumerate(bundle.heads, bundle.first)]
        for n, head in offered:
            if n <= held and head != (own := head_at(bundle.place, self.held, n)):
                return BundleVerdict("refused", "fork", evidence={"n": n, "held": own, "offered": head})
        one = self.digests.get(bundle.seq, bundle.digest)
        if one != bundle.digest:
            evidence: dict[str, object] = {"seq": bundle.seq, "held": one, "offered": bundle.digest}
            return BundleVerdict("refused", "fork", evidence=evidence)
        new = max(0, bundle.last - held)
        known = len(bundle.heads) - new
        if bundle.seq > self.highest and bundle.last < held:
            return BundleVerdict("rollback", known=known)
        return BundleVerdict("accepted" if new else "known", new=new, known=known)

    def _keep(self, bundle: Bundle, verdict: BundleVerdict) -> None:
        self.digests.setdefault(bundle.seq, bundle.digest)
        if verdict.state == "rollback":
            self.rolled_back = True
            return
        self.highest = max(self.highest, bundle.seq)
        if verdict.new:
            self.held += bundle.heads[-verdict.new :]
            self.rolled_back = False
            if self.gap is not None and bundle.last >= self.gap[1]:
                self.gap = None

    @property
    def undecided(self) -> set[Evidence]:
        return self.forks - self.decided

    def decide(self, place: Place) -> None:
        """What is held stands; another machine goes on from what all histories share."""
        assert self.shared is not None
        self.decided |= self.forks
        self.point = Point(place[1], self.shared, head_at(place, self.held, self.shared))

    def receipt(self, place: Place, trust: Trust, serial: int) -> Receipt:
        """What the next one has to say; then its bundles are listed."""
        listed = frozenset((seq, digest, *told) for (seq, digest), told in self.unlisted.items())
        through = len(self.held)
        head = head_at(place, self.held, through)
        return Receipt(place, trust.generation, serial, through, head, listed, trust.officer)

    def state(self, after: int | None) -> str:
        """What weighs most."""
        if after is not None:
            return "revoked"
        if self.undecided:
            return "fork"
        if self.rolled_back:
            return "rollback"
        return "gap" if self.gap else "ok"
