"""What a person types beside a scan, or instead of one: checked field by field, filling what the scan left empty."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import msgspec

from campaign.birth_date import BirthDate
from campaign.card_holder import CardHolder, holder_warnings
from campaign.identity import Sex, is_cmnd, is_personal_number, normalise_name, normalise_number
from campaign.qr import sex_of
from campaign.refusal import InputRefused
from campaign.scan import Scan
from campaign.scan_rules import ScanRules
from campaign.scan_text import refuse_forbidden, refuse_spoiled, trim
from campaign.subject import Subject

MAX_FIELD_CHARACTERS = 200

_UNIT_CODE = re.compile(r"[0-9]{3,5}")
_SEXES: dict[str, Sex] = {"male": "male", "female": "female"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """``commune`` is a GSO code, ``phone`` as typed; ``warnings`` hold the scan's, in the data file's order."""

    holder: CardHolder
    commune: str | None
    phone: str | None
    warnings: tuple[str, ...]

    def subject(self) -> Subject:
        """The personal data to be committed to: absent keys left out, nothing of the address or the issue date."""
        fields = {**self.holder.to_dict(), "commune": self.commune, "phone": self.phone}
        del fields["issue_date"]
        return msgspec.convert({key: value for key, value in fields.items() if value is not None}, Subject)


def holder_from_fields(
    number: str | None = None,
    old_number: str | None = None,
    name: str | None = None,
    birth_date: str | None = None,
    sex: str | None = None,
    commune: str | None = None,
    phone: str | None = None,
    *,
    today: date,
    rules: ScanRules,
    scan: Scan | None = None,
) -> Entered:
    """Check typed fields, also those that ``scan`` makes superfluous; ``today`` is the business day.

    Nine digits in ``number`` are the old number. ``birth_date`` is ``YYYY[-MM[-DD]]``, ``sex`` male, female, Nam or Nữ.
    Raises InputRefused for the first bad field in the order given: ``too_long`` (over 200 characters), ``encoding``,
    ``forbidden_characters``, ``id_not_12_digits`` (also nine digits beside another old number),
    ``birth_date_invalid``, ``birth_date_future``, ``bad_line`` (a commune that isn't a GSO code).
    """
    number_digits, old_number = _numbers(number, old_number)
    name = normalise_name(_clean(name) or "") or None
    born = _clean(birth_date)
    known_birth_date = str(BirthDate.parse(born, today=today)) if born else None
    sex_text = _clean(sex)
    known_sex = _SEXES.get(sex_text) or sex_of(sex_text) if sex_text else None
    commune = _clean(commune)
    if commune and not _UNIT_CODE.fullmatch(commune):
        raise InputRefused("bad_line", field="commune")
    phone = normalise_name(_clean(phone) or "") or None

    scanned = scan.holder if scan else CardHolder()
    holder = CardHolder(
        number=scanned.number or number_digits,
        old_number=scanned.old_number or old_number,
        name=scanned.name or name,
        birth_date=scanned.birth_date or known_birth_date,
        sex=scanned.sex or known_sex,
        issue_date=scanned.issue_date,
    )
    warnings = {*holder_warnings(holder, today=today, numbers=rules.numbers), *(scan.warnings if scan else ())}
    if sex_text and known_sex is None:
        warnings.add("sex_unknown")
    return Entered(holder=holder, commune=commune, phone=phone, warnings=rules.in_order(warnings))


def require_identity(holder: CardHolder) -> None:
    """Twelve digits alone are enough; without them (an old number, or none) name and birth date are needed.

    Raises InputRefused ``name_and_birth_date_needed``.
    """
    if not holder.number and not (holder.name and holder.birth_date):
        raise InputRefused("name_and_birth_date_needed")


def _numbers(number: str | None, old_number: str | None) -> tuple[str | None, str | None]:
    typed, old_typed = _clean(number), _clean(old_number)
    old = normalise_number(old_typed) or normalise_name(old_typed) if old_typed else None
    if not typed:
        return None, old
    digits = normalise_number(typed) or ""
    if is_cmnd(digits) and old in (None, digits):
        return None, digits
    if not is_personal_number(digits):
        raise InputRefused("id_not_12_digits")
    return digits, old


def _clean(text: str | None) -> str | None:
    """The trimmed field, None where nothing is left of it."""
    if text is None:
        return None
    if len(text) > MAX_FIELD_CHARACTERS:
        raise InputRefused("too_long")
    text = trim(text)
    refuse_spoiled(text)
    refuse_forbidden(text)
    return text or None
