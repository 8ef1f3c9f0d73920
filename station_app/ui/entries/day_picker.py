"""Which day's list is shown: the day before, the day after, or one that is typed."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.ui.intake.form import iso_birth_date
from ui_kit import formats, theme, tokens
from ui_kit.action_button import ActionButton
from ui_kit.text_field import TextField

_WIDTH = 124


class DayPicker(QWidget):
    """``picked`` [date, None for today], ``stepped`` [days]."""

    picked = Signal(object)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        height = tokens.SEGMENT
        self._before = ActionButton("", icon="chevron_left", height=height)
        self._before.setAccessibleName(self.tr("Ngày trước"))
        self._before.setToolTip(self.tr("Ngày trước (Alt ←)"))
        self._after = ActionButton("", icon="chevron_right", height=height)
        self._after.setAccessibleName(self.tr("Ngày sau"))
        self._after.setToolTip(self.tr("Ngày sau (Alt →)"))
        self._field = TextField(self.tr("Ngày, gõ ngày/tháng/năm"), height=height)
        self._today = ActionButton(self.tr("Hôm nay"), key="Alt Home", height=height)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        for widget in (self._before, self._field, self._after, self._today):
            row.addWidget(widget)
        self._before.clicked.connect(lambda: self.stepped.emit(-1))
        self._after.clicked.connect(lambda: self.stepped.emit(1))
        self._today.clicked.connect(lambda: self.picked.emit(None))
        self._field.returnPressed.connect(self._typed)
        self._field.textEdited.connect(lambda: self._field.set_wrong(False))
        self._measure()

    def show_day(self, day: datetime.date, *, is_today: bool) -> None:
        self._field.setText(formats.date(day))
        self._field.set_wrong(False)
        self._after.setEnabled(not is_today)
        self._today.setEnabled(not is_today)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _measure(self) -> None:
        self._field.setFixedWidth(theme.scaled(_WIDTH))

    def _typed(self) -> None:
        try:
            self.picked.emit(datetime.date.fromisoformat(iso_birth_date(self._field.text())))
        except ValueError:
            self._field.set_wrong(True)
