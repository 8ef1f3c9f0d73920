"""How far the campaign is, and what-ifs at once: the presenter over a real station, without a window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from campaign.refusal import StorageRefused
from station_app.ui.progress.presenter import ProgressPresenter
from station_app.ui.progress.rendering import commune_words, first_wish, render
from station_app.ui.progress.shown import BreakdownShown, PartShown, ProgressShown
from tests.station_app.campaigns import AHEAD, BEHIND, DEADLINE, campaign
from tests.station_app.desks import Bell, Clock, FakeDesk, as_user, copied, logged, opened, station_at


@dataclass
class FakeView:
    devices_moved: Bell = field(default_factory=Bell)
    hours_moved: Bell = field(default_factory=Bell)
    rate_moved: Bell = field(default_factory=Bell)
    last: ProgressShown | None = None
    shows: int = 0
    late: bool = False
    breakdown: BreakdownShown | None = None
    planless: int = 0
    refused: list[str] = field(default_factory=list)

    def show_progress(self, shown: ProgressShown) -> None:
        self.last = shown
        self.shows += 1

    def show_breakdown(self, shown: BreakdownShown) -> None:
        self.breakdown = shown

    def show_no_plan(self) -> None:
        self.planless += 1

    def show_late(self, late: bool) -> None:
        self.late = late

    def show_refusal(self, words: str) -> None:
        self.refused.append(words)

    @property
    def shown(self) -> ProgressShown:
        assert self.last is not None
        return self.last


@dataclass
class Screen:
    view: FakeView
    desk: FakeDesk
    presenter: ProgressPresenter


@pytest.fixture
def screen(prepared_home: Path, tmp_path: Path, clock: Clock) -> Iterator[Screen]:
    with station_at(copied(prepared_home, tmp_path / "home"), clock) as station:
        clock.set("07:30")
        opened(station)
        for number in ("031195004417", "031072008815", "031088000862"):
            clock.advance(minutes=2)
            logged(station, number)
        desk, view = FakeDesk(as_user(station, "pd.luong")), FakeView()
        yield Screen(view, desk, ProgressPresenter(view, desk))


def test_today_counts_when_it_has_closed(screen: Screen, clock: Clock) -> None:
    clock.set("23:00")
    screen.presenter.shown()
    shown = screen.view.shown
    assert (shown.done, shown.closed, shown.standing) == (0, date(2021, 4, 7), "early")
    screen.presenter.tick()
    assert screen.view.shows == 1
    clock.set("04:00", "2021-04-09")
    screen.presenter.tick()
    shown = screen.view.shown
    assert (shown.done, shown.closed, shown.day_number) == (3, date(2021, 4, 8), 27)
    assert (shown.planned, shown.chart.target, shown.floor, shown.devices) == (56_700, 102_900, 350, 6)
    parts = screen.view.breakdown
    assert parts is not None
    assert parts.days[-1] == PartShown(3, date(2021, 4, 8), 2100)
    assert parts.weeks[-1] == PartShown(3, date(2021, 4, 5), 4 * 2100)
    assert (parts.devices, parts.communes) == ((PartShown(3, name="TB-1"),), (PartShown(3),))
    assert (shown.last_day, shown.deadline) == (date(2021, 4, 30), DEADLINE)


def test_what_ifs_ask_nothing_of_the_store(screen: Screen) -> None:
    screen.presenter.shown()
    calls, asked = screen.desk.read.calls, screen.view.shown.what_if
    screen.view.devices_moved.emit(2)
    screen.view.hours_moved.emit(-1.5)
    screen.view.rate_moved.emit(10.0)
    answer = screen.view.shown.what_if
    assert (answer.devices, answer.hours, answer.rate) == (asked.devices + 2, 13.5, 10)
    assert answer.close == answer.devices * 135 * 23
    assert any(row.devices == answer.devices for row in answer.rows)
    screen.view.devices_moved.emit(-500)
    screen.view.rate_moved.emit(-500.0)
    assert (screen.view.shown.what_if.devices, screen.view.shown.what_if.close) == (1, 0)
    assert screen.desk.read.calls == calls


def test_a_look_again_keeps_what_was_asked(screen: Screen) -> None:
    screen.view.devices_moved.emit(1)  # nothing is known yet
    screen.view.hours_moved.emit(1.0)
    screen.view.rate_moved.emit(1.0)
    screen.presenter.shown()
    screen.view.devices_moved.emit(3)
    wanted = screen.view.shown.what_if
    screen.presenter.shown()
    assert screen.view.shown.what_if == wanted


def test_a_slow_answer_is_waited_for_and_told(screen: Screen) -> None:
    screen.desk.read.held = True
    screen.presenter.shown()
    screen.presenter.shown()
    screen.presenter.tick()
    assert (screen.view.late, screen.view.shows, screen.desk.read.calls) == (True, 0, 1)
    screen.desk.read.release()
    assert (screen.view.late, screen.view.shows) == (False, 1)


def test_a_refusal_keeps_the_old_figures(screen: Screen) -> None:
    screen.presenter.shown()
    screen.desk.read.refuse = StorageRefused("storage_failed")
    screen.presenter.shown()
    assert (screen.view.refused, screen.view.shows) == (["storage_failed"], 1)


def test_figures_of_a_point_behind_and_ahead() -> None:
    late, early = (render(known, DEADLINE, first_wish(known)) for known in (campaign(BEHIND), campaign(AHEAD)))
    assert (late.standing, late.outlook.late_days, late.outlook.finished) == ("late", 3, date(2021, 5, 3))
    assert [row.devices for row in late.what_if.rows] == [6, 7, 8]
    assert [(row.devices, row.enough) for row in late.what_if.rows if row.enough] == [(7, True)]
    assert late.ahead_days == pytest.approx(-3282 / 2100)
    assert (early.standing, early.outlook.late_days) == ("ahead", -2)
    assert early.what_if.close == early.chart.close


def test_a_day_exactly_on_plan_and_a_campaign_that_is_over() -> None:
    even = campaign([2_100] * 10)
    assert render(even, DEADLINE, first_wish(even)).standing == "even"
    over = campaign([2_100] * 49)
    shown = render(over, DEADLINE, first_wish(over))
    assert (shown.needed, shown.outlook.left, shown.outlook.remaining, shown.floor) == (None, 0, 0, 0)


def test_a_commune_is_told_with_its_district(screen: Screen) -> None:
    units = screen.desk.station.catalogue.units
    assert commune_words(units, "11404") == "Dư Hàng Kênh, Lê Chân"
    assert commune_words(units, "318") == "Bạch Long Vĩ"
    assert [commune_words(units, code) for code in ("", "99999")] == ["", "99999"]
