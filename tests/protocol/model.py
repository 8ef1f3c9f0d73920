"""What the protocol's text says, as plain values: bundles and receipts beside two histories, without files or tables.

Written from docs/bundle-format.md alone (sections 3 and 4). A history is the list of its heads, h(1) first: two heads
are equal only where everything up to them is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

EPOCH = 1


def first_head(code: str) -> str:
    """h(0) of a station's first epoch."""
    return sha256(f"ENROL-JOURNAL/1\n{code}\n{EPOCH}\n".encode()).hexdigest()


def head_at(code: str, history: list[str], n: int) -> str:
    return history[n - 1] if n else first_head(code)


@dataclass(frozen=True)
class Bundle:
    """``before`` is h(first-1), ``heads`` are h(first) … h(last). ``broken`` is the code of a file that isn't whole,
    ``signed`` whether its manifest can still be read."""

    code: str
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
    """``officer`` counts the rotations of the signing officer; ``revoked`` gives the last good entry by station."""

    version: int
    generation: int
    officer: int
    revoked: tuple[tuple[str, int], ...] = ()

    def after(self, code: str) -> int | None:
        return dict(self.revoked).get(code)


Listed = tuple[int, str, str, str]
"""Seq, digest, state and code of a bundle on a receipt."""


@dataclass(frozen=True)
class Receipt:
    code: str
    generation: int
    serial: int
    through: int
    head: str
    bundles: frozenset[Listed]
    officer: int
    broken: bool = False


ANOTHER_HISTORY = "another_history"
"""Another head, or a number beyond the last entry: which of the two it is changes with what the station writes down
while it takes a stick's other documents."""


@dataclass(frozen=True)
class ReceiptVerdict:
    """``code`` is why a receipt is refused."""

    state: Literal["accepted", "old", "refused"]
    code: str = ""


@dataclass
class Seat:
    """One computer that holds a station's journal; a clone or an old copy is a seat of its own."""

    code: str
    history: list[str]
    trust: Trust
    mark: int = 0
    taken: tuple[int, int] | None = None
    seq: int = 0
    """The highest that it has told its journal of."""

    def take_trusts(self, offered: list[Trust]) -> None:
        """Versions are taken one by one."""
        for trust in sorted(offered, key=lambda one: one.version):
            if trust.version == self.trust.version + 1:
                self.trust = trust

    def take(self, receipt: Receipt) -> ReceiptVerdict:
        verdict = self._judge(receipt)
        if verdict.state == "accepted":
            back = self.taken is not None and receipt.generation > self.taken[0]
            back = back or any((state, code) == ("refused", "gap") for _, _, state, code in receipt.bundles)
            self.mark = receipt.through if back else max(self.mark, receipt.through)
            self.taken = (receipt.generation, receipt.serial)
        return verdict

    def _judge(self, receipt: Receipt) -> ReceiptVerdict:
        if receipt.broken:
            return ReceiptVerdict("refused", "bad_envelope")
        if receipt.officer != self.trust.officer:
            return ReceiptVerdict("refused", "unknown_key")
        if receipt.code != self.code:
            return ReceiptVerdict("refused", "wrong_station")
        if receipt.generation > self.trust.generation:
            return ReceiptVerdict("refused", "trust_missing")
        if receipt.generation < self.trust.generation:
            return ReceiptVerdict("old")
        if self.taken is not None and (receipt.generation, receipt.serial) <= self.taken:
            return ReceiptVerdict("old")
        if receipt.through > len(self.history):
            return ReceiptVerdict("refused", ANOTHER_HISTORY)
        if receipt.head != head_at(self.code, self.history, receipt.through):
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


@dataclass
class Account:
    """What the command holds and knows of one station."""

    held: list[str] = field(default_factory=list)
    digests: dict[int, str] = field(default_factory=dict)
    highest: int = 0
    met: bool = False
    forked: bool = False
    rolled_back: bool = False
    gap: tuple[int, int] | None = None
    unlisted: dict[tuple[int, str], tuple[str, str]] = field(default_factory=dict)
    serial: int = 0

    def take(self, bundle: Bundle, after: int | None) -> BundleVerdict:
        """``after``: the last good entry of a revoked station."""
        if not bundle.signed:
            return BundleVerdict("refused", bundle.broken)
        verdict = self._judge(bundle, after)
        self.met = True
        if verdict.state == "refused":
            self.forked = self.forked or verdict.code == "fork"
            self.gap = verdict.missing or self.gap
        else:
            self._keep(bundle, verdict)
        key, state = (bundle.seq, bundle.digest), "known" if verdict.state == "rollback" else verdict.state
        if self.unlisted.get(key, ("",))[0] != "accepted":
            self.unlisted[key] = (state, verdict.code or "")
        return verdict

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
            if n <= held and head != (own := head_at(bundle.code, self.held, n)):
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

    def receipt(self, code: str, trust: Trust) -> Receipt:
        """What the next one has to say; then its bundles are listed."""
        self.serial += 1
        listed = frozenset((seq, digest, *told) for (seq, digest), told in self.unlisted.items())
        self.unlisted.clear()
        through = len(self.held)
        head = head_at(code, self.held, through)
        return Receipt(code, trust.generation, self.serial, through, head, listed, trust.officer)

    def state(self, after: int | None) -> str:
        """What weighs most."""
        if after is not None:
            return "revoked"
        if self.forked:
            return "fork"
        if self.rolled_back:
            return "rollback"
        return "gap" if self.gap else "ok"
