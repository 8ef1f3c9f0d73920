"""What the enrolment screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class StickShown:
    """``key`` 1-9 chooses it; ``free`` in bytes, ``requested``: this station's request is on it.

    ``answered``: so is an enrolment for it.
    """

    key: int
    name: str
    free: int
    requested: bool
    answered: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class EnrolmentShown:
    """``step``: the first thing that is not done yet. Fingerprints are groups of four between spaces, "" before any.

    ``needs_roots``: the first trust is taken only against the city's fingerprint, which has been told by telephone.
    ``trouble``: a sentence, or `NO_ANSWER`; ``written``: the request's file name.
    """

    step: Literal["request", "receive", "done"]
    station: str
    fingerprint: str
    roots: str
    needs_roots: bool
    sticks: tuple[StickShown, ...]
    looking: bool
    busy: Literal["", "requesting", "receiving"]
    written: str
    trouble: str
    trust_version: int
    plan_version: int
