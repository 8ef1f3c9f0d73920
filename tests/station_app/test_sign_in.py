"""Who is let in and who isn't, without a window: a real door, real passwords."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from campaign.refusal import Refusal, StoreBroken
from db.keyslots import KeySlots
from station_app.bootstrap import open_station
from station_app.door import Door, door_of
from station_app.home import SLOTS_FILE, STORE
from station_app.practice import PASSWORDS
from station_app.services.passwords import change_password, reset_password
from station_app.services.permission import Person
from station_app.services.pins import has_pin, set_pin
from station_app.services.users import remove_user
from station_app.ui.sign_in.presenter import SignInPresenter
from station_app.ui.sign_in.shown import DoorShown, Trouble
from tests.station_app.desks import PASSWORD, Bell, Clock, ImmediateLane, at, station_at


@dataclass
class FakeView:
    chosen: Bell = field(default_factory=Bell)
    entered: Bell = field(default_factory=Bell)
    practice_asked: Bell = field(default_factory=Bell)
    look_again: Bell = field(default_factory=Bell)
    renewal_asked: Bell = field(default_factory=Bell)
    renewed: Bell = field(default_factory=Bell)
    renewal_left: Bell = field(default_factory=Bell)
    must_renew: bool | None = None
    door: DoorShown | None = None
    user: str = ""
    trouble: Trouble | None = None
    busy: bool = False
    behind: bool = False
    said: list[str] = field(default_factory=list)

    def show_looking(self, practising: bool) -> None:
        self.door = None
        self.said.append("looking")

    def show_door(self, door: DoorShown) -> None:
        self.door = door

    def show_no_station(self, home: str) -> None:
        self.said.append(f"no station in {Path(home).name}")

    def show_closed(self, words: str) -> None:
        self.said.append(words)

    def choose(self, user: str) -> None:
        self.user, self.must_renew = user, None

    def show_renewal(self, must: bool) -> None:
        self.must_renew = must

    def show_busy(self, busy: bool) -> None:
        self.busy = busy

    def show_trouble(self, trouble: Trouble | None) -> None:
        self.trouble = trouble

    def show_moment(self, now: datetime, behind: bool) -> None:
        self.behind = behind

    def show_preparing(self, step: str) -> None:
        self.said.append(step)


@dataclass
class Doorstep:
    folder: Path
    clock: Clock
    read: ImmediateLane = field(default_factory=ImmediateLane)
    practising: bool = False
    inside: list[str] = field(default_factory=list)
    points: list[str | None] = field(default_factory=list)

    @property
    def home(self) -> str:
        return str(self.folder)

    def look(self) -> tuple[Door, Mapping[str, str]] | None:
        door = door_of(self.folder, self.clock())
        return (door, PASSWORDS if self.practising else {}) if door else None

    def met(self, door: Door | None) -> None:
        self.points.append(door.station if door else None)

    def unlock(self, user: str, secret: str, *, by_password: bool = False) -> Person:
        with open_station(self.folder, user, secret, lambda **_: self.clock, read_only=True) as station:
            return station.person

    def hold(self, unlocked: Any) -> bool:
        return bool(unlocked.temporary)

    def renew(self, unlocked: Any, password: str, new_password: str, pin: str) -> Person:
        with open_station(self.folder, unlocked.user, password, lambda **_: self.clock) as station:
            if new_password:
                station = change_password(station, password, new_password)
            if pin:
                set_pin(station, new_password or password, pin)
            return station.person

    def enter(self, unlocked: Any) -> None:
        self.inside.append(unlocked.full_name)

    def practise(self, on: bool) -> None:
        self.practising = on

    def now(self) -> datetime:
        return self.clock()

    def say(self, refusal: Refusal) -> str:
        return refusal.code


@dataclass
class Entrance:
    view: FakeView
    step: Doorstep
    presenter: SignInPresenter


@pytest.fixture
def entrance(home: Path, clock: Clock) -> Entrance:
    view, step = FakeView(), Doorstep(home, clock)
    presenter = SignInPresenter(view, step)
    presenter.look()
    return Entrance(view, step, presenter)


def test_the_door_shows_people_by_given_name_and_no_figures(entrance: Entrance) -> None:
    door = entrance.view.door
    assert door is not None
    assert [user.full_name.split()[-1] for user in door.users] == ["Hạnh", "Lương", "Quý", "Thịnh", "Vân"]
    assert {user.password for user in door.users} == {""}
    assert (door.station, door.drill, entrance.view.user) == ("HP-LC-07", False, "lt.hanh")
    assert entrance.step.points == ["HP-LC-07"]


def test_a_right_password_lets_in(entrance: Entrance) -> None:
    entrance.view.chosen.emit("tk.van")
    entrance.view.entered.emit(PASSWORD)
    assert entrance.step.inside == ["Trần Khánh Vân"]
    assert (entrance.view.trouble, entrance.view.busy) == (None, False)


def test_tries_are_counted_and_the_fifth_locks_with_the_time_that_is_left(entrance: Entrance, clock: Clock) -> None:
    for left in (4, 3, 2, 1):
        entrance.view.entered.emit("sai")
        assert entrance.view.trouble == Trouble("wrong", left=left)
    entrance.view.entered.emit("sai")
    assert entrance.view.trouble == Trouble("locked", until=at("07:40"), seconds=600)
    clock.advance(seconds=65)
    entrance.presenter.tick()
    assert entrance.view.trouble == Trouble("locked", until=at("07:40"), seconds=535)
    clock.set("07:40")
    entrance.presenter.tick()
    assert entrance.view.trouble is None
    entrance.view.entered.emit(PASSWORD)
    assert entrance.step.inside == ["Lê Thu Hạnh"]


def test_another_persons_lock_is_not_ones_own(entrance: Entrance) -> None:
    for _ in range(5):
        entrance.view.entered.emit("sai")
    entrance.view.chosen.emit("tk.van")
    assert entrance.view.trouble is None
    entrance.view.chosen.emit("lt.hanh")
    assert entrance.view.trouble is not None
    assert entrance.view.trouble.kind == "locked"


def test_while_a_password_is_tried_nothing_else_is_done(entrance: Entrance) -> None:
    entrance.step.read.held = True
    entrance.view.entered.emit(PASSWORD)
    assert entrance.view.busy
    entrance.view.chosen.emit("tk.van")
    entrance.view.entered.emit("sai")
    assert entrance.view.user == "lt.hanh"
    entrance.step.read.release()
    assert entrance.step.inside == ["Lê Thu Hạnh"]
    assert not entrance.view.busy


def test_an_empty_password_is_not_tried(entrance: Entrance) -> None:
    calls = entrance.step.read.calls
    entrance.view.entered.emit("")
    assert entrance.step.read.calls == calls


def test_any_other_refusal_is_said(entrance: Entrance) -> None:
    entrance.step.read.refuse = StoreBroken("store_newer")
    entrance.view.entered.emit(PASSWORD)
    assert entrance.view.trouble == Trouble("refused", words="store_newer")


def test_after_a_lock_the_same_person_is_proposed_and_a_clock_that_fell_behind_is_told(
    entrance: Entrance, clock: Clock
) -> None:
    entrance.presenter.lock("pd.luong", at("07:35"))
    assert (entrance.view.user, entrance.view.behind) == ("pd.luong", True)
    clock.set("07:36")
    entrance.presenter.tick()
    assert not entrance.view.behind


def test_an_empty_home_says_what_to_do(tmp_path: Path, clock: Clock) -> None:
    view, step = FakeView(), Doorstep(tmp_path / "empty", clock)
    presenter = SignInPresenter(view, step)
    presenter.look()
    assert view.said == ["looking", "no station in empty"]
    view.entered.emit(PASSWORD)
    assert step.inside == []
    view.look_again.emit()
    assert view.said[2:] == ["looking", "no station in empty"]


def test_a_door_that_cannot_be_read_is_told(home: Path, clock: Clock) -> None:
    (home / STORE / SLOTS_FILE).write_bytes(b"spoiled")
    (home / STORE / f"{SLOTS_FILE}.previous").unlink(missing_ok=True)
    view = FakeView()
    SignInPresenter(view, Doorstep(home, clock)).look()
    assert view.said == ["looking", "key_slots_unreadable"]


def test_a_station_whose_people_are_all_gone_says_so(home: Path, clock: Clock) -> None:
    slots = KeySlots.open(home / STORE / SLOTS_FILE)
    for user in slots.users:
        slots.remove(user.user)
    view = FakeView()
    SignInPresenter(view, Doorstep(home, clock)).look()
    assert view.door is not None
    assert (view.door.users, view.user) == ((), "")


def test_the_practice_station_shows_its_passwords(entrance: Entrance) -> None:
    entrance.view.practice_asked.emit(True)
    entrance.presenter.preparing("city")
    door = entrance.view.door
    assert door is not None
    assert {user.user: user.password for user in door.users if user.password} == PASSWORDS
    assert "city" in entrance.view.said


def test_who_is_locked_out_is_told_so_at_a_fresh_start(entrance: Entrance, home: Path, clock: Clock) -> None:
    for _ in range(5):
        entrance.view.entered.emit("sai")
    clock.advance(minutes=4)
    view = FakeView()
    presenter = SignInPresenter(view, Doorstep(home, clock))
    presenter.look()
    assert (view.user, view.trouble) == ("lt.hanh", Trouble("locked", until=at("07:40"), seconds=360))
    clock.advance(minutes=6)
    presenter.tick()
    assert view.trouble is None


def test_behind_a_lock_the_list_is_read_anew_without_a_flicker(entrance: Entrance, home: Path, clock: Clock) -> None:
    before = list(entrance.view.said)
    entrance.presenter.lock("tk.van", None)
    assert (entrance.view.said, entrance.view.user) == (before, "tk.van")
    with station_at(home, clock, "nb.thinh") as station:
        remove_user(station, "tk.van")
    entrance.presenter.lock("tk.van", None)
    assert entrance.view.door is not None
    assert "tk.van" not in [user.user for user in entrance.view.door.users]
    assert entrance.view.user == "lt.hanh"


@pytest.fixture
def temporary(home: Path, clock: Clock) -> str:
    """The password that lt.hanh was given."""
    with station_at(home, clock, "nb.thinh") as station:
        return reset_password(station, "lt.hanh")


def test_a_temporary_password_is_changed_in_place_before_anything_else(temporary: str, entrance: Entrance) -> None:
    view, step = entrance.view, entrance.step
    view.entered.emit(temporary)
    assert (view.must_renew, step.inside) == (True, [])
    view.renewed.emit("", "", "")
    assert view.trouble == Trouble("new_needed")
    view.renewed.emit("mot", "hai", "")
    assert view.trouble == Trouble("differ")
    view.renewed.emit("ngan", "ngan", "")
    assert view.trouble == Trouble("refused", words="password_too_short")
    view.renewed.emit("mat-khau-9", "mat-khau-9", "")
    assert step.inside == ["Lê Thu Hạnh"]
    view.entered.emit("mat-khau-9")
    assert step.inside == ["Lê Thu Hạnh"] * 2


def test_who_leaves_a_temporary_password_as_it_is_stays_outside(temporary: str, entrance: Entrance) -> None:
    entrance.view.entered.emit(temporary)
    entrance.view.renewal_left.emit()
    assert (entrance.view.must_renew, entrance.step.inside) == (None, [])
    entrance.view.renewed.emit("mat-khau-9", "mat-khau-9", "")
    entrance.view.renewal_left.emit()
    assert entrance.step.inside == []


def test_f2_asks_for_the_password_in_force_first(entrance: Entrance) -> None:
    view = entrance.view
    view.renewal_asked.emit("")
    assert view.trouble == Trouble("old_first")
    view.renewal_asked.emit("sai")
    assert (view.trouble, view.must_renew) == (Trouble("wrong", left=4), None)
    view.renewal_asked.emit(PASSWORD)
    assert (view.must_renew, entrance.step.inside) == (False, [])
    view.renewal_left.emit()
    assert entrance.step.inside == ["Lê Thu Hạnh"]


def test_a_pin_alone_may_be_set(entrance: Entrance, home: Path, clock: Clock) -> None:
    view = entrance.view
    view.renewal_asked.emit(PASSWORD)
    view.renewed.emit("", "", "1111")
    assert view.trouble == Trouble("refused", words="easy_pin")
    view.renewed.emit("", "", "4071")
    assert entrance.step.inside == ["Lê Thu Hạnh"]
    with station_at(home, clock) as station, station.store.read() as snapshot:
        assert has_pin(snapshot, "lt.hanh")


def test_nothing_typed_changes_nothing(entrance: Entrance) -> None:
    entrance.view.renewal_asked.emit(PASSWORD)
    entrance.view.renewed.emit("", "", "")
    entrance.view.entered.emit(PASSWORD)
    assert entrance.step.inside == ["Lê Thu Hạnh"] * 2


def test_another_person_may_be_chosen_instead(temporary: str, entrance: Entrance) -> None:
    entrance.view.entered.emit(temporary)
    entrance.view.chosen.emit("tk.van")
    entrance.view.renewed.emit("mat-khau-9", "mat-khau-9", "")
    entrance.view.entered.emit(PASSWORD)
    assert entrance.step.inside == ["Trần Khánh Vân"]
