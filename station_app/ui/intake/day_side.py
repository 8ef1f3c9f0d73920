"""The right side: the device's day, its speed, the point's devices, and what ends or stops the work."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui import worded
from station_app.ui.intake.device_switch import DeviceSwitch
from station_app.ui.intake.gauge_card import GaugeCard
from station_app.ui.intake.shown_beside import DeviceTile, GaugesShown
from station_app.ui.intake.speed_cards import SpeedCards
from ui_kit import formats, theme, tokens
from ui_kit.action_button import ActionButton
from ui_kit.inline_panel import InlinePanel
from ui_kit.label import Label

_BETWEEN = 9


class DaySide(QWidget):
    pause_asked = Signal()
    close_asked = Signal()
    hand_over_asked = Signal()
    device_picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._gauges, self._speed, self._devices = GaugeCard(), SpeedCards(), DeviceSwitch()
        self._devices.picked.connect(self.device_picked)
        self._pause = ActionButton(self.tr("Tạm dừng thiết bị"), key="F9", icon="pause")
        self._pause.clicked.connect(self.pause_asked)
        close = ActionButton(self.tr("Bàn giao"), key="F10")
        close.clicked.connect(self.close_asked)
        change = ActionButton(self.tr("Đổi người"), key="Shift F10", height=tokens.SEGMENT)
        change.clicked.connect(self.hand_over_asked)
        head = QWidget()
        head.setFixedHeight(theme.scaled(tokens.HEADER_HEIGHT) - _BETWEEN)
        beside = QHBoxLayout(head)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addStretch(1)
        beside.addWidget(change)
        self._actions = QWidget()
        actions = QHBoxLayout(self._actions)
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(tokens.GAP)
        actions.addWidget(self._pause, 260)
        actions.addWidget(close, 132)
        self._stopped = InlinePanel("notice", " ", icon="pause", edge=False)
        self._lost = Label("", tokens.CELL, role="amber")
        self._stopped.body.addWidget(self._lost)
        self._stopped.body.setContentsMargins(12, 6, 12, 7)
        self._stopped.body.setSpacing(0)
        self._stopped.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN)
        column.addWidget(head)
        for part in (self._gauges, self._speed, self._devices):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self._actions)
        column.addWidget(self._stopped)

    def show_gauges(self, shown: GaugesShown) -> None:
        self._gauges.show_gauges(shown)
        self._speed.show_speed(shown)
        self._pause.setEnabled(shown.state == "open")
        stopped = worded.duration(shown.stopped_minutes)
        self._stopped.set_words(self.tr("Hôm nay đã dừng {0} · {1} lần").format(stopped, shown.pauses))
        self._lost.setText(self.tr("mất khoảng {0} hồ sơ theo kế hoạch").format(formats.integer(shown.lost)))

    def set_stale(self, stale: bool) -> None:
        self._gauges.set_stale(stale)

    def show_devices(self, tiles: tuple[DeviceTile, ...]) -> None:
        self._devices.show_devices(tiles)

    def set_paused(self, paused: bool) -> None:
        self._actions.setVisible(not paused)
        self._stopped.setVisible(paused)
