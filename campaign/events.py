"""Every kind of journal entry: one frozen Struct each, named after its kind.

A kind may get new optional keys, never another meaning. No body holds personal data: that is the subject's.
docs/journal-entries.md is generated from this.
"""

from __future__ import annotations

import re
from typing import Literal

from msgspec import UNSET, Raw, Struct, UnsetType, field

# Named again, so that whoever writes an entry finds everything here.
from campaign.event_parts import CheckAnswer as CheckAnswer
from campaign.event_parts import DuplicateOverride as DuplicateOverride
from campaign.event_parts import Fee as Fee
from campaign.event_parts import OpeningOverride as OpeningOverride
from campaign.event_parts import OtherEntry as OtherEntry
from campaign.event_parts import Point as Point
from campaign.event_parts import Role as Role
from campaign.event_parts import Source as Source
from campaign.shapes import (
    CodeId,
    CommuneCode,
    Count,
    DayText,
    DeviceId,
    Digest,
    FormId,
    Line,
    Number,
    PersonName,
    ShiftId,
    StationCode,
    TimeText,
    UserName,
    Whole,
    WindowId,
)


class Header(Struct, frozen=True, kw_only=True, gc=False):
    """An entry as stored, hashed, sent and kept; ``body`` stays bytes until its kind is known."""

    n: Number
    at: TimeText
    day: DayText
    kind: CodeId
    by: UserName
    shift: ShiftId | UnsetType = UNSET
    device: DeviceId | UnsetType = UNSET
    body: Raw
    subject: Digest | UnsetType = UNSET


class Body(Struct, frozen=True, kw_only=True):
    """What a kind says beyond the header."""


class JournalStarted(Body, frozen=True, kw_only=True):
    campaign: Line
    station: StationCode
    unit: Line
    epoch: Number
    key_id: Digest
    drill: bool
    program: Line
    continues: Point | UnsetType = UNSET


class DocumentAccepted(Body, frozen=True, kw_only=True):
    type: Literal["trust", "enrolment", "plan", "receipt", "rebuild"]
    version: Count | UnsetType = UNSET
    sha256: Digest


class DocumentRefused(Body, frozen=True, kw_only=True):
    name: Line
    sha256: Digest
    code: CodeId


class ReceiptAccepted(Body, frozen=True, kw_only=True):
    serial: Number
    city_generation: Number
    accepted_through: Count
    mark: Count
    head: Digest
    durable_through: Count


class BundleExported(Body, frozen=True, kw_only=True):
    seq: Number
    first: Number
    last: Number
    sha256: Digest
    place: Line


class BundleVerified(Body, frozen=True, kw_only=True):
    seq: Number
    place: Line


class UserAdded(Body, frozen=True, kw_only=True):
    user: UserName
    role: Role | UnsetType = UNSET
    full_name: PersonName | UnsetType = UNSET
    by_order: Line | UnsetType = UNSET


class UserChanged(UserAdded, frozen=True, kw_only=True):
    pass


class UserRemoved(UserAdded, frozen=True, kw_only=True):
    pass


class PasswordReset(UserAdded, frozen=True, kw_only=True):
    """A user has a new password: by the administrator's doing, or by their own where ``by`` is the user."""


class SignedIn(Body, frozen=True, kw_only=True):
    user: UserName


class SignInFailed(Body, frozen=True, kw_only=True):
    user: UserName
    happened_at: TimeText | UnsetType = UNSET


class DeviceAdded(Body, frozen=True, kw_only=True):
    device: DeviceId
    label: Line
    serial: Line | UnsetType = UNSET


class DeviceChanged(DeviceAdded, frozen=True, kw_only=True):
    pass


class StickRegistered(Body, frozen=True, kw_only=True):
    stick: Line
    label: Line


class SettingChanged(Body, frozen=True, kw_only=True):
    name: CodeId
    value: Line


class ClockStepped(Body, frozen=True, kw_only=True):
    before: TimeText
    after: TimeText


class ClockConfirmed(Body, frozen=True, kw_only=True):
    pass


class ShiftOpened(Body, frozen=True, kw_only=True):
    window: WindowId
    day: DayText
    plan_version: Count
    quota: Count
    planned_minutes: Count
    commander: PersonName
    crew: list[UserName]
    checks: list[CheckAnswer]
    override: OpeningOverride | UnsetType = UNSET


class ShiftPaused(Body, frozen=True, kw_only=True):
    cause: CodeId


class ShiftResumed(Body, frozen=True, kw_only=True):
    pass


class ShiftHandedOver(Body, frozen=True, kw_only=True):
    from_user: UserName = field(name="from")  # `from` is a word of Python
    to: UserName
    totals: dict[CodeId, Count]


class ShiftClosed(Body, frozen=True, kw_only=True):
    device_counter: Count
    counted: Count
    difference: Whole
    reason: Line | UnsetType = UNSET
    totals: dict[CodeId, Count]
    voided: Count
    paused_minutes: dict[CodeId, Count]


class ShiftSealed(Body, frozen=True, kw_only=True):
    pass


class ShiftReopened(Body, frozen=True, kw_only=True):
    reason: Line


class ZeroReported(Body, frozen=True, kw_only=True):
    device: DeviceId
    window: WindowId
    day: DayText
    reason: Line


class ApplicationLogged(Body, frozen=True, kw_only=True):
    form_id: FormId
    case_type: CodeId
    outcome: CodeId
    reason: CodeId | UnsetType = UNSET
    commune: CommuneCode | UnsetType = UNSET
    source: Source
    warnings: list[CodeId]
    fee: Fee | UnsetType = UNSET
    override: DuplicateOverride | UnsetType = UNSET
    took_ms: Count | UnsetType = UNSET
    happened_at: TimeText | UnsetType = UNSET


class ApplicationVoided(Body, frozen=True, kw_only=True):
    entry: Number
    reason: CodeId
    second: UserName | UnsetType = UNSET


class SubjectViewed(Body, frozen=True, kw_only=True):
    entry: Number


class FollowUpChanged(Body, frozen=True, kw_only=True):
    """How a case stands from here on: without ``owner`` or ``next_on`` it has none."""

    entry: Number
    owner: Line | UnsetType = UNSET
    next_on: DayText | UnsetType = UNSET
    state: CodeId
    epoch: Number | UnsetType = UNSET


class DifferenceExplained(Body, frozen=True, kw_only=True):
    device: DeviceId
    cause: CodeId
    since: TimeText
    until: TimeText


class AttentionAcknowledged(Body, frozen=True, kw_only=True):
    rule: CodeId
    device: DeviceId | UnsetType = UNSET
    figure: Whole


class SubjectsErased(Body, frozen=True, kw_only=True):
    through: Count
    count: Count


def kind_of(body: type[Body]) -> str:
    """`ApplicationLogged` is the body of kind `application_logged`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", body.__name__).lower()


def _kinds(base: type[Body]) -> dict[str, type[Body]]:
    return {name: body for sub in base.__subclasses__() for name, body in {kind_of(sub): sub, **_kinds(sub)}.items()}


KINDS: dict[str, type[Body]] = _kinds(Body)

HOUSEKEEPING = frozenset(
    kind_of(body) for body in (BundleExported, BundleVerified, ReceiptAccepted, DocumentAccepted, DocumentRefused)
)
"""Kinds that travel with the next bundle, but that "unsent", ages and the funnel ignore."""
