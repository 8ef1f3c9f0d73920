"""The hour on a paper form, as operators write it."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.calendar import business_day
from campaign.paper_hour import moment_on_paper
from campaign.refusal import InputRefused

DAY = date(2021, 4, 8)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("14:30", "2021-04-08T14:30:00+07:00"),
        ("1430", "2021-04-08T14:30:00+07:00"),
        ("14h30", "2021-04-08T14:30:00+07:00"),
        (" 14H 05 ", "2021-04-08T14:05:00+07:00"),
        ("14.05", "2021-04-08T14:05:00+07:00"),
        ("930", "2021-04-08T09:30:00+07:00"),
        ("14", "2021-04-08T14:00:00+07:00"),
        ("8h", "2021-04-08T08:00:00+07:00"),
        ("04:00", "2021-04-08T04:00:00+07:00"),
        ("03:59", "2021-04-09T03:59:00+07:00"),
        ("0015", "2021-04-09T00:15:00+07:00"),
    ],
)
def test_it_is_a_time_of_the_shifts_business_day(text: str, moment: str) -> None:
    assert moment_on_paper(text, DAY).isoformat() == moment


@pytest.mark.parametrize("text", ["", " ", "24:00", "14:60", "1475", "14:3", "-1", "14:30:00", "2pm", "١٤", "14h30\n1"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(InputRefused) as refused:
        moment_on_paper(text, DAY)
    assert refused.value.code == "bad_hour"


@given(st.times(), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_every_minute_can_be_written_and_stays_in_its_day(clock: time, day: date) -> None:
    moment = moment_on_paper(f"{clock:%H:%M}", day)
    assert (moment.hour, moment.minute, business_day(moment)) == (clock.hour, clock.minute, day)


@given(st.text())
def test_any_text_is_a_time_or_a_refusal(text: str) -> None:
    try:
        moment = moment_on_paper(text, DAY)
    except InputRefused:
        return
    assert business_day(moment) == DAY
