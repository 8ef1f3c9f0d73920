"""The same counts in rows: by day, by week, by device, by commune."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from station_app.ui.progress.shown import BreakdownShown, PartShown
from ui_kit import formats, strokes, tokens
from ui_kit.table import Table
from ui_kit.table_cells import Cell, Column, Row, RowsModel

_FIGURE = 132
_ROW = 28


class BreakdownTable(QStackedWidget):
    """One table for each way of parting, in the order of `KINDS`."""

    KINDS = ("days", "weeks", "devices", "communes")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        titles = (self.tr("Ngày"), self.tr("Tuần từ"), self.tr("Thiết bị"), self.tr("Xã, phường"))
        self._models = [RowsModel(_columns(title, dated=at < 2)) for at, title in enumerate(titles)]
        for title, model in zip(titles, self._models, strict=True):
            self.addWidget(Table(title, model, row_height=_ROW))

    def show_breakdown(self, shown: BreakdownShown) -> None:
        dated = (self._dated(shown.days), self._dated(shown.weeks))
        named = (self._named(shown.devices), self._named(shown.communes))
        for model, rows in zip(self._models, (*dated, *named), strict=True):
            model.set_rows(rows)

    def _dated(self, parts: Sequence[PartShown]) -> list[Row]:
        """The newest first."""
        return [
            Row(
                (
                    Cell(f"{formats.short_weekday(part.day)}  {formats.date(part.day)}" if part.day else ""),
                    Cell(formats.integer(part.counted), weight=tokens.SEMIBOLD),
                    Cell(formats.integer(part.quota or 0), role="text2"),
                    Cell(formats.signed(part.counted - (part.quota or 0)), weight=tokens.SEMIBOLD, delta=True),
                )
            )
            for part in reversed(parts)
        ]

    def _named(self, parts: Sequence[PartShown]) -> list[Row]:
        whole = sum(part.counted for part in parts)
        return [
            Row(
                (
                    Cell(part.name or self.tr("không ghi xã, phường")),
                    Cell(formats.integer(part.counted), weight=tokens.SEMIBOLD),
                    Cell(formats.percent(part.counted / whole, 1) if whole else "–", role="text2"),
                )
            )
            for part in parts
        ]


def _columns(title: str, *, dated: bool) -> tuple[Column, ...]:
    translate, right = QCoreApplication.translate, strokes.RIGHT
    counted = Column(translate("BreakdownTable", "Đã thu nhận"), _FIGURE, right)
    if not dated:
        return (Column(title, 0), counted, Column(translate("BreakdownTable", "Phần"), _FIGURE, right))
    quota = Column(translate("BreakdownTable", "Kế hoạch"), _FIGURE, right)
    return (Column(title, 0), counted, quota, Column(translate("BreakdownTable", "Lệch"), _FIGURE, right))
