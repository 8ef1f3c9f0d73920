"""Decide a fork: the history that the command holds stands, and the other machine goes on from what both share.

Nothing held can be taken back, so there is no other choice; what the other machine logged by itself comes again in its
next epoch. The decision is a document that an officer signs, and what is decided follows from these alone.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from bundle.documents import document_bytes, read_document
from bundle.envelope import read_envelope, seal
from campaign.events import Point
from campaign.refusal import InputRefused, StoreBroken
from campaign.shapes import CodeId, Count, Digest, Line, StationCode, TimeText
from command_app.services.city import City, officers_trust
from db.command_bundles import Fork, all_forks, shared_of
from db.envelopes import KeptEnvelope, keep_envelope, kept_envelopes
from db.history import History
from db.transaction import Snapshot


class DecidedEvidence(Struct, frozen=True, kw_only=True):
    """As `db.command_bundles.Fork` has it."""

    kind: CodeId
    number: Count
    held: Digest
    offered: Digest


class ForkDecision(Struct, frozen=True, kw_only=True):
    """``continues`` is where the histories part: the other machine's next epoch goes on from there."""

    format: Literal["enrol-decision/1"] = "enrol-decision/1"
    campaign: Line
    drill: bool
    station: StationCode
    continues: Point
    evidence: tuple[DecidedEvidence, ...]
    decided_at: TimeText


def open_forks(snapshot: Snapshot, station: str | None = None) -> list[Fork]:
    """Evidence on which nobody has decided yet."""
    decided = {
        (decision.station, decision.continues.epoch, row.kind, row.number, row.offered)
        for decision in fork_decisions(snapshot)
        for row in decision.evidence
    }
    return [
        fork
        for fork in all_forks(snapshot)
        if station in (None, fork.station) and (fork.station, fork.epoch, *fork.key) not in decided
    ]


def fork_decisions(snapshot: Snapshot) -> list[ForkDecision]:
    """By station, epoch, and the order in which they were made."""
    return [
        read_document(read_envelope(kept.content, "decision", single=True).payload, ForkDecision)
        for kept in kept_envelopes(snapshot, "decision")
    ]


def decided_point(snapshot: Snapshot, station: str, epoch: int) -> Point | None:
    """Where a decision lets another machine go on from; None where none was made about the epoch."""
    points = [
        decision.continues
        for decision in fork_decisions(snapshot)
        if (decision.station, decision.continues.epoch) == (station, epoch)
    ]
    return points[-1] if points else None


def decide_fork(city: City, station: str, officer: bytes) -> list[Fork]:
    """Lets the held history of the station's forked epoch stand; returns the evidence that is still undecided.

    Raises InputRefused("no_fork", "unknown_key").
    """
    with city.store.write() as tx:
        trust = officers_trust(tx, officer)
        undecided = open_forks(tx, station)
        if not undecided:
            raise InputRefused("no_fork", station=station)
        epoch = undecided[-1].epoch
        evidence = [fork for fork in undecided if fork.epoch == epoch]
        shared = shared_of(tx, station, epoch)
        head = History(tx, station, epoch).head_at(shared)
        if head is None:
            raise StoreBroken("store_damaged")
        decision = ForkDecision(
            campaign=trust.campaign,
            drill=trust.drill,
            station=station,
            continues=Point(epoch=epoch, n=shared, head=head.hex()),
            evidence=tuple(
                DecidedEvidence(kind=fork.kind, number=fork.number, held=fork.held, offered=fork.offered)
                for fork in evidence
            ),
            decided_at=city.now(),
        )
        made = len([one for one in fork_decisions(tx) if one.station == station])
        line = seal("decision", document_bytes(decision), [officer])
        keep_envelope(tx, KeptEnvelope("decision", line, station, epoch, made + 1))
        return open_forks(tx)
