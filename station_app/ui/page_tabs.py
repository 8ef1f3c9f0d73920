"""Sibling screens behind one entry of the rail: which there are, and the keys that go from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui_kit import tokens
from ui_kit.key_cap import KeyCap
from ui_kit.segmented_control import SegmentedControl


class PageTabs(QWidget):
    """A strip above the page. ``chosen`` [index]: by the mouse, the arrows, or Ctrl+PageUp and Ctrl+PageDown."""

    chosen = Signal(int)

    def __init__(self, labels: Sequence[str], current: int) -> None:
        super().__init__()
        self._segments = SegmentedControl(labels, self.tr("Trang"), current=current)
        self._segments.changed.connect(self.chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.MARGIN, tokens.GAP, tokens.MARGIN, 0)
        row.setSpacing(tokens.GAP)
        row.addWidget(self._segments)
        row.addWidget(KeyCap("Ctrl PgUp PgDn"))
        row.addStretch(1)
        for key, step in ((Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1)):
            shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | key), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(lambda step=step: self._segments.set_current(self._segments.current() + step))
