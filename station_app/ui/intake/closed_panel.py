"""Why nothing can be logged on the device, and the key that leads on."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from station_app.ui.intake.shown_beside import Closed
from ui_kit import formats, tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.label import Label
from ui_kit.marks import Mark
from ui_kit.status_label import StatusLabel


class ClosedPanel(Card):
    """``opening_asked``: the readiness checklist; ``close_asked``: the shift's closing."""

    opening_asked = Signal()
    close_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=24)
        self._title = Label("", tokens.PERSON, tokens.SEMIBOLD)
        self._mark = StatusLabel(Mark.BEHIND, "", tokens.PERSON, tokens.SEMIBOLD)
        self._why = Label("", tokens.BODY, role="text2", wrap=True)
        self.open = ActionButton(self.tr("Mở ca"), key="Enter", primary=True, height=tokens.BIG_ACTION)
        self.open.clicked.connect(self.opening_asked)
        self.close_shift = ActionButton(self.tr("Đóng ca"), key="Enter", primary=True, height=tokens.BIG_ACTION)
        self.close_shift.clicked.connect(self.close_asked)
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addWidget(self.close_shift)
        row.addStretch(1)
        self.body.addWidget(self._title)
        self.body.addWidget(self._mark)
        self.body.addWidget(self._why)
        self.body.addSpacing(tokens.GAP)
        self.body.addLayout(row)

    @property
    def action(self) -> ActionButton:
        return self.open if self.close_shift.isHidden() else self.close_shift

    def show_closed(self, shown: Closed) -> None:
        overdue = shown.state == "overdue"
        self._title.setVisible(not overdue)
        self._mark.setVisible(overdue)
        self.open.setVisible(not overdue)
        self.close_shift.setVisible(overdue)
        if overdue:
            day = formats.short_date(date.fromisoformat(shown.day))
            self._mark.set_status(
                Mark.BEHIND, self.tr("{0} ngày {1} đã quá giờ, không nhận thêm hồ sơ").format(shown.shift, day)
            )
            self._why.setText(
                self.tr("Ngày làm việc kết thúc lúc 04:00. Đóng và niêm phong ca này, rồi mở ca mới để ghi tiếp.")
            )
        elif shown.state == "sealed":
            self._title.setText(self.tr("{0} trên {1} đã niêm phong").format(shown.shift, shown.device))
            self._why.setText(self.tr("Mở ca tiếp theo để ghi hồ sơ trên thiết bị này."))
        else:
            self._title.setText(self.tr("Chưa mở ca trên {0}").format(shown.device))
            self._why.setText(self.tr("Kiểm tra thiết bị và mở ca, rồi ghi hồ sơ đầu tiên."))
