"""A scanner and a hand at the window's keyboard: keys come to the window as the system sends them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NO_MODIFIER, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_KEYS = {"\r": Qt.Key.Key_Return, "\n": Qt.Key.Key_Enter, "\t": Qt.Key.Key_Tab, "\b": Qt.Key.Key_Backspace}


class Keyboard:
    """One clock of its own, in milliseconds: a burst takes no time in the test."""

    def __init__(self, widget: QWidget) -> None:
        handle = widget.window().windowHandle()
        assert handle is not None
        self._window: QWindow = handle
        self._now = 5_000

    def scan(self, text: str, end: str = "\r", gap: int = 12) -> None:
        """A burst: each key ``gap`` ms behind the one before it, capitals with Shift."""
        for letter in text + end:
            if letter.isupper():
                self._shift(QEvent.Type.KeyPress, gap // 2)
            self._key(letter, gap)
            if letter.isupper():
                self._shift(QEvent.Type.KeyRelease, 0)

    def type(self, text: str, gap: int = 90) -> None:
        """A hand's."""
        for letter in text:
            self._key(letter, gap)
        self.rest()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Any key, with its shortcuts, by a hand that has rested."""
        self.rest()
        QTest.keyClick(self._window, key, modifiers)
        self.rest()

    def press_amid(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Within a burst: with its shortcuts, at the burst's clock."""
        self._send(QEvent.Type.ShortcutOverride, key, modifiers, "")
        self._send(QEvent.Type.KeyPress, key, modifiers, "")

    def compose(self, preedit: str, commit: str = "") -> None:
        """What an input method makes of keys, which it has kept for itself."""
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        focus = QApplication.focusWidget()
        assert focus is not None
        QApplication.sendEvent(focus, event)

    def rest(self) -> None:
        """Nothing is pressed for longer than any scanner would wait."""
        self._now += 1_000
        QTest.qWait(90)

    def _key(self, letter: str, gap: int) -> None:
        self._now += gap
        key = _KEYS.get(letter) or (Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown)
        modifiers = SHIFT if letter.isupper() else NO_MODIFIER
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._send(kind, key, modifiers, letter)

    def _shift(self, kind: QEvent.Type, gap: int) -> None:
        self._now += gap
        self._send(kind, Qt.Key.Key_Shift, SHIFT, "")

    def _send(self, kind: QEvent.Type, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str) -> None:
        event = QKeyEvent(kind, key, modifiers, text)
        event.setTimestamp(self._now)
        QApplication.sendEvent(self._window, event)
