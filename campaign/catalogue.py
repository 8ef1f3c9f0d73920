"""The coded lists that the desk works with: outcomes and reasons, case types, causes, checks, fees, units.

The reference files are handed in as bytes by whoever wires the program together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol, TypeVar

import msgspec

from campaign.card_holder import CardHolder
from campaign.codes import (
    CaseType,
    CaseTypesFile,
    CausesFile,
    CheckGroup,
    ChecksFile,
    DowntimeCause,
    Form,
    Outcome,
    OutcomesFile,
    ReadinessCheck,
    VoidReason,
    VoidReasonsFile,
    found,
)
from campaign.fees import FeeRules
from campaign.identity import is_cmnd
from campaign.outcome_rules import OutcomeRules
from campaign.scan_rules import ScanRules
from campaign.units import Units


class _Listed(Protocol):
    @property
    def id(self) -> str: ...


Listed = TypeVar("Listed", bound=_Listed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything by id, in the files' order. ``versions``: catalogue name, as a plan names it, -> version."""

    outcomes: Mapping[str, Outcome]
    case_types: Mapping[str, CaseType]
    forms: Mapping[str, Form]
    void_reasons: Mapping[str, VoidReason]
    downtime_causes: Mapping[str, DowntimeCause]
    check_groups: Mapping[str, CheckGroup]
    readiness_checks: Mapping[str, ReadinessCheck]
    fees: FeeRules
    units: Units
    scan_rules: ScanRules
    versions: Mapping[str, int]

    @classmethod
    def from_json(cls, read: Callable[[str], bytes]) -> Catalogue:
        """``read("outcomes.json")`` gives a file's bytes; raises msgspec.DecodeError where they aren't that file."""
        outcomes = msgspec.json.decode(read("outcomes.json"), type=OutcomesFile)
        case_types = msgspec.json.decode(read("case_types.json"), type=CaseTypesFile)
        void_reasons = msgspec.json.decode(read("void_reasons.json"), type=VoidReasonsFile)
        causes = msgspec.json.decode(read("downtime_causes.json"), type=CausesFile)
        checks = msgspec.json.decode(read("readiness_checks.json"), type=ChecksFile)
        fees = msgspec.json.decode(read("fees.json"), type=FeeRules)
        return cls(
            outcomes=_by_id(outcomes.outcomes),
            case_types=_by_id(case_types.case_types),
            forms=_by_id(case_types.forms),
            void_reasons=_by_id(void_reasons.reasons),
            downtime_causes=_by_id(causes.causes),
            check_groups=_by_id(checks.groups),
            readiness_checks=_by_id(checks.checks),
            fees=fees,
            units=msgspec.json.decode(read("hai_phong_units.json"), type=Units),
            scan_rules=ScanRules.from_json(read("personal_number.json")),
            versions=MappingProxyType(
                {
                    "outcomes": outcomes.version,
                    "case_types": case_types.version,
                    "downtime_causes": causes.version,
                    "readiness_checks": checks.version,
                    "fees": fees.version,
                }
            ),
        )

    @property
    def outcome_rules(self) -> OutcomeRules:
        """What a fold has to know of the outcomes."""
        return OutcomeRules.of(self.outcomes.values())

    @property
    def counted_outcomes(self) -> frozenset[str]:
        """Those that count toward the quota."""
        return self.outcome_rules.counted

    def outcome(self, id: str) -> Outcome:
        """Raises InputRefused ``unknown_outcome``."""
        return found(self.outcomes, id, "unknown_outcome")

    def outcome_by_key(self, key: str) -> Outcome | None:
        """The outcome of F1 … F7."""
        return next((outcome for outcome in self.outcomes.values() if outcome.key == key), None)

    def case_type(self, id: str) -> CaseType:
        """Raises InputRefused ``unknown_case_type``."""
        return found(self.case_types, id, "unknown_case_type")

    def default_case_type(self, holder: CardHolder) -> CaseType:
        """A conversion for who gave nine digits and no personal number, else an exchange on request."""
        converts = not holder.number and is_cmnd(holder.old_number or "")
        return self.case_type("from_cmnd9" if converts else "exchange_on_request")

    def void_reason(self, id: str) -> VoidReason:
        """Raises InputRefused ``unknown_reason``."""
        return found(self.void_reasons, id, "unknown_reason")

    def downtime_cause(self, id: str) -> DowntimeCause:
        """Raises InputRefused ``unknown_cause``."""
        return found(self.downtime_causes, id, "unknown_cause")

    def readiness_check(self, id: str) -> ReadinessCheck:
        """Raises InputRefused ``unknown_check``."""
        return found(self.readiness_checks, id, "unknown_check")


def _by_id(items: tuple[Listed, ...]) -> Mapping[str, Listed]:
    return MappingProxyType({item.id: item for item in items})
