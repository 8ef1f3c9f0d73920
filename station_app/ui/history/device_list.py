"""A past day's devices, one row each; Space or Enter takes a device's line on the chart or off it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent

from station_app.ui.history.shown import DeviceDay, HourDone
from ui_kit import formats, strokes, tokens
from ui_kit.bullet_graph import Bullet
from ui_kit.hour_bars import HourBar
from ui_kit.marks import Mark
from ui_kit.table import Table
from ui_kit.table_cells import Cell, Column, Row, RowsModel

HEAD = 28
_SCALE = 8 / 7
"""How far the scale of a row's graph reaches beyond the quota."""


class DeviceList(Table):
    """``toggled`` [device]."""

    toggled = Signal(str)

    def __init__(self, name: str) -> None:
        translate, right = QCoreApplication.translate, strokes.RIGHT
        self._model = RowsModel(
            (
                Column(translate("DeviceList", "Thiết bị"), 134, gap=8),
                Column(translate("DeviceList", "Tiến độ"), 0, gap=8),
                Column(translate("DeviceList", "Đã làm / định mức"), 120, right),
                Column(translate("DeviceList", "Lệch"), 74, right, gap=12),
                Column(translate("DeviceList", "Theo giờ"), 82),
                Column(translate("DeviceList", "Dừng"), 58, right),
            )
        )
        super().__init__(name, self._model, row_height=tokens.LIST_ROW, head_height=HEAD)
        self._devices: tuple[str, ...] = ()
        self.opened.connect(lambda row: self.toggled.emit(self._devices[row]))

    def show_devices(self, devices: tuple[DeviceDay, ...]) -> None:
        self._devices = tuple(device.device for device in devices)
        at = max(0, self.currentIndex().row())
        self._model.set_rows([self._row(device) for device in devices])
        if devices:
            self.setCurrentIndex(self._model.index(min(at, len(devices) - 1), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _row(self, device: DeviceDay) -> Row:
        hours = tuple(HourBar(f"{hour.hour}h", hour.done, hour.plan) for hour in _worked(device.hours))
        full = device.quota * _SCALE if device.quota else None
        words = self.tr("trên biểu đồ") if device.drawn else self.tr("không vẽ")
        return Row(
            (
                Cell(
                    device.label,
                    None if device.ran else "muted",
                    tokens.MEDIUM if device.drawn else tokens.REGULAR,
                    mark=Mark.DONE if device.drawn else Mark.OPEN,
                    alternative=words,
                ),
                Cell(bullet=Bullet(device.done, device.quota, device.quota, None, full)),
                Cell(f"{formats.integer(device.done)} / {formats.integer(device.quota)}", weight=tokens.SEMIBOLD),
                Cell(formats.signed(device.ahead), weight=tokens.SEMIBOLD, delta=True),
                Cell(
                    hours=hours, alternative=", ".join(f"{hour.label} {formats.integer(hour.done)}" for hour in hours)
                ),
                Cell(formats.integer(device.downtime) if device.downtime else formats.DASH, "text2"),
            ),
            thing=device.device,
        )


def _worked(hours: tuple[HourDone, ...]) -> tuple[HourDone, ...]:
    """Up to the last hour in which anything was done: a row has room for nine."""
    last = max((at for at, hour in enumerate(hours) if hour.done), default=-1)
    return hours[: last + 1]
