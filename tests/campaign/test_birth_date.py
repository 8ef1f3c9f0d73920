"""Dates of birth: a day, a month, or only a year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.birth_date import BirthDate, iso_of_card_date
from campaign.refusal import InputRefused
from tests.campaign.cards import TODAY


@pytest.mark.parametrize("text", ["1995-06-15", "1995-06", "1995", "1900", "1900-01-01", "2000-02-29"])
def test_as_much_as_the_papers_hold(text: str) -> None:
    assert str(BirthDate.parse(text, today=TODAY)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "95",
        "15061995",
        "15/06/1995",
        "1995-6-15",
        "1995-13",
        "1995-00",
        "1995-06-31",
        "1995-00-10",
        "1900-02-29",
        "1899-12-31",
        "1899",
        "0000",
        "1995-06-15\n",
        "1995-",
        "１９９５",
        "1995-06-15T00:00",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InputRefused, match="birth_date_invalid"):
        BirthDate.parse(text, today=TODAY)


@pytest.mark.parametrize("text", ["2021-04-09", "2021-05", "2022", "9999-12-31"])
def test_nobody_is_born_after_the_business_day(text: str) -> None:
    with pytest.raises(InputRefused, match="birth_date_future"):
        BirthDate.parse(text, today=TODAY)


@pytest.mark.parametrize("text", ["2021-04-08", "2021-04", "2021"])
def test_born_this_very_day_month_or_year(text: str) -> None:
    assert str(BirthDate.parse(text, today=TODAY)) == text


@pytest.mark.parametrize(
    ("text", "younger"),
    [
        ("2007-04-08", False),
        ("2007-04-09", True),
        ("2007-04", False),  # may have been the 1st
        ("2007-05", True),
        ("2007", False),
        ("2008", True),
        ("1950", False),
    ],
)
def test_younger_than_14_only_where_it_is_certain(text: str, younger: bool) -> None:
    assert BirthDate.parse(text, today=TODAY).certainly_younger_than(14, today=TODAY) is younger


def test_a_leap_day_child_is_14_on_the_first_of_march() -> None:
    born = BirthDate.parse("2008-02-29", today=TODAY)
    assert born.certainly_younger_than(14, today=date(2022, 2, 28))
    assert not born.certainly_younger_than(14, today=date(2022, 3, 1))


def test_a_card_writes_day_month_year_together() -> None:
    assert iso_of_card_date("15061995") == "1995-06-15"
    assert iso_of_card_date("31021995") == "1995-02-31"
    assert iso_of_card_date("1995-06-15") is None
    assert iso_of_card_date("1506199") is None
    assert iso_of_card_date("１５０６１９９５") is None


@given(st.dates(date(1900, 1, 1), TODAY))
def test_every_real_day_is_taken(day: date) -> None:
    born = BirthDate.parse(day.isoformat(), today=TODAY)
    assert born.earliest == day
    assert str(born) == day.isoformat()
