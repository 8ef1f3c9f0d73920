"""The administrator's screen of people, without a window and in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from campaign.refusal import NotPermitted, StorageRefused
from station_app.bootstrap import person_of
from station_app.services.passwords import reset_password
from station_app.services.pins import set_pin
from station_app.services.show_people import PersonFacts, show_people
from station_app.services.sign_in import tell_sign_in
from station_app.services.station import Station
from station_app.ui.people.presenter import PeoplePresenter
from station_app.ui.people.shown import Act, PeopleShown, Told
from station_app.ui.people.view import PeopleView
from tests.golden import assert_golden
from tests.station_app.desks import PASSWORD, Bell, Clock, FakeDesk, as_user, at
from tests.station_app.windows import Window
from ui_kit import theme
from ui_kit.focus_ring import FocusRing
from ui_kit.label import Label

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard")

GOLDEN = Path(__file__).parent / "golden"
PAGE = (1286, 664)
VAN, THINH = "tk.van", "nb.thinh"


@dataclass
class FakeView:
    chosen: Bell = field(default_factory=Bell)
    act_asked: Bell = field(default_factory=Bell)
    left: Bell = field(default_factory=Bell)
    added: Bell = field(default_factory=Bell)
    changed: Bell = field(default_factory=Bell)
    reset: Bell = field(default_factory=Bell)
    removed: Bell = field(default_factory=Bell)
    begun: list[Act] = field(default_factory=list)
    shown: PeopleShown | None = None

    def show_people(self, shown: PeopleShown) -> None:
        self.shown = shown

    def begin(self, act: Act) -> None:
        self.begun.append(act)

    @property
    def now(self) -> PeopleShown:
        assert self.shown is not None
        return self.shown

    def person(self, user: str) -> PersonFacts:
        return next(person for person in self.now.people if person.user == user)


@dataclass
class Office:
    view: FakeView
    desk: FakeDesk
    presenter: PeoplePresenter


@pytest.fixture
def office(station: Station) -> Office:
    view, desk = FakeView(), FakeDesk(as_user(station, THINH))
    presenter = PeoplePresenter(view, desk)
    presenter.shown()
    return Office(view, desk, presenter)


def test_people_stand_by_given_name_with_what_is_to_know(station: Station, office: Office, clock: Clock) -> None:
    set_pin(station, PASSWORD, "4071")
    tell_sign_in(station)
    reset_password(as_user(station, THINH), "dm.quy")
    for _ in range(5):
        with pytest.raises(NotPermitted):
            person_of(station, "lt.hanh", "sai")
    office.presenter.shown()
    view = office.view
    assert [person.user for person in view.now.people] == ["lt.hanh", "pd.luong", "dm.quy", THINH, VAN]
    assert (view.person(VAN).pin, view.person(VAN).last_signed_in) == (True, at("07:30"))
    assert (view.person("dm.quy").temporary, view.person("pd.luong").last_signed_in) == (True, None)
    assert (view.person("lt.hanh").locked_until, view.now.seconds) == (at("07:40"), 600)
    clock.advance(minutes=1)
    office.presenter.tick()
    assert view.now.seconds == 540
    assert [person.user for person in view.now.people if person.own] == [THINH]


def test_only_an_administrator_sees_it(station: Station) -> None:
    with pytest.raises(NotPermitted, match=r"^role_may_not$"):
        show_people(station)


def test_a_person_is_added(office: Office, station: Station) -> None:
    view = office.view
    view.act_asked.emit("add")
    assert (view.now.act, view.begun) == ("add", ["add"])
    view.added.emit("an.nv", "Nguyễn Văn An", "operator", "ngan")
    assert (view.now.told, view.now.act) == (Told(words="password_too_short"), "add")
    view.added.emit("an.nv", "Nguyễn Văn An", "operator", "mat-khau-1")
    assert view.now.told == Told("added", "Nguyễn Văn An")
    assert (view.now.act, view.now.chosen, view.begun[-1]) == ("none", "an.nv", "none")
    assert office.desk.grown == 1
    assert person_of(station, "an.nv", "mat-khau-1").role == "operator"


def test_name_and_role_change(office: Office) -> None:
    view = office.view
    view.chosen.emit(VAN)
    view.act_asked.emit("change")
    view.changed.emit("Trần Thị Khánh Vân", "supervisor")
    assert view.now.told == Told("changed", "Trần Thị Khánh Vân")
    assert (view.person(VAN).role, view.person(VAN).full_name) == ("supervisor", "Trần Thị Khánh Vân")


def test_a_made_up_password_is_shown_until_the_next_act(office: Office, station: Station) -> None:
    view = office.view
    view.chosen.emit(VAN)
    view.act_asked.emit("reset")
    view.reset.emit("")
    told = view.now.told
    assert told is not None
    assert (told.done, len(told.password)) == ("reset", 11)
    assert person_of(station, VAN, told.password).temporary
    assert view.person(VAN).temporary
    view.left.emit()
    assert view.now.told is None
    view.act_asked.emit("reset")
    view.reset.emit("mat-khau-2")
    assert view.now.told == Told("reset", "Trần Khánh Vân")
    assert not view.person(VAN).temporary


def test_a_person_is_removed_and_oneself_is_not(office: Office, station: Station) -> None:
    view = office.view
    view.chosen.emit(VAN)
    view.act_asked.emit("remove")
    view.chosen.emit("dm.quy")
    assert view.now.chosen == VAN
    view.removed.emit()
    assert view.now.told == Told("removed", "Trần Khánh Vân")
    assert VAN not in [person.user for person in view.now.people]
    with pytest.raises(NotPermitted):
        person_of(station, VAN, PASSWORD)
    view.chosen.emit(THINH)
    view.act_asked.emit("remove")
    view.removed.emit()
    assert view.now.told == Told(words="last_administrator")


def test_what_was_not_asked_for_is_not_done(office: Office) -> None:
    calls = office.desk.write.calls
    for bell in (office.view.removed, office.view.reset):
        bell.emit(*([""] if bell is office.view.reset else []))
    assert office.desk.write.calls == calls


def test_while_one_act_is_written_there_is_no_other(office: Office) -> None:
    view = office.view
    view.chosen.emit(VAN)
    view.act_asked.emit("remove")
    office.desk.write.held = True
    view.removed.emit()
    assert view.now.busy
    for bell in (view.left, view.removed):
        bell.emit()
    view.act_asked.emit("add")
    assert view.now.act == "remove"
    office.desk.write.release()
    assert (view.now.busy, view.now.act) == (False, "none")


def test_a_failed_write_or_read_is_said_in_place(office: Office) -> None:
    view = office.view
    office.desk.read.refuse = StorageRefused("storage_failed")
    office.presenter.shown()
    assert view.now.told == Told(words="storage_failed")
    view.act_asked.emit("remove")
    office.desk.write.refuse = StorageRefused("disk_full")
    view.removed.emit()
    assert (view.now.told, view.now.act) == (Told(words="disk_full"), "remove")


@pytest.fixture
def window(application: QApplication, home: Path, clock: Clock) -> Iterator[Window]:
    opened = Window(home, clock)
    opened.sign_in(THINH)
    assert opened.desktop._seat is not None
    opened.desktop._seat.go("people")
    opened.rest()
    yield opened
    opened.close()


@pytest.fixture
def busy_morning(station: Station, clock: Clock) -> Station:
    """One has a PIN, one a temporary password, and one is locked out."""
    set_pin(station, PASSWORD, "4071")
    tell_sign_in(station)
    tell_sign_in(replace(station, person=person_of(station, "pd.luong", PASSWORD)))
    reset_password(as_user(station, THINH), "dm.quy")
    for _ in range(5):
        with pytest.raises(NotPermitted):
            person_of(station, "lt.hanh", "sai")
    clock.set("07:33")
    return as_user(station, THINH)


def test_the_pictures_of_the_screen(qtbot: QtBot, application: QApplication, busy_morning: Station) -> None:
    page, view = QWidget(), PeopleView()
    QHBoxLayout(page).setContentsMargins(0, 0, 0, 0)
    held = page.layout()
    assert held is not None
    held.addWidget(view)
    FocusRing(page)
    page.setFixedSize(*PAGE)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    view.setFocus()
    desk = FakeDesk(busy_morning)
    PeoplePresenter(view, desk).shown()
    QApplication.processEvents()
    assert_golden(page, GOLDEN / "people.png")
    theme.apply(application, dark=True)
    view.act_asked.emit("add")
    QApplication.processEvents()
    assert_golden(page, GOLDEN / "people_dark.png")


def write(window: Window, text: str) -> None:
    """With its marks, which no key of the test writes."""
    line = window.focused()
    assert isinstance(line, QLineEdit)
    line.insert(text)


def test_an_administrator_works_by_keys_alone(window: Window) -> None:
    page = window.shown(PeopleView)
    assert "Cài đặt" in window.rail()
    for _ in range(4):
        window.press(Qt.Key.Key_Down)
    window.press(Qt.Key.Key_F4)
    window.press(Qt.Key.Key_Return)
    window.rest()
    told = [label.text() for label in page.findChildren(Label) if label.isVisible()]
    assert any("chỉ hiện một lần" in text for text in told)
    window.press(Qt.Key.Key_F2)
    window.press(Qt.Key.Key_F6)
    for text in ("Nguyễn Văn An", "an.nv", "mat-khau-1"):
        write(window, text)
        window.press(Qt.Key.Key_Return)
    window.rest()
    assert any("Đã thêm Nguyễn Văn An" in label.text() for label in page.findChildren(Label))
    station = window.desktop.station
    assert station is not None
    assert {person.user: person.role for person in show_people(station)}["an.nv"] == "supervisor"
    window.press(Qt.Key.Key_F8)
    window.press(Qt.Key.Key_Return)
    window.rest()
    assert any("Đã xóa Nguyễn Văn An" in label.text() for label in page.findChildren(Label))


def test_half_typed_text_outlives_a_lock(window: Window) -> None:
    window.press(Qt.Key.Key_F2)
    write(window, "Nguyễn Văn An")
    window.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    window.write(PASSWORD)
    window.press(Qt.Key.Key_Return)
    window.rest()
    texts = [line.text() for line in window.shown(PeopleView).findChildren(QLineEdit)]
    assert "Nguyễn Văn An" in texts
