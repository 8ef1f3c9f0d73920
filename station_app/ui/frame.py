"""The window itself: on the screen at once, and filled when the rest of the program has been read.

Nothing of the kit is imported here but its numbers.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui_kit import tokens

SIZE = (1366, 696)
"""The client area of a 1366 x 768 laptop with its task bar and title bar."""
SIDE = 440
"""The width of the dark half of the sign-in screen, with which every start begins."""
_SMALLEST = (960, 600)


class Frame(QWidget):
    """``painted`` comes once, after the first paint: the ground of the sign-in screen, until the window is filled.

    ``closing`` comes instead of the window's end: whoever writes ends its work first and then calls `let_go`.
    ``device_asked`` carries the place of a device, from 0, on Ctrl+1 … Ctrl+9.
    """

    painted = Signal()
    closing = Signal()
    device_asked = Signal(int)

    def __init__(self, ground: tokens.Palette = tokens.LIGHT) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Trạm thu nhận"))
        self.resize(*SIZE)
        self.setMinimumSize(*_SMALLEST)
        self._ground: tokens.Palette | None = ground
        self.was_painted = self._let_go = False
        for place in range(9):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{place + 1}"), self)
            shortcut.activated.connect(lambda place=place: self.device_asked.emit(place))

    def hold(self, inside: QWidget) -> None:
        """Fills the window."""
        self._ground = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(inside)

    def let_go(self) -> None:
        """Closes the window for good."""
        self._let_go = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._let_go:
            super().closeEvent(event)
            return
        event.ignore()
        self.closing.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ground is not None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(self._ground.bg))
            painter.fillRect(0, 0, self.width() * SIDE // SIZE[0], self.height(), QColor(self._ground.rail))
            painter.fillRect(
                0, self.height() - tokens.STATUS_HEIGHT, self.width(), self.height(), QColor(self._ground.status)
            )
        if not self.was_painted:
            self.was_painted = True
            self.painted.emit()
