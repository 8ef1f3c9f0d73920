"""The settings screen: what a change does, who may change what, copies asked for; first without Qt, then by keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from station_app.hardware.wedge import Burst
from station_app.services.backup import copy_aside
from station_app.services.close_shift import close_shift
from station_app.services.settings import FILE, Settings, read_settings, write_settings
from station_app.services.station import Station
from station_app.ui.appearance import wear
from station_app.ui.settings.presenter import SettingsPresenter
from station_app.ui.settings.shown import PortShown, SettingsShown
from station_app.ui.settings.view import SettingsView
from tests.station_app.desks import Bell, Clock, FakeDesk, as_user, opened
from tests.station_app.windows import Window
from ui_kit import theme
from ui_kit.label import Label


@dataclass
class FakeView:
    changed: Bell = field(default_factory=Bell)
    device_added: Bell = field(default_factory=Bell)
    device_changed: Bell = field(default_factory=Bell)
    sound_tried: Bell = field(default_factory=Bell)
    scan_typed: Bell = field(default_factory=Bell)
    backup_asked: Bell = field(default_factory=Bell)
    backup_stopped: Bell = field(default_factory=Bell)
    seen: list[SettingsShown] = field(default_factory=list)

    def show_settings(self, shown: SettingsShown) -> None:
        self.seen.append(shown)

    @property
    def last(self) -> SettingsShown:
        return self.seen[-1]


@pytest.fixture
def view() -> FakeView:
    return FakeView()


@pytest.fixture
def desk(station: Station) -> FakeDesk:
    return FakeDesk(as_user(station, "nb.thinh"))


@pytest.fixture
def presenter(view: FakeView, desk: FakeDesk) -> SettingsPresenter:
    presenter = SettingsPresenter(view, desk, lambda: [PortShown("0c2e:0901:", "Honeywell 1950g")])
    presenter.shown()
    return presenter


def test_a_change_is_kept_used_at_once_and_told(presenter: SettingsPresenter, view: FakeView, desk: FakeDesk) -> None:
    view.changed.emit("text_size", 150)
    assert read_settings(desk.station.home).settings.text_size == 150
    assert desk.used[-1].text_size == 150
    assert (view.last.done, view.last.trouble) == ("view", None)


def test_silence_keeps_how_loud_it_was(presenter: SettingsPresenter, view: FakeView, desk: FakeDesk) -> None:
    view.changed.emit("volume", 0)
    assert desk.used[-1].loudness == 0
    view.changed.emit("volume", 70)
    assert desk.used[-1] == Settings()


def test_a_backup_folder_must_be_there(presenter: SettingsPresenter, view: FakeView, tmp_path: Path) -> None:
    view.changed.emit("backup_folder", str(tmp_path / "nowhere"))
    assert view.last.trouble == ("backup", "not_found")
    view.changed.emit("backup_folder", str(tmp_path))
    assert view.last.done == "backup"
    assert view.last.backup.free is not None


def test_a_copy_is_made_on_the_slow_lane_and_named(
    presenter: SettingsPresenter, view: FakeView, desk: FakeDesk, tmp_path: Path
) -> None:
    (folder := tmp_path / "copies").mkdir()
    view.changed.emit("backup_folder", str(folder))
    view.backup_asked.emit()
    assert [path.name for path in folder.rglob("*.bundle")] == [view.last.backup.made]


def test_a_copy_is_stopped_and_leaves_nothing(
    presenter: SettingsPresenter, view: FakeView, desk: FakeDesk, tmp_path: Path
) -> None:
    (folder := tmp_path / "copies").mkdir()
    view.changed.emit("backup_folder", str(folder))
    desk.slow.held = True
    view.backup_asked.emit()
    assert view.last.backup.share == 0
    view.backup_stopped.emit()
    desk.slow.release()
    assert view.last.trouble == ("backup", "backup_stopped")
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_devices_are_added_and_renamed(presenter: SettingsPresenter, view: FakeView) -> None:
    view.device_added.emit("TB-9", "", "KX-9")
    view.device_changed.emit("TB-9", "Máy lưu động", "")
    assert [(d.device, d.label, d.serial) for d in view.last.devices][-1] == ("TB-9", "Máy lưu động", "KX-9")
    view.device_added.emit("TB-9", "", "")
    assert view.last.trouble == ("devices", "device_exists")


def test_a_test_scan_says_what_it_would_be_and_shows_no_whole_number(
    presenter: SettingsPresenter, view: FakeView
) -> None:
    presenter.scanned(Burst("031195004417"))
    assert view.last.scan is not None
    assert view.last.scan.number == "4417"
    view.scan_typed.emit("rubbish")
    assert view.last.scan.trouble == "unknown_format"


def test_a_person_sets_their_own_view_and_no_more(view: FakeView, station: Station) -> None:
    desk = FakeDesk(station)
    SettingsPresenter(view, desk, list).shown()
    assert not view.last.all_allowed
    view.changed.emit("theme", "dark")
    assert view.last.done == "view"
    view.changed.emit("idle_minutes", 30)
    assert view.last.trouble == ("idle", "role_may_not")


@pytest.fixture
def window(qtbot: QtBot, home: Path, clock: Clock) -> Iterator[Window]:
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    theme.apply(running)
    window = Window(home, clock)
    yield window
    window.close()
    theme.apply(running)


def test_by_keys_the_text_grows_in_the_whole_window(window: Window) -> None:
    window.sign_in("nb.thinh")
    window.go(Qt.Key.Key_9)
    window.shown(SettingsView)
    before = theme.scaled(100)
    window.press(Qt.Key.Key_Right)
    window.rest()
    assert theme.scaled(100) > before
    assert read_settings(Path(window.desktop.home)).settings.text_size == 110


def test_what_was_set_holds_before_anybody_signs_in(qtbot: QtBot, home: Path, clock: Clock) -> None:
    write_settings(home, Settings(text_size=125, idle_minutes=9))
    window = Window(home, clock)
    try:
        assert theme.scaled(100) == 125
        assert window.desktop.idle.interval() == 9 * 60_000
    finally:
        window.close()
        wear(Settings())


def test_a_damaged_file_is_a_word_and_no_more(qtbot: QtBot, home: Path, clock: Clock) -> None:
    (home / FILE).write_text("not = = toml")
    window = Window(home, clock)
    try:
        assert window.desktop.inside.word.isVisible()
        window.sign_in("tk.van")
        assert window.rail()
    finally:
        window.close()


@pytest.mark.parametrize("room", [None, 0])
def test_a_sealed_shift_is_copied_aside_where_a_folder_is_set(
    qtbot: QtBot, home: Path, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int | None
) -> None:
    if room is not None:
        assert copy_aside.__kwdefaults__ is not None
        monkeypatch.setitem(copy_aside.__kwdefaults__, "room", room)
    (folder := tmp_path / "copies").mkdir()
    write_settings(home, Settings(backup_folder=str(folder)))
    window = Window(home, clock)
    try:
        window.sign_in("tk.van")
        station = window.desktop.station
        assert station is not None
        opened(station)
        look_again(window)
        assert not [path for path in folder.rglob("*") if path.is_file()]
        close_shift(station, "TB-1", 0)
        look_again(window)
        assert len(list(folder.iterdir())) == 1
        word = window.desktop.inside.word
        told = " ".join(label.text() for label in word.findChildren(Label)) if word.isVisible() else ""
        assert ("chỉ huy chưa nhận" in told) == (room == 0)
    finally:
        window.close()


def look_again(window: Window) -> None:
    """A minute passes: the frame's figures are asked anew."""
    for _ in range(60):
        window.desktop.tick()
    window.rest()
