"""The first screen without Qt: what is missing is named before anything is made, and a refusal finds its field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pytest

from bundle.documents import Trust, read_document
from bundle.keys import public_key, root_fingerprint
from bundle.layout import trust_path
from bundle.stick import Stick
from campaign.refusal import Refusal
from station_app.door import door_of
from station_app.hardware.drives import Drive
from station_app.services.offered_campaign import Offered
from station_app.ui.set_up.presenter import SetUpPresenter, strength_of
from station_app.ui.set_up.shown import Strength, Typed, Wrong
from tests.bundle.city import CAMPAIGN, ROOTS, a_first_trust, trust_line
from tests.station_app.desks import PASSWORD, Bell, ImmediateLane, at

GOOD = Typed(
    "hp-2021", "hp-lc-07", "Công an quận Lê Chân", "TB-1, TB-2", "nb.thinh", "Nguyễn Bá Thịnh", PASSWORD, PASSWORD
)


@dataclass
class FakeView:
    asked: Bell = field(default_factory=Bell)
    password_typed: Bell = field(default_factory=Bell)
    units: Sequence[str] = ()
    strength: Strength = ""
    wrong: Wrong | None = None
    busy: bool = False
    cleared: bool = False
    offered: Offered | None = None

    def show_units(self, units: Sequence[str]) -> None:
        self.units = units

    def show_offered(self, offered: Offered | None) -> None:
        self.offered = offered

    def show_strength(self, strength: Strength) -> None:
        self.strength = strength

    def show_wrong(self, wrong: Wrong | None) -> None:
        self.wrong = wrong

    def show_busy(self, busy: bool) -> None:
        self.busy = busy

    def clear_passwords(self) -> None:
        self.cleared = True


@dataclass
class FakeGround:
    home: str
    read: ImmediateLane = field(default_factory=ImmediateLane)
    write: ImmediateLane = field(default_factory=ImmediateLane)
    slow: ImmediateLane = field(default_factory=ImmediateLane)
    entered: list[object] = field(default_factory=list)

    def now(self) -> datetime:
        return at("07:00")

    def unlock(self, user: str, secret: str) -> object:
        return user, secret

    def enter(self, unlocked: object) -> None:
        self.entered.append(unlocked)

    def say(self, refusal: Refusal) -> str:
        return refusal.code


@pytest.fixture
def ground(tmp_path: Path) -> FakeGround:
    return FakeGround(str(tmp_path / "home"))


@pytest.fixture
def view(ground: FakeGround) -> FakeView:
    view = FakeView()
    SetUpPresenter(view, ground, list).shown()
    return view


def test_a_made_station_lets_its_administrator_in(view: FakeView, ground: FakeGround) -> None:
    view.asked.emit(GOOD)
    door = door_of(Path(ground.home), at("07:00"))
    assert door is not None
    assert (door.station, door.unit, door.drill) == ("HP-LC-07", "Công an quận Lê Chân", False)
    assert ground.entered == [("nb.thinh", PASSWORD)]
    assert view.cleared


@pytest.mark.parametrize("name", ["campaign", "station", "unit", "devices", "user", "full_name", "password"])
def test_an_empty_field_is_named(view: FakeView, ground: FakeGround, name: str) -> None:
    view.asked.emit(replace(GOOD, **{name: " "}))
    assert view.wrong is not None
    assert (view.wrong.field, view.wrong.kind) == (name, "empty")
    assert not ground.entered


def test_two_passwords_that_differ_are_said_to(view: FakeView) -> None:
    view.asked.emit(replace(GOOD, again="mat-khau-8"))
    assert view.wrong == Wrong("again", "differ")


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("station", "hp lc", "bad_station_code"),
        ("devices", "TB-1 TB-1", "bad_device"),
        ("user", "Nguyễn", "bad_key_slot"),
        ("password", "ab", "password_too_short"),
    ],
)
def test_a_refusal_finds_its_field(view: FakeView, ground: FakeGround, name: str, text: str, code: str) -> None:
    typed = replace(GOOD, **{name: text})
    view.asked.emit(replace(typed, again=typed.password))
    assert view.wrong is not None
    assert (view.wrong.field, view.wrong.words, view.busy) == (name, code, False)


def a_stick(folder: Path, payload: bytes, keys: Sequence[bytes] = tuple(ROOTS)) -> Drive:
    folder.mkdir()
    Stick(folder).write_document(trust_path(read_document(payload, Trust).version), trust_line(payload, keys))
    return Drive(folder, "vfat", 1, 1)


def offered_by(ground: FakeGround, *sticks: Drive) -> FakeView:
    view = FakeView()
    SetUpPresenter(view, ground, lambda: sticks).shown()
    return view


def test_a_sticks_trust_says_which_campaign_it_is(ground: FakeGround, tmp_path: Path) -> None:
    stick = a_stick(tmp_path / "KINGSTON", a_first_trust(drill=False))
    view = offered_by(ground, stick)
    roots = root_fingerprint([public_key(private) for private in ROOTS])
    assert view.offered == Offered(CAMPAIGN, False, roots, "KINGSTON")
    view.asked.emit(replace(GOOD, campaign=CAMPAIGN))
    door = door_of(Path(ground.home), at("07:00"))
    assert door is not None
    assert (door.campaign, door.drill) == (CAMPAIGN, False)


def test_the_stick_of_a_drill_makes_a_station_for_the_drill(ground: FakeGround, tmp_path: Path) -> None:
    view = offered_by(ground, a_stick(tmp_path / "A", a_first_trust()))
    view.asked.emit(replace(GOOD, campaign=CAMPAIGN))
    door = door_of(Path(ground.home), at("07:00"))
    assert door is not None
    assert door.drill


def test_what_does_not_verify_or_does_not_agree_is_no_offer(ground: FakeGround, tmp_path: Path) -> None:
    forged = a_stick(tmp_path / "forged", a_first_trust(), ROOTS[:1])
    one, other = a_stick(tmp_path / "one", a_first_trust()), a_stick(tmp_path / "other", a_first_trust(drill=False))
    (tmp_path / "empty").mkdir()
    empty, gone = Drive(tmp_path / "empty", "", 1, 1), Drive(tmp_path / "gone", "", 1, 1)
    assert offered_by(ground, forged, empty, gone).offered is None
    assert offered_by(ground, one, other).offered is None
    view = offered_by(ground, forged, empty, one)
    assert view.offered is not None
    assert view.offered.drill


def test_asked_twice_it_is_made_once(view: FakeView, ground: FakeGround) -> None:
    ground.write.held = True
    view.asked.emit(GOOD)
    view.asked.emit(GOOD)
    ground.write.release()
    assert len(ground.entered) == 1


def test_the_points_districts_are_offered(view: FakeView) -> None:
    assert "Công an quận Lê Chân" in view.units


@pytest.mark.parametrize(
    ("password", "strength"),
    [("", ""), ("ab1", "short"), ("matkhau", "fair"), ("aaaaaaaaaa1", "fair"), ("mat-khau-7-le-chan", "good")],
)
def test_a_word_on_the_password(password: str, strength: Strength) -> None:
    assert strength_of(password) == strength
