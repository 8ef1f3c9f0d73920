"""Closing, sealing and handing over: the presenter over a real station, without a window."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from msgspec import UNSET

from campaign.entry import read_entry
from campaign.events import ShiftClosed
from campaign.refusal import StorageRefused
from campaign.rows import ShiftRow
from db.history import History
from station_app.services.close_shift import close_shift
from station_app.services.run_shift import pause_shift
from station_app.services.show_standing import show_standing
from station_app.services.station import Station
from station_app.ui.shift_close.presenter import ShiftClosePresenter
from station_app.ui.shift_close.shown import ClosingShown, Missing, ShareShown
from tests.station_app.desks import PASSWORD, Bell, Clock, FakeDesk, as_user, logged, opened

NUMBERS = ("031195004417", "031072008815", "031088000862")


@dataclass
class FakeView:
    counter_typed: Bell = field(default_factory=Bell)
    reason_chosen: Bell = field(default_factory=Bell)
    reason_typed: Bell = field(default_factory=Bell)
    seal_asked: Bell = field(default_factory=Bell)
    back_asked: Bell = field(default_factory=Bell)
    next_asked: Bell = field(default_factory=Bell)
    hand_over_asked: Bell = field(default_factory=Bell)
    last: ClosingShown | None = None
    missing: list[Missing] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    handed_to: list[str] = field(default_factory=list)
    busy: bool = False
    cleared: int = 0

    def show_closing(self, shown: ClosingShown) -> None:
        self.last = shown

    def show_missing(self, missing: Missing) -> None:
        self.missing.append(missing)

    def show_refusal(self, words: str) -> None:
        self.refused.append(words)

    def show_handed_over(self, full_name: str) -> None:
        self.handed_to.append(full_name)

    def show_busy(self, busy: bool) -> None:
        self.busy = busy

    def clear(self) -> None:
        self.cleared += 1

    @property
    def shown(self) -> ClosingShown:
        assert self.last is not None
        return self.last


@dataclass
class Screen:
    view: FakeView
    desk: FakeDesk
    presenter: ShiftClosePresenter


@pytest.fixture
def screen(desk: FakeDesk, clock: Clock) -> Screen:
    """A shift with three accepted, at 12:28 of its last minutes."""
    opened(desk.station)
    clock.advance(minutes=5)
    for number in NUMBERS:
        logged(desk.station, number)
    clock.set("12:28")
    view = FakeView()
    presenter = ShiftClosePresenter(view, desk)
    desk.picked = presenter.shown
    presenter.shown()
    return Screen(view, desk, presenter)


def closed_body(station: Station) -> ShiftClosed:
    with station.store.read() as snapshot:
        history = History(snapshot, station.identity.station, station.identity.epoch)
        data = history.entry(history.last() - 1)
    assert data is not None
    body = read_entry(data).body
    assert isinstance(body, ShiftClosed)
    return body


def test_the_screen_begins_with_what_was_logged_and_an_empty_counter(screen: Screen) -> None:
    shown = screen.view.shown
    assert (shown.device, shown.window, shown.logged, shown.counted) == ("Thiết bị 1", "Ca 1", 3, 3)
    assert [line.count for line in shown.outcomes] == [3, 0, 0, 0, 0, 0, 0]
    assert (shown.difference, shown.reasons, shown.steps) == (None, (), ("current", "waiting", "waiting"))
    assert (shown.slip.head, shown.slip.counter, shown.late, shown.sealed) == ("", None, 0, False)
    assert shown.day is not None
    assert (shown.day.done, shown.day.quota) == (3, 350)
    screen.view.seal_asked.emit()
    assert screen.view.missing == ["counter"]


def test_no_difference_needs_no_reason_and_is_sealed(screen: Screen) -> None:
    screen.view.counter_typed.emit("3")
    assert screen.view.shown.steps == ("done", "done", "current")
    screen.view.reason_chosen.emit(2)
    screen.view.seal_asked.emit()
    shown = screen.view.shown
    assert (shown.sealed, shown.steps, screen.desk.grown) == (True, ("done", "done", "done"), 1)
    body = closed_body(screen.desk.station)
    assert (body.difference, body.reason) == (0, UNSET)
    with screen.desk.station.store.read() as snapshot:
        row = snapshot.get(ShiftRow, "HP-LC-07", "2021-04-08.TB-1.ca-1.1")
    assert row is not None
    assert (row.state, shown.slip.last) == ("sealed", row.sealed_n)
    assert len(shown.slip.head) == 64


def test_a_difference_needs_one_of_the_reasons(screen: Screen) -> None:
    screen.view.counter_typed.emit("5")
    shown = screen.view.shown
    assert (shown.difference, len(shown.reasons), shown.steps) == (2, 3, ("done", "current", "waiting"))
    screen.view.seal_asked.emit()
    assert screen.view.missing == ["reason"]
    screen.view.reason_chosen.emit(2)
    assert [reason.chosen for reason in screen.view.shown.reasons] == [False, True, False]
    assert screen.view.shown.slip.reason == "Lập lại do mất điện"
    screen.view.seal_asked.emit()
    body = closed_body(screen.desk.station)
    assert (body.device_counter, body.counted, body.difference, body.reason) == (5, 3, 2, "Lập lại do mất điện")


def test_the_fourth_reason_is_typed(screen: Screen) -> None:
    screen.view.counter_typed.emit("2")
    screen.view.reason_chosen.emit(4)
    assert screen.view.shown.typed_reason
    screen.view.seal_asked.emit()
    assert screen.view.missing == ["typed_reason"]
    screen.view.reason_typed.emit("  Bộ đếm tự về 0 lúc khởi động  ")
    screen.view.seal_asked.emit()
    assert closed_body(screen.desk.station).reason == "Bộ đếm tự về 0 lúc khởi động"


@pytest.mark.parametrize("text", ["", "abc", "-1", "٣"])
def test_what_is_no_number_is_no_counter(screen: Screen, text: str) -> None:
    screen.view.counter_typed.emit("3")
    screen.view.counter_typed.emit(text)
    assert screen.view.shown.difference is None


def test_an_unknown_key_chooses_nothing(screen: Screen) -> None:
    screen.view.counter_typed.emit("5")
    screen.view.reason_chosen.emit(7)
    assert not any(reason.chosen for reason in screen.view.shown.reasons)


def test_a_refused_seal_leaves_everything_as_it_was(screen: Screen) -> None:
    screen.view.counter_typed.emit("3")
    screen.desk.write.refuse = StorageRefused("disk_full")
    screen.view.seal_asked.emit()
    assert screen.view.refused == ["disk_full"]
    assert (screen.view.shown.steps, screen.view.busy) == (("done", "done", "failed"), False)
    assert show_standing(screen.desk.station).devices[0].state == "open"
    screen.view.counter_typed.emit("3")
    screen.view.seal_asked.emit()
    assert screen.view.shown.sealed


def test_what_is_logged_meanwhile_is_seen_before_it_is_sealed_over(screen: Screen) -> None:
    screen.view.counter_typed.emit("3")
    logged(screen.desk.station, "031099004471")
    screen.view.seal_asked.emit()
    assert screen.view.refused == ["difference_reason_needed"]
    shown = screen.view.shown
    assert (shown.sealed, shown.counted, shown.difference) == (False, 4, -1)


def test_after_sealing_the_slip_stays_until_somebody_moves_on(screen: Screen) -> None:
    screen.view.counter_typed.emit("3")
    screen.view.seal_asked.emit()
    for _ in range(20):
        screen.presenter.tick()
    screen.view.seal_asked.emit()
    assert screen.view.shown.sealed
    assert screen.desk.grown == 1
    screen.view.next_asked.emit()
    assert screen.desk.gone == ["shift"]
    screen.presenter.shown()
    assert screen.desk.gone == ["shift", "shift"]


def test_another_device_begins_anew(screen: Screen) -> None:
    opened(screen.desk.station, device="TB-2")
    screen.view.counter_typed.emit("3")
    cleared = screen.view.cleared
    screen.desk.pick_device("TB-2")
    shown = screen.view.shown
    assert (shown.device, shown.difference, screen.view.cleared) == ("Thiết bị 2", None, cleared + 1)


def test_coming_back_to_the_same_shift_keeps_what_was_typed(screen: Screen) -> None:
    screen.view.counter_typed.emit("5")
    screen.presenter.shown()
    assert screen.view.shown.difference == 2


def test_a_shift_can_be_handed_over_by_its_receivers_password(screen: Screen) -> None:
    assert [one.user for one in screen.view.shown.receivers] == ["lt.hanh", "pd.luong", "dm.quy"]
    screen.view.hand_over_asked.emit("", "")
    screen.view.hand_over_asked.emit("dm.quy", "")
    assert screen.view.missing == ["receiver", "password"]
    screen.view.hand_over_asked.emit("dm.quy", "sai")
    assert screen.view.refused == ["wrong_password"]
    screen.view.hand_over_asked.emit("dm.quy", PASSWORD)
    assert screen.view.handed_to == ["Đỗ Minh Quý"]
    assert (screen.view.shown.operator, screen.desk.grown) == ("Đỗ Minh Quý", 1)


def test_a_paused_shift_is_closed_too_with_its_minutes(screen: Screen, clock: Clock) -> None:
    pause_shift(screen.desk.station, "TB-1", "power_cut")
    clock.advance(minutes=7)
    screen.presenter.shown()
    assert screen.view.shown.slip.paused_minutes == 7
    screen.view.counter_typed.emit("3")
    screen.view.seal_asked.emit()
    assert closed_body(screen.desk.station).paused_minutes == {"power_cut": 7}


def test_a_late_close_and_an_overdue_shift_are_told(screen: Screen, clock: Clock) -> None:
    clock.set("12:59")
    screen.presenter.shown()
    assert screen.view.shown.late == 0
    clock.set("13:05")
    for _ in range(10):
        screen.presenter.tick()
    assert screen.view.shown.late == 35
    clock.set("04:00", "2021-04-09")
    screen.presenter.shown()
    assert (screen.view.shown.overdue, screen.view.shown.day) == (True, None)
    screen.view.counter_typed.emit("3")
    screen.view.seal_asked.emit()
    assert screen.view.shown.sealed


def test_a_second_shift_continues_the_first_ones_head(screen: Screen, clock: Clock) -> None:
    sealed = close_shift(screen.desk.station, "TB-1", 3)
    clock.set("12:30")
    opened(screen.desk.station, window="ca-2")
    screen.presenter.shown()
    slip = screen.view.shown.slip
    assert (slip.earlier_window, slip.earlier_head) == ("Ca 1", sealed.head)


def test_escape_goes_back_to_intake(screen: Screen) -> None:
    screen.view.back_asked.emit()
    assert screen.desk.gone == ["intake"]


def test_who_shared_a_shift_sees_how_much_each_has_logged(screen: Screen) -> None:
    assert not screen.view.shown.slip.shares
    quy = as_user(screen.desk.station, "dm.quy")
    logged(quy, "031195004421")
    logged(quy, "031195004422", outcome="device_fault", reason="camera_fault")
    screen.presenter.shown()
    assert screen.view.shown.slip.shares == (ShareShown("Đỗ Minh Quý", 2, 1), ShareShown("Trần Khánh Vân", 3, 3))
