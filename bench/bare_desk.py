"""What the desk paints when an entry is saved, by a bare widget: the same words and shapes, each anew, nothing else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEventLoop, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from station_app.ui.frame import SIZE
from ui_kit import theme

_WIDE, _ROW = 838, 26
_COLUMNS = (15, 59, 113, 205, 353, 399, 515, 739)
"""Left ends of the list's columns."""
_RESULT = 6
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class BareDesk(QWidget):
    """As large as the window: the word of the entry, and the list's rows with the new one on top."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows: list[list[str]] = [["…"] * len(_COLUMNS)] * rows
        self._word = ""
        self._font, self._bold = QFont(theme.FAMILY), QFont(theme.FAMILY)
        self._font.setPixelSize(13)
        self._bold.setPixelSize(15)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._below, self._listed = QRectF(0, 60, _WIDE, 34), QRectF(0, 100, _WIDE, _ROW * rows)
        self.logged: Callable[[], tuple[str, list[str]]] = lambda: ("", [])
        """Says the statements; gives the word and the newest row."""
        self.resize(*SIZE)
        self.show()
        self._painted = False

    def press(self) -> None:
        """F1 to the window, until all is painted."""
        self._painted = False
        QTest.keyClick(self.windowHandle(), Qt.Key.Key_F1)
        while not self._painted:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._word, newest = self.logged()
        self._rows = [newest, *self._rows[:-1]]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor("#f4f6f8"))
        painter.setBrush(QColor("#1f7a3f"))
        painter.drawEllipse(self._below.adjusted(0, 10, 14 - _WIDE, -10))
        self._write(painter, self._below.adjusted(20, 0, 0, 0), self._bold, "#1f7a3f", self._word)
        for at, row in enumerate(self._rows):
            self._paint_row(painter, QRectF(0, self._listed.top() + at * _ROW, _WIDE, _ROW), row, fresh=at == 0)
        self._painted = True

    def _paint_row(self, painter: QPainter, place: QRectF, row: list[str], *, fresh: bool) -> None:
        painter.fillRect(place, QColor("#e8f0fb" if fresh else "white"))
        painter.fillRect(place.adjusted(15, _ROW - 1, -15, 0), QColor("#e3e7eb"))
        for at, words in enumerate(row):
            left = _COLUMNS[at]
            if at in (_RESULT, len(row) - 1):  # a key before the words, a mark
                painter.setBrush(QColor("#e3e7eb"))
                painter.drawRoundedRect(place.adjusted(left, 7, left + 12 - _WIDE, -7), 3, 3)
                left += 18
            self._write(painter, place.adjusted(left, 0, 0, 0), self._font, "#1d2731", words)

    def _write(self, painter: QPainter, place: QRectF, font: QFont, ink: str, words: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(place, _MIDDLE, words)
