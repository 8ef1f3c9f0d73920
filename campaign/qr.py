"""The QR of the chip card: number|old number|name|ddMMyyyy|sex|address|issue date ddMMyyyy, later cards with more."""

from __future__ import annotations

from datetime import date

from campaign.birth_date import BirthDate, iso_of_card_date
from campaign.card_holder import CardHolder
from campaign.identity import Sex, is_personal_number, normalise_name
from campaign.refusal import InputRefused

SEPARATOR = "|"
FIELDS = 7
"""As many are read; later cards have more."""
_SEXES: dict[str, Sex] = {"nam": "male", "nữ": "female"}


def sex_of(text: str) -> Sex | None:
    """Nam or Nữ in any case and composition, else None."""
    return _SEXES.get(normalise_name(text).casefold())


def read_qr(payload: str, *, today: date) -> tuple[CardHolder, str, set[str]]:
    """The holder, the address, and the warnings that only the card's own fields tell.

    Raises InputRefused ``field_count``, then from left to right ``id_not_12_digits``, ``birth_date_invalid``,
    ``birth_date_future``, ``issue_date_invalid``, ``issue_date_future``.
    """
    fields = payload.split(SEPARATOR)
    if len(fields) < FIELDS:
        raise InputRefused("field_count")
    number, old_number, name, born, sex_text, address, issued = fields[:FIELDS]
    warnings = set()
    if not is_personal_number(number):
        raise InputRefused("id_not_12_digits")
    birth_date = str(BirthDate.parse(iso_of_card_date(born) or "", today=today))
    sex = sex_of(sex_text)
    if sex is None:
        warnings.add("sex_unknown")
    issue_date = _issue_date(issued, birth_date, today) if issued else None
    if issue_date is None:
        warnings.add("issue_date_missing")
    if any(map(str.strip, fields[FIELDS:])):
        warnings.add("tail_fields_ignored")
    holder = CardHolder(
        number=number,
        old_number=normalise_name(old_number) or None,
        name=normalise_name(name) or None,
        birth_date=birth_date,
        sex=sex,
        issue_date=issue_date,
    )
    return holder, normalise_name(address), warnings


def _issue_date(text: str, birth_date: str, today: date) -> str:
    try:
        issued = date.fromisoformat(iso_of_card_date(text) or "")
    except ValueError:
        raise InputRefused("issue_date_invalid") from None
    if issued.isoformat() < birth_date:
        raise InputRefused("issue_date_invalid")
    if issued > today:
        raise InputRefused("issue_date_future")
    return issued.isoformat()
