"""Giving the running shift to somebody else, who is there and says so with their password."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.ui.shift_close.shown import ReceiverShown
from ui_kit import tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.label import Label
from ui_kit.pick_field import PickField
from ui_kit.text_field import TextField


class HandOverCard(Card):
    """``asked`` carries the receiver's user, "" for none, and their password."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Bàn giao, ca chạy tiếp"), parent=parent)
        self._receivers: tuple[ReceiverShown, ...] = ()
        self.receiver = PickField(self.tr("Người nhận ca"), height=tokens.SEGMENT)
        self.password = TextField(
            self.tr("Mật khẩu người nhận"),
            placeholder=self.tr("Mật khẩu"),
            secret=True,
            height=tokens.SEGMENT,
        )
        self._button = ActionButton(self.tr("Bàn giao"), height=tokens.SEGMENT)
        self._button.clicked.connect(self._ask)
        self.password.returnPressed.connect(self._ask)
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        row.addWidget(self.receiver, 5)
        row.addWidget(self.password, 3)
        row.addWidget(self._button)
        self._words = Label(
            self.tr("Số đã ghi của người giao được chốt vào sổ."),
            tokens.CELL,
            role="text2",
            wrap=True,
        )
        self.body.addLayout(row)
        self.body.addWidget(self._words)

    def show_receivers(self, receivers: tuple[ReceiverShown, ...]) -> None:
        if receivers == self._receivers:
            return
        self._receivers = receivers
        kept = self.receiver.currentData()
        self.receiver.clear()
        self.receiver.add_item(self.tr("Chọn người nhận"), "")
        for one in receivers:
            self.receiver.add_item(one.full_name, one.user)
        self.receiver.setCurrentIndex(max(0, self.receiver.findData(kept)))

    def show_done(self, full_name: str) -> None:
        self.password.clear()
        self._words.setText(self.tr("Đã giao ca cho {0}. Khóa máy để người nhận đăng nhập.").format(full_name))

    def _ask(self) -> None:
        self.asked.emit(str(self.receiver.currentData() or ""), self.password.text())
