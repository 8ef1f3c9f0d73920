"""Why a device and its plan have parted: a list of causes, told by Enter or a click."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui_kit import tokens
from ui_kit.pick_field import PickField


class CauseField(PickField):
    """``told`` [cause id] by Enter, or by a click in the open list; arrow keys only look. ``left`` on Esc."""

    told = Signal(str)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, height=tokens.SEGMENT, parent=parent)
        self._by_keys = False
        self.activated.connect(self._activated)

    def offer(self, causes: tuple[tuple[str, str], ...]) -> None:
        """Nothing is chosen beforehand: the first of the list asks."""
        if [self.itemData(at) for at in range(1, self.count())] != [cause for cause, _ in causes]:
            self.clear()
            self.add_item(self.tr("Chọn nguyên nhân"), "")
            for cause, words in causes:
                self.add_item(words, cause)

    def forget(self) -> None:
        self.setCurrentIndex(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
        else:
            self._by_keys = True
            super().keyPressEvent(event)
            self._by_keys = False

    def _activated(self) -> None:
        if not self._by_keys:
            self._tell()

    def _tell(self) -> None:
        if self.currentData():
            self.told.emit(str(self.currentData()))
