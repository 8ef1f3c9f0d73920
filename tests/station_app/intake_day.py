"""Thursday, 2021-04-08, at point 07 until 16:05: what the pictures of the intake screen show."""

from __future__ import annotations

from pathlib import Path

from station_app.services.close_shift import close_shift
from station_app.services.show_intake import desk_figures
from station_app.services.station import Station
from station_app.ui.intake.communes import find_commune
from tests.station_app.desks import Clock, as_user, at, copied, logged, opened, station_at

COUNTED = {7: 11, 8: 25, 9: 27, 10: 26, 11: 24, 12: 20, 13: 25, 14: 27, 15: 20}
"""Accepted by clock hour; the last ones are people with names."""
UNCOUNTED = {8: 3, 9: 4, 10: 3, 11: 4, 13: 4, 14: 3}
PEOPLE = (
    ("15:41", "031160000243", "Đoàn Hữu Phước", "1960", "Nghĩa Xá", "accepted", None),
    ("15:44", "031177005594", "Ngô Thị Hiền", "1977", "Đông Hải, Lê Chân", "accepted", None),
    ("15:46", "031081003820", "Đào Minh Quang", "1981", "Kênh Dương", "accepted", None),
    ("15:50", "031099004471", "Bùi Thanh Thảo", "1999", "An Dương, Lê Chân", "accepted", None),
    ("15:52", "031065009036", "Lương Văn Khải", "1965", "Niệm Nghĩa", "missing_papers", "no_residence_proof"),
    ("15:55", "031193001187", "Hoàng Thị Ngọc Diệp", "1993", "Trại Cau", "accepted", None),
    ("15:57", "031204006548", "Trịnh Gia Bảo", "2004", "Dư Hàng Kênh", "accepted", None),
    ("16:00", "031156002209", "Vũ Thị Lụa", "1956", "Vĩnh Niệm", "biometric_quality", "fingerprint_worn"),
    ("16:02", "031072007315", "Nguyễn Đức Tài", "1972", "Hàng Kênh", "accepted", None),
    ("16:05", "031188000862", "Phạm Thị Thu Huyền", "1988", "Dư Hàng", "accepted", None),
)
AN = ("031195004417", "Nguyễn Thị Mai An", "1995", "Dư Hàng Kênh")
"""Came without the old card, to device 2 at 10:20."""
LOC = ("031072008815", "Trương Văn Lộc", "1972", "Hồ Nam")
"""Logged on device 2 at 09:14."""


def new_day(prepared_home: Path, home: Path) -> Path:
    """A home in which the day has come to 16:07."""
    copied(prepared_home, home)
    clock = Clock(at("07:30"))
    with station_at(home, clock) as station:
        _log_day(station, clock)
    return home


def code_of(station: Station, name: str) -> str:
    code = find_commune(station.catalogue.units, name)
    assert code is not None, name
    return code


def _log_day(station: Station, clock: Clock) -> None:
    opened(station)
    opened(station, "TB-2", crew=("lt.hanh",))
    moments = []
    for hour in COUNTED:
        since, minutes = (30, 30) if hour == 7 else (0, 40 if hour == 15 else 60)
        for outcomes, reason in ((COUNTED, None), (UNCOUNTED, "no_old_card")):
            count = outcomes.get(hour, 0)
            seconds = [round(since * 60 + (place + 0.5) * minutes * 60 / count) for place in range(count)]
            moments += [(hour, second, reason) for second in seconds]
    acts = {
        at("09:14"): lambda: _log_elsewhere(station, LOC, "accepted", None),
        at("10:20"): lambda: _log_elsewhere(station, AN, "missing_papers", "no_old_card"),
        at("12:30"): lambda: _next_shift(station),
    }
    for place, (hour, second, reason) in enumerate(sorted(moments, key=lambda moment: moment[:2])):
        moment = at(f"{hour:02}:{second // 60:02}:{second % 60:02}")
        for due in [due for due in acts if due <= moment]:
            clock.moment = due
            acts.pop(due)()
        clock.moment = moment
        outcome = "missing_papers" if reason else "accepted"
        logged(station, f"0310{10 + place % 80}{place:06}", outcome=outcome, reason=reason, took_ms=2600 + place * 5)
    for time, number, name, born, commune, outcome, reason in PEOPLE:
        clock.set(time)
        logged(station, number, outcome=outcome, reason=reason, took_ms=3200, name=name, birth_date=born,
               commune=code_of(station, commune))  # fmt: skip


def _log_elsewhere(station: Station, person: tuple[str, str, str, str], outcome: str, reason: str | None) -> None:
    number, name, born, commune = person
    logged(as_user(station, "lt.hanh"), number, "TB-2", outcome, reason, name=name, birth_date=born,
           commune=code_of(station, commune))  # fmt: skip


def _next_shift(station: Station) -> None:
    figures = desk_figures(station, "TB-1")
    assert figures is not None
    close_shift(station, "TB-1", figures.device.pace.done)
    opened(station, window="ca-2")
