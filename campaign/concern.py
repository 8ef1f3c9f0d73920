"""What asks for attention: a line with its figure, its cause where known, and the one thing to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

Rule = Literal[
    "overdue",
    "not_opened",
    "silent",
    "paused",
    "behind",
    "close_late",
    "difference",
    "too_fast",
    "outcome_share",
    "unsent",
]
RULES: tuple[Rule, ...] = get_args(Rule)
"""In the order in which they are told."""

Act = Literal[
    "close_shift",
    "open_shift",
    "report_zero",
    "ask_crew",
    "run_again",
    "catch_up",
    "say_why",
    "count_again",
    "look_at_entries",
    "export",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """One line. ``device`` is "" where it is of the whole point, ``shift`` and ``window`` "" where of none.

    ``figure``: minutes; of ``difference`` applications; of ``too_fast`` seconds each; of ``outcome_share`` percent; of
    ``unsent`` hours. ``beside``: what it is more than (of ``too_fast`` less than), in the same unit. ``since``: when it
    began. ``cause``: of a pause, as catalogued, "" unless known; ``reason``: as somebody typed it; ``outcome``: whose
    share it is. ``ask_since``: a cause is asked for of the time since then, None where it isn't.
    """

    rule: Rule
    device: str
    figure: int
    beside: int
    since: datetime
    act: Act
    shift: str = ""
    window: str = ""
    cause: str = ""
    reason: str = ""
    outcome: str = ""
    ask_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """Somebody knew of a line: the last who did."""

    rule: str
    device: str
    shift: str
    figure: int
    by: str
    at: datetime


def acknowledgement_of(concern: Concern, acknowledgements: Iterable[Acknowledgement]) -> Acknowledgement | None:
    """Who knows of a line, None where it is news: one that began later, or whose figure has more than doubled since.

    Doubling is a proposal of this project: at 16, 32 and 64 minutes, at 12, 24 and 48 hours.
    """
    for known in acknowledgements:
        if (
            (known.rule, known.device, known.shift) == (concern.rule, concern.device, concern.shift)
            and concern.since <= known.at
            and abs(concern.figure) <= 2 * abs(known.figure)
        ):
            return known
    return None
