"""One copy of a bundle: on which stick, how long it took, and whether it stands."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from station_app.ui.export.shown import CopyShown
from ui_kit import formats, theme, tokens
from ui_kit.card import Card
from ui_kit.chip import Chip
from ui_kit.icons import paint_icon
from ui_kit.label import Label
from ui_kit.marks import Mark

_ICON = 24


class _Icon(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.well = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(_ICON), theme.scaled(_ICON))

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = theme.colour("blue_text" if self.well else "orange_text")
        paint_icon(QPainter(self), "usb", QRectF(self.rect()), ink)


class CopyCard(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=12, parent=parent)
        self._icon = _Icon()
        self._title = Label("", tokens.BODY, tokens.SEMIBOLD)
        self._drive = Label("", tokens.CELL, role="text2")
        self._told = Label("", tokens.CAPTION, role="text2", wrap=True)
        self._chip = Chip(Mark.DONE, "")
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._title, self._drive, self._told):
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def show_copy(self, copy: CopyShown) -> None:
        part = {"main": self.tr("Bản chính"), "second": self.tr("Bản thứ hai")}.get(copy.part, self.tr("Bản thêm"))
        self._title.setText(f"{part} · {copy.label}")
        self._drive.setText(f"{copy.volume} {formats.drive_space(copy.size)}")
        well = not copy.sentence
        self._icon.well = well
        self._icon.update()
        self.set_edge("border" if well else "orange")
        self._chip.set_status(Mark.DONE if well else Mark.BEHIND, self.tr("đã khớp") if well else self.tr("chưa có"))
        self._told.setText(copy.sentence or self._times(copy))
        self._told.set_role("text2" if well else "orange_text")
        self.setAccessibleName(f"{self._title.text()}, {self._told.text()}")

    def _times(self, copy: CopyShown) -> str:
        names = {
            "write": self.tr("ghi"),
            "flush": self.tr("đẩy"),
            "read_back": self.tr("đọc lại"),
            "second_copy": self.tr("ghi và đọc lại"),
        }
        times = [f"{names[step]} {formats.decimal(seconds, 1)}" for step, seconds in copy.seconds if step in names]
        return self.tr("{0} giây").format(" · ".join(times)) if times else ""
