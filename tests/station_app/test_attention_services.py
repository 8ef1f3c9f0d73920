"""What asks for attention over a real station, and what becomes of it when somebody knows of it or says why."""

from __future__ import annotations

from datetime import timedelta

import pytest

from campaign.concern import Concern
from campaign.refusal import InputRefused, NotPermitted
from station_app.services.acknowledge_attention import acknowledge_attention
from station_app.services.close_shift import close_shift
from station_app.services.explain_difference import explain_difference
from station_app.services.run_shift import pause_shift, report_zero
from station_app.services.show_attention import Attended, usual_outcomes
from station_app.services.show_board import board_figures
from station_app.services.station import Station
from station_app.services.verify import verify_station
from tests.station_app.desks import DEVICES, Clock, as_user, at, logged, opened, station_at

NUMBERS = tuple(f"0311950{number:05d}" for number in range(1, 40))


def attended(station: Station, rule: str = "", device: str = "") -> list[Attended]:
    board = board_figures(station, usual_outcomes(station, station.clock().date()))
    lines = [line for line in board.attention if rule in ("", line.concern.rule)]
    return [line for line in lines if device in ("", line.concern.device)]


def concern(station: Station, rule: str, device: str = "") -> Concern:
    (line,) = attended(station, rule, device)
    return line.concern


def know(station: Station, concern: Concern) -> int:
    supervisor = as_user(station, "pd.luong")
    return acknowledge_attention(supervisor, concern.rule, concern.figure, device=concern.device, shift=concern.shift)


def test_a_device_that_is_planned_but_not_opened_says_so_within_minutes(station: Station, clock: Clock) -> None:
    clock.set("07:34")
    assert attended(station) == []
    clock.set("07:35")
    assert [line.concern.device for line in attended(station, "not_opened")] == list(DEVICES)
    opened(station)
    report_zero(station, "TB-2", "ca-1", "Chờ thay máy ảnh")
    assert [line.concern.device for line in attended(station, "not_opened")] == list(DEVICES[2:])
    clock.set("12:36")
    assert concern(station, "not_opened", "TB-2").window == "Ca 2"


def test_who_knows_of_a_line_is_named_and_stays_so_in_the_next_program(station: Station, clock: Clock) -> None:
    opened(station)
    clock.set("07:42")
    line = concern(station, "silent")
    assert (line.figure, line.shift) == (12, "2021-04-08.TB-1.ca-1.1")
    know(station, line)
    (known,) = attended(station, "silent")
    assert (known.known_by, known.known_at) == ("Phạm Đức Lương", at("07:42"))
    assert attended(station)[-1] == known
    assert verify_station(station).ok
    station.store.close()
    with station_at(station.home, clock) as again:
        assert attended(again, "silent") == [known]


def test_a_line_that_gets_much_worse_or_begins_anew_is_news(station: Station, clock: Clock) -> None:
    opened(station)
    clock.set("07:42")
    know(station, concern(station, "silent"))
    clock.set("07:54")
    assert attended(station, "silent")[0].known_by
    clock.set("07:55")
    assert not attended(station, "silent")[0].known_by
    logged(station, NUMBERS[0])
    clock.set("08:06")
    assert not attended(station, "silent")[0].known_by


def test_only_a_supervisor_acknowledges(station: Station, clock: Clock) -> None:
    clock.set("07:40")
    with pytest.raises(NotPermitted, match="role_may_not"):
        acknowledge_attention(station, "not_opened", 10, device="TB-1")
    with pytest.raises(NotPermitted, match="role_may_not"):
        acknowledge_attention(as_user(station, "nb.thinh"), "not_opened", 10, device="TB-1")
    with pytest.raises(NotPermitted, match="role_may_not"):
        explain_difference(as_user(station, "nb.thinh"), "TB-1", "power_cut", at("07:35"))


@pytest.mark.parametrize(
    ("code", "rule", "device", "shift"),
    [
        ("unknown_attention", "too_slow", "TB-1", ""),
        ("unknown_device", "silent", "TB-9", ""),
        ("no_such_shift", "silent", "TB-1", "2021-04-08.TB-1.ca-2.1"),
        ("no_such_shift", "silent", "TB-2", "2021-04-08.TB-1.ca-1.1"),
    ],
)
def test_what_nobody_was_told_of_is_not_acknowledged(
    station: Station, code: str, rule: str, device: str, shift: str
) -> None:
    opened(station)
    with pytest.raises(InputRefused, match=code):
        acknowledge_attention(as_user(station, "pd.luong"), rule, 10, device=device, shift=shift)


def test_a_difference_at_closing_is_told_until_somebody_knows_of_it(station: Station, clock: Clock) -> None:
    for device, counter in (("TB-1", 2), ("TB-2", 1)):
        opened(station, device=device)
        logged(station, NUMBERS[counter], device=device)
        close_shift(station, device, counter, "Ghi sót một hồ sơ")
    line = concern(station, "difference")
    assert (line.device, line.figure, line.reason, line.window) == ("TB-1", 1, "Ghi sót một hồ sơ", "Ca 1")
    clock.set("06:00", "2021-04-09")
    assert attended(station, "difference")[0].concern == line
    know(station, line)
    assert attended(station, "difference") == []
    assert verify_station(station).ok


def test_why_plan_and_actual_parted_is_asked_for_once(station: Station, clock: Clock) -> None:
    opened(station)
    clock.set("09:05")
    line = concern(station, "behind")
    assert (line.figure, line.act, line.ask_since) == (95, "say_why", at("08:00"))
    assert line.ask_since is not None
    explain_difference(station, "TB-1", "no_citizens", line.ask_since)
    line = concern(station, "behind")
    assert (line.act, line.cause, line.ask_since) == ("catch_up", "no_citizens", None)
    clock.set("11:30")
    assert concern(station, "behind").act == "catch_up"
    assert verify_station(station).ok


def test_a_cause_is_one_of_the_catalogue_and_of_a_device_here(station: Station, clock: Clock) -> None:
    with pytest.raises(InputRefused, match="unknown_cause"):
        explain_difference(station, "TB-1", "weather", at("07:30"))
    with pytest.raises(InputRefused, match="unknown_device"):
        explain_difference(station, "TB-9", "no_citizens", at("07:30"))
    explain_difference(station, "TB-1", "no_citizens", clock() + timedelta(hours=1))  # a clock that ran ahead
    assert verify_station(station).ok


def test_a_pause_says_its_cause_and_explains_the_delay(station: Station, clock: Clock) -> None:
    opened(station)
    pause_shift(station, "TB-1", "power_cut")
    clock.set("09:30")
    lines = {line.concern.rule: line.concern for line in attended(station, device="TB-1")}
    assert set(lines) == {"paused", "behind"}
    assert (lines["paused"].figure, lines["paused"].cause) == (120, "power_cut")
    assert (lines["behind"].cause, lines["behind"].act) == ("power_cut", "catch_up")


def test_what_has_been_unsent_for_half_a_day(station: Station, clock: Clock) -> None:
    opened(station)
    logged(station, NUMBERS[0])
    clock.set("18:59")  # the station was set up at 07:00
    assert attended(station, "unsent") == []
    clock.set("19:00")
    assert concern(station, "unsent").figure == 12


def test_entries_that_nobody_can_have_taken_one_after_the_other(station: Station, clock: Clock) -> None:
    opened(station)
    for number in NUMBERS[:6]:
        clock.advance(seconds=20)
        logged(station, number)
    line = concern(station, "too_fast")
    assert (line.figure, line.beside, line.since) == (20, 45, at("07:32"))


def test_an_unusual_share_beside_the_days_before(station: Station, clock: Clock) -> None:
    opened(station)
    for number in NUMBERS[:36]:
        clock.advance(minutes=1)
        logged(station, number)
    close_shift(station, "TB-1", 36)
    clock.set("07:30", "2021-04-09")
    opened(station)
    for number in NUMBERS[:36]:
        clock.advance(minutes=1)
        logged(station, number, outcome="missing_papers", reason="no_old_card")
    line = concern(station, "outcome_share")
    assert (line.outcome, line.figure, line.beside) == ("missing_papers", 100, 0)


def test_a_shift_of_yesterday_that_was_not_closed(station: Station, clock: Clock) -> None:
    opened(station)
    clock.set("04:20", "2021-04-09")
    line = concern(station, "overdue")
    assert (line.figure, line.act) == (20, "close_shift")
    know(station, line)
    assert attended(station, "overdue")[0].known_by == "Phạm Đức Lương"
