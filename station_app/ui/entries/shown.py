"""What the list of the logged shows: ids, codes, figures and names, never words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from campaign.events import Fee
from station_app.services.search_entries import State
from station_app.services.sending import Sent
from station_app.ui.intake.communes import CommuneOffer
from station_app.ui.intake.shown import Choice, UnitShown

Mode = Literal["day", "details", "void", "correction"]
Missing = Literal["reason", "second", "password"]
Done = Literal["voided", "corrected", "moved"]

PAGE = 60
"""Rows asked for at once."""
STATES: tuple[State, ...] = ("counted", "voided", "warned", "paper", "unsent", "exported", "received")


@dataclass(frozen=True, slots=True)
class PersonChoice:
    user: str
    full_name: str


@dataclass(frozen=True, slots=True)
class DeviceChoice:
    device: str
    label: str


@dataclass(frozen=True, slots=True)
class OutcomeChoice:
    """An outcome, its reasons in their order, and how many of the day's have it."""

    outcome: Choice
    reasons: tuple[Choice, ...]
    needs_reason: bool
    count: int
    counts: bool


@dataclass(frozen=True, slots=True)
class DayShown:
    """``logged``: all of the day's applications, ``voided`` of them; ``is_today``: no later day can be picked."""

    day: date
    is_today: bool
    station: str
    logged: int
    voided: int
    outcomes: tuple[OutcomeChoice, ...]
    devices: tuple[DeviceChoice, ...]
    people: tuple[PersonChoice, ...]


@dataclass(frozen=True, slots=True)
class RowShown:
    """``born`` is a year or "", ``reason`` None where the outcome has none."""

    n: int
    at: datetime
    device: str
    last_digits: str
    name: str
    born: str
    outcome: Choice
    reason: Choice | None
    by: str
    voided: bool
    warned: bool
    paper: bool
    sent: Sent


@dataclass(frozen=True, slots=True)
class SearchShown:
    """``active``: something is sieved; ``found`` among ``looked`` of ``total``; ``short``: too little is typed."""

    active: bool = False
    found: int = 0
    looked: int = 0
    total: int = 0
    short: bool = False
    running: bool = False


@dataclass(frozen=True, slots=True)
class NumbersShown:
    """In full: after a look that is an entry itself."""

    number: str
    old_number: str
    phone: str


@dataclass(frozen=True, slots=True)
class VoidedShown:
    n: int
    at: datetime
    by: str
    second: str
    reason: str


@dataclass(frozen=True, slots=True)
class DetailsShown:
    """``number``, ``old_number`` and ``phone``: last digits. ``numbers``: the whole ones, while they may be seen.

    ``sees_numbers``: who is signed in may ask for them; ``changeable``: it may be voided and corrected.
    """

    n: int
    place: int
    at: datetime
    happened_at: datetime | None
    day: date
    device: str
    window: str
    by: str
    number: str
    old_number: str
    name: str
    born: str
    sex: str
    commune: UnitShown | None
    phone: str
    held: bool
    erased: bool
    case_type: Choice
    outcome: Choice
    reason: Choice | None
    source: str
    warnings: tuple[str, ...]
    overridden_by: str
    fee: Fee | None
    form_id: str
    sent: Sent
    voided: VoidedShown | None
    changeable: bool
    sees_numbers: bool
    numbers: NumbersShown | None = None


@dataclass(frozen=True, slots=True)
class VoidShown:
    """``reasons`` on the digits; ``chosen`` is an id or ""; ``seconds``: who may stand by."""

    reasons: tuple[Choice, ...]
    chosen: str
    seconds: tuple[PersonChoice, ...]


@dataclass(frozen=True, slots=True)
class CorrectionShown:
    """The form as it stands: whole numbers only where they may be seen, else "" keeps what is there.

    ``stays``: the new entry keeps shift and hour; else it goes to the device's open shift at the present.
    """

    name: str
    birth_date: str
    sex: str
    commune: str
    case_types: tuple[Choice, ...]
    case_type: str
    outcomes: tuple[OutcomeChoice, ...]
    outcome: str
    reason: str
    devices: tuple[DeviceChoice, ...]
    device: str
    seconds: tuple[PersonChoice, ...]
    communes: tuple[CommuneOffer, ...]
    stays: bool


@dataclass(frozen=True, slots=True)
class CorrectionTyped:
    """The form as it was sent off; an empty number, old number or phone keeps what is there, "-" takes it away."""

    number: str
    old_number: str
    name: str
    birth_date: str
    sex: str
    commune: str
    phone: str
    outcome: str
    reason: str
    case_type: str
    device: str
    second: str
    password: str
