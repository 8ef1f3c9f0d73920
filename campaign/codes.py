"""The coded values of the desk and of the shift, as the reference files hold them. Ids never change once used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from campaign.refusal import InputRefused

T = TypeVar("T")


def found(table: Mapping[str, T], id: str, code: str) -> T:
    """The item of that id; raises InputRefused with ``code``."""
    try:
        return table[id]
    except KeyError:
        raise InputRefused(code) from None


class Reason(msgspec.Struct, frozen=True):
    """``follow_up`` overrides its outcome's where given; ``downtime_cause`` is the stop that it hints at."""

    id: str
    label_vi: str
    label_en: str
    follow_up: bool | None = None
    downtime_cause: str | None = None


class Outcome(msgspec.Struct, frozen=True):
    """How one application ended. ``key`` is F1 … F7; reasons are chosen by the digits 1 … in list order."""

    id: str
    key: str
    label_vi: str
    label_en: str
    counts_toward_quota: bool
    needs_reason: bool
    follow_up: bool
    hard_case: bool
    reasons: tuple[Reason, ...]

    def reason(self, id: str | None) -> Reason | None:
        """The chosen reason; raises InputRefused ``reason_needed`` or ``unknown_reason``."""
        if id is None:
            if self.needs_reason:
                raise InputRefused("reason_needed")
            return None
        return found({reason.id: reason for reason in self.reasons}, id, "unknown_reason")


class CaseType(msgspec.Struct, frozen=True):
    """``group``: new, convert, exchange or reissue; ``fee_rule`` names a rule or an exemption of the fees."""

    id: str
    label_vi: str
    label_en: str
    group: str
    fee_rule: str
    old_document: str
    unconfirmed: bool


class Form(msgspec.Struct, frozen=True):
    """A paper form of the 2015-2021 circulars; ``counter``: the shift may count how many were used."""

    id: str
    label_vi: str
    label_en: str
    counter: bool
    unconfirmed: bool


class VoidReason(msgspec.Struct, frozen=True):
    """``within_minutes``: None where there is no limit of time."""

    id: str
    label_vi: str
    label_en: str
    second_person: bool
    within_minutes: int | None = None


class DowntimeCause(msgspec.Struct, frozen=True):
    """``counts_against``: device, plan, staff or none."""

    id: str
    label_vi: str
    label_en: str
    counts_against: str
    planned: bool
    reduces_available_hours: bool
    suggests_device_request: bool
    needs_note: bool


class CheckGroup(msgspec.Struct, frozen=True):
    """Safety, security, continuity: the three groups of the readiness checklist."""

    id: str
    label_vi: str
    label_en: str


class ReadinessCheck(msgspec.Struct, frozen=True):
    """``auto``: the program measures it; ``overridable``: a supervisor may open the shift in spite of it."""

    id: str
    group: str
    label_vi: str
    label_en: str
    blocking: bool
    auto: bool
    overridable: bool


class OutcomesFile(msgspec.Struct, frozen=True):
    version: int
    outcomes: tuple[Outcome, ...]


class CaseTypesFile(msgspec.Struct, frozen=True):
    version: int
    case_types: tuple[CaseType, ...]
    forms: tuple[Form, ...]


class VoidReasonsFile(msgspec.Struct, frozen=True):
    version: int
    reasons: tuple[VoidReason, ...]


class CausesFile(msgspec.Struct, frozen=True):
    version: int
    causes: tuple[DowntimeCause, ...]


class ChecksFile(msgspec.Struct, frozen=True):
    version: int
    groups: tuple[CheckGroup, ...]
    checks: tuple[ReadinessCheck, ...]
