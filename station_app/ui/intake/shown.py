"""What the form's side of the screen shows, as frozen values: ids, codes, figures and names, never words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from campaign.events import Source
from station_app.services.look_up_person import Record

FieldMode = Literal["ready", "read", "wrong", "shut"]
Hint = Literal["ready", "keys", "reason", "choose", "duplicate", "again", "retry", "wrong", "lines", "shut"]
Focus = Literal["scan", "name", "birth_date", "commune", "phone", "override", "receipt", "paper", "pause", "closed"]
TypedField = Literal["name", "birth_date", "sex", "commune", "phone"]


@dataclass(frozen=True, slots=True)
class Choice:
    """An item of a catalogue on a key: ``label`` is the catalogue's own, where the screen has no shorter word."""

    key: str
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class UnitShown:
    """A commune, or a district that has none; ``kind`` as in the units' file."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class FieldShown:
    """``choices``: the keys that choose instead of being typed."""

    mode: FieldMode
    hint: Hint
    choices: str = ""


@dataclass(frozen=True, slots=True)
class FeeShown:
    """``due`` in whole VND, 0 where nothing is; ``receipt`` "" where none is told."""

    due: int
    taken: bool
    receipt: str


@dataclass(frozen=True, slots=True)
class PersonShown:
    """Who stands before the desk; ``name`` "" where only the number is known. ``born``: `YYYY[-MM[-DD]]` or "".

    ``seen``: how the number was logged before; ``looked_up``: whether that was asked already and concerns a number.
    """

    name: str
    source: Source
    read_at: datetime
    looked_up: bool
    seen: Record | None
    born: str
    sex: str
    commune: UnitShown | None
    place: int
    case_type: Choice
    warnings: tuple[str, ...]
    fee: FeeShown
    phone: str = ""
    """As typed, or of an earlier application of the number."""
    form_id: str = ""
    """The paper form's."""


@dataclass(frozen=True, slots=True)
class OutcomeShown:
    """``proposed``: Enter logs it."""

    choice: Choice
    enabled: bool
    chosen: bool
    proposed: bool


@dataclass(frozen=True, slots=True)
class ReasonsWanted:
    """The row that asks for a digit."""

    outcome: str
    reasons: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """What was just saved. ``warnings`` are those that came of earlier entries."""

    place: int
    outcome: Choice
    reason: Choice | None
    took_ms: int
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakenBack:
    place: int


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """The form was open when the program ended without being closed."""


@dataclass(frozen=True, slots=True)
class PressAgain:
    """The same outcome key once more, in spite of ``warnings``."""

    key: str
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Replaced:
    """Another scan came before this one was saved; the number's last digits."""

    last_digits: str


@dataclass(frozen=True, slots=True)
class Waits:
    """So many could not be saved and come back when the field is free; ``device``: on another one, its label."""

    last_digits: str
    count: int
    device: str


@dataclass(frozen=True, slots=True)
class Note:
    """A refusal already turned into a sentence."""

    sentence: str


@dataclass(frozen=True, slots=True)
class FormTaken:
    """A paper form was scanned: ``form_id`` is this application's, or the ``next`` one's."""

    form_id: str
    next: bool


@dataclass(frozen=True, slots=True)
class FormUsed:
    """A paper form was scanned that belongs to another application; ``record`` is None while that is being saved."""

    form_id: str
    last_digits: str
    record: Record | None


@dataclass(frozen=True, slots=True)
class ReceiptAsked:
    """The row in which a fee receipt's number is written; ``sentence``: why the last one can be none."""

    due: int
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class ScanFirst:
    """An outcome key without anything to log."""


@dataclass(frozen=True, slots=True)
class DuplicateActions:
    """Enter logs the duplicate with ``reason``, Esc drops it, F8 asks the supervisor."""

    outcome: Choice
    reason: Choice


RowShown = (
    ReasonsWanted
    | Saved
    | TakenBack
    | BroughtBack
    | PressAgain
    | Replaced
    | Waits
    | FormTaken
    | FormUsed
    | Note
    | ReceiptAsked
    | ScanFirst
    | DuplicateActions
    | None
)


@dataclass(frozen=True, slots=True)
class BadScan:
    """In place of the person: what was scanned is nothing that can be logged."""

    sentence: str


@dataclass(frozen=True, slots=True)
class NotSaved:
    """In place of the person: the write failed; Enter retries."""

    sentence: str
    last_digits: str


@dataclass(frozen=True, slots=True)
class RecordShown:
    record: Record
    outcome: Choice
    commune: UnitShown | None
    today: bool


@dataclass(frozen=True, slots=True)
class LikelyShown:
    """Who may have been logged before: nothing is decided by it."""

    other: RecordShown
    alike: Literal["cmnd", "person"]


@dataclass(frozen=True, slots=True)
class PaperShown:
    """Paper catch-up is on; ``wrong``: the hour that was typed is none."""

    wrong: bool


@dataclass(frozen=True, slots=True)
class Duplicate:
    """The number is accepted already; ``other`` is None until the record is read."""

    other: RecordShown | None


@dataclass(frozen=True, slots=True)
class OverrideAsked:
    """Below the duplicate: a supervisor's name, password and reason; only a reason where ``own``: one is signed in.

    ``supervisors``: (login name, full name); ``sentence`` says what was wrong with the last try.
    """

    other: RecordShown | None
    supervisors: tuple[tuple[str, str], ...]
    own: bool
    sentence: str
    busy: bool


@dataclass(frozen=True, slots=True)
class CaseTypes:
    """All case types on keys."""

    choices: tuple[Choice, ...]
    current: str


PanelShown = BadScan | NotSaved | Duplicate | OverrideAsked | CaseTypes | None


@dataclass(frozen=True, slots=True)
class DeskShown:
    """The left side above the list. ``typing``: the fields for what no scan told are open; ``bad``: the wrong one."""

    field: FieldShown
    person: PersonShown | None
    typing: bool
    bad: TypedField | None
    panel: PanelShown
    outcomes: tuple[OutcomeShown, ...]
    row: RowShown
    input_method: bool = False
    """A Vietnamese one is on, which may spoil what is scanned."""
    likely: tuple[LikelyShown, ...] = ()
    paper: PaperShown | None = None
