"""What the shift has logged, and how the device's whole day stands."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui import worded
from station_app.ui.shift_close.outcome_bars import OutcomeBars
from station_app.ui.shift_close.shown import ClosingShown
from ui_kit import formats, strokes, tokens
from ui_kit.bullet_graph import Bullet, BulletGraph
from ui_kit.card import Card
from ui_kit.delta_label import DeltaLabel
from ui_kit.divider import Divider
from ui_kit.label import Label


class LoggedCard(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Kết quả trong ca"), " ", parent=parent)
        self._bars = OutcomeBars()
        self._device = Label("", tokens.BODY, tokens.SEMIBOLD)
        self._done = Label("", tokens.SECTION, tokens.SEMIBOLD, align=strokes.RIGHT)
        self._graph = BulletGraph()
        self._delta = DeltaLabel()
        self._minutes = Label("", tokens.CELL, role="text2")
        self._plan = Label("", tokens.CELL, role="text2", align=strokes.RIGHT)
        head = QHBoxLayout()
        head.addWidget(self._device)
        head.addWidget(self._done, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._delta)
        foot.addWidget(self._minutes)
        foot.addWidget(self._plan, 1)
        self._day = QWidget()
        day = QVBoxLayout(self._day)
        day.setContentsMargins(0, 0, 0, 0)
        day.setSpacing(tokens.GAP)
        day.addWidget(Divider())
        day.addLayout(head)
        day.addWidget(self._graph)
        day.addLayout(foot)
        self._shares = Label("", tokens.CELL, role="text2", wrap=True)
        self.body.addWidget(self._bars)
        self.body.addWidget(self._shares)
        self.body.addWidget(self._day)

    def show_closing(self, shown: ClosingShown) -> None:
        aside = self.tr("{0} lượt ghi").format(formats.integer(shown.logged))
        if shown.voided:
            aside = self.tr("{0}, {1} đã hủy").format(aside, formats.integer(shown.voided))
        self.aside.setText(aside)
        self._bars.set_lines(shown.outcomes)
        shares = [f"{share.full_name} {formats.integer(share.logged)}" for share in shown.slip.shares]
        self._shares.setText(" · ".join(shares))
        self._shares.setVisible(bool(shares))
        day = shown.day
        self._day.setVisible(day is not None)
        if day is None:
            return
        self._device.setText(self.tr("{0} cả ngày").format(shown.device))
        self._done.setText(f"{formats.integer(day.done)} / {formats.integer(day.quota)}")
        self._delta.set_value(day.ahead)
        self._minutes.setText(self._told(day.ahead_minutes))
        plan = self.tr("kế hoạch {0} · dự kiến {1}").format(formats.integer(day.plan), formats.integer(day.projected))
        self._plan.setText(plan)
        self._graph.set_bullet(Bullet(day.done, day.plan, day.quota, day.projected), f"{self._done.text()}, {plan}")

    def _told(self, minutes: int) -> str:
        if not minutes:
            return self.tr("đúng kế hoạch")
        words = self.tr("sớm {0}") if minutes > 0 else self.tr("chậm {0}")
        return words.format(worded.duration(abs(minutes)))
