"""Keys on their way into the window: a scanner's are taken out of them, a hand's go on."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow
from shiboken6 import Shiboken

from station_app.hardware.wedge import Ruling, Wedge

_ALT, _CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
_META, _KEYPAD = Qt.KeyboardModifier.MetaModifier, Qt.KeyboardModifier.KeypadModifier
_ASIDE = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
}


class WedgeFilter(QObject):
    """``scanned`` [Burst]: one has ended. It filters the window's own events: all keys pass there, once, before
    shortcuts and before the focus; keys that wait for what comes behind them are sent there again.

    ``only_ended``: keys as fast as a scanner's are taken out only where a line end follows; else they all act, late
    but in order: where passwords are typed, none loses a key to a guess.
    """

    scanned = Signal(object)

    def __init__(self, window: QWindow, parent: QObject | None = None, *, only_ended: bool = False) -> None:
        super().__init__(parent)
        self._only_ended = only_ended
        self._window, self._wedge = window, Wedge()
        self._waiting: list[QKeyEvent] = []
        self._letting_go = False
        self._composing: QObject | None = None
        self._ahead = 0
        """Milliseconds by which the keys' clock, which begins anywhere, is ahead of this program's."""
        self._patience = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._patience.timeout.connect(self._nearly_over)
        window.installEventFilter(self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusObjectChanged.connect(self._watch_input_method)
        self._watch_input_method(QGuiApplication.focusObject())

    def end(self) -> None:
        """What waits acts; from now on all keys go where they went before."""
        self._settle(self._wedge.pause())
        self._window.removeEventFilter(self)
        self._watch_input_method(None)
        self._patience.stop()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._letting_go:
            return False
        if isinstance(event, QKeyEvent) and watched is self._window:
            return self._of_key(event)
        return isinstance(event, QInputMethodEvent) and self._of_input_method(event)

    def _of_key(self, event: QKeyEvent) -> bool:
        """Whether the key goes no further."""
        if event.type() == QEvent.Type.KeyRelease:
            if self._waiting:
                self._waiting.append(event.clone())
            return bool(self._waiting)
        at = self._at(event)
        if event.key() in _ASIDE or _is_part_of_code(event):
            self._wedge.aside(at)
            event.accept()
            return _is_part_of_code(event)
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._before_shortcuts(event, at)
        ruling = self._wedge.key(_text(event), at, repeated=event.isAutoRepeat())
        self._settle(ruling)
        if ruling.fate == "waits" or (self._only_ended and self._wedge.running):
            self._waiting.append(event.clone())
        self._be_patient()
        return ruling.fate != "acts"

    def _before_shortcuts(self, event: QKeyEvent, at: int) -> bool:
        """A key that may be a scanner's triggers none: it is decided upon when it comes as a key."""
        text = _text(event)
        self._settle(self._wedge.catch_up(at))
        if self._wedge.running or self._wedge.is_second_end(text, at) or self._wedge.may_begin(text):
            event.accept()
            return True
        self._settle(self._wedge.pause())
        return False

    def _of_input_method(self, event: QInputMethodEvent) -> bool:
        if not (event.commitString() or event.preeditString() or event.replacementLength()):
            return False  # some methods tell of nothing now and then
        if not self._only_ended and self._wedge.composed(event.commitString(), event.replacementLength()):
            self._wedge.aside(_now() + self._ahead)
            self._be_patient()
            return True
        self._settle(self._wedge.pause())
        return False

    def _settle(self, ruling: Ruling) -> None:
        waiting, self._waiting = self._waiting, []
        burst = ruling.burst if ruling.burst and (ruling.burst.ended or not self._only_ended) else None
        if ruling.released or (ruling.burst and not burst):
            self._letting_go = True
            for event in waiting:
                QCoreApplication.sendEvent(self._window, event)
            self._letting_go = False
        elif self._wedge.patience and (self._only_ended or not self._wedge.running):
            self._waiting = waiting
        if burst:
            self.scanned.emit(burst)

    def _be_patient(self) -> None:
        if self._wedge.patience:
            self._patience.start(self._wedge.patience)
        else:
            self._patience.stop()

    def _nearly_over(self) -> None:
        """Keys may have come in time and only not been looked at, where the window was busy: they first."""
        QTimer.singleShot(0, self._over)

    def _over(self) -> None:
        if not self._patience.isActive():
            self._settle(self._wedge.pause())

    def _watch_input_method(self, focus: QObject | None) -> None:
        """Its events come to the object that has the focus, and not by the window."""
        if self._composing is not None and Shiboken.isValid(self._composing):
            self._composing.removeEventFilter(self)
        self._composing = None if focus is self._window else focus
        if self._composing is not None:
            self._composing.installEventFilter(self)

    def _at(self, event: QKeyEvent) -> int:
        """When the key was pressed, in milliseconds, however late it is looked at; most systems tell."""
        at = event.timestamp() or _now()
        self._ahead = at - _now()
        return at


def _now() -> int:
    return round(monotonic() * 1000)


def _text(event: QKeyEvent) -> str:
    """What the key writes; "" for those that act. AltGr comes as Ctrl and Alt."""
    held, text = event.modifiers(), event.text()
    acts = held & _META or (held & _ALT and not held & _CONTROL) or (held & _CONTROL and not held & _ALT)
    return "" if acts and text.isprintable() else text


def _is_part_of_code(event: QKeyEvent) -> bool:
    """A digit of the number pad with Alt: Windows makes a letter of several, and scanners write some letters so."""
    held = event.modifiers()
    return bool(held & _ALT and held & _KEYPAD and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9)
