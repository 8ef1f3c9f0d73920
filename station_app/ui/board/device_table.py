"""One row per device, worst first: a bullet graph, figures, hours and the device's state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from station_app.ui import worded
from station_app.ui.board.shown import BoardRow, TotalShown
from ui_kit import formats, strokes, theme, tokens
from ui_kit.bullet_graph import Bullet
from ui_kit.hour_bars import HourBar
from ui_kit.marks import Mark
from ui_kit.table import Table
from ui_kit.table_cells import Cell, Column, Row, RowsModel, RowTone

HEAD = 32
_GRAPH = 1
_SCALE = 8 / 7
"""How far the scale of a row's graph reaches beyond the quota."""
_NARROWEST_GRAPH = 110
_GIVE_WAY = (7, 5, 4, 6)
"""Columns that go where large text leaves no room, first to last: tomorrow, hours, minutes, projection."""


def _columns() -> tuple[Column, ...]:
    translate, right = QCoreApplication.translate, strokes.RIGHT
    return (
        Column(translate("DeviceTable", "Thiết bị"), 156, gap=8),
        Column(translate("DeviceTable", "Tiến độ"), 0, gap=8),
        Column(translate("DeviceTable", "Đã làm / kế hoạch"), 116, right),
        Column(translate("DeviceTable", "Lệch"), 74, right),
        Column(translate("DeviceTable", "Sớm/chậm"), 98, right, gap=16),
        Column(translate("DeviceTable", "Nhịp mỗi giờ"), 120, right, gap=4),
        Column(translate("DeviceTable", "Dự kiến"), 72, right),
        Column(translate("DeviceTable", "Mai"), 52, right),
        Column(translate("DeviceTable", "Dừng"), 60, right, gap=12),
        Column(translate("DeviceTable", "Tình trạng"), 224),
    )


class _Model(RowsModel):
    """The words over the graph's ticks move with the plan."""

    def set_ticks(self, ticks: tuple[tuple[float, str], ...]) -> None:
        columns = list(self._columns)
        if columns[_GRAPH].ticks != ticks:
            columns[_GRAPH] = replace(columns[_GRAPH], ticks=ticks)
            self._columns = tuple(columns)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, _GRAPH, _GRAPH)


class DeviceTable(Table):
    """``device_opened`` carries the device of the current row: the worst until somebody moves to another."""

    device_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._model = _Model(_columns())
        name = QCoreApplication.translate("DeviceTable", "Các thiết bị, chậm nhất trước")
        super().__init__(name, self._model, row_height=tokens.BOARD_ROW, head_height=HEAD, parent=parent)
        self._shown: tuple[BoardRow, ...] = ()
        self._rows: list[Row] = []
        self._chosen = ""
        self._placing = False
        self.opened.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._moved)

    def show_rows(self, rows: tuple[BoardRow, ...], total: TotalShown) -> None:
        """Shows the devices; whoever was moved to stays current wherever it has gone."""
        self._placing = True
        self._model.set_ticks(self._ticks(total))
        # Most rows are those of a second ago.
        known = dict(zip(self._shown, self._rows, strict=True))
        self._rows = [known.get(row) or self._row(row) for row in rows]
        self._model.set_rows(self._rows)
        self._shown = rows
        chosen = next((at for at, row in enumerate(rows) if row.device == self._chosen), 0)
        if rows:
            self.setCurrentIndex(self._model.index(chosen, 0))
        self._placing = False

    def minimumSizeHint(self) -> QSize:
        """Where even the columns that stay have no room, the page scrolls."""
        return QSize(self._needed(_GIVE_WAY), super().minimumSizeHint().height())

    def _needed(self, hidden: Sequence[int]) -> int:
        columns = enumerate(self._model.columns())
        fixed = sum(theme.scaled(column.width) for at, column in columns if at not in hidden)
        return fixed + theme.scaled(_NARROWEST_GRAPH) + 2 * tokens.MARGIN

    def _measure(self) -> None:
        fewest = (count for count in range(len(_GIVE_WAY)) if self._needed(_GIVE_WAY[:count]) <= self.width())
        hidden = _GIVE_WAY[: next(fewest, len(_GIVE_WAY))]
        for at in _GIVE_WAY:
            self.setColumnHidden(at, at in hidden)
        super()._measure()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_Escape):
            self._chosen = ""
            self.setCurrentIndex(self._model.index(0, 0))
            self._chosen = ""
        else:
            super().keyPressEvent(event)

    def _moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        if not self._placing and 0 <= current.row() < len(self._shown):
            self._chosen = self._shown[current.row()].device

    def _open(self, row: int) -> None:
        self.device_opened.emit(self._shown[row].device)

    def _ticks(self, total: TotalShown) -> tuple[tuple[float, str], ...]:
        if not total.quota:
            return ()
        plan, quota = (total.plan / total.quota / _SCALE, self.tr("kế hoạch")), (1 / _SCALE, self.tr("định mức"))
        # Where the two words would meet, the quota's stays.
        font = theme.font(tokens.CAPTION, tokens.MEDIUM)
        needed = (strokes.text_width(font, plan[1]) + strokes.text_width(font, quota[1])) / 2 + tokens.GAP
        return (plan, quota) if (quota[0] - plan[0]) * self.columnWidth(_GRAPH) > needed else (quota,)

    def _row(self, row: BoardRow) -> Row:
        done = f"{formats.integer(row.done)} / {formats.integer(row.plan)}"
        alternative = self.tr("đã làm {0}, kế hoạch {1}, định mức {2}").format(row.done, row.plan, row.quota)
        if row.band is not None:
            alternative += self.tr(", dự kiến từ {0} đến {1}").format(*row.band)
        full = row.quota * _SCALE if row.quota else None
        bold = tokens.SEMIBOLD
        hours = tuple(HourBar(f"{hour.hour}h", hour.done, hour.plan) for hour in row.hours)
        return Row(
            (
                Cell(row.operator or row.label, lead=str(row.place), pixels=tokens.CELL),
                Cell(
                    bullet=Bullet(row.done, row.plan, row.quota, row.projected, full, row.band), alternative=alternative
                ),
                Cell(done, weight=bold),
                Cell(formats.signed(row.ahead), weight=bold, delta=True),
                Cell(self._minutes(row.ahead_minutes), role="text2"),
                Cell(formats.integer(row.rate) if hours else "–", weight=bold, hours=hours),
                Cell("–" if row.projected is None else formats.integer(row.projected), weight=bold),
                Cell("–" if row.tomorrow is None else formats.integer(row.tomorrow), role="text2"),
                self._downtime(row),
                self._state(row),
            ),
            RowTone.ALARM if row.alarm else RowTone.LATE if row.late else RowTone.PLAIN,
            row.device,
        )

    def _minutes(self, ahead: int) -> str:
        if not ahead:
            return self.tr("đúng")
        return (self.tr("sớm {0}") if ahead > 0 else self.tr("chậm {0}")).format(formats.integer(abs(ahead)))

    @staticmethod
    def _downtime(row: BoardRow) -> Cell:
        if not row.downtime:
            return Cell("–", role="text2")
        weight = tokens.SEMIBOLD if row.long_downtime else tokens.REGULAR
        return Cell(formats.integer(row.downtime), "orange_text" if row.long_downtime else "text2", weight)

    def _state(self, row: BoardRow) -> Cell:
        delay = worded.duration(row.minutes)
        mark, words = {
            "none": (Mark.OPEN, self.tr("Chưa mở ca")),
            "unopened": (Mark.WAITING, self.tr("Chưa mở {0} · trễ {1}").format(row.window, delay)),
            "zero": (Mark.OPEN, self.tr("Báo không chạy")),
            "open": (Mark.RECEIVED, self.tr("Đang chạy")),
            "silent": (Mark.WAITING, self.tr("Không ghi {0} phút").format(row.minutes)),
            "paused": (Mark.PAUSED, self.tr("Tạm dừng · {0}").format(row.cause)),
            "sealed": (Mark.DONE, self.tr("Đã niêm phong")),
            "overdue": (Mark.FAILED, self.tr("Ca quá 04:00")),
        }[row.mark]
        return Cell(words, weight=tokens.MEDIUM, pixels=tokens.CAPTION, mark=mark)
