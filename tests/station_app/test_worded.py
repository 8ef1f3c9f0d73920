"""Lengths of time and days in words, as the window speaks where no other language is asked for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from station_app.ui import worded

THURSDAY = date(2021, 4, 8)


@pytest.mark.parametrize(
    ("minutes", "written"),
    [(0, "0 phút"), (31, "31 phút"), (60, "1 giờ"), (83, "1 giờ 23 phút"), (1320, "22 giờ"), (1446, "24 giờ 06 phút")],
)
def test_lengths_of_time(minutes: int, written: str) -> None:
    assert worded.duration(minutes) == written


def test_the_days_of_a_week() -> None:
    week = [THURSDAY + timedelta(days) for days in range(-3, 4)]
    assert [worded.weekday(day) for day in week] == [
        "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật",
    ]  # fmt: skip
    assert worded.long_date(THURSDAY) == "Thứ Năm, 08/04/2021"
