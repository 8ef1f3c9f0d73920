"""What the sign-in screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class UserShown:
    """``password`` is "" but for the practice station's people, whose passwords anybody may read."""

    user: str
    full_name: str
    role: str
    password: str = ""


@dataclass(frozen=True, slots=True)
class DoorShown:
    station: str
    unit: str
    drill: bool
    users: tuple[UserShown, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why somebody isn't let in: ``left`` tries, or locked ``until`` for so many ``seconds`` yet, or ``words``.

    ``old_first``: the password in force was not typed; ``differ``: the two new ones do; ``new_needed``: none was typed.
    """

    kind: Literal["wrong", "locked", "refused", "old_first", "differ", "new_needed"]
    left: int = 0
    until: datetime | None = None
    seconds: int = 0
    words: str = ""
