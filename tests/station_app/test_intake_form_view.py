"""The form's own parts by real keys: paper catch-up, fee and receipt, phone, and who may have been there before."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from campaign.entry import read_entry
from campaign.events import ApplicationLogged
from db.history import History
from station_app.services.station import Station
from station_app.ui.intake.fee_row import FeeLine
from station_app.ui.intake.likely_panel import LikelyPanel
from station_app.ui.intake.paper_strip import PaperStrip
from tests.golden import assert_golden
from tests.station_app.desks import FakeDesk
from tests.station_app.intake_window import PAGE, Screen, settle
from ui_kit import theme
from ui_kit.label import Label

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard"),
    pytest.mark.usefixtures("application"),
]

GOLDEN = Path(__file__).parent / "golden"
CTRL = Qt.KeyboardModifier.ControlModifier


def newest(station: Station) -> ApplicationLogged:
    with station.store.read() as snapshot:
        history = History(snapshot, station.identity.station, 1)
        body = read_entry(history.entry(history.last()) or b"").body
    assert isinstance(body, ApplicationLogged)
    return body


def words(part: PaperStrip | FeeLine | LikelyPanel) -> str:
    return " ".join(label.text() for label in part.findChildren(Label) if label.text() and not label.isHidden())


def test_a_pile_of_paper_by_keyboard(qtbot: QtBot, thursday: Station) -> None:
    screen = Screen(qtbot, FakeDesk(thursday))
    keys, view = screen.keys, screen.view
    (strip,) = view.findChildren(PaperStrip)
    keys.press(Qt.Key.Key_B, CTRL)
    assert strip.isVisible()
    keys.type("1432")
    keys.press(Qt.Key.Key_Return)
    keys.scan("031199000243")
    keys.press(Qt.Key.Key_F1)
    assert (newest(thursday).source, newest(thursday).happened_at) == ("paper", "2021-04-08T14:32:00+07:00")
    assert screen.cell(0, 1) == "giấy 14h"
    keys.press(Qt.Key.Key_B, CTRL)
    keys.type("1440")  # the old hour was chosen as a whole
    assert strip.hour.text() == "1440"
    keys.press(Qt.Key.Key_Escape)
    assert not strip.isVisible()
    keys.press(Qt.Key.Key_B, CTRL)
    assert (strip.isVisible(), strip.hour.text()) == (True, "")
    keys.press(Qt.Key.Key_B, CTRL)
    assert not strip.isVisible()
    keys.scan("031199000244")
    keys.press(Qt.Key.Key_F1)
    assert newest(thursday).source == "barcode"


def test_fee_and_receipt_by_keyboard(qtbot: QtBot, thursday: Station) -> None:
    screen = Screen(qtbot, FakeDesk(thursday))
    keys, (fee,) = screen.keys, screen.view.findChildren(FeeLine)
    keys.scan("031199000243")
    assert words(fee) == "Lệ phí 25.000 đ, chưa thu"
    keys.press(Qt.Key.Key_T, CTRL)
    keys.type("AB 0012399")
    keys.press(Qt.Key.Key_Return)
    assert words(fee) == "Lệ phí 25.000 đ, biên lai AB 0012399"
    keys.press(Qt.Key.Key_F1)
    logged = newest(thursday).fee
    assert logged
    assert (logged.due, logged.taken, logged.receipt) == (25_000, 25_000, "AB 0012399")
    keys.scan("031199000244")
    assert words(fee) == "Lệ phí 25.000 đ, biên lai AB 0012400"
    keys.press(Qt.Key.Key_T, CTRL)
    keys.press(Qt.Key.Key_T, CTRL)
    keys.press(Qt.Key.Key_Escape)
    assert words(fee) == "Lệ phí 25.000 đ, chưa thu"


def test_a_phone_by_keyboard_and_enter_logs(qtbot: QtBot, thursday: Station) -> None:
    screen = Screen(qtbot, FakeDesk(thursday))
    keys = screen.keys
    keys.scan("031199000243")
    keys.press(Qt.Key.Key_D, CTRL)
    keys.type("0912345678")
    keys.press(Qt.Key.Key_Return)
    with thursday.store.read() as snapshot:
        history = History(snapshot, thursday.identity.station, 1)
        subject = history.subject(history.last())
    assert subject is not None
    assert (subject.number, subject.phone) == ("031199000243", "0912345678")


def test_who_may_have_been_there_before(qtbot: QtBot, thursday: Station, application: QApplication) -> None:
    screen = Screen(qtbot, FakeDesk(thursday))
    keys, (panel,) = screen.keys, screen.view.findChildren(LikelyPanel)
    keys.press(Qt.Key.Key_B, CTRL)
    keys.type("1432")
    keys.press(Qt.Key.Key_Return)
    keys.scan("145670243")
    keys.type("Phạm Thị Thu Huyền")
    keys.press(Qt.Key.Key_Return)
    keys.type("1988")
    assert panel.isVisible()
    assert "cùng họ tên và ngày sinh: 08/04 16:05 · Thiết bị 1 · Phạm Thị Thu Huyền · 1988 · •••• 0862" in words(panel)
    qtbot.wait(120)  # gauges rest between two paints
    settle()
    assert_golden(screen.window, GOLDEN / "intake_typed_likely.png")
    hint = screen.view.minimumSizeHint()
    assert (hint.width() <= PAGE[0], hint.height() <= PAGE[1]) == (True, True), (hint.width(), hint.height())
    theme.apply(application, dark=True)
    keys.press(Qt.Key.Key_T, CTRL)
    keys.type("AB 0012399")
    qtbot.wait(120)
    settle()
    assert_golden(screen.window, GOLDEN / "intake_receipt_dark.png")
    theme.apply(application)
    keys.press(Qt.Key.Key_F1)
    assert newest(thursday).happened_at == "2021-04-08T14:32:00+07:00"
    assert not panel.isVisible()
