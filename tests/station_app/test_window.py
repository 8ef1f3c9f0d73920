"""The window as people use it: sign-in, the rail, devices, the lock, the end; real lanes over a real station."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from campaign.entry import read_entry
from campaign.events import SignedIn, SignInFailed
from campaign.refusal import StorageRefused
from campaign.rows import ShiftRow
from db.history import History
from station_app.services.station import Station
from station_app.ui.board.view import BoardView
from station_app.ui.entries.entries_table import EntriesTable
from station_app.ui.entries.view import EntriesView
from station_app.ui.export.view import ExportView
from station_app.ui.intake.view import IntakeView
from station_app.ui.readiness.view import ReadinessView
from station_app.ui.shift_close.view import ShiftCloseView
from station_app.ui.sign_in.view import SignInView
from tests.golden import assert_golden
from tests.station_app.desks import Clock, copied, station_at
from tests.station_app.windows import Window
from ui_kit import theme
from ui_kit.check_row import CheckRow
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label
from ui_kit.text_field import TextField
from ui_kit.toggle_switch import ToggleSwitch

# The offscreen platform has no window manager to tell of sizes.
pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard"),
    pytest.mark.usefixtures("application"),
]

GOLDEN = Path(__file__).parent / "golden"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(home: Path, clock: Clock) -> Iterator[Window]:
    clock.set("07:18")
    opened_window = Window(home, clock)
    yield opened_window
    if opened_window.frame.isVisible():
        opened_window.close()


def last_bodies(home: Path, clock: Clock, count: int) -> list[object]:
    with station_at(home, clock) as station, station.store.read() as snapshot:
        history = History(snapshot, station.identity.station, station.identity.epoch)
        last = history.last()
        entries = [history.entry(n) for n in range(last - count + 1, last + 1)]
    return [read_entry(entry).body for entry in entries if entry]


def open_a_shift(window: Window) -> None:
    """By keys alone, on the readiness screen."""
    rows = [row for row in window.shown(ReadinessView).findChildren(CheckRow) if row.focusPolicy().value]
    for row in rows:
        row.setFocus()
        window.press(Qt.Key.Key_Space)
    window.press(Qt.Key.Key_Return, CTRL)
    window.rest()


def test_before_sign_in_there_are_no_figures(window: Window) -> None:
    window.shown(SignInView)
    assert window.bottom() == "HP-LC-07 · Công an quận Lê Chân | Chưa đăng nhập | Thứ Năm 08/04/2021 | 07:18"
    assert window.rail() == []
    window.press(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    window.press(Qt.Key.Key_2, CTRL)
    window.shown(SignInView)
    assert_golden(window.frame, GOLDEN / "sign_in.png")


def test_an_operator_begins_with_opening_a_shift_and_sees_only_what_the_role_may(window: Window) -> None:
    window.sign_in("tk.van")
    window.shown(ReadinessView)
    assert window.rail() == ["Ca", "Ghi hồ sơ", "Điều độ", "Sổ", "Cài đặt", "Khóa"]
    assert "Trần Khánh Vân · Cán bộ thu nhận | Chưa mở ca · Thiết bị 1" in window.bottom()
    assert "Chuỗi ghi liền mạch" in window.bottom()
    window.go(Qt.Key.Key_5)
    window.shown(ReadinessView)


def test_a_supervisor_begins_with_the_board_and_may_export(window: Window) -> None:
    window.sign_in("pd.luong")
    window.shown(BoardView)
    assert window.rail() == ["Ca", "Ghi hồ sơ", "Điều độ", "Tiến độ", "Xuất USB", "Báo cáo", "Sổ", "Cài đặt", "Khóa"]
    window.go(Qt.Key.Key_5)
    window.shown(ExportView)


def test_an_administrator_looks_and_sets_up(window: Window) -> None:
    window.sign_in("nb.thinh")
    window.shown(BoardView)
    assert window.rail() == ["Điều độ", "Cài đặt", "Khóa"]
    window.press(Qt.Key.Key_Return)
    window.rest()
    window.shown(BoardView)


def test_a_shift_from_opening_to_seal_by_keys_alone(window: Window, home: Path, clock: Clock) -> None:
    window.sign_in("tk.van")
    open_a_shift(window)
    window.shown(IntakeView)
    assert "Ca 1 · 07:30–12:30 · Thiết bị 1" in window.bottom()
    window.go(Qt.Key.Key_1)
    window.shown(ShiftCloseView)
    window.write("1")
    window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_3)
    window.press(Qt.Key.Key_Return, CTRL)
    window.rest()
    assert "Chưa mở ca · Thiết bị 1" in window.bottom()
    window.press(Qt.Key.Key_Return, CTRL)
    window.rest()
    window.shown(ReadinessView)
    window.close()
    with station_at(home, clock) as station, station.store.read() as snapshot:
        row = snapshot.get(ShiftRow, "HP-LC-07", "2021-04-08.TB-1.ca-1.1")
    assert row is not None
    assert (row.state, row.difference, row.difference_reason) == ("sealed", 1, "Quên ghi, ghi bù ngay")


def test_what_was_logged_is_a_key_away_and_a_lock_keeps_a_correction_in_writing(window: Window) -> None:
    window.sign_in("tk.van")
    open_a_shift(window)
    window.write("031195004417")
    window.press(Qt.Key.Key_Return)
    window.press(Qt.Key.Key_F1)
    window.rest()
    window.press(Qt.Key.Key_F, CTRL)
    window.rest()
    view = window.shown(EntriesView)
    (table,) = view.findChildren(EntriesTable)
    assert QApplication.focusWidget() is table
    assert table.model().index(0, 3).data() == "•••• 4417"
    window.press(Qt.Key.Key_E, CTRL)
    window.rest()
    window.write("Tran Van Hai")
    window.press(Qt.Key.Key_L, CTRL)
    window.rest()
    window.sign_in("tk.van")
    assert window.shown(EntriesView) is view
    assert "Tran Van Hai" in [field.text() for field in view.findChildren(TextField) if field.isVisible()]


def test_ctrl_and_a_digit_picks_the_device_on_every_screen(window: Window) -> None:
    window.sign_in("tk.van")
    open_a_shift(window)
    window.pick(Qt.Key.Key_3)
    assert "Chưa mở ca · Thiết bị 3" in window.bottom()
    window.shown(IntakeView)
    window.go(Qt.Key.Key_1)
    window.shown(ReadinessView)
    window.pick(Qt.Key.Key_1)
    window.shown(ShiftCloseView)
    window.pick(Qt.Key.Key_9)
    assert "Thiết bị 1" in window.bottom()


def test_a_lock_keeps_what_was_typed_for_the_same_person_only(window: Window) -> None:
    window.sign_in("tk.van")
    open_a_shift(window)
    window.go(Qt.Key.Key_1)
    window.write("117")
    window.desktop.lock()
    window.shown(SignInView)
    assert window.rail() == []
    assert "Chuỗi" not in window.bottom()
    window.write("mat-khau-7")
    window.press(Qt.Key.Key_Return)
    window.rest()
    closing = window.shown(ShiftCloseView)
    assert "117" in [field.text() for field in closing.findChildren(QLineEdit)]
    window.desktop.lock()
    window.sign_in("dm.quy")
    window.shown(IntakeView)
    window.go(Qt.Key.Key_1)
    assert "117" not in [field.text() for field in window.shown(ShiftCloseView).findChildren(QLineEdit)]
    assert "Đỗ Minh Quý" in window.bottom()


def test_nobody_at_the_keys_for_five_minutes_locks(window: Window) -> None:
    window.sign_in("tk.van")
    idle = window.desktop.idle
    assert (idle.interval(), idle.isActive()) == (300_000, True)
    idle.setInterval(30)
    idle.start()
    for _ in range(4):
        QTest.qWait(15)
        QTest.keyClick(window.frame.windowHandle(), Qt.Key.Key_Shift)
    window.shown(ReadinessView)
    window.until(lambda: window.desktop.inside.rail is None)
    window.shown(SignInView)


def test_the_journal_hears_of_failed_and_good_sign_ins(window: Window, home: Path, clock: Clock) -> None:
    window.sign_in("tk.van", "sai")
    window.sign_in("tk.van")
    window.desktop.lock()
    window.sign_in("pd.luong", "sai")
    window.sign_in("pd.luong")
    window.close()
    bodies = last_bodies(home, clock, 4)
    assert [type(body) for body in bodies] == [SignInFailed, SignedIn, SignInFailed, SignedIn]
    assert isinstance(bodies[-1], SignedIn)
    assert bodies[-1].user == "pd.luong"


def test_a_wrong_password_is_said_under_the_field(window: Window) -> None:
    window.sign_in("tk.van", "sai")
    assert_golden(window.frame, GOLDEN / "sign_in_wrong.png")


def test_a_station_in_use_elsewhere_says_so(window: Window, home: Path, clock: Clock) -> None:
    with station_at(home, clock):
        window.sign_in("tk.van")
    window.shown(SignInView)
    window.sign_in("tk.van")
    window.shown(ReadinessView)


def test_an_empty_home_says_what_to_do_and_looks_again(tmp_path: Path, prepared_home: Path, clock: Clock) -> None:
    window = Window(tmp_path / "nowhere", clock)
    assert "Lập trạm trên máy này" in texts_of(window)
    copied(prepared_home, tmp_path / "nowhere")
    window.press(Qt.Key.Key_F5)
    window.rest()
    window.sign_in("tk.van")
    window.shown(ReadinessView)
    window.close()


def texts_of(window: Window) -> list[str]:
    return [label.text() for label in window.frame.findChildren(Label) if label.isVisible()]


def test_a_bug_is_one_calm_line_and_a_trace_without_values(window: Window, home: Path) -> None:
    window.sign_in("tk.van")

    def fail() -> None:
        raise ValueError("031195004417 Nguyễn Thị Mai An")

    window.desktop.read.ask(fail, lambda _: None)
    window.rest()
    assert window.desktop.inside.word.isVisible()
    trace = (home / "log" / "trace.log").read_text(encoding="utf-8")
    assert "ValueError" in trace
    assert "test_window.py" in trace
    assert "031195004417" not in trace
    assert "Mai An" not in trace
    window.shown(ReadinessView)


def test_a_refusal_that_no_screen_expects_is_said_without_a_trace(window: Window, home: Path) -> None:
    def refuse() -> None:
        raise StorageRefused("disk_full")

    window.desktop.write.ask(refuse, lambda _: None)
    window.rest()
    (panel,) = [panel for panel in window.desktop.inside.word.findChildren(InlinePanel) if panel.isVisible()]
    assert panel.title.text().startswith("Ổ đĩa đầy")
    assert not (home / "log").exists()


def test_closing_waits_for_the_write_in_progress(window: Window, home: Path, clock: Clock) -> None:
    window.sign_in("tk.van")
    station = window.desktop.station
    assert station is not None
    begun, may_end = threading.Event(), threading.Event()

    def slow_write(station: Station = station) -> None:
        with station.work() as work:
            begun.set()
            may_end.wait(10)
            work.append(SignedIn(user="dm.quy"))

    window.desktop.write.ask(slow_write, lambda _: None)
    window.until(begun.is_set)
    window.frame.close()
    QTest.qWait(50)
    window.frame.close()
    assert window.frame.isVisible()
    assert window.desktop.inside.word.isVisible()
    may_end.set()
    window.until(lambda: not window.frame.isVisible())
    window.desktop.end()
    assert last_bodies(home, clock, 1) == [SignedIn(user="dm.quy")]


def test_a_window_that_nobody_signed_in_at_closes_at_once(window: Window) -> None:
    window.close()
    assert not window.frame.isVisible()


def test_the_practice_switch_turns_to_the_practice_station_and_back(home: Path, tmp_path: Path, clock: Clock) -> None:
    """The prepared one is made by the real command of the city."""
    window = Window(home, clock, practice=tmp_path / "practice")
    window.sign_in("tk.van")
    window.desktop.lock()
    (switch,) = [found for found in window.frame.findChildren(ToggleSwitch) if found.isVisible()]
    switch.click()
    window.until(lambda: any("mật khẩu van123" in text for text in texts_of(window)))
    window.rest()
    assert window.desktop.inside.drill.isVisible()
    window.press(Qt.Key.Key_Down)
    window.press(Qt.Key.Key_Down)
    window.write("van123")
    window.press(Qt.Key.Key_Return)
    window.rest()
    window.shown(ReadinessView)
    assert window.desktop.inside.drill.isVisible()
    window.desktop.lock()
    switch.click()
    window.rest()
    assert not window.desktop.inside.drill.isVisible()
    window.sign_in("tk.van")
    window.shown(ReadinessView)
    window.close()


def test_the_status_bar_tells_the_age_of_what_waits(window: Window, home: Path, clock: Clock) -> None:
    window.sign_in("tk.van")
    assert "Chưa xuất" in window.bottom()
    clock.set("20:40")
    window.desktop.tick()
    for _ in range(60):
        window.desktop.tick()
    window.rest()
    assert ", 13 giờ" in window.bottom()


def test_large_text_keeps_the_works_own_words_in_the_status_bar(window: Window, application: QApplication) -> None:
    window.sign_in("tk.van")
    theme.apply(application, scale=1.5)
    QApplication.processEvents()
    assert window.bottom().startswith("HP-LC-07 | Trần Khánh Vân | Chưa mở ca · Thiết bị 1 | Chưa xuất dưới 1 giờ")


def test_the_first_paint_waits_for_no_store(home: Path) -> None:
    program = """
import sys
import station_app.ui.frame as frame
def look():
    heavy = {"sqlalchemy", "sqlcipher3", "bundle", "db", "securesystemslib", "argon2", "click", "ui_kit.theme"}
    print(sorted(heavy & set(sys.modules)))
    sys.stdout.flush()
    import os
    os._exit(0)
made = frame.Frame.__init__
def __init__(self, *given):
    made(self, *given)
    self.painted.connect(look)
frame.Frame.__init__ = __init__
sys.argv = ["station-app"]
from station_app.__main__ import main
main()
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"


def test_the_program_runs_with_its_options_until_its_window_closes(home: Path) -> None:
    program = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import station_app.ui.frame as frame
made = frame.Frame.__init__
def __init__(self, *given):
    made(self, *given)
    self.painted.connect(lambda: QTimer.singleShot(1500, self.close))
frame.Frame.__init__ = __init__
sys.argv = ["station-app", "--home", {str(home)!r}, "--dark"]
from station_app.__main__ import main
main()
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
