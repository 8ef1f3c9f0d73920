"""All scanners of the computer as one: those that play keyboard, and the one on a serial port."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QWindow

from station_app.hardware.serial_scanner import OFF, SerialScanner, State
from station_app.hardware.wedge import Burst
from station_app.ui.scanning.wedge_filter import WedgeFilter


class Scanners(QObject):
    """``scanned`` [Burst] and ``became`` [serial_scanner.State], on the window's thread.

    Nothing is scanned before `attend` and after `rest`, between which somebody is at the desk; ``state`` is the serial
    scanner's all the time.
    """

    scanned = Signal(object)
    became = Signal(str)
    _heard = Signal(object, str)
    _turned = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter: WedgeFilter | None = None
        self._port = OFF
        self._serial: SerialScanner | None = None
        self._listening: object = None
        """Of which listening a word is: what an earlier one still has to say comes too late."""
        self.state: State = "off"
        self._heard.connect(self._hear)
        self._turned.connect(self._turn)

    def attend(self, window: QWindow) -> None:
        """Somebody sits down at this window."""
        if self._filter is None:
            self._filter = WedgeFilter(window, self)
            self._filter.scanned.connect(self.scanned)

    def rest(self) -> None:
        """Nobody is there any more."""
        if self._filter is not None:
            self._filter.end()
            self._filter = None

    def listen(self, port: str) -> None:
        """To the scanner on a serial port: `serial_scanner.AUTOMATIC`, `OFF`, or the key of a `Port`."""
        if port == self._port:
            return
        self._hang_up()
        self._port, self._listening = port, object()
        listening = self._listening
        self._turn(listening, "off")
        self._serial = SerialScanner(
            port,
            lambda text: self._heard.emit(listening, text),
            lambda state: self._turned.emit(listening, state),
        )

    def end(self) -> None:
        """The program ends."""
        self.rest()
        self._hang_up()

    def _hang_up(self) -> None:
        if self._serial is not None:
            self._serial.end()
            self._serial, self._port = None, OFF

    def _hear(self, listening: object, text: str) -> None:
        if listening is self._listening and self._filter is not None:
            self.scanned.emit(Burst(text, by_keys=False))

    def _turn(self, listening: object, state: State) -> None:
        if listening is self._listening and state != self.state:
            self.state = state
            self.became.emit(state)
