"""The plan as data: everything that a campaign decides, each part named and ordered as an officer writes it.

The defaults are those of the campaign of Hải Phòng in spring 2021 (plan 379/KH-CAHP-PV01), so another city's plan says
only what differs. What a plan may not say is `campaign.plan_rules`; how it comes from and goes into bytes is
`campaign.plan_document`.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, field

from campaign.calendar import at_clock, day_ends
from campaign.shapes import CodeId, CommuneCode, Count, DeviceId, Line, Number, StationCode, WindowId
from campaign.stretch import Stretch

FORMAT = "enrol-plan/1"

Clock = Annotated[time, Meta(tz=False)]
Name = Annotated[Line, Meta(min_length=1)]
TaskId = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{1,64}\Z")]
PlaceCode = Annotated[str, Meta(pattern=r"^[0-9]{3}\Z")]


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of the plan."""


class Quota(Part, frozen=True, kw_only=True):
    """``per_device_day`` counted applications: a floor, never a cap."""

    per_device_day: Count = 350


class Break(Part, frozen=True, kw_only=True):
    """A planned break: its minutes are no planned minutes."""

    start: Clock
    end: Clock

    def on(self, day: date) -> Stretch:
        return _stretch(day, self.start, self.end)


class Window(Part, frozen=True, kw_only=True):
    """When a shift works; it may cross midnight, but not the end of the business day."""

    id: WindowId
    label: Name
    start: Clock
    end: Clock
    breaks: tuple[Break, ...] = ()
    part_of_day: Literal["day", "night"] = "day"

    def on(self, day: date) -> Stretch:
        return _stretch(day, self.start, self.end)


def _stretch(day: date, start: time, end: time) -> Stretch:
    """04:00 begins a business day where it is a start, and ends it where it is an end."""
    ends, day_begins = at_clock(day, end), day_ends(day - timedelta(days=1))
    return at_clock(day, start), day_ends(day) if ends == day_begins else ends


class Station(Part, frozen=True, kw_only=True):
    """``quota_total``: its part of the target; ``near`` and ``far``: GSO codes of communes."""

    code: StationCode
    unit: Name
    kind: Literal["fixed", "mobile"] = "fixed"
    quota_total: Count | UnsetType = UNSET
    near: tuple[CommuneCode, ...] = ()
    far: tuple[CommuneCode, ...] = ()


class Device(Part, frozen=True, kw_only=True):
    """Where a device differs from the plan's windows or quota, in the days ``from_day`` <= day < ``until``."""

    station: StationCode
    id: DeviceId
    windows: tuple[WindowId, ...] | UnsetType = UNSET
    per_device_day: Count | UnsetType = UNSET
    from_day: date | UnsetType = field(name="from", default=UNSET)
    until: date | UnsetType = UNSET

    def days(self) -> tuple[date, date]:
        return self.from_day or date.min, self.until or date.max


class Principles(Part, frozen=True, kw_only=True):
    """Near at night and far by day, easy before hard, concentrated before dispersed; both ``until`` days excluded."""

    near_at_night: bool = True
    easy_first_until: date | UnsetType = UNSET
    concentrated_until: date | UnsetType = UNSET
    hard_case_types: tuple[CodeId, ...] = ("reissue_nationality", "exchange_particulars")


class Pauses(Part, frozen=True, kw_only=True):
    """The causes on the keys 1-8; key 0 lists all."""

    keys: Annotated[tuple[CodeId, ...], Meta(max_length=8)] = (
        "network_to_centre",
        "fingerprint_reader_fault",
        "camera_fault",
        "power_cut",
        "no_citizens",
        "staff_break",
        "calibration",
        "other",
    )


class Sync(Part, frozen=True, kw_only=True):
    """How old the oldest unreceived entry may be, in hours."""

    amber_hours: Count = 12
    orange_hours: Count = 24
    ask_reason_hours: Count = 48


class Attention(Part, frozen=True, kw_only=True):
    """When the board asks for attention, in minutes."""

    behind_minutes: Count = 15
    silent_minutes: Count = 10
    pause_minutes: Count = 15
    close_late_minutes: Count = 30


class Catalogues(Part, frozen=True, kw_only=True):
    """Versions of the built-in catalogues."""

    outcomes: Number = 1
    case_types: Number = 1
    downtime_causes: Number = 1
    readiness_checks: Number = 1
    fees: Number = 1
    emulation_scheme: Number = 1


class Task(Part, frozen=True, kw_only=True):
    """A focus point and what it asks of units ("*": all); ``metric``: a figure of ours where one exists."""

    id: TaskId
    focus_point: CodeId
    title: Name
    units: tuple[Name, ...] = ("*",)
    due: date
    metric: CodeId | UnsetType = UNSET


OwnRows = tuple[dict[str, object], ...]
"""A catalogue that the plan brings itself: rows as in the built-in one, each with its ``id``."""

THREE_SHIFTS = (
    Window(id="ca-1", label="Ca 1", start=time(7, 30), end=time(12, 30)),
    Window(id="ca-2", label="Ca 2", start=time(12, 30), end=time(17, 30)),
    Window(id="ca-3", label="Ca 3", start=time(17, 30), end=time(22, 30), part_of_day="night"),
)


class Plan(Part, frozen=True, kw_only=True):
    """In force for business days ``effective_from`` <= day; quotas end before ``deadline``.

    Its keys stand in the order of the signed document. ``station`` lists those that need more said; one that isn't
    listed has all windows, the plan's quota for every device, and no communes.
    """

    format: Literal["enrol-plan/1"]
    campaign: Name
    drill: bool
    version: Number
    effective_from: date
    title: Line = ""
    deadline: date = date(2021, 5, 1)
    target: Number = 1_681_200
    retention_days: Annotated[int, Meta(ge=14, le=36_500)] = 90
    place_code: PlaceCode = "031"
    quota: Quota = Quota()
    window: tuple[Window, ...] = THREE_SHIFTS
    station: tuple[Station, ...] = ()
    device: tuple[Device, ...] = ()
    principles: Principles = Principles()
    pauses: Pauses = Pauses()
    sync: Sync = Sync()
    attention: Attention = Attention()
    catalogues: Catalogues = Catalogues()
    outcome: OwnRows | UnsetType = UNSET
    case_type: OwnRows | UnsetType = UNSET
    downtime_cause: OwnRows | UnsetType = UNSET
    readiness_check: OwnRows | UnsetType = UNSET
    fee: OwnRows | UnsetType = UNSET
    emulation_scheme: OwnRows | UnsetType = UNSET
    task: tuple[Task, ...] = ()

    def station_of(self, code: str) -> Station | None:
        """What the plan says of a station, None where it isn't listed."""
        return next((station for station in self.station if station.code == code), None)

    def counts_on(self, day: date) -> bool:
        """Whether a business day has quotas."""
        return self.effective_from <= day < self.deadline


OWN_CATALOGUES = ("outcome", "case_type", "downtime_cause", "readiness_check", "fee", "emulation_scheme")
"""The keys of `Plan` that hold `OwnRows`."""
