"""The board of all devices: totals and funnel, a row each, their way through the day, and what asks for attention."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from station_app.ui.board.attention_card import AttentionCard
from station_app.ui.board.device_table import HEAD, DeviceTable
from station_app.ui.board.shown import BoardShown, ChartShown
from station_app.ui.board.totals_card import TotalsCard
from station_app.ui.columns import Columns
from ui_kit import formats, strokes, theme, tokens
from ui_kit.card import Card
from ui_kit.deviation_lines import DeviationChart, DeviationLine, Deviations
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label
from ui_kit.page_header import PageHeader

_ROWS_SEEN = 7
"""More devices scroll: the chart below keeps its room."""
_CHART = 196
_CHART_WIDTH, _ATTENTION_WIDTH = 780, 458
_HOURS_BETWEEN_LABELS = 2


class BoardView(QWidget):
    """See `presenter.BoardView` for what the signals carry."""

    opened = Signal(str)
    acknowledged = Signal(object)
    explained = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._header = PageHeader(self.tr("Điều độ trong ngày"))
        self._late = Label(self.tr("đang tính"), tokens.CELL, tokens.MEDIUM, "muted")
        self._late.hide()
        self._header.controls.addWidget(self._late)
        self._trouble = InlinePanel("error", self.tr("Chưa có số liệu mới"), " ")
        self._trouble.hide()
        self._totals = TotalsCard()
        self._table = DeviceTable()
        self._table.device_opened.connect(self.opened)
        devices = Card(padding=0)
        devices.body.setContentsMargins(1, 1, 1, 1)
        devices.body.addWidget(self._table)
        self._chart = DeviationChart()
        self._empty = Label("", tokens.SECTION, tokens.MEDIUM, "text2", align=strokes.CENTRE)
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._lines = Card(padding=12)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Lệch so với kế hoạch trong ngày (hồ sơ)"), tokens.BODY, tokens.SEMIBOLD))
        head.addStretch(1)
        self._legend = Label("", tokens.CAPTION, role="text2", align=strokes.RIGHT)
        head.addWidget(self._legend)
        self._lines.body.setSpacing(0)
        self._lines.body.addLayout(head)
        self._lines.body.addWidget(self._chart, 1)
        self._lines.body.addWidget(self._empty, 1)
        self._attention = AttentionCard()
        self._attention.acknowledged.connect(self.acknowledged)
        self._attention.explained.connect(self.explained)
        self._attention.left.connect(self._table.setFocus)
        jump = QShortcut(QKeySequence("F6"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        jump.activated.connect(self._jump)
        page = QVBoxLayout(self)
        page.setContentsMargins(tokens.MARGIN, 0, tokens.MARGIN, tokens.GAP)
        page.setSpacing(tokens.GAP)
        page.addWidget(self._header)
        page.addWidget(self._trouble)
        page.addWidget(self._totals)
        page.addWidget(devices)
        page.addWidget(Columns(((self._lines, _CHART_WIDTH), (self._attention, _ATTENTION_WIDTH))), 1)
        self._devices = 0
        self.setFocusProxy(self._table)

    def show_board(self, shown: BoardShown) -> None:
        self._trouble.hide()
        self._header.set_words(
            self.tr("Điều độ trong ngày"),
            self.tr("{0} · {1} thiết bị · cập nhật {2}, mỗi giây một lần").format(
                shown.station, len(shown.rows), formats.clock_seconds(shown.at)
            ),
        )
        self._totals.show_totals(shown.total, shown.funnel)
        self._table.show_rows(shown.rows, shown.total)
        self._measure(len(shown.rows))
        self._attention.show_attention(shown.attention)
        self._chart.setVisible(shown.chart is not None)
        self._empty.setVisible(shown.chart is None)
        self._legend.setVisible(shown.chart is not None)
        if shown.chart is None:
            self._empty.setText(self.tr("Chưa mở ca nào") if shown.planned else self.tr("Chưa có kế hoạch cho hôm nay"))
            return
        closes = formats.clock(shown.total.closes_at) if shown.total.closes_at else ""
        self._legend.setText(
            self.tr("nét liền: đã làm  ·  nét chấm: dự kiến đến {0}  ·  nền: có máy dừng").format(closes)
        )
        self._show_chart(shown.chart, formats.clock(shown.at))

    def show_late(self, late: bool) -> None:
        self._late.setVisible(late)
        self._totals.set_stale(late)

    def show_refusal(self, words: str) -> None:
        self._trouble.set_words(self.tr("Chưa có số liệu mới"), words)
        self._trouble.show()

    def show_done(self) -> None:
        self._attention.show_trouble("")
        self._attention.done()

    def show_not_done(self, words: str) -> None:
        self._attention.show_trouble(words)

    def _jump(self) -> None:
        if self._attention.has_focus() or not self._attention.take_focus():
            self._table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _measure(self, devices: int) -> None:
        rows = min(max(devices, 1), _ROWS_SEEN)
        height = theme.scaled(HEAD) + rows * theme.scaled(tokens.BOARD_ROW)
        if self._table.height() != height:
            self._table.setFixedHeight(height)
            for card in (self._lines, self._attention):
                card.setMinimumHeight(theme.scaled(_CHART))

    def _show_chart(self, chart: ChartShown, now: str) -> None:
        first_hour = int(chart.first // 60) + 1
        hours = [hour for hour in range(first_hour, int(chart.last // 60) + 1) if not hour % _HOURS_BETWEEN_LABELS]
        shown = Deviations(
            lines=tuple(DeviationLine(line.label, line.points, line.projected, line.stops) for line in chart.lines),
            first=chart.first,
            last=chart.last,
            now=chart.now,
            now_label=now,
            hours=tuple((hour * 60.0, f"{hour % 24}:00") for hour in hours),
            shifts=tuple((minute, label[:1].lower() + label[1:]) for minute, label in chart.windows),
        )
        words = [f"{line.label} {formats.signed(line.points[-1][1])}" for line in chart.lines]
        self._chart.set_deviations(shown, ", ".join(words))
