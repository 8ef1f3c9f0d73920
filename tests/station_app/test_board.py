"""Who needs help now: the board's presenter over a real station, without a window."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from campaign.refusal import StorageRefused
from station_app.services.close_shift import close_shift
from station_app.services.run_shift import pause_shift, report_zero, resume_shift
from station_app.ui.board.presenter import BoardPresenter
from station_app.ui.board.shown import BoardRow, BoardShown
from tests.station_app.desks import Bell, Clock, FakeDesk, as_user, at, logged, opened

NUMBERS = ("031195004417", "031072008815", "031088000862")


@dataclass
class FakeView:
    opened: Bell = field(default_factory=Bell)
    acknowledged: Bell = field(default_factory=Bell)
    explained: Bell = field(default_factory=Bell)
    last: BoardShown | None = None
    boards: int = 0
    late: bool = False
    refused: list[str] = field(default_factory=list)
    done: int = 0
    not_done: list[str] = field(default_factory=list)

    def show_board(self, shown: BoardShown) -> None:
        self.last = shown
        self.boards += 1

    def show_late(self, late: bool) -> None:
        self.late = late

    def show_refusal(self, words: str) -> None:
        self.refused.append(words)

    def show_done(self) -> None:
        self.done += 1

    def show_not_done(self, words: str) -> None:
        self.not_done.append(words)

    @property
    def shown(self) -> BoardShown:
        assert self.last is not None
        return self.last

    def row(self, device: str) -> BoardRow:
        return next(row for row in self.shown.rows if row.device == device)


@dataclass
class Screen:
    view: FakeView
    desk: FakeDesk
    presenter: BoardPresenter


@pytest.fixture
def screen(desk: FakeDesk) -> Screen:
    view = FakeView()
    presenter = BoardPresenter(view, desk)
    return Screen(view, desk, presenter)


def test_before_the_first_shift_there_are_plan_ticks_and_no_chart(screen: Screen, clock: Clock) -> None:
    clock.set("08:30")
    screen.presenter.shown()
    shown = screen.view.shown
    assert (shown.planned, shown.opened, shown.chart, shown.total.projected) == (True, False, None, None)
    assert (shown.total.quota, shown.total.plan, shown.total.closes_at) == (2100, 138, at("22:30"))
    assert {(row.mark, row.plan, row.quota, row.projected) for row in shown.rows} == {("unopened", 23, 350, None)}
    assert [row.place for row in shown.rows] == [1, 2, 3, 4, 5, 6]


def test_the_worst_comes_first_and_is_the_one_that_alarms(screen: Screen, clock: Clock) -> None:
    station = screen.desk.station
    for device in ("TB-1", "TB-2"):
        opened(station, device=device)
    clock.advance(minutes=2)
    for number in NUMBERS:
        logged(station, number, device="TB-2")
    clock.set("08:30")
    screen.presenter.shown()
    rows = screen.view.shown.rows
    assert [row.device for row in rows] == ["TB-1", "TB-3", "TB-4", "TB-5", "TB-6", "TB-2"]
    assert [row.alarm for row in rows] == [True, False, False, False, False, False]
    best = rows[-1]
    assert (best.done, best.plan, best.ahead, best.ahead_minutes) == (3, 23, -20, -51)
    assert [(hour.hour, hour.done) for hour in best.hours] == [(7, 3), (8, 0)]
    assert best.operator == "Trần Khánh Vân"


def test_who_is_on_plan_alarms_nobody(screen: Screen, clock: Clock) -> None:
    for place in range(1, 7):
        opened(screen.desk.station, device=f"TB-{place}")
    clock.advance(minutes=8)
    screen.presenter.shown()
    assert not any(row.alarm for row in screen.view.shown.rows)


def test_ten_silent_minutes_are_told_and_a_pause_is_no_silence(screen: Screen, clock: Clock) -> None:
    station = screen.desk.station
    opened(station)
    clock.advance(minutes=9)
    screen.presenter.shown()
    assert (screen.view.row("TB-1").mark, screen.view.row("TB-1").late) == ("open", False)
    clock.advance(minutes=1)
    screen.presenter.tick()
    row = screen.view.row("TB-1")
    assert (row.mark, row.minutes, row.late) == ("silent", 10, True)
    pause_shift(station, "TB-1", "power_cut")
    clock.advance(minutes=20)
    screen.presenter.tick()
    row = screen.view.row("TB-1")
    assert (row.mark, row.cause, row.minutes, row.downtime) == ("paused", "Mất điện", 20, 20)
    assert row.long_downtime
    resume_shift(station, "TB-1")
    clock.advance(minutes=3)
    screen.presenter.tick()
    assert screen.view.row("TB-1").mark == "open"


def test_sealed_and_overdue_shifts_are_told(screen: Screen, clock: Clock) -> None:
    station = screen.desk.station
    opened(station)
    opened(station, device="TB-2")
    close_shift(station, "TB-1", 0)
    screen.presenter.shown()
    assert screen.view.row("TB-1").mark == "sealed"
    assert (screen.view.shown.funnel.sealed_shifts, screen.view.shown.funnel.opened_shifts) == (1, 2)
    clock.set("05:00", "2021-04-09")
    screen.presenter.tick()
    rows = screen.view.shown.rows
    assert (rows[0].device, rows[0].mark, rows[0].alarm) == ("TB-2", "overdue", True)


def test_the_chart_ends_at_present_and_at_the_projected_close(screen: Screen, clock: Clock) -> None:
    station = screen.desk.station
    opened(station)
    clock.set("07:40")
    for number in NUMBERS:
        logged(station, number)
    clock.set("09:15")
    screen.presenter.shown()
    chart = screen.view.shown.chart
    assert chart is not None
    assert (chart.first, chart.last, chart.now) == (450, 1350, 555)
    assert chart.windows == ((750, "Ca 2"), (1050, "Ca 3"))
    (line,) = chart.lines
    row = screen.view.row("TB-1")
    assert line.label == "TB1"
    assert [minute for minute, _ in line.points] == [450, 480, 540, 555]
    assert line.points[0] == (450, 0)
    assert line.points[1][1] == pytest.approx(3 - 350 / 30)
    assert line.points[-1] == (555, row.ahead)
    assert row.projected is not None
    assert line.projected == row.projected - row.quota


def test_after_the_last_window_the_chart_stops_at_its_end(screen: Screen, clock: Clock) -> None:
    opened(screen.desk.station, window="ca-3")
    clock.set("23:30")
    screen.presenter.shown()
    chart = screen.view.shown.chart
    assert chart is not None
    assert chart.now == chart.last
    assert chart.lines[0].points[-1] == (1350, -350)


def test_a_row_leads_to_its_device(screen: Screen) -> None:
    screen.presenter.shown()
    screen.view.opened.emit("TB-4")
    assert (screen.desk.device, screen.desk.gone) == ("TB-4", ["intake"])


def test_a_slow_answer_is_waited_for_and_told(screen: Screen) -> None:
    screen.presenter.shown()
    screen.desk.read.held = True
    screen.presenter.tick()
    screen.presenter.tick()
    screen.presenter.tick()
    assert (screen.view.late, screen.view.boards, screen.desk.read.calls) == (True, 1, 2)
    screen.desk.read.release()
    assert (screen.view.late, screen.view.boards) == (False, 2)


def test_a_refusal_keeps_the_old_figures_and_asks_again(screen: Screen) -> None:
    screen.presenter.shown()
    screen.desk.read.refuse = StorageRefused("storage_failed")
    screen.presenter.tick()
    assert (screen.view.refused, screen.view.boards) == (["storage_failed"], 1)
    screen.presenter.tick()
    assert screen.view.boards == 2


def test_an_operator_who_came_later_is_named_by_the_shift(screen: Screen) -> None:
    opened(as_user(screen.desk.station, "lt.hanh"), device="TB-6", crew=("lt.hanh",))
    screen.presenter.shown()
    assert screen.view.row("TB-6").operator == "Lê Thu Hạnh"


def test_a_row_tells_its_band_its_stops_and_tomorrow(screen: Screen, clock: Clock) -> None:
    station = screen.desk.station
    opened(station)
    clock.set("08:30")
    pause_shift(station, "TB-1", "power_cut")
    clock.set("09:00")
    resume_shift(station, "TB-1")
    clock.set("09:15")
    screen.presenter.shown()
    shown, row = screen.view.shown, screen.view.row("TB-1")
    assert row.band is not None
    assert row.projected is not None
    assert row.band[0] <= row.projected <= row.band[1]
    assert screen.view.row("TB-2").band is None
    assert {each.tomorrow for each in shown.rows} == {350}
    assert shown.total.band is not None
    assert shown.chart is not None
    assert shown.chart.lines[0].stops == ((510, 540),)


def test_tomorrow_follows_the_days_that_are_over(screen: Screen, clock: Clock) -> None:
    opened(screen.desk.station)
    screen.presenter.shown()
    logged(screen.desk.station, NUMBERS[0])
    clock.set("04:00", "2021-04-09")
    screen.presenter.tick()
    assert screen.view.row("TB-1").tomorrow == 176  # 1 on the day that is over, 350 planned
    assert screen.view.row("TB-2").tomorrow == 175


def test_a_window_that_began_without_its_device_is_told(screen: Screen, clock: Clock) -> None:
    station = screen.desk.station
    opened(station)
    report_zero(station, "TB-2", "ca-1", "Tập huấn")
    clock.set("07:34")
    screen.presenter.shown()
    assert [screen.view.row(device).mark for device in ("TB-1", "TB-2", "TB-3")] == ["open", "zero", "none"]
    clock.set("07:36")
    screen.presenter.tick()
    row = screen.view.row("TB-3")
    assert (row.mark, row.window, row.minutes, row.late) == ("unopened", "Ca 1", 6, False)
    close_shift(station, "TB-1", 0)
    clock.set("12:40")
    screen.presenter.tick()
    assert {row.mark for row in screen.view.shown.rows} == {"unopened"}
    assert screen.view.row("TB-1").window == "Ca 2"
    clock.set("23:00")
    screen.presenter.tick()
    assert [screen.view.row(device).mark for device in ("TB-1", "TB-2", "TB-3")] == ["sealed", "zero", "none"]


def test_what_was_acknowledged_is_asked_for_anew(screen: Screen, clock: Clock) -> None:
    screen.desk.station = as_user(screen.desk.station, "pd.luong")
    clock.set("07:40")
    screen.presenter.shown()
    attention = screen.view.shown.attention
    assert (attention.may_acknowledge, len(attention.lines), attention.causes[0][0]) == (True, 6, "network_to_centre")
    boards = screen.view.boards
    screen.view.acknowledged.emit(attention.lines[0])
    assert (screen.view.done, screen.desk.grown, screen.view.boards) == (1, 1, boards + 1)
    last = screen.view.shown.attention.lines[-1]
    assert (last.device, last.known_by, last.known_at) == ("TB-1", "Phạm Đức Lương", at("07:40"))
    screen.view.acknowledged.emit(last)
    screen.view.explained.emit(last, "power_cut")  # nobody asked
    assert (screen.view.done, screen.view.not_done) == (1, [])


def test_the_usual_outcomes_are_those_of_the_days_before(screen: Screen, clock: Clock) -> None:
    opened(screen.desk.station)
    for number in range(40):
        logged(screen.desk.station, f"0311950{number:05d}")
    close_shift(screen.desk.station, "TB-1", 40)
    screen.presenter.shown()
    clock.set("07:30", "2021-04-09")
    opened(screen.desk.station)
    for number in range(30):
        clock.advance(minutes=1)
        logged(screen.desk.station, f"0310720{number:05d}", outcome="missing_papers", reason="no_old_card")
    screen.presenter.tick()
    (line,) = [line for line in screen.view.shown.attention.lines if line.rule == "outcome_share"]
    assert (line.outcome, line.figure, line.beside) == ("Thiếu giấy tờ", 100, 0)
