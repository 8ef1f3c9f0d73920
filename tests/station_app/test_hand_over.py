"""The hand-over panel's decisions, without a window: a real station, real PINs and passwords."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import pytest

from campaign.refusal import Refusal, StorageRefused
from station_app.bootstrap import person_of, signed_in_as
from station_app.services.hand_over import show_hand_over
from station_app.services.passwords import reset_password
from station_app.services.pins import set_pin
from station_app.services.station import Station
from station_app.ui.hand_over.presenter import HandOverPresenter
from station_app.ui.hand_over.shown import HandOverShown, ShareShown, SuccessorShown
from station_app.ui.pin_trust import PinTrust
from station_app.ui.sign_in.shown import Trouble
from tests.station_app.desks import PASSWORD, Bell, Clock, ImmediateLane, as_user, at, logged, opened

PIN = "4071"


@dataclass
class FakeView:
    picked: Bell = field(default_factory=Bell)
    entered: Bell = field(default_factory=Bell)
    left: Bell = field(default_factory=Bell)
    shown: HandOverShown | None = None
    user: str = ""
    trouble: Trouble | None = None
    busy: bool = False
    closed: int = 0

    def show_hand_over(self, shown: HandOverShown) -> None:
        self.shown = shown

    def choose(self, user: str) -> None:
        self.user = user

    def show_trouble(self, trouble: Trouble | None) -> None:
        self.trouble = trouble

    def show_busy(self, busy: bool) -> None:
        self.busy = busy

    def close_panel(self) -> None:
        self.closed += 1


@dataclass
class Known:
    station: Station


@dataclass
class Counter:
    station: Station
    read: ImmediateLane = field(default_factory=ImmediateLane)
    write: ImmediateLane = field(default_factory=ImmediateLane)
    pins: PinTrust = field(default_factory=PinTrust)

    def unlock(self, user: str, secret: str) -> Known:
        person = self.pins.person(self.station, user, secret) or person_of(self.station, user, secret)
        return Known(signed_in_as(self.station, person))

    def seat(self, unlocked: Known) -> None:
        self.station = unlocked.station

    def now(self) -> datetime:
        return self.station.clock()

    def say(self, refusal: Refusal) -> str:
        return refusal.code


@dataclass
class Panel:
    view: FakeView
    counter: Counter
    presenter: HandOverPresenter


@pytest.fixture
def panel(station: Station) -> Panel:
    opened(station)
    logged(station, "031195004417")
    set_pin(as_user(station, "dm.quy"), PASSWORD, PIN)
    view, counter = FakeView(), Counter(station)
    presenter = HandOverPresenter(view, counter)
    presenter.open()
    return Panel(view, counter, presenter)


def test_the_panel_says_what_is_handed_over_and_who_may_take_it(panel: Panel) -> None:
    assert panel.view.shown == HandOverShown(
        "Trần Khánh Vân",
        (ShareShown("Thiết bị 1", 1, 1),),
        (
            SuccessorShown("1", "lt.hanh", "Lê Thu Hạnh", "operator", pin=False),
            SuccessorShown("2", "pd.luong", "Phạm Đức Lương", "supervisor", pin=False),
            SuccessorShown("3", "dm.quy", "Đỗ Minh Quý", "operator", pin=True),
        ),
    )


@pytest.mark.parametrize("secret", [PIN, PASSWORD])
def test_by_pin_or_password_the_next_sits_down(panel: Panel, secret: str) -> None:
    panel.view.picked.emit("dm.quy")
    panel.view.entered.emit(secret)
    assert (panel.counter.station.person.user, panel.view.closed, panel.view.busy) == ("dm.quy", 1, False)
    assert [shift.shift for shift in show_hand_over(panel.counter.station).shifts] == ["2021-04-08.TB-1.ca-1.1"]


def test_nobody_chosen_or_nothing_typed_does_nothing(panel: Panel) -> None:
    calls = panel.counter.read.calls
    panel.view.entered.emit(PASSWORD)
    panel.view.picked.emit("dm.quy")
    panel.view.entered.emit("")
    assert panel.counter.read.calls == calls


def test_wrong_ones_are_counted_and_the_lock_runs_down(panel: Panel, station: Station, clock: Clock) -> None:
    view = panel.view
    view.picked.emit("dm.quy")
    view.entered.emit("4072")
    assert view.trouble == Trouble("refused", words="wrong_pin")
    for left in (4, 3, 2, 1):
        view.entered.emit("falsch")
        assert view.trouble == Trouble("wrong", left=left)
    view.entered.emit("falsch")
    assert view.trouble == Trouble("locked", until=at("07:40"), seconds=600)
    view.picked.emit("lt.hanh")
    assert view.trouble is None
    view.picked.emit("dm.quy")
    clock.advance(minutes=4)
    panel.presenter.tick()
    assert view.trouble == Trouble("locked", until=at("07:40"), seconds=360)
    calls = panel.counter.read.calls
    view.entered.emit(PIN)
    assert panel.counter.read.calls == calls
    clock.set("07:40")
    panel.presenter.tick()
    assert view.trouble is None
    view.entered.emit(PIN)
    assert panel.counter.station.person.user == "dm.quy"


def test_a_temporary_password_is_changed_at_the_door_first(panel: Panel, station: Station) -> None:
    temporary = reset_password(as_user(station, "nb.thinh"), "lt.hanh")
    panel.view.picked.emit("lt.hanh")
    panel.view.entered.emit(temporary)
    assert panel.view.trouble == Trouble("refused", words="password_temporary")
    assert panel.counter.station is station


def test_a_full_disk_leaves_the_desk_with_who_has_it(panel: Panel, station: Station) -> None:
    panel.counter.write.refuse = StorageRefused("disk_full")
    panel.view.picked.emit("dm.quy")
    panel.view.entered.emit(PIN)
    assert panel.view.trouble == Trouble("refused", words="disk_full")
    assert (panel.counter.station, panel.view.user, panel.view.busy) == (station, "dm.quy", False)


def test_while_it_is_under_way_nothing_else_is_done(panel: Panel) -> None:
    panel.counter.read.held = True
    panel.view.picked.emit("dm.quy")
    panel.view.entered.emit(PIN)
    assert panel.view.busy
    panel.view.picked.emit("lt.hanh")
    panel.view.left.emit()
    assert (panel.view.user, panel.view.closed) == ("dm.quy", 0)
    panel.counter.read.release()
    assert panel.counter.station.person.user == "dm.quy"


def test_a_panel_that_was_left_tells_nothing_any_more(panel: Panel) -> None:
    panel.counter.read.held = True
    panel.view.shown = None
    panel.presenter.open()
    panel.view.left.emit()
    panel.counter.read.release()
    assert (panel.view.shown, panel.view.closed) == (None, 1)


def test_a_supervisor_may_take_over_from_an_operator(panel: Panel) -> None:
    panel.view.picked.emit("pd.luong")
    panel.view.entered.emit(PASSWORD)
    assert panel.counter.station.person.role == "supervisor"


def test_a_desk_that_nobody_sat_at_for_hours_wants_passwords(panel: Panel, station: Station) -> None:
    hours = [0.0]
    pins = PinTrust(lambda: hours[0] * 3600)
    pins.locked()
    hours[0] = 3.9
    pins.locked()
    assert pins.person(station, "dm.quy", PIN) is not None
    hours[0] = 4.1
    assert pins.person(station, "dm.quy", PIN) is None
    pins.seated()
    assert pins.person(station, "dm.quy", PIN) is not None
    assert pins.person(station, "lt.hanh", PIN) is None
    assert pins.person(station, "dm.quy", "mat-khau") is None
