"""The rail at the left, from which every screen is reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui_kit import strokes, theme, tokens
from ui_kit.icons import paint_icon

_ENTRY_HEIGHT = 62
_ENTRY_GAP = 6
_MANY = 7
"""Entries beyond which they stand closer: the rail of a 1366 x 768 screen holds seven at their full height."""
_CLOSE_HEIGHT = 54
_CLOSE_GAP = 3
_ICON = 22


@dataclass(frozen=True)
class RailEntry:
    """A screen: its name in the code, its number for Alt+n (1 to 9), its icon and its label."""

    screen: str
    number: int
    icon: str
    label: str


class _RailButton(QAbstractButton):
    def __init__(self, icon: str, label: str, keys: str, *, close: bool = False) -> None:
        super().__init__()
        self._icon = icon
        self._height = _CLOSE_HEIGHT if close else _ENTRY_HEIGHT
        self.setText(label)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(label)
        self.setAccessibleDescription(keys)
        self.setToolTip(keys)
        self.setProperty("ringRadius", tokens.CARD_RADIUS)
        self.setProperty("ringRole", "rail_on")
        self.setProperty("ringInset", 8)

    def sizeHint(self) -> QSize:
        return QSize(tokens.RAIL_WIDTH, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        tile = QRectF(8, 0, self.width() - 16, self.height())
        chosen = self.isChecked()
        ink = theme.colour("rail_on" if chosen or self.underMouse() else "rail_text")
        if chosen:
            strokes.box(painter, tile, tokens.CARD_RADIUS, theme.colour("rail_selected"))
            # Half of the bar lies outside, so that only its right corners are round.
            strokes.box(painter, QRectF(-4, 8, 8, self.height() - 16), 2, theme.colour("rail_on"))
        top = 9 - (_ENTRY_HEIGHT - self._height) // 2
        paint_icon(painter, self._icon, QRectF(tile.center().x() - _ICON / 2, top, _ICON, _ICON), ink)
        # A label grows no wider than its tile.
        font = theme.font(tokens.CAPTION, tokens.SEMIBOLD if chosen else tokens.MEDIUM)
        words = QRectF(0, top + 26, self.width(), 20)
        while strokes.text_width(font, self.text()) > self.width() - 8 and font.pixelSize() > tokens.CAPTION:
            font.setPixelSize(font.pixelSize() - 1)
        strokes.line(painter, words, self.text(), font, ink, strokes.CENTRE)


class NavigationRail(QWidget):
    """A rail 80 px wide: logo, entries (Alt and their number), lock at the bottom.

    `chosen` tells the screen asked for; the window answers with `set_current`. `lock_asked` tells that the lock was
    pressed.
    """

    chosen = Signal(str)
    lock_asked = Signal()

    def __init__(
        self, entries: Sequence[RailEntry], lock_label: str, lock_keys: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedWidth(tokens.RAIL_WIDTH)
        self._buttons: dict[str, _RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 58, 0, 2)
        close = len(entries) > _MANY
        column.setSpacing(_CLOSE_GAP if close else _ENTRY_GAP)
        for entry in entries:
            keys = f"Alt+{entry.number}"
            button = _RailButton(entry.icon, entry.label, keys, close=close)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, screen=entry.screen: self._ask(screen))
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda screen=entry.screen: self.chosen.emit(screen))
            column.addWidget(button)
            self._buttons[entry.screen] = button
        column.addStretch(1)
        lock = _RailButton("lock", lock_label, lock_keys)
        lock.clicked.connect(self.lock_asked)
        column.addWidget(lock)
        self._current = ""

    def set_current(self, screen: str) -> None:
        """Mark the entry of the screen that is shown; an unknown name marks none."""
        self._current = screen
        for name, button in self._buttons.items():
            button.setChecked(name == screen)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = strokes.smooth(QPainter(self))
        painter.fillRect(self.rect(), theme.colour("rail"))
        paint_icon(painter, "card", QRectF(24, 14, 32, 24), theme.colour("rail_on"))

    def _ask(self, screen: str) -> None:
        self.set_current(self._current)
        self.chosen.emit(screen)
