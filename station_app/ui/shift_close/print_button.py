"""Prints the slip of a sealed shift; where there is no printer it goes into a file, to be printed elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from campaign.refusal import StorageRefused
from db.durable import write_durably
from paper.printer import print_slip
from paper.qt_pages import slip_as_pdf
from station_app.papers.shift_slip import shift_slip
from station_app.ui.shift_close.shown import SlipShown
from ui_kit import tokens
from ui_kit.action_button import ActionButton
from ui_kit.marks import Mark
from ui_kit.status_label import StatusLabel


class PrintButton(QWidget):
    """Says below itself what became of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slip: SlipShown | None = None
        self._button = ActionButton(self.tr("In phiếu niêm phong"), key="Ctrl P", icon="printer")
        self._button.clicked.connect(self.press)
        self._told = StatusLabel(Mark.DONE, "", tokens.CELL)
        self._told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        column.addWidget(self._button)
        column.addWidget(self._told)
        self.setFocusProxy(self._button)

    def set_slip(self, slip: SlipShown | None) -> None:
        """None while there is nothing to print."""
        if slip is None or self._slip is None or slip.head != self._slip.head:
            self._told.hide()
        self._slip = slip

    def press(self) -> None:
        if self._slip is None:
            return
        slip = shift_slip(self._slip)
        if print_slip(slip):
            self._tell(Mark.DONE, self.tr("Đã gửi phiếu đến máy in"))
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path = Path(folder) / f"phieu-ca-{self._slip.day.isoformat()}-{self._slip.last}.pdf"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_durably(path, slip_as_pdf(slip, QFont().family()))
        except (OSError, StorageRefused):
            self._tell(Mark.BEHIND, self.tr("Không có máy in, cũng không lưu được tệp: chép dấu bằng tay"))
            return
        self._tell(Mark.WAITING, self.tr("Không thấy máy in: đã lưu {0}").format(path.name))

    def _tell(self, mark: Mark, words: str) -> None:
        self._told.set_status(mark, words)
        self._told.setToolTip(words)
        self._told.show()
