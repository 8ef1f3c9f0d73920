"""What an application says of its fee, and one that was filled on paper of its hour."""

from __future__ import annotations

from typing import Any

import pytest

from campaign.entered import holder_from_fields
from campaign.events import ApplicationLogged, Fee
from campaign.refusal import InputRefused
from campaign.rows import TallyRow
from station_app.services.form_id import new_form_id
from station_app.services.log_application import Application, Logged, log_application
from station_app.services.run_shift import pause_shift, resume_shift
from station_app.services.show_intake import desk_figures
from station_app.services.station import Station
from tests.station_app.cli import Stationctl, applications, moment
from tests.station_app.desks import Clock, opened
from tests.station_app.test_cli_log import code_of
from tests.station_app.test_cli_log import desk as desk

NUMBER = "031195004417"


def log(station: Station, number: str = NUMBER, **more: Any) -> Logged:
    entered = holder_from_fields(number, today=station.clock().date(), rules=station.catalogue.scan_rules)
    application = Application(
        **{"device": "TB-1", "form_id": new_form_id(), "source": "typed", "case_type": "exchange_on_request", **more},
        entered=entered,
    )
    return log_application(station, application)


def happened(clock: str) -> str:
    return moment(clock, "2021-04-08")


def refused(station: Station, at: str) -> InputRefused:
    with pytest.raises(InputRefused) as told:
        log(station, happened_at=at)
    return told.value


def tallies(station: Station) -> dict[int, int]:
    figures = desk_figures(station, "TB-1")
    assert figures is not None
    assert figures.device.shift is not None
    shift = figures.device.shift.shift
    with station.store.read() as snapshot:
        rows = [
            snapshot.get(TallyRow, station.identity.station, "2021-04-08", "TB-1", shift, hour, "accepted")
            for hour in range(24)
        ]
    return {row.hour: row.count for row in rows if row}


def test_what_was_filled_on_paper_counts_in_its_hour(station: Station, clock: Clock) -> None:
    opened(station)
    clock.set("11:00")
    log(station, happened_at=happened("09:40"))
    log(station, "031195004418")
    assert tallies(station) == {9: 1, 11: 1}
    figures = desk_figures(station, "TB-1")
    assert figures is not None
    assert figures.seconds_each is None, "what was caught up on tells nothing of the pace"


def test_paper_reaches_from_the_shifts_beginning_to_now(station: Station, clock: Clock) -> None:
    clock.set("09:30")
    opened(station)
    clock.set("11:00")
    log(station, "031195004411", happened_at=happened("07:30"))  # the power was off when the shift should have opened
    log(station, "031195004412", happened_at=happened("11:00"))
    early = refused(station, happened("07:29"))
    assert (early.code, early.fields) == ("happened_at_before_shift", {"since": "07:30"})
    assert refused(station, happened("11:01")).code == "happened_at_future"
    assert refused(station, moment("10:00", "2021-04-07")).code == "happened_at_before_shift"
    assert refused(station, "10:00").code == "bad_time"


def test_a_shift_opened_before_its_window_begins_when_it_opened(station: Station, clock: Clock) -> None:
    clock.set("07:10:45")
    opened(station)
    clock.set("09:00")
    log(station, happened_at=happened("07:10"))
    assert refused(station, happened("07:09")).fields == {"since": "07:10"}


def test_a_pause_told_afterwards_does_not_shut_paper_out(station: Station, clock: Clock) -> None:
    opened(station)
    clock.set("08:00")
    pause_shift(station, "TB-1", "power_cut")
    clock.set("10:00")
    assert refused(station, happened("09:00")).code == "shift_paused"
    resume_shift(station, "TB-1")
    log(station, happened_at=happened("09:00"))
    assert tallies(station) == {9: 1}


LINE = {"number": NUMBER, "form_id": "form-1", "happened_at": "2021-04-08T08:10:00+07:00", "fee": {"taken": 25000}}


def body_of(desk: Stationctl, line: dict[str, Any]) -> ApplicationLogged:
    answer = desk.log(line)
    assert answer.code == 0, answer
    return applications(desk.home)[answer.document["n"]]


def test_a_line_may_tell_fee_and_hour(desk: Stationctl) -> None:
    body = body_of(desk, LINE)
    assert (body.source, body.happened_at) == ("paper", "2021-04-08T08:10:00+07:00")
    assert body.fee == Fee(due=25000, taken=25000, receipt="")
    whole = {"number": "031195004418", "fee": {"due": 0, "taken": 0, "receipt": " AB  01 "}}
    assert body_of(desk, whole).fee == Fee(due=0, taken=0, receipt="AB 01")
    assert not body_of(desk, {"number": "031195004419"}).fee


OTHERS: list[dict[str, Any]] = [
    {"happened_at": "2021-04-08T08:11:00+07:00"},
    {"happened_at": None},
    {"fee": {}},
    {"fee": None},
]


def test_another_fee_or_hour_is_another_content(desk: Stationctl) -> None:
    assert desk.log(LINE).code == 0
    assert desk.log(LINE).document["repeated"] is True
    for other in OTHERS:
        assert code_of(desk.log({**LINE, **other})) == "form_id_conflict", other


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"happened_at": "08:10"}, "bad_line"),
        ({"happened_at": "2021-04-08T08:31:00+07:00"}, "happened_at_future"),
        ({"happened_at": "2021-04-08T07:00:00+07:00"}, "happened_at_before_shift"),
        ({"fee": {"taken": -1}}, "bad_line"),
        ({"fee": {"taken": 1, "currency": "VND"}}, "bad_line"),
        ({"fee": {"receipt": "1" * 41}}, "too_long"),
    ],
)
def test_what_a_line_may_not_say(desk: Stationctl, wrong: dict[str, Any], code: str) -> None:
    answer = desk.log({**LINE, **wrong})
    assert (answer.code, answer.document["error"]["code"]) == (4, code)
