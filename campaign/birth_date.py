"""A date of birth that may be a year, or a year and month: old papers hold no more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from campaign.refusal import InputRefused

EARLIEST_YEAR = 1900
CARD_AGE_YEARS = 14  # Luật Căn cước công dân 2014, Điều 19

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DAY_MONTH_YEAR = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")


@dataclass(frozen=True, slots=True)
class BirthDate:
    """``month`` is None where only the year is known, ``day`` where only the month is."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str, *, today: date) -> BirthDate:
        """Read ``YYYY[-MM[-DD]]``.

        Raises InputRefused ``birth_date_invalid`` (another form, no such day, before 1900) or
        ``birth_date_future`` (certainly after the business day ``today``).
        """
        found = _PARTIAL.fullmatch(text)
        if found is None:
            raise InputRefused("birth_date_invalid")
        year, month, day = found.groups()
        born = cls(int(year), int(month) if month else None, int(day) if day else None)
        try:
            earliest = born.earliest
        except ValueError:
            raise InputRefused("birth_date_invalid") from None
        if born.year < EARLIEST_YEAR:
            raise InputRefused("birth_date_invalid")
        if earliest > today:
            raise InputRefused("birth_date_future")
        return born

    @property
    def earliest(self) -> date:
        """The first day that it may be; ValueError where there is no such day."""
        return date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    def certainly_younger_than(self, years: int, *, today: date) -> bool:
        """True only where every day that it may be says so: a bare year gives the benefit of the doubt."""
        born = self.earliest
        had_birthday = (today.month, today.day) >= (born.month, born.day)
        return today.year - born.year - (not had_birthday) < years

    def __str__(self) -> str:
        month = "" if self.month is None else f"-{self.month:02}"
        day = "" if self.day is None else f"-{self.day:02}"
        return f"{self.year:04}{month}{day}"


def iso_of_card_date(text: str) -> str | None:
    """``ddMMyyyy`` as ``yyyy-MM-dd``, None for any other form; whether there is such a day isn't asked."""
    found = _DAY_MONTH_YEAR.fullmatch(text)
    return f"{found[3]}-{found[2]}-{found[1]}" if found else None
