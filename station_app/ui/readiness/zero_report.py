"""The zero report: a person says, with a reason, that the device does not run in the window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui_kit import tokens
from ui_kit.action_button import ActionButton
from ui_kit.text_field import TextField


class ZeroReport(QWidget):
    """Folded it is a button; unfolded it asks for the reason in place. ``confirmed`` carries it."""

    confirmed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = ActionButton(self.tr("Không mở ca, báo 0 hồ sơ"))
        self._button.clicked.connect(self._unfold)
        self._reason = TextField(self.tr("Lý do thiết bị không chạy"), placeholder=self.tr("Lý do thiết bị không chạy"))
        self._reason.setMaxLength(200)
        self._reason.returnPressed.connect(self._confirm)
        confirm = ActionButton(self.tr("Báo 0 hồ sơ"), key="Enter", height=tokens.SEGMENT)
        confirm.clicked.connect(self._confirm)
        back = ActionButton(self.tr("Thôi"), height=tokens.SEGMENT)
        back.clicked.connect(self.fold)
        self._asking = QWidget()
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(self._reason)
        row = QHBoxLayout()
        row.addWidget(confirm, 1)
        row.addWidget(back)
        asking.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._button)
        column.addWidget(self._asking)
        self.fold()

    def fold(self) -> None:
        self._reason.clear()
        self._asking.hide()
        self._button.show()

    def _unfold(self) -> None:
        self._button.hide()
        self._asking.show()
        self._reason.setFocus()

    def _confirm(self) -> None:
        self.confirmed.emit(self._reason.text().strip())
