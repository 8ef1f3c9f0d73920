"""What the hand-over panel shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShareShown:
    """What the person at the desk has logged in a shift that they run; ``counted`` of it toward the quota."""

    device: str
    logged: int
    counted: int


@dataclass(frozen=True, slots=True)
class SuccessorShown:
    """``key`` picks them: 1 to 9, then a letter; ``pin``: theirs will do."""

    key: str
    user: str
    full_name: str
    role: str
    pin: bool


@dataclass(frozen=True, slots=True)
class HandOverShown:
    giver: str
    shares: tuple[ShareShown, ...]
    successors: tuple[SuccessorShown, ...]
