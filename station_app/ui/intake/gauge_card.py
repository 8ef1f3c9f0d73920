"""The device's day: done against plan and quota, where it will close, and its hours."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from station_app.services.figures import DeviceState
from station_app.ui import worded
from station_app.ui.intake.shown_beside import GaugesShown
from ui_kit import formats, strokes, tokens
from ui_kit.bullet_graph import Bullet, BulletGraph
from ui_kit.card import Card
from ui_kit.chip import Chip
from ui_kit.delta_label import DeltaLabel
from ui_kit.divider import Divider
from ui_kit.figure import Figure
from ui_kit.hour_bars import HourBar, HourBars
from ui_kit.label import Label
from ui_kit.marks import Mark

_BETWEEN_PAINTS_MS = 100
_STATES: dict[DeviceState, Mark] = {
    "open": Mark.RECEIVED,
    "paused": Mark.PAUSED,
    "overdue": Mark.BEHIND,
    "sealed": Mark.DONE,
    "none": Mark.OPEN,
}


class GaugeCard(Card):
    def __init__(self) -> None:
        super().__init__(" ", title_pixels=tokens.BODY)
        self._next: GaugesShown | None = None
        self._rest = QTimer(self, interval=_BETWEEN_PAINTS_MS, singleShot=True)
        self._rest.timeout.connect(self._paint_next)
        self._chip = Chip(Mark.OPEN, "")
        self.head.removeWidget(self.aside)
        self.aside.hide()
        self.head.addWidget(self._chip)
        self._done = Figure()
        self._ahead = DeltaLabel(tokens.FIGURE, right=True)
        self._minutes = Label("", tokens.CELL, role="text2", align=strokes.RIGHT)
        self._bullet = BulletGraph()
        self._closes = Label("", tokens.CELL, role="text2")
        self._projected = Label("", tokens.SECTION, tokens.SEMIBOLD, align=strokes.RIGHT)
        self._beyond = DeltaLabel(tokens.CAPTION, right=True)
        self._planned = Label("", tokens.CAPTION, role="muted", align=strokes.RIGHT)
        self._hours = HourBars()
        figures = QHBoxLayout()
        figures.addWidget(self._done)
        figures.addStretch(1)
        beside = QVBoxLayout()
        beside.setSpacing(1)
        beside.addWidget(self._ahead)
        beside.addWidget(self._minutes)
        figures.addLayout(beside)
        closing = QHBoxLayout()
        closing.addWidget(self._closes, 1)
        closing.addWidget(self._projected)
        closing.addSpacing(tokens.TIGHT)
        closing.addWidget(self._beyond)
        by_hour = QHBoxLayout()
        by_hour.addWidget(Label(self.tr("Hồ sơ theo giờ"), tokens.CAPTION, tokens.MEDIUM, "text2"))
        by_hour.addStretch(1)
        by_hour.addWidget(self._planned)
        self.body.setContentsMargins(tokens.MARGIN, 10, tokens.MARGIN, 4)
        self.body.setSpacing(7)
        self.body.addLayout(figures)
        self.body.addSpacing(2)
        self.body.addWidget(self._bullet)
        self.body.addWidget(Divider())
        self.body.addLayout(closing)
        self.body.addWidget(Divider())
        self.body.addLayout(by_hour)
        self.body.addWidget(self._hours)

    def show_gauges(self, shown: GaugesShown) -> None:
        """At once, but never twice within 100 ms."""
        if self._rest.isActive():
            self._next = shown
        else:
            self._paint(shown)
            self._rest.start()

    def set_stale(self, stale: bool) -> None:
        """The figures stay in muted ink while they are reckoned anew."""
        self._done.set_stale(stale)
        if stale:
            self._minutes.setText(self.tr("đang tính"))

    def _paint_next(self) -> None:
        if self._next:
            shown, self._next = self._next, None
            self.show_gauges(shown)

    def _paint(self, shown: GaugesShown) -> None:
        self.set_title(self.tr("{0} hôm nay").format(shown.device))
        self._chip.set_status(_STATES[shown.state], self._state(shown.state))
        self._done.set_number(formats.integer(shown.done), f"/ {formats.integer(shown.quota)}" if shown.quota else "")
        early = shown.ahead >= 0
        span = worded.duration(abs(shown.ahead_minutes))
        minutes = self.tr("sớm {0}").format(span) if early else self.tr("chậm {0}").format(span)
        self._ahead.set_value(shown.ahead if shown.quota else None, alternative=minutes)
        self._minutes.setText(minutes if shown.quota else self.tr("chưa có kế hoạch"))
        self._paint_bullet(shown)
        self._projected.setText(formats.integer(shown.projected) if shown.closes else "")
        self._beyond.set_value(shown.projected - shown.quota if shown.closes else None)
        if shown.closes:
            label, moment = shown.closes
            self._closes.setText(
                self.tr("Dự kiến đóng {0} ({1})").format(label[:1].lower() + label[1:], formats.clock(moment))
            )
        else:
            self._closes.setText(self.tr("Chưa có kế hoạch cho hôm nay"))
        self._planned.setText(self.tr("{0}  kế hoạch {1}/giờ").format("━━", formats.decimal(shown.planned_per_hour)))
        bars = [HourBar(f"{hour.hour}h", hour.counted, hour.planned) for hour in shown.hours]
        self._hours.set_bars(bars, ", ".join(f"{bar.label}: {formats.integer(bar.done)}" for bar in bars))

    def _paint_bullet(self, shown: GaugesShown) -> None:
        plan = formats.integer(shown.plan_to_now)
        self._bullet.set_bullet(
            Bullet(shown.done, shown.plan_to_now, shown.quota, shown.projected if shown.closes else None),
            self.tr("đã làm {0}, kế hoạch {1}, định mức {2}, dự kiến {3}").format(
                formats.integer(shown.done), plan, formats.integer(shown.quota), formats.integer(shown.projected)
            ),
            plan_label=self.tr("kế hoạch đến giờ {0}").format(plan),
            quota_label=self.tr("định mức"),
            quota_text=formats.integer(shown.quota),
        )

    def _state(self, state: DeviceState) -> str:
        return {
            "open": self.tr("Đang chạy"),
            "paused": self.tr("Đang tạm dừng"),
            "overdue": self.tr("Quá giờ"),
            "sealed": self.tr("Đã niêm phong"),
            "none": self.tr("Chưa mở ca"),
        }[state]
