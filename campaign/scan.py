"""The text of a scan -> who it is, or a named refusal. Formats, limits, codes and their order: personal_number.json."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from campaign.burst import single_payload
from campaign.card_holder import CardHolder, holder_warnings
from campaign.identity import is_cmnd, is_personal_number, normalise_number
from campaign.mrz import looks_like_mrz, read_mrz
from campaign.qr import SEPARATOR, read_qr
from campaign.refusal import InputRefused
from campaign.scan_rules import ScanRules
from campaign.scan_text import refuse_forbidden, refuse_spoiled, trim

Format = Literal["qr", "id12", "cmnd9", "mrz_td1"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """``address`` is a QR's, NFC and without runs of spaces: it may propose the commune and is never stored."""

    format: Format
    holder: CardHolder
    warnings: tuple[str, ...]
    address: str | None = None

    def to_dict(self) -> dict[str, object]:
        """What the command line answers; without the address."""
        return {"format": self.format, "holder": self.holder.to_dict(), "warnings": list(self.warnings)}


def read_scan(text: str, *, today: date, rules: ScanRules) -> Scan:
    """Read what a scanner sent or a person typed, whatever it is; ``today`` is the business day.

    Raises InputRefused with the first code, in this order: ``too_long``, ``empty``, ``encoding``, ``multiple_scans``,
    ``forbidden_characters``, ``unknown_format`` / ``field_count`` / ``mrz_layout``, then those of the fields from left
    to right (`read_qr`, `read_mrz`).
    """
    if len(text) > rules.max_input_characters:
        raise InputRefused("too_long")
    text = trim(text)
    if not text:
        raise InputRefused("empty")
    refuse_spoiled(text)
    payload, repeated = single_payload(text)
    refuse_forbidden(payload)
    scan_format, holder, address, warnings = _read_payload(payload, today, rules)
    if any(len(value or "") > rules.max_input_characters for value in (holder.name, holder.old_number)):
        raise InputRefused("too_long")  # a few letters of foreign scripts grow in NFC
    warnings.update(holder_warnings(holder, today=today, numbers=rules.numbers))
    if repeated:
        warnings.add("double_scan")
    return Scan(format=scan_format, holder=holder, warnings=rules.in_order(warnings), address=address)


def _read_payload(payload: str, today: date, rules: ScanRules) -> tuple[Format, CardHolder, str | None, set[str]]:
    if SEPARATOR in payload:
        holder, address, warnings = read_qr(payload, today=today)
        return "qr", holder, address or None, warnings
    digits = normalise_number(payload) or ""
    if is_personal_number(digits):
        return "id12", CardHolder(number=digits), None, set()
    if is_cmnd(digits):
        return "cmnd9", CardHolder(old_number=digits), None, set()
    if looks_like_mrz(payload):
        holder, warnings = read_mrz(payload, today=today, numbers=rules.numbers)
        return "mrz_td1", holder, None, warnings
    raise InputRefused("unknown_format")
