"""Numbers, dates, times and names as a Vietnamese office writes them."""

from __future__ import annotations

import datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui_kit import formats

THURSDAY = datetime.date(2021, 4, 8)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (7, "7"),
        (999, "999"),
        (1192, "1.192"),
        (1_681_200, "1.681.200"),
        (-1192, "−1.192"),
        (Fraction(5, 2), "3"),
    ],
)
def test_a_count_has_full_stops_between_thousands(value: formats.Number, written: str) -> None:
    assert formats.integer(value) == written


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        (Fraction(70, 3), 1, "23,3"),
        (23.3, 1, "23,3"),
        (2.8, 1, "2,8"),
        (0.35, 1, "0,4"),
        (-0.04, 1, "0,0"),
        (-0.05, 1, "−0,1"),
        (1192.5, 2, "1.192,50"),
        (Decimal("1234567.891"), 2, "1.234.567,89"),
    ],
)
def test_a_decimal_has_a_comma_and_rounds_halves_away_from_zero(
    value: formats.Number, places: int, written: str
) -> None:
    assert formats.decimal(value, places) == written


@given(st.fractions(), st.integers(0, 4))
def test_a_written_decimal_reads_back_within_half_a_unit(value: Fraction, places: int) -> None:
    text = formats.decimal(value, places)
    back = Fraction(text.replace(".", "").replace(",", ".").replace("−", "-"))
    assert abs(back - value) * 2 * 10**places <= 1


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        (12, 0, "+12"),
        (-14, 0, "−14"),
        (0, 0, "0"),
        (-0.4, 0, "0"),
        (0.04, 1, "0"),
        (-3360, 0, "−3.360"),
        (1.6, 1, "+1,6"),
    ],
)
def test_a_difference_bears_its_sign(value: formats.Number, places: int, written: str) -> None:
    assert formats.signed(value, places) == written


def test_a_share_is_written_as_per_cent() -> None:
    assert formats.percent(0.94) == "94%"
    assert formats.percent(0.512, 1) == "51,2%"
    assert formats.percent(Fraction(117, 124)) == "94%"
    assert formats.percent(1) == "100%"


def test_a_range_of_numbers() -> None:
    assert formats.span(55398, 56157) == "55.398 – 56.157"


def test_days() -> None:
    assert formats.date(THURSDAY) == "08/04/2021"
    assert formats.short_date(THURSDAY) == "08/04"
    assert formats.date_in_words(datetime.date(2021, 1, 5)) == "ngày 05 tháng 01 năm 2021"


def test_the_days_of_a_week() -> None:
    week = [THURSDAY + datetime.timedelta(days) for days in range(-3, 4)]
    assert [formats.short_weekday(day) for day in week] == ["T2", "T3", "T4", "T5", "T6", "T7", "CN"]


def test_times_of_day() -> None:
    assert formats.clock(datetime.time(7, 5)) == "07:05"
    assert formats.clock_seconds(datetime.datetime(2021, 4, 8, 16, 7, 18, tzinfo=datetime.UTC)) == "16:07:18"
    assert formats.clock_span(datetime.time(12, 30), datetime.time(17, 30)) == "12:30–17:30"


def test_a_running_clock() -> None:
    assert formats.stopwatch(252) == "04:12"
    assert formats.stopwatch(3600 + 252) == "1:04:12"


def test_personal_numbers_and_codes() -> None:
    assert formats.grouped("031195004417") == "031 195 004 417"
    assert formats.grouped("0311") == "031 1"
    assert formats.grouped("") == ""
    assert formats.masked("0862") == "•••• 0862"
    assert formats.masked("031195000862") == "•••• 0862"
    assert formats.code("7F3A91C02B") == "7F3A 91C0 2B"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Lê Thu Hạnh", "LH"),
        ("Trần Khánh Vân", "TV"),
        ("Đỗ Minh Quý", "ĐQ"),
        ("Vũ Hải Yến", "VY"),
        ("đinh thị ánh", "ĐÁ"),
        ("An", "A"),
        ("", ""),
    ],
)
def test_initials_are_of_family_and_given_name(name: str, letters: str) -> None:
    assert formats.initials(name) == letters


def test_sizes() -> None:
    assert formats.file_size(512) == "512 B"
    assert formats.file_size(72_704) == "71 KiB"
    assert formats.file_size(1_572_864) == "1,5 MiB"
    assert formats.file_size(3 * 1024**3) == "3 GiB"
    assert formats.drive_space(14_200_000_000) == "14,2 GB"
    assert formats.drive_space(61_000_000_000) == "61 GB"
    assert formats.drive_space(820_000_000) == "820 MB"
