"""The end of the work at a store: only when all that was begun is done."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

from PySide6.QtCore import QObject

from station_app.ui.frame import Frame
from station_app.ui.inside import Inside
from station_app.ui.lanes import Lane


class Closing(QObject):
    """``taken`` hands over what ends an open store, which is nobody's from then on."""

    def __init__(
        self, frame: Frame, inside: Inside, read: Lane, slow: Lane, write: Lane, taken: Callable[[], ExitStack]
    ) -> None:
        super().__init__()
        self._frame, self._inside, self._taken = frame, inside, taken
        self._read, self._slow, self._write = read, slow, write
        self.begun = False
        """The window is going."""

    def close_window(self) -> None:
        """It goes when the store is closed."""
        if self.begun:
            return
        self.begun = True
        self._inside.word.say("notice", self.tr("Đang ghi nốt rồi đóng, xin chờ…"), dismissible=False)
        self._inside.setEnabled(False)
        self.close_store(self._frame.let_go)

    def close_store(self, then: Callable[[], None]) -> None:
        """After what is being read and written; a sign-in that is on its way is let in first, and closed with it."""

        def read_done(_: None) -> None:
            self._slow.ask(lambda: None, lambda _: self._end_store(then))

        self._read.ask(lambda: None, read_done)

    def _end_store(self, then: Callable[[], None]) -> None:
        self._write.ask(self._taken().close, lambda _: then(), lambda _: then())
