"""Prints a slip; where there is no printer it goes into a file, to be printed elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from campaign.refusal import StorageRefused
from db.durable import write_durably
from paper.printer import print_slip
from paper.qt_pages import slip_as_pdf
from paper.slip import Slip
from ui_kit import tokens
from ui_kit.action_button import ActionButton
from ui_kit.marks import Mark
from ui_kit.status_label import StatusLabel


class PrintButton(QWidget):
    """``told`` says what became of it: below the button, unless it stands ``elsewhere``."""

    def __init__(self, text: str, height: int = tokens.ACTION, *, elsewhere: bool = False) -> None:
        super().__init__()
        self._slip: Slip | None = None
        self._name = ""
        self._button = ActionButton(text, key="Ctrl P", icon="printer", height=height)
        self._button.clicked.connect(self.press)
        self.told = StatusLabel(Mark.DONE, "", tokens.CELL)
        self.told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        column.addWidget(self._button)
        if not elsewhere:
            column.addWidget(self.told)
        self.setFocusProxy(self._button)

    def set_slip(self, slip: Slip | None, name: str = "") -> None:
        """None while there is nothing to print. ``name``: of the file, without an ending."""
        if slip is None or self._slip is None or slip.code != self._slip.code:
            self.told.hide()
        self._slip, self._name = slip, name

    def press(self) -> None:
        if self._slip is None:
            return
        if print_slip(self._slip):
            self._tell(Mark.DONE, self.tr("Đã gửi phiếu đến máy in"))
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path = Path(folder) / f"{self._name}.pdf"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_durably(path, slip_as_pdf(self._slip, QFont().family()))
        except (OSError, StorageRefused):
            self._tell(Mark.BEHIND, self.tr("Không có máy in, cũng không lưu được tệp: chép dấu bằng tay"))
            return
        self._tell(Mark.WAITING, self.tr("Không thấy máy in: đã lưu {0}").format(path.name))

    def _tell(self, mark: Mark, words: str) -> None:
        self.told.set_status(mark, words)
        self.told.setToolTip(words)
        self.told.show()
