"""What the set-up screen asks for and says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Field = Literal["campaign", "station", "unit", "devices", "user", "full_name", "password", "again"]
Strength = Literal["", "short", "fair", "good"]


@dataclass(frozen=True, slots=True)
class Typed:
    """As typed; ``devices`` are ids between spaces or commas."""

    campaign: str
    station: str
    unit: str
    devices: str
    user: str
    full_name: str
    password: str
    again: str


@dataclass(frozen=True, slots=True)
class Wrong:
    """What keeps the station from being made: ``field`` None where it is none of the fields.

    ``empty`` and ``differ`` (of the two passwords) say themselves what is wrong, ``refused`` by ``words``.
    """

    field: Field | None
    kind: Literal["empty", "differ", "refused"]
    words: str = ""
