"""What the journal adds up to: one Struct per projected table, the leading ``KEY`` fields its primary key.

Every key starts with the station, so that one station's tables and the whole city's have the same shape and can be
partitioned by it. Rows are only added or replaced, never removed: a removed user is a row that says so. ``db.schema``
makes the SQL tables from these. Times are text as in entries; "" and 0 stand for "none yet".
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import ClassVar, Protocol, TypeVar

from msgspec import Struct, structs


class Row(Struct, gc=False):  # of text and numbers alone: no row is ever part of a cycle
    KEY: ClassVar[int] = 0
    OF_ENTRY: ClassVar[bool] = False
    """Whether a row bears the number of the entry that adds it, so that nothing stands there before that entry."""
    INDEXES: ClassVar[tuple[tuple[str, ...], ...]] = ()


class StationRow(Row):
    """A station as its journal tells it; ``mark`` is the last entry of ``epoch`` that the command has acknowledged."""

    KEY = 1
    station: str
    epoch: int
    unit: str
    campaign: str
    drill: bool
    mark: int = 0
    durable_through: int = 0
    city_generation: int = 0
    receipt_serial: int = 0
    received_at: str = ""


class JournalRow(Row):
    """How far a journal goes: its last entry and h(last) in hex."""

    KEY = 2
    station: str
    epoch: int
    last: int
    head: str
    last_at: str
    last_day: str
    last_kind: str


class HousekeepingRow(Row):
    """An entry that "unsent", ages and the funnel ignore."""

    KEY = 3
    OF_ENTRY = True
    station: str
    epoch: int
    n: int


class UserRow(Row):
    """``last_signed_in``: at the station's window; a command line appends no such entry."""

    KEY = 2
    station: str
    user: str
    role: str
    full_name: str
    removed: bool = False
    last_signed_in: str = ""


class DeviceRow(Row):
    """``shift`` is the device's unsealed shift, "" if none; ``serial`` the maker's number, as far as it is known."""

    KEY = 2
    station: str
    device: str
    label: str
    shift: str = ""
    last_logged_at: str = ""
    serial: str = ""


class StickRow(Row):
    KEY = 2
    station: str
    stick: str
    label: str


class SettingRow(Row):
    KEY = 2
    station: str
    name: str
    value: str


class ShiftRow(Row):
    """``state`` is open, paused or sealed; ``spans`` counts its `SpanRow`s; the slip's head is h(``sealed_n``).

    ``device_counter`` to ``difference_reason`` are those of the last closing, also once it is open again.
    """

    KEY = 2
    INDEXES = (("station", "day"),)
    station: str
    shift: str
    epoch: int
    day: str
    device: str
    window: str
    plan_version: int
    quota: int
    planned_minutes: int
    commander: str
    state: str
    opened_at: str
    opened_n: int
    operator: str
    spans: int
    ended_at: str = ""
    device_counter: int = 0
    counted: int = 0
    difference: int = 0
    difference_reason: str = ""
    sealed_n: int = 0


class SpanRow(Row):
    """A stretch of a shift's time: running (``cause`` "") or paused for a cause; ``until`` is "" while it lasts."""

    KEY = 3
    station: str
    shift: str
    k: int
    cause: str
    since: str
    until: str = ""


class FormRow(Row):
    """Where a form_id was logged: it is unique per station over all epochs."""

    KEY = 2
    station: str
    form_id: str
    epoch: int
    n: int


class ApplicationRow(Row):
    """One logged application, ``counted`` while its outcome counts and it is not voided.

    ``day`` is the shift's, ``hour`` the clock hour (0-23) in which it happened, ``warnings`` ids between spaces.
    """

    KEY = 3
    OF_ENTRY = True
    INDEXES = (("station", "day", "device", "at"), ("station", "day", "epoch", "n"), ("station", "shift"))
    station: str
    epoch: int
    n: int
    at: str
    day: str
    hour: int
    device: str
    shift: str
    by: str
    form_id: str
    case_type: str
    outcome: str
    reason: str
    commune: str
    source: str
    warnings: str
    overridden_by: str
    counted: bool
    took_ms: int
    voided_n: int = 0
    void_reason: str = ""


class FollowUpRow(Row):
    """A case that its application, the entry of the same key, left open.

    ``state`` is open, voided, or why a person closed it; that somebody was accepted since is not told here
    (docs/decisions/0014-closed-by-an-acceptance.md). ``changed_n`` is the last entry of any epoch that changed it.
    """

    KEY = 3
    OF_ENTRY = True
    station: str
    epoch: int
    n: int
    state: str = "open"
    owner: str = ""
    next_on: str = ""
    changed_n: int = 0


class TallyRow(Row):
    """Unvoided applications (``count``) and voided ones of a device, shift, hour and outcome."""

    KEY = 6
    station: str
    day: str
    device: str
    shift: str
    hour: int
    outcome: str
    count: int = 0
    voided: int = 0


class CommuneRow(Row):
    """Counted applications less voids of a day from a commune, "" where none was said."""

    KEY = 3
    station: str
    day: str
    commune: str
    count: int = 0


class ZeroRow(Row):
    KEY = 4
    station: str
    day: str
    device: str
    window: str
    reason: str


class AcknowledgedRow(Row):
    """Who last acknowledged what asked for attention, and its ``figure`` then.

    ``device`` and ``shift`` are "" where it is of none.
    """

    KEY = 5
    station: str
    day: str
    rule: str
    device: str
    shift: str
    figure: int
    by: str
    at: str


class ExplainedRow(Row):
    """Why a device and its plan have parted, as a person said: ``cause`` of what lies ``since`` .. ``until``."""

    KEY = 4
    station: str
    day: str
    device: str
    since: str
    until: str
    cause: str
    by: str


class ExportRow(Row):
    KEY = 3
    station: str
    epoch: int
    seq: int
    first: int
    last: int
    sha256: str
    place: str
    exported_at: str
    verified_at: str = ""


class DocumentRow(Row):
    """An accepted document; its bytes stand in a table of their own."""

    KEY = 3
    station: str
    type: str
    version: int
    sha256: str
    accepted_at: str


class ReceiptRow(Row):
    KEY = 3
    station: str
    city_generation: int
    serial: int
    epoch: int
    accepted_through: int
    mark: int
    head: str
    durable_through: int
    accepted_at: str


class IgnoredRow(Row):
    """An entry that makes no sense where it stands: kept, counted nowhere, listed by `verify`."""

    KEY = 3
    OF_ENTRY = True
    station: str
    epoch: int
    n: int
    why: str


TABLES: dict[str, type[Row]] = {
    "stations": StationRow,
    "journals": JournalRow,
    "housekeeping": HousekeepingRow,
    "users": UserRow,
    "devices": DeviceRow,
    "sticks": StickRow,
    "settings": SettingRow,
    "shifts": ShiftRow,
    "spans": SpanRow,
    "forms": FormRow,
    "applications": ApplicationRow,
    "follow_ups": FollowUpRow,
    "tallies": TallyRow,
    "communes": CommuneRow,
    "zero_reports": ZeroRow,
    "acknowledged": AcknowledgedRow,
    "explained": ExplainedRow,
    "exports": ExportRow,
    "documents": DocumentRow,
    "receipts": ReceiptRow,
    "ignored": IgnoredRow,
}

R = TypeVar("R", bound=Row)


class Rows(Protocol):
    """Where the fold finds and leaves rows: a transaction's tables, or memory."""

    def get(self, shape: type[R], *key: object) -> R | None:
        """The row of a primary key; whoever changes it also has to `put` it."""

    def put(self, row: Row) -> None:
        """Adds the row, or replaces that of the same key."""


class MemoryRows:
    """Rows in memory: what a journal is recomputed into."""

    def __init__(self) -> None:
        self.tables: dict[type[Row], dict[tuple[object, ...], Row]] = {shape: {} for shape in TABLES.values()}

    def get(self, shape: type[R], *key: object) -> R | None:
        row = self.tables[shape].get(key)
        return row if isinstance(row, shape) else None

    def put(self, row: Row) -> None:
        self.tables[type(row)][key_of(row)] = row


def _key_getter(shape: type[Row]) -> Callable[[Row], tuple[object, ...]]:
    names = [field.name for field in structs.fields(shape)[: shape.KEY]]
    one = attrgetter(*names)  # which gives a single field bare
    return one if len(names) > 1 else lambda row: (one(row),)


KEYS = {shape: _key_getter(shape) for shape in TABLES.values()}
"""What gives the primary key of a row, by its shape."""


def key_of(row: Row) -> tuple[object, ...]:
    """The primary key of a row."""
    return KEYS[type(row)](row)
