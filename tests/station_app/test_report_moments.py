"""What a report tells of a moment is what was so then, whatever was opened again or set back since."""

from __future__ import annotations

from datetime import date

from station_app.services.clock_steps import tell_clock_step
from station_app.services.close_shift import close_shift
from station_app.services.report_day import report_day
from station_app.services.run_shift import reopen_shift
from station_app.services.show_board import board_figures
from station_app.services.station import Station
from tests.station_app.desks import Clock, as_user, at, logged, opened

DAY = date(2021, 4, 8)


def test_a_shift_opened_again_after_two_was_sealed_at_two(station: Station, clock: Clock) -> None:
    supervisor = as_user(station, "pd.luong")
    shift = opened(station, window="ca-3").shift
    logged(station, "031195000001")
    clock.set("22:40")
    closed = close_shift(station, "TB-1", 3, "Quên ghi")
    clock.set("02:30", "2021-04-09")
    reopen_shift(supervisor, shift, "Đếm lại")

    (now,) = report_day(supervisor, DAY).shifts
    assert (now.state, now.device_counter, now.head) == ("open", None, "")
    (at_two,) = report_day(supervisor, DAY, as_of="02:00").shifts
    assert (at_two.state, at_two.device_counter, at_two.difference, at_two.head) == ("sealed", 3, 2, closed.head)
    assert at_two.ended_at == at("22:40")

    logged(station, "031195000002")
    close_shift(station, "TB-1", 2)
    clock.set("09:00", "2021-04-09")
    (now,) = report_day(supervisor, DAY).shifts
    assert (now.state, now.device_counter, now.difference, now.counted) == ("sealed", 2, 0, 2)
    (at_two,) = report_day(supervisor, DAY, as_of="02:00").shifts
    assert (at_two.state, at_two.device_counter, at_two.difference, at_two.counted) == ("sealed", 3, 2, 1)
    assert (at_two.difference_reason, at_two.head, at_two.ended_at) == ("Quên ghi", closed.head, at("22:40"))


def test_a_shift_open_at_two_was_not_yet_sealed(station: Station, clock: Clock) -> None:
    supervisor = as_user(station, "pd.luong")
    opened(station, window="ca-3")
    clock.set("02:30", "2021-04-09")
    close_shift(station, "TB-1", 0)
    (at_two,) = report_day(supervisor, DAY, as_of="02:00").shifts
    assert (at_two.state, at_two.ended_at, at_two.head) == ("open", None, "")


def test_a_clock_set_back_hides_no_shift_and_unseals_none(station: Station, clock: Clock) -> None:
    clock.set("15:00")
    sealed = opened(station, "TB-1", "ca-1").shift
    close_shift(station, "TB-1", 0)
    later = opened(station, "TB-2", "ca-2").shift
    clock.set("14:10")
    tell_clock_step(station, at("15:00"), clock())
    shifts = {shift.shift: shift.state for shift in report_day(as_user(station, "pd.luong"), DAY).shifts}
    assert shifts == {sealed: "sealed", later: "open"}


def test_the_last_opened_is_the_last_whatever_the_clock_said(station: Station, clock: Clock) -> None:
    clock.set("15:00")
    opened(station, "TB-1", "ca-1")
    close_shift(station, "TB-1", 0)
    opened(station, "TB-2", "ca-2")
    clock.set("14:10")
    tell_clock_step(station, at("15:00"), clock())
    logged(station, "031195000001", "TB-2")
    last = opened(station, "TB-1", "ca-2").shift
    close_shift(station, "TB-1", 0)
    device = board_figures(station).day.device("TB-1")
    assert device is not None
    assert device.shift is not None
    assert device.shift.shift == last
