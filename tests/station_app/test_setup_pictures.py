"""Pictures of the set-up and the settings, at the size that the window leaves them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from station_app.services.devices import DeviceShown
from station_app.services.offered_campaign import Offered
from station_app.services.settings import Settings
from station_app.services.show_enrolment import Enrolment
from station_app.ui.enrolment.shown import EnrolmentShown, StickShown
from station_app.ui.enrolment.view import EnrolmentView
from station_app.ui.set_up.shown import Wrong
from station_app.ui.set_up.view import SetUpView
from station_app.ui.settings.shown import BackupShown, PortShown, ScanShown, SettingsShown
from station_app.ui.settings.view import SettingsView
from tests.golden import assert_golden
from tests.station_app.desks import at
from ui_kit import theme

GOLDEN = Path(__file__).with_name("golden")
OWN, ROOTS = "41c0 9e2b 77aa 03d4", "8f12 5b60 c9e1 2a7d"


def laid_out(qtbot: QtBot, view: QWidget, width: int, height: int) -> tuple[QScrollArea, QWidget]:
    """In the window's scroll area, as high as it wants to be."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QScrollArea.Shape.NoFrame)
    scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(view)
    scroll.resize(width, height)
    qtbot.addWidget(scroll)
    with qtbot.waitExposed(scroll):
        scroll.show()
    view.setFocus()
    QApplication.processEvents()
    return scroll, view


def settings_page(qtbot: QtBot, size: int = 100, dark: bool = False) -> tuple[QScrollArea, QWidget]:
    view = SettingsView()
    view.show_settings(
        SettingsShown(
            settings=Settings(backup_folder="/media/sao-luu", text_size=size, theme="dark" if dark else "light"),
            all_allowed=True,
            devices=tuple(DeviceShown(f"TB-{n}", f"Thiết bị {n}", f"KX-20{n}") for n in range(1, 5)),
            ports=(PortShown("0c2e:0901:", "Honeywell 1950g"),),
            scan=ScanShown("qr", "4417", "Trần Thị Bưởi"),
            backup=BackupShown(free=14_200_000_000),
            about=Enrolment("HP-LC-07", 1, False, OWN, ROOTS, 1, 1, True),
            program="enrol-station 0.1.0",
            done="view",
            trouble=None,
        )
    )
    return laid_out(qtbot, view, 1286, 608)


def test_the_first_screen_of_a_new_computer(qtbot: QtBot, application: QApplication) -> None:
    view = SetUpView()
    view.show_moment(at("07:18"))
    view.show_strength("fair")
    view.show_wrong(Wrong("station", "refused", "Mã trạm HP LC không hợp lệ. Chưa lập gì."))
    _scroll, page = laid_out(qtbot, view, 1366, 664)
    assert_golden(page, GOLDEN / "set_up.png")


def test_the_campaign_of_a_stick(qtbot: QtBot, application: QApplication) -> None:
    view = SetUpView()
    view.show_moment(at("07:18"))
    view.show_offered(Offered("hp-2021", False, ROOTS, "KINGSTON"))
    _scroll, page = laid_out(qtbot, view, 1366, 664)
    assert_golden(page, GOLDEN / "set_up_from_stick.png")


def test_the_fingerprints(qtbot: QtBot, application: QApplication) -> None:
    view = EnrolmentView()
    view.show_enrolment(
        EnrolmentShown(
            step="receive",
            station="HP-LC-07",
            fingerprint=OWN,
            roots="",
            needs_roots=True,
            sticks=(
                StickShown(1, "KINGSTON", 14_200_000_000, True, False, True),
                StickShown(2, "TRANSCEND", 6_800_000_000, False, False, False),
            ),
            looking=False,
            busy="",
            written="HP-LC-07-e1.request",
            trouble="",
            trust_version=0,
            plan_version=0,
        )
    )
    _scroll, page = laid_out(qtbot, view, 1286, 608)
    assert_golden(page, GOLDEN / "set_up_fingerprint.png")


def test_the_settings(qtbot: QtBot, application: QApplication) -> None:
    _scroll, page = settings_page(qtbot)
    assert_golden(page, GOLDEN / "settings.png")


def test_the_settings_in_the_dark(qtbot: QtBot, application: QApplication) -> None:
    theme.apply(application, dark=True)
    _scroll, page = settings_page(qtbot, dark=True)
    assert_golden(page, GOLDEN / "settings_dark.png")


def test_the_settings_with_large_text_stand_one_under_another(qtbot: QtBot, application: QApplication) -> None:
    theme.apply(application, scale=1.5)
    _scroll, page = settings_page(qtbot, size=150)
    assert page.minimumSizeHint().width() <= 1286
    assert_golden(page, GOLDEN / "settings_150.png")


@pytest.mark.parametrize("made", [SetUpView, EnrolmentView, SettingsView])
def test_at_half_as_large_again_nothing_needs_more_width_than_there_is(
    qtbot: QtBot, application: QApplication, made: type[QWidget]
) -> None:
    theme.apply(application, scale=1.5)
    _scroll, page = laid_out(qtbot, made(), 1286, 608)
    assert page.minimumSizeHint().width() <= 1286
