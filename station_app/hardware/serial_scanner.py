"""Scanners on a serial port, USB-CDC ones included: found, listened to on a thread, and found again when replugged."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import Literal

import serial
from serial.tools import list_ports

from station_app.hardware.line_cutter import LineCutter

AUTOMATIC, OFF = "", "off"

State = Literal["off", "none", "several", "absent", "unopened", "listening"]
"""``none``: automatic, and no USB port has been there yet; ``several``: automatic, and somebody has to choose;
``absent``: the chosen port, or the one that was listened to, isn't there; ``unopened``: it is, but another program has
it, or this user may not use it."""

BAUD = 9600
"""8N1, what scanners are delivered with; over USB it means nothing."""
SILENCE = 0.12
"""Seconds without a byte after which a text is whole: some 100 characters' time at the slowest."""
LOOK_EVERY = 1.0
"""Seconds between two looks for a port that isn't there."""

if sys.platform == "win32":
    _FAILURES: tuple[type[Exception], ...] = (OSError, ValueError)
else:
    import termios

    # A port that is pulled while it is being opened fails by the terminal's own error.
    _FAILURES = (OSError, ValueError, termios.error)


@dataclass(frozen=True, slots=True)
class Port:
    """``key`` is what a setting keeps: it stays the same where the system names the replugged device anew.

    ``label``: what the device calls itself, for people.
    """

    key: str
    device: str
    label: str
    usb: bool


def ports() -> list[Port]:
    """The serial ports there are now, USB ones first, then by name. May take a few tens of milliseconds."""
    found = []
    for port in list_ports.comports():
        usb = port.vid is not None and port.pid is not None
        parts = (f"{port.vid:04x}", f"{port.pid:04x}", port.serial_number or "") if usb else ()
        names = [name for name in (port.manufacturer, port.product) if name]
        label = " ".join(dict.fromkeys(names)) or port.description or port.device
        found.append(Port(":".join(parts) or port.device, port.device, label, usb))
    return sorted(found, key=lambda port: (not port.usb, port.device))


class SerialScanner:
    """Listens to ``port``: `AUTOMATIC` for the only USB one, `OFF`, or a `Port.key` or device name.

    ``scanned`` [text] and ``became`` [State] are called on the scanner's thread, `became` with changes only,
    which begin with "off".
    """

    def __init__(
        self,
        port: str,
        scanned: Callable[[str], None],
        became: Callable[[State], None],
        look_every: float = LOOK_EVERY,
    ) -> None:
        self._port, self._scanned, self._became, self._look_every = port, scanned, became, look_every
        self._state: State = "off"
        self._was_there = False
        self._ended = Event()
        self._thread: Thread | None = None
        if port != OFF:
            self._thread = Thread(target=self._run, name="serial scanner", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """Lets the port go; returns when the thread has ended, within a moment."""
        self._ended.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._ended.is_set():
            device = self._find()
            if device:
                self._listen(device)
            self._ended.wait(self._look_every)

    def _find(self) -> str:
        """The device to open, or ""."""
        there = ports()
        if self._port == AUTOMATIC:
            found = [port.device for port in there if port.usb]
        else:
            found = [port.device for port in there if self._port in (port.key, port.device)][:1]
            if not found and Path(self._port).exists():
                found = [self._port]  # the system lists no pseudo-terminals
        if len(found) == 1:
            return found[0]
        awaited = self._was_there or self._port != AUTOMATIC
        self._is("several" if found else "absent" if awaited else "none")
        return ""

    def _listen(self, device: str) -> None:
        cutter, opened = LineCutter(), False
        try:
            with serial.Serial(device, BAUD, timeout=SILENCE, exclusive=True) as port:
                opened = self._was_there = True
                self._is("listening")
                while not self._ended.is_set():
                    received = port.read(port.in_waiting or 1)
                    for text in cutter.feed(received) if received else cutter.silence():
                        self._scanned(text)
        except _FAILURES:
            self._is("absent" if opened else "unopened")

    def _is(self, state: State) -> None:
        if state != self._state:
            self._state = state
            self._became(state)
