"""How numbers, dates, times and names are written in Vietnamese. Pure: no Qt.

Decimal comma, full stop between thousands, U+2212 for minus, halves rounded away from zero.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

Number = int | float | Decimal | Fraction

MINUS = "\N{MINUS SIGN}"
DASH = "\N{EN DASH}"
_WEEKDAYS_SHORT = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")


def decimal(value: Number, places: int = 1) -> str:
    """Write `value` with `places` decimals: `23,3`, `−1.192,50`."""
    # A float means the shortest decimal that reads back as it: 0.35 is 35 hundredths, not the binary fraction below.
    exact = Fraction(value) if isinstance(value, int | Fraction) else Fraction(str(value))
    units = int(abs(exact) * 10**places + Fraction(1, 2))
    whole, rest = divmod(units, 10**places)
    text = f"{whole:,}".replace(",", ".") + (f",{rest:0{places}d}" if places else "")
    return MINUS + text if exact < 0 and units else text


def integer(value: Number) -> str:
    """Write a count, rounded to a whole number: `1.192`."""
    if isinstance(value, int):  # most are: a board writes two hundred a second
        text = f"{abs(value):,}".replace(",", ".")
        return MINUS + text if value < 0 else text
    return decimal(value, 0)


def signed(value: Number, places: int = 0) -> str:
    """Write a difference with its sign: `+12`, `−14`, and `0` for what rounds to nothing."""
    text = decimal(value, places) if places else integer(value)
    if text.strip("0,") == "":
        return "0"
    return text if text.startswith(MINUS) else "+" + text


def percent(share: Number, places: int = 0) -> str:
    """Write a share of one as per cent: 0.94 is `94%`, and 0.512 with one place `51,2%`."""
    exact = Fraction(share) if isinstance(share, int | Fraction) else Fraction(str(share))
    return decimal(exact * 100, places) + "%"


def span(first: int, last: int) -> str:
    """Write a range of numbers: `55.398 – 56.157`."""
    return f"{integer(first)} {DASH} {integer(last)}"


def date(day: datetime.date) -> str:
    """Write `08/04/2021`."""
    return f"{day:%d/%m/}{day.year:04d}"


def short_date(day: datetime.date) -> str:
    """Write a day of the current campaign: `08/04`."""
    return f"{day:%d/%m}"


def date_in_words(day: datetime.date) -> str:
    """Write a day as documents do: `ngày 05 tháng 01 năm 2021`."""
    return f"ngày {day.day:02d} tháng {day.month:02d} năm {day.year}"


def short_weekday(day: datetime.date) -> str:
    """Write `T5`, and `CN` for Sunday."""
    return _WEEKDAYS_SHORT[day.weekday()]


def clock(moment: datetime.datetime | datetime.time) -> str:
    """Write `16:07`; the moment must already be in local time."""
    return f"{moment:%H:%M}"


def clock_seconds(moment: datetime.datetime | datetime.time) -> str:
    """Write `16:07:18`."""
    return f"{moment:%H:%M:%S}"


def clock_span(start: datetime.datetime | datetime.time, end: datetime.datetime | datetime.time) -> str:
    """Write a window: `12:30–17:30`."""
    return f"{clock(start)}{DASH}{clock(end)}"


def stopwatch(seconds: int) -> str:
    """Write a running time of `seconds` >= 0: `04:12`, from one hour `1:04:12`."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes:02d}:{rest:02d}"


def grouped(digits: str) -> str:
    """Part a personal number, whole or half typed, in threes: `031 195 004 417`."""
    return " ".join(digits[start : start + 3] for start in range(0, len(digits), 3))


def masked(last_digits: str) -> str:
    """Write a personal number by its last four digits: `•••• 0862`."""
    return "•••• " + last_digits[-4:]


def code(text: str) -> str:
    """Part a code to be read aloud in fours: `7F3A 91C0 2B`."""
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def initials(full_name: str) -> str:
    """Return the first letters of the family and the given name: Lê Thu Hạnh is `LH`."""
    words = full_name.split()
    return "".join(word[0].upper() for word in (words[0], words[-1])[: len(words)]) if words else ""


def file_size(size: int) -> str:
    """Write a number of bytes in binary units: `512 B`, `71 KiB`, `1,5 MiB`."""
    if size < 1024:
        return f"{size} B"
    if size < 1024**2:
        return f"{integer(Fraction(size, 1024))} KiB"
    return f"{_short(Fraction(size, 1024**2))} MiB" if size < 1024**3 else f"{_short(Fraction(size, 1024**3))} GiB"


def drive_space(size: int) -> str:
    """Write room on a drive in the decimal units printed on it: `14,2 GB`, `61 GB`, `820 MB`."""
    return f"{_short(Fraction(size, 10**9))} GB" if size >= 10**9 else f"{integer(Fraction(size, 10**6))} MB"


def _short(value: Fraction) -> str:
    return decimal(value, 1).removesuffix(",0")
