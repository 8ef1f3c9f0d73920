"""What the day has come to, beside its list: outcomes, voids, and the keys of the list."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from station_app.ui.entries.shown import DayShown
from station_app.ui.intake import words
from station_app.ui.shift_close.outcome_bars import OutcomeBars
from station_app.ui.shift_close.shown import OutcomeLine
from ui_kit import formats, strokes, tokens
from ui_kit.card import Card
from ui_kit.divider import Divider
from ui_kit.figure import Figure
from ui_kit.key_cap import KeyCap
from ui_kit.label import Label


class DayCard(Card):
    def __init__(self) -> None:
        super().__init__(self.tr("Cả ngày"), " ")
        self._logged = Figure(pixels=tokens.BIG_FIGURE)
        self._voided = Label("", tokens.CELL, role="text2", align=strokes.RIGHT)
        head = QHBoxLayout()
        head.addWidget(self._logged)
        head.addWidget(self._voided, 1)
        self._bars = OutcomeBars()
        keys = QGridLayout()
        keys.setHorizontalSpacing(10)
        keys.setVerticalSpacing(6)
        for row, (key, text) in enumerate(
            (
                ("Ctrl F", self.tr("tìm")),
                ("Enter", self.tr("xem chi tiết")),
                ("Del", self.tr("hủy, có người chứng kiến")),
                ("Ctrl E", self.tr("sửa, có người chứng kiến")),
                ("Alt ← →", self.tr("ngày trước, ngày sau")),
            )
        ):
            keys.addWidget(KeyCap(key), row, 0)
            keys.addWidget(Label(text, tokens.CELL, role="text2"), row, 1)
        keys.setColumnStretch(1, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._bars)
        self.body.addWidget(Divider())
        self.body.addLayout(keys)
        self.body.addStretch(1)

    def show_day(self, shown: DayShown) -> None:
        self.aside.setText(formats.date(shown.day))
        self._logged.set_number(formats.integer(shown.logged), self.tr("lượt ghi"))
        self._voided.setText(self.tr("{0} đã hủy").format(formats.integer(shown.voided)) if shown.voided else "")
        self._bars.set_lines(
            tuple(
                OutcomeLine(one.outcome.key, words.short(one.outcome, words.OUTCOMES), one.count, one.counts)
                for one in shown.outcomes
            )
        )
