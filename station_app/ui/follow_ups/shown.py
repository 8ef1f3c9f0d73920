"""What the follow-up list shows, and what can be asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from station_app.ui.intake.shown import Choice, UnitShown

Which = Literal["all", "due", "here"]
WHICH: tuple[Which, ...] = ("all", "due", "here")
"""All cases, those whose day has come, those that can be done at the desk: in the order of the segments."""

DAYS = (1, 3, 7)
"""The next dates on the digits: that many days from today."""


@dataclass(frozen=True, slots=True)
class CaseShown:
    """``phone``: its last digits; ``owner`` a user, ``owner_name`` "" for none; ``age`` in days."""

    day: date
    age: int
    outcome: Choice
    reason: Choice | None
    last_digits: str
    name: str
    phone: str
    commune: UnitShown | None
    owner: str
    owner_name: str
    next_on: date | None
    here: bool
    due: bool
    late: bool


@dataclass(frozen=True, slots=True)
class ReasonShown:
    """``id``: outcome and reason with a blank between."""

    id: str
    outcome: Choice
    reason: Choice | None
    count: int


@dataclass(frozen=True, slots=True)
class OwnerShown:
    """``count``: how many wait for them; "" is nobody."""

    user: str
    full_name: str
    count: int


@dataclass(frozen=True, slots=True)
class CasesShown:
    """``matching`` of ``waiting`` pass the sieve, of which ``cases`` are the first."""

    station: str
    today: date
    cases: tuple[CaseShown, ...]
    matching: int
    waiting: int
    late: int
    reasons: tuple[ReasonShown, ...]
    owners: tuple[OwnerShown, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What was just done to a case: ``what`` is next_on, owner, undone, or the reason why it was closed."""

    what: str
    name: str
    next_on: date | None = None
    owner_name: str = ""
