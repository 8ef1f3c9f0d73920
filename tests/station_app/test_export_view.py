"""The export screen as people use it: keys, focus, and a stick that keeps nobody waiting."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bundle.disk import Part
from bundle.stick import Stick
from campaign.refusal import Refusal
from station_app.hardware.drives import Drive
from station_app.services.settings import Settings
from station_app.services.station import Station
from station_app.services.sticks import register_stick
from station_app.ui.asking import Asks, Named
from station_app.ui.export.presenter import ExportPresenter
from station_app.ui.export.view import ExportView
from station_app.ui.lanes import Lane
from station_app.ui.seat_lane import SeatLane
from tests.station_app import export_specimens as specimens
from tests.station_app.city_side import write_receipt
from tests.station_app.desks import Heard, as_user, logged, opened
from tests.station_app.export_window import framed
from ui_kit.action_button import ActionButton
from ui_kit.label import Label
from ui_kit.status_label import StatusLabel

pytestmark = pytest.mark.usefixtures("application")


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ExportView]:
    with framed(qtbot) as view:
        yield view


@dataclass
class WindowDesk:
    """A desk with real threads."""

    station: Station
    write: Asks
    read: Asks
    slow: Asks
    sounds: Heard = field(default_factory=Heard)
    device: str = "TB-1"
    screen: str = "export"

    def pick_device(self, device: str) -> None:
        self.device = device

    def now(self) -> datetime:
        return self.station.clock()

    def go(self, screen: str) -> None:
        self.screen = screen

    def use_settings(self, settings: Settings) -> None: ...

    def journal_grew(self) -> None:
        pass

    def say(self, refusal: Refusal) -> str:
        return refusal.code

    def label(self, named: Named) -> str:
        return named.label_vi


@pytest.fixture
def desk(station: Station, qtbot: QtBot) -> Iterator[WindowDesk]:
    opened(station)
    logged(station, "031195004417")
    write, read, slow = lanes = [Lane(name) for name in ("write", "read", "slow")]
    broken: list[BaseException] = []
    for lane in lanes:
        lane.broke.connect(broken.append)
    yield WindowDesk(as_user(station, "pd.luong"), write, read, slow)
    for lane in lanes:
        lane.stop()
    assert not broken


@pytest.fixture
def stick(desk: WindowDesk, tmp_path: Path) -> Stick:
    root = tmp_path / "KINGSTON"
    root.mkdir()
    stick = Stick(root)
    register_stick(desk.station, stick, "USB số 03")
    return stick


def drive_of(stick: Stick) -> list[Drive]:
    return [Drive(stick.root, "vfat", 10**9, 16 * 10**9)]


def press(view: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(view.window().focusWidget() or view, key, held)


def texts(view: QWidget) -> list[str]:
    """All words in view, but for those on marks."""
    labels = [label.text() for label in view.findChildren(Label) if label.isVisible()]
    return labels + [button.text() for button in view.findChildren(ActionButton) if button.isVisible()]


def buttons(view: QWidget) -> list[str]:
    """What can be pressed."""
    return [button.text() for button in view.findChildren(ActionButton) if button.isVisible() and button.isEnabled()]


def focused(view: QWidget) -> str:
    """The button that has the focus."""
    widget = view.window().focusWidget()
    return widget.text() if isinstance(widget, ActionButton) else ""


def marked(view: QWidget) -> list[str]:
    """The words beside marks."""
    return [label.accessibleName() for label in view.findChildren(StatusLabel) if label.isVisible()]


def test_by_keys_alone_from_the_stick_to_the_receipt(
    qtbot: QtBot, view: ExportView, desk: WindowDesk, stick: Stick
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    presenter = ExportPresenter(view, desk, lambda: drive_of(stick))
    presenter.shown()
    qtbot.waitUntil(lambda: "Xuất và kiểm tra" in buttons(view))
    press(view, Qt.Key.Key_Return, control)
    qtbot.waitUntil(lambda: "Đã xuất và kiểm tra gói 0001" in texts(view))
    assert "HP-LC-07-e1-000001.bundle" in texts(view)
    assert focused(view) == "Tháo USB"
    press(view, Qt.Key.Key_E, control)  # the stick is a folder, which no system lets go
    qtbot.waitUntil(lambda: "Chưa rút được" in texts(view))
    qtbot.waitUntil(lambda: focused(view) == "Tháo USB")

    press(view, Qt.Key.Key_D, control)
    qtbot.waitUntil(lambda: "Xong, về điều độ" not in texts(view))
    press(view, Qt.Key.Key_Escape)
    press(view, Qt.Key.Key_Escape)
    assert desk.screen == "board"
    write_receipt(stick, desk.station, 1, 3)
    press(view, Qt.Key.Key_R, control)
    qtbot.waitUntil(lambda: "Biên nhận 1: đã nhận" in marked(view))
    qtbot.waitUntil(lambda: focused(view) == "Xuất và kiểm tra")
    press(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "Biên nhận 1: đã nhận" not in marked(view))
    qtbot.waitUntil(lambda: "Không hụt số: nối liền sau 3 chỉ huy đã nhận" in marked(view))


def test_a_digit_typed_into_a_label_chooses_no_stick(
    qtbot: QtBot, view: ExportView, desk: WindowDesk, tmp_path: Path
) -> None:
    root = tmp_path / "DATA"
    root.mkdir()
    presenter = ExportPresenter(view, desk, lambda: drive_of(Stick(root)))
    presenter.shown()
    qtbot.waitUntil(lambda: "Đăng ký USB trước" in texts(view))
    picked: list[int] = []
    view.picked.connect(picked.append)
    qtbot.waitUntil(lambda: view.window().focusWidget() is not None)
    for letter in "USB 03":
        press(view, Qt.Key(ord(letter)), Qt.KeyboardModifier.ShiftModifier)
    press(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Xuất và kiểm tra" in buttons(view))
    identity = Stick(root).identity()
    assert identity is not None
    assert (identity.label.upper(), picked) == ("USB 03", [])


def waits_for(gate: threading.Event, call: Callable[..., object]) -> Callable[..., object]:
    def held(*arguments: object) -> object:
        assert gate.wait(30)
        return call(*arguments)

    return held


def test_a_slow_stick_delays_no_save_and_no_figure(
    qtbot: QtBot, view: ExportView, desk: WindowDesk, stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenter = ExportPresenter(view, desk, lambda: drive_of(stick))
    presenter.shown()
    qtbot.waitUntil(lambda: "Xuất và kiểm tra" in buttons(view))
    gate = threading.Event()
    monkeypatch.setattr(Part, "sync", waits_for(gate, Part.sync))
    view.go_asked.emit()
    qtbot.waitUntil(lambda: "Dừng, bỏ gói dở" in buttons(view))

    answers: list[object] = []
    desk.write.ask(lambda: logged(desk.station, "031072008815").n, answers.append)
    desk.read.ask(lambda: "figure", answers.append)
    qtbot.waitUntil(lambda: len(answers) == 2)
    assert "Dừng, bỏ gói dở" in buttons(view)
    assert not gate.is_set()
    gate.set()
    qtbot.waitUntil(lambda: "Đã xuất và kiểm tra gói 0001" in texts(view))


def test_an_export_outlives_the_seat_of_who_began_it(
    qtbot: QtBot, view: ExportView, desk: WindowDesk, stick: Stick, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, slow = SeatLane(desk.read), SeatLane(desk.slow)
    presenter = ExportPresenter(view, replace(desk, read=read, slow=slow), lambda: drive_of(stick))
    presenter.shown()
    qtbot.waitUntil(lambda: "Xuất và kiểm tra" in buttons(view))
    gate = threading.Event()
    monkeypatch.setattr(Part, "sync", waits_for(gate, Part.sync))
    view.go_asked.emit()
    qtbot.waitUntil(lambda: "Dừng, bỏ gói dở" in buttons(view))
    for lane in (read, slow):
        lane.leave()
    gone = threading.Event()
    view.destroyed.connect(lambda *_: gone.set())
    view.deleteLater()
    qtbot.waitUntil(gone.is_set)
    gate.set()
    done: list[None] = []
    desk.slow.ask(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert [file.path.name for file in stick.listing().of("bundle")] == ["HP-LC-07-e1-000001.bundle"]


def test_a_click_chooses_a_stick_but_the_presenter_says_which(view: ExportView) -> None:
    specimens.show(view)
    picked: list[int] = []
    view.picked.connect(picked.append)
    cards = [child for child in view.findChildren(QWidget) if child.accessibleName().startswith("USB số 05")]
    QTest.mouseClick(cards[0], Qt.MouseButton.LeftButton)
    assert picked == [2]
