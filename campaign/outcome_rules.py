"""What the catalogue says of outcomes that the fold has to know: ids alone, so that a journal needs no catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from campaign.codes import Outcome


@dataclass(frozen=True, slots=True)
class OutcomeRules:
    """``counted``: outcomes that count toward the quota; ``followed_up``: those that open a follow-up.

    ``exceptions`` are (outcome, reason) of reasons that say the contrary of their outcome.
    """

    counted: frozenset[str]
    followed_up: frozenset[str] = frozenset()
    exceptions: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(cls, outcomes: Iterable[Outcome]) -> OutcomeRules:
        listed = tuple(outcomes)
        return cls(
            counted=frozenset(outcome.id for outcome in listed if outcome.counts_toward_quota),
            followed_up=frozenset(outcome.id for outcome in listed if outcome.follow_up),
            exceptions=frozenset(
                (outcome.id, reason.id)
                for outcome in listed
                for reason in outcome.reasons
                if reason.follow_up not in (None, outcome.follow_up)
            ),
        )

    def opens_follow_up(self, outcome: str, reason: str) -> bool:
        """Total: a reason that nobody knows follows its outcome."""
        return (outcome in self.followed_up) != ((outcome, reason) in self.exceptions)
