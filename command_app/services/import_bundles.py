"""Take bundles in: each in one transaction that commits only after the last check (docs/bundle-format.md, section 3).

A refused file leaves nothing behind but the fact that it was met, and that only where its signature was a station's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, Literal

from bundle.disk import printable
from bundle.manifest import Manifest
from bundle.reader import BundleRefused, EnrolledKey, in_order, open_bundle, peek_manifest
from bundle.stick import FoundFile, find_bundles, open_file
from campaign.refusal import InputRefused, Refusal
from command_app.services.city import City, enrolled_keys, trusts_of
from command_app.services.take_entries import Forked, Taken, take_entries
from db.command_bundles import (
    Fork,
    Met,
    TakenBundle,
    Unlisted,
    met_of,
    put_fork,
    put_met,
    put_shared,
    put_taken,
    put_unlisted,
    taken_digest,
)
from db.told_through import tell_through
from db.transaction import Transaction

TRUST_NOT_HELD = "trust_not_held"
"""The station names a trust version that this command does not hold, or holds with another city generation: it was
restored from a backup without what it had given out since, and would give that version out a second time."""
State = Literal["accepted", "known", "rollback", "refused"]
Told = Callable[[str, int, int], None]
"""Hears of a file, and of how many of its entries are through."""


@dataclass(frozen=True, slots=True)
class BundleTold:
    """What became of one file; station … last are None where the manifest wasn't reached.

    ``warning`` is TRUST_NOT_HELD, or None.
    """

    file: str
    state: State
    code: str | None = None
    station: str | None = None
    epoch: int | None = None
    seq: int | None = None
    first: int | None = None
    last: int | None = None
    new: int = 0
    known: int = 0
    quarantined: int = 0
    evidence: dict[str, object] | None = None
    missing: tuple[int, int] | None = None
    warning: str | None = None

    def to_dict(self) -> dict[str, object]:
        """The command line's row: what wasn't reached is absent."""
        row: dict[str, object] = {"file": self.file}
        place = {"station": self.station, "epoch": self.epoch, "seq": self.seq, "first": self.first, "last": self.last}
        row |= {name: value for name, value in place.items() if value is not None}
        row |= {"new": self.new, "known": self.known, "quarantined": self.quarantined}
        row |= {"state": self.state, "code": self.code}
        if self.evidence is not None:
            row["evidence"] = self.evidence
        if self.missing is not None:
            row["missing"] = list(self.missing)
        if self.warning is not None:
            row["warning"] = self.warning
        return row


@dataclass(slots=True)
class Imported:
    """Files in the order in which they were taken; ``ignored`` are paths with a reason."""

    bundles: list[BundleTold] = field(default_factory=list)
    ignored: list[tuple[str, str]] = field(default_factory=list)

    @property
    def entries(self) -> int:
        return sum(bundle.new for bundle in self.bundles)

    def to_dict(self) -> dict[str, object]:
        return {
            "bundles": [bundle.to_dict() for bundle in self.bundles],
            "ignored": [{"file": file, "reason": reason} for file, reason in self.ignored],
            "imported": self.entries,
        }


class _DryRun(Exception):
    """Rolls a rehearsal back."""


def import_bundles(
    city: City,
    paths: Sequence[Path],
    identity: str,
    *,
    dry_run: bool = False,
    told: Told = lambda file, done, count: None,
) -> Imported:
    """Imports bundle files, sticks, or folders of sticks; one refused file does not stop the others.

    A dry run does all of it in one transaction and takes it back, so that it tells exactly what the real run will do.
    Raises StorageRefused where the store can't be written.
    """
    imported = Imported()
    files: list[FoundFile] = []
    for path in paths:
        try:
            listing = find_bundles(path)
        except Refusal as refusal:
            imported.bundles.append(BundleTold(printable(str(path)), "refused", refusal.code))
            continue
        files += listing.found
        imported.ignored += [(ignored.label, ignored.reason) for ignored in listing.ignored]
    with city.store.read() as snapshot:
        keys, trusts = enrolled_keys(snapshot), trusts_of(snapshot)
    trust = trusts[-1]
    revoked = {(row.station, row.epoch): row.after for row in trust.revoked}
    generations = {trust.version: trust.city_generation for trust in trusts}
    importing = _Importing(city, identity, keys, trust.campaign, trust.drill, revoked, generations, told)
    ordered = in_order([(file, _peek(file, keys)) for file in files])
    if dry_run:
        with suppress(_DryRun), city.store.write() as tx:
            for file in ordered:
                imported.bundles.append(importing.rehearse(tx, file))
            raise _DryRun
    else:
        for file in ordered:
            imported.bundles.append(importing.take(file))
    return imported


def _peek(file: FoundFile, keys: dict[str, EnrolledKey]) -> Manifest | None:
    try:
        with open_file(file.path) as stream:
            return peek_manifest(stream, keys)
    except Refusal:
        return None


@dataclass(frozen=True, slots=True)
class _Importing:
    city: City
    identity: str
    keys: dict[str, EnrolledKey]
    campaign: str
    drill: bool
    revoked: dict[tuple[str, int], int]
    generations: dict[int, int]
    """The city's, by the trust version that says so."""
    told: Told

    def take(self, file: FoundFile) -> BundleTold:
        """One file in a transaction of its own; the record of a refusal in a second one."""
        try:
            with self.city.store.write() as tx:
                return self._import(tx, file)
        except InputRefused as refusal:
            with self.city.store.write() as tx:
                return self._refused(tx, file, refusal)
        except Refusal as refusal:
            return self._not_read(file, refusal)

    def rehearse(self, tx: Transaction, file: FoundFile) -> BundleTold:
        """One file within a transaction that others share: what it did is taken back where it is refused."""
        tx.savepoint()
        try:
            answer = self._import(tx, file)
        except InputRefused as refusal:
            tx.back_to_savepoint()
            return self._refused(tx, file, refusal)
        except Refusal as refusal:
            tx.back_to_savepoint()
            return self._not_read(file, refusal)
        return answer

    def _import(self, tx: Transaction, file: FoundFile) -> BundleTold:
        with open_file(file.path) as stream:
            return self._import_stream(tx, file, stream)

    def _import_stream(self, tx: Transaction, file: FoundFile, stream: BinaryIO) -> BundleTold:
        opened = open_bundle(stream, keys=self.keys, campaign=self.campaign, drill=self.drill, revoked=self.revoked)
        manifest, digest = opened.manifest, opened.sha256
        taken = take_entries(
            tx, self.city, opened, self.identity, lambda done: self.told(file.label, done, manifest.count)
        )
        place = (manifest.station, manifest.epoch)
        held_digest = taken_digest(tx, *place, manifest.seq)
        if held_digest is not None and held_digest != digest:
            shared = min(taken.held_before, manifest.last)
            raise Forked(manifest, digest, "seq", manifest.seq, held_digest, digest, shared)
        met = met_of(tx, *place)
        state = _state(manifest, met, taken)
        now = self.city.now()
        if held_digest is None:
            put_taken(tx, TakenBundle(*place, manifest.seq, digest, manifest.first, manifest.last, now))
        put_met(tx, _after(met, manifest, state, now))
        tell_through(tx, *place, manifest.last)
        listed = "accepted" if state == "accepted" else "known"
        put_unlisted(tx, Unlisted(manifest.station, manifest.epoch, manifest.seq, digest, listed, ""))
        return replace(
            self._placed(file, manifest, state), new=taken.new, known=taken.known, quarantined=taken.quarantined
        )

    def _refused(self, tx: Transaction, file: FoundFile, refusal: InputRefused) -> BundleTold:
        if not isinstance(refusal, BundleRefused):
            return BundleTold(file.label, "refused", refusal.code)
        manifest = refusal.manifest
        met = met_of(tx, manifest.station, manifest.epoch)
        answer = replace(self._placed(file, manifest, "refused"), code=refusal.code)
        put_unlisted(
            tx, Unlisted(manifest.station, manifest.epoch, manifest.seq, refusal.sha256, "refused", refusal.code)
        )
        if isinstance(refusal, Forked):
            fork = Fork(
                manifest.station,
                manifest.epoch,
                refusal.kind,
                refusal.number,
                refusal.offered,
                refusal.held,
                Path(file.label).name,
                self.city.now(),
            )
            put_fork(tx, fork)
            put_shared(tx, manifest.station, manifest.epoch, refusal.shared)
            answer = replace(answer, evidence=fork.evidence)
        if refusal.code == "gap":
            tell_through(tx, manifest.station, manifest.epoch, manifest.last)
            missing = refusal.fields["missing"]
            assert isinstance(missing, tuple)
            met = replace(met, gap_first=missing[0], gap_last=missing[1])
            answer = replace(answer, missing=missing)
        put_met(tx, met)
        return answer

    def _placed(self, file: FoundFile, manifest: Manifest, state: State) -> BundleTold:
        known = self.generations.get(manifest.trust_version) == manifest.city_generation
        return BundleTold(
            file.label,
            state,
            station=manifest.station,
            epoch=manifest.epoch,
            seq=manifest.seq,
            first=manifest.first,
            last=manifest.last,
            warning=None if known else TRUST_NOT_HELD,
        )

    def _not_read(self, file: FoundFile, refusal: Refusal) -> BundleTold:
        """The stick, not the store, failed: the store's own failure is not one file's."""
        if refusal.fields.get("file") is None:
            raise refusal
        return BundleTold(file.label, "refused", refusal.code)


def _state(manifest: Manifest, met: Met, taken: Taken) -> State:
    if manifest.seq > met.highest_seq and manifest.last < taken.held_before:
        return "rollback"
    return "accepted" if taken.new else "known"


def _after(met: Met, manifest: Manifest, state: State, now: str) -> Met:
    """New entries end a rollback, and a gap once they reach its end; a rolled-back seq is no higher one."""
    if state == "rollback":
        return replace(met, rollback_seq=manifest.seq)
    met = replace(met, highest_seq=max(met.highest_seq, manifest.seq))
    if state == "known":
        return met
    met = replace(met, accepted_at=now, rollback_seq=0)
    return met if manifest.last < met.gap_last else replace(met, gap_first=0, gap_last=0)
