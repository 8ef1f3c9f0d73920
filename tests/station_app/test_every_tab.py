"""Tab goes round: in every named state of `make screenshots` through all controls, and back to where it began."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from bench.screenshots.scene import seed
from bench.screenshots.states import take_pictures
from bench.screenshots.studio import Look, Studio, studio
from station_app.ui.sign_in.user_card import UserCard
from ui_kit import theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "grabbing the keyboard")

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, UserCard)
MOST = 200
"""More stops than any state has."""
BY_OTHER_KEYS: dict[str, str] = {
    "UserCard": "only the chosen person's takes Tab; arrow keys choose another",
    "OptionTile": "of an exclusive choice the chosen one takes Tab; arrow keys choose another",
    "OptionChip": "of an exclusive choice one takes Tab; arrow keys or the digit on it choose another",
    "OptionCard": "where cards stand for people, the digit on them or arrow keys choose",
    "CheckRow": "the computer checks it itself; nothing is to be pressed",
}
"""Kinds of controls of which some are no stop of Tab by design, and how they are reached."""


class Walker(Studio):
    """Walks through each state instead of taking its picture; ``found`` says what is wrong."""

    found: list[str]
    seen: list[str]

    def grab(self, name: str) -> None:
        self.rest()
        if "found" not in vars(self):
            self.found, self.seen = [], []
        self.seen.append(name)
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.found += [f"{name}: {key.name}: {what}" for what in self._walk(key)]
        self.found += [f"{name}: no stop: {_told(one)}" for one in self._visible() if _is_forgotten(one)]

    def _walk(self, key: Qt.Key) -> list[str]:
        start = self.desktop.frame.focusWidget()
        if start is None:
            return ["nothing has the focus"]
        met = [start]
        while len(met) < MOST:
            self._press(key)
            now = self.desktop.frame.focusWidget()
            if now is start:
                return [f"not reached: {_told(one)}" for one in self._visible() if _takes_tab(one) and one not in met]
            if now is None or now in met:
                return [f"from {_told(met[-1])} to {_told(now) if now else 'nowhere'}, not back to {_told(start)}"]
            met.append(now)
        return ["no end"]

    def _press(self, key: Qt.Key) -> None:
        handle = self.desktop.frame.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key)

    def _visible(self) -> list[QWidget]:
        return [one for one in self.desktop.frame.findChildren(QWidget) if one.isVisible() and one.isEnabled()]


def _told(one: QWidget) -> str:
    return f"{type(one).__name__} {one.accessibleName()}"


def _takes_tab(one: QWidget) -> bool:
    """A focus proxy has the focus instead of who has it."""
    by_tab = bool(one.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return by_tab and one.isVisible() and one.isEnabled() and one.focusProxy() is None


def _is_forgotten(one: QWidget) -> bool:
    """A control that Tab passes over, and nobody has said why."""
    return isinstance(one, CONTROLS) and not _takes_tab(one) and type(one).__name__ not in BY_OTHER_KEYS


def test_tab_reaches_every_control_and_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    scene = seed(tmp_path / "city")
    with studio(application, scene.home, tmp_path, Look(""), Walker) as at:
        assert isinstance(at, Walker)
        at.desktop.frame.activateWindow()
        _reach_every_card(at)
        take_pictures(at, scene)
        found, seen = at.found, at.seen
    theme.apply(application)
    assert "\n".join(found) == ""
    assert len(seen) == 33


def _reach_every_card(at: Studio) -> None:
    """What `BY_OTHER_KEYS` says of the cards is true: Up and Down come to each of them."""
    cards = [card for card in at.desktop.frame.findChildren(UserCard) if card.isVisible()]
    assert len(cards) > 1
    for key, order in ((Qt.Key.Key_Down, cards), (Qt.Key.Key_Up, cards[::-1])):
        for place, card in enumerate(order):
            if place:
                at.press(key)
            assert [one for one in cards if _takes_tab(one)] == [card]
            assert at.desktop.frame.focusWidget() is card.password
