"""At the intake screen: pauses, devices, gauges, and the states in which nothing is logged."""

from __future__ import annotations

import pytest

from campaign.refusal import StorageRefused
from station_app.services.close_shift import close_shift
from station_app.services.run_shift import pause_shift
from station_app.services.station import Station
from station_app.ui.intake.shown import Note
from station_app.ui.intake.shown_beside import Closed
from station_app.ui.intake.watching import PAGE
from tests.station_app.desks import Clock, FakeDesk, at, logged, opened
from tests.station_app.intake_surface import AN, Hands


@pytest.fixture
def hands(desk: FakeDesk) -> Hands:
    opened(desk.station)
    return Hands(desk)


# Pauses


def test_a_pause_counts_from_f9_and_is_told_with_its_cause(hands: Hands, clock: Clock) -> None:
    clock.set("08:00")
    hands.seen.pause_asked.emit()
    pause = hands.paused()
    assert (pause.since, pause.chosen, pause.asked, hands.focused()) == (at("08:00"), "", False, "pause")
    assert [choice.key for choice, _ in pause.choices] == list("12345678")
    assert [planned for _, planned in pause.choices][5:7] == [True, True]
    assert (hands.sees.field.mode, any(outcome.enabled for outcome in hands.sees.outcomes)) == ("shut", False)
    clock.advance(seconds=20)
    hands.digit("2")
    clock.advance(minutes=4)
    hands.presenter.tick()
    assert (hands.paused().chosen, hands.paused().seconds) == ("fingerprint_reader_fault", 260)
    assert hands.gauges().state == "paused"

    hands.seen.pause_asked.emit()
    assert (hands.pause(), hands.focused()) == (None, "scan")
    assert hands.gauges().state == "open"
    assert (hands.gauges().stopped_minutes, hands.gauges().pauses) == (4, 1)


def test_no_cause_yet_resuming_asks_for_one_and_escape_means_nothing_happened(hands: Hands) -> None:
    hands.seen.pause_asked.emit()
    hands.seen.pause_asked.emit()
    assert hands.paused().asked
    hands.escape()
    assert (hands.pause(), hands.focused()) == (None, "scan")
    hands.seen.pause_asked.emit()
    assert not hands.paused().asked


def test_the_cause_may_change_to_any_of_the_catalogue(hands: Hands, clock: Clock) -> None:
    hands.seen.pause_asked.emit()
    hands.digit("9")
    hands.digit("2")
    hands.digit("2")
    clock.advance(minutes=3)
    assert len(hands.paused().others) == len(hands.desk.station.catalogue.downtime_causes)
    hands.seen.cause_picked.emit("weather_or_disaster")
    assert hands.paused().chosen == "weather_or_disaster"
    assert hands.paused().since == at("07:30")
    assert (hands.gauges().stopped_minutes, hands.gauges().pauses) == (3, 1)


def test_a_pause_is_still_running_after_a_restart_and_late_after_its_minutes(station: Station, clock: Clock) -> None:
    opened(station)
    pause_shift(station, "TB-1", "power_cut")
    clock.advance(minutes=15)
    hands = Hands(FakeDesk(station))
    assert (hands.paused().seconds, hands.paused().late, hands.focused()) == (900, True, "pause")
    hands.scan(AN)
    assert hands.sees.person is None


def test_a_form_that_waits_is_there_again_after_a_pause(hands: Hands) -> None:
    hands.scan(AN)
    hands.seen.pause_asked.emit()
    hands.digit("4")
    hands.press("accepted")
    hands.enter()
    hands.seen.pause_asked.emit()
    hands.press("accepted")
    assert [row.last_digits for row in hands.rows] == ["4417"]


def test_a_pause_that_cannot_be_written_says_so(hands: Hands) -> None:
    hands.seen.pause_asked.emit()
    hands.desk.write.refuse = StorageRefused("disk_full")
    hands.digit("1")
    assert (hands.paused().sentence, hands.paused().chosen) == ("disk_full", "")
    hands.digit("1")
    assert (hands.paused().sentence, hands.paused().chosen) == ("", "network_to_centre")


def test_keys_during_the_writing_of_a_pause_do_nothing(hands: Hands) -> None:
    hands.desk.write.held = True
    hands.seen.pause_asked.emit()
    hands.digit("1")
    hands.digit("2")
    hands.seen.pause_asked.emit()
    hands.escape()
    hands.desk.write.release()
    assert hands.paused().chosen == "network_to_centre"


# Where nothing is logged


def test_without_a_shift_the_way_leads_to_readiness(desk: FakeDesk) -> None:
    hands = Hands(desk)
    assert hands.seen.closed == Closed("none", "Thiết bị 1", "", "")
    assert (hands.focused(), hands.sees.field.mode) == ("closed", "shut")
    hands.scan(AN)
    hands.press("accepted")
    hands.seen.pause_asked.emit()
    assert (hands.sees.person, hands.seen.pause) == (None, None)
    hands.seen.opening_asked.emit()
    assert desk.gone == ["shift"]


def test_the_list_of_all_that_was_logged_is_a_key_away(hands: Hands) -> None:
    hands.seen.list_asked.emit()
    assert hands.desk.gone == ["entries"]


def test_a_sealed_shift_closes_the_desk(hands: Hands) -> None:
    hands.seen.close_asked.emit()
    close_shift(hands.desk.station, "TB-1", 0)
    hands.presenter.shown()
    assert hands.seen.closed == Closed("sealed", "Thiết bị 1", "Ca 1", "2021-04-08")
    assert hands.desk.gone == ["shift_close"]
    assert hands.seen.header is not None
    assert (hands.seen.header.shift, hands.seen.header.minutes_left) == ("", None)


def test_an_overdue_shift_takes_no_more_entries(hands: Hands, clock: Clock) -> None:
    clock.set("04:01", day="2021-04-09")
    hands.presenter.shown()
    assert hands.seen.closed == Closed("overdue", "Thiết bị 1", "Ca 1", "2021-04-08")


def test_a_shift_that_was_sealed_meanwhile_keeps_the_scan(hands: Hands) -> None:
    hands.scan(AN)
    close_shift(hands.desk.station, "TB-1", 0)
    hands.press("accepted")
    assert hands.seen.closed is not None
    opened(hands.desk.station)
    hands.presenter.shown()
    assert hands.seen.number == AN
    hands.enter()
    assert [row.last_digits for row in hands.rows] == ["4417"]


# Beside the form


def test_the_header_tells_shift_crew_and_what_is_left(hands: Hands, clock: Clock) -> None:
    clock.set("11:06:20")
    hands.presenter.tick()
    header = hands.seen.header
    assert header is not None
    assert (header.device, header.shift, header.starts_at, header.ends_at) == (
        "Thiết bị 1",
        "Ca 1",
        at("07:30"),
        at("12:30"),
    )
    assert (header.crew, header.minutes_left) == (("Trần Khánh Vân", "Đỗ Minh Quý"), 84)
    clock.set("12:45")
    hands.presenter.tick()
    assert hands.seen.header is not None
    assert hands.seen.header.minutes_left == -15


def test_gauges_tell_the_devices_day(hands: Hands, clock: Clock) -> None:
    clock.set("08:00")
    hands.scan(AN)
    hands.press("accepted")
    gauges = hands.gauges()
    assert (gauges.device, gauges.done, gauges.quota, gauges.plan_to_now, gauges.ahead) == (
        "Thiết bị 1",
        1,
        350,
        12,
        -11,
    )
    assert gauges.closes == ("Ca 3", at("22:30"))
    assert round(gauges.planned_per_hour, 1) == 23.3
    assert (gauges.took_ms, gauges.planned_seconds) == (1000, 154)
    assert gauges.hours[0].hour == 7


def test_the_plan_moves_on_while_nothing_is_logged(hands: Hands, clock: Clock) -> None:
    clock.set("09:30")
    for _ in range(10):
        hands.presenter.tick()
    assert hands.gauges().plan_to_now == 47


def test_devices_are_picked_by_number(hands: Hands) -> None:
    opened(hands.desk.station, "TB-3")
    logged(hands.desk.station, AN, "TB-3")
    hands.presenter.shown()
    assert [(tile.number, tile.label, tile.current) for tile in hands.seen.tiles][:2] == [
        (1, "Thiết bị 1", True),
        (2, "Thiết bị 2", False),
    ]
    hands.seen.device_asked.emit(3)
    assert hands.desk.device == "TB-3"
    assert hands.gauges().done == 1
    assert [tile.current for tile in hands.seen.tiles] == [False, False, True, False, False, False]
    hands.seen.device_asked.emit(9)
    assert hands.desk.device == "TB-3"
    hands.seen.device_asked.emit(2)
    assert hands.seen.closed is not None
    assert hands.rows == ()


def test_figures_of_a_device_that_was_left_are_dropped(hands: Hands) -> None:
    opened(hands.desk.station, "TB-2")
    logged(hands.desk.station, AN, "TB-1")
    hands.desk.read.held = True
    hands.presenter.shown()
    hands.presenter.shown()
    hands.seen.device_asked.emit(2)
    hands.desk.read.release()
    assert (hands.gauges().device, hands.gauges().done) == ("Thiết bị 2", 0)


def test_late_figures_stay_and_are_muted(hands: Hands) -> None:
    hands.desk.read.held = True
    hands.presenter.shown()
    hands.presenter.tick()
    assert not hands.seen.stale
    hands.wait(0.4)
    hands.presenter.tick()
    assert hands.seen.stale
    hands.desk.read.release()
    hands.presenter.tick()
    assert not hands.seen.stale


def test_figures_that_cannot_be_read_say_so_and_stay_muted(hands: Hands) -> None:
    hands.desk.read.refuse = StorageRefused("storage_gone")
    hands.presenter.shown()
    hands.presenter.tick()
    assert (hands.row(), hands.seen.stale) == (Note("storage_gone"), True)
    hands.presenter.shown()
    hands.presenter.tick()
    assert not hands.seen.stale


def test_the_list_comes_in_pages(hands: Hands) -> None:
    for number in range(PAGE + 5):
        logged(hands.desk.station, f"0311950{number:05}")
    hands.presenter.shown()
    assert len(hands.rows) == PAGE
    assert hands.seen.list is not None
    assert hands.seen.list.more
    hands.seen.more_asked.emit()
    assert [row.place for row in hands.rows] == list(range(PAGE + 5, 0, -1))
    assert not hands.seen.list.more
    hands.seen.more_asked.emit()
    hands.scan(AN)
    hands.press("accepted")
    assert len(hands.rows) == PAGE + 6


def test_communes_are_offered_once(hands: Hands) -> None:
    assert len(hands.seen.offers) == 218
    offer = next(offer for offer in hands.seen.offers if offer.text == "Dư Hàng Kênh, Lê Chân")
    assert offer.plain == f"du hang kenh, le chan {offer.code}"
