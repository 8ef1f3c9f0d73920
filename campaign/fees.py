"""Fees of the card: Thông tư 59/2019/TT-BTC Điều 4 and 5, reduced by Thông tư 112/2020/TT-BTC."""

from __future__ import annotations

from datetime import date

import msgspec


class Reduction(msgspec.Struct, frozen=True):
    """Both ends of the period are included."""

    valid_from: date
    valid_to: date


class FeeRule(msgspec.Struct, frozen=True):
    """Whole VND."""

    id: str
    label_vi: str
    label_en: str
    base_vnd: int
    reduced_vnd: int


class Exemption(msgspec.Struct, frozen=True):
    """``applies_to`` holds groups of case types; whether an exemption reaches further is a supervisor's question."""

    id: str
    kind: str
    label_vi: str
    label_en: str
    applies_to: tuple[str, ...]


class FeeRules(msgspec.Struct, frozen=True):
    """fees.json. The station records what is due and handles no money."""

    version: int
    reduction: Reduction
    rules: tuple[FeeRule, ...]
    exemptions: tuple[Exemption, ...]

    def due(self, fee_rule: str, group: str, day: date, *, exemption: str | None = None) -> int:
        """Whole VND for a case type's ``fee_rule`` and ``group`` on a day.

        0 where the fee rule is itself an exemption, or where ``exemption`` names one that covers the group.
        Raises KeyError for an id that the file doesn't have.
        """
        exemptions = {one.id: one for one in self.exemptions}
        if fee_rule in exemptions or (exemption is not None and group in exemptions[exemption].applies_to):
            return 0
        rule = {one.id: one for one in self.rules}[fee_rule]
        reduced = self.reduction.valid_from <= day <= self.reduction.valid_to
        return rule.reduced_vnd if reduced else rule.base_vnd
