"""The progress of the campaign: what is done against the plan, what it comes to, and what more devices would change."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from station_app.ui.progress.breakdown_table import BreakdownTable
from station_app.ui.progress.burn_up_chart import BurnUpChart
from station_app.ui.progress.chart_legend import ChartLegend
from station_app.ui.progress.shown import BreakdownShown, ProgressShown
from station_app.ui.progress.side_cards import OutlookCard, PaceCard
from station_app.ui.progress.what_if_card import WhatIfCard
from ui_kit import formats, strokes, theme, tokens
from ui_kit.card import Card
from ui_kit.delta_label import DeltaLabel
from ui_kit.figure import Figure
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label
from ui_kit.page_header import PageHeader
from ui_kit.segmented_control import SegmentedControl

_SIDE = 376


class ProgressView(QWidget):
    devices_moved = Signal(int)
    hours_moved = Signal(float)
    rate_moved = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = PageHeader(self.tr("Tiến độ đợt cao điểm"))
        self._late = Label(self.tr("đang tính"), tokens.CELL, tokens.MEDIUM, "muted")
        self._late.hide()
        self._header.controls.addWidget(self._late)
        self._trouble = InlinePanel("error", self.tr("Chưa có số liệu mới"), " ", strip=True)
        self._trouble.hide()
        self._parted = SegmentedControl(
            [self.tr("Biểu đồ"), self.tr("Ngày"), self.tr("Tuần"), self.tr("Thiết bị"), self.tr("Xã, phường")],
            self.tr("Xem theo"),
        )
        self._parted.changed.connect(self._part)
        self._header.controls.addWidget(self._parted)
        self._closed = ""
        self._done, self._ahead = Figure(), DeltaLabel(tokens.FIGURE)
        self._until = Label("", tokens.CAPTION, role="text2")
        self._days = Label("", tokens.CELL, role="text2")
        self._chart = BurnUpChart()
        self._chart.set_words(self.tr("định mức điểm {0}"), self.tr("kế hoạch"), self.tr("dự kiến"))
        self._legend = ChartLegend()
        self._note = Label("", tokens.CAPTION, role="text2")
        self._breakdown = BreakdownTable()
        self._breakdown.hide()
        self._outlook, self._pace, self._what_if = OutlookCard(), PaceCard(), WhatIfCard()
        self._what_if.moved.connect(self._move)
        self._empty = Label(self.tr("Chưa có kế hoạch"), tokens.SECTION, tokens.MEDIUM, "text2", align=strokes.CENTRE)
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._empty.hide()
        self._cards = QWidget()
        cards = QHBoxLayout(self._cards)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(theme.scaled(12))
        cards.addLayout(self._left(), 1)
        cards.addLayout(self._right())
        self._cards.hide()
        page = QVBoxLayout(self)
        page.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, tokens.MARGIN)
        page.setSpacing(tokens.GAP)
        page.addWidget(self._header)
        page.addWidget(self._cards, 1)
        page.addWidget(self._empty, 1)
        self.setFocusProxy(self._what_if.rows)

    def show_progress(self, shown: ProgressShown) -> None:
        self._trouble.hide()
        self._empty.hide()
        if not self._cards.isVisibleTo(self):
            self._cards.show()
            self.setFocus()  # the keys of the what-if work as soon as there is something to ask about
        first, last = formats.short_date(shown.chart.first), formats.date(shown.last_day)
        self._closed = formats.date(shown.closed) if shown.closed else ""
        short = formats.short_date(shown.closed) if shown.closed else ""
        until = self.tr("số chốt hết {0}").format(short) if short else self.tr("chưa chốt ngày nào")
        self._header.set_words(
            self.tr("Tiến độ đợt cao điểm"),
            self.tr("{0} – {1}, hạn {2} · {3}").format(first, last, formats.short_date(shown.deadline), until),
        )
        days = len(shown.chart.plan) - 1
        self._done.set_number(formats.integer(shown.done), f"/ {formats.integer(shown.chart.target)}")
        self._until.setText(self.tr("đã thu nhận hết ngày {0} / {1}").format(shown.day_number, days))
        self._ahead.set_value(shown.ahead)
        self._days.setText(self._told(shown))
        for told in (self._until, self._days):
            told.setMinimumWidth(told.sizeHint().width())
        alternative = f"{self._until.text()}: {formats.integer(shown.done)}; {self._days.text()}"
        self._chart.set_burn_up(shown.chart, self.tr("hết {0}").format(short) if short else "", alternative)
        self._legend.show_ahead(shown.standing)
        if shown.standing == "early":
            self._note.setText(self.tr("Chưa có dự kiến: cần thêm số liệu, ít nhất 3 ngày đã chốt."))
        else:
            self._note.setText(
                self.tr("Dự kiến theo nhịp 7 ngày gần nhất ({0} hồ sơ mỗi ngày mỗi thiết bị); khoảng 80%.").format(
                    formats.integer(shown.pace)
                )
            )
        self._outlook.show_outlook(shown)
        self._pace.show_pace(shown)
        self._what_if.show_what_if(shown.what_if, shown.pace)

    def show_breakdown(self, shown: BreakdownShown) -> None:
        self._breakdown.show_breakdown(shown)

    def show_no_plan(self) -> None:
        self._trouble.hide()
        self._empty.setText(self.tr("Chưa có kế hoạch"))
        self._cards.hide()
        self._empty.show()

    def show_late(self, late: bool) -> None:
        self._late.setVisible(late)
        self._done.set_stale(late)

    def show_refusal(self, words: str) -> None:
        """The last closed day stays, dated; where there is none the words stand alone."""
        if not self._cards.isVisibleTo(self):
            self._empty.setText(self.tr("Chưa có số liệu mới. {0}").format(words))
            self._empty.show()
            return
        kept = self.tr("Giữ số chốt hết ngày {0}").format(self._closed) if self._closed else ""
        self._trouble.set_words(self.tr("Chưa có số liệu mới"), f"{words} {kept}".strip())
        self._trouble.show()

    def _part(self, index: int) -> None:
        """The chart first, then one table for each kind."""
        self._chart.setVisible(not index)
        self._note.setVisible(not index)
        self._legend.setVisible(not index)
        self._breakdown.setVisible(index > 0)
        self._breakdown.setCurrentIndex(max(0, index - 1))

    def _move(self, what: str, by: float) -> None:
        if what == "devices":
            self.devices_moved.emit(round(by))
        elif what == "hours":
            self.hours_moved.emit(by)
        else:
            self.rate_moved.emit(by)

    def _told(self, shown: ProgressShown) -> str:
        planned = formats.integer(shown.planned)
        if not shown.ahead:
            return self.tr("đúng kế hoạch {0}").format(planned)
        words = self.tr("sớm {0} ngày so với kế hoạch {1}")
        if shown.ahead < 0:
            words = self.tr("chậm {0} ngày so với kế hoạch {1}")
        return words.format(formats.decimal(abs(round(shown.ahead_days, 1))), planned)

    def _left(self) -> QVBoxLayout:
        card = Card()
        done = QVBoxLayout()
        done.setSpacing(0)
        done.addWidget(self._done)
        done.addWidget(self._until)
        ahead = QVBoxLayout()
        ahead.setSpacing(4)
        ahead.addWidget(self._ahead)
        ahead.addWidget(self._days)
        ahead.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addLayout(done)
        head.addLayout(ahead, 1)
        head.addWidget(self._legend)
        card.body.addLayout(head)
        card.body.addWidget(self._chart, 1)
        card.body.addWidget(self._breakdown, 1)
        card.body.addWidget(self._note)
        column = QVBoxLayout()
        column.setSpacing(tokens.GAP)
        column.addWidget(self._trouble)
        column.addWidget(card, 1)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.scaled(12))
        for card in (self._outlook, self._pace, self._what_if):
            card.setFixedWidth(theme.scaled(_SIDE))
            column.addWidget(card)
        column.addStretch(1)
        return column
