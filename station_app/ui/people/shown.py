"""What the people's screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from station_app.services.show_people import PersonFacts

Act = Literal["none", "add", "change", "reset", "remove"]
"""What the card beside the list asks for."""

Done = Literal["added", "changed", "reset", "removed"]


@dataclass(frozen=True, slots=True)
class Told:
    """What came of the last act: ``done`` for whom, with the password made up for them; or why not, in ``words``."""

    done: Done | None = None
    full_name: str = ""
    password: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class PeopleShown:
    """``chosen`` is a user, "" for none; ``seconds`` left of their lock-out."""

    people: tuple[PersonFacts, ...]
    chosen: str
    act: Act
    told: Told | None
    busy: bool
    seconds: int = 0

    def person(self) -> PersonFacts | None:
        return next((person for person in self.people if person.user == self.chosen), None)
