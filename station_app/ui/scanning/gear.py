"""What is plugged in at the desk: scanners and a loudspeaker. Nothing of it is read in before the window is painted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from station_app.ui.bottom_line import BottomLine

if TYPE_CHECKING:
    from station_app.hardware.speaker import Sound, Speaker
    from station_app.hardware.wedge import Burst
    from station_app.ui.scanning.scanners import Scanners
    from station_app.ui.scanning.wedge_filter import WedgeFilter


class Gear(QObject):
    """``port`` is a serial scanner's, as `SerialScanner` takes it, ``volume`` 0 (silent) to 100; both may be set anew
    at any time, the port by `listen`.
    """

    def __init__(
        self,
        bottom: BottomLine,
        scanned: Callable[[Burst], None],
        swallowed: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        """``swallowed`` is told that something was scanned while nobody sits at the desk, and not what."""
        super().__init__(parent)
        self._bottom, self._scanned, self._swallowed = bottom, scanned, swallowed
        self._guard: WedgeFilter | None = None
        self._scanners: Scanners | None = None
        self._speaker: Speaker | None = None
        self.port, self.volume = "", 70

    def attend(self, window: QWidget) -> None:
        """Somebody sits down: from now on what is scanned is told."""
        from station_app.ui.scanning.scanners import Scanners

        handle = window.windowHandle()
        if handle is None:
            return
        if self._scanners is None:
            self._scanners = Scanners(self)
            self._scanners.scanned.connect(self._scanned)
            self._scanners.became.connect(self._bottom.show_scanner)
        self._scanners.listen(self.port)
        self._end_guard()
        self._scanners.attend(handle)
        self._bottom.show_scanner(self._scanners.state)

    def rest(self, window: QWidget) -> None:
        """Nobody is at the desk: nothing that is scanned goes anywhere, and hands type as they always do."""
        from station_app.ui.scanning.wedge_filter import WedgeFilter

        if self._scanners is not None:
            self._scanners.rest()
        handle = window.windowHandle()
        if handle is not None and self._guard is None:
            self._guard = WedgeFilter(handle, self, only_ended=True)
            self._guard.scanned.connect(lambda _: self._swallowed())

    def listen(self, port: str) -> None:
        self.port = port
        if self._scanners is not None:
            self._scanners.listen(port)

    def play(self, sound: Sound) -> None:
        """See `asking.Sounds`."""
        from station_app.hardware.speaker import Speaker

        if self._speaker is None:
            self._speaker = Speaker()
        self._speaker.volume = self.volume
        self._speaker.play(sound)

    def end(self) -> None:
        """The program ends."""
        self._end_guard()
        if self._scanners is not None:
            self._scanners.end()
        if self._speaker is not None:
            self._speaker.end()

    def _end_guard(self) -> None:
        if self._guard is not None:
            self._guard.end()
            self._guard = None
