"""What the screen of a computer that awaits a dead one's journal shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Busy = Literal["", "opening", "requesting", "taking", "entering"]


@dataclass(frozen=True, slots=True)
class StickShown:
    """``key`` 1-9 chooses it; ``answered``: the command's answer for this station lies on it."""

    key: int
    name: str
    answered: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class AwaitShown:
    """``fingerprint`` is "" until ``full_name`` has opened it; ``epoch`` is 0 until then, and again once the journal
    has come and only the folder wants its name; ``written`` the request's file name.

    ``needs_roots``: the command's answer is taken only against the fingerprint told by telephone. ``done`` of ``total``
    entries while they are taken. ``trouble`` is a sentence.
    """

    station: str
    unit: str
    full_name: str
    epoch: int
    fingerprint: str
    needs_roots: bool
    sticks: tuple[StickShown, ...]
    looking: bool
    busy: Busy
    written: str
    done: int
    total: int
    trouble: str
