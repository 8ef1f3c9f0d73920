"""One past day: its total, its devices, and how they moved through it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from station_app.ui import worded
from station_app.ui.history.device_list import HEAD, DeviceList
from station_app.ui.history.shown import DayShown
from ui_kit import formats, strokes, theme, tokens
from ui_kit.card import Card
from ui_kit.delta_label import DeltaLabel
from ui_kit.deviation_lines import DeviationChart, DeviationLine, Deviations
from ui_kit.label import Label

_ROWS = 6
"""More devices scroll."""
_HOURS_BETWEEN_LABELS = 3
_CHART = 160


class DayCard(Card):
    """``toggled`` [device]."""

    toggled = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(padding=12)
        self.setAccessibleName(name)
        self._day = Label("", tokens.SECTION, tokens.SEMIBOLD)
        self._state = Label("", tokens.CAPTION, tokens.MEDIUM, "text2")
        self._total = Label("", tokens.BODY, tokens.SEMIBOLD, align=strokes.RIGHT)
        self._ahead = DeltaLabel()
        self._stopped = Label("", tokens.CAPTION, role="text2", align=strokes.RIGHT)
        head = QHBoxLayout()
        head.setSpacing(tokens.GAP)
        head.addWidget(self._day)
        head.addWidget(self._state)
        head.addStretch(1)
        head.addWidget(self._stopped)
        head.addWidget(self._total)
        head.addWidget(self._ahead)
        self.list = DeviceList(name)
        self.list.toggled.connect(self.toggled)
        self._chart = DeviationChart()
        self._chart.setMinimumHeight(theme.scaled(_CHART))
        self._empty = Label("", tokens.SECTION, tokens.MEDIUM, "text2", align=strokes.CENTRE)
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.body.setSpacing(tokens.GAP)
        self.body.addLayout(head)
        self.body.addWidget(self.list)
        self.body.addWidget(Label(self.tr("Lệch so với kế hoạch trong ngày (hồ sơ)"), tokens.CAPTION, role="muted"))
        self.body.addWidget(self._chart, 1)
        self.body.addWidget(self._empty, 1)

    def show_day(self, shown: DayShown) -> None:
        self._day.setText(f"{formats.short_weekday(shown.day)} {formats.date(shown.day)}")
        self._state.setText(self.tr("số chính thức") if shown.final else self.tr("số tạm"))
        self._total.setText(f"{formats.integer(shown.done)} / {formats.integer(shown.quota)}")
        self._ahead.set_value(shown.done - shown.quota)
        stopped = self.tr("dừng {0}").format(worded.duration(shown.downtime)) if shown.downtime else ""
        self._stopped.setText(stopped)
        self.list.show_devices(shown.devices)
        rows = min(max(1, len(shown.devices)), _ROWS)
        self.list.setFixedHeight(theme.scaled(HEAD) + rows * theme.scaled(tokens.LIST_ROW))
        drawn = [device for device in shown.devices if device.drawn and device.points]
        self._chart.setVisible(bool(drawn))
        self._empty.setVisible(not drawn)
        self._empty.setText(
            self.tr("Không có kế hoạch cho ngày này") if shown.last <= shown.first else self.tr("Không mở ca nào")
        )
        if drawn:
            self._show_chart(shown)

    def _show_chart(self, shown: DayShown) -> None:
        drawn = [device for device in shown.devices if device.drawn and device.points]
        first_hour = int(shown.first // 60) + 1
        hours = [hour for hour in range(first_hour, int(shown.last // 60) + 1) if not hour % _HOURS_BETWEEN_LABELS]
        lines = tuple(DeviationLine(device.label, device.points, None, device.stops) for device in drawn)
        words = ", ".join(f"{device.label} {formats.signed(device.points[-1][1])}" for device in drawn)
        self._chart.set_deviations(
            Deviations(
                lines=lines,
                first=shown.first,
                last=shown.last,
                now=shown.last,
                now_label="",
                hours=tuple((hour * 60.0, f"{hour % 24}:00") for hour in hours),
                shifts=tuple((minute, label[:1].lower() + label[1:]) for minute, label in shown.starts),
            ),
            words,
        )
