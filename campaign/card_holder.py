"""Who stands before the desk, as a card or a form tells it, and what is odd about that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date

from campaign.birth_date import CARD_AGE_YEARS, BirthDate
from campaign.identity import NumberTables, Sex, is_cmnd, is_personal_number
from campaign.name_checks import name_warnings


@dataclass(frozen=True, slots=True, kw_only=True)
class CardHolder:
    """None is absent. ``number``: 12 digits; ``birth_date``: ``YYYY[-MM[-DD]]``; ``issue_date``: ``YYYY-MM-DD``.

    All text is NFC without control characters. ``old_number`` usually has 9 or 12 digits, but is kept whatever it is.
    """

    number: str | None = None
    old_number: str | None = None
    name: str | None = None
    birth_date: str | None = None
    sex: Sex | None = None
    issue_date: str | None = None

    def to_dict(self) -> dict[str, str | None]:
        """All six keys, None where absent."""
        return asdict(self)


def holder_warnings(holder: CardHolder, *, today: date, numbers: NumberTables) -> Iterator[str]:
    """The warnings that follow from the holder alone, in no order: structure of the numbers, name, age."""
    born = BirthDate.parse(holder.birth_date, today=today) if holder.birth_date else None
    if holder.number:
        facts = numbers.facts(holder.number)
        if facts.place is None:
            yield "place_code_unknown"
        if holder.sex and holder.sex != facts.sex:
            yield "sex_mismatch"
        if born and born.year != facts.birth_year:
            yield "birth_year_mismatch"
    if holder.old_number and not is_cmnd(holder.old_number) and not is_personal_number(holder.old_number):
        yield "old_id_unusual"
    if holder.name:
        yield from name_warnings(holder.name)
    if born and born.certainly_younger_than(CARD_AGE_YEARS, today=today):
        yield "under_14"
