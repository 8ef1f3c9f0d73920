"""The what-if: devices, hours a day and rate, each a key or a button away, and what it would come to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.ui.progress.device_rows import DeviceRows
from station_app.ui.progress.shown import WhatIfShown
from station_app.ui.progress.side_cards import PADDING
from ui_kit import formats, strokes, theme, tokens
from ui_kit.action_button import ActionButton
from ui_kit.card import Card
from ui_kit.delta_label import DeltaLabel
from ui_kit.label import Label

_BUTTON, _STEP = 28, 0.5


class WhatIfCard(Card):
    moved = Signal(str, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", padding=PADDING, parent=parent)
        self.set_title(self.tr("Cần bao nhiêu thiết bị"))
        self.rows = DeviceRows()
        self.rows.moved.connect(self.moved)
        self._hours, self._rate = (Label("", weight=tokens.SEMIBOLD, align=strokes.CENTRE) for _ in range(2))
        self._comes, self._ahead = Label("", tokens.CELL), DeltaLabel(right=True)
        self._finished = Label("", tokens.CAPTION, role="text2")
        steps = QHBoxLayout()
        steps.setSpacing(tokens.TIGHT)
        hours, rate = self.tr("Giờ mỗi ngày"), self.tr("Hồ sơ mỗi giờ")
        for name, what, value in ((hours, "hours", self._hours), (rate, "rate", self._rate)):
            value.setMinimumWidth(theme.scaled(72))
            for sign, by in (("−", -_STEP), ("+", _STEP)):
                button = ActionButton(sign, height=_BUTTON)
                button.setFixedWidth(theme.scaled(34))
                button.setAccessibleName(f"{name} {sign}")
                button.clicked.connect(lambda _=False, what=what, by=by: self.moved.emit(what, by))
                steps.addWidget(button)
                if by < 0:
                    steps.addWidget(value)
            steps.addStretch(1)
        self.body.setSpacing(tokens.TIGHT)
        self.body.addWidget(self.rows)
        self.body.addLayout(steps)
        comes = QHBoxLayout()
        comes.addWidget(self._comes, 1)
        comes.addWidget(self._ahead)
        self.body.addLayout(comes)
        self.body.addWidget(self._finished)

    def show_what_if(self, shown: WhatIfShown, pace: int) -> None:
        self.rows.show_rows(shown, pace)
        self._hours.setText(self.tr("{0} giờ").format(formats.decimal(shown.hours)))
        self._rate.setText(self.tr("{0}/giờ").format(formats.decimal(shown.rate)))
        self._comes.setText(self.tr("{0} thiết bị: dự kiến {1}").format(shown.devices, formats.integer(shown.close)))
        self._ahead.set_value(shown.ahead)
        finished = formats.date(shown.finished) if shown.finished else "–"
        self._finished.setText(self.tr("xong {0}   ·   phím ↑ ↓ thiết bị, ← → giờ, − + nhịp").format(finished))
